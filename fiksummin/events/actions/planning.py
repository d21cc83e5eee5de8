"""An event is planned, changed, published, cancelled: one act with its space, layout, hosts and places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.actions import holding
from fiksummin.events.actions.offers import new_seed
from fiksummin.events.actions.order import locked
from fiksummin.events.choices import Allocation, Audience, Part, RegistrationEnd
from fiksummin.events.facts import EventCancelled, EventChanged, EventPlanned, EventPublished, PartGiven
from fiksummin.events.models import Event, EventPerson, Pool, Question, Quota, Registration, Tag
from fiksummin.events.queries.details import Kept
from fiksummin.events.queries.wishes import Asked, EventWish, Share
from fiksummin.people.models import Person

WORDS = [
    "kind", "site", "place", "title", "summary", "text", "language", "titles", "summaries", "texts", "spoken", "online_link", "outside_link",
    "audience", "audience_organisation", "audience_circle", "audience_role", "allocation", "offer_hours", "access",
    "is_recorded", "has_captions", "keep_answers_days", "dimensions", "theme", "season", "series",
    "visited",
]  # fmt: skip


def plan_event(
    *,
    by: Person,
    wish: EventWish,
    organisers: Sequence[Person] = (),
    hosts: Sequence[Person] = (),
    questions: Sequence[Asked] = (),
    quotas: Sequence[Share] = (),
    publish: bool = False,
    at: datetime | None = None,
) -> Event:
    """Plan an event with its space, layout, hosts and places, all or nothing.

    Its space is booked by the same action as any booking, so no rule is passed
    by. Raises Invalid (with its field), NotAllowed, and Conflict with other
    answers when the space is taken.
    """
    at, wish = at or now(), trimmed(wish)
    with transaction.atomic():
        holding.choose_in_order([wish.site])
        refuse_if(rules.why_not_plan(by))
        refuse_wish(wish, at)
        refuse_field(rules.why_not_circle(by, wish))
        refuse_field(rules.why_not_stop(wish))
        refuse_field(rules.why_not_join_series(by, wish.series))
        holding.refuse_shut(wish)
        _refuse_details(questions, quotas)
        booking = holding.book_space(by=by, wish=wish, organisers=organisers, at=at)
        event = Event(made_at=at, made_by=by, booking=booking)
        fill(event, wish, at)
        event.save(force_insert=True)
        Pool.objects.bulk_create(
            Pool(event=event, mode=mode, capacity=number) for mode, number in wish.capacities.items()
        )
        _write_people(event, {Part.ORGANISER: [by, *organisers], Part.HOST: hosts}, by=by)
        write_questions(event, questions)
        write_quotas(event, quotas)
        tag(event, wish.tags)
        announce(EventPlanned(by=by.pk, event=event.pk))
        if publish:
            _publish(by, locked(event), at)
            event.refresh_from_db()
    return event


def publish_event(*, by: Person, event: Event, at: datetime | None = None) -> Event:
    """Let those see an event for whom it is. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        holding.choose_in_order([event.site])
        event = locked(event)
        _publish(by, event, at)
    return event


