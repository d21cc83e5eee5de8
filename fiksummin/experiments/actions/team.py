"""Inviting to the team of an experiment or no more, joining it or not, and leaving it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.experiments import rules
from fiksummin.experiments.actions.experiments import locked
from fiksummin.experiments.actions.invitations import write_invitations
from fiksummin.experiments.facts import TeamDeclined, TeamJoined, TeamLeft, TeamUninvited
from fiksummin.experiments.models import Experiment, TeamInvitation, TeamMember
from fiksummin.people.actions import answer_letter, uninvite
from fiksummin.people.models import Person
from fiksummin.people.rules import why_nobody
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part


def invite_to_team(
    *, by: Person, experiment: Experiment, addresses: Sequence[str], at: datetime | None = None
) -> list[TeamInvitation]:
    """Invite to the team by addresses, none of which is looked up. Raises NotAllowed, NotNow, Invalid (with its field)."""
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_if(rules.why_not_invite(experiment, by))
        refuse_field((why_nobody(addresses), "team"))
        return write_invitations(by=by, experiment=experiment, addresses=addresses, at=at or now())


def join_team(*, by: Person, invitation: TeamInvitation, at: datetime | None = None) -> TeamInvitation:
    """Take part, by an invitation whose letter was hers; again, it changes nothing. Raises NotNow."""
    at = at or now()
    with transaction.atomic():
        invitation = _locked(invitation)
        if invitation.accepted_at and invitation.person_id == by.pk:
            return invitation
        refuse_if(rules.why_not_join(invitation, by))
        answer_letter(by=by, invitation=invitation, accepts=True, at=at)
        TeamMember.objects.create(experiment=invitation.experiment, person=by)
        trail.contribute(node=invitation.experiment.node, person=by, part=Part.RAN, at=at)
        announce(TeamJoined(by=by.pk, invitation=invitation.pk))
    return invitation


def decline_team(*, by: Person, invitation: TeamInvitation, at: datetime | None = None) -> TeamInvitation:
    """Say that one does not take part: no reason is asked. Again, it changes nothing. Raises NotNow."""
    with transaction.atomic():
        invitation = _locked(invitation)
        if invitation.declined_at and invitation.person_id == by.pk:
            return invitation
        refuse_if(rules.why_not_join(invitation, by))
        answer_letter(by=by, invitation=invitation, accepts=False, at=at or now())
        announce(TeamDeclined(by=by.pk, invitation=invitation.pk))
    return invitation


def uninvite_from_team(
    *, by: Person, invitation: TeamInvitation, at: datetime | None = None
) -> TeamInvitation:
    """Withdraw an invitation that one sent; again, it changes nothing. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        invitation = _locked(invitation)
        if uninvite(by=by, invitation=invitation, at=at or now()):
            announce(TeamUninvited(by=by.pk, invitation=invitation.pk))
    return invitation


def leave_team(*, by: Person, experiment: Experiment, at: datetime | None = None) -> None:
    """Carry an experiment out no longer; who answered for it hands that to a member of the team.

    What she did stays on the trail, and she hears what comes of it. Raises NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_if(rules.why_not_leave(experiment, by))
        heir = rules.heir_of(experiment, by) if experiment.node.owner_id == by.pk else None
        TeamMember.objects.filter(experiment=experiment, person=by).delete()
        if heir is not None:
            due_on = max(experiment.ends_on, today(at=at))
            trail.promise(by=by, node=experiment.node, owner=heir, due_on=due_on, at=at)
        announce(TeamLeft(by=by.pk, experiment=experiment.pk))


def _locked(invitation: TeamInvitation) -> TeamInvitation:
    """Take the row of the experiment, then that of the invitation: whoever answers or leaves waits for the others."""
    experiment = locked(invitation.experiment)
    rows = TeamInvitation.objects.select_for_update(no_key=True, of=("self",))
    invitation = rows.get(pk=invitation.pk)
    invitation.experiment = experiment
    return invitation
