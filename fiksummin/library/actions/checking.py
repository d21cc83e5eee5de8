"""Taking a row first, as all actions of this room do."""

from fiksummin.library.models import Item


def locked(item: Item) -> Item:
    """Take a thing's row first: everybody who writes about it does."""
    rows = Item.objects.select_for_update(no_key=True, of=("self",)).select_related("node__owner")
    return rows.get(pk=item.pk)
