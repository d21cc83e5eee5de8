"""What the room of people announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Fact):
    """Somebody has an account now."""

    sentence = _("joined")
    person: int


@dataclass(frozen=True, kw_only=True)
class AddressChanged(Fact):
    """Somebody signs in with another e-mail address from now on."""

    sentence = _("changed the e-mail address")
    person: int


@dataclass(frozen=True, kw_only=True)
class PersonErased(Fact):
    """A person's data were erased at her wish, or because her time as a guest was long over."""

    sentence = _("was erased")
    person: int


@dataclass(frozen=True, kw_only=True)
class RoleGranted(Fact):
    """A person got a role."""

    sentence = _("was given a role")
    role: int
    person: int


@dataclass(frozen=True, kw_only=True)
class RoleEnded(Fact):
    """A role was taken back, or its last day passed."""

    sentence = _("no longer has a role")
    role: int
    person: int


@dataclass(frozen=True, kw_only=True)
class GuestInvited(Fact):
    """A sponsor invited a guest."""

    sentence = _("invited a guest")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(Fact):
    """A guest came in by an invitation."""

    sentence = _("accepted an invitation")
    invitation: int
    person: int


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(Fact):
    """An invitation was taken back before it was used."""

    sentence = _("withdrew an invitation")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class AgreementMade(Fact):
    """A partner's people may come, until a day."""

    sentence = _("made an agreement")
    agreement: int


@dataclass(frozen=True, kw_only=True)
class AgreementChanged(Fact):
    """The days or the places of an agreement were changed."""

    sentence = _("changed an agreement")
    agreement: int


@dataclass(frozen=True, kw_only=True)
class OrganisationFounded(Fact):
    """An organisation was entered."""

    sentence = _("entered an organisation")
    organisation: int


@dataclass(frozen=True, kw_only=True)
class OrganisationChanged(Fact):
    """An organisation's names, domains or days were changed; it may have ended and have an heir."""

    sentence = _("changed an organisation")
    organisation: int
