"""A visitor has herself erased: whoever came is still counted, and seen at the desk, without her name."""

from datetime import timedelta

import pytest

from fiksummin.people import actions as people
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Claim, Message, Site, Visit, VisitCount
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.spaces.pages import MORNING, main_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
WORD = "Kanarialinnun sana"


def test_who_is_here_stays_at_the_desk_and_in_the_counts(cast: Cast, lab: Site) -> None:
    visit = spaces.visit(cast.member, lab, day=MORNING.date(), start="9:10", people=3, note=WORD)
    actions.check_in(by=cast.host, visit=visit)
    actions.send_message(by=cast.host, visit=visit, text=WORD)
    people.erase(by=cast.member, person=cast.member)
    visit = Visit.objects.get()
    assert (visit.person, visit.announced_by, visit.note, visit.people) == (None, None, "", 3)
    assert not Message.objects.exists()
    assert Claim.objects.count() == 3
    assert queries.desk(lab, MORNING.date(), MORNING).here == 3
    desk = main_of(signed_in(cast.host).get("/fi/sites/helsinki/desk/"))
    assert "Ilman ilmoitusta" in desk
    actions.check_out(by=cast.host, visit=visit)
    actions.forget_visits(at=MORNING + timedelta(days=20))
    assert [(count.visits, count.people) for count in VisitCount.objects.all()] == [(1, 3)]


def test_what_was_to_come_or_came_to_nothing_goes(cast: Cast, lab: Site) -> None:
    spaces.visit(cast.member, lab)
    actions.cancel_visit(by=cast.member, visit=spaces.visit(cast.member, lab, day=spaces.open_day(lab, 3)))
    people.erase(by=cast.member, person=cast.member)
    assert not Visit.objects.exists()
    assert not Claim.objects.exists()


def test_a_room_in_use_is_not_taken_from_those_in_it(cast: Cast, lab: Site) -> None:
    begun = spaces.booking(cast.member, spaces.space(lab), after=0, start="9:10", title=WORD)
    spaces.booking(cast.member, spaces.space(lab))
    actions.check_in_booking(by=cast.member, booking=begun)
    people.erase(by=cast.member, person=cast.member)
    booking = Booking.objects.get()
    assert (booking.pk, booking.person, booking.title) == (begun.pk, None, "")
    assert Claim.objects.filter(hold=booking.hold).exists()
