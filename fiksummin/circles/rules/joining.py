"""Why somebody cannot join a community, ask to, leave, invite or answer."""

from django.utils.translation import gettext as _

from fiksummin.circles.choices import AskingState
from fiksummin.circles.models import Asking, Circle, Membership
from fiksummin.circles.models.asking import LONGEST_WORDS
from fiksummin.circles.queries import asking_of, standing_of
from fiksummin.circles.rules.circles import why_not_found, why_not_keep, why_over
from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_not_text, why_too_long
from fiksummin.people.models import Person


def why_not_join(circle: Circle, person: Person) -> str:
    """Say why somebody cannot be a member at once: of a closed community those are who were invited."""
    asking = asking_of(circle, person)
    if not circle.is_open and (asking is None or asking.invited_at is None):
        return _why_not_new(circle, person) or _("The community is closed: ask to join it.")
    return _why_not_new(circle, person)


def why_not_ask(circle: Circle, person: Person) -> str:
    """Say why somebody cannot ask to join."""
    if refusal := _why_not_new(circle, person):
        return refusal
    if circle.is_open:
        return AsItStands(_("The community is open: join it at once."))
    if asking_of(circle, person):
        return AsItStands(_("You have asked already, or are invited."))
    return ""


def why_not_say(words: str, *, owed: bool = False) -> tuple[str, str]:
    """Give the sentence about what is wrong with words to somebody, and their field."""
    return why_not_text(words, LONGEST_WORDS, owed=owed), "words"


def why_not_leave(circle: Circle, person: Person) -> str:
    """Say why somebody cannot leave: who keeps it alone hands it over first."""
    own = standing_of(circle, person)
    if own is None:
        return AsItStands(_("You are not a member of the community."))
    if own.keeper_at is None or circle.ended_at or _other_keepers(circle, person):
        return ""
    return AsItStands(
        _("You keep the community alone. Make another member a keeper first, or end the community.")
    )


def why_not_answer(asking: Asking, person: Person, *, accepts: bool, words: str) -> tuple[str, str]:
    """Give the sentence about why somebody cannot answer a request to join so, and its field."""
    if refusal := why_not_keep(asking.circle, person):
        return refusal, ""
    if asking.state != AskingState.WAITING or asking.invited_at:
        return AsItStands(_("It has its answer already.")), ""
    if not accepts and not words.strip():
        return _("Say in a sentence why not."), "words"
    return why_too_long(words, LONGEST_WORDS), "words"


def why_not_invite(circle: Circle, person: Person, newcomer: Person) -> str:
    """Say why somebody cannot be invited to it."""
    if refusal := why_not_keep(circle, person):
        return refusal
    if newcomer.is_guest or not newcomer.is_active:
        return _("Members of the service belong to communities. Choose somebody else.")
    if standing_of(circle, newcomer):
        return AsItStands(_("She is a member already."))
    asking = asking_of(circle, newcomer)
    return AsItStands(_("She is invited already.")) if asking and asking.invited_at else ""


def why_not_make_keeper(membership: Membership, person: Person) -> str:
    """Say why somebody cannot make a member a keeper."""
    if refusal := why_not_keep(membership.circle, person):
        return refusal
    return AsItStands(_("She keeps it already.")) if membership.keeper_at else ""


def why_not_remove(membership: Membership, person: Person) -> str:
    """Say why somebody cannot take a member off: those who keep a community stay until they leave."""
    if refusal := why_not_keep(membership.circle, person):
        return refusal
    if membership.keeper_at:
        return AsItStands(_("She keeps the community: only she herself can leave."))
    return ""


def _why_not_new(circle: Circle, person: Person) -> str:
    if refusal := why_not_found(person) or why_over(circle):
        return refusal
    return AsItStands(_("You are a member already.")) if standing_of(circle, person) else ""


def _other_keepers(circle: Circle, person: Person) -> bool:
    return circle.members.filter(keeper_at__isnull=False).exclude(person=person).exists()
