"""Furnishings of a space: how many sit, with what, and how long it takes from one to another."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.spaces import actions
from fiksummin.spaces.models import Changeover, Layout, Site, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, name="Huone")


def sent(*rows: dict[str, Any], known: int = 0, **minutes: Any) -> dict[str, Any]:
    """Give the form as a browser sends it: the rows, and the empty one last."""
    every = [*rows, {"kind": "", "setup_minutes": "0"}]
    fields: dict[str, Any] = {"form-TOTAL_FORMS": len(every), "form-INITIAL_FORMS": known, **minutes}
    return fields | {f"form-{n}-{name}": value for n, row in enumerate(every) for name, value in row.items()}


def test_change_over_times_pair_by_pair(cast: Cast, room: Space) -> None:
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
def test_furnishings_that_cannot_be(cast: Cast, room: Space, rows: list[dict[str, Any]], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.set_layouts(by=cast.manager, space=room, layouts=rows)
    assert (refused.value.field, room.layouts.count()) == (field, 0)


@pytest.fixture
def hall(site: Site) -> Space:
    return spaces.space(site, name="Sali", layouts={"board": 20, "circle": 30})


ROWS: tuple[dict[str, Any], ...] = (
    {"kind": "board", "seats": "20", "setup_minutes": "0", "is_usual": "on"},
    {"kind": "circle", "seats": "30", "setup_minutes": "30"},
)


def test_the_empty_row_may_stay_empty(cast: Cast, hall: Space) -> None:
    browser, address = signed_in(cast.manager), f"/fi/spaces/{hall.pk}/layouts/"
    board, circle = hall.layouts.all()
    minutes = {f"minutes-{board.pk}-{circle.pk}": "10", f"minutes-{circle.pk}-{board.pk}": ""}
    assert browser.post(address, sent(*ROWS, known=2, **minutes)).status_code == 303
    assert [row.minutes for row in Changeover.objects.all()] == [10]
    assert f'name="minutes-{board.pk}-{circle.pk}" value="10"' in browser.get(address).text
    further = {
        "kind": "lounge",
        "seats": "12",
        "setup_minutes": "15",
        "furniture_fi": "Nojatuolit",
        "features": ["wall"],
    }
    assert browser.post(address, sent(*ROWS, further, known=2)).status_code == 303
    assert [(row.kind, row.seats, row.features) for row in hall.layouts.all()][2:] == [
        ("lounge", 12, ["wall"])
    ]
    assert list(Changeover.objects.all()) == [], "a field left out says the same as an empty one"


def test_a_furnishing_goes_with_its_minutes(cast: Cast, hall: Space) -> None:
    board, circle = hall.layouts.all()
    minutes = {f"minutes-{board.pk}-{circle.pk}": "10", f"minutes-{circle.pk}-{board.pk}": "5"}
    rows = (ROWS[0], ROWS[1] | {"DELETE": "on"})
    answer = signed_in(cast.manager).post(f"/fi/spaces/{hall.pk}/layouts/", sent(*rows, known=2, **minutes))
    assert answer.status_code == 303
    assert list(hall.layouts.all()) == [board]
    assert not Changeover.objects.exists()


@pytest.mark.parametrize("minutes", ["-1", "481", "kauan", "9" * 40, "1.5"])
def test_minutes_that_cannot_be_are_said_at_their_field_and_stay(
    cast: Cast, hall: Space, minutes: str
) -> None:
    board, circle = hall.layouts.all()
    name = f"minutes-{board.pk}-{circle.pk}"
    actions.set_changeovers(by=cast.manager, space=hall, minutes={(board.pk, circle.pk): 10})
    address = f"/fi/spaces/{hall.pk}/layouts/"
    answer = signed_in(cast.manager).post(address, sent(*ROWS, known=2, **{name: minutes}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert f'value="{minutes}"' in answer.text
    assert Changeover.objects.get().minutes == 10


def test_a_booked_furnishing_stays_and_the_page_says_who_holds_it(cast: Cast, hall: Space) -> None:
    spaces.booking(cast.member, hall, layout=hall.layouts.get(kind="circle"))
    rows = (ROWS[0], ROWS[1] | {"DELETE": "on", "furniture_fi": "Kaksikymmentä tuolia"})
    answer = signed_in(cast.manager).post(f"/fi/spaces/{hall.pk}/layouts/", sent(*rows, known=2))
    assert answer.status_code == 422
    assert "1 tuleva varaus" in answer.text
    assert "Alba" in answer.text
    assert "Kaksikymmentä tuolia" in answer.text
    assert hall.layouts.count() == 2


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "throne", "seats": "5", "setup_minutes": "0"},
        {"kind": "lounge", "seats": "0", "setup_minutes": "0"},
        {"kind": "lounge", "seats": "", "setup_minutes": "0"},
        {"kind": "", "seats": "5", "setup_minutes": "0"},
        {"kind": "lounge", "seats": "5", "setup_minutes": "481"},
        {"kind": "board", "seats": "5", "setup_minutes": "0"},
        {"kind": "lounge", "seats": "5", "setup_minutes": "0", "is_usual": "on"},
        {"kind": "lounge", "seats": "5", "setup_minutes": "0", "features": ["trapdoor"]},
    ],
)
def test_rows_that_cannot_be(cast: Cast, hall: Space, row: dict[str, Any]) -> None:
    answer = signed_in(cast.manager).post(f"/fi/spaces/{hall.pk}/layouts/", sent(*ROWS, row, known=2))
    assert answer.status_code == 422
    assert hall.layouts.count() == 2


def test_another_space_s_furnishings_are_out_of_reach(cast: Cast, room: Space, hall: Space) -> None:
    board, circle = hall.layouts.all()
    with pytest.raises(Invalid):
        actions.set_changeovers(by=cast.manager, space=room, minutes={(board.pk, circle.pk): 10})
    with pytest.raises(NotAllowed):
        actions.set_layouts(by=cast.host, space=hall, layouts=[])
    with pytest.raises(NotAllowed):
        actions.set_changeovers(by=cast.host, space=hall, minutes={(board.pk, circle.pk): 10})
    assert Layout.objects.count() == 2
