"""Spaces are entered, changed, furnished and taken out of use; what is booked is never pulled away."""

import re
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Cell, Layout, Policy, Site, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.spaces.pages import errors_of, forms_of


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


def given(policy: Policy, *cells: Cell, **others: Any) -> dict[str, Any]:
    """Give what the form of a space is sent with."""
    return {
        "name_fi": "Suuri sali", "kind": "hall", "cells": [cell.pk for cell in cells], "new_parts": "", "seats": "40",
        "policy": policy.pk, "confidentiality": "open", "buffer_minutes": "0", "position": "0",
    } | others  # fmt: skip


def seen_in(answer: Any) -> str:
    """Give what the button says that somebody has seen."""
    found = re.search(r'name="sure" value="([^"]+)"', answer.text)
    return found[1] if found else ""


def test_the_form_shows_first_what_a_space_blocks(cast: Cast, site: Site, policy: Policy) -> None:
    enter(cast, site, policy, "A", name="Pikkuhuone")
    [cell] = actions.add_parts(by=cast.manager, site=site, labels=["A"])
    browser, address = signed_in(cast.manager), f"/fi/sites/{site.slug}/spaces/new/"
    sent = given(policy, cell, new_parts="B\nC")
    shown = browser.post(address, sent)
    assert shown.status_code == 200
    assert "<li>Pikkuhuone: A</li>" in shown.text
    assert not Space.objects.filter(name_fi="Suuri sali").exists()
    saved = browser.post(address, sent | {"sure": seen_in(shown)})
    assert saved.status_code == 303
    made = Space.objects.get(name_fi="Suuri sali")
    assert {cell.label for cell in made.cells.all()} == {"A", "B", "C"}


def test_a_part_named_once_more_as_new_blocks_too(cast: Cast, site: Site, policy: Policy) -> None:
    enter(cast, site, policy, "A", name="Pikkuhuone")
    shown = signed_in(cast.manager).post(f"/fi/sites/{site.slug}/spaces/new/", given(policy, new_parts=" A "))
    assert "<li>Pikkuhuone: A</li>" in shown.text


def test_what_was_not_seen_is_shown_again(cast: Cast, site: Site, policy: Policy) -> None:
    first, second = (enter(cast, site, policy, label, name=f"Huone {label}") for label in "AB")
    browser, address = signed_in(cast.manager), f"/fi/sites/{site.slug}/spaces/new/"
    seen = seen_in(browser.post(address, given(policy, first.cells.get())))
    both = given(policy, first.cells.get(), second.cells.get(), sure=seen)
    again = browser.post(address, both)
    assert again.status_code == 200
    assert "<li>Huone B: B</li>" in again.text
    assert not Space.objects.filter(name_fi="Suuri sali").exists()
    for sure in ("", "1", "99.1"):
        assert browser.post(address, both | {"sure": sure}).status_code == 200
    assert not Space.objects.filter(name_fi="Suuri sali").exists()
    assert browser.post(address, both | {"sure": seen_in(again)}).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name_fi": ""}, "name_fi"),
        ({"seats": "0"}, "seats"),
        ({"seats": "monta"}, "seats"),
        ({"kind": "castle"}, "kind"),
        ({"policy": "0"}, "policy"),
        ({"zone": "999"}, "zone"),
        ({"cells": ["99999"]}, "cells"),
        ({"cells": [], "new_parts": ""}, "cells"),
        ({"features": ["trapdoor"]}, "features"),
        ({"buffer_minutes": "481"}, "buffer_minutes"),
        ({"plan_x": "3"}, "plan_y"),
        ({"plan_x": "-1"}, "plan_x"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    cast: Cast, site: Site, policy: Policy, wrong: dict[str, Any], field: str
) -> None:
    spaces.space(site)
    [cell] = actions.add_parts(by=cast.manager, site=site, labels=["A"])
    sent = given(policy, cell, description_fi="Kirjoitettu kuvaus") | wrong
    answer = signed_in(cast.manager).post(f"/fi/sites/{site.slug}/spaces/new/", sent)
    assert answer.status_code == 422
    assert field in errors_of(answer)
    assert "Kirjoitettu kuvaus" in answer.text
    assert Space.objects.count() == 1


