"""An event with its space in one act; moved, lost, cancelled: all or nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.choices import Audience, Mode
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.events.models.event import surely_for
from fiksummin.people.models import Person
from fiksummin.spaces.actions import cancel_booking, change_booking, close_place, release_no_shows
from fiksummin.spaces.models import Booking, Claim, Site, Space
from fiksummin.spaces.queries import BookingWish, Closing, Place
from tests.cast import Cast
from tests.factories import circles, events, people, spaces
from tests.factories.events import registration


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def organiser(cast: Cast) -> Person:
    return cast.member


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8)


def test_one_act_books_the_space_with_its_layout_and_its_hosts(organiser: Person, site: Site) -> None:
    hall = spaces.hall(site)["ABC"]
    theatre = hall.layouts.get(kind="theatre")
    event = events.event(organiser, space=hall, layout=theatre, places=100, hosts=(people.person(),))
    assert event.booking is not None
    place = event.booking.places.get()
    assert (place.layout, place.changeover_minutes) == (theatre, 30)
    assert Claim.objects.filter(hold=event.booking.hold).count() == 3
    assert list(event.people.values_list("part", flat=True)) == ["organiser", "host"]


def test_capacity_is_never_above_the_layout(organiser: Person, site: Site) -> None:
    hall = spaces.hall(site)["ABC"]
    with pytest.raises(Invalid, match="30 seats") as refused:
        events.event(organiser, space=hall, layout=hall.layouts.get(kind="board"), places=31)
    assert refused.value.field == "places"
    assert not Event.objects.exists()
    assert not Booking.objects.exists()


def test_nothing_is_planned_when_the_space_is_taken(organiser: Person, room: Space) -> None:
    events.event(organiser, space=room)
    with pytest.raises(Conflict):
        events.event(people.person(), space=room)
    assert (Event.objects.count(), Booking.objects.count()) == (1, 1)


def test_moving_moves_all_or_nothing(organiser: Person, room: Space) -> None:
    event = events.event(organiser, space=room)
    blocker = events.event(organiser, space=room, start="9:00", end="11:00")
    moved = events.wish(space=room, start="15:00", end="17:00", title=event.title)
    actions.change_event(by=organiser, event=event, wish=moved)
    event.refresh_from_db()
    assert event.booking is not None
    assert (event.starts_at, event.booking.starts_at) == (moved.start, moved.start)
    into = events.wish(space=room, start="10:00", end="12:00")
    with pytest.raises(Conflict):
        actions.change_event(by=organiser, event=event, wish=into)
    event.refresh_from_db()
    assert (event.starts_at, blocker.booking_id is not None) == (moved.start, True)


@pytest.mark.parametrize("hours", [-30, 30])
def test_registration_that_closes_as_the_event_begins_does_so_at_its_new_time(
    organiser: Person, hours: int
) -> None:
    for closes, moved in ((None, hours), (timedelta(hours=-40), 0)):
        event = events.event(organiser)
        own = event.starts_at + closes if closes else None
        actions.change_event(by=organiser, event=event, wish=replace(queries.wish_of(event), closes_at=own))
        event = Event.objects.get(pk=event.pk)
        before, step = event.closes_at, timedelta(hours=hours)
        wish = queries.wish_of(event)
        wish = replace(wish, start=wish.start + step, end=wish.end + step)
        actions.change_event(by=organiser, event=event, wish=wish)
        event = Event.objects.get(pk=event.pk)
        assert event.closes_at == before + timedelta(hours=moved)


def test_moving_to_another_site_claims_there_before_it_gives_back_here(
    organiser: Person, room: Space
) -> None:
    event = events.event(organiser, space=room)
    old = event.booking
    there = spaces.space(spaces.site(), seats=8)
    actions.change_event(by=organiser, event=event, wish=events.wish(space=there))
    event.refresh_from_db()
    assert event.booking is not None
    assert old is not None
    old.refresh_from_db()
    assert (event.site, event.booking.site_id, old.cancelled_at is not None) == (
        there.site,
        there.site_id,
        True,
    )
    assert (event.lost_space_at, Claim.objects.count()) == (None, 1)


def test_a_booking_is_not_moved_from_under_its_event(organiser: Person, room: Space) -> None:
    event = events.event(organiser, space=room)
    booking = event.booking
    assert booking is not None
    later = BookingWish(
        (Place(room),), booking.starts_at + timedelta(hours=1), booking.ends_at + timedelta(hours=1)
    )
    with pytest.raises(NotAllowed, match="the booking follows"):
        change_booking(by=organiser, booking=booking, wish=later)
    booking.refresh_from_db()
    assert booking.starts_at == event.starts_at
    longer = replace(later, start=booking.starts_at)
    change_booking(by=organiser, booking=booking, wish=longer)


def test_an_event_that_loses_its_space_says_so_in_the_same_act(organiser: Person, room: Space) -> None:
    event = events.event(organiser, space=room)
    assert event.booking is not None
    cancel_booking(by=organiser, booking=event.booking)
    event.refresh_from_db()
    assert event.booking_id is None
    assert event.lost_space_at is not None
    assert Entry.objects.filter(fact="events.EventLostSpace", data__event=event.pk).count() == 1


def test_a_closure_takes_the_space_from_an_event(cast: Cast, room: Space) -> None:
    event = events.event(cast.member, space=room)
    closing = Closing(start=event.starts_at, end=event.ends_at, space=room, reason={"fi": "Vesivahinko"})
    close_place(by=cast.manager, site=room.site, closing=closing)
    event.refresh_from_db()
    assert event.lost_space_at is not None
    elsewhere = events.wish(space=spaces.space(room.site, seats=8))
    actions.change_event(by=cast.member, event=event, wish=elsewhere)
    event.refresh_from_db()
    assert event.lost_space_at is None
    assert event.booking_id is not None


def test_nobody_has_to_check_in_to_keep_the_space_of_an_event(organiser: Person, site: Site) -> None:
    room = spaces.space(site, seats=8, grace_minutes=10)
    event = events.event(organiser, space=room)
    assert release_no_shows(at=event.starts_at + timedelta(minutes=30)) == 0


def test_cancelling_frees_the_space_and_needs_a_reason(organiser: Person, room: Space) -> None:
    event = events.event(organiser, space=room, places=1)
    row, waits = registration(people.person(), event), registration(people.person(), event)
    with pytest.raises(NotAllowed, match="Say why"):
        actions.cancel_event(by=organiser, event=event)
    actions.cancel_event(by=organiser, event=event, reason="Puhuja sairastui")
    for each in (row, waits):
        each.refresh_from_db()
    assert (Claim.objects.count(), row.ended_at, waits.end) == (0, None, "called_off")
    with pytest.raises(NotNow, match="cancelled"):
        registration(people.person(), event)


def test_fewer_places_than_are_taken_are_refused_and_more_serve_the_queue(organiser: Person) -> None:
    event = events.event(organiser, places=2)
    rows = [registration(people.person(), event) for _one in range(4)]
    with pytest.raises(Invalid, match="2 places are taken"):
        actions.change_event(by=organiser, event=event, wish=events.wish(places=1))
    actions.change_event(by=organiser, event=event, wish=events.wish(places=3))
    assert [Registration.objects.get(pk=row.pk).state for row in rows] == [
        "confirmed", "confirmed", "confirmed", "queued",
    ]  # fmt: skip


def test_who_would_lose_her_place_is_named(organiser: Person) -> None:
    event = events.event(organiser, places=3)
    first, second, third = (registration(people.person(), event).person for _one in range(3))
    with pytest.raises(Invalid) as refused:
        actions.change_event(by=organiser, event=event, wish=events.wish(places=1))
    assert refused.value.reason.endswith(f"The last to get a place: {third}, {second}.")
    assert str(first) not in refused.value.reason


def test_places_of_a_mode_nobody_holds_can_be_taken_away(organiser: Person) -> None:
    event = events.event(organiser, places=2, virtual_places=2)
    actions.change_event(by=organiser, event=event, wish=events.wish(places=2))
    assert list(Pool.objects.filter(event=event).values_list("mode", flat=True)) == [Mode.ON_SITE]


def test_who_waits_for_a_mode_that_is_no_more_keeps_her_turn_in_the_other(organiser: Person) -> None:
    lots: Any = {"allocation": "lottery", "closes_at": now() + timedelta(days=1)}
    event = events.event(organiser, places=1, virtual_places=1, **lots)
    row = registration(people.person(), event, mode=Mode.VIRTUAL)
    actions.change_event(by=organiser, event=event, wish=events.wish(places=1, **lots))
    row.refresh_from_db()
    assert (row.mode, row.state) == (Mode.ON_SITE, "drawing")


@pytest.mark.parametrize(("was", "then"), [("lottery", "queue"), ("queue", "lottery")])
def test_how_places_are_given_stays_once_somebody_has_registered(
    organiser: Person, was: str, then: str
) -> None:
    words: Any = {"closes_at": now() + timedelta(days=1)}
    event = events.event(organiser, places=1, allocation=was, **words)
    other = events.wish(places=1, allocation=then, **words)
    row = registration(people.person(), event)
    state = row.state
    with pytest.raises(Invalid, match="stays as it was told") as refused:
        actions.change_event(by=organiser, event=event, wish=other)
    assert refused.value.field == "allocation"
    row.refresh_from_db()
    assert row.state == state
    assert (Event.objects.get().allocation, Event.objects.get().lottery_seed) == (was, event.lottery_seed)
    actions.change_event(by=organiser, event=event, wish=events.wish(places=2, allocation=was, **words))
    actions.cancel_registration(by=row.person, registration=row)
    actions.change_event(by=organiser, event=event, wish=other)
    assert Event.objects.get().allocation == then


def test_only_organisers_change_an_event_and_guests_plan_none(cast: Cast) -> None:
    event = events.event(cast.member, organisers=(cast.outsider,))
    with pytest.raises(NotAllowed, match="Only its organisers"):
        actions.change_event(by=cast.colleague, event=event, wish=events.wish())
    actions.change_event(by=cast.outsider, event=event, wish=events.wish())
    with pytest.raises(NotAllowed, match="guest cannot plan"):
        events.event(cast.guest)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"title": " "}, "title"),
        ({"places": 0}, "places"),
        ({"places": -1}, "places"),
        ({"places": 10_001}, "places"),
        ({"place": ""}, "place"),
        ({"audience": "nobody"}, "audience"),
        ({"audience": "organisation"}, "audience_organisation"),
        ({"audience": "role", "audience_role": "king"}, "audience_role"),
        ({"offer_hours": 1000}, "offer_hours"),
        ({"after": -1}, "day"),
        ({"after": 900}, "day"),
        ({"summary": "a" * 301}, "summary"),
        ({"dimensions": ("spiritual",)}, "dimensions"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(
    organiser: Person, words: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        events.event(organiser, **words)  # type: ignore[arg-type]  # a test names the words
    assert refused.value.field == field


def test_who_sees_an_event(cast: Cast) -> None:
    draft = events.event(cast.member, publish=False)
    members = events.event(cast.member)
    public = events.event(cast.member, audience="public")

    def seen(person: Person | None) -> list[int]:
        return sorted(Event.objects.visible_to(person).values_list("pk", flat=True))

    assert seen(None) == [public.pk]
    assert seen(cast.guest) == [public.pk]
    assert seen(cast.colleague) == [members.pk, public.pk]
    assert seen(cast.partner) == [members.pk, public.pk]
    assert seen(cast.member) == [draft.pk, members.pk, public.pk]
    assert seen(cast.owner) == [draft.pk, members.pk, public.pk]


def test_what_is_surely_for_somebody_is_visible_to_her(cast: Cast) -> None:
    everybody = [getattr(cast, name) for name in ("member", "colleague", "guest", "partner", "owner", "host")]
    body, circle = people.organisation(), circles.circle(cast.member)
    told = {}
    for audience in Audience:
        words = {"audience_organisation": body, "audience_circle": circle, "audience_role": "editor"}
        event = events.event(cast.member, audience=audience, **words)
        draft = events.event(cast.member, audience=audience, publish=False, **words)
        for person in everybody:
            assert not surely_for(draft, person)
            told[audience, person] = surely_for(event, person)
            if told[audience, person]:
                assert Event.objects.visible_to(person).filter(pk=event.pk).exists()
    assert told[Audience.MEMBERS, cast.colleague]
    assert not told[Audience.MEMBERS, cast.guest]
    assert not any(told[Audience.INVITED, person] for person in everybody)


def test_an_event_cannot_be_published_twice_or_after_it_began(organiser: Person) -> None:
    event = events.event(organiser, publish=False)
    with pytest.raises(NotNow, match="has begun"):
        actions.publish_event(by=organiser, event=event, at=event.starts_at)
    actions.publish_event(by=organiser, event=event, at=now())
    with pytest.raises(NotNow, match="already"):
        actions.publish_event(by=organiser, event=event)


def test_an_event_that_goes_on_may_still_be_reworded_and_have_more_places(organiser: Person) -> None:
    event = events.event(organiser, places=1)
    wish = events.wish(places=3, title="Uusi otsikko")
    during = event.starts_at + timedelta(minutes=30)
    actions.change_event(by=organiser, event=event, wish=wish, at=during)
    event.refresh_from_db()
    assert (event.title, event.pools.get().capacity) == ("Uusi otsikko", 3)


def test_registration_does_not_close_before_it_opens(organiser: Person) -> None:
    for times in ({"closes_at": now() - timedelta(hours=1)}, {"opens_at": now() + timedelta(days=300)}):
        with pytest.raises(Invalid, match="open before it closes"):
            events.event(organiser, **times)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://a.example", "video", f"https://a.example/{'a' * 500}"]
)
def test_links_are_addresses(organiser: Person, link: str) -> None:
    with pytest.raises(Invalid) as refused:
        events.event(organiser, online_link=link)
    assert refused.value.field == "online_link"


def test_what_is_not_changed_stays(organiser: Person, room: Space) -> None:
    hall = spaces.hall(room.site)["ABC"]
    event = events.event(
        organiser, space=hall, layout=hall.layouts.get(kind="theatre"), places=20, virtual_places=5,
        tags=("kokeilu",), dimensions=("social",), spoken=("fi", "sv"), online_link="https://a.example/1",
    )  # fmt: skip
    before = queries.wish_of(Event.objects.get(pk=event.pk))
    actions.change_event(by=organiser, event=event, wish=before)
    fresh = Event.objects.get(pk=event.pk)
    assert (queries.wish_of(fresh), Booking.objects.get().sequence) == (before, 0)
