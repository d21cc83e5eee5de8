"""How words are looked for in the library: by the index of the room of searching, once that has said so."""

from collections.abc import Callable

from django.db.models import Q

from fiksummin.library.models import Item, Version
from fiksummin.library.models.item import ItemQuerySet
from fiksummin.people.models import Person

type Find = Callable[[str, Person | None], list[int]]

_finders: list[Find] = []


def found_by(find: Find) -> None:
    """Learn from a room above, at start, how to find what answers a question; here words of titles are all there is."""
    _finders[:] = [find]


def looked_for(question: str, reader: Person | None) -> ItemQuerySet:
    """Give what answers a question: by its title at once, by all its words as soon as they are indexed."""
    titled = Q()
    for word in question.split():
        titled &= Q(title__icontains=word)
    named = Version.objects.filter(titled, superseded_at=None).values("item")
    numbers = [number for find in _finders for number in find(question, reader)]
    return Item.objects.filter(Q(pk__in=named) | Q(pk__in=numbers))
