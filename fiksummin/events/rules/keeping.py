"""Who keeps kinds, themes, seasons and templates, and why they cannot be so."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.events.models import EventTemplate
from fiksummin.events.queries.keeping import KindWish, SeasonWish, ThemePlan
from fiksummin.events.rules.events import MOST_PLACES, why_not_run
from fiksummin.events.rules.refusals import Refusal
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

LONGEST_NAME = 120
MOST_MINUTES = 14 * 24 * 60


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


def why_not_season_plan(rows: Sequence[ThemePlan]) -> str:
    """Say why the plan of a season cannot be so."""
    if len({row.theme.pk for row in rows}) < len(rows):
        return _("A theme stands once in the plan of a season.")
    return next((refusal for row in rows if (refusal := why_too_long(row.wish, 1000))), "")


def why_not_remove_template(template: EventTemplate, person: Person) -> str:
    """Say why somebody may not remove a template."""
    if template.made_by_id == person.pk or not why_not_run(template.event, person):
        return ""
    return (
        why_not_keep_lists(person)
        if template.is_for_all
        else _("Only whoever made the template can remove it.")
    )
