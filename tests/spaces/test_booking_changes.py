"""A booking is moved, reworded, shared, cancelled, and made again a week later."""

from datetime import timedelta

import pytest
import time_machine

from fiksummin.core.models import Entry
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Claim, Site, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.spaces.booking_pages import NEW, SECRET, WORD, path, wish
from tests.spaces.pages import MORNING, errors_of, forms_of, main_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]


@pytest.fixture
def room(lab: Site) -> Space:
    """A room for eight."""
    return spaces.space(lab, name="Huone Kaiku")


@pytest.fixture
def mine(cast: Cast, room: Space) -> Booking:
    """The member's booking tomorrow from nine to twelve, with private words."""
    return booking(cast.member, room, people=2, title=SECRET, note=WORD)


def test_a_change_begins_from_what_is_and_moves_the_booking(cast: Cast, mine: Booking, lab: Site) -> None:
    other = spaces.space(lab, name="Huone Aalto")
    member = signed_in(cast.member)
    form = forms_of(member.get(path(mine, "change/")))[-1]
    assert {
        "day": "2026-11-25",
        "start": "09:00",
        "end": "12:00",
        "people": "2",
        "title": SECRET,
    }.items() <= form.items()
    given = {**form, "space": str(other.pk), "end": "13:00", "note": "Uusi sana"}
    answers = [member.post(path(mine, "change/"), given) for _press in range(2)]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(303, path(mine))] * 2
    mine.refresh_from_db()
    assert (mine.sequence, mine.note, mine.places.get().space) == (1, "Uusi sana", other)
    assert mine.ends_at == at(lab, open_day(lab), "13:00")


def test_a_change_that_does_not_fit_leaves_it_as_it_was(
    cast: Cast, mine: Booking, room: Space, lab: Site
) -> None:
    booking(cast.colleague, room, start="12:00", end="13:00")
    page = signed_in(cast.member).post(path(mine, "change/"), wish(room, end="12:30", note="Kesken"))
    assert (page.status_code, forms_of(page)[-1]["note"]) == (409, "Kesken")
    mine.refresh_from_db()
    assert (mine.sequence, mine.ends_at) == (0, at(lab, open_day(lab), "12:00"))


def test_only_words_are_changed_without_moving(cast: Cast, room: Space, mine: Booking) -> None:
    before = list(Claim.objects.values_list("cell", "starts_at", "ends_at"))
    Space.objects.filter(pk=room.pk).update(retired_at=MORNING)
    member = signed_in(cast.member)
    answer = member.post(path(mine, "change/"), wish(room, end="12:00", people="2", title="Toinen"))
    mine.refresh_from_db()
    assert (answer.status_code, mine.title) == (303, "Toinen")
    assert list(Claim.objects.values_list("cell", "starts_at", "ends_at")) == before


def test_cancelling_asks_keeps_the_reason_and_is_done_once(cast: Cast, mine: Booking) -> None:
    member = signed_in(cast.member)
    assert "Perutaanko varaus?" in main_of(member.get(path(mine, "cancellation/")))
    page = member.post(path(mine, "cancellation/"), {"reason": "x" * 1001})
    assert (page.status_code, list(errors_of(page))) == (422, ["reason"])
    for _press in range(2):
        answer = member.post(path(mine, "cancellation/"), {"reason": "Kokous siirtyi"})
        assert (answer.status_code, answer["Location"]) == (303, path(mine))
    mine.refresh_from_db()
    assert (mine.cancelled_by, mine.reason, mine.sequence, Claim.objects.count()) == (
        cast.member,
        "Kokous siirtyi",
        1,
        0,
    )
    assert Entry.objects.filter(fact="spaces.BookingCancelled").count() == 1
    assert "Kokous siirtyi" in main_of(member.get(path(mine)))
    for rest in ("change/", "members/"):
        assert member.get(path(mine, rest)).status_code == 409


