"""Screens in every state: a door that is free, booked and shut, a lobby open and closed, one out of use."""

from datetime import datetime, timedelta

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Site, Space
from fiksummin.spaces.queries import BookingWish, Closing, Place
from tests.factories import spaces as make

HOUR = timedelta(hours=1)


def public_booking(by: Person, room: Space, at: datetime) -> None:
    """Book a room half an hour after a moment, with a title that everybody may read."""
    start = at.replace(second=0, microsecond=0) + HOUR / 2
    wish = BookingWish((Place(room),), start, start + HOUR / 2, title="Avoin paja", is_public=True)
    actions.book(by=by, site=room.site, wish=wish, at=start - timedelta(days=2))


def names(people: dict[str, Person], lab: Site, noon: Site, working: datetime) -> dict[str, str]:
    """Hang the screens; give what stands in addresses."""
    owner, minute = people["owner"], now().replace(second=0, microsecond=0)

    def hung(name: str, site: Site, space: Space | None = None) -> tuple[int, str]:
        made, secret = actions.make_display(by=owner, site=site, space=space, name=name)
        return made.pk, secret

    rooms = {
        name: make.space(noon, name=f"Huone {name}", grace_minutes=15)
        for name in ("vapaa", "varattu", "kiinni")
    }
    for begins, ends, title in ((-HOUR / 6, HOUR, ""), (2 * HOUR, 3 * HOUR, "Avoin paja")):
        wish = BookingWish(
            (Place(rooms["varattu"]),), minute + begins, minute + ends, title=title, is_public=bool(title)
        )
        actions.book(by=people["member"], site=noon, wish=wish, at=minute - timedelta(days=1))
    closing = Closing(rooms["kiinni"], minute - HOUR, minute + HOUR, {"fi": "Lattia hiotaan"})
    actions.close_place(by=owner, site=noon, closing=closing)
    closed = make.site("suljettu", name_fi="Suljettu tila")
    closed.hours.all().delete()
    public_booking(people["member"], make.space(lab, name="Paja"), working)
    number, secret = hung("Aulan näyttö", lab)
    hung("Salin ovi", lab, make.space(lab, name="Näytön huone"))
    return {
        "display": str(number),
        "lobby": secret,
        "door_free": hung("Vapaa ovi", noon, rooms["vapaa"])[1],
        "door_busy": hung("Varattu ovi", noon, rooms["varattu"])[1],
        "door_shut": hung("Suljettu ovi", noon, rooms["kiinni"])[1],
        "lobby_open": hung("Avoin aula", noon)[1],
        "lobby_closed": hung("Suljettu aula", closed)[1],
    }
