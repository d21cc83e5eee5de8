"""Registering for an event: a place at once, the queue, switching, groups, quotas, offers, lots."""

from datetime import timedelta

import pytest
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.choices import Allocation, Mode, RegistrationEnd, RegistrationState
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.events.queries.wishes import Asked, PlaceWish, Share
from fiksummin.events.queries.words import capacity_words, free_words
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.events.test_lost_spaces import letter
from tests.factories import events, people
from tests.factories.events import registration


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def organiser(cast: Cast) -> Person:
    return cast.member


def crowd(number: int) -> list[Person]:
    return [people.person() for _one in range(number)]


def states(event: Event) -> list[str]:
    rows = Registration.objects.filter(event=event).select_related("event", "pool").order_by("pk")
    return [str(row.state.value) for row in rows]


def taken(event: Event, mode: str = Mode.ON_SITE) -> int:
    return Pool.objects.get(event=event, mode=mode).taken


def test_a_place_at_once_then_the_queue(organiser: Person) -> None:
    event = events.event(organiser, places=2)
    first, second, third = (registration(person, event) for person in crowd(3))
    assert [first.state, second.state, third.state] == ["confirmed", "confirmed", "queued"]
    assert (taken(event), queries.position(third), queries.position(first)) == (2, 1, 0)


def test_a_cancellation_serves_the_first_in_line_in_the_same_act(organiser: Person) -> None:
    event = events.event(organiser, places=1)
    holder, first, second = (registration(person, event) for person in crowd(3))
    actions.cancel_registration(by=holder.person, registration=holder)
    assert states(event) == ["ended", "confirmed", "queued"]
    second.refresh_from_db()
    assert queries.position(second) == 1
    told = Entry.objects.filter(fact="events.PlaceConfirmed", data__registration=first.pk)
    assert told.count() == 1


def test_an_offer_is_held_until_it_is_answered_or_lapses(organiser: Person) -> None:
    event = events.event(organiser, places=1, offer_hours=24)
    holder, first, second, third = (registration(person, event) for person in crowd(4))
    actions.cancel_registration(by=holder.person, registration=holder)
    assert states(event) == ["ended", "offered", "queued", "queued"]
    assert actions.lapse_places(at=now() + timedelta(hours=23)) == 0
    assert actions.lapse_places(at=now() + timedelta(hours=25)) == 1
    assert states(event) == ["ended", "ended", "offered", "queued"]
    with pytest.raises(NotNow, match="time to answer ended"):
        actions.accept_place(by=first.person, registration=first)
    actions.decline_place(by=second.person, registration=second)
    actions.accept_place(by=third.person, registration=third)
    assert states(event) == ["ended", "ended", "ended", "confirmed"]
    first.refresh_from_db()
    assert (first.end, taken(event)) == (RegistrationEnd.LAPSED, 1)


def test_a_group_too_large_keeps_its_turn_and_the_next_is_served(organiser: Person) -> None:
    event = events.event(organiser, places=4)
    pair, other, group, single = (
        registration(person, event, people=size) for person, size in zip(crowd(4), (2, 2, 3, 1), strict=True)
    )
    actions.cancel_registration(by=pair.person, registration=pair)
    assert states(event) == ["ended", "confirmed", "queued", "confirmed"]
    actions.cancel_registration(by=other.person, registration=other)
    group.refresh_from_db()
    assert (group.pool_id is not None, taken(event)) == (True, 4)
    assert single.pk


def test_switching_never_loses_the_place_first(organiser: Person) -> None:
    event = events.event(organiser, places=1, virtual_places=1)
    on_site, online, waits = crowd(3)
    here, there = registration(on_site, event), registration(online, event, mode=Mode.VIRTUAL)
    queued = registration(waits, event)
    here = actions.switch_mode(by=on_site, registration=here, mode=Mode.VIRTUAL)
    assert (here.holds, here.wants_to_switch, here.state) == ("on_site", True, "confirmed")
    actions.cancel_registration(by=online, registration=there)
    for row in (here, queued):
        row.refresh_from_db()
    assert (here.holds, queued.holds) == ("virtual", "on_site")


