"""One thing of the library as it is read."""

from collections.abc import Iterable

from django.db.models import Model, Q, QuerySet

from fiksummin.library.models import Item, Retirement, ToolRuling, Version
from fiksummin.library.models.item import ItemQuerySet
from fiksummin.library.queries.shelf import items_for, retirements
from fiksummin.people.models import Person
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Node
from fiksummin.trail.things import Face, faces


def whole_item(reader: Person | None) -> ItemQuerySet:
    """Give things with all that a page about one says: of what replaces one as much as the reader may see."""
    return items_for(reader).prefetch_related("keepers__person", retirements(reader))


def history(item: Item) -> QuerySet[Version]:
    """Give the versions of a thing, the newest first; what it was as a draft stays with whoever wrote it."""
    rows = item.versions.select_related("by", "because_of").order_by("-number")
    if item.published_at is None:
        return rows
    return rows.filter(Q(superseded_at=None) | Q(superseded_at__gt=item.published_at))


def standing_retirement(item: Item) -> Retirement | None:
    """Give why it is out of use (prefetched ``retirements`` are used); None while it is in use."""
    return next((row for row in item.retirements.all() if row.undone_at is None), None)


def rulings(item: Item) -> QuerySet[ToolRuling]:
    """Give which agencies permit a tool."""
    return item.rulings.filter(superseded_at=None).select_related("organisation")


def face_of_source(item: Item, reader: Person | None) -> Face | None:
    """Give what it was written down or copied from, as far as the reader may see it."""
    return face_of_node(item.source_id, reader)


def face_of_node(number: int | None, reader: Person | None) -> Face | None:
    """Give the face of something on the trail; None where there is none to be seen."""
    if number is None:
        return None
    return faces(Node.objects.filter(pk=number), reader).get(number)


def with_faces[Row: Model](
    rows: Iterable[Row], field: str, reader: Person | None
) -> list[tuple[Row, Face | None]]:
    """Give rows with the faces of what they name on the trail by a field, as far as the reader may see them."""
    found = list(rows)
    numbers = {getattr(row, field) for row in found} - {None}
    seen = faces(Node.objects.filter(pk__in=numbers), reader) if numbers else {}
    return [(row, seen.get(getattr(row, field))) for row in found]


def modelled_from(source: Node) -> Item | None:
    """Give the model that was written down from something."""
    return Item.objects.filter(source=source, source_kind=LinkKind.MODELLED).first()
