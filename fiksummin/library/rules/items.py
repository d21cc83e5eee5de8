"""Why a thing of the library cannot be written, published, changed, copied or kept up."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_not_text
from fiksummin.library.models import Item
from fiksummin.library.models.version import LONGEST_CHANGE
from fiksummin.library.queries.wishes import Change, ItemWish
from fiksummin.library.rules.words import why_not_item
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.trail.queries import contributors


def why_not_write(person: Person) -> str:
    """Say why somebody cannot add anything: members do."""
    return _("Members add to the library; as a guest you read it.") if person.is_guest else ""


def why_not_words(kind: str, wish: ItemWish) -> tuple[str, str]:
    """Give the sentence about what is wrong with the words, and its field; ("", "") when nothing is."""
    sentence, field = why_not_item(kind, wish)
    return (sentence, field) if sentence else ("", "")


def why_not_publish(item: Item, person: Person) -> str:
    """Say why somebody cannot publish a draft: whoever keeps it up does."""
    if not keeps(item, person):
        return _("It is published by those who keep it up.")
    return AsItStands(_("It is published already.")) if item.published_at else ""


def why_not_change(item: Item, person: Person) -> str:
    """Say why somebody cannot change it: those who keep it up do, and editors."""
    if keeps_or(item, person, RoleKind.EDITOR):
        return ""
    return _("It is changed by those who keep it up. Copy it to your own use, or write to them.")


def why_not_upon(item: Item, wish: Change, number: int) -> tuple[str, str]:
    """Give the sentence about what is wrong with a change of words, and its field; of a draft nothing need be said."""
    if wish.number != number:
        return AsItStands(
            _("Somebody changed it meanwhile. Look at it as it is now, and then change it.")
        ), ""
    for name, owed in (("changed", item.published_at is not None), ("because", False)):
        if refusal := why_not_text(getattr(wish, name), LONGEST_CHANGE, owed=owed):
            return refusal, name
    return "", ""


def why_not_copy(item: Item, person: Person) -> str:
    """Say why somebody cannot copy it to her own use."""
    return why_not_write(person)


def why_not_join(item: Item, person: Person, newcomer: Person) -> str:
    """Say why somebody cannot be asked to keep it up, too."""
    if refusal := why_not_change(item, person):
        return refusal
    if newcomer.is_guest or not newcomer.is_active:
        return _("It is kept up by members. Choose somebody else.")
    if not knows(item, person, newcomer):
        return not_known()
    if keeps(item, newcomer):
        return AsItStands(_("She keeps it up already."))
    return ""


def not_known() -> str:
    """Say of an address, whether anybody has it or not, that it is nobody's who could be asked to keep something up."""
    return _(
        "Give the address of a colleague in your organisation, or of a member who uses it or had a part in it."
    )


def knows(item: Item, person: Person, newcomer: Person) -> bool:
    """Say whether somebody may learn that another is here: a colleague, one who uses the thing, or had a part in it or in what led to it."""
    if person.organisation_id is not None and newcomer.organisation_id == person.organisation_id:
        return True
    if item.adoptions.filter(person=newcomer).exists():
        return True
    nodes = [number for number in (item.node_id, item.source_id) if number is not None]
    return contributors(nodes).filter(pk=newcomer.pk).exists()


def keeps_or(item: Item, person: Person, *kinds: RoleKind) -> bool:
    """Say whether somebody keeps it up, or has one of these roles anywhere."""
    return keeps(item, person) or any(person.may_somewhere(kind) for kind in kinds)


def keeps(item: Item, person: Person) -> bool:
    """Say whether somebody keeps it up (prefetched ``keepers`` are used)."""
    return any(keeper.person_id == person.pk for keeper in item.keepers.all())
