"""Roles: given by those who may, in force from day to day, and only for who signed in strongly."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.time import now, today
from fiksummin.events.models import Event
from fiksummin.people import actions
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Role
from fiksummin.people.queries import standing_roles
from fiksummin.people.tasks import end_expired_roles
from tests.cast import Cast
from tests.factories import events, people, spaces
from tests.people.signing import browser_of, letters, sign_in
from tests.postbox import Postbox

PAGE = "/en/roles/"


def test_an_owner_gives_a_role_and_a_letter_tells_of_it(cast: Cast, postbox: Postbox) -> None:
    member, lab = cast.member, cast.helsinki
    words = {"email": member.email, "kind": "host", "place": lab.slug, "starts_on": str(today())}
    answer = browser_of(cast.owner).post(PAGE, words)
    assert (answer.status_code, answer.url) == (303, PAGE)
    assert cast.member.may("host", lab.slug)
    assert not cast.member.may("host", "porvoo")
    letter = next(letter for letter in letters(postbox) if letter["To"] == member.email)
    assert "host" in letter.get_content()
    assert "Alba Kaisla" in browser_of(cast.owner).get(PAGE).content.decode()


def test_a_manager_names_the_hosts_of_her_own_site_alone(cast: Cast) -> None:
    member, manager, lab = cast.member, cast.manager, cast.helsinki
    spaces.site("porvoo")
    browser = browser_of(manager)
    words = {"email": member.email, "kind": "host", "place": lab.slug, "starts_on": str(today())}
    assert browser.post(PAGE, words | {"kind": "manager"}).status_code == 422
    assert browser.post(PAGE, words | {"place": "porvoo"}).status_code == 422
    assert browser.post(PAGE, words | {"place": ""}).status_code in {403, 422}
    for kind, place in (("owner", ""), ("manager", lab.slug), ("host", ""), ("host", "porvoo")):
        with pytest.raises(NotAllowed):
            actions.grant_role(by=manager, person=member, kind=kind, place=place)
    assert browser.post(PAGE, words).status_code == 303
    assert cast.member.may("host", lab.slug)


def test_a_manager_sees_and_ends_the_roles_of_her_own_site_alone(cast: Cast) -> None:
    elsewhere = people.role(cast.colleague, "host", "porvoo")
    here = people.role(cast.member, "host", "helsinki")
    browser = browser_of(cast.manager)
    page = browser.get(PAGE).content.decode()
    assert "Alba Kaisla" in page
    assert "Bo Strandvik" not in page
    assert "Outi Omanen" not in page
    assert browser.post(f"{PAGE}{elsewhere.pk}/end/").status_code == 404
    assert browser.post(f"{PAGE}{here.pk}/end/").status_code == 303
    assert not cast.member.may("host", "helsinki")


@pytest.mark.parametrize("key", ["member", "partner", "guest", "host", "facilitator", "editor"])
def test_for_all_others_there_is_no_such_page(cast: Cast, key: str) -> None:
    role = people.role(cast.colleague, "host", "helsinki")
    browser = browser_of(cast[key])
    assert browser.get(PAGE).status_code == 404
    assert browser.post(f"{PAGE}{role.pk}/end/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.grant_role(by=cast[key], person=cast[key], kind="owner")


def test_a_role_is_in_force_from_its_first_to_its_last_day(cast: Cast) -> None:
    member = cast.member
    people.role(member, "editor", "", starts_on=today() + timedelta(days=1))
    assert not cast.member.may("editor")
    people.role(member, "facilitator", "", ends_on=today())
    assert cast.member.may("facilitator")
    end_expired_roles(now() + timedelta(days=1))
    assert not cast.member.may("facilitator")
    assert Role.objects.get(kind="facilitator", person=member).ended_by is None
    people.role(member, "facilitator", "")
    assert cast.member.may("facilitator")


def test_a_role_is_given_once_to_who_may_hold_it_with_days_in_order(cast: Cast) -> None:
    people.role(cast.member, "host", "helsinki")
    with pytest.raises(Conflict):
        people.role(cast.member, "host", "helsinki")
    with pytest.raises(NotAllowed):
        people.role(cast.guest, "host", "helsinki")
    with pytest.raises(Invalid):
        people.role(cast.member, "king", "")
    with pytest.raises(Invalid):
        people.role(cast.member, "editor", "", ends_on=today() - timedelta(days=1))
    answer = browser_of(cast.owner).post(
        PAGE, {"email": "kukaan@vm.example", "kind": "editor", "starts_on": str(today())}
    )
    assert answer.status_code == 422
    assert "Nobody with this address" in answer.content.decode()


def test_the_last_owner_stays_and_everybody_may_lay_down_her_own_role(cast: Cast) -> None:
    owner = cast.owner
    role = Role.objects.get(person=owner)
    with pytest.raises(NotAllowed):
        actions.end_role(by=owner, role=role)
    people.role(cast.member, "owner", "")
    actions.end_role(by=owner, role=role)
    assert not cast.owner.may("owner")
    host = Role.objects.get(person=cast.host)
    actions.end_role(by=cast.host, role=host)
    with pytest.raises(NotAllowed):
        actions.end_role(by=cast.member, role=host)


def test_a_leader_runs_nothing_and_needs_no_second_factor(
    cast: Cast, postbox: Postbox, client: Client
) -> None:
    words = {"email": cast.member.email, "kind": "leader", "place": "", "starts_on": str(today())}
    assert browser_of(cast.owner).post(PAGE, words).status_code == 303
    leader = cast.member
    assert [kind for kind in RoleKind if leader.may_somewhere(kind)] == [RoleKind.LEADER]
    assert not standing_roles(today()).filter(person=leader).exists()
    (letter,) = [letter for letter in letters(postbox) if letter["To"] == leader.email]
    assert "Johtajien tapahtumat" in letter.get_content()
    assert sign_in(client, leader.email or "", postbox).url != "/en/me/second-step/"
    assert client.get("/en/me/second-step/").status_code == 404
    assert client.get("/en/me/").status_code == 200


def test_a_leader_leads_in_her_agency_not_at_a_site(cast: Cast) -> None:
    words = {
        "email": cast.member.email,
        "kind": "leader",
        "place": cast.helsinki.slug,
        "starts_on": str(today()),
    }
    answer = browser_of(cast.owner).post(PAGE, words)
    assert answer.status_code == 422
    assert "not at a site" in answer.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.create(person=cast.member, kind="leader", place="helsinki", starts_on=today())
    with pytest.raises(NotAllowed):
        actions.grant_role(by=cast.manager, person=cast.member, kind="leader")


def test_events_for_leaders_are_seen_by_leaders_however_they_signed_in(cast: Cast) -> None:
    event = events.event(cast.facilitator, audience="role", audience_role="leader")
    people.role(cast.member, "leader", "")
    for strongly, person in ((True, cast.member), (False, cast.member)):
        person.strongly_signed_in = strongly
        assert Event.objects.visible_to(person).filter(pk=event.pk).exists()
    assert not Event.objects.visible_to(cast.colleague).filter(pk=event.pk).exists()
    assert browser_of(cast.colleague).get(f"/en/events/{event.pk}/").status_code == 404
    page = browser_of(cast.member).get(f"/en/events/{event.pk}/").content.decode()
    assert "those who have a certain role: leader" in page.lower()