def test_switching_back_leaves_the_other_line(organiser: Person) -> None:
    event = events.event(organiser, places=1, virtual_places=1)
    on_site, online = crowd(2)
    here, there = registration(on_site, event), registration(online, event, mode=Mode.VIRTUAL)
    actions.switch_mode(by=on_site, registration=here, mode=Mode.VIRTUAL)
    actions.switch_mode(by=on_site, registration=here, mode=Mode.ON_SITE)
    actions.cancel_registration(by=online, registration=there)
    here.refresh_from_db()
    assert here.holds == "on_site"


def test_a_quota_holds_and_who_waits_for_it_does_not_stop_others(organiser: Person) -> None:
    body = people.organisation()
    ours = [people.person(organisation=body) for _one in range(2)]
    event = events.event(organiser, places=3, quotas=(Share(1, organisation=body),))
    rows = [registration(person, event) for person in (*ours, *crowd(1))]
    assert [row.state for row in rows] == ["confirmed", "queued", "confirmed"]
    actions.cancel_registration(by=rows[0].person, registration=rows[0])
    rows[1].refresh_from_db()
    assert rows[1].confirmed_at is not None


def test_lots_are_drawn_when_registration_closed_and_can_be_counted_again(organiser: Person) -> None:
    closes = now() + timedelta(days=2)
    event = events.event(organiser, places=3, allocation=Allocation.LOTTERY, closes_at=closes)
    rows = [registration(person, event) for person in crowd(9)]
    assert {row.state for row in rows} == {RegistrationState.DRAWING}
    assert actions.draw_due_lots(at=closes - timedelta(minutes=1)) == 0
    assert actions.draw_due_lots(at=closes) == 1
    assert actions.draw_due_lots(at=closes) == 0
    event.refresh_from_db()
    expected = sorted((row.pk for row in rows), key=lambda pk: queries.lot(event.lottery_seed, pk))
    won = Registration.objects.filter(event=event, pool__isnull=False).order_by("rank")
    assert [row.pk for row in won] == expected[:3]
    left = Registration.objects.filter(event=event).queued(Mode.ON_SITE)
    assert [row.pk for row in left] == expected[3:]


def test_priority_needs_a_reason_and_goes_first(organiser: Person) -> None:
    event = events.event(organiser, places=1)
    holder, first, second = (registration(person, event) for person in crowd(3))
    with pytest.raises(Invalid, match="10 characters"):
        actions.give_priority(by=organiser, registration=second, reason="x")
    with pytest.raises(NotAllowed, match="Only its organisers"):
        actions.give_priority(by=first.person, registration=first, reason="Minä haluan ensin")  # type: ignore[arg-type]  # she has one
    actions.give_priority(by=organiser, registration=second, reason="Puhuja tarvitsee paikan")
    actions.cancel_registration(by=holder.person, registration=holder)
    assert states(event) == ["ended", "queued", "confirmed"]


def test_a_place_is_handed_to_a_colleague_and_nobody_gets_in_between(organiser: Person) -> None:
    body = people.organisation()
    mine, colleague = (people.person(organisation=body) for _one in range(2))
    event = events.event(organiser, places=1)
    row = registration(mine, event)
    registration(crowd(1)[0], event)
    with pytest.raises(NotAllowed, match="own organisation"):
        actions.transfer_registration(by=mine, registration=row, to=crowd(1)[0])
    actions.transfer_registration(by=mine, registration=row, to=colleague)
    assert states(event) == ["confirmed", "queued"]
    assert queries.standing_of(event, colleague) == row


def test_nobody_registers_twice_too_early_too_late_or_without_the_right(organiser: Person) -> None:
    person = people.person()
    event = events.event(organiser, opens_at=now() + timedelta(hours=1))
    with pytest.raises(NotNow, match="Registration opens"):
        registration(person, event)
    at = event.opens_at
    wish = PlaceWish(mode=Mode.ON_SITE, person=person)
    actions.register(by=person, event=event, wish=wish, at=at)
    with pytest.raises(NotNow, match="already"):
        actions.register(by=person, event=event, wish=wish, at=at)
    late = PlaceWish(mode=Mode.ON_SITE, person=people.person())
    with pytest.raises(NotNow, match="closed"):
        actions.register(by=late.person, event=event, wish=late, at=event.closes_at)
    ours = events.event(organiser, audience="organisation", audience_organisation=people.organisation())
    with pytest.raises(NotAllowed, match="not for those"):
        registration(person, ours)


