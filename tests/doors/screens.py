"""A sign on a door behind which somebody is just now, and a lobby's screen: they may show no private word."""

from typing import Any

from fiksummin.people.models import Person
from fiksummin.spaces.actions import make_display
from fiksummin.spaces.models import Site
from tests.doors.bookings import NOTE, TITLE
from tests.factories import spaces


def things(people: dict[str, Person], site: Site) -> dict[str, Any]:
    """Hang them; give each by its name in addresses."""
    room = spaces.space(site, name="Ovi")
    spaces.booking(
        people["member"], room, after=0, start="10:00", title=TITLE, note=NOTE, members=[people["colleague"]]
    )
    door, sign = make_display(by=people["manager"], site=site, space=room, name="Oven näyttö")
    _lobby, screen = make_display(by=people["manager"], site=site, name="Aulan näyttö")
    return {"display": door.pk, "door_sign": sign, "lobby_screen": screen}
