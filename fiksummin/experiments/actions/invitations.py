"""Invitations to the team of an experiment, as they are written: one for each address, and its letter."""

from collections.abc import Sequence
from datetime import datetime

from fiksummin.core.errors import refuse_field
from fiksummin.core.facts import announce
from fiksummin.experiments import letters, rules
from fiksummin.experiments.facts import TeamInvited
from fiksummin.experiments.models import Experiment, TeamInvitation
from fiksummin.people.models import Person
from fiksummin.people.queries import organisation_of


def write_invitations(
    *, by: Person, experiment: Experiment, addresses: Sequence[str], at: datetime
) -> list[TeamInvitation]:
    """Invite each address, once however often it is named. Raises NotAllowed, Invalid (with its field)."""
    each = list(dict.fromkeys(address.strip().lower() for address in addresses))
    refuse_field(rules.why_not_addresses(each, by))
    made = []
    for address in each:
        invitation = TeamInvitation.objects.create(
            experiment=experiment, organisation=organisation_of(address), invited_by=by, invited_at=at
        )
        letters.invite_to_team(by=by, invitation=invitation, address=address, at=at)
        announce(TeamInvited(by=by.pk, invitation=invitation.pk))
        made.append(invitation)
    return made
