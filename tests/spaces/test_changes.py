"""The database itself notes every change of what is free, whoever writes."""

from collections.abc import Callable

import pytest
from django.db import connection

from fiksummin.spaces.models import Cell, Change, Claim, Hold, Layout, Policy, Site, Space
from tests.factories import spaces
from tests.factories.spaces import at, open_day

DAY = 24 * 3600


@pytest.fixture
def site(db: None) -> Site:
    return spaces.site(seats=2)


def noted() -> list[tuple[int, int, int]]:
    """Give the notes made since the last call, each once."""
    rows = sorted(set(Change.objects.values_list("cell", "first_day", "last_day")))
    Change.objects.all().delete()
    return rows


def test_claims_leave_a_note_of_their_days(site: Site) -> None:
    cell, other = site.cells.order_by("pk")
    noted()
    day = open_day(site)
    start, end = at(site, day, "9:00"), at(site, day, "15:00")
    number = int(start.timestamp()) // DAY
    hold = Hold.objects.create()
    claim = Claim.objects.create(hold=hold, cell=cell, starts_at=start, ends_at=end)
    assert noted() == [(cell.pk, number, number)]
    Claim.objects.filter(pk=claim.pk).update(cell=other, ends_at=at(site, day, "23:59"))
    assert noted() == [(cell.pk, number, number), (other.pk, number, number)]
    hold.delete()
    assert noted() == [(other.pk, number, number)]


def test_a_writer_of_its_own_leaves_one_too(site: Site) -> None:
    cell = site.cells.get(label="1")
    hold = Hold.objects.create()
    offset = "" if connection.vendor == "sqlite" else "+00"
    noted()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO spaces_claim (hold_id, cell_id, starts_at, ends_at) VALUES (%s, %s, %s, %s)",
            [hold.pk, cell.pk, "2026-11-24 22:30:00" + offset, "2026-11-26 01:00:00" + offset],
        )
    assert noted() == [(cell.pk, 20781, 20783)]


@pytest.mark.parametrize("change", ["space", "policy", "layout", "cells", "gone"])
def test_spaces_and_their_rules_leave_a_note(site: Site, change: str) -> None:
    room = spaces.space(site, layouts={"board": 8, "theatre": 20})
    noted()
    acts: dict[str, Callable[[], object]] = {
        "space": lambda: Space.objects.update(seats=9),
        "policy": lambda: Policy.objects.update(days_ahead=3),
        "layout": lambda: Layout.objects.filter(kind="board").delete(),
        "cells": lambda: room.cells.add(site.cells.get(label="2")),
        "gone": lambda: Cell.objects.filter(label="1").update(label="9"),
    }
    acts[change]()
    assert noted() == [(0, 0, 0)]
