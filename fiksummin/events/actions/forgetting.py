"""What is personal goes in time: answers soon after the event, names of those who took part with the bookings of their days."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from fiksummin.core.files import drop_file
from fiksummin.events.actions.auditing import forget_reasons
from fiksummin.events.actions.order import locked_registration
from fiksummin.events.actions.queue import end_registration, serve_queue
from fiksummin.events.choices import LinkKind, RegistrationEnd
from fiksummin.events.models import (
    Answer,
    Companion,
    Event,
    Follow,
    Invitee,
    Link,
    Message,
    Press,
    Registration,
    Speaker,
    Takeaway,
    Target,
)

KEEP_NAMES_DAYS = 90
"""How long after an event it is remembered who took part."""


def forget_answers(*, at: datetime) -> int:
    """Delete what was told of diet and access needs in time; doing it again changes nothing.

    That is so many days after the event as were promised when it was told, or as the event says now if that is
    sooner; and so many days after somebody cancelled, or the event was called off.
    """
    told = Answer.objects.exclude(keep_days=None)
    promised = told.order_by().values_list("keep_days", flat=True).distinct()
    now_kept = Event.objects.filter(questions__answers__in=told).values_list("keep_answers_days", flat=True)
    gone = 0
    for days in set(promised):
        before = at - timedelta(days=days or 0)
        over = Q(question__event__ends_at__lt=before) | Q(question__event__cancelled_at__lt=before)
        gone += told.filter(over | Q(registration__ended_at__lt=before), keep_days=days).delete()[0]
    for days in set(now_kept):
        before, its = at - timedelta(days=days), Q(question__event__keep_answers_days=days)
        gone += told.filter(its, question__event__ends_at__lt=before).delete()[0]
    return gone


def forget_participants(*, at: datetime) -> int:
    """Take names, voices, answers, companions, presses and letters off events long over; numbers and what was told stay.

    Nobody follows them any more or is invited to them, and of those who spoke remain who wanted to be named.
    Proposals that were taken off so long ago go, too.
    """
    before = at - timedelta(days=KEEP_NAMES_DAYS)
    old = Registration.objects.filter(event__ends_at__lt=before)
    with transaction.atomic():
        told = Takeaway.objects.filter(event__ends_at__lt=before)
        forget_voices(told.filter(Q(is_named=False) | Q(person=None)))
        told.filter(is_named=False).exclude(person=None).update(person=None)
        Follow.objects.filter(event__ends_at__lt=before).delete()
        Invitee.objects.filter(event__ends_at__lt=before).delete()
        Speaker.objects.filter(event__ends_at__lt=before, consents=False).delete()
        Companion.objects.filter(registration__in=old).delete()
        Answer.objects.filter(registration__in=old).delete()
        Press.objects.filter(registration__in=old).delete()
        Message.objects.filter(event__ends_at__lt=before).delete()
        Target.objects.filter(removed_at__lt=before).delete()
        return old.exclude(person=None, guest_name="", guest_email="").update(
            person=None, guest_name="", guest_email="", secret="", reason="", priority_reason="",
            has_priority=False, priority_by=None, ended_by=None, made_by=None, arrived_by=None,
            shown_at=None,
        )  # fmt: skip


def forget_voices(told: QuerySet[Takeaway]) -> None:
    """Delete the recordings of takeaways, for a voice tells whose it is; what says nothing without goes, too."""
    spoken = told.exclude(recording="")
    for row in spoken:
        drop_file(row.recording)
    spoken.filter(text="", link="", picture="").delete()
    spoken.update(recording="", recording_words="")


def forget_registrant(*, person: int, at: datetime) -> None:
    """Forget somebody (by id) who took part or wanted to, with her account or as a guest before she had one.

    Her places to come go to the next in line.
    """
    own = Registration.objects.left_by(person)
    for registration in own.standing().filter(event__starts_at__gt=at).select_related("event"):
        with transaction.atomic():
            fresh = locked_registration(registration)
            end_registration(by=None, registration=fresh, end=RegistrationEnd.CANCELLED, at=at)
            serve_queue(fresh.event, at)
    Companion.objects.filter(registration__in=own).delete()
    Answer.objects.filter(registration__in=own).delete()
    forget_reasons(registrations=list(own.values_list("pk", flat=True)))
    forget_voices(Takeaway.objects.filter(registration__in=own, person=None))
    own.update(
        person=None, guest_name="", guest_email="", secret="", reason="", has_priority=False,
        priority_reason="", shown_at=None,
    )  # fmt: skip


def forget_links(*, at: datetime) -> int:
    """Delete links that nobody used in time, and all of events long over; doing it again changes nothing."""
    old = Q(event__ends_at__lt=at - timedelta(days=KEEP_NAMES_DAYS))
    unused = Q(registration=None, due_at__lt=at - timedelta(days=1)) & ~Q(kind=LinkKind.INVITED)
    return Link.objects.filter(old | unused).delete()[0]
