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
class TakeawayRemoved(Fact):
    """An organiser took a takeaway from the page; the reason is kept with it."""

    sentence = _("removed a takeaway")
    takeaway: int


@dataclass(frozen=True, kw_only=True)
class TakeawaysAsked(Fact):
    """An event is over: those who took part are asked once what they took away, and how it was."""

    sentence = _("asked what was taken away from an event")
    event: int
    reminder: int


@dataclass(frozen=True, kw_only=True)
class DigestMissing(Fact):
    """The takeaways of an event are not out after some days: its organisers are reminded, once for each time."""

    sentence = _("reminded of takeaways that are not out")
    event: int
    reminder: int


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
class NewDaySought(Fact):
    """The event for which an agency had invited was called off: its invitation stays accepted, without a day."""

    sentence = _("called off the day of a visit")
    invitation: int
    event: int


@dataclass(frozen=True, kw_only=True)
class InvitationLate(Fact):
    """The date has passed by which an invitation was to be answered, or its day set: those who run the lab are told, once."""

    sentence = _("did not answer an invitation, or set its day, in time")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class TargetRemoved(Fact):
    """Those who run the lab took a proposal off; the reason is kept with it."""

    sentence = _("took a proposed visit off")
    target: int


@dataclass(frozen=True, kw_only=True)
class TargetChosen(Fact):
    """It was decided where to visit next, with the reason."""

    sentence = _("chose whom to visit next")
    target: int
