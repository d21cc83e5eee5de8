"""An event whose space is taken from it: nobody is sent there, and its organisers read what is free instead."""

import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.test import Client
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.wishes import wish_of
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces.actions import call_off_lapsed, cancel_booking, close_place, reopen_place
from fiksummin.spaces.models import Booking, Closure, Site
from fiksummin.spaces.queries import Closing
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events, people, spaces


def letter(key: str, person: int) -> str:
    """Give the text of the one letter of a kind to somebody."""
    found = Letter.objects.get(key__contains=key, person=person)
    message = message_from_bytes(bytes(found.content), policy=policy.default)
    body = message.get_body(("plain",))  # type: ignore[attr-defined]  # of the new policy
    return str(body.get_content())


def told_of(key: str) -> set[int | None]:
    """Give to whom letters of a kind have gone, by id."""
    return set(Letter.objects.filter(key__contains=key).values_list("person", flat=True))


def test_the_organisers_read_what_is_free_instead(cast: Cast) -> None:
    site = spaces.site()
    room, other = (spaces.space(site, name=name, seats=8) for name in ("Sali", "Verstas"))
    event = events.event(cast.member, space=room, places=6)
    guest = events.registration(people.person(), event)
    assert event.booking is not None
    cancel_booking(by=cast.member, booking=event.booking, reason="Lattia lakataan")
    worker.run_errands(now())
    text = letter("needs-space", cast.member.pk)
    assert "Lattia lakataan" in text
    assert "Vapaana sen sijaan:" in text
    assert f"– {other.name_fi}, {site.name_fi}" in text
    assert guest.person is not None
    told = letter("-lost-", guest.person.pk)
    assert "paikka ilmoitetaan myöhemmin" in told
    assert ("Lattia lakataan" in told, "Syy" in told, "Sali" in told) == (False, False, False)
    written = Letter.objects.count()
    worker.run_errands(now())
    assert Letter.objects.count() == written