def test_what_is_over_stays_as_it_is(cast: Cast, mine: Booking) -> None:
    with time_machine.travel(mine.ends_at + timedelta(minutes=1), tick=False):
        member = signed_in(cast.member)
        for rest in ("change/", "cancellation/", "members/"):
            for answer in (member.get(path(mine, rest)), member.post(path(mine, rest))):
                assert (answer.status_code, "Varaus on päättynyt." in text_of(answer)) == (409, True)
        assert member.get(path(mine)).status_code == 200


def test_sharing_adds_and_removes(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    member = signed_in(cast.member)
    assert str(cast.outsider.email) not in member.get(path(made, "members/")).content.decode()
    given = {"stays": [str(cast.outsider.pk)], "members": str(cast.colleague.email), "key": "m1"}
    assert member.post(path(made, "members/"), given)["Location"] == path(made)
    assert holders(made) == {cast.outsider}  # whoever is asked holds it when she accepts: test_sharing.py
    answer = signed_in(cast.outsider).post("/sv" + path(made, "members/")[3:], {"stays": []})
    assert answer["Location"] == "/sv/bookings/"
    assert holders(made) == set()
    page = member.post(path(made, "members/"), {"members": "ei osoite", "stays": []})
    assert (page.status_code, list(errors_of(page)), holders(made)) == (422, ["members"], set())


def holders(made: Booking) -> set[Person]:
    return {member.person for member in made.members.select_related("person")}


def test_a_stranger_is_not_added_by_a_number(cast: Cast, mine: Booking) -> None:
    signed_in(cast.member).post(path(mine, "members/"), {"stays": [str(cast.colleague.pk)]})
    assert holders(mine) == set()


def test_the_same_a_week_later_in_one_press(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, people=2, title="Viikkopalaveri", members=[cast.outsider])
    member = signed_in(cast.member)
    press = next(form for form in forms_of(member.get(path(made))) if "key" in form)
    answers = [member.post(path(made, "again/"), press) for _press in range(2)]
    again = Booking.objects.exclude(pk=made.pk).get()
    assert [answer["Location"] for answer in answers] == [path(again)] * 2
    assert again.starts_at - made.starts_at == timedelta(days=7)
    assert (again.title, again.people, holders(again)) == ("Viikkopalaveri", 2, {cast.outsider})


def test_a_member_books_it_again_in_her_own_name(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    signed_in(cast.outsider).post(path(made, "again/"))
    again = Booking.objects.exclude(pk=made.pk).get()
    assert (again.person, holders(again)) == (cast.outsider, {cast.member})


def test_what_is_long_over_comes_again_in_the_week_to_come(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    with time_machine.travel(MORNING + timedelta(days=25), tick=False):
        signed_in(cast.member).post(path(made, "again/"))
        again = Booking.objects.exclude(pk=made.pk).get()
        assert again.starts_at - made.starts_at == timedelta(days=28)


def test_again_where_it_is_taken_offers_the_form(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, title=SECRET, members=[cast.outsider])
    booking(cast.colleague, room, after=8)
    member = signed_in(cast.member)
    page = member.post(path(made, "again/"), {"key": "a1"})
    form = forms_of(page)[-1]
    assert (page.status_code, form["title"], form["day"]) == (409, SECRET, "2026-12-02")
    assert str(cast.outsider.email) not in page.content.decode()
    given = {**form, "space": str(room.pk), "start": "14:00", "end": "15:00"}
    answer = member.post(NEW, given)
    again = Booking.objects.exclude(pk=made.pk).get(person=cast.member)
    assert (answer["Location"], holders(again)) == (path(again), {cast.outsider})


def test_companions_of_somebody_elses_booking_are_not_taken_along(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    signed_in(cast.colleague).post(NEW, wish(room, start="14:00", end="15:00", like=str(made.pk)))
    assert holders(Booking.objects.get(person=cast.colleague)) == set()
