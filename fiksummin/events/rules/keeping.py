"""Who keeps kinds, themes, seasons and templates, and why they cannot be so."""

from collections.abc import Container, Iterable, Sequence

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.events.models import EventTemplate
from fiksummin.events.queries.keeping import KindWish, SeasonWish, ThemePlan
from fiksummin.events.rules.events import MOST_PLACES, why_not_run
from fiksummin.events.rules.refusals import Refusal
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.models import Node

LONGEST_NAME = 120
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
    for field in ("places", "virtual_places"):
        if not 0 <= getattr(wish, field) <= MOST_PLACES:
            return Refusal(_("Give a number of places from 0 to %(most)d.") % {"most": MOST_PLACES}, field)
    return None


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
