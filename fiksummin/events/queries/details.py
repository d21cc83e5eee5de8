"""The parts of an event that have pages of their own, as their organisers want them."""

from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile

from fiksummin.events.queries.wishes import Asked


@dataclass(frozen=True)
class Speaks:
    """Somebody who speaks; named in public only with consent."""

    name: str
    organisation: str = ""
    topic: str = ""
    consents: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the programme, from an aware moment on."""

    starts_at: datetime
    title: str


@dataclass(frozen=True)
class Thing:
    """A material: a link, or a file that was looked into; ``pk`` of one that is there already, whose file stays."""

    title: str
    link: str = ""
    file: ContentFile[bytes] | None = None
    is_before: bool = True
    pk: int | None = None


@dataclass(frozen=True)
class Kept:
    """A question, and the id of the one it rewords (None: a new one)."""

    asked: Asked
    pk: int | None = None
