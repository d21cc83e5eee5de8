"""Who is coming, as far as they wish to be seen by the others who have a place."""

from dataclasses import dataclass
from datetime import datetime

from fiksummin.events.choices import RegistrationState
from fiksummin.events.models import Registration


@dataclass(frozen=True)
class Coming:
    """Somebody who lets the others see her name."""

    name: str
    organisation: str


def who_comes(mine: Registration | None, at: datetime) -> list[Coming] | None:
    """Give who else comes, by name; None for whoever has no place, and once the event is over. At most one query."""
    if mine is None or mine.state != RegistrationState.CONFIRMED:
        return None
    if mine.event.cancelled_at or at >= mine.event.ends_at:
        return None
    rows = Registration.objects.with_place().filter(event=mine.event_id, shown_at__isnull=False)
    seen = rows.exclude(pk=mine.pk).select_related("person", "organisation").order_by("pk")
    found = [Coming(row.who, str(row.organisation or "")) for row in seen if row.who]
    return sorted(found, key=lambda row: row.name.casefold())
