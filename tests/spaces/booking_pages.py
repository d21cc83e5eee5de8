"""What tests of the pages of bookings share: a form as it is sent, an address, and words nobody else may read."""

from fiksummin.spaces.models import Booking, Layout, Space

NEW = "/fi/sites/helsinki/bookings/new/"
SECRET = "Kanarian salainen otsikko"
WORD = "Kanarian salainen sana"
PATHS = ["", "change/", "cancellation/", "members/", "booking.ics"]


def wish(*wanted: Space, layout: Layout | None = None, **given: object) -> dict[str, object]:
    """Give the form for spaces tomorrow from nine to eleven."""
    places = {"space": [str(space.pk) for space in wanted], "layout": [str(layout.pk)] if layout else []}
    moments = {"day": "2026-11-25", "start": "09:00", "end": "11:00", "people": "3", "key": "k1"}
    return {**places, **moments, **given}


def path(made: Booking, rest: str = "") -> str:
    """Give the address of a booking, or of something about it."""
    return f"/fi/bookings/{made.pk}/{rest}"
