"""Why somebody cannot be invited to a team, join it or leave it."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.experiments.models import Experiment, TeamInvitation
from fiksummin.experiments.queries.team import in_team, team_of
from fiksummin.experiments.rules.experiments import is_member_now
from fiksummin.people.models import Person
from fiksummin.people.rules import why_answered


def why_not_invite(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot invite to the team: those of it do who are members, until the end."""
    if person.is_guest or not in_team(experiment, person):
        return _("Members of the team invite others to it.")
    return (
        AsItStands(_("The experiment has ended: its team stands as it was.")) if experiment.ended_at else ""
    )


def why_not_join(invitation: TeamInvitation, person: Person) -> str:
    """Say why an invitation cannot be answered; that its letter was hers is known from its link."""
    if invitation.experiment.ended_at:
        return AsItStands(_("The experiment has ended: its team stands as it was."))
    if why := why_answered(invitation):
        return why
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
