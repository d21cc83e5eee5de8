"""What follows in this room when a partner's agreement or an organisation was changed."""

from fiksummin.core.facts import later
from fiksummin.core.time import now
from fiksummin.people.facts import AgreementChanged, OrganisationChanged
from fiksummin.spaces import actions


@later(AgreementChanged)
def call_off_after_agreement(fact: AgreementChanged) -> None:
    """What the partner's people had ahead of them outside the agreement is free again."""
    actions.call_off_lapsed(at=now())


@later(OrganisationChanged)
def call_off_after_organisation(fact: OrganisationChanged) -> None:
    """What the people of an ended organisation had ahead of them is free again."""
    actions.call_off_lapsed(at=now())
