"""Invitations to the team of an experiment, as they are written: one for each address, and its letter."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from fiksummin.core.facts import announce
from fiksummin.experiments import letters
from fiksummin.experiments.facts import TeamInvited
from fiksummin.experiments.models import Experiment, TeamInvitation
from fiksummin.people.actions import invite_each
from fiksummin.people.models import Person


def write_invitations(
    *, by: Person, experiment: Experiment, addresses: Sequence[str], at: datetime
) -> list[TeamInvitation]:
    """Invite each address. Raises NotAllowed, Invalid (with its field)."""

    def send(invitation: TeamInvitation, address: str) -> None:
        letters.invite_to_team(by=by, invitation=invitation, address=address, at=at)
        announce(TeamInvited(by=by.pk, invitation=invitation.pk))

    new = partial(TeamInvitation.objects.create, experiment=experiment)
    return invite_each(by=by, addresses=addresses, field="team", new=new, send=send, at=at)