def test_answers_are_asked_for_and_kept(organiser: Person) -> None:
    asked = (
        Asked("Mitä odotat?", is_required=True),
        Asked("Kahvia?", kind="choice", options=("kyllä", "ei")),
    )
    event = events.event(organiser, questions=asked)
    expectation, coffee = event.questions.all()
    with pytest.raises(Invalid, match="Answer the question: Mitä odotat") as refused:
        registration(people.person(), event)
    assert refused.value.field == f"question-{expectation.pk}"
    with pytest.raises(Invalid, match="one of the answers"):
        registration(people.person(), event, answers={expectation.pk: "Oppia", coffee.pk: "teetä"})
    row = registration(people.person(), event, answers={expectation.pk: "Oppia", coffee.pk: "ei"})
    assert list(row.answers.values_list("value", flat=True)) == ["Oppia", "ei"]


def test_more_people_need_free_places_and_fewer_serve_the_queue(organiser: Person) -> None:
    event = events.event(organiser, places=4)
    row = registration(people.person(), event, people=2)
    registration(people.person(), event)
    with pytest.raises(Conflict, match="1 free place"):
        actions.change_registration(
            by=row.person, registration=row, wish=PlaceWish(mode=Mode.ON_SITE, people=4)
        )
    waits = registration(people.person(), event, people=2)
    actions.change_registration(by=row.person, registration=row, wish=PlaceWish(mode=Mode.ON_SITE, people=1))
    waits.refresh_from_db()
    assert (waits.pool_id is not None, taken(event)) == (True, 4)


def test_more_people_come_only_while_one_can_register(organiser: Person) -> None:
    event = events.event(organiser, places=9)
    row = registration(people.person(), event, people=2)
    three, one = (PlaceWish(mode=Mode.ON_SITE, people=number) for number in (3, 1))
    late = event.closes_at
    with pytest.raises(NotNow, match="Registration closed"):
        actions.change_registration(by=row.person, registration=row, wish=three, at=late)
    assert Registration.objects.get(pk=row.pk).people == 2
    actions.change_registration(by=organiser, registration=row, wish=three, at=late)
    actions.change_registration(by=row.person, registration=row, wish=one, at=late)
    assert (Registration.objects.get(pk=row.pk).people, taken(event)) == (1, 1)


def test_a_walk_in_takes_a_real_place(organiser: Person) -> None:
    event = events.event(organiser, places=1)
    row = actions.walk_in(by=organiser, event=event, name="Ohikulkija", at=event.starts_at)
    assert (row.arrived, taken(event)) == (1, 1)
    with pytest.raises(Conflict, match="Every place"):
        actions.walk_in(by=organiser, event=event, at=event.starts_at)
    with pytest.raises(NotAllowed, match="receive people"):
        actions.walk_in(by=people.person(), event=event)


def test_who_asks_for_fewer_and_is_served_is_told_so(organiser: Person) -> None:
    event = events.event(organiser, places=4)
    registration(people.person(), event, people=3)
    row = registration(people.person(), event, people=2)
    fewer = PlaceWish(mode=Mode.ON_SITE, people=1)
    changed = actions.change_registration(by=row.person, registration=row, wish=fewer)
    assert (changed.state, changed.people) == ("confirmed", 1)


def test_no_fewer_than_have_come(organiser: Person) -> None:
    event = events.event(organiser, places=4)
    row = registration(people.person(), event, people=3)
    actions.receive(by=organiser, registration=row, people=2, at=event.starts_at)
    with pytest.raises(Invalid, match="2 people have come") as refused:
        actions.change_registration(
            by=row.person, registration=row, wish=PlaceWish(mode=Mode.ON_SITE, people=1)
        )
    assert refused.value.field == "people"


def test_nobody_walks_into_a_draft_or_a_cancelled_event(organiser: Person) -> None:
    draft, off = events.event(organiser, publish=False), events.event(organiser)
    actions.cancel_event(by=organiser, event=off, reason="Puhuja sairastui")
    for event, words in ((draft, "not published"), (off, "cancelled")):
        with pytest.raises(NotNow, match=words):
            actions.walk_in(by=organiser, event=event)


