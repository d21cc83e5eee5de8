"""Who keeps kinds, themes, seasons and templates, and why they cannot be so."""

from collections.abc import Container, Iterable, Sequence

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import AnswerKind
from fiksummin.events.models import Event, EventSeries, EventTemplate
from fiksummin.events.queries.details import Kept
from fiksummin.events.queries.keeping import KindAsks, KindWish, SeasonWish, SeriesWish, ThemePlan, asked_of
from fiksummin.events.rules.details import why_not_questions, why_not_so_many
from fiksummin.events.rules.events import MOST_KEPT_DAYS, MOST_PLACES, why_not_run
from fiksummin.events.rules.refusals import Refusal
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.models import Node

LONGEST_NAME = 120
LONGEST_SERIES_NAME, LONGEST_ABOUT = 150, 2000
MOST_MINUTES = 14 * 24 * 60
MOST_IDEAS = 20
"""So many ideas may have asked for a theme of a season."""


def why_not_keep_lists(person: Person) -> str:
    """Say why somebody may not change kinds, themes and seasons: those who manage a site or own the lab may."""
    return "" if person.may_somewhere(RoleKind.MANAGER) else _("Only those who run the lab can do this.")


def why_not_name(name: str, most: int = LONGEST_NAME) -> str:
    """Say what is wrong with a name."""
    return why_too_long(name, most) if name.strip() else _("Give a name.")


def why_not_kind(wish: KindWish) -> Refusal | None:
    """Say why a kind cannot be so."""
    if refusal := why_not_name(wish.name_fi, 80):
        return Refusal(refusal, "name_fi")
    if not 5 <= wish.minutes <= MOST_MINUTES:
        return Refusal(_("An event of a kind lasts from 5 minutes to 14 days."), "minutes")
    if not 0 <= wish.keep_answers_days <= MOST_KEPT_DAYS:
        said = _("Answers are kept at most %(most)d days after the event.") % {"most": MOST_KEPT_DAYS}
        return Refusal(said, "keep_answers_days")
    for field in ("places", "virtual_places"):
        if not 0 <= getattr(wish, field) <= MOST_PLACES:
            return Refusal(_("Give a number of places from 0 to %(most)d.") % {"most": MOST_PLACES}, field)
    return None


def why_not_kind_asks(rows: Sequence[KindAsks]) -> str:
    """Say what is wrong with what a kind asks: as with the questions of an event, in each language."""
    if refusal := why_not_so_many(rows):
        return refusal
    if any(row.answer not in {AnswerKind.TEXT, AnswerKind.YES_NO} for row in rows):
        return _("Events of a kind ask for words, or for yes or no.")
    sentences = (why_not_questions([Kept(asked) for asked in asked_of(rows, code)]) for code in LANGUAGES)
    return next((sentence for sentence in sentences if sentence), "")


def why_not_keep_series(series: EventSeries, person: Person) -> str:
    """Say why somebody may not word a series: those who run one of its events may."""
    if EventSeries.objects.kept_by(person).filter(pk=series.pk).exists():
        return ""
    return _("Only those who hold an event of the series can do this.")


def why_not_make_series(event: Event, person: Person) -> str:
    """Say why somebody may not begin a series with an event (prefetched ``people`` are used)."""
    if refusal := why_not_run(event, person):
        return refusal
    return AsItStands(_("The event belongs to a series already.")) if event.series_id else ""


def why_not_series(wish: SeriesWish) -> Refusal | None:
    """Say why a series cannot be so; it has a name in one language at least."""
    names = (wish.name_fi, wish.name_sv, wish.name_en)
    if refusal := why_not_name("".join(names), 3 * LONGEST_SERIES_NAME):
        return Refusal(refusal, "name_fi")
    for field, most in (("name", LONGEST_SERIES_NAME), ("about", LONGEST_ABOUT)):
        for code in LANGUAGES:
            if refusal := why_too_long(getattr(wish, f"{field}_{code}"), most):
                return Refusal(refusal, f"{field}_{code}")
    return None


def why_not_join_series(
    person: Person, series: EventSeries | None, event: Event | None = None
) -> tuple[str, str]:
    """Give the sentence about why an event cannot be one of a series, and its field; the one that it is of may stay."""
    if series is None or (event is not None and series.pk == event.series_id):
        return "", ""
    return why_not_keep_series(series, person), "series"


def why_not_season(wish: SeasonWish) -> Refusal | None:
    """Say why a season cannot be so."""
    if refusal := why_not_name(wish.name_fi):
        return Refusal(refusal, "name_fi")
    if wish.ends_on < wish.starts_on:
        return Refusal(_("The end must be after the beginning."), "ends_on")
    return None


def why_not_season_plan(rows: Sequence[ThemePlan]) -> Refusal | None:
    """Say why the plan of a season cannot be so."""
    if len({row.theme.pk for row in rows}) < len(rows):
        return Refusal(_("A theme stands once in the plan of a season."))
    sentences = (why_too_long(row.wish, 1000) or why_too_many_ideas(len(row.ideas)) for row in rows)
    return next((Refusal(sentence) for sentence in sentences if sentence), None)


def why_too_many_ideas(number: int) -> str:
    """Say that a theme of a season is asked for by more ideas than its plan tells."""
    return _("Give at most %(most)d ideas for a theme.") % {"most": MOST_IDEAS} if number > MOST_IDEAS else ""


def why_not_asked(nodes: Iterable[Node], seen: Container[int]) -> Refusal | None:
    """Say why something cannot have asked for a theme: it is no idea, or none that whoever plans may see."""
    if all(node.kind == NodeKind.IDEA and node.pk in seen for node in nodes):
        return None
    return Refusal(_("One of the ideas is not there any more. Look at the addresses again."))


def why_not_remove_template(template: EventTemplate, person: Person) -> str:
    """Say why somebody may not remove a template."""
    if template.made_by_id == person.pk or not why_not_run(template.event, person):
        return ""
    return (
        why_not_keep_lists(person)
        if template.is_for_all
        else _("Only whoever made the template can remove it.")
    )
