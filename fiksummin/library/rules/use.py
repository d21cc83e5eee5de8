"""Why somebody cannot say that she uses a thing, or that her agency permits it."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_not_text
from fiksummin.library.choices import Kind, Result, Ruling
from fiksummin.library.models import Item
from fiksummin.library.models.adoption import LONGEST_HOW, LONGEST_NOTE, LONGEST_PLACE
from fiksummin.library.queries.wishes import AdoptionWish
from fiksummin.library.rules.upkeep import is_retired
from fiksummin.people.models import Person

MOST_STARS = 5


def why_not_adopt(item: Item, person: Person) -> str:
    """Say why somebody cannot say that she uses it."""
    if person.is_guest:
        return _("Members tell what they use; as a guest you read it.")
    if item.published_at is None:
        return AsItStands(_("It is not published yet."))
    if is_retired(item) and not item.adoptions.filter(person=person).exists():
        return AsItStands(_("It is out of use."))
    return ""


def why_not_adoption(wish: AdoptionWish) -> tuple[str, str]:
    """Give the sentence about what is wrong with what is told of its use, and its field."""
    if refusal := why_not_text(wish.place, LONGEST_PLACE):
        return refusal, "place"
    if refusal := why_not_text(wish.how, LONGEST_HOW, owed=False):
        return refusal, "how"
    if wish.result not in Result.values:
        return _("Say how it goes."), "result"
    return _why_not_rating(wish), "rating"


def _why_not_rating(wish: AdoptionWish) -> str:
    if wish.rating is None:
        return ""
    if wish.result == Result.EARLY:
        return _("Rate it when you can say how it went.")
    if not 1 <= wish.rating <= MOST_STARS:
        return _("Give a number from 1 to %(most)d.") % {"most": MOST_STARS}
    return ""


def why_not_rule(item: Item, person: Person, ruling: str, note: str) -> tuple[str, str]:
    """Give the sentence about why somebody cannot say whether her agency permits a tool, and its field."""
    if item.kind != Kind.TOOL:
        return AsItStands(_("Only tools are permitted or not.")), ""
    if person.is_guest or person.organisation_id is None:
        return _("People of an agency tell what it permits."), ""
    if ruling not in Ruling.values:
        return _("Say whether it is permitted."), "ruling"
    return why_not_text(note, LONGEST_NOTE, owed=False), "note"
