"""A site is copied as the start of a new one: its house, never its people or what they do there."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.people.models import Person
from fiksummin.spaces import rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.actions.sites import enter
from fiksummin.spaces.facts import SiteOpened
from fiksummin.spaces.models import (
    Cell,
    Changeover,
    Contact,
    Hours,
    Instruction,
    Layout,
    Policy,
    Site,
    Space,
    Zone,
)

KEPT = (
    "kind", "languages", "timezone", "closed_on_holidays", "days_ahead", "visits_per_person",
    "keep_bookings_days", "keep_visits_days", "position",
)  # fmt: skip
"""What of a site's particulars goes along. Where reports go does not: another house has other keepers."""


def copy_site(*, by: Person, source: Site, slug: str, **particulars: Any) -> Site:
    """Open a site that begins as another is: hours, zones, policies, cells, spaces, instructions, contacts.

    Layouts and change-over times go with their spaces. Bookings, visits, roles and people do not:
    an instruction has nobody yet who looks after it. Neither do mailboxes, pictures, days of
    exception, or what is out of use. ``particulars`` are the fields of Site. Raises NotAllowed, Invalid.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by) or rules.why_not_manage(by, source))
        claims.choose_in_order(source)
        kept = {name: getattr(source, name) for name in KEPT}
        made = enter(slug=slug, **(kept | particulars))
        _copies(Hours.objects.filter(site=source), lambda _row: {"site_id": made.pk})
        _copies(Contact.objects.filter(site=source), lambda _row: {"site_id": made.pk})
        _copies(Instruction.objects.filter(site=source), lambda _row: {"site_id": made.pk, "owner_id": None})
        _copy_spaces(source, made)
        announce(SiteOpened(by=by.pk, site=made.pk))
    return made


def _copy_spaces(source: Site, made: Site) -> None:
    zones = _copies(Zone.objects.filter(site=source), lambda _row: {"site_id": made.pk})
    policies = _copies(Policy.objects.filter(site=source), lambda _row: {"site_id": made.pk})
    cells = _copies(Cell.objects.filter(site=source, retired_at=None), lambda _row: {"site_id": made.pk})
    spaces = _copies(
        Space.objects.filter(site=source, retired_at=None),
        lambda row: {
            "site_id": made.pk,
            "zone_id": row.zone_id and zones[row.zone_id],
            "policy_id": policies[row.policy_id],
            "mailbox": None,
            "code_version": 1,
        },
    )
    parts = Space.cells.through.objects
    pairs = parts.filter(space__in=spaces, cell__in=cells).order_by("pk").values_list("space_id", "cell_id")
    parts.bulk_create(
        Space.cells.through(space_id=spaces[space], cell_id=cells[cell]) for space, cell in list(pairs)
    )
    looks = _copies(Layout.objects.filter(space__in=spaces), lambda row: {"space_id": spaces[row.space_id]})
    _copies(
        Changeover.objects.filter(before__in=looks, after__in=looks),
        lambda row: {"before_id": looks[row.before_id], "after_id": looks[row.after_id]},
    )


def _copies[Row: Model](rows: Iterable[Row], anew: Callable[[Row], dict[str, Any]]) -> dict[int, int]:
    """Copy rows, each with some values of its own; gives the id of the copy by that of the model."""
    given = list(rows)
    made = [type(row)(**(_values(row) | anew(row))) for row in given]
    if given:
        type(given[0])._default_manager.bulk_create(made)
    return {old.pk: new.pk for old, new in zip(given, made, strict=True)}


def _values(row: Model) -> dict[str, Any]:
    fields = row._meta.concrete_fields
    return {field.attname: getattr(row, field.attname) for field in fields if not field.primary_key}