def test_the_reason_of_a_shut_space_is_told_to_each_in_her_language(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    event = events.event(cast.member, space=room, places=6)
    guests = [events.registration(people.person(language=code), event) for code in ("fi", "sv", "en")]
    reason = {"fi": "Vesivahinko", "sv": "Vattenskada", "en": "Water damage"}
    closing = Closing(start=event.starts_at, end=event.ends_at, space=room, reason=reason)
    close_place(by=cast.manager, site=cast.helsinki, closing=closing)
    worker.run_errands(now())
    for row, word in zip(guests, reason.values(), strict=True):
        told = letter("-lost-", row.person_id or 0)
        assert [said in told for said in reason.values()] == [said == word for said in reason.values()]
    assert "Vesivahinko" in letter("needs-space", cast.member.pk)


def test_why_a_booker_may_come_no_more_is_told_to_her_alone(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    event = events.event(cast.member, space=room, places=6, organisers=(cast.colleague,))
    guest = events.registration(people.person(), event)
    Booking.objects.get().members.all().delete()
    Organisation.objects.filter(people=cast.member).update(ends_on=today() + timedelta(days=1))
    call_off_lapsed(at=now())
    event.refresh_from_db()
    reason = Booking.objects.get().reason
    assert ("Organisaatiosi" in reason, event.booking_id) == (True, None)
    worker.run_errands(now())
    read = [
        "Organisaatiosi" in letter(key, person or 0)
        for key, person in (
            ("needs-space", cast.member.pk),
            ("needs-space", cast.colleague.pk),
            ("-lost-", guest.person_id),
        )
    ]
    assert read == [True, False, False]


def test_whoever_has_a_place_on_site_and_waits_online_hears_it_too(cast: Cast) -> None:
    room = spaces.space(spaces.site(), seats=8)
    event = events.event(cast.member, space=room, places=6, virtual_places=1)
    far = events.registration(people.person(), event, mode="virtual")
    here = events.registration(people.person(), event)
    assert here.person is not None
    actions.switch_mode(by=here.person, registration=here, mode="virtual")
    assert event.booking is not None
    cancel_booking(by=cast.member, booking=event.booking)
    worker.run_errands(now())
    assert "paikka ilmoitetaan myöhemmin" in letter("-lost-", here.person.pk)
    assert not Letter.objects.filter(key__contains="-lost-", person=far.person_id).exists()


def test_a_shut_site_takes_the_place_from_an_event_without_a_booking(cast: Cast) -> None:
    site = spaces.site()
    event = events.event(cast.member, site=site, place="Aula")
    online = events.event(cast.member, site=site, places=0, virtual_places=3)
    elsewhere = events.event(cast.member)
    later = events.event(cast.member, site=site, place="Aula", after=20)
    closing = Closing(start=event.starts_at, end=event.ends_at, space=None, reason={"fi": "Vesivahinko"})
    close_place(by=people.person(roles=[("owner", "")]), site=site, closing=closing)
    lost = [
        row for row in (event, online, elsewhere, later) if type(row).objects.get(pk=row.pk).lost_space_at
    ]
    assert lost == [event]
    worker.run_errands(now())
    assert "Toimipiste on silloin suljettu" in letter("needs-space", cast.member.pk)


def shut(site: Site, event: Event, by: Person) -> Closure:
    closing = Closing(start=event.starts_at, end=event.ends_at, space=None, reason={"fi": "Vesivahinko"})
    return close_place(by=by, site=site, closing=closing)


ALL, NO_STREET, NOTHING = (True, True, True), (True, False, True), (False, False, False)


def said_in(text: str, site: Site) -> tuple[bool, bool, bool]:
    """Say whether a text names a site, its street, and the place there."""
    text = text.replace("\r\n ", "")
    return site.name_fi in text, site.street in text, "Aula" in text


def read(page: str) -> str:
    """Read a page without its forms: every site can be chosen there."""
    return re.sub(r"<form.*?</form>", "", Client().get(page).content.decode(), flags=re.DOTALL)


def test_a_shut_site_is_advertised_nowhere(cast: Cast) -> None:
    site = spaces.site()
    event = events.event(cast.member, site=site, place="Aula", audience=events.PUBLIC)
    row = events.registration(cast.colleague, event)
    own = f"/fi/events/{event.pk}/"
    pages = {
        own: ALL, f"{own}poster/": ALL, "/fi/events/": NO_STREET,
        "/fi/events/events.ics": NO_STREET, "/fi/events/rss/": NO_STREET,
    }  # fmt: skip
    assert {page: said_in(read(page), site) for page in pages} == pages
    assert '"location"' in read(own)
    worker.run_errands(now())
    assert said_in(letter("-confirmed-", row.person_id or 0), site) == NO_STREET
    shut(site, event, people.person(roles=[("owner", "")]))
    for page in pages:
        text = read(page)
        assert "aikka ilmoitetaan myöhemmin" in text.replace("\r\n ", ""), page
        assert said_in(text, site) == NOTHING, page
    assert '"location"' not in read(own)
    worker.run_errands(now())
    told = letter("-lost-", row.person_id or 0)
    assert said_in(told, site) == NOTHING
    for text in (told, letter("needs-space", cast.member.pk)):
        assert "Vesivahinko" in text


def test_a_shut_site_names_no_event_that_lost_its_place_there(cast: Cast) -> None:
    site, owner = spaces.site(), people.person(roles=[("owner", "")])
    kept, lost = (
        events.event(cast.member, site=site, place="Aula", audience=events.PUBLIC, title=title, after=after)
        for title, after in (("Pysyvä ilta", 3), ("Siirtyvä ilta", 7))
    )
    pages = [
        f"/fi/sites/{site.slug}/", f"/fi/events/?site={site.slug}", f"/fi/events/events.ics?site={site.slug}",
        f"/fi/events/rss/?site={site.slug}",
    ]  # fmt: skip
    browser = signed_in(cast.colleague)

    def named() -> list[list[bool]]:
        texts = [browser.get(page).content.decode() for page in pages]
        return [[event.title in text for event in (kept, lost)] for text in texts]

    assert named() == [[True, True]] * len(pages)
    closure = shut(site, lost, owner)
    assert named() == [[True, False]] * len(pages)
    reopen_place(by=owner, closure=closure)
    assert named() == [[True, True]] * len(pages)


def test_an_event_that_had_booked_a_space_has_its_site_again_but_no_space(cast: Cast) -> None:
    site, owner = spaces.site(), people.person(roles=[("owner", "")])
    early, late = (
        events.event(
            cast.member, space=spaces.space(site, seats=8), places=6, title=title, audience=events.PUBLIC
        )
        for title in ("Aikaisin", "Myöhään")
    )
    assert early.booking is not None
    cancel_booking(by=cast.member, booking=early.booking)
    assert site.name_fi in Client().get("/fi/events/events.ics").content.decode()
    closure = shut(site, early, owner)
    for event in (early, late):
        event.refresh_from_db()
        assert (event.lost_to, event.booking_id, bool(event.lost_space_at)) == (closure, None, True)
        assert site.street not in Client().get(f"/fi/events/{event.pk}/").content.decode()
    reopen_place(by=owner, closure=closure)
    for event in (early, late):
        event.refresh_from_db()
        assert (event.lost_to, event.booking_id, bool(event.lost_space_at)) == (None, None, True)
        page = Client().get(f"/fi/events/{event.pk}/").content.decode()
        assert (site.street in page, "Paikka ilmoitetaan myöhemmin" in page) == (True, True)
    worker.run_errands(now())
    assert not Letter.objects.filter(key__contains="-place-back-").exists()


def test_the_organisers_of_an_event_without_a_booking_read_what_is_free_elsewhere(cast: Cast) -> None:
    there = spaces.space(cast.helsinki, name="Verstas", seats=30)
    site = spaces.site()
    event = events.event(cast.member, site=site, place="Aula", places=20)
    shut(site, event, people.person(roles=[("owner", "")]))
    worker.run_errands(now())
    text = letter("needs-space", cast.member.pk)
    assert "Vapaana sen sijaan:" in text
    assert f"– {there.name_fi}, {cast.helsinki.name_fi}" in text


def test_the_place_is_told_again_when_the_site_opens_again(cast: Cast) -> None:
    site, owner = spaces.site(), people.person(roles=[("owner", "")])
    event = events.event(cast.member, site=site, place="Aula")
    row = events.registration(people.person(), event)
    closure = shut(site, event, owner)
    browser, address = signed_in(cast.colleague), f"/fi/events/{event.pk}/"
    assert "Paikka ilmoitetaan myöhemmin" in browser.get(address).content.decode()
    reopen_place(by=owner, closure=closure)
    event.refresh_from_db()
    assert (event.lost_space_at, event.lost_to) == (None, None)
    page = browser.get(address).content.decode()
    assert "Paikka ilmoitetaan myöhemmin" not in page
    assert "Aula" in page
    worker.run_errands(now())
    assert "Aula" in letter("-changed-", row.person_id or 0)
    assert "Aula" in letter("-place-back-", cast.member.pk)


def test_that_the_place_is_back_hear_those_who_heard_that_it_was_gone(cast: Cast) -> None:
    site, owner = spaces.site(), people.person(roles=[("owner", "")])
    event = events.event(cast.member, site=site, place="Aula", virtual_places=3, hosts=(cast.host,))
    here, far = (events.registration(people.person(), event, mode=mode) for mode in ("on_site", "virtual"))
    actions.follow_event(by=cast.colleague, event=event)
    actions.invite_guest(by=cast.member, event=event, email="viivi@vieras.example", name="Viivi")
    closure = shut(site, event, owner)
    worker.run_errands(now())
    gone = told_of("-lost-") | told_of("needs-space")
    reopen_place(by=owner, closure=closure)
    worker.run_errands(now())
    assert far.person_id not in gone
    assert gone == {here.person_id, cast.member.pk} == told_of("-changed-") | told_of("-place-back-")


def test_a_place_that_another_closure_keeps_shut_is_not_told_again(cast: Cast) -> None:
    site, owner = spaces.site(), people.person(roles=[("owner", "")])
    event = events.event(cast.member, site=site, place="Aula")
    half = event.starts_at + timedelta(minutes=30)
    reason = {"fi": "Vesivahinko"}
    first, second = (
        close_place(by=owner, site=site, closing=Closing(start=start, end=end, space=None, reason=reason))
        for start, end in ((event.starts_at, half), (half, event.ends_at))
    )
    reopen_place(by=owner, closure=first)
    event.refresh_from_db()
    assert event.lost_space_at is not None
    reopen_place(by=owner, closure=second)
    event.refresh_from_db()
    assert event.lost_space_at is None


def test_an_event_that_lost_its_space_says_so_until_it_has_another(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    event = events.event(cast.member, space=room)
    assert event.booking is not None
    cancel_booking(by=cast.member, booking=event.booking)
    event = Event.objects.get(pk=event.pk)
    actions.change_event(by=cast.member, event=event, wish=replace(wish_of(event), title="Toinen nimi"))
    event = Event.objects.get(pk=event.pk)
    assert event.lost_space_at is not None
    actions.change_event(by=cast.member, event=event, wish=replace(wish_of(event), space=room))
    event = Event.objects.get(pk=event.pk)
    assert (event.lost_space_at, event.booking_id is not None) == (None, True)


def test_an_event_moved_out_of_the_closure_has_its_place_again(cast: Cast) -> None:
    site = spaces.site()
    event = events.event(cast.member, site=site, place="Aula")
    shut(site, event, people.person(roles=[("owner", "")]))
    for days, lost in ((0, True), (1, False)):
        row, step = Event.objects.get(pk=event.pk), timedelta(days=days)
        wish = replace(wish_of(row), start=row.starts_at + step, end=row.ends_at + step, closes_at=None)
        actions.change_event(by=cast.member, event=row, wish=wish)
        assert bool(Event.objects.get(pk=event.pk).lost_space_at) is lost


def test_nothing_is_planned_on_site_where_the_site_is_shut(cast: Cast) -> None:
    site = spaces.site()
    event = events.event(cast.member, site=site, place="Aula")
    closure = shut(site, event, people.person(roles=[("owner", "")]))
    late = events.event(cast.member, site=site, place="Aula", after=8)
    into = replace(wish_of(late), start=event.starts_at, end=event.ends_at)
    with translation.override("en"):
        for act in (
            lambda: events.event(cast.member, site=site, place="Aula"),
            lambda: actions.change_event(by=cast.member, event=late, wish=into),
        ):
            with pytest.raises(Invalid, match="shut at that time: Vesivahinko") as refused:
                act()
            assert refused.value.field == "day"
    [again] = actions.try_again(
        by=cast.member, event=late, dates=[event.starts_at.astimezone(event.zone).date()]
    )
    assert "Vesivahinko" in again.reason
    assert events.event(cast.member, site=site, places=0, virtual_places=3)
    lost = Event.objects.get(pk=event.pk)
    actions.change_event(by=cast.member, event=lost, wish=replace(wish_of(lost), title="Toinen nimi"))
    reopen_place(by=people.person(roles=[("owner", "")]), closure=closure)
    actions.change_event(by=cast.member, event=late, wish=into)