def test_a_space_is_changed_by_the_form(cast: Cast, site: Site, policy: Policy) -> None:
    room = enter(cast, site, policy, "A")
    cell = room.cells.get()
    browser, address = signed_in(cast.manager), f"/fi/spaces/{room.pk}/change/"
    untouched = forms_of(browser.get(address))[-1]
    assert (untouched["name_fi"], untouched["seats"]) == ("Huone", "8")
    sent = given(policy, cell, name_fi="Kammio", plan_x="0", plan_y="0", plan_width="4", plan_height="2")
    assert browser.post(address, sent).status_code == 303
    room.refresh_from_db()
    assert (room.name_fi, room.plan_width, room.seats) == ("Kammio", 4, 40)
    listed = Client().get(f"/fi/sites/{site.slug}/spaces/").text
    assert '<rect x="0" y="0" width="4" height="2"/>' in listed
    spaces.booking(cast.member, room)
    refused = browser.post(address, sent | {"new_parts": "B", "name_fi": "Uusi nimi"})
    assert refused.status_code == 422
    assert errors_of(refused)["cells"].startswith("1 tuleva varaus")
    assert not Cell.objects.filter(label="B").exists()


def test_a_part_goes_when_nothing_needs_it(cast: Cast, site: Site, policy: Policy) -> None:
    room = enter(cast, site, policy, "A")
    part, address = room.cells.get(), f"/fi/sites/{site.slug}/parts/"
    browser = signed_in(cast.manager)
    assert "parts/" + str(part.pk) not in browser.get(address).text
    with pytest.raises(NotAllowed, match="Huone"):
        actions.retire_part(by=cast.manager, part=part)
    made = spaces.booking(cast.member, room)
    with pytest.raises(NotAllowed, match="Alba"):
        actions.retire_part(by=cast.manager, part=part)
    actions.cancel_booking(by=cast.member, booking=made)
    actions.retire_space(by=cast.manager, space=room)
    assert browser.post(f"/fi/parts/{part.pk}/retirement/").status_code == 303
    part.refresh_from_db()
    assert part.retired_at is not None
    assert browser.post(f"/fi/parts/{part.pk}/retirement/").status_code == 404
    again = enter(cast, site, policy, "A", name="Uusi huone")
    assert [cell.retired_at for cell in again.cells.all()] == [None]
    assert again.cells.get() == part


def test_a_seat_that_a_space_is_made_of_stays(cast: Cast, site: Site, policy: Policy) -> None:
    seat = site.cells.get(label="10")
    desk = actions.add_space(
        by=cast.manager, site=site, cells=[seat], kind="desk", name_fi="Ikkunapaikka", seats=1, policy=policy
    )
    with pytest.raises(Invalid, match="Ikkunapaikka"):
        actions.set_seats(by=cast.manager, site=site, seats=9)
    spaces.booking(cast.member, desk)
    with pytest.raises(Invalid, match="Alba"):
        actions.set_seats(by=cast.manager, site=site, seats=9)
    with pytest.raises(Invalid):
        actions.retire_part(by=cast.manager, part=seat)
    actions.set_seats(by=cast.manager, site=site, seats=10)


def test_whoever_did_not_come_holds_nothing(cast: Cast, site: Site, policy: Policy) -> None:
    room = enter(cast, site, policy, "A")
    made = spaces.booking(cast.member, room)
    with pytest.raises(NotAllowed, match="Alba"):
        actions.retire_space(by=cast.manager, space=room)
    Booking.objects.filter(pk=made.pk).update(released_at=made.starts_at)
    actions.retire_space(by=cast.manager, space=room)


def test_nobody_is_named_on_the_page_of_a_space(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    spaces.booking(cast.member, room, title="kanaria-otsikko", note="kanaria-huomautus")
    for page in (f"/fi/spaces/{room.pk}/", f"/fi/sites/{site.slug}/spaces/"):
        text = Client().get(page).text
        assert "kanaria" not in text
        assert "Alba" not in text
