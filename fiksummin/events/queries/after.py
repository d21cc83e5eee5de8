"""What came of an event: who told what, who is told when it is out, how it was in figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from fiksummin.events.choices import OutcomeKind, RegistrationEnd
from fiksummin.events.models import (
    Event,
    FeedbackFigures,
    Follow,
    Outcome,
    Registration,
    Takeaway,
)
from fiksummin.events.models.after import TakeawayQuerySet
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.people.models import Person
from fiksummin.people.models.person import PersonQuerySet
from fiksummin.spaces.queries.statistics import SMALLEST, Counted, hide_small


@dataclass(frozen=True)
class Figure:
    """How many gave an answer; None when it is not shown, because they are too few."""

    answer: str
    count: int | None


@dataclass(frozen=True)
class Figures:
    """How many have answered so far, and each question's answers; empty when there are too few."""

    count: int
    shown: int = 0
    """Of how many of them the answers are shown: a whole number of fives."""
    useful: tuple[Figure, ...] = ()
    met: tuple[Figure, ...] = ()
    again: tuple[Figure, ...] = ()


def with_digest(rows: EventQuerySet) -> EventQuerySet:
    """Bring along what the pages after an event say of it, and who holds it."""
    return rows.select_related("kind", "site", "digest", "on_trail").prefetch_related("people")


def event_of(registration: Registration) -> Event:
    """Give the event of a registration with its digest, to whoever has the registration."""
    return with_digest(Event.objects.filter(pk=registration.event_id)).get()


def takeaway_of(event: Event, person: Person | None, registration: Registration | None) -> Takeaway | None:
    """Give what somebody told of an event already, with or without an account."""
    rows = Takeaway.objects.select_related("registration", "person")
    if person is not None:
        return rows.filter(event=event, person=person).first()
    return rows.filter(registration=registration).first() if registration else None


def told_on(event: Event) -> TakeawayQuerySet:
    """Give what stands on the page of an event's takeaways, the first first."""
    return _with_authors(Takeaway.objects.shown().filter(event=event))


def all_told(event: Event) -> TakeawayQuerySet:
    """Give all that was told of an event, for its organisers."""
    return _with_authors(Takeaway.objects.filter(event=event))


def outcomes_of(event: Event) -> dict[str, list[Outcome]]:
    """Give what was decided, is to be done and stays open, by kind in that order; kinds without any are left out."""
    rows = list(event.outcomes.select_related("owner__organisation"))
    found = {kind: [row for row in rows if row.kind == kind] for kind in OutcomeKind.values}
    return {kind: some for kind, some in found.items() if some}


def took_part(event: Event) -> RegistrationQuerySet:
    """Give the registrations of those who had a place to the end."""
    return Registration.objects.with_place().filter(event=event).order_by("pk")


def left_out(event: Event) -> RegistrationQuerySet:
    """Give the registrations of those who got no place: they waited to the end, or did not take the one they were offered."""
    waited = Q(ended_at=None, pool=None) | Q(end__in=(RegistrationEnd.DECLINED, RegistrationEnd.LAPSED))
    return Registration.objects.filter(waited, event=event).order_by("pk")


def followers(event: Event) -> Iterator[Person]:
    """Give those who want to hear what came of an event and may still see it."""
    for row in Follow.objects.filter(event=event).select_related("person").order_by("pk"):
        if Event.objects.visible_to(row.person).filter(pk=event.pk).exists():
            yield row.person


def count_readers(event: Event) -> int:
    """Count to how many a letter goes when the takeaways are out: at most so many, for one may have two reasons."""
    return took_part(event).count() + left_out(event).count() + event.follows.count()


def possible_owners(event: Event) -> PersonQuerySet:
    """Give who can take a next step: the organisers, and those with an account who took part."""
    organisers = event.people.values("person")
    came = took_part(event).filter(person__isnull=False).values("person")
    found = Person.objects.get_queryset().filter(Q(pk__in=organisers) | Q(pk__in=came), erased_at=None)
    return found.select_related("organisation").order_by("name", "pk")


def outcomes_seen_by(person: Person) -> QuerySet[Outcome]:
    """Give what came of events that she runs, and the next steps that are hers."""
    run = Event.objects.run_by(person).values("pk")
    return Outcome.objects.filter(Q(event__in=run) | Q(owner=person)).select_related("event")


def figures_of(event: Event) -> Figures:
    """Give how an event was: no group under five, none that could be found by subtraction, in steps of five. Two queries."""
    answered = event.registrations.aggregate(count=Count("feedback_given"))["count"]
    kept = FeedbackFigures.objects.filter(event=event).first()
    if kept is None or kept.count < SMALLEST:
        return Figures(answered)
    return Figures(
        answered,
        kept.count,
        useful=_figures(kept, 0, [5, 4, 3, 2, 1]),
        met=_figures(kept, 1, [True, False]),
        again=_figures(kept, 2, [True, False]),
    )


def _figures(kept: FeedbackFigures, column: int, answers: list[int] | list[bool]) -> tuple[Figure, ...]:
    sums = {answer: sum(row[-1] for row in kept.counts if row[column] == answer) for answer in answers}
    shown = hide_small({answer: Counted(count, count) for answer, count in sums.items()})
    return tuple(
        Figure(str(answer), int(figure.value) if figure else None) for answer, figure in shown.items()
    )


def _with_authors(rows: TakeawayQuerySet) -> TakeawayQuerySet:
    return rows.select_related("person__organisation", "registration__organisation", "event")
