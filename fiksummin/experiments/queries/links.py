"""Links of letters by which somebody takes a baton or a lesson: signed for her address, and in no table."""

from fiksummin.core import addressed
from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.models import Hold, Reception
from fiksummin.people.models import Person

_HOLD = "fiksummin.experiments.hold"
_LESSON = "fiksummin.experiments.lesson"
MOST_DIGITS = 18


def hold_token(hold: Hold, address: str) -> str:
    """Give what stands in the link by which a baton is taken."""
    return addressed.token(_HOLD, str(hold.pk), address)


def hold_by(token: str, person: Person) -> Hold | None:
    """Find the turn that a link of her letter offers; None for any other link."""
    number = addressed.read(_HOLD, token, person.email)
    rows = Hold.objects.filter(given_to=GivenTo.LETTER).select_related("baton", "organisation")
    return rows.filter(pk=number).first() if number else None


def lesson_token(reception: Reception, address: str) -> str:
    """Give what stands in the link by which a lesson is taken up."""
    return addressed.token(_LESSON, str(reception.pk), address)


def lesson_by(token: str, person: Person) -> Reception | None:
    """Find the lesson that a link of her letter is about; None for any other link."""
    number = addressed.read(_LESSON, token, person.email)
    rows = Reception.objects.filter(given_to=GivenTo.LETTER).select_related("experiment__organisation")
    return rows.filter(pk=number).first() if number else None
