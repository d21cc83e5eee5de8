"""Hosts answer bookings that wait: approving is the same claim, a reason is kept, what nobody answers lapses."""

from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.spaces import actions, queries
from fiksummin.spaces.choices import BookingState
from fiksummin.spaces.models import Booking, Claim, Site, Space
from fiksummin.spaces.queries import Answer, BookingWish, Place
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.personas import other_host
from tests.spaces.pages import MORNING, errors_of, main_of, queries_of

pytestmark = [pytest.mark.django_db]

LIST = "/fi/sites/helsinki/desk/approvals/"


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def waiting(site: Site) -> Space:
    """A room that others may book while somebody waits for it."""
    return spaces.space(site, name="Odottava", approval="waits", answer_hours=4)


@pytest.fixture
def held(site: Site) -> Space:
    """A room that is held while somebody waits for it."""
    return spaces.space(site, name="Pidetty", approval="holds", answer_hours=4)


def path(made: Booking, rest: str) -> str:
    return f"/fi/bookings/{made.pk}/{rest}/"


def fresh(made: Booking) -> Booking:
    return Booking.objects.get(pk=made.pk)


def told(fact: str) -> int:
    return Entry.objects.filter(fact=f"spaces.{fact}").count()


def moved(made: Booking, **change: Any) -> BookingWish:
    wish = queries.wish_of(fresh(made))
    return BookingWish(**{**{name: getattr(wish, name) for name in wish.__dataclass_fields__}, **change})


# --- Answering ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["host", "manager", "owner"])
def test_any_host_approves_and_then_it_is_claimed(cast: Cast, waiting: Space, key: str) -> None:
    made = booking(cast.member, waiting)
    assert Claim.objects.count() == 0
    after = actions.approve_booking(by=cast[key], booking=made)
    assert (after.approved_by, after.sequence, after.is_waiting) == (cast[key], 1, False)
    assert Claim.objects.filter(hold=after.hold).count() == 1
    with pytest.raises(NotAllowed):
        actions.decline_booking(by=cast.host, booking=made, reason="Myöhässä")
    with pytest.raises(NotAllowed):
        actions.approve_booking(by=cast.host, booking=made)


@pytest.mark.parametrize("key", ["member", "colleague", "facilitator", "editor"])
def test_nobody_else_answers(cast: Cast, waiting: Space, key: str) -> None:
    made = booking(cast.member, waiting)
    for person in (cast[key], other_host()):
        with pytest.raises(NotAllowed):
            actions.approve_booking(by=person, booking=made)
        with pytest.raises(NotAllowed):
            actions.decline_booking(by=person, booking=made, reason="Ei")
    assert fresh(made).is_waiting


def test_declining_frees_and_keeps_the_reason(cast: Cast, held: Space) -> None:
    made = booking(cast.member, held)
    for reason in ("", "  \n"):
        with pytest.raises(Invalid) as refused:
            actions.decline_booking(by=cast.host, booking=made, reason=reason)
        assert refused.value.field == "reason"
    with pytest.raises(Invalid):
        actions.decline_booking(by=cast.host, booking=made, reason="x" * 1001)
    after = actions.decline_booking(by=cast.host, booking=made, reason=" Tila on remontissa ")
    assert (after.reason, after.declined_by, after.hold, Claim.objects.count()) == (
        "Tila on remontissa",
        cast.host,
        None,
        0,
    )
    assert after.state(after.made_at) == BookingState.DECLINED
    assert booking(cast.colleague, held).hold is not None


def test_approving_takes_the_change_over_of_that_moment(cast: Cast, site: Site) -> None:
    whole = spaces.space(site, approval="waits", layouts={"islands": 10, "theatre": 20})
    theatre = whole.layouts.get(kind="theatre")
    made = booking(cast.member, whole, layout=theatre, start="10:00", end="11:00")
    assert made.places.get().changeover_minutes == 30
    earlier = booking(cast.colleague, whole, layout=theatre, start="8:00", end="10:00")
    actions.approve_booking(by=cast.host, booking=earlier)
    actions.approve_booking(by=cast.host, booking=made)
    assert fresh(made).places.get().changeover_minutes == 0


