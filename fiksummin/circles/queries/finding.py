"""Communities as they are looked through."""

from django.db.models import Q

from fiksummin.circles.models import Circle
from fiksummin.circles.models.circle import CircleQuerySet
from fiksummin.people.models import Person


def circles_for(reader: Person | None) -> CircleQuerySet:
    """Give the communities that a reader may see, ended ones, too."""
    return Circle.objects.visible_to(reader)


def own_circles(person: Person) -> CircleQuerySet:
    """Give those of which somebody is a member and that have not ended, by name."""
    return circles_for(person).of(person).standing().order_by("name", "pk")


def find(reader: Person | None, words: str = "", *, ended: bool = False) -> CircleQuerySet:
    """Give those whose name or purpose has each of some words, the newest first: standing ones, or ended ones."""
    rows = circles_for(reader).filter(ended_at__isnull=not ended)
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(purpose__icontains=word))
    return rows
