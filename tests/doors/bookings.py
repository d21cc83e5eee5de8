"""A booking that two hold together, and one that waits for an answer, each with private words."""

from typing import Any

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces.actions import make_feed
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import ShareInvitation, share_token
from tests.factories import busy, spaces

TITLE, NOTE, ASKED = "kanaria-otsikko", "kanaria-huomautus", "kanaria-pyynto"


def things(people: dict[str, Person], site: Site) -> dict[str, Any]:
    """Make them, in rooms of their own; give each by its name in addresses."""
    member = people["member"]
    room = spaces.space(site, name="Neukkari", layouts={"board": 8, "circle": 10})
    made = spaces.booking(
        member,
        room,
        layout=room.layouts.get(kind="circle"),
        title=TITLE,
        note=NOTE,
        members=[people["colleague"]],
    )
    asked = spaces.booking(member, spaces.space(site, name="Studio", approval="waits"), title=ASKED)
    series = spaces.series(member, spaces.space(site, name="Toisto"), title=ASKED)
    again = series.bookings.earliest("starts_at")
    return {
        "space": room.pk,
        "policy": room.policy_id,
        "idle": spaces.space(site, name="Vapaa").pk,
        "part": site.cells.create(kind="part", label="Varasto").pk,
        "feed": make_feed(by=member)[0].pk,
        "busy": busy.busy_feed(room).pk,
        "no_secret": "arvaus",
        "series": series.pk,
        "again": again.pk,
        "booking": made.pk,
        "sharing": share_token(
            ShareInvitation(asked.pk, whole=False, asked_at=now()), str(people["outsider"].email)
        ),
        "asked": asked.pk,
        "place": made.places.get().pk,
    }
