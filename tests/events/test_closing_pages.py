"""The pages on which a place is shut: which events are about to lose it, and which have no other yet."""

import re
from dataclasses import replace
from datetime import timedelta

import time_machine

from fiksummin.core import worker
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.losing import lost_by
from fiksummin.events.queries.wishes import wish_of
from fiksummin.spaces.actions import cancel_booking, close_place
from fiksummin.spaces.models import Booking, Closure
from fiksummin.spaces.queries import Closing
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events, people, spaces


def test_what_is_over_keeps_its_place_when_the_day_is_shut(cast: Cast) -> None:
    """At noon a whole day is shut: an event of the morning was held where it was, with a space booked or without."""
    room = spaces.space(cast.helsinki, seats=8)
    over = events.event(cast.member, space=room, start="9:00", end="10:00", title="Aamu salissa")
    without = events.event(cast.member, site=cast.helsinki, place="Aula", title="Aamu aulassa")
    day = over.starts_at.astimezone(over.zone).date()
    Event.objects.filter(pk=without.pk).update(
        starts_at=over.starts_at, ends_at=over.ends_at, closes_at=over.starts_at
    )
    row = events.registration(people.person(), over)
    evening = events.event(cast.member, space=room, start="17:00", end="18:00", title="Illalla")
    words = {"first": day, "last": day, "reason_fi": "Vesi", "reason_sv": "Vatten", "reason_en": "Water"}
    address = f"/fi/sites/{cast.helsinki.slug}/closures/new/"
    with time_machine.travel(over.ends_at + timedelta(hours=2), tick=False):
        browser = signed_in(cast.manager)
        page = browser.post(address, words).content.decode()
        assert ["Aamu" in page, "Illalla" in page] == [False, True]
        assert browser.post(address, words | {"sure": "1"}).status_code == 303
        assert list(Event.objects.exclude(lost_space_at=None)) == [evening]
        worker.run_errands(now())
        page = browser.get(f"/fi/events/{over.pk}/").content.decode()
    over.refresh_from_db()
    assert (over.booking_id is not None, room.name_fi in page) == (True, True)
    assert "Paikka ilmoitetaan myöhemmin" not in page
    assert not Letter.objects.filter(key__contains="-lost-", person=row.person_id).exists()


