"""The roster of hosts: a shift is added, changed, removed; a week is copied to the next."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import day_bounds, moment, now
from fiksummin.people.models import Person
from fiksummin.spaces import letters, queries, rules
from fiksummin.spaces.facts import ShiftAdded, ShiftChanged, ShiftRemoved
from fiksummin.spaces.models import Shift, Site

WEEK = timedelta(days=7)


@dataclass
class Copied:
    """What came of copying a week: the shifts made, and why others were not."""

    shifts: list[Shift] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def made(self) -> int:
        """How many shifts were made."""
        return len(self.shifts)


def add_shift(
    *, by: Person, site: Site, person: Person, start: datetime, end: datetime, at: datetime | None = None
) -> Shift:
    """Put a host on the roster; ``start`` and ``end`` are aware moments.

    Raises NotAllowed, Invalid (field ``day``, ``end`` or ``person``), Conflict when she has
    another shift at that time, be it at another site.
    """
    at = at or now()
    with transaction.atomic():
        shift = _add(by, Shift(site=site, person=person, starts_at=start, ends_at=end, made_at=at), at)
        letters.tell_shifts("added", [shift], at)
    return shift


def change_shift(
    *,
    by: Person,
    shift: Shift,
    start: datetime,
    end: datetime,
    person: Person | None = None,
    at: datetime | None = None,
) -> Shift:
    """Give a shift another time, or another host. Raises as ``add_shift`` does; then it stands as it was."""
    at = at or now()
    with transaction.atomic():
        shift = _locked(shift)
        refuse_if(rules.why_not_change_shift(by, shift, at))
        was = copy(shift)
        shift.person = person or shift.person
        refuse_if(rules.why_not_roster(by, shift.site, shift.person_id))
        shift.starts_at, shift.ends_at = start, end
        _refuse(shift, at)
        shift.sequence += 1
        _write(shift, ["person", "starts_at", "ends_at", "sequence"])
        announce(ShiftChanged(by=by.pk, shift=shift.pk, site=shift.site_id))
        _tell_change(was, shift, at)
    return shift


def remove_shift(*, by: Person, shift: Shift, at: datetime | None = None) -> None:
    """Take a shift off the roster. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        shift = _locked(shift)
        refuse_if(rules.why_not_change_shift(by, shift, at))
        _remove([shift], by, at)


def copy_week(*, by: Person, site: Site, monday: date, at: datetime | None = None) -> Copied:
    """Copy the shifts of a week to the next one, by the wall clock. Raises NotAllowed.

    What cannot be (the site is closed, the host is elsewhere or no host any more) is left
    out and told; what stands there already stays. Copying again makes nothing twice.
    """
    at, copied = at or now(), Copied()
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        start, end = day_bounds(monday, site.zone)[0], day_bounds(monday + timedelta(days=6), site.zone)[1]
        old = Shift.objects.filter(site=site, starts_at__gte=start, starts_at__lt=end)
        openings = queries.openings(site, monday + WEEK, monday + 2 * WEEK)
        for shift in old.select_related("site", "person").order_by("person_id", "starts_at"):
            day = shift.starts_at.astimezone(site.zone).date() + WEEK
            _copy(shift, openings[day], copied, by, at)
        letters.tell_shifts("added", copied.shifts, at)
    return copied


def remove_shifts_without_role(*, person: Person, at: datetime) -> None:
    """Take a person's coming shifts off where she is no host any more. Called when a role has ended."""
    coming = Shift.objects.filter(person=person, starts_at__gt=at).select_related("site", "person")
    with transaction.atomic():
        gone: dict[int, list[Shift]] = {}
        for shift in coming:
            day = shift.starts_at.astimezone(shift.site.zone).date()
            if rules.why_not_host_on(person, shift.site, day):
                gone.setdefault(shift.site_id, []).append(shift)
        for shifts in gone.values():
            _remove(shifts, None, at)


