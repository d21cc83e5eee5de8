"""What somebody wants of the library, as the actions take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fiksummin.library.choices import Audience
from fiksummin.trail.models import Node


@dataclass(frozen=True, kw_only=True)
class ItemWish:
    """A thing of the library as somebody writes it; ``texts`` by section, ``labels`` are perspectives and dimensions."""

    title: str
    language: str
    texts: Mapping[str, str]
    labels: tuple[str, ...] = ()
    audience: str = Audience.PUBLIC
    address: str = ""
    people_least: int | None = None
    people_most: int | None = None
    minutes: int | None = None
    mode: str = ""
    price: str = ""
    login: str = ""
    accessibility: str = ""
    data_in: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What changed, because of what, and which version it was written upon."""

    number: int
    changed: str
    because: str = ""
    because_of: Node | None = None


@dataclass(frozen=True, kw_only=True)
class AdoptionWish:
    """How somebody uses a thing."""

    place: str
    result: str
    how: str = ""
    rating: int | None = None
    ended: bool = False


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What somebody looks for; what is empty does not narrow."""

    q: str = ""
    kind: str = ""
    label: str = ""
    language: str = ""
    organisation: int | None = None
    """Whose it is."""
    permitted_in: int | None = None
    """An organisation."""
    people: int | None = None
    facets: Mapping[str, str] = field(default_factory=dict)
    """Of ``FACET_WORDS``: what a tool or a method must be like."""


FACET_WORDS = ("mode", "price", "login", "accessibility", "data_in")
"""Plain facts by which one looks for tools and methods."""


@dataclass(frozen=True, kw_only=True)
class LabWish:
    """The lab's way of working in three languages, and because of what it changed."""

    number: int = 0
    """The version that it was written upon; 0 for the first."""
    text: Mapping[str, str]
    because: Mapping[str, str] = field(default_factory=dict)
    because_of: Node | None = None
