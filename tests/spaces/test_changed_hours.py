"""Hours and special days change under standing visits: the manager, the visitor and the host see it."""

from datetime import date, timedelta

import pytest

from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Site, Visit
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.spaces.pages import MORNING, main_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
HOURS = "/fi/sites/helsinki/hours/"
SHUT = "Toimipiste on suljettu keskiviikkona 25.11.2026: muutto."


@pytest.fixture
def visit(cast: Cast, lab: Site) -> Visit:
    """Tomorrow from nine to three."""
    return spaces.visit(cast.member, lab)


def week(**words: str) -> dict[str, str]:
    return {f"{name}_{day}": clock for day in range(5) for name, clock in words.items()}


def test_the_manager_hears_what_is_outside_the_new_hours(cast: Cast, visit: Visit, lab: Site) -> None:
    spaces.booking(cast.member, spaces.space(lab), start="9:00", end="12:00")
    manager = signed_in(cast.manager)
    page = manager.post(HOURS, week(opens="9:00", closes="14:00"), follow=True)
    assert "1 tuleva käynti tai varaus on aukioloaikojen ulkopuolella." in text_of(page)
    page = manager.post(HOURS, week(opens="10:00", closes="14:00"), follow=True)
    assert "2 tulevaa käyntiä ja varausta on aukioloaikojen ulkopuolella." in text_of(page)
    page = manager.post(HOURS, week(opens="9:00", closes="15:00"), follow=True)
    assert "ulkopuolella" not in text_of(page)


def test_what_is_over_or_cancelled_is_not_counted(cast: Cast, visit: Visit, lab: Site) -> None:
    actions.set_hours(by=cast.manager, site=lab, week={0: None})
    lab = Site.objects.get(pk=lab.pk)
    assert queries.outside_hours(lab, MORNING) == 1
    assert queries.outside_hours(lab, MORNING + timedelta(days=2)) == 0
    actions.cancel_visit(by=cast.member, visit=visit)
    assert queries.outside_hours(lab, MORNING) == 0


def test_the_visitor_and_the_host_read_that_the_site_is_closed(cast: Cast, visit: Visit, lab: Site) -> None:
    booking = spaces.booking(cast.member, spaces.space(lab))
    pages = [(cast.member, "/fi/today/")] + [
        (person, path)
        for person in (cast.member, cast.host)
        for path in (f"/fi/visits/{visit.pk}/", f"/fi/bookings/{booking.pk}/")
    ]
    for person, path in pages:
        assert "suljettu" not in main_of(signed_in(person).get(path))
    actions.set_special_day(
        by=cast.manager, site=lab, day=date(2026, 11, 25), reason={"fi": "muutto", "sv": "flytt", "en": ""}
    )
    for person, path in pages:
        assert SHUT in main_of(signed_in(person).get(path))
