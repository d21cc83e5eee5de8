"""What this room does when something has happened to a series: one letter tells of all its dates."""

from fiksummin.core.facts import later
from fiksummin.core.time import now
from fiksummin.spaces import letters
from fiksummin.spaces.facts import SeriesBooked, SeriesCancelled, SeriesChanged
from fiksummin.spaces.models import Series


@later(SeriesBooked)
def confirm_series(fact: SeriesBooked) -> None:
    """Those who hold it get every date, with a calendar file; who answers it hears that it waits."""
    _tell(fact.series, "booked", fact.sequence)


@later(SeriesChanged)
def confirm_series_change(fact: SeriesChanged) -> None:
    """Those who hold it get the new times; who answers it hears that it waits."""
    _tell(fact.series, "changed", fact.sequence)


@later(SeriesCancelled)
def confirm_series_cancellation(fact: SeriesCancelled) -> None:
    """Those who held the dates hear of it, and their calendars are cleared."""
    _tell(fact.series, "cancelled", fact.sequence)


def _tell(series_id: int, event: str, mark: int) -> None:
    series = Series.objects.select_related("site").filter(pk=series_id).first()
    if series:
        letters.tell_series(series, event, mark, now())
        if event != "cancelled":
            letters.ask_hosts_of_series(series, mark, now())
