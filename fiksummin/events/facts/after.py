"""What is announced after an event, and about invitations and targets of visits."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class TakeawayAdded(Fact):
    """Somebody told what she took away."""

    sentence = _("told what was taken away from an event")
    takeaway: int


@dataclass(frozen=True, kw_only=True)
class OutcomeAdded(Fact):
    """A decision, a next step or an open question was written down."""

    sentence = _("wrote down what came of an event")
    outcome: int


@dataclass(frozen=True, kw_only=True)
class DigestPublished(Fact):
    """The takeaways of an event are out."""

    sentence = _("published the takeaways of an event")
    event: int


@dataclass(frozen=True, kw_only=True)
class InvitationSent(Fact):
    """An agency asked the lab to come."""

    sentence = _("invited the lab")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class InvitationAnswered(Fact):
    """An invitation was accepted, scheduled or declined."""

    sentence = _("answered an invitation")
    invitation: int
    state: str


@dataclass(frozen=True, kw_only=True)
class TargetChosen(Fact):
    """It was decided where to visit next, with the reason."""

    sentence = _("chose whom to visit next")
    target: int
