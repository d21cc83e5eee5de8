"""Those who run the lab keep its kinds of events, its themes, and its seasons with their plan."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime

from django.db import transaction
from django.db.models import Model, Q
from django.utils.text import slugify

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.actions.asked import asked_for_by, asked_no_more
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import KindKept, SeasonKept, SeriesKept, ThemeKept
from fiksummin.events.models import Event, EventKind, EventSeries, KindQuestion, PlannedTheme, Season, Theme
from fiksummin.events.queries.keeping import KindAsks, KindWish, SeasonWish, SeriesWish, ThemePlan, ThemeWish
from fiksummin.events.rules import Refusal
from fiksummin.people.models import Person
from fiksummin.trail.things import faces

TAKEN = {"new"}
"""Words that stand in addresses already."""


def save_kind(
    *, by: Person, wish: KindWish, kind: EventKind | None = None, at: datetime | None = None
) -> EventKind:
    """Add a kind, or change what one proposes; events that are planned stay as they are. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_keep_lists(by))
        _refuse(rules.why_not_kind(wish))
        row = kind or EventKind(slug=_slug(EventKind, wish.name_fi))
        _write(row, wish, leave={"is_retired"})
        row.retired_at = (row.retired_at or at or now()) if wish.is_retired else None
        row.save()
        announce(KindKept(by=by.pk, kind=row.pk))
    return row


def set_kind_questions(*, by: Person, kind: EventKind, rows: Sequence[KindAsks]) -> EventKind:
    """Say what events of a kind ask from now on; those that are planned stay as they are. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_keep_lists(by))
        if refusal := rules.why_not_kind_asks(rows):
            raise Invalid(refusal)
        kind = EventKind.objects.select_for_update(no_key=True).get(pk=kind.pk)
        kind.questions.all().delete()
        for position, row in enumerate(rows):
            question = KindQuestion(kind=kind, position=position)
            _write(question, row)
            question.save()
        announce(KindKept(by=by.pk, kind=kind.pk))
    return kind


def save_theme(*, by: Person, wish: ThemeWish, theme: Theme | None = None) -> Theme:
    """Add a theme, or reword one. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_keep_lists(by))
        if refusal := rules.why_not_name(wish.name_fi):
            raise Invalid(refusal, "name_fi")
        row = theme or Theme(slug=_slug(Theme, wish.name_fi))
        _write(row, wish)
        row.save()
        announce(ThemeKept(by=by.pk, theme=row.pk))
    return row


def make_series(*, by: Person, event: Event, wish: SeriesWish, at: datetime | None = None) -> EventSeries:
    """Make a series that begins with an event; further ones join it as they are planned or changed. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_make_series(event, by))
        series = _reword(EventSeries(), wish)
        event.series = series
        event.save(update_fields=["series"])
        _share_theme(series, None)
        announce(SeriesKept(by=by.pk, series=series.pk))
    return series


def change_series(*, by: Person, series: EventSeries, wish: SeriesWish) -> EventSeries:
    """Say what a series is about. Its events without a theme of their own get its theme. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        series = EventSeries.objects.select_for_update(no_key=True).get(pk=series.pk)
        refuse_if(rules.why_not_keep_series(series, by))
        before = series.theme_id
        series = _reword(series, wish)
        _share_theme(series, before)
        announce(SeriesKept(by=by.pk, series=series.pk))
    return series


def _share_theme(series: EventSeries, before: int | None) -> None:
    """Give its theme to those of its events that had none, or the one that it had ``before``."""
    if series.theme is not None:
        series.events.filter(Q(theme=None) | Q(theme=before)).update(theme=series.theme)


def _reword(series: EventSeries, wish: SeriesWish) -> EventSeries:
    _refuse(rules.why_not_series(wish))
    _write(series, wish)
    series.save()
    return series


def save_season(*, by: Person, wish: SeasonWish, season: Season | None = None) -> Season:
    """Add a season, or change one. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_keep_lists(by))
        _refuse(rules.why_not_season(wish))
        row = season or Season(slug=_slug(Season, wish.name_fi))
        _write(row, wish)
        row.save()
        announce(SeasonKept(by=by.pk, season=row.pk))
    return row


def plan_season(
    *, by: Person, season: Season, plan: Sequence[ThemePlan], at: datetime | None = None
) -> Season:
    """Say which themes a season has, who looks after each, and what asked for it. Raises NotAllowed, Invalid."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_keep_lists(by))
        asked = [node for row in plan for node in row.ideas]
        _refuse(rules.why_not_season_plan(plan) or rules.why_not_asked(asked, faces(asked, by)))
        season = Season.objects.select_for_update(no_key=True).get(pk=season.pk)
        known = {row.theme_id: row for row in season.plan.select_for_update(no_key=True)}
        for gone in season.plan.exclude(theme__in=[row.theme for row in plan]):
            asked_no_more(by=by, planned=gone, at=at)
            gone.delete()
        for wanted in plan:
            row = known.get(wanted.theme.pk) or PlannedTheme(season=season, theme=wanted.theme)
            row.owner, row.wish = wanted.owner, wanted.wish.strip()
            row.save()
            asked_for_by(by=by, planned=row, ideas=wanted.ideas, at=at)
        announce(SeasonKept(by=by.pk, season=season.pk))
    return season


def _write(
    row: Model, wish: KindWish | ThemeWish | SeasonWish | SeriesWish | KindAsks, leave: Collection[str] = ()
) -> None:
    for field in fields(wish):
        if field.name not in leave:
            value = getattr(wish, field.name)
            setattr(row, field.name, value.strip() if isinstance(value, str) else value)


def _slug(model: type[EventKind] | type[Theme] | type[Season], name: str) -> str:
    """Make the name in addresses of the Finnish name; a number follows where it is taken."""
    base = slugify(name)[:50] or "nimi"
    slug, number = base, 1
    while slug in TAKEN or model.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug


def _refuse(refusal: Refusal | None) -> None:
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
