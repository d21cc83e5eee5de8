"""Agreements end, organisations too, guests' days pass: what they had ahead is free again, and they hear why."""

from datetime import timedelta

import pytest

from fiksummin.core.models import Letter
from fiksummin.core.worker import run_errands
from fiksummin.people import actions as agreements
from fiksummin.people.models import Agreement, Person
from fiksummin.spaces import actions, tasks
from fiksummin.spaces.models import Booking, Claim, Site, Visit
from tests.cast import Cast
from tests.factories import people, spaces
from tests.spaces.pages import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
TODAY, DAY = MORNING.date(), timedelta(days=1)


def change(agreement: Agreement, **words: object) -> None:
    known = {name: getattr(agreement, name) for name in ("starts_on", "ends_on", "places")}
    agreements.change_agreement(by=None, agreement=agreement, **(known | words))
    run_errands(MORNING)


def standing() -> tuple[int, int, int]:
    return (
        Visit.objects.standing().count(),
        Booking.objects.standing().count(),
        Claim.objects.count(),
    )


def letters() -> dict[str, str]:
    """What was said to whom, by the key of the letter."""
    run_errands(MORNING)
    return {letter.key: bytes(letter.content).decode() for letter in Letter.objects.all()}


@pytest.fixture
def agreement(cast: Cast, lab: Site) -> Agreement:
    """A partner with a visit and a booking ahead; so has the member."""
    partner = cast.partner
    assert partner.organisation
    for person in (partner, cast.member):
        spaces.visit(person, lab)
        spaces.booking(person, spaces.space(lab))
    return partner.organisation.agreements.get()


@pytest.mark.parametrize("words", [{"ends_on": TODAY}, {"places": ["oulu"]}])
def test_what_the_agreement_no_longer_covers_is_free(agreement: Agreement, words: dict[str, object]) -> None:
    assert standing() == (2, 2, 4)
    change(agreement, **words)
    assert standing() == (1, 1, 2)
    assert {visit.cancelled_by for visit in Visit.objects.exclude(cancelled_at=None)} == {None}


def test_a_change_that_covers_it_leaves_it(agreement: Agreement) -> None:
    change(agreement, ends_on=TODAY + 30 * DAY)
    assert standing() == (2, 2, 4)


def test_they_hear_why(agreement: Agreement) -> None:
    change(agreement, ends_on=TODAY)
    visit, booking = Visit.objects.get(cancelled_by=None, sequence=1), Booking.objects.get(sequence=1)
    sent = letters()
    for key in (f"visit-{visit.pk}-cancelled-1", f"booking-{booking.pk}-cancelled-1-{booking.person_id}"):
        assert "sopimus" in sent[key].replace("=\r\n", "")
        assert "METHOD:CANCEL" in sent[key] or 'method="CANCEL"' in sent[key].replace("'", '"')
    actions.call_off_lapsed(at=MORNING)
    assert letters().keys() == sent.keys()


def test_a_visit_that_is_here_stays(cast: Cast, agreement: Agreement, lab: Site) -> None:
    here = spaces.visit(cast.partner, lab, day=TODAY, start="9:10")
    actions.check_in(by=cast.host, visit=here)
    change(agreement, starts_on=TODAY - 9 * DAY, ends_on=TODAY - DAY)
    here.refresh_from_db()
    assert here.cancelled_at is None


def test_a_booking_that_a_colleague_of_the_lab_holds_too_stays(
    cast: Cast, agreement: Agreement, lab: Site
) -> None:
    shared = spaces.booking(cast.partner, spaces.space(lab), members=[cast.member])
    change(agreement, ends_on=TODAY)
    assert Booking.objects.standing().filter(pk=shared.pk).exists()
    assert standing() == (1, 2, 3)


def test_an_organisation_that_ends_without_an_heir(cast: Cast, lab: Site) -> None:
    body = people.organisation()
    person = people.person(organisation=body)
    spaces.visit(person, lab, day=TODAY + DAY)
    spaces.visit(person, lab, day=TODAY + 2 * DAY)
    agreements.change_organisation(by=None, organisation=body, ends_on=TODAY + DAY)
    run_errands(MORNING)
    assert [visit.starts_at.date() for visit in Visit.objects.standing()] == [TODAY + DAY]
    heir = people.organisation()
    agreements.change_organisation(by=None, organisation=body, ends_on=TODAY + DAY, successor=heir)
    assert spaces.visit(Person.objects.get_queryset().get(pk=person.pk), lab, day=TODAY + 2 * DAY)


def test_a_guest_whose_days_were_shortened(cast: Cast, lab: Site) -> None:
    guest = cast.guest
    spaces.visit(guest, lab, day=TODAY + 2 * DAY)
    tasks.call_off_lapsed(MORNING)
    assert standing() == (1, 0, 1)
    Person.objects.get_queryset().filter(pk=guest.pk).update(guest_until=TODAY + DAY)
    tasks.call_off_lapsed(MORNING)
    assert standing() == (0, 0, 0)