@pytest.mark.parametrize("declines", [False, True])
def test_whoever_switched_while_a_place_was_held_keeps_her_turn_when_it_goes(
    organiser: Person, declines: bool
) -> None:
    event = events.event(organiser, places=1, virtual_places=1, offer_hours=1)
    first, second, third, fourth = crowd(4)
    held, online = registration(first, event), registration(second, event, mode=Mode.VIRTUAL)
    mine, after = registration(third, event), registration(fourth, event)
    actions.cancel_registration(by=first, registration=held)
    mine = actions.switch_mode(by=third, registration=mine, mode=Mode.VIRTUAL)
    worker.run_errands(now())
    assert "pysyt tässä jonossa" in letter(f"registration-{mine.pk}-queued-{mine.sequence}", third.pk)
    if declines:
        actions.decline_place(by=third, registration=mine)
    else:
        assert actions.lapse_places(at=now() + timedelta(hours=2)) == 1
    mine = Registration.objects.get(pk=mine.pk)
    assert (mine.state, mine.mode, mine.holds) == ("queued", Mode.VIRTUAL, "")
    after.refresh_from_db()
    assert (after.state, queries.position(mine)) == ("offered", 1)
    worker.run_errands(now())
    if declines:
        assert not Letter.objects.filter(key__startswith=f"registration-{mine.pk}-lapsed-").exists()
        with pytest.raises(NotNow, match="No place is offered"):
            actions.decline_place(by=third, registration=mine)
    else:
        assert "toisessa jonossa sijalla 1" in letter(f"registration-{mine.pk}-lapsed-", third.pk)
    actions.cancel_registration(by=second, registration=online)
    mine.refresh_from_db()
    assert mine.state == "offered"


def test_an_offer_does_not_lapse_when_the_event_was_called_off(organiser: Person) -> None:
    event = events.event(organiser, places=1, offer_hours=1)
    holder = registration(people.person(), event)
    row = registration(people.person(), event)
    actions.cancel_registration(by=holder.person, registration=holder)
    actions.cancel_event(by=organiser, event=event, reason="Puhuja sairastui")
    assert actions.lapse_places(at=now() + timedelta(hours=2)) == 0
    row.refresh_from_db()
    assert row.end == ""


def test_texts_longer_than_can_be_kept_are_refused(organiser: Person) -> None:
    event = events.event(organiser, places=2)
    with pytest.raises(Invalid, match="too long") as refused:
        registration(people.person(), event, people=2, companions=("A" * 151,))
    assert refused.value.field == "companions"
    row = registration(people.person(), event)
    with pytest.raises(NotAllowed, match="too long"):
        actions.cancel_registration(by=row.person, registration=row, reason="a" * 301)
    with pytest.raises(NotAllowed, match="too long"):
        actions.cancel_event(by=organiser, event=event, reason="a" * 1001)


def test_a_place_in_line_is_counted_as_the_line_is_ordered(organiser: Person) -> None:
    event = events.event(organiser, places=1, virtual_places=1)
    rows = [registration(person, event) for person in crowd(5)]
    rows.append(registration(crowd(1)[0], event, mode=Mode.VIRTUAL))
    actions.switch_mode(by=rows[5].person, registration=rows[5], mode=Mode.ON_SITE)
    actions.give_priority(by=organiser, registration=rows[3], reason="Puhuja tarvitsee paikan")
    Registration.objects.filter(pk=rows[2].pk).update(rank=2)
    Registration.objects.filter(pk=rows[4].pk).update(rank=1)
    line = list(Registration.objects.filter(event=event).queued(Mode.ON_SITE))
    assert [row.pk for row in line] == [rows[number].pk for number in (3, 4, 2, 1, 5)]
    fresh = list(Registration.objects.select_related("pool").order_by("pk"))
    assert {row.pk: queries.position(row) for row in line} == {row.pk: at for at, row in enumerate(line, 1)}
    assert queries.positions(fresh) == {row.pk: at for at, row in enumerate(line, 1)}
    assert queries.position(fresh[0]) == 0


def test_places_that_wait_for_the_lottery_are_not_called_free(organiser: Person) -> None:
    event = events.event(organiser, places=3, virtual_places=1, allocation=Allocation.LOTTERY)
    one_way = events.event(organiser, places=3, allocation=Allocation.LOTTERY)
    with translation.override("en"):
        assert free_words(event) == "3 places on site given by lot, 1 place online given by lot"
        assert free_words(one_way) == "3 places given by lot"
        assert capacity_words(event, event.pools.get(mode=Mode.ON_SITE)) == "3 places given by lot"
        one_way.drawn_at = now()
        assert free_words(one_way) == "3 places free"
