"""Why somebody cannot be invited to a team, join it or leave it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.experiments.models import Experiment, TeamInvitation
from fiksummin.experiments.queries.team import in_team, team_of
from fiksummin.experiments.rules.experiments import is_member_now, why_not_address
from fiksummin.people.models import Person

MOST_INVITED = 20
"""Addresses that are invited to a team in one act."""


def why_not_invite(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot invite to the team: those of it do who are members, until the end."""
    if person.is_guest or not in_team(experiment, person):
        return _("Members of the team invite others to it.")
    return (
        AsItStands(_("The experiment has ended: its team stands as it was.")) if experiment.ended_at else ""
    )


def why_not_addresses(addresses: Sequence[str], by: Person) -> tuple[str, str]:
    """Give the sentence about what is wrong with addresses, and their field. Whether anybody here has one is never told."""
    if len(addresses) > MOST_INVITED:
        return _("Give at most %(most)d addresses.") % {"most": MOST_INVITED}, "team"
    if by.email and by.email in addresses:
        return _("You are in the team yourself: give the addresses of the others."), "team"
    return next((why for one in addresses if (why := why_not_address(one))), ""), "team"


def why_nobody(addresses: Sequence[str]) -> tuple[str, str]:
    """Give the sentence about that nobody is named, and its field."""
    return ("" if addresses else _("Give an address at least.")), "team"


def why_not_join(invitation: TeamInvitation, person: Person) -> str:
    """Say why an invitation cannot be answered; that its letter was hers is known from its link."""
    if invitation.experiment.ended_at:
        return AsItStands(_("The experiment has ended: its team stands as it was."))
    if not invitation.is_waiting:
        return AsItStands(_("This invitation has been answered already. The team can invite you again."))
    if in_team(invitation.experiment, person):
        return AsItStands(_("You are in the team already."))
    return ""


def why_not_leave(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot leave a team: an experiment is never left without anybody who answers for it."""
    if not in_team(experiment, person):
        return _("You are not in the team of this experiment.")
    if experiment.ended_at:
        return AsItStands(_("The experiment has ended: its team stands as it was."))
    if experiment.node.owner_id == person.pk and heir_of(experiment, person) is None:
        return AsItStands(
            _(
                "You answer for the experiment, and nobody else of the team can. Invite a colleague first, or end it."
            )
        )
    return ""


def heir_of(experiment: Experiment, person: Person) -> Person | None:
    """Give who answers for an experiment when somebody leaves it: whoever of the members has been there longest."""
    others = (row.person for row in team_of(experiment) if row.person_id not in {None, person.pk})
    return next((one for one in others if one is not None and is_member_now(one)), None)
