"""Why something is offered, in words, the strongest reason first."""

from collections.abc import Sequence
from copy import copy

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.spaces.choices import Approval
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.availability.finder import Found
from fiksummin.spaces.queries.availability.wanted import moment_of
from fiksummin.spaces.queries.wishes import Answer, Place


def answers(found: Sequence[Found]) -> list[Answer]:
    """Write answers down with their reasons; where one alone is the soonest, that is said."""
    first = sorted(one.start for one in found)[:2]
    soonest = first[0] if len(first) == 2 and first[0] < first[1] else None
    return [answer(one, [_("the soonest")] if one.start == soonest else []) for one in found]


def answer(found: Found, first: Sequence[str] = ()) -> Answer:
    """Write one answer down; reasons known already come first."""
    reasons = [*first, *_together(found), _seats(found), *_changeover(found), *_approval(found)]
    places = tuple(_own(option.place, found.hours.site) for option in found.options)
    return Answer(places, moment_of(found.start), moment_of(found.end), tuple(reasons))


def _together(found: Found) -> list[str]:
    if len(found.options) == 1:
        return []
    said = ngettext("%(count)d space together", "%(count)d spaces together", len(found.options))
    reasons = [said % {"count": len(found.options)}]
    zone = found.options[0].space.zone
    if zone and found.together:
        reasons.append(_("all in one zone: %(zone)s") % {"zone": zone.name})
    return reasons


def _seats(found: Found) -> str:
    if not found.empty:
        return _("fits exactly")
    said = ngettext(
        "%(seats)d seats, %(empty)d stays empty", "%(seats)d seats, %(empty)d stay empty", found.empty
    )
    return said % {"seats": found.seats, "empty": found.empty}


def _changeover(found: Found) -> list[str]:
    if not any(option.place.layout for option in found.options):
        return []
    if not found.cost:
        return [_("nothing to rearrange")]
    said = ngettext(
        "rearranging takes %(minutes)d minute before it",
        "rearranging takes %(minutes)d minutes before it",
        found.cost,
    )
    return [said % {"minutes": found.cost}]


def _approval(found: Found) -> list[str]:
    asks = any(option.space.policy.approval != Approval.NONE for option in found.options)
    return [_("a host approves the booking")] if asks else []


def _own(place: Place, site: Site) -> Place:
    """Give a place of one's own with the site as it is now: the one remembered is everybody's."""
    space = copy(place.space)
    space.site = site
    return Place(space, place.layout)
