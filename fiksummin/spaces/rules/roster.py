"""Why not on the roster: whose shift, when, and whether she is a host there then."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles
from fiksummin.spaces.models import Shift, Site
from fiksummin.spaces.rules.refusals import Refusal, language, say_day
from fiksummin.spaces.rules.visits import why_not_host, why_not_manage
from fiksummin.ui import when

LONGEST_SHIFT = timedelta(hours=16)
FURTHEST_SHIFT = timedelta(days=366)
"""How far ahead a roster is made."""


def why_not_roster(by: Person, site: Site, host: int) -> str:
    """Say why a person may not put a host on the roster of a site or take her off it.

    Those who look after the site may for all its hosts, a host for herself.
    """
    return why_not_host(by, site) or _why_not_others(by, site, host)


def why_not_change_shift(by: Person, shift: Shift, at: datetime) -> str:
    """Say why a person may not change or remove a shift: not hers, or over."""
    if at >= shift.ends_at:
        return _("The shift is over.")
    return why_not_roster(by, shift.site, shift.person_id)


def why_not_shift(start: datetime, end: datetime, at: datetime) -> Refusal | None:
    """Say why nobody can have a shift at this time: backwards, past, too long, too far ahead."""
    if end <= start:
        return Refusal(_("The shift must end after it begins."), "end")
    if end <= at:
        return Refusal(_("That time has passed already."), "day")
    if end - start > LONGEST_SHIFT:
        return Refusal(
            _("A shift lasts %(hours)d hours at most.") % {"hours": LONGEST_SHIFT // timedelta(hours=1)},
            "end",
        )
    if start > at + FURTHEST_SHIFT:
        return Refusal(_("The roster is made a year ahead at most."), "day")
    return None


def why_not_host_on(person: Person, site: Site, day: date) -> str:
    """Say why a person is no host of a site on a day, be it in days to come."""
    roles = standing_roles(day).filter(
        person=person, kind=RoleKind.HOST, place__in=["", site.slug], starts_on__lte=day
    )
    if roles.exists():
        return ""
    return _("%(name)s has no host’s role at this site on %(day)s.") % {
        "name": person,
        "day": say_day(day),
    }


def why_not_twice(shift: Shift) -> str:
    """Say that a host has this shift already at a time wanted for another."""
    start, end = (then.astimezone(shift.site.zone) for then in (shift.starts_at, shift.ends_at))
    return _("%(name)s has a shift already on %(day)s, %(hours)s, at %(site)s.") % {
        "name": shift.person,
        "day": say_day(start.date()),
        "hours": when.hours(start.time(), end.time(), language()),
        "site": shift.site.name,
    }


def _why_not_others(by: Person, site: Site, host: int) -> str:
    if host == by.pk or not why_not_manage(by, site):
        return ""
    return _("A host changes her own shifts; those of others are for a site manager or an owner.")
