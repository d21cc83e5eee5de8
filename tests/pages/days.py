"""Days of the town of pages that must not fall together, whatever is closed between them."""

from fiksummin.core.time import today
from fiksummin.spaces.models import Site
from tests.factories import spaces

VISITS = 8
"""In how many days the lab has its visits, or on the next day on which it is open."""


def to_bookings(lab: Site) -> int:
    """Tell in how many days its bookings are: never on the day of its visits."""
    return (spaces.open_day(lab, VISITS) - today(lab.zone)).days + 2