def test_the_preview_of_a_closure_names_the_events_that_lose_their_place(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    without = events.event(cast.member, site=cast.helsinki, place="Aula", title="Aulatapahtuma")
    inside = events.event(cast.member, space=room, title="Salitapahtuma")
    events.event(cast.member, site=cast.helsinki, places=0, virtual_places=3, title="Verkossa vain")
    events.registration(people.person(), without)
    day = without.starts_at.astimezone(cast.helsinki.zone).date().isoformat()
    words = {"first": day, "last": day, "reason_fi": "Vesi", "reason_sv": "Vatten", "reason_en": "Water"}
    browser, address = signed_in(cast.manager), f"/fi/sites/{cast.helsinki.slug}/closures/new/"
    page = browser.post(address, words).content.decode()
    assert not Closure.objects.exists()
    assert "Aulatapahtuma" in page
    assert "1 paikka varattu" in page
    assert "Salitapahtuma" in page
    assert "Verkossa vain" not in page
    page = browser.post(address, words | {"space": str(room.pk)}).content.decode()
    assert ("Aulatapahtuma" in page, "Salitapahtuma" in page) == (False, True)
    assert browser.post(address, words | {"sure": "1"}).status_code == 303
    assert Event.objects.filter(lost_space_at__isnull=False).count() == 2
    assert inside.pk


def test_a_closure_that_concerns_an_event_alone_is_asked_about_first(cast: Cast) -> None:
    event = events.event(cast.member, site=cast.helsinki, place="Aula")
    day = event.starts_at.astimezone(cast.helsinki.zone).date().isoformat()
    words = {"first": day, "last": day, "reason_fi": "Vesi", "reason_sv": "Vatten", "reason_en": "Water"}
    browser, address = signed_in(cast.manager), f"/fi/sites/{cast.helsinki.slug}/closures/new/"
    assert event.title in browser.post(address, words).content.decode()
    assert not Closure.objects.exists()


def test_the_list_of_closures_tells_which_events_have_no_place_since(cast: Cast) -> None:
    """Of a space and of the whole site, each under its closure, until it has a place, is online, cancelled or over."""
    site = cast.helsinki
    room, hall = (spaces.space(site, seats=8, name=name) for name in ("Huone", "Sali"))
    inside = events.event(cast.member, space=room, title="Huoneessa")
    saved = events.event(cast.member, space=room, title="Siirtyi muualle", start="16:00", end="17:00")
    without = events.event(cast.member, site=site, place="Aula", title="Aulassa", after=20)
    booked = events.event(cast.member, space=hall, title="Salissa", after=26)
    other = events.event(cast.member, space=hall, title="Peruttu varaus", after=30)
    assert other.booking is not None
    cancel_booking(by=cast.member, booking=other.booking)
    end, start = booked.ends_at + timedelta(hours=1), without.starts_at - timedelta(hours=1)
    for closing in (
        Closing(room, inside.starts_at, saved.ends_at, {"fi": "Vesivahinko"}),
        Closing(None, start, end, {"fi": "Sähkötyö"}),
    ):
        close_place(by=cast.manager, site=site, closing=closing)
    address, browser = f"/fi/sites/{site.slug}/closures/", signed_in(cast.manager)

    def named() -> list[list[str]]:
        """Which events each closure names, the first closure first."""
        section = browser.get(address).content.decode().partition('id="lost-places"')[2]
        parts = section.partition("</section>")[0].split("<h3>")[1:]
        return [re.findall(r'/fi/events/\d+/"><bdi[^>]*>([^<]+)', part) for part in parts]

    assert named() == [["Huoneessa", "Siirtyi muualle"], ["Aulassa", "Salissa"]]
    page = browser.get(address).content.decode()
    for way in ("online", "change"):
        assert f'href="/fi/events/{inside.pk}/{way}/"' in page
        assert browser.get(f"/fi/events/{inside.pk}/{way}/").status_code == 200
    saved = Event.objects.get(pk=saved.pk)
    actions.change_event(by=cast.manager, event=saved, wish=replace(wish_of(saved), space=hall))
    actions.hold_online(by=cast.manager, event=booked, link="https://kokous.example/x")
    actions.cancel_event(by=cast.manager, event=without, reason="Ei paikkaa missään")
    assert named() == [["Huoneessa"]]
    with time_machine.travel(inside.starts_at, tick=False):
        browser = signed_in(cast.manager)
        page = browser.get(address).content.decode()
        assert [f"/fi/events/{inside.pk}/{way}/" in page for way in ("online", "change")] == [False, True]


def test_a_space_lost_again_is_told_of_under_what_took_it_last(cast: Cast) -> None:
    site = cast.helsinki
    room, hall = (spaces.space(site, seats=8, name=name) for name in ("Huone", "Sali"))
    event = events.event(cast.member, space=room, title="Kahdesti")
    closing = Closing(room, event.starts_at, event.ends_at, {"fi": "Vesivahinko"})
    closure = close_place(by=cast.manager, site=site, closing=closing)
    assert lost_by([closure], cast.manager, now()) == [(closure, [event])]
    assert lost_by([closure], cast.colleague, now()) == []
    event = Event.objects.get(pk=event.pk)
    event = actions.change_event(by=cast.member, event=event, wish=replace(wish_of(event), space=hall))
    cancel_booking(by=cast.member, booking=Booking.objects.get(event=event))
    assert Event.objects.get(pk=event.pk).lost_space_at
    assert lost_by([closure], cast.manager, now()) == []
