"""Agencies invite the lab; people propose and choose whom to visit next."""

from dataclasses import replace
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.core.wording import why_no_reason
from fiksummin.core.workdays import working_day_after
from fiksummin.events import queries, rules
from fiksummin.events.actions.planning import plan_event
from fiksummin.events.choices import InvitationState
from fiksummin.events.facts import (
    InvitationAnswered,
    InvitationSent,
    NewDaySought,
    TargetChosen,
    TargetRemoved,
)
from fiksummin.events.models import Event, Invitation, Season, Target, TargetVote
from fiksummin.events.queries.keeping import asked_of
from fiksummin.events.queries.wishes import EventWish, InvitationWish
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

ANSWER_WORKING_DAYS = 10
"""How soon an invitation is answered, and once it is accepted its day set; Finnish holidays are no working days."""

SEEKS_DAY = ["answer_due_on", "climbed_at"]
"""What changes when a day is sought."""


def invite_lab(*, by: Person, wish: InvitationWish, at: datetime | None = None) -> Invitation:
    """Ask the lab to come to one's own agency. Raises Invalid (with its field), NotAllowed."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_invite_lab(by))
        _refuse(rules.why_not_invitation(wish))
        assert by.organisation is not None  # noqa: S101 -- the rule asks it
        invitation = Invitation.objects.create(
            organisation=by.organisation, topic=wish.topic, audience=wish.audience, text=wish.text,
            dates=wish.dates, people=wish.people, made_at=at, made_by=by,
            answer_due_on=_due(at),
        )  # fmt: skip
        announce(InvitationSent(by=by.pk, invitation=invitation.pk))
    return invitation


def accept_invitation(*, by: Person, invitation: Invitation, at: datetime | None = None) -> Invitation:
    """Say that the lab comes; a day is sought, and set by a date. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        invitation = _locked(invitation)
        refuse_if(rules.why_not_answer_invitation(invitation, by))
        if invitation.accepted_at is None:
            invitation.accepted_at, invitation.answered_by = at, by
            _seek_day(invitation, at)
            invitation.save(update_fields=["accepted_at", "answered_by", *SEEKS_DAY])
            _announce(by, invitation)
    return invitation


def schedule_invitation(
    *, by: Person, invitation: Invitation, wish: EventWish, publish: bool = False, at: datetime | None = None
) -> Event:
    """Set the day: the stop of the tour is planned as any event, and whoever invited holds it, too. Raises as ``plan_event``.

    It asks what its kind asks, and its places are given as is usual for that.
    """
    at = at or now()
    with transaction.atomic():
        invitation = _locked(invitation)
        refuse_if(rules.why_not_answer_invitation(invitation, by))
        organisers = [invitation.made_by] if invitation.made_by else []
        kind = wish.kind
        wish = replace(
            wish, visited=invitation.organisation, allocation=kind.allocation,
            keep_answers_days=kind.keep_answers_days,
        )  # fmt: skip
        event = plan_event(
            by=by, wish=wish, organisers=organisers, questions=asked_of(kind.questions.all(), wish.language),
            publish=publish, at=at,
        )  # fmt: skip
        invitation.accepted_at, invitation.answered_by = invitation.accepted_at or at, by
        invitation.event = event
        invitation.save(update_fields=["accepted_at", "answered_by", "event"])
        _announce(by, invitation)
    return event


def seek_new_day(*, by: int | None, event: Event, at: datetime | None = None) -> None:
    """Let the invitation of a stop that was called off wait for another day, to be set by a new date; it stays accepted."""
    with transaction.atomic():
        for invitation in Invitation.objects.select_for_update(no_key=True, of=("self",)).filter(event=event):
            invitation.event = None
            _seek_day(invitation, at or now())
            invitation.save(update_fields=["event", *SEEKS_DAY])
            announce(NewDaySought(by=by, invitation=invitation.pk, event=event.pk))


def decline_invitation(
    *, by: Person, invitation: Invitation, reason: str, at: datetime | None = None
) -> Invitation:
    """Say that the lab does not come, and why. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        invitation = _locked(invitation)
        refuse_if(rules.why_not_answer_invitation(invitation, by))
        refuse_field(why_no_reason(reason, rules.inviting.LONGEST_REASON))
        invitation.accepted_at, invitation.declined_at = None, at
        invitation.answered_by, invitation.reason = by, reason.strip()
        invitation.save(update_fields=["accepted_at", "declined_at", "answered_by", "reason"])
        _announce(by, invitation)
    return invitation


def withdraw_invitation(*, by: Person, invitation: Invitation, at: datetime | None = None) -> Invitation:
    """Take an invitation back. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        invitation = _locked(invitation)
        refuse_if(rules.why_not_withdraw_invitation(invitation, by))
        invitation.withdrawn_at = at or now()
        invitation.save(update_fields=["withdrawn_at"])
        announce(InvitationAnswered(by=by.pk, invitation=invitation.pk, state=InvitationState.WITHDRAWN))
    return invitation


