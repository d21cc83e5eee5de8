"""When a visit may begin, how short it may be, and which other times are offered to whom."""

from datetime import datetime, timedelta
from typing import Any
from typing import cast as typed

import pytest

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Site, Visit
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.spaces.pages import MORNING, errors_of, forms_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def announce(by: Person, site: Site, start: datetime, length: timedelta, people: int = 1) -> Visit:
    return actions.announce_visit(by=by, site=site, start=start, end=start + length, people=people)


def offered(refused: pytest.ExceptionInfo[Any]) -> list[tuple[datetime, datetime]]:
    return typed("list[tuple[datetime, datetime]]", refused.value.alternatives)


@pytest.mark.parametrize("minutes", [16, 60, 120])
def test_an_arrival_long_past_is_refused_with_later_ones(cast: Cast, lab: Site, minutes: int) -> None:
    with pytest.raises(Invalid, match="Saapumisaika on jo ohi") as refused:
        announce(cast.member, lab, MORNING - minutes * MINUTE, 5 * HOUR)
    assert refused.value.field == "start"
    assert [start >= MORNING for start, _end in offered(refused)] == [True] * 3


def test_who_is_just_coming_may_have_begun(cast: Cast, lab: Site) -> None:
    assert announce(cast.member, lab, MORNING - 15 * MINUTE, HOUR)


def test_a_visit_that_has_begun_can_be_changed_but_not_moved_back(cast: Cast, lab: Site) -> None:
    start = MORNING - 2 * HOUR
    visit = actions.announce_visit(by=cast.member, site=lab, start=start, end=MORNING + HOUR, at=start)
    changed = actions.change_visit(by=cast.member, visit=visit, start=start, end=MORNING + 2 * HOUR, people=2)
    assert changed.people == 2
    with pytest.raises(Invalid, match="Saapumisaika"):
        actions.change_visit(by=cast.member, visit=visit, start=start + HOUR, end=MORNING + HOUR, people=1)


@pytest.mark.parametrize("minutes", [1, 14])
def test_a_visit_of_minutes_is_none(cast: Cast, lab: Site, minutes: int) -> None:
    page = signed_in(cast.member)
    path = "/fi/sites/helsinki/visits/new/"
    form = next(form for form in forms_of(page.get(path)) if "start" in form)
    answer = page.post(path, form | {"day": "2026-11-25", "start": "9:00", "end": f"9:{minutes:02}"})
    assert (answer.status_code, errors_of(answer)) == (422, {"end": "Käynti kestää vähintään vartin."})
    assert announce(cast.member, lab, MORNING + HOUR, 15 * MINUTE)


def test_who_stands_at_the_door_before_closing_comes_in(cast: Cast, lab: Site) -> None:
    assert actions.note_walk_in(by=cast.host, site=lab, end=MORNING + 5 * MINUTE)


def test_no_time_is_offered_after_a_guests_last_day(cast: Cast, lab: Site) -> None:
    """Her last day is Wednesday: Thursday has room, and is not hers."""
    guest = cast.guest
    Person.objects.get_queryset().filter(pk=guest.pk).update(guest_until=MORNING.date() + timedelta(days=1))
    guest = cast.guest
    spaces.visit(people.person(), lab, day=MORNING.date(), start="9:10", end="20:00", people=10)
    with pytest.raises(Conflict) as refused:
        announce(guest, lab, MORNING + HOUR, HOUR, 2)
    assert [start.date() for start, _end in offered(refused)] == [MORNING.date() + timedelta(days=1)]


def test_no_time_is_offered_during_another_visit_of_hers(cast: Cast, lab: Site) -> None:
    day = MORNING.date() + timedelta(days=1)
    spaces.visit(cast.member, lab, day=day, start="8:00", end="14:00")
    spaces.visit(people.person(), lab, day=MORNING.date(), start="9:10", end="20:00", people=10)
    with pytest.raises(Conflict) as refused:
        announce(cast.member, lab, MORNING + HOUR, HOUR, 2)
    for start, end in offered(refused):
        assert announce(cast.member, lab, start, end - start, 2)


def test_every_other_time_can_be_had(cast: Cast, lab: Site) -> None:
    """A partner's agreement ends on Wednesday: nothing later is offered."""
    partner = cast.partner
    assert partner.organisation
    partner.organisation.agreements.update(ends_on=MORNING.date() + timedelta(days=1))
    spaces.visit(people.person(), lab, day=MORNING.date(), start="9:10", end="20:00", people=10)
    with pytest.raises(NotAllowed) as refused:
        announce(partner, lab, MORNING + HOUR, HOUR, 2)
    assert len(offered(refused)) == 1
