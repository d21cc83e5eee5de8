"""The cast in tests: ``cast.member``, ``cast["owner"]`` – each is made when first named."""

from collections.abc import Iterator

from fiksummin.demo.cast_table import CAST, LAB
from fiksummin.people.models import Person
from fiksummin.spaces.models import Site
from tests.factories import people, spaces

KEYS = tuple(part.key for part in CAST)


class Cast:
    """The people of the table, made on demand and read afresh each time, so that no role is remembered."""

    def __getitem__(self, key: str) -> Person:
        """Give a person by key."""
        return Person.objects.get_queryset().get(pk=people.person(key).pk)

    def __getattr__(self, key: str) -> Person:
        """Give a person by key."""
        if key not in KEYS:
            raise AttributeError(key)
        return self[key]

    @property
    def helsinki(self) -> Site:
        """The lab, where the host and the manager work."""
        return Site.objects.filter(slug=LAB).first() or spaces.site(LAB)

    def __iter__(self) -> Iterator[str]:
        """Go through the keys, in the order of the table."""
        return iter(KEYS)
