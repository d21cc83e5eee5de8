"""What is told about invitations of agencies, and about whom to visit next."""

from fiksummin.core.facts import later, on
from fiksummin.core.time import today
from fiksummin.events import actions, letters, queries
from fiksummin.events.choices import InvitationState
from fiksummin.events.facts import (
    EventCancelled,
    InvitationAnswered,
    InvitationLate,
    InvitationSent,
    NewDaySought,
    TargetChosen,
    TargetRemoved,
)
from fiksummin.events.models import Event, Invitation, Registration, Target


@later(InvitationSent)
def tell_invited(fact: InvitationSent) -> None:
    """Whoever invited hears that it came, and by when it is answered."""
    invitation = _found(fact.invitation)
    if invitation:
        letters.tell_invited(invitation)


@later(InvitationAnswered)
def tell_answered(fact: InvitationAnswered) -> None:
    """Whoever invited hears the answer; those who run the lab hear that an invitation was taken back."""
    invitation = _found(fact.invitation)
    if invitation is None:
        return
    if fact.state == InvitationState.WITHDRAWN:
        for person in queries.answering().exclude(pk=fact.by or 0):
            letters.tell_withdrawn(invitation, person)
    else:
        letters.tell_answered(invitation, fact.state)


@on(EventCancelled)
def seek_new_day(fact: EventCancelled) -> None:
    """A stop of the tour that is called off leaves its invitation accepted: another day is sought."""
    for event in Event.objects.filter(pk=fact.event):
        actions.seek_new_day(by=fact.by, event=event)


@later(NewDaySought)
def tell_new_day(fact: NewDaySought) -> None:
    """Whoever invited hears that another day is sought, unless she called it off herself or there is one already."""
    invitation, event = _found(fact.invitation), Event.objects.filter(pk=fact.event).first()
    if invitation and event and invitation.made_by_id != fact.by:
        own = Registration.objects.with_place().filter(event=event, person=invitation.made_by_id)
        letters.tell_new_day(invitation, event, queries.with_event(own).first())


@later(InvitationLate)
def tell_late(fact: InvitationLate) -> None:
    """Those who run the lab hear that an answer, or the day of a visit, is late, unless there is one meanwhile."""
    late = Invitation.objects.late(today()).select_related("organisation")
    invitation = late.filter(pk=fact.invitation).first()
    if invitation:
        for person in queries.answering():
            letters.tell_late(invitation, person)


@later(TargetChosen)
def tell_chosen(fact: TargetChosen) -> None:
    """Who proposed it and who voted for it hear that it was chosen, and why."""
    target = Target.objects.filter(pk=fact.target).first()
    if target:
        for person in queries.who_wanted(target):
            letters.tell_chosen(target, person)


@later(TargetRemoved)
def tell_removed(fact: TargetRemoved) -> None:
    """Who proposed it hears that it was taken off, and why; not who took her own off."""
    target = Target.objects.select_related("proposed_by").filter(pk=fact.target).first()
    if target and target.proposed_by_id != fact.by:
        letters.tell_target_removed(target)


def _found(number: int) -> Invitation | None:
    rows = Invitation.objects.select_related("organisation", "made_by", "event__site", "event__booking")
    return rows.filter(pk=number).first()
