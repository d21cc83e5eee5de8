"""Letters that offer a baton, a lesson or a place in a team to an address, whether or not anybody here has it."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from fiksummin.core import addressed
from fiksummin.experiments import queries
from fiksummin.experiments.models import Baton, Hold, Reception, TeamInvitation
from fiksummin.people.actions import Offer, write_to_address
from fiksummin.people.models import Person

MARKS = ("baton-", "lesson-", "team-")
MOST_THROWN = 500
"""Letters in a day of somebody who throws the batons of a campaign."""


def offer_baton(*, by: Person, baton: Baton, hold: Hold, address: str, at: datetime) -> None:
    """Offer a turn to an address. Raises NotAllowed after very many in a day."""
    offer = Offer(
        mark="baton", number=hold.pk, title=baton.title,
        subject=gettext_lazy("The experiment baton: %(title)s"),
        template="experiments/mail/baton.txt", words={"baton": baton},
        page="experiments:baton_offer", token=queries.hold_token(hold, address),
        most=MOST_THROWN if baton.campaign_id else addressed.MOST_LETTERS,
    )  # fmt: skip
    write_to_address(by=by, address=address, offer=offer, at=at)


def leave_lesson(*, by: Person, reception: Reception, address: str, at: datetime) -> None:
    """Ask whoever has an address to tell what becomes of a lesson, which may have been left to another before. Raises NotAllowed after very many in a day."""
    experiment = reception.experiment
    offer = Offer(
        mark="lesson", number=queries.lesson_mark(reception), title=experiment.title,
        subject=gettext_lazy("A lesson for you: %(title)s"),
        template="experiments/mail/lesson.txt", words={"experiment": experiment},
        page="experiments:lesson_offer", token=queries.lesson_token(reception, address),
    )  # fmt: skip
    write_to_address(by=by, address=address, offer=offer, at=at)


def invite_to_team(*, by: Person, invitation: TeamInvitation, address: str, at: datetime) -> None:
    """Invite whoever has an address to the team of an experiment. Raises NotAllowed after very many in a day."""
    experiment = invitation.experiment
    offer = Offer(
        mark="team", number=invitation.pk, title=experiment.title,
        subject=gettext_lazy("Try it out together: %(title)s"),
        template="experiments/mail/team.txt", words={"experiment": experiment},
        page="experiments:team_offer", token=queries.team_token(invitation, address),
    )  # fmt: skip
    write_to_address(by=by, address=address, offer=offer, at=at)


def forget(at: datetime) -> None:
    """Forget who wrote to whom. Called by the clock."""
    addressed.forget(MARKS, at)
