"""Links of letters by which somebody takes a baton or a lesson, or joins a team: signed for her address, and in no table."""

from fiksummin.core import addressed
from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.models import Hold, Reception, TeamInvitation
from fiksummin.people.models import Person

_HOLD = "fiksummin.experiments.hold"
_LESSON = "fiksummin.experiments.lesson"
_TEAM = "fiksummin.experiments.team"


def hold_token(hold: Hold, address: str) -> str:
    """Give what stands in the link by which a baton is taken."""
    return addressed.token(_HOLD, str(hold.pk), address)


def hold_by(token: str, person: Person) -> Hold | None:
    """Find the turn that a link of her letter offers; None for any other link."""
    number = addressed.read(_HOLD, token, person.email)
    rows = Hold.objects.filter(given_to=GivenTo.LETTER).select_related("baton", "organisation")
    return rows.filter(pk=number).first() if number else None


def lesson_token(reception: Reception, address: str) -> str:
    """Give what stands in the link by which a lesson is taken up; another when it is left to somebody else."""
    return addressed.token(_LESSON, lesson_mark(reception), address)


def lesson_mark(reception: Reception) -> str:
    """Tell a letter about a lesson from those before it."""
    return f"{reception.pk}-{reception.left_anew}" if reception.left_anew else str(reception.pk)


def lesson_by(token: str, person: Person) -> Reception | None:
    """Find the lesson that a link of her letter is about; None for any other link, and once it was left to somebody else."""
    number, _dash, times = (addressed.read(_LESSON, token, person.email) or "").partition("-")
    rows = Reception.objects.filter(given_to=GivenTo.LETTER).select_related("experiment__organisation")
    return rows.filter(pk=number, left_anew=times or 0).first() if number else None


def team_token(invitation: TeamInvitation, address: str) -> str:
    """Give what stands in the link by which somebody joins a team."""
    return addressed.token(_TEAM, str(invitation.pk), address)


def invitation_by(token: str, person: Person) -> TeamInvitation | None:
    """Find the invitation to a team that a link of her letter is; None for any other link."""
    number = addressed.read(_TEAM, token, person.email)
    rows = TeamInvitation.objects.select_related("experiment__organisation", "invited_by")
    return rows.filter(pk=number).first() if number else None
