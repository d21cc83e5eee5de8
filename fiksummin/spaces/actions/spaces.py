"""Spaces are entered, changed, furnished and taken out of use, by those who run the site."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.actions.waiting import call_off_waiting
from fiksummin.spaces.choices import CellKind, LayoutKind
from fiksummin.spaces.facts import SiteChanged, SpaceAdded, SpaceChanged, SpaceRetired
from fiksummin.spaces.models import BookedSpace, Cell, Changeover, Layout, Site, Space

MOST_PARTS = 500


def add_parts(*, by: Person, site: Site, labels: Sequence[str]) -> list[Cell]:
    """Enter parts of rooms by their labels; one that is there already is given, and used again. Raises Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        claims.choose_in_order(site)
        known = {cell.label: cell for cell in Cell.objects.filter(site=site, kind=CellKind.PART)}
        wanted = list(dict.fromkeys(label.strip()[:80] for label in labels if label.strip()))
        if len(known) + len(wanted) > MOST_PARTS:
            raise Invalid(_("A site has at most %(most)d parts.") % {"most": MOST_PARTS}, "parts")
        for label in wanted:
            if label not in known:
                known[label] = Cell.objects.create(
                    site=site, kind=CellKind.PART, label=label, position=len(known)
                )
        again = [known[label].pk for label in wanted if known[label].retired_at]
        Cell.objects.filter(pk__in=again).update(retired_at=None)
    for cell in known.values():
        cell.retired_at = None if cell.pk in again else cell.retired_at
    return [known[label] for label in wanted]


def retire_part(*, by: Person, part: Cell, at: datetime | None = None) -> Cell:
    """Take a part of a room out of use. Raises NotAllowed while it is booked, or a space is made of it."""
    at, site = at or now(), part.site
    if site is None or part.kind != CellKind.PART:
        raise Invalid(_("There is no such part at this site."), "cells")
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        claims.choose_in_order(site)
        refuse_if(rules.why_not_without(queries.holding_cells([part], at), site))
        refuse_if(rules.why_not_without_parts(queries.made_of([part])))
        part.retired_at = part.retired_at or at
        part.save(update_fields=["retired_at"])
        announce(SiteChanged(by=by.pk, site=site.pk))
    return part


