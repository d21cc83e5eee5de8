"""Moments, days and zones. The only place that asks the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Days before and after these are a slip of the pen; clocks everywhere can tell those between."""
MIDNIGHT = time()
"""As the end of something by the wall clock: the midnight that closes the day, 24.00."""


def now() -> datetime:
    """Give the present moment, aware, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = HELSINKI, at: datetime | None = None) -> date:
    """Give the calendar day of a moment (now, unless given) in a zone."""
    return (at or now()).astimezone(zone).date()


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Give the moment in UTC at which the wall clock shows ``clock`` on ``day``.

    Raises ValueError for a time that the change to summer time skips. Of a
    time that comes twice the first is meant, unless its ``fold`` says the second.
    """
    local = datetime.combine(day, clock, tzinfo=zone)
    if not exists(local):
        raise ValueError(f"{clock:%H:%M} does not exist on {day.isoformat()} in {zone.key}")
    return local.astimezone(UTC)


def end_moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Give the moment in UTC at which something that is within ``day`` ends by the wall clock, as late as 24.00.

    Raises ValueError as ``moment`` does.
    """
    return moment(day + timedelta(days=1) if clock == MIDNIGHT else day, clock, zone)


def comes_after(end: time, start: time) -> bool:
    """Say whether hours of one day by the wall clock, which may end at 24.00, end after they begin."""
    return end == MIDNIGHT or end > start


def until(end: time) -> str:
    """Write the end of hours as machines do: "20:00", and "24:00" for midnight."""
    return "24:00" if end == MIDNIGHT else f"{end:%H:%M}"


def exists(local: datetime) -> bool:
    """Say whether an aware wall-clock time really comes (summer time skips some)."""
    return local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)


def day_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Give the half-open range of a calendar day in UTC: 23, 24 or 25 hours long."""
    start = datetime.combine(day, time(), tzinfo=zone)
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
    return start.astimezone(UTC), end.astimezone(UTC)
