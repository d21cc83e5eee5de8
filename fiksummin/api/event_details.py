"""What stands beside the words of an event, as programs read it: who holds it, what happens when, who speaks, what there is to read."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from fiksummin.api.answers import page_address
from fiksummin.events import models
from fiksummin.events.choices import Part as EventPart
from fiksummin.people.choices import RoleKind


class Part(BaseModel):
    """A part of the programme."""

    start: datetime
    title: str


class Speaker(BaseModel):
    """Somebody who speaks and agreed to be named."""

    name: str
    organisation: str
    topic: str


class Material(BaseModel):
    """Something to read or to see."""

    title: str
    link: str = Field(
        description="Where it is; a file of the service is read by a browser that has signed in"
    )
    before: bool = Field(description="Whether it is for before the event, or for after it")


class Organiser(BaseModel):
    """Somebody who holds the event."""

    name: str
    organisation: str


class Quota(BaseModel):
    """How many places an organisation or a role has at most, and how many it has."""

    organisation: int | None
    role: RoleKind | None
    most: int
    taken: int


def details(row: models.Event) -> dict[str, Any]:
    """Give what stands beside the words of an event; a query for each."""
    layouts = [place.layout.kind for place in row.booking.places.all() if place.layout] if row.booking else []
    holders = row.people.filter(part=EventPart.ORGANISER).select_related("person__organisation")
    return {
        "layout": layouts[0] if layouts else None,
        "organisers": [
            Organiser(name=str(one.person), organisation=str(one.person.organisation or ""))
            for one in holders
        ],
        "programme": [
            Part(start=item.starts_at.astimezone(row.zone), title=item.title) for item in row.programme.all()
        ],
        "speakers": [
            Speaker(name=one.name, organisation=one.organisation, topic=one.topic)
            for one in row.speakers.filter(consents=True)
        ],
        "materials": [_material(row, one) for one in row.materials.all()],
    }


def _material(event: models.Event, row: models.Material) -> Material:
    own = page_address(f"events/{event.pk}/materials/{row.pk}/file") if row.file else row.link
    return Material(title=row.title, link=own, before=row.is_before)


def quota(row: models.Quota) -> Quota:
    """Describe a share of the places."""
    role = RoleKind(row.role) if row.role else None
    return Quota(organisation=row.organisation_id, role=role, most=row.most, taken=row.taken)
