"""What the actions of this room share: raising what a rule says of a field, and taking a row first."""

from fiksummin.core.errors import AsItStands, Invalid, refuse_if
from fiksummin.library.models import Item


def check(refusal: tuple[str, str]) -> None:
    """Raise what a rule says of a field."""
    sentence, field = refusal
    if isinstance(sentence, AsItStands):
        refuse_if(sentence)
    if sentence:
        raise Invalid(sentence, field)


def locked(item: Item) -> Item:
    """Take a thing's row first: everybody who writes about it does."""
    rows = Item.objects.select_for_update(no_key=True, of=("self",)).select_related("node__owner")
    return rows.get(pk=item.pk)
