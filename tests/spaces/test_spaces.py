"""Spaces are entered, changed, furnished and taken out of use; what is booked is never pulled away."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Changeover, Layout, Policy, Site, Space, Zone
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def policy(site: Site) -> Policy:
    return Policy.objects.create(site=site, name_fi="Tavalliset säännöt")


def enter(cast: Cast, site: Site, policy: Policy, *labels: str, name: str = "Huone") -> Space:
    cells = actions.add_parts(by=cast.manager, site=site, labels=labels)
    return actions.add_space(
        by=cast.manager, site=site, cells=cells, kind="room", name_fi=name, seats=8, policy=policy
    )


def test_spaces_that_share_a_part_exclude_one_another(cast: Cast, site: Site, policy: Policy) -> None:
    left, whole = enter(cast, site, policy, "Vasen"), enter(cast, site, policy, "Vasen", "Oikea", name="Sali")
    [blocked] = queries.blocks(site, list(left.cells.all()), left)
    assert (blocked.space, [cell.label for cell in blocked.cells]) == (whole, ["Vasen"])
    spaces.booking(cast.member, whole)
    with pytest.raises(Conflict):
        spaces.booking(cast.colleague, left)


def test_what_is_booked_cannot_be_taken_away(cast: Cast, site: Site, policy: Policy) -> None:
    room = enter(cast, site, policy, "A", "B")
    rows = [{"kind": "board", "seats": 8}, {"kind": "circle", "seats": 10, "setup_minutes": 15}]
    actions.set_layouts(by=cast.manager, space=room, layouts=rows)
    circle = room.layouts.get(kind="circle")
    spaces.booking(cast.member, room, layout=circle)
    part = actions.add_parts(by=cast.manager, site=site, labels=["A"])
    for attempt in (
        lambda: actions.change_space(by=cast.manager, space=room, cells=part),
        lambda: actions.set_layouts(by=cast.manager, space=room, layouts=rows[:1]),
        lambda: actions.retire_space(by=cast.manager, space=room),
    ):
        with pytest.raises(NotAllowed, match="Alba"):
            attempt()
    assert room.cells.count() == 2
    assert Layout.objects.filter(pk=circle.pk).exists()


def test_a_space_goes_and_keeps_its_history(cast: Cast, site: Site, policy: Policy) -> None:
    room = enter(cast, site, policy, "A")
    made = spaces.booking(cast.member, room)
    actions.cancel_booking(by=cast.member, booking=made)
    actions.retire_space(by=cast.manager, space=room)
    assert room not in Space.objects.visible_to(cast.member)
    assert made.places.get().space == room
    with pytest.raises(Invalid):
        spaces.booking(cast.member, room)


def test_change_over_times_pair_by_pair(cast: Cast, site: Site, policy: Policy) -> None:
    room = enter(cast, site, policy, "A")
    rows: list[dict[str, Any]] = [
        {"kind": "board", "seats": 8, "is_usual": True},
        {"kind": "circle", "seats": 10, "setup_minutes": 30},
    ]
    actions.set_layouts(by=cast.manager, space=room, layouts=rows)
    board, circle = room.layouts.get(kind="board"), room.layouts.get(kind="circle")
    actions.set_changeovers(by=cast.manager, space=room, minutes={(board.pk, circle.pk): 10})
    assert spaces.booking(cast.member, room, layout=circle).places.get().changeover_minutes == 30
    actions.set_changeovers(by=cast.manager, space=room, minutes={(board.pk, circle.pk): None})
    assert Changeover.objects.count() == 0
    for minutes in (-1, 9999):
        with pytest.raises(Invalid):
            actions.set_changeovers(by=cast.manager, space=room, minutes={(board.pk, circle.pk): minutes})
    with pytest.raises(IntegrityError), transaction.atomic():
        Changeover.objects.create(before=board, after=board, minutes=5)


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ([{"kind": "board", "seats": 0}], "seats"),
        ([{"kind": "board", "seats": 5}, {"kind": "board", "seats": 6}], "kind"),
        ([{"kind": "throne", "seats": 5}], "kind"),
        ([{"kind": "board", "seats": 5, "setup_minutes": 999}], "setup_minutes"),
        (
            [
                {"kind": "board", "seats": 5, "is_usual": True},
                {"kind": "circle", "seats": 5, "is_usual": True},
            ],
            "is_usual",
        ),
    ],
)
def test_furnishings_that_cannot_be(
    cast: Cast, site: Site, policy: Policy, rows: list[dict[str, Any]], field: str
) -> None:
    room = enter(cast, site, policy, "A")
    with pytest.raises(Invalid) as refused:
        actions.set_layouts(by=cast.manager, space=room, layouts=rows)
    assert (refused.value.field, room.layouts.count()) == (field, 0)


def test_a_space_needs_parts_of_its_own_site(cast: Cast, site: Site, policy: Policy) -> None:
    elsewhere = spaces.site()
    for cells in ([], list(elsewhere.cells.all())[:1]):
        with pytest.raises(Invalid) as refused:
            actions.add_space(
                by=cast.owner, site=site, cells=cells, kind="room", name_fi="X", seats=2, policy=policy
            )
        assert refused.value.field == "cells"
    cells = actions.add_parts(by=cast.owner, site=site, labels=["A"])
    strange = Policy.objects.create(site=elsewhere, name_fi="Muualla")
    with pytest.raises(Invalid) as refused:
        actions.add_space(
            by=cast.owner, site=site, cells=cells, kind="room", name_fi="X", seats=2, policy=strange
        )
    assert refused.value.field == "policy"


@pytest.mark.parametrize("who", ["member", "host", "facilitator"])
def test_only_those_who_run_the_site(cast: Cast, site: Site, policy: Policy, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.add_parts(by=cast[who], site=site, labels=["A"])
    with pytest.raises(NotAllowed):
        actions.add_policy(by=cast[who], site=site, name_fi="Omat")


def test_zones_stay_with_their_spaces(cast: Cast, site: Site, policy: Policy) -> None:
    actions.set_zones(by=cast.manager, site=site, zones=[{"kind": "quiet", "name_fi": "Hiljainen"}])
    zone = Zone.objects.get()
    room = enter(cast, site, policy, "A")
    actions.change_space(by=cast.manager, space=room, zone=zone)
    row = {"pk": zone.pk, "kind": "quiet", "name_fi": "Kirjasto"}
    actions.set_zones(by=cast.manager, site=site, zones=[row, {"kind": "phone", "name_fi": "Kopit"}])
    room.refresh_from_db()
    assert (str(room.zone), Zone.objects.count()) == ("Kirjasto", 2)
    actions.set_zones(by=cast.manager, site=site, zones=[])
    room.refresh_from_db()
    assert room.zone is None


def test_the_form_shows_first_what_a_space_blocks(cast: Cast, site: Site, policy: Policy) -> None:
    enter(cast, site, policy, "A", name="Pikkuhuone")
    [cell] = actions.add_parts(by=cast.manager, site=site, labels=["A"])
    client: Client = signed_in(cast.manager)
    given = {
        "name_fi": "Suuri sali", "kind": "hall", "cells": [cell.pk], "new_parts": "B\nC", "seats": "40",
        "policy": policy.pk, "confidentiality": "open", "buffer_minutes": "0", "position": "0",
    }  # fmt: skip
    address = f"/fi/sites/{site.slug}/spaces/new/"
    shown = client.post(address, given)
    assert "Pikkuhuone" in shown.text
    assert not Space.objects.filter(name_fi="Suuri sali").exists()
    saved = client.post(address, given | {"sure": "1"})
    assert saved.status_code == 303
    made = Space.objects.get(name_fi="Suuri sali")
    assert {cell.label for cell in made.cells.all()} == {"A", "B", "C"}
    for wrong in (
        {"name_fi": ""},
        {"seats": "0"},
        {"policy": "0"},
        {"plan_x": "3"},
        {"cells": [], "new_parts": ""},
    ):
        answer = client.post(address, given | {"sure": "1"} | wrong)
        assert answer.status_code == 422, wrong


def test_nobody_is_named_on_the_page_of_a_space(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    spaces.booking(cast.member, room, title="kanaria-otsikko", note="kanaria-huomautus")
    for page in (f"/fi/spaces/{room.pk}/", f"/fi/sites/{site.slug}/spaces/"):
        text = Client().get(page).text
        assert "kanaria" not in text
        assert "Alba" not in text
