"""What becomes of what somebody leaves with events."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import (
    AuditLine,
    Digest,
    Event,
    EventPerson,
    EventTemplate,
    Follow,
    Invitation,
    Invitee,
    Link,
    Message,
    Outcome,
    PlannedTheme,
    Press,
    Registration,
    Takeaway,
    Target,
    TargetVote,
    TrainingNote,
)
from fiksummin.people.models import Person

_EVENT_ROLES = ("made_by", "published_by", "cancelled_by")
_REGISTRATION_ROLES = ("priority_by", "ended_by", "made_by", "arrived_by")


def _registrations(person: int) -> Rows:
    fields = (
        "mode",
        "people",
        "asked_at",
        "queued_at",
        "rank",
        "has_priority",
        "priority_reason",
        "confirmed_at",
        "ended_at",
        "end",
        "reason",
        "arrived_at",
        "asks_first",
        "shown_at",
    )
    rows = Registration.objects.left_by(person).prefetch_related("answers__question", "companions")
    return [
        {
            "event": row.event.title,
            **{field: getattr(row, field) for field in fields},
            "companions": [companion.name for companion in row.companions.all()],
            "answers": {answer.question.text: answer.value for answer in row.answers.all()},
        }
        for row in rows.select_related("event")
    ]


def _forget_registrations(person: int) -> None:
    """Give places to come to the next in line; what is behind leaves a number and nothing of her."""
    actions.forget_registrant(person=person, at=now())
    for role in _REGISTRATION_ROLES:
        Registration.objects.filter(**{role: person}).update(**{role: None})


def _audited(person: int) -> Rows:
    fields = ("event__title", "what", "at", "registration", "reason")
    hers = Registration.objects.left_by(person).values("pk")
    return [
        dict(row) for row in AuditLine.objects.filter(Q(by=person) | Q(registration__in=hers)).values(*fields)
    ]


def _forget_audited(person: int) -> None:
    AuditLine.objects.filter(by=person).update(by=None)


def _parts(person: int) -> Rows:
    return [dict(row) for row in EventPerson.objects.filter(person=person).values("event__title", "part")]


def _forget_parts(person: int) -> None:
    EventPerson.objects.filter(person=person).delete()


def _forget_events(person: int) -> None:
    for role in _EVENT_ROLES:
        Event.objects.filter(**{role: person}).update(**{role: None})


def _invited(person: int) -> Rows:
    return [dict(row) for row in Invitee.objects.filter(person=person).values("event__title")]


def _forget_invited(person: int) -> None:
    Invitee.objects.filter(person=person).delete()


def _follows(person: int) -> Rows:
    return [dict(row) for row in Follow.objects.filter(person=person).values("event__title", "made_at")]


def _forget_follows(person: int) -> None:
    Follow.objects.filter(person=person).delete()


def _planned(person: int) -> Rows:
    return [dict(row) for row in PlannedTheme.objects.filter(owner=person).values("theme__name_fi", "wish")]


def _forget_planned(person: int) -> None:
    PlannedTheme.objects.filter(Q(owner=person)).update(owner=None)


def _takeaways(person: int) -> Rows:
    fields = ("event__title", "text", "link", "picture_words", "recording_words", "is_named", "made_at")
    return [dict(row) for row in Takeaway.objects.filter(person=person).values(*fields)]


def _forget_takeaways(person: int) -> None:
    """What was told stays for the others; that it was hers is forgotten, and so is a voice."""
    own = Takeaway.objects.filter(person=person)
    actions.forget_voices(own)
    own.update(person=None, is_named=False)
    Takeaway.objects.filter(removed_by=person).update(removed_by=None)


def _forget_outcomes(person: int) -> None:
    Outcome.objects.filter(owner=person).update(owner=None)


def _votes(person: int) -> Rows:
    return [dict(row) for row in TargetVote.objects.filter(person=person).values("target__name")]


def _forget_votes(person: int) -> None:
    TargetVote.objects.filter(person=person).delete()


def _targets(person: int) -> Rows:
    return [dict(row) for row in Target.objects.filter(proposed_by=person).values("name", "why", "reason")]


def _forget_targets(person: int) -> None:
    for role in ("proposed_by", "chosen_by", "removed_by"):
        Target.objects.filter(**{role: person}).update(**{role: None})


def _invitations(person: int) -> Rows:
    fields = ("topic", "audience", "text", "dates", "made_at")
    return [dict(row) for row in Invitation.objects.filter(made_by=person).values(*fields)]


def _forget_invitations(person: int) -> None:
    for role in ("made_by", "answered_by"):
        Invitation.objects.filter(**{role: person}).update(**{role: None})


def _forget_digests(person: int) -> None:
    Digest.objects.filter(published_by=person).update(published_by=None)


declare(
    "events.Registration",
    purpose=_("Keeping your place at an event; after a set time your name is taken off"),
    export=_registrations,
    erase=_forget_registrations,
)
declare(
    "events.EventPerson",
    purpose=_("Who holds an event, and who receives people at it"),
    export=_parts,
    erase=_forget_parts,
)
declare(
    "events.AuditLine",
    purpose=_(
        "That the order of a queue can be checked: what you did by hand for the organisers of an event, and what was done by hand with your own places"
    ),
    export=_audited,
    erase=_forget_audited,
)
declare("events.Event", purpose=_("Who planned an event"), export=None, erase=_forget_events)
declare(
    "events.Invitee",
    purpose=_("Letting you see an event to which you are invited"),
    export=_invited,
    erase=_forget_invited,
)
declare(
    "events.Follow",
    purpose=_("Telling you what came of an event"),
    export=_follows,
    erase=_forget_follows,
)
declare(
    "events.PlannedTheme",
    purpose=_("Who looks after a theme of a season"),
    export=_planned,
    erase=_forget_planned,
)
declare(
    "events.Takeaway",
    purpose=_("Sharing what you took away from an event; without your name when you leave"),
    export=_takeaways,
    erase=_forget_takeaways,
)
declare(
    "events.Outcome",
    purpose=_("Who takes the next step after an event"),
    export=None,
    erase=_forget_outcomes,
)
declare("events.Digest", purpose=_("Who published what was taken away"), export=None, erase=_forget_digests)
declare("events.Target", purpose=_("Who proposed whom to visit"), export=_targets, erase=_forget_targets)
declare(
    "events.TargetVote", purpose=_("Counting whom people want to visit"), export=_votes, erase=_forget_votes
)
declare(
    "events.Invitation",
    purpose=_("Answering the invitation of your agency"),
    export=_invitations,
    erase=_forget_invitations,
)


def _trainings(person: int) -> Rows:
    return [
        dict(row) for row in TrainingNote.objects.filter(person=person).values("event__title", "noted_at")
    ]


def _forget_trainings(person: int) -> None:
    """That somebody of her organisation took part stays; that it was her is forgotten."""
    TrainingNote.objects.filter(person=person).update(person=None)


declare(
    "events.TrainingNote",
    purpose=_("Remembering the trainings that you noted, and counting which organisations they reached"),
    export=_trainings,
    erase=_forget_trainings,
)


def _forget_presses(person: int) -> None:
    Press.objects.filter(made_by=person).update(made_by=None)


declare("events.Press", purpose=_("Who received somebody at a door"), export=None, erase=_forget_presses)


def _messages(person: int) -> Rows:
    return [dict(row) for row in Message.objects.filter(made_by=person).values("subject", "text", "made_at")]


def _forget_messages(person: int) -> None:
    Message.objects.filter(made_by=person).update(made_by=None)


declare(
    "events.Message",
    purpose=_("Telling those who take part what the organisers wrote"),
    export=_messages,
    erase=_forget_messages,
)


def _links_to(person: int) -> QuerySet[Link]:
    return Link.objects.filter(email__in=Person.objects.get_queryset().filter(pk=person).values("email"))


def _links(person: int) -> Rows:
    """Give those to her address, and those that she sent; the addresses of others are not hers to take along."""
    fields, hers = ("event__title", "kind", "made_at", "used_at", "withdrawn_at"), _links_to(person)
    sent = Link.objects.filter(made_by=person).exclude(pk__in=hers.values("pk"))
    return [dict(row) for row in [*hers.values(*fields, "email", "name"), *sent.values(*fields)]]


def _forget_links(person: int) -> None:
    """What was sent to her address goes, whoever sent it."""
    _links_to(person).delete()
    Link.objects.filter(made_by=person).update(made_by=None)


declare(
    "events.Link",
    purpose=_("Inviting you as a guest, handing a place to you, and knowing whom you invited"),
    export=_links,
    erase=_forget_links,
)


def _templates(person: int) -> Rows:
    return [dict(row) for row in EventTemplate.objects.filter(made_by=person).values("name", "made_at")]


def _forget_templates(person: int) -> None:
    """A template for everybody stays; her own goes with her."""
    own = EventTemplate.objects.filter(made_by=person)
    own.filter(is_for_all=False).delete()
    own.update(made_by=None)


declare(
    "events.EventTemplate",
    purpose=_("Planning events from your own templates"),
    export=_templates,
    erase=_forget_templates,
)
