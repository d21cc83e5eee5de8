"""Whoever has a link in her mail has one place, and governs it as long as it is hers."""

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from fiksummin.core.errors import NotNow
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Link, Registration
from fiksummin.events.queries.wishes import Asked, PlaceWish
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db
GUEST = "viivi@vieras.example"
DIET = Asked("Ruokavalio?", "tilaamme lounaan", sensitivity="diet")
CANARY = "kanaria-pähkinäallergia"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def page(link: Link, part: str = "") -> str:
    return f"/en/guests/{queries.secret_from(link.nonce)}/{part}"


def asked(event: Event, email: str = GUEST) -> Link:
    """Somebody asks for a place as a guest; give the link that confirms it."""
    wish = PlaceWish(mode="on_site", guest_name="Viivi", guest_email=email, guest_language="fi")
    actions.ask_as_guest(event=event, wish=wish)
    return event.links.order_by("-pk")[0]


def invited(by: Person, event: Event, email: str, answers: dict[int, str] | None = None) -> Link:
    """Somebody is invited, and registers by the link."""
    link = actions.invite_guest(by=by, event=event, email=email, name="Vieras")
    wish = PlaceWish(
        mode="on_site", guest_name="Vieras", guest_email=email, guest_language="fi", answers=answers or {}
    )
    actions.confirm_guest(link=link, wish=wish)
    link.refresh_from_db()
    return link


def test_a_link_governs_a_place_no_more_that_was_handed_on(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, questions=(DIET,))
    diet = event.questions.get().pk
    link = invited(cast.owner, event, str(cast.member.email))
    row = Registration.objects.get(person=cast.member)
    assert Client().get(page(link)).status_code == 200, "her own page, as long as the place is hers"
    handed = actions.hand_over(by=cast.member, registration=row, email=str(cast.colleague.email))
    actions.take_over(by=cast.colleague, link=handed, answers={diet: CANARY})
    shown = Client().get(page(link))
    assert (shown.status_code, CANARY in shown.content.decode()) == (410, False)
    for part in ("change/", "calendar/", "cancellation/"):
        assert Client().post(page(link, part)).status_code in {302, 405}, part
    row.refresh_from_db()
    assert (row.person, row.ended_at, row.secret) == (cast.colleague, None, "")
    kept = signed_in(cast.colleague).get(f"/en/registrations/{row.pk}/").content.decode()
    assert CANARY in kept


