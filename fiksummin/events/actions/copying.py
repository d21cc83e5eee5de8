"""Events like others: from a template, or again and again; what is asked and the programme come along."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import moment, now
from fiksummin.events import queries, rules
from fiksummin.events.actions import holding
from fiksummin.events.actions.changing import as_it_begins, change_event
from fiksummin.events.actions.details import set_programme
from fiksummin.events.actions.moving import hold_online
from fiksummin.events.actions.order import locked
from fiksummin.events.actions.planning import cancel_event, plan_event, publish_event
from fiksummin.events.actions.trying import try_space
from fiksummin.events.choices import Mode
from fiksummin.events.choices import Part as Role
from fiksummin.events.facts import TemplateMade, TemplateRemoved
from fiksummin.events.models import Event, EventSeries, EventTemplate
from fiksummin.events.queries.details import Part
from fiksummin.events.queries.wishes import Asked, EventWish, Share
from fiksummin.people.models import Person


class Scope(StrEnum):
    """Which events of a series an act is about; those that have begun are left alone."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True)
class Again:
    """One date of a series to be: why it cannot be ("" when it can)."""

    date: date
    reason: str = ""


def plan_like(
    *,
    by: Person,
    pattern: Event,
    wish: EventWish,
    organisers: Sequence[Person] = (),
    hosts: Sequence[Person] = (),
    publish: bool = False,
    at: datetime | None = None,
) -> Event:
    """Plan an event that asks what another asks, with its quotas and its programme. Raises as ``plan_event`` does."""
    at = at or now()
    with transaction.atomic():
        event = plan_event(
            by=by, wish=wish, organisers=organisers, hosts=hosts, questions=_asked(pattern), quotas=_shares(pattern),
            at=at,
        )  # fmt: skip
        step = event.starts_at - pattern.starts_at
        parts = [Part(item.starts_at + step, item.title) for item in pattern.programme.all()]
        kept = [part for part in parts if event.starts_at <= part.starts_at < event.ends_at]
        if kept:
            set_programme(by=by, event=event, parts=kept, at=at)
        if publish:
            publish_event(by=by, event=event, at=at)
        event.refresh_from_db()
    return event


def try_again(*, by: Person, event: Event, dates: Iterable[date], at: datetime | None = None) -> list[Again]:
    """Try the space of an event on other dates; nothing is written."""
    found = []
    for day in dates:
        wish, reason = None, ""
        try:
            wish = _on(event, day)
            refusal = rules.why_not_event(wish, at or now())
            reason = refusal.sentence if refusal else ""
            if not reason:
                try_space(by=by, wish=wish, at=at)
        except NotAllowed as refused:
            reason = refused.reason
        found.append(Again(day, reason))
    return found


def repeat_event(
    *, by: Person, event: Event, dates: Sequence[date], at: datetime | None = None
) -> EventSeries:
    """Hold an event again on other dates at the same hours, in the same space; all of them or none.

    They are drafts when it is one, else published. Raises as ``plan_event`` does, naming the date.
    """
    at = at or now()
    with transaction.atomic():
        holding.choose_in_order([event.site])
        event = locked(event)
        refuse_if(rules.why_not_change_event(event, by, at))
        if not dates:
            raise Invalid(_("Choose at least one date."), "dates")
        series = event.series or EventSeries.objects.create(**event.series_names)
        if event.series is None:
            event.series = series
            event.save(update_fields=["series"])
        people = {
            part: [row.person for row in event.people.select_related("person") if row.part == part]
            for part in Role
        }
        for day in sorted(dates):
            with _named(day):
                plan_like(
                    by=by, pattern=event, wish=replace(_on(event, day), series=series),
                    organisers=people[Role.ORGANISER], hosts=people[Role.HOST],
                    publish=event.published_at is not None, at=at,
                )  # fmt: skip
    return series


def change_events(
    *,
    by: Person,
    event: Event,
    wish: EventWish,
    scope: Scope,
    reason: str = "",
    at: datetime | None = None,
) -> int:
    """Change an event and, by scope, the following or all others of its series alike; answer how many. All or none.

    Days move by as many days, hours are those of the wish by the wall clock. Raises as ``change_event`` does.
    """
    at, wish = at or now(), as_it_begins(wish, event)
    with transaction.atomic():
        rows = queries.in_scope(event, scope, at)
        holding.choose_in_order([wish.site, *(row.site for row in rows)])
        step = _day(wish.start, event) - _day(event.starts_at, event)
        for row in sorted(rows, key=lambda row: row.starts_at, reverse=step > timedelta()):
            with _named(_day(row.starts_at, row) + step):
                change_event(by=by, event=row, wish=_moved(wish, event, row, step), reason=reason, at=at)
    return len(rows)