def test_a_rival_who_can_no_longer_be_stays_asked_and_hears_of_others(
    cast: Cast, site: Site, waiting: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = booking(cast.member, waiting), booking(cast.colleague, waiting)
    other, day = spaces.space(site, name="Huone Aalto"), open_day(site)
    answers = [Answer((Place(other),), at(site, day, "9:00"), at(site, day, "12:00"))]
    monkeypatch.setattr(queries, "other_answers", lambda *_args: answers)
    actions.approve_booking(by=cast.host, booking=first)
    with pytest.raises(Conflict) as refused:
        actions.approve_booking(by=cast.host, booking=second)
    assert refused.value.alternatives == answers
    after = fresh(second)
    assert (after.is_waiting, after.hold, after.sequence, after.places.count()) == (True, None, 0, 1)
    page = signed_in(cast.host).post(path(second, "approval"))
    assert (page.status_code, "Huone Aalto" in main_of(page)) == (409, True)
    actions.cancel_booking(by=cast.member, booking=first)
    assert actions.approve_booking(by=cast.host, booking=second).hold is not None


def test_what_cannot_be_any_more_is_not_approved(cast: Cast, site: Site, waiting: Space) -> None:
    made = booking(cast.member, waiting)
    site.special_days.create(date=open_day(site), reason_fi="muutto")
    with pytest.raises(Conflict, match="muutto"):
        actions.approve_booking(by=cast.host, booking=made)
    site.special_days.all().delete()
    Space.objects.filter(pk=waiting.pk).update(retired_at=MORNING)
    with pytest.raises(Conflict):
        actions.approve_booking(by=cast.host, booking=made)
    assert fresh(made).is_waiting


# --- Changing what waits or was approved ------------------------------------------------------------------


def test_more_than_was_approved_is_asked_for_anew(cast: Cast, held: Space) -> None:
    made = actions.approve_booking(by=cast.host, booking=booking(cast.member, held))
    actions.change_booking(by=cast.member, booking=made, wish=moved(made, title="Toinen nimi"))
    actions.change_booking(
        by=cast.member, booking=made, wish=moved(made, end=made.ends_at - timedelta(hours=1))
    )
    assert fresh(made).approved_by == cast.host
    longer = moved(made, end=made.ends_at)
    after = actions.change_booking(by=cast.member, booking=made, wish=longer)
    assert (after.is_waiting, after.approved_at, after.hold is not None) == (True, None, True)
    actions.approve_booking(by=cast.host, booking=made)
    by_host = actions.change_booking(
        by=cast.host,
        booking=made,
        wish=moved(made, start=made.starts_at + timedelta(hours=3), end=made.ends_at + timedelta(hours=3)),
    )
    assert (by_host.is_waiting, by_host.approved_by) == (False, cast.host)


def test_a_free_room_is_no_back_door_to_one_that_is_asked_for(
    cast: Cast, site: Site, held: Space, waiting: Space
) -> None:
    made = booking(cast.member, spaces.space(site))
    with pytest.raises(NotAllowed):
        actions.change_booking(by=cast.member, booking=made, wish=moved(made, places=(Place(waiting),)))
    assert fresh(made).places.get().space != waiting
    after = actions.change_booking(by=cast.member, booking=made, wish=moved(made, places=(Place(held),)))
    assert (after.is_waiting, after.hold is not None) == (True, True)


def test_who_moves_what_waits_to_a_free_room_has_it_at_once(cast: Cast, site: Site, waiting: Space) -> None:
    made = booking(cast.member, waiting)
    after = actions.change_booking(
        by=cast.member, booking=made, wish=moved(made, places=(Place(spaces.space(site)),))
    )
    assert (after.is_waiting, after.hold is not None) == (False, True)


def test_what_is_set_up_already_stays_so_when_only_words_change(cast: Cast, site: Site) -> None:
    whole = spaces.space(site, layouts={"islands": 10, "theatre": 20})
    made = booking(cast.member, whole, layout=whole.layouts.get(kind="theatre"), start="10:00", end="11:00")
    actions.note_changeover(by=cast.host, place=made.places.get())
    actions.change_booking(by=cast.member, booking=made, wish=moved(made, title="Toinen"))
    assert fresh(made).places.get().changed_over_by == cast.host
    actions.change_booking(
        by=cast.member, booking=made, wish=moved(made, start=made.starts_at + timedelta(minutes=15))
    )
    assert fresh(made).places.get().changed_over_at is None


# --- The clock ----------------------------------------------------------------------------------------------


def test_what_nobody_answers_climbs_once_for_each_deadline(cast: Cast, waiting: Space) -> None:
    made = booking(cast.member, waiting, after=5)
    assert made.answer_due_at is not None
    for minutes in (-1, 1, 60):
        actions.climb_overdue(at=made.answer_due_at + timedelta(minutes=minutes))
        assert told("ApprovalOverdue") == (minutes > 0)
    actions.change_booking(by=cast.member, booking=made, wish=moved(made, people=2), at=made.answer_due_at)
    for _tick in range(2):
        actions.climb_overdue(at=made.answer_due_at + timedelta(hours=5))
    assert told("ApprovalOverdue") == 2
    actions.approve_booking(by=cast.host, booking=made)
    actions.climb_overdue(at=made.answer_due_at + timedelta(hours=9))
    assert told("ApprovalOverdue") == 2


def test_what_is_not_answered_before_it_begins_lapses(cast: Cast, waiting: Space, held: Space) -> None:
    made = [booking(cast.member, space) for space in (waiting, held)]
    approved = actions.approve_booking(
        by=cast.host, booking=booking(cast.member, held, start="13:00", end="14:00")
    )
    actions.lapse_unanswered(at=made[0].starts_at - timedelta(minutes=1))
    assert all(fresh(one).is_waiting for one in made)
    for _tick in range(2):
        actions.lapse_unanswered(at=made[0].starts_at)
    for one in map(fresh, made):
        assert (one.declined_at, one.declined_by, one.reason, one.hold) == (one.starts_at, None, "", None)
    assert told("BookingDeclined") == 2
    assert Claim.objects.exclude(hold=approved.hold).count() == 0
    with pytest.raises(NotAllowed):
        actions.approve_booking(by=cast.host, booking=made[0])


# --- Forgetting -----------------------------------------------------------------------------------------------


def test_names_and_words_are_taken_off_after_the_days_of_the_site(
    cast: Cast, site: Site, held: Space
) -> None:
    asked = booking(cast.member, held, title="Nimi", note="Sana", members=[cast.outsider])
    made = actions.approve_booking(by=cast.host, booking=asked)
    actions.set_members(by=cast.member, booking=made, members=[cast.colleague])
    actions.cancel_booking(by=cast.member, booking=made, reason="Syy")
    days = timedelta(days=site.keep_bookings_days)
    actions.forget_bookings(at=made.ends_at + days - timedelta(minutes=1))
    assert fresh(made).title == "Nimi"
    for _tick in range(2):
        actions.forget_bookings(at=made.ends_at + days + timedelta(minutes=1))
    after = fresh(made)
    assert (after.person, after.made_by, after.approved_by, after.cancelled_by) == (None, None, None, None)
    assert (after.title, after.note, after.reason, after.members.count()) == ("", "", "", 0)
    assert (after.organisation, after.people) == (cast.member.organisation, 1)
    about = Entry.objects.filter(fact__startswith="spaces.", data__booking=made.pk)
    assert about.exists()
    assert not about.exclude(by=None).exists()
    assert not about.filter(fact="spaces.MemberRemoved").exists()


# --- Pages -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tuesday")
def test_the_list_shows_what_waits_the_most_urgent_first(
    cast: Cast, site: Site, waiting: Space, held: Space
) -> None:
    later = spaces.space(site, name="Myöhempi", approval="holds", answer_hours=40)
    for space in (later, held, waiting):
        booking(cast.member, space, title=f"Asia {space}", note="Sana hostille")
    gone = booking(cast.member, waiting, start="14:00", end="15:00", title="Peruttu asia")
    actions.cancel_booking(by=cast.member, booking=gone)
    said = main_of(signed_in(cast.host).get(LIST))
    assert said.index("Asia Pidetty") < said.index("Asia Myöhempi")
    assert "Asia Odottava" in said
    assert "Sana hostille" in said
    assert "Peruttu asia" not in said
    for person in (cast.member, other_host()):
        assert signed_in(person).get(LIST).status_code == 404


@pytest.mark.usefixtures("tuesday")
def test_the_list_asks_the_same_for_one_and_for_three(cast: Cast, waiting: Space) -> None:
    booking(cast.member, waiting)
    host = signed_in(cast.host)
    one = queries_of(host, LIST)
    for person in (cast.colleague, cast.outsider):
        booking(person, waiting)
    assert queries_of(host, LIST) == one


@pytest.mark.usefixtures("tuesday")
def test_approving_and_declining_on_a_page_are_done_once(cast: Cast, waiting: Space) -> None:
    host, first, second = (
        signed_in(cast.host),
        booking(cast.member, waiting),
        booking(cast.colleague, waiting, after=2),
    )
    assert [host.post(path(first, "approval"))["Location"] for _press in range(2)] == [
        LIST,
        f"/fi/bookings/{first.pk}/",
    ]
    page = host.post(path(second, "refusal"), {"reason": " "})
    assert (page.status_code, list(errors_of(page))) == (422, ["reason"])
    page = host.post(path(second, "refusal"), {"reason": "x" * 1001})
    assert (page.status_code, list(errors_of(page))) == (422, ["reason"])
    answers = [host.post(path(second, "refusal"), {"reason": "Ei käy"})["Location"] for _press in range(2)]
    assert answers == [LIST, f"/fi/bookings/{second.pk}/"]
    assert "Ei käy" in main_of(signed_in(cast.colleague).get(f"/fi/bookings/{second.pk}/"))
    assert (told("BookingApproved"), told("BookingDeclined")) == (1, 1)
    for rest in ("approval", "refusal"):
        for person, status in ((cast.member, 403), (cast.colleague, 404), (other_host(), 404)):
            assert signed_in(person).get(path(first, rest)).status_code == status
            assert signed_in(person).post(path(first, rest)).status_code == status


@pytest.mark.usefixtures("tuesday")
def test_today_tells_the_host_what_waits(cast: Cast, waiting: Space) -> None:
    booking(cast.member, waiting)
    assert LIST in signed_in(cast.host).get("/fi/today/").content.decode()
    assert LIST not in signed_in(cast.member).get("/fi/today/").content.decode()
