"""Why a community cannot be founded, changed or ended."""

from django.utils.translation import gettext as _

from fiksummin.circles.choices import Joining
from fiksummin.circles.models import Circle
from fiksummin.circles.models.circle import LONGEST_NAME, LONGEST_PURPOSE
from fiksummin.circles.queries import CircleWish, keeps
from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_not_text
from fiksummin.people.choices import Language, RoleKind
from fiksummin.people.models import Person


def why_not_found(person: Person) -> str:
    """Say why somebody cannot found a community: members of the service do, and nobody has to name them."""
    return _("Members found communities and join them; as a guest you cannot.") if person.is_guest else ""


def why_not_words(wish: CircleWish, *, but: int | None = None) -> tuple[str, str]:
    """Give the sentence about what is wrong with a community as wanted, and its field; ``but`` is the one that is changed."""
    for name, most in (("name", LONGEST_NAME), ("purpose", LONGEST_PURPOSE)):
        if refusal := why_not_text(getattr(wish, name), most):
            return refusal, name
    if wish.language not in Language.values:
        return _("Choose the language."), "language"
    if wish.joining not in Joining.values:
        return _("Choose how one joins."), "joining"
    if Circle.objects.standing().filter(name__iexact=wish.name.strip()).exclude(pk=but or 0).exists():
        return _("There is a community with this name already. Join it, or choose another name."), "name"
    return "", ""


def why_not_keep(circle: Circle, person: Person) -> str:
    """Say why somebody cannot do what those who keep a community do."""
    if not keeps(circle, person):
        return _("Those who keep the community do this.")
    return why_over(circle)


def why_over(circle: Circle) -> str:
    """Say that a community has ended."""
    return AsItStands(_("The community has ended.")) if circle.ended_at else ""


def why_not_change(circle: Circle, person: Person) -> str:
    """Say why somebody cannot change what it says of itself."""
    return why_not_keep(circle, person)


def why_not_end(circle: Circle, person: Person) -> str:
    """Say why somebody cannot end a community: those who keep it do, and hosts."""
    if not keeps(circle, person) and not person.may_somewhere(RoleKind.HOST):
        return _("A community is ended by those who keep it, or by a host.")
    return why_over(circle)