def cancel_events(*, by: Person, event: Event, reason: str, scope: Scope, at: datetime | None = None) -> int:
    """Cancel an event and, by scope, the following or all others of its series; answer how many."""
    at = at or now()
    with transaction.atomic():
        rows = queries.in_scope(event, scope, at)
        holding.choose_in_order([row.site for row in rows])
        for row in rows:
            cancel_event(by=by, event=row, reason=reason, at=at)
    return len(rows)


def hold_events_online(
    *,
    by: Person,
    event: Event,
    scope: Scope,
    link: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> int:
    """Hold an event online and, by scope, those of the following or all others of its series that are on site; answer how many.

    All or none. Where the event keeps its ``link``, so do others that have one. Raises as ``hold_online`` does.
    """
    at, link = at or now(), link.strip() or event.online_link
    with transaction.atomic():
        _this, *others = queries.in_scope(event, scope, at)
        others = [row for row in others if row.pool(Mode.ON_SITE)]
        holding.choose_in_order([event.site, *(row.site for row in others)])
        hold_online(by=by, event=event, link=link, reason=reason, at=at)
        for row in others:
            own = row.online_link if link == event.online_link else ""
            with _named(_day(row.starts_at, row)):
                hold_online(by=by, event=row, link=own or link, reason=reason, at=at)
    return 1 + len(others)


def make_template(
    *, by: Person, event: Event, name: str, is_for_all: bool = False, at: datetime | None = None
) -> EventTemplate:
    """Keep an event as a pattern for others. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(
            rules.why_not_run(locked(event), by) or (rules.why_not_keep_lists(by) if is_for_all else "")
        )
        if refusal := rules.why_not_name(name):
            raise Invalid(refusal, "name")
        row = EventTemplate.objects.create(
            event=event, name=name.strip(), is_for_all=is_for_all, made_by=by, made_at=at or now()
        )
        announce(TemplateMade(by=by.pk, event=event.pk))
    return row


def remove_template(*, by: Person, template: EventTemplate) -> None:
    """Keep an event as a pattern no longer; the event stays. Raises NotAllowed."""
    with transaction.atomic():
        refuse_if(rules.why_not_remove_template(template, by))
        event = template.event_id
        template.delete()
        announce(TemplateRemoved(by=by.pk, event=event))


@contextmanager
def _named(day: date) -> Iterator[None]:
    """Name the date that a refusal is about."""
    try:
        yield
    except NotAllowed as refusal:
        sentence = f"{day.day}.{day.month}.{day.year}: {refusal.reason}"
        if isinstance(refusal, Invalid):
            raise Invalid(sentence, refusal.field, refusal.alternatives) from refusal
        raise type(refusal)(sentence, refusal.alternatives) from refusal


def _day(at: datetime, event: Event) -> date:
    return at.astimezone(event.zone).date()


def _on(event: Event, day: date) -> EventWish:
    """Give an event as a wish on another day, at the same hours by the wall clock. Raises Invalid in a skipped hour."""
    return _moved(queries.wish_of(event), event, event, day - _day(event.starts_at, event), keeps=True)


def _moved(wish: EventWish, base: Event, row: Event, step: timedelta, *, keeps: bool = False) -> EventWish:
    """Give what one event of a series becomes when its sister ``base`` becomes ``wish``: its days moved by ``step``."""
    first = base if keeps else row
    begins = _at(wish.start, _day(first.starts_at, first) + step, base)
    away = begins - wish.start
    ends = _at(wish.end, _day(wish.end, base) + (_day(begins, base) - _day(wish.start, base)), base)
    opens = wish.opens_at + away if wish.opens_at else None
    closes = wish.closes_at + away if wish.closes_at else None
    return replace(wish, start=begins, end=ends, opens_at=opens, closes_at=closes)


def _at(clock: datetime, day: date, event: Event) -> datetime:
    try:
        return moment(day, clock.astimezone(event.zone).time(), event.zone)
    except ValueError as skipped:
        raise Invalid(_("The clock is moved forward that night: the time does not exist. Choose another."), "start") from skipped  # fmt: skip


def _asked(pattern: Event) -> list[Asked]:
    return [
        Asked(row.text, row.why, row.kind, tuple(row.options), row.sensitivity, row.is_required)
        for row in pattern.questions.all()
    ]


def _shares(pattern: Event) -> list[Share]:
    return [
        Share(row.most, row.organisation, row.role) for row in pattern.quotas.select_related("organisation")
    ]