def cancel_event(*, by: Person, event: Event, reason: str = "", at: datetime | None = None) -> Event:
    """Call an event off: its space is free, those who registered are told why. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        holding.choose_in_order([event.site])
        event = locked(event)
        refuse_if(rules.why_not_change_event(event, by, at))
        refuse_field((rules.why_not_reason(event, reason), "reason"))
        event.cancelled_at, event.cancelled_by, event.reason = at, by, reason.strip()
        event.sequence += 1
        event.save(update_fields=["cancelled_at", "cancelled_by", "reason", "sequence"])
        Registration.objects.standing().filter(event=event, pool=None).update(
            ended_at=at, ended_by=by, end=RegistrationEnd.CALLED_OFF
        )
        holding.give_back_space(by=by, event=event, reason=event.reason, at=at)
        announce(EventCancelled(by=by.pk, event=event.pk, sequence=event.sequence))
    return event


def set_people(
    *,
    by: Person,
    event: Event,
    organisers: Sequence[Person],
    hosts: Sequence[Person] = (),
    at: datetime | None = None,
) -> Event:
    """Say who holds an event together and who receives people at it. Raises NotAllowed, Invalid."""
    at = at or now()
    with transaction.atomic():
        holding.choose_in_order([event.site])
        event = locked(event)
        refuse_if(rules.why_not_change_event(event, by, at))
        if not organisers:
            raise Invalid(_("An event has at least one organiser."), "organisers")
        event.sequence, event.changed_at = event.sequence + 1, at
        event.save(update_fields=["sequence", "changed_at"])
        _write_people(event, {Part.ORGANISER: organisers, Part.HOST: hosts}, by=by)
        holding.share_space(by=by, event=event, organisers=organisers, at=at)
        announce(EventChanged(by=by.pk, event=event.pk, sequence=event.sequence))
    return event


def write_questions(event: Event, questions: Iterable[Asked]) -> None:
    """Write down what an event asks."""
    Question.objects.bulk_create(
        Question(
            event=event, text=asked.text, why=asked.why, kind=asked.kind, options=list(asked.options),
            sensitivity=asked.sensitivity, is_required=asked.is_required, position=position,
        )
        for position, asked in enumerate(questions)
    )  # fmt: skip


def write_quotas(event: Event, shares: Iterable[Share]) -> None:
    """Write down how many places an organisation or a role may have."""
    Quota.objects.bulk_create(
        Quota(event=event, organisation=share.organisation, role=share.role, most=share.most)
        for share in shares
    )


def _publish(by: Person, event: Event, at: datetime) -> None:
    refuse_if(rules.why_not_publish(event, by, at))
    event.published_at, event.published_by = at, by
    event.save(update_fields=["published_at", "published_by"])
    announce(EventPublished(by=by.pk, event=event.pk))


def refuse_wish(wish: EventWish, at: datetime) -> None:
    """Refuse what no event can be. Raises Invalid with its field."""
    refusal = rules.why_not_event(wish, at)
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)


def fill(event: Event, wish: EventWish, at: datetime) -> None:
    """Write into an event what a wish says of it; the caller saves it."""
    for name in WORDS:
        value = getattr(wish, name)
        setattr(event, name, list(value) if isinstance(value, tuple) else value)
    event.starts_at, event.ends_at = wish.start, wish.end
    event.opens_at = wish.opens_at or min(at, wish.start).replace(second=0, microsecond=0)
    event.closes_at = wish.closes_at or wish.start
    if event.allocation == Allocation.LOTTERY and not event.lottery_seed:
        event.lottery_seed = new_seed()


def _write_people(event: Event, parts: Mapping[Part, Iterable[Person]], *, by: Person) -> None:
    """Let these, and nobody else, hold an event and receive people at it; whoever is new hears so, unless she did it."""
    known = {(row.person_id, row.part) for row in event.people.all()}
    event.people.all().delete()
    rows = {(person.pk, part): person for part, people in parts.items() for person in people}
    EventPerson.objects.bulk_create(
        EventPerson(event=event, person=person, part=part) for (_pk, part), person in rows.items()
    )
    for person, part in sorted(rows.keys() - known):
        if person != by.pk:
            announce(PartGiven(by=by.pk, event=event.pk, person=person, part=part, sequence=event.sequence))


def tag(event: Event, words: Iterable[str]) -> None:
    """Say by which words an event is found."""
    tags = [Tag.objects.get_or_create(word=word)[0] for word in words]
    event.tags.set(tags)


def _without_empty(words: Mapping[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in words.items() if text.strip()}


def _refuse_details(questions: Sequence[Asked], quotas: Sequence[Share]) -> None:
    """Say of questions and quotas what is said when they are changed later. Raises Invalid."""
    if refusal := rules.why_not_questions([Kept(asked) for asked in questions]):
        raise Invalid(refusal, "questions")
    if refusal := rules.why_not_quotas(quotas):
        raise Invalid(refusal, "quotas")


def trimmed(wish: EventWish) -> EventWish:
    """Give a wish without needless blanks, its tags in small letters and each once; it has the theme of its series."""
    words = dict.fromkeys(word.strip().lower() for word in wish.tags if word.strip())
    return replace(
        wish,
        title=wish.title.strip(),
        summary=wish.summary.strip(),
        text=wish.text.strip(),
        theme=wish.theme or (wish.series.theme if wish.series else None),
        audience_circle=wish.audience_circle if wish.audience == Audience.CIRCLE else None,
        titles=_without_empty(wish.titles),
        summaries=_without_empty(wish.summaries),
        texts=_without_empty(wish.texts),
        tags=tuple(words),
    )
