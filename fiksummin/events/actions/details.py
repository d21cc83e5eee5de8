"""The parts of an event that have pages of their own: speakers, programme, materials, questions, quotas."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.files import drop_file
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions.fitting import telling_outgrown
from fiksummin.events.actions.order import locked
from fiksummin.events.actions.planning import write_quotas
from fiksummin.events.actions.queue import serve_queue
from fiksummin.events.facts import EventChanged
from fiksummin.events.models import Event, Material, ProgrammeItem, Question, Speaker
from fiksummin.events.queries.details import Kept, Part, Speaks, Thing
from fiksummin.events.queries.wishes import Share
from fiksummin.people.models import Person


def set_speakers(
    *, by: Person, event: Event, speakers: Sequence[Speaks], at: datetime | None = None
) -> Event:
    """Say who speaks. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        event = _held(by, event, rules.why_not_speakers(speakers) or rules.why_not_so_many(speakers), at)
        event.speakers.all().delete()
        Speaker.objects.bulk_create(
            Speaker(
                event=event, name=row.name.strip(), organisation=row.organisation.strip(), topic=row.topic.strip(),
                consents=row.consents,
            )
            for row in speakers
        )  # fmt: skip
        return _changed(by, event, at)


def set_programme(*, by: Person, event: Event, parts: Sequence[Part], at: datetime | None = None) -> Event:
    """Say what happens when. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        event = _held(by, event, rules.why_not_so_many(parts), at)
        _refuse(rules.why_not_programme(event, parts))
        event.programme.all().delete()
        ProgrammeItem.objects.bulk_create(
            ProgrammeItem(event=event, starts_at=part.starts_at, title=part.title.strip()) for part in parts
        )
        return _changed(by, event, at)


def set_materials(*, by: Person, event: Event, things: Sequence[Thing], at: datetime | None = None) -> Event:
    """Say what there is to read or to see; a file that is no longer there is deleted. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_keep_materials(event, by))
        known = {row.pk: row for row in event.materials.all()}
        things = [thing for thing in things if thing.pk is None or thing.pk in known]
        with_file = {pk for pk, row in known.items() if row.file}
        _refuse(rules.why_not_materials(things, with_file) or rules.why_not_so_many(things))
        for pk, row in known.items():
            if pk not in {thing.pk for thing in things}:
                drop_file(row.file)
                row.delete()
        for thing in things:
            row = known.get(thing.pk or 0, Material(event=event))
            row.title, row.link, row.is_before = thing.title.strip(), thing.link, thing.is_before
            if thing.file is not None:
                drop_file(row.file)
                row.file = thing.file
            row.save()
        return _changed(by, event, at)


def set_questions(
    *, by: Person, event: Event, questions: Sequence[Kept], at: datetime | None = None
) -> Event:
    """Say what those who register are asked; answers to a question that goes, go. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        event = _held(by, event, rules.why_not_questions(questions) or rules.why_not_so_many(questions), at)
        known = {row.pk: row for row in event.questions.all()}
        event.questions.exclude(pk__in=[row.pk for row in questions if row.pk]).delete()
        for position, kept in enumerate(questions):
            row, asked = known.get(kept.pk or 0, Question(event=event)), kept.asked
            row.text, row.why, row.kind = asked.text.strip(), asked.why.strip(), asked.kind
            row.options, row.sensitivity = list(asked.options), asked.sensitivity
            row.is_required, row.position = asked.is_required, position
            row.save()
            if (kept_days := event.kept_days(row.sensitivity)) is not None:
                row.answers.filter(keep_days=None).update(keep_days=kept_days)
        return _changed(by, event, at)


def set_quotas(*, by: Person, event: Event, shares: Sequence[Share], at: datetime | None = None) -> Event:
    """Say how many places organisations and roles have at most; what their people have already counts.

    Who waited only for a quota that is larger now is served. Raises
    NotAllowed, NotNow, and Invalid for a quota below what is taken.
    """
    at = at or now()
    with transaction.atomic():
        event = _held(by, event, rules.why_not_quotas(shares) or rules.why_not_so_many(shares), at)
        for share in shares:
            _refuse(rules.why_not_so_few(share, queries.taken_by(event, share)))
        with telling_outgrown(by=by, event=event):
            event.quotas.all().delete()
            write_quotas(event, shares)
        event = _changed(by, locked(event), at)
        serve_queue(event, at)
    return event


def _held(by: Person, event: Event, refusal: str, at: datetime) -> Event:
    event = locked(event)
    refuse_if(rules.why_not_change_event(event, by, at))
    _refuse(refusal)
    return event


def _refuse(refusal: str) -> None:
    if refusal:
        raise Invalid(refusal)


def _changed(by: Person, event: Event, at: datetime) -> Event:
    event.sequence, event.changed_at = event.sequence + 1, at
    event.save(update_fields=["sequence", "changed_at"])
    announce(EventChanged(by=by.pk, event=event.pk, sequence=event.sequence))
    return event
