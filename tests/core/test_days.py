"""The engine tells the day of a moment as the clock in Finland does, whatever the season."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from fiksummin.core.db.days import TODAY, LocalDay
from fiksummin.core.models import Beat
from fiksummin.core.time import now, today

pytestmark = pytest.mark.django_db


def day_of(moment: datetime) -> date:
    Beat.objects.update_or_create(name="day", defaults={"at": moment})
    found: date = Beat.objects.filter(name="day").values_list(LocalDay("at"), flat=True).get()
    return found


def day_said(moment: datetime) -> date:
    """Ask as a trigger does, at another moment."""
    said = f"'{moment:%Y-%m-%d %H:%M:%S}'"
    sql = (
        TODAY[connection.vendor]
        .replace("'now'", said)
        .replace("CURRENT_TIMESTAMP", f"{said}::timestamp AT TIME ZONE 'UTC'")
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT CAST({sql} AS text)")
        return date.fromisoformat(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 1, 21, 59, 59, 999999, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 1, 1, 22, tzinfo=UTC), date(2026, 1, 2)),
        (datetime(2026, 7, 1, 20, 59, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 21, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 3, 28, 22, tzinfo=UTC), date(2026, 3, 29)),  # the day on which summer time begins
        (datetime(2026, 3, 29, 21, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 21, tzinfo=UTC), date(2026, 10, 25)),  # and that on which it ends
        (datetime(2026, 10, 25, 21, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_day_turns_at_midnight_in_finland(moment: datetime, day: date) -> None:
    assert (day_of(moment), today(at=moment), day_said(moment)) == (day, day, day)


@settings(max_examples=200, deadline=None)
@given(
    seconds=st.integers(
        0, int((now() + timedelta(days=300) - datetime(2000, 1, 1, tzinfo=UTC)).total_seconds())
    )
)
def test_it_is_the_day_that_python_tells(seconds: int) -> None:
    moment = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert day_of(moment) == today(at=moment)