def propose_target(
    *, by: Person, name: str, why: str = "", season: Season | None = None, at: datetime | None = None
) -> Target:
    """Propose whom to visit next; what is proposed already is the same target. Raises Invalid (with its field), NotAllowed."""
    name, why = name.strip(), why.strip()
    with transaction.atomic():
        refuse_if(rules.why_not_propose(by))
        _refuse(rules.why_not_target(name, why))
        target, _is_new = Target.objects.standing().get_or_create(
            season=season,
            name__iexact=name,
            defaults={"name": name, "why": why, "proposed_by": by, "proposed_at": at or now()},
        )
    return target


def reword_target(
    *, by: Person, target: Target, name: str, why: str = "", season: Season | None = None
) -> Target:
    """Say one's own proposal in other words, before others have voted for it. Raises Invalid (with its field), NotAllowed, NotNow."""
    name, why = name.strip(), why.strip()
    with transaction.atomic():
        target = Target.objects.select_for_update(no_key=True).get(pk=target.pk)
        refuse_if(rules.why_not_reword_target(target, by, is_voted=queries.others_want(target, by)))
        _refuse(rules.why_not_target(name, why))
        target.name, target.why, target.season = name, why, season
        try:
            with transaction.atomic():
                target.save(update_fields=["name", "why", "season"])
        except IntegrityError as taken:
            raise Invalid(_("This visit is proposed already."), "name") from taken
    return target


def vote_for_target(*, by: Person, target: Target) -> None:
    """Want a target to be visited; wanting it twice counts once. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        target = Target.objects.select_for_update(no_key=True).get(pk=target.pk)
        refuse_if(rules.why_not_vote(target, by))
        TargetVote.objects.get_or_create(target=target, person=by)


def withdraw_vote(*, by: Person, target: Target) -> None:
    """Want it no more; doing it again changes nothing. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        target = Target.objects.select_for_update(no_key=True).get(pk=target.pk)
        refuse_if(rules.why_not_vote(target, by))
        TargetVote.objects.filter(target=target, person=by).delete()


def choose_target(*, by: Person, target: Target, reason: str, at: datetime | None = None) -> Target:
    """Decide whom to visit next, and say why. Raises NotAllowed, NotNow, Invalid (with its field)."""
    with transaction.atomic():
        target = Target.objects.select_for_update(no_key=True).get(pk=target.pk)
        refuse_if(rules.why_not_settle_target(target, by))
        refuse_field(why_no_reason(reason, rules.inviting.LONGEST_WHY))
        target.chosen_at, target.chosen_by, target.reason = at or now(), by, reason.strip()
        target.save(update_fields=["chosen_at", "chosen_by", "reason"])
        announce(TargetChosen(by=by.pk, target=target.pk))
    return target


def remove_target(*, by: Person, target: Target, reason: str, at: datetime | None = None) -> Target:
    """Take a proposal off, and say why; whoever proposed it hears it. Again, it changes nothing.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    with transaction.atomic():
        target = Target.objects.select_for_update(no_key=True).get(pk=target.pk)
        if target.removed_at and by.may_somewhere(RoleKind.HOST):
            return target
        refuse_if(rules.why_not_settle_target(target, by))
        refuse_field(why_no_reason(reason, rules.inviting.LONGEST_WHY))
        target.removed_at, target.removed_by, target.reason = at or now(), by, reason.strip()
        target.save(update_fields=["removed_at", "removed_by", "reason"])
        target.votes.all().delete()
        announce(TargetRemoved(by=by.pk, target=target.pk))
    return target


def _refuse(refusal: rules.Refusal | None) -> None:
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)


def _seek_day(invitation: Invitation, at: datetime) -> None:
    """Give it a date by which its day is set, of which those who run the lab are reminded anew."""
    invitation.answer_due_on, invitation.climbed_at = _due(at), None


def _due(at: datetime) -> date:
    return working_day_after(today(at=at), ANSWER_WORKING_DAYS)


def _locked(invitation: Invitation) -> Invitation:
    return Invitation.objects.select_for_update(no_key=True, of=("self",)).get(pk=invitation.pk)


def _announce(by: Person, invitation: Invitation) -> None:
    announce(InvitationAnswered(by=by.pk, invitation=invitation.pk, state=invitation.state))