def add_space(*, by: Person, site: Site, cells: Sequence[Cell], **particulars: Any) -> Space:
    """Enter a space made of cells; ``particulars`` are the fields of Space. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        claims.choose_in_order(site)
        _refuse(site, cells, particulars)
        _refuse_mailbox(particulars.get("mailbox"), None)
        space = Space.objects.create(site=site, **particulars)
        space.cells.set(cells)
        announce(SpaceAdded(by=by.pk, space=space.pk))
    return space


def change_space(
    *,
    by: Person,
    space: Space,
    cells: Sequence[Cell] | None = None,
    at: datetime | None = None,
    **particulars: Any,
) -> Space:
    """Change a space. Parts cannot be added or taken away while the space is booked. Raises Invalid, NotAllowed."""
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, space.site))
        claims.choose_in_order(space.site)
        now_of = list(space.cells.all())
        wanted = now_of if cells is None else list(cells)
        given = {name: getattr(space, name) for name in ("policy", "zone", "seats")} | particulars
        _refuse(space.site, wanted, given)
        _refuse_mailbox(particulars.get("mailbox"), space)
        if {cell.pk for cell in wanted} != {cell.pk for cell in now_of}:
            why = rules.why_not_without(queries.of_space(space, at or now()), space.site)
            if why:
                raise Invalid(why, "cells")
            space.cells.set(wanted)
        for name, value in particulars.items():
            setattr(space, name, value)
        space.save(update_fields=list(particulars) or None)
        announce(SpaceChanged(by=by.pk, space=space.pk))
    return space


def retire_space(*, by: Person, space: Space, at: datetime | None = None) -> Space:
    """Take a space out of use; its history stays, and nobody waits for it any more.

    Raises NotAllowed while somebody has it booked.
    """
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, space.site))
        claims.choose_in_order(space.site)
        refuse_if(rules.why_not_without(queries.of_space(space, at), space.site))
        if not space.retired_at:
            space.retired_at = at
            space.save(update_fields=["retired_at"])
            call_off_waiting(by=by, space=space, at=at)
            announce(SpaceRetired(by=by.pk, space=space.pk))
    return space


def set_layouts(
    *, by: Person, space: Space, layouts: Sequence[Mapping[str, Any]], at: datetime | None = None
) -> None:
    """Say how a space can be furnished; each maps the fields of Layout, in the order of showing.

    A layout is known by its kind. One that goes must not be booked for a time to
    come; bookings behind forget how they were furnished. Raises Invalid, NotAllowed.
    """
    kinds = [str(row.get("kind")) for row in layouts]
    if len(set(kinds)) < len(kinds) or any(kind not in LayoutKind.values for kind in kinds):
        raise Invalid(_("Give each furnishing once."), "kind")
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, space.site))
        claims.choose_in_order(space.site)
        _refuse_layouts(layouts)
        going = list(space.layouts.exclude(kind__in=kinds))
        why = rules.why_not_without(queries.in_layout(going, at or now()), space.site)
        if why:
            raise Invalid(why, "kind")
        BookedSpace.objects.filter(layout__in=going).update(layout=None)
        space.layouts.filter(pk__in=[layout.pk for layout in going]).delete()
        space.layouts.update(is_usual=False)
        for place, row in enumerate(layouts):
            Layout.objects.update_or_create(
                space=space, kind=row["kind"], defaults={**row, "position": place}
            )
        announce(SpaceChanged(by=by.pk, space=space.pk))


def set_changeovers(*, by: Person, space: Space, minutes: Mapping[tuple[int, int], int | None]) -> None:
    """Say how many minutes it takes from one layout of a space to another (by ids); None: the set-up time.

    What is booked already keeps its time. Raises Invalid, NotAllowed.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, space.site))
        known = set(space.layouts.values_list("pk", flat=True))
        for (before, after), value in minutes.items():
            if before not in known or after not in known or before == after:
                raise Invalid(_("There is no such furnishing."), "minutes")
            if value is None:
                Changeover.objects.filter(before=before, after=after).delete()
                continue
            _refuse_minutes(value, "minutes")
            Changeover.objects.update_or_create(before_id=before, after_id=after, defaults={"minutes": value})
        announce(SpaceChanged(by=by.pk, space=space.pk))


def _refuse(site: Site, cells: Sequence[Cell], given: Mapping[str, Any]) -> None:
    refusal = rules.why_not_space(
        site, cells, given.get("policy"), given.get("zone"), int(given.get("seats") or 0)
    )
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
    _refuse_minutes(int(given.get("buffer_minutes") or 0), "buffer_minutes")


def _refuse_mailbox(address: str | None, space: Space | None) -> None:
    """Keep an address that is not an own one, or another space's, from becoming a mailbox (in small letters)."""
    if not address:
        return
    others = Space.objects.exclude(pk=space.pk) if space else Space.objects.all()
    taken = others.filter(mailbox=address).exists()
    if why := rules.why_not_mailbox(address, taken=taken):
        raise Invalid(why, "mailbox")


def _refuse_layouts(layouts: Sequence[Mapping[str, Any]]) -> None:
    if sum(bool(row.get("is_usual")) for row in layouts) > 1:
        raise Invalid(_("One furnishing at most is the usual one."), "is_usual")
    for row in layouts:
        if int(row.get("seats") or 0) < 1:
            raise Invalid(_("A furnishing seats at least one person."), "seats")
        _refuse_minutes(int(row.get("setup_minutes") or 0), "setup_minutes")


def _refuse_minutes(minutes: int, field: str) -> None:
    why = rules.why_not_minutes(minutes)
    if why:
        raise Invalid(why, field)