def _add(by: Person, shift: Shift, at: datetime) -> Shift:
    refuse_if(rules.why_not_roster(by, shift.site, shift.person_id))
    _refuse(shift, at)
    _write(shift)
    announce(ShiftAdded(by=by.pk, shift=shift.pk, site=shift.site_id))
    return shift


def _remove(shifts: list[Shift], by: Person | None, at: datetime) -> None:
    """Take shifts of one site off, and tell their hosts."""
    for shift in shifts:
        shift.sequence += 1
    letters.tell_shifts("removed", shifts, at)
    for shift in shifts:
        number = shift.pk
        shift.delete()
        announce(ShiftRemoved(by=by.pk if by else None, shift=number, site=shift.site_id))


def _tell_change(was: Shift, shift: Shift, at: datetime) -> None:
    """Tell the host what moved; given to another, who leaves and who comes are told. Nothing moved, nothing told."""
    if was.person_id != shift.person_id:
        was.sequence = shift.sequence
        letters.tell_shifts("removed", [was], at)
        letters.tell_shifts("added", [shift], at)
    elif (was.starts_at, was.ends_at) != (shift.starts_at, shift.ends_at):
        letters.tell_shifts("changed", [shift], at)


def _copy(old: Shift, opening: queries.Opening, copied: Copied, by: Person, at: datetime) -> None:
    """Make one shift of the next week's day, or note why not."""
    site = old.site
    try:
        start, end = (_week_later(then, site) for then in (old.starts_at, old.ends_at))
    except ValueError:
        copied.left.append(_("%(name)s: the clock is moved forward that night.") % {"name": old.person})
        return
    if Shift.objects.filter(site=site, person=old.person, starts_at=start, ends_at=end).exists():
        return
    try:
        _refuse_closed(old, opening)
        shift = Shift(site=site, person=old.person, starts_at=start, ends_at=end, made_at=at)
        with transaction.atomic():
            copied.shifts.append(_add(by, shift, at))
    except NotAllowed as refusal:
        copied.left.append(refusal.reason)


def _week_later(then: datetime, site: Site) -> datetime:
    """Give the moment a week later by the wall clock. Raises ValueError when it does not exist."""
    local = then.astimezone(site.zone)
    return moment(local.date() + WEEK, local.time(), site.zone)


def _refuse_closed(old: Shift, opening: queries.Opening) -> None:
    """A day shut for a reason takes no copy; on ordinary closed days hosts may have their own reasons."""
    if not opening.is_open and not opening.ordinary:
        refusal = rules.why_not_open(old.starts_at, old.ends_at, opening, old.site)
        refuse_if(refusal.sentence if refusal else "")


def _refuse(shift: Shift, at: datetime) -> None:
    refusal = rules.why_not_shift(shift.starts_at, shift.ends_at, at)
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
    day = shift.starts_at.astimezone(shift.site.zone).date()
    reason = rules.why_not_host_on(shift.person, shift.site, day)
    if reason:
        raise Invalid(reason, "person")


def _write(shift: Shift, fields: list[str] | None = None) -> None:
    """Write a shift (or only its ``fields``) once no other of its host shares its time; the database has the last word."""
    _one_roster_of_a_host(shift.person)
    clash = queries.roster.clash_of(shift)
    if clash:
        raise Conflict(rules.why_not_twice(clash))
    try:
        with transaction.atomic():
            shift.save(update_fields=fields)
    except IntegrityError as refusal:
        raise Conflict(_("The host has another shift at that time.")) from refusal


def _one_roster_of_a_host(person: Person) -> None:
    """Rivals for one host's time queue, so that the later one hears a sentence."""
    Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).get(pk=person.pk)


def _locked(shift: Shift) -> Shift:
    rows = Shift.objects.select_for_update(no_key=True, of=("self",)).select_related("site", "person")
    return rows.get(pk=shift.pk)
