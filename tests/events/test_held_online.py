"""An event on site is held online instead, in one act: nobody loses what she has, everybody hears it; and why it was moved is told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.actions import Scope
from fiksummin.events.models import ChangeReason, Event, EventPerson, Registration
from fiksummin.events.queries.keeping import SeriesWish
from fiksummin.events.queries.wishes import Share, wish_of
from fiksummin.spaces.actions import close_place
from fiksummin.spaces.models import Booking
from fiksummin.spaces.queries import Closing
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.events.test_lost_spaces import letter
from tests.factories import events, people, spaces

pytestmark = pytest.mark.django_db
LINK = "https://kokous.example/huone"


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def online(cast: Cast, event: Event, **words: str) -> Event:
    return actions.hold_online(by=cast.member, event=event, link=LINK, **words)


def test_all_keep_what_they_have_and_the_space_is_free(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    event = events.event(cast.member, space=room, places=2, virtual_places=3)
    has, pair, waits = (events.registration(people.person(), event, people=number) for number in (1, 1, 2))
    far = events.registration(people.person(), event, mode="virtual", people=3)
    event = online(cast, event)
    rows = {row.pk: row for row in Registration.objects.select_related("pool", "event")}
    assert [rows[row.pk].state for row in (has, pair, far, waits)] == ["confirmed"] * 3 + ["queued"]
    assert (
        {row.mode for row in rows.values()}
        == {row.pool.mode for row in rows.values() if row.pool}
        == {"virtual"}
    )
    pool = event.pools.get()
    assert (pool.mode, pool.capacity, pool.taken) == ("virtual", 5, 5)
    assert not Booking.objects.filter(cancelled_at=None).exists()
    event.refresh_from_db()
    assert (event.online_link, event.booking_id, event.lost_space_at) == (LINK, None, None)
    worker.run_errands(now())
    told = letter("-changed-", has.person_id or 0)
    assert LINK in told
    assert "Pidät paikkasi" in told
    assert LINK not in letter("-changed-", waits.person_id or 0)
    assert "Pidät vuorosi jonossa" in letter("-changed-", waits.person_id or 0)


def test_who_waited_for_the_other_mode_waits_no_more(cast: Cast) -> None:
    event = events.event(cast.member, places=1, virtual_places=1)
    here = events.registration(people.person(), event)
    there = events.registration(people.person(), event, mode="virtual")
    actions.switch_mode(by=here.person or cast.member, registration=here, mode="virtual")
    online(cast, event)
    for row in Registration.objects.select_related("pool"):
        assert (row.mode, row.holds, row.wants_to_switch) == ("virtual", "virtual", False)
    assert there.person_id


def test_an_open_offer_and_a_quota_go_along(cast: Cast) -> None:
    body = people.organisation()
    event = events.event(cast.member, places=1, offer_hours=5, quotas=(Share(1, organisation=body),))
    has, waits = (events.registration(people.person(organisation=body), event) for _one in range(2))
    actions.cancel_registration(by=has.person or cast.member, registration=has)
    event = online(cast, event)
    waits.refresh_from_db()
    assert (waits.state, waits.holds, event.quotas.get().taken) == ("offered", "virtual", 1)
    actions.accept_place(by=waits.person, registration=waits)


def test_an_event_whose_site_was_shut_goes_online(cast: Cast) -> None:
    event = events.event(cast.member, site=cast.helsinki, place="Aula", places=5)
    events.registration(people.person(), event)
    shut = Closing(start=event.starts_at, end=event.ends_at, space=None, reason={"fi": "Vesivahinko"})
    close_place(by=cast.manager, site=cast.helsinki, closing=shut)
    online(cast, event, reason="Toimipiste on suljettu")
    page = signed_in(cast.colleague).get(f"/en/events/{event.pk}/").content.decode()
    assert "Toimipiste on suljettu" in page
    assert "announced later" not in page
    assert cast.helsinki.address not in page


def test_what_cannot_be_held_online_is_refused_and_stays(cast: Cast) -> None:
    event = events.event(cast.member, places=2)
    with pytest.raises(Invalid, match="Give the link"):
        actions.hold_online(by=cast.member, event=event)
    with pytest.raises(Invalid):
        actions.hold_online(by=cast.member, event=event, link="javascript:alert(1)")
    with pytest.raises(Invalid) as long:
        online(cast, event, reason="x" * 1001)
    assert long.value.field == "reason"
    with pytest.raises(NotAllowed):
        actions.hold_online(by=cast.colleague, event=event, link=LINK)
    with pytest.raises(NotNow, match="begun"):
        actions.hold_online(by=cast.member, event=event, link=LINK, at=event.starts_at)
    assert event.pools.get().mode == "on_site"
    online(cast, event)
    with pytest.raises(NotNow, match="no places on site"):
        online(cast, event)


def test_fewer_places_than_are_taken_name_the_way_online(cast: Cast) -> None:
    event = events.event(cast.member, places=2)
    events.registration(people.person(), event)
    with pytest.raises(Invalid, match="have the event held online"):
        actions.change_event(
            by=cast.member, event=event, wish=replace(wish_of(event), places=0, virtual_places=9)
        )


def test_on_its_page_in_one_act_and_once_more_changes_nothing(cast: Cast) -> None:
    event = events.event(cast.member, places=2)
    events.registration(cast.colleague, event)
    browser, address = signed_in(cast.member), f"/en/events/{event.pk}/online/"
    assert address in browser.get(f"/en/events/{event.pk}/").content.decode()
    shown = browser.get(address).content.decode()
    assert "1 person has a place." in shown
    for _time in range(2):
        answer = browser.post(address, {"online_link": LINK, "reason": "Talvimyrsky"})
        assert (answer.status_code, answer["Location"]) == (303, f"/en/events/{event.pk}/")
    event.refresh_from_db()
    assert (event.only_mode, event.sequence) == ("virtual", 1)
    assert "Talvimyrsky" in browser.get(f"/en/events/{event.pk}/").content.decode()


def test_a_program_does_it_once_for_its_key(cast: Cast) -> None:
    event = events.event(cast.member, places=2)
    events.registration(cast.colleague, event)
    program = program_of(cast.member)
    for _time in range(2):
        answer = program.post(
            f"events/{event.pk}/online", {"online_link": LINK, "reason": "Myrsky"}, key="k-1"
        )
        assert answer.status_code == 200, answer.content
    assert [(row["mode"], row["taken"]) for row in answer.json()["places"]] == [("virtual", 1)]
    assert program.post(f"events/{event.pk}/online", {"online_link": LINK}).status_code == 409
    assert ChangeReason.objects.get().words == "Myrsky"


# --- With others of its series -----------------------------------------------------------


def series_of(cast: Cast, *links: str) -> list[Event]:
    """Events of a series, two days apart, each on site with a link of its own to join online."""
    made = [events.event(cast.member, after=9 + 2 * n, online_link=link) for n, link in enumerate(links)]
    actions.make_series(by=cast.member, event=made[0], wish=SeriesWish(name_fi="Iltapäivät"))
    Event.objects.filter(pk__in=[event.pk for event in made]).update(
        series=Event.objects.get(pk=made[0].pk).series
    )
    return list(Event.objects.filter(pk__in=[event.pk for event in made]).order_by("starts_at"))


def held(rows: list[Event]) -> list[str]:
    """Say of each whether it is online, and by which link."""
    return [
        row.online_link if row.only_mode == "virtual" else ""
        for row in Event.objects.filter(pk__in=[row.pk for row in rows])
    ]


@pytest.mark.parametrize(
    ("scope", "there"),
    [("this", ["", LINK, ""]), ("following", ["", LINK, LINK]), ("all", [LINK, LINK, LINK])],
)
def test_others_of_the_series_are_held_online_with_it(cast: Cast, scope: str, there: list[str]) -> None:
    rows = series_of(cast, "", "", "")
    guest = events.registration(people.person(), rows[2])
    number = actions.hold_events_online(by=cast.member, event=rows[1], link=LINK, scope=Scope(scope))
    assert (held(rows), number) == (there, sum(map(bool, there)))
    worker.run_errands(now())
    told = Letter.objects.filter(key__contains=f"event-{rows[2].pk}-changed-", person=guest.person_id)
    assert told.exists() is bool(there[2])


def test_where_the_link_stays_each_keeps_its_own(cast: Cast) -> None:
    rows = series_of(cast, LINK, "https://kokous.example/toinen", "")
    actions.hold_online(by=cast.member, event=rows[2], link="https://kokous.example/kolmas")
    actions.hold_events_online(by=cast.member, event=rows[0], scope=Scope.ALL)
    assert held(rows) == [LINK, "https://kokous.example/toinen", "https://kokous.example/kolmas"]
    assert rows[2].sequence + 1 == Event.objects.get(pk=rows[2].pk).sequence


def test_all_or_none_of_a_series_go_online(cast: Cast) -> None:
    rows = series_of(cast, "", "")
    EventPerson.objects.filter(event=rows[1]).delete()
    with pytest.raises(NotAllowed, match="Only its organisers"):
        actions.hold_events_online(by=cast.member, event=rows[0], link=LINK, scope=Scope.ALL)
    assert held(rows) == ["", ""]


def test_the_page_asks_which_of_the_series(cast: Cast) -> None:
    rows = series_of(cast, "", "")
    browser, address = signed_in(cast.member), f"/en/events/{rows[0].pk}/online/"
    assert 'name="scope"' in browser.get(address).content.decode()
    refused = browser.post(address, {"online_link": LINK, "reason": "Talvimyrsky"})
    assert (refused.status_code, "Talvimyrsky" in refused.content.decode()) == (422, True)
    answer = browser.post(address, {"online_link": LINK, "scope": "following"}, follow=True)
    assert "2 events are held online." in answer.content.decode()
    assert held(rows) == [LINK, LINK]


def test_a_program_says_which_of_the_series(cast: Cast) -> None:
    rows = series_of(cast, "", "")
    program, address = program_of(cast.member), f"events/{rows[0].pk}/online"
    assert program.post(address, {"online_link": LINK, "scope": "some"}).status_code == 422
    assert program_of(cast.outsider).post(address, {"online_link": LINK, "scope": "all"}).status_code != 200
    assert held(rows) == ["", ""]
    answer = program.post(address, {"online_link": LINK, "scope": "all"})
    assert (answer.status_code, answer.json()["online_link"], held(rows)) == (200, LINK, [LINK, LINK])


# --- Why it was moved --------------------------------------------------------------------


def later(event: Event, days: int = 1) -> dict[str, str]:
    step = timedelta(days=days)
    return {"start": (event.starts_at + step).isoformat(), "end": (event.ends_at + step).isoformat()}


def test_a_program_says_why_and_letters_and_the_page_tell_it(cast: Cast) -> None:
    event = events.event(cast.member, audience="public")
    row = events.registration(cast.colleague, event)
    words = {**later(event), "closes_at": None, "reason": "Puhuja sairastui"}
    answer = program_of(cast.member).patch(f"events/{event.pk}", words)
    assert answer.status_code == 200, answer.content
    worker.run_errands(now())
    assert "Motivering: Puhuja sairastui" in letter("-changed-", row.person_id or 0)
    assert "Puhuja sairastui" in Client().get(f"/en/events/{event.pk}/").content.decode()


def test_each_letter_tells_the_reason_of_its_own_change(cast: Cast) -> None:
    event = events.event(cast.member)
    row = events.registration(cast.colleague, event)
    for days, reason in ((1, "Ensin näin"), (2, ""), (3, "Sitten noin")):
        step = timedelta(days=days)
        wish = replace(wish_of(event), start=event.starts_at + step, end=event.ends_at + step, closes_at=None)
        actions.change_event(by=cast.member, event=event, wish=wish, reason=reason)
    worker.run_errands(now())
    found = Letter.objects.filter(key__contains=f"event-{event.pk}-changed-", person=row.person_id)
    said = [bytes(each.content).decode() for each in found.order_by("pk")]
    assert [("Ensin" in text, "Sitten" in text, "Motivering:" in text) for text in said] == [
        (True, False, True), (False, False, False), (False, True, True),
    ]  # fmt: skip


def test_a_reason_for_a_change_that_nobody_hears_of_is_not_kept(cast: Cast) -> None:
    event = events.event(cast.member)
    actions.change_event(
        by=cast.member, event=event, wish=replace(wish_of(event), title="Toinen"), reason="Kirjoitusvirhe"
    )
    assert not ChangeReason.objects.exists()