def test_a_link_of_another_secret_leads_to_no_registration(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    link = invited(cast.owner, event, GUEST)
    Registration.objects.update(secret="0" * 64)
    assert Client().get(page(link)).status_code == 410


def test_who_is_registered_as_a_guest_is_so_by_her_account_too(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience=make.PUBLIC)
    row = actions.confirm_guest(link=asked(event))
    viivi = people.person(email=GUEST)
    client, address = signed_in(viivi), f"/en/events/{event.pk}/"
    shown = client.get(address).content.decode()
    assert f"/en/registrations/{row.pk}/" in shown
    answer = client.post(f"{address}registration/", {"mode": "on_site", "key": "k"})
    assert (answer.status_code, Registration.objects.count()) == (409, 1)
    assert signed_in(cast.member).get(f"/en/registrations/{row.pk}/").status_code == 404
    program = program_of(viivi)
    assert program.get(f"events/{event.pk}").json()["mine"]["id"] == row.pk
    assert program.get(f"registrations/{row.pk}").status_code == 200
    assert client.get(f"/en/registrations/{row.pk}/").status_code == 200
    assert client.post(f"/en/registrations/{row.pk}/cancellation/").status_code == 303
    assert Registration.objects.standing().count() == 0


def test_who_registered_by_her_account_gets_no_second_place_by_an_older_link(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience=make.PUBLIC)
    link = asked(event, str(cast.member.email))
    make.registration(cast.member, event)
    with pytest.raises(NotNow, match="already"):
        actions.confirm_guest(link=link)
    assert Client().post(page(link)).status_code == 409
    assert Registration.objects.count() == 1


def test_who_asked_as_a_guest_and_has_an_account_registers_by_it(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience=make.PUBLIC)
    link = asked(event, str(cast.member.email))
    row = actions.confirm_guest(link=link)
    assert (row.person, row.guest_email, row.organisation) == (cast.member, "", cast.member.organisation)
    assert Client().get(page(link)).status_code == 200


def test_the_database_refuses_a_second_place_of_an_address(cast: Cast) -> None:
    event = make.event(cast.owner, places=9, audience=make.PUBLIC)
    other = make.event(cast.owner, places=9, audience=make.PUBLIC)
    email = str(cast.member.email)
    own = Registration.objects.create(event=event, mode="on_site", person=cast.member)
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.create(event=event, mode="on_site", guest_name="A", guest_email=email)
    Registration.objects.filter(pk=own.pk).update(ended_at=now(), end="cancelled")
    guest = Registration.objects.create(event=event, mode="on_site", guest_name="A", guest_email=email)
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=own.pk).update(person=cast.member, ended_at=None, end="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.create(event=event, mode="on_site", person=cast.member)
    Registration.objects.filter(pk=guest.pk).update(people=2)
    Registration.objects.create(event=other, mode="on_site", person=cast.member)
    for _walk_in in "ab":
        Registration.objects.create(event=event, mode="on_site", guest_name="B")


def test_whoever_is_invited_gets_a_place_though_the_event_is_for_others(cast: Cast) -> None:
    """A host sees each event of her site; an invitation is as good for her as for somebody without an account."""
    body = people.organisation()
    event = make.event(
        cast.owner, places=3, site=cast.helsinki, audience="organisation", audience_organisation=body
    )
    assert Event.objects.visible_to(cast.host).filter(pk=event.pk).exists()
    for email in (GUEST, str(cast.host.email)):
        assert Client().get(page(invited(cast.owner, event, email))).status_code == 200
    assert [row.confirmed_at is None for row in Registration.objects.all()] == [False, False]
    own = Registration.objects.get(guest_email=cast.host.email)
    assert (
        f"/en/registrations/{own.pk}/" in signed_in(cast.host).get(f"/en/events/{event.pk}/").content.decode()
    )


def test_an_event_made_a_draft_again_is_shown_to_nobody_who_was_invited(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, title="Kanariatapahtuma")
    link = actions.invite_guest(by=cast.owner, event=event, email=GUEST, name="Viivi")
    wish = PlaceWish(mode="on_site", guest_name="Viivi", guest_email=GUEST, guest_language="fi")
    assert "Kanariatapahtuma" in Client().get(page(link)).content.decode()
    actions.withdraw_event(by=cast.owner, event=event)
    for client in (Client(), signed_in(cast.outsider)):
        for shown in (client.get(page(link)), client.post(page(link), {"mode": "on_site"})):
            text = shown.content.decode()
            assert (shown.status_code, "The event is not published yet." in text) == (410, True)
            assert ("Kanariatapahtuma" in text, f"/events/{event.pk}/" in text) == (False, False)
    link.refresh_from_db()
    with pytest.raises(NotNow, match="not published"):
        actions.confirm_guest(link=link, wish=wish)
    actions.publish_event(by=cast.owner, event=Event.objects.get(pk=event.pk))
    assert Client().get(page(link)).status_code == 200


def sent(beginning: str = "link-") -> list[str]:
    run_errands(now())
    return list(Letter.objects.filter(key__startswith=beginning).values_list("to", flat=True))


def test_who_is_registered_gets_no_invitation_and_the_organiser_reads_so(cast: Cast) -> None:
    event = make.event(cast.owner, places=5, audience=make.PUBLIC)
    make.registration(cast.member, event)
    actions.confirm_guest(link=asked(event))
    Link.objects.filter(registration=None).delete()
    before, count = len(sent()), Link.objects.count()
    lines = f"Alba Kaisla {cast.member.email}\nViivi Virta Viivi@vieras.example\nAada Aho aada@vieras.example"
    given = {"guests": lines, "language": "fi", "key": "k"}
    page = signed_in(cast.owner).post(f"/en/events/{event.pk}/guests/", given, follow=True).content.decode()
    assert "1 invitation is on its way." in page
    assert "Registered already, so no letter goes to them: Alba Kaisla, Viivi Virta." in page
    assert (Link.objects.count() - count, sent()[before:]) == (1, ["aada@vieras.example"])
    for email in (str(cast.member.email), GUEST):
        with pytest.raises(NotNow, match="registered for the event already"):
            actions.invite_guest(by=cast.owner, event=event, email=email, name="Vieras")


def test_who_registers_before_her_invitation_goes_out_gets_none(cast: Cast) -> None:
    event = make.event(cast.owner, places=5)
    actions.invite_guest(by=cast.owner, event=event, email=str(cast.member.email), name="Alba")
    make.registration(cast.member, event)
    assert sent() == []


def test_who_handed_her_place_on_can_be_invited_again(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    email = str(cast.member.email)
    link = invited(cast.owner, event, email)
    row = Registration.objects.get(person=cast.member)
    actions.transfer_registration(by=cast.member, registration=row, to=cast.colleague)
    assert actions.invite_guest(by=cast.owner, event=event, email=email, name="Alba") != link
