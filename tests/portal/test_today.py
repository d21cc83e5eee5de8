"""Today: what is open, who receives people, my visits, and what waits for me."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.time import now, today
from fiksummin.experiments import actions as trying
from fiksummin.ideas import actions as idea_actions
from fiksummin.people import actions as people
from fiksummin.people.models import Person
from fiksummin.portal import panels
from fiksummin.spaces import actions
from tests.cast import Cast
from tests.factories import experiments, ideas, spaces
from tests.factories import people as factory

pytestmark = pytest.mark.django_db
ADDRESS = "/fi/today/"
QUERIES = 18


def texts(rows: list[panels.Waiting]) -> list[str]:
    return [row.text for row in rows]


def seen(person: Person) -> dict[str, Any]:
    return panels.today(person, now())


def test_a_stranger_is_led_to_sign_in(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (302, "/fi/accounts/login/?next=/fi/today/")


def test_my_own_visits_and_nobody_elses(cast: Cast) -> None:
    mine = spaces.visit(cast.member, cast.helsinki)
    spaces.visit(cast.colleague, cast.helsinki)
    assert seen(cast.member)["visits"] == [(mine, "")]


def test_a_guest_sees_the_place_of_her_invitation_only(cast: Cast) -> None:
    here, other = cast.helsinki, spaces.site("muualla")
    _invitation, secret = people.invite_guest(
        by=cast.member, email="uusi@vieras.example", guest_until=today(), place=here.slug
    )
    guest = people.accept_invitation(secret=secret)
    assert [place.site for place in seen(guest)["places"]] == [here]
    assert other.slug in [place.site.slug for place in seen(cast.member)["places"]]


def test_each_site_says_who_receives_people(cast: Cast) -> None:
    site, host = cast.helsinki, cast.host
    spaces.site("muualla")
    places = {place.site.slug: place.hosts for place in seen(cast.member)["places"]}
    assert places == {site.slug: [host], "muualla": []}


def test_a_host_hears_how_many_are_expected_today_and_others_do_not(cast: Cast, time_machine: Any) -> None:
    site = cast.helsinki
    day = spaces.open_day(site)
    spaces.visit(cast.member, site, day=day)
    spaces.visit(cast.colleague, site, day=spaces.open_day(site, after=(day - today()).days + 1))
    time_machine.move_to(spaces.at(site, day, "7:30"), tick=False)
    assert texts(seen(cast.host)["waiting"]) == [f"{site.name}: 1 käynti odotettavissa tänään"]
    assert seen(cast.member)["waiting"] == []


def test_a_manager_hears_what_must_be_reviewed(cast: Cast) -> None:
    site, manager = cast.helsinki, cast.manager
    yesterday = today() - timedelta(days=1)
    contact = {"topic_fi": "Tilat", "email": "tilat@senaatti.example", "review_by": yesterday}
    actions.set_contacts(by=manager, site=site, contacts=[contact])
    site.hours.update(is_staffed=False)  # no roster is expected
    expected = [f"{site.name}: ohjeita tai yhteystietoja on tarkistettava"]
    assert texts(seen(cast.manager)["waiting"]) == expected
    assert seen(cast.host)["waiting"] == []


def test_an_owner_hears_which_agreements_end(cast: Cast) -> None:
    partner = cast.partner.organisation
    assert partner
    people.make_agreement(
        by=None, organisation=partner, starts_on=today(), ends_on=today() + timedelta(days=10)
    )
    assert texts(seen(cast.owner)["waiting"]) == [f"Sopimus päättyy pian: {partner.name}"]


def test_as_many_queries_for_three_sites_and_visits_as_for_one(
    cast: Cast, client: Client, django_assert_num_queries: Any
) -> None:
    member = cast.member
    client.force_login(member)
    for number in range(3):
        spaces.visit(
            cast.member, spaces.site(f"paikka-{number}"), start=f"{9 + number}:00", end=f"{10 + number}:00"
        )
        if number in {0, 2}:
            client.get(ADDRESS)
            with django_assert_num_queries(QUERIES):
                client.get(ADDRESS)


def test_what_one_answers_for_on_the_trail_and_by_when(cast: Cast, time_machine: Any) -> None:
    """The nearest day first, what is late, too; what is weeks ahead, closed, or another's is not there."""
    campaign = ideas.campaign(cast.facilitator, promise_days=5)
    idea = ideas.idea(cast.member, campaign, title="Yhteinen aamu")
    far = experiments.experiment(cast.facilitator, title="Pitkä kokeilu", days=60)
    assert far.title not in " ".join(texts(seen(cast.facilitator)["waiting"]))
    assert texts(seen(cast.member)["waiting"]) == [], "she wrote it; another answers"
    idea.node.refresh_from_db()
    assert idea.node.due_on is not None
    [waits] = seen(cast.facilitator)["waiting"]
    assert waits.text.startswith("Idea ”Yhteinen aamu”: viimeistään ")
    assert waits.url.endswith(f"/ideas/{idea.pk}/")
    time_machine.move_to(now() + timedelta(days=30), tick=False)
    assert texts(seen(cast.facilitator)["waiting"])[0].startswith("Idea ”Yhteinen aamu”: myöhässä, ")
    ideas.move(cast.facilitator, idea, "declined")
    assert "Yhteinen aamu" not in " ".join(texts(seen(cast.facilitator)["waiting"]))


def test_moderators_hear_how_many_comments_wait(cast: Cast) -> None:
    idea = ideas.idea(cast.colleague, ideas.campaign(cast.facilitator))
    comment = idea_actions.comment_on_idea(by=cast.member, idea=idea, text="Höpö höpö.")
    idea_actions.report_comment(by=cast.colleague, comment=comment, reason="Nimittelee kollegaa.")
    said = "1 kommentti odottaa moderaattoria"
    assert said in texts(seen(cast.host)["waiting"])
    assert said not in texts(seen(cast.member)["waiting"])


def test_what_an_organisation_is_offered_waits_for_each_of_its_people(cast: Cast) -> None:
    """Until somebody takes it; not for whoever gave it, for others, or for guests."""
    unit = cast.outsider.organisation
    assert unit is not None
    baton = experiments.baton(cast.member, unit, title="Kävelykokous")
    ended = experiments.experiment(cast.member, title="Hiljainen aamu")
    trying.end_experiment(by=cast.member, experiment=ended, wish=experiments.ending(receiver=unit))
    first, second = seen(cast.outsider)["waiting"]
    assert ("Kävelykokous" in first.text, "Hiljainen aamu" in second.text) == (True, True)
    assert first.url.endswith(f"/batons/{baton.pk}/")
    assert second.url.endswith(f"/experiments/{ended.pk}/#lesson")
    for person in (cast.colleague, cast.guest):
        assert seen(person)["waiting"] == []
    trying.accept_baton(by=cast.outsider, hold=baton.holds.get())
    trying.take_lesson(by=cast.outsider, reception=ended.reception)
    other = factory.person(organisation=unit)
    assert seen(other)["waiting"] == []
