"""Programs read of the library what the pages tell: plain facts of tools and methods, who permits them, what replaces them."""

import pytest

from fiksummin.library import actions
from fiksummin.library.choices import Audience, Kind, Ruling
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import library as make

pytestmark = pytest.mark.django_db


def test_a_tool_tells_all_that_its_page_tells(cast: Cast) -> None:
    facts = {
        "address": "https://seina.example/", "price": "free", "login": "link", "accessibility": "good", "data_in": "eu",
        "people_least": 2, "people_most": 30,
    }  # fmt: skip
    tool = make.item(cast.member, Kind.TOOL, **facts)
    for ruling in (Ruling.FORBIDDEN, Ruling.LIMITED):
        actions.rule_tool(by=cast.outsider, item=tool, ruling=ruling, note="Ei salassa pidettävää")
    told = program_of(cast.colleague).get("library?kind=tool").json()["items"][0]
    assert {name: told[name] for name in facts} == facts
    said = {
        "organisation": str(cast.outsider.organisation),
        "ruling": "limited",
        "note": "Ei salassa pidettävää",
    }
    assert told["permitted_in"] == [said]
    shape = {"mode": "hybrid", "people_least": 4, "people_most": 12, "minutes": 45}
    method = make.item(cast.member, Kind.METHOD, **shape)
    told = program_of(cast.colleague).get(f"library/{method.pk}").json()
    assert {name: told[name] for name in shape} == shape
    tip = program_of(cast.colleague).get(f"library/{make.item(cast.member, Kind.TIP).pk}").json()
    assert {tip[name] for name in ("price", "login", "mode", "minutes", "retired_at")} == {None}
    assert (tip["address"], tip["permitted_in"]) == ("", [])


def test_what_is_out_of_use_tells_why_and_what_replaces_it_to_whom_may_see_that(cast: Cast) -> None:
    old, new = make.item(cast.member), make.item(cast.member, audience=Audience.MEMBERS)
    actions.retire_item(by=cast.member, item=old, reason="Palvelu loppui", replacement=new)
    told = program_of(cast.colleague).get(f"library/{old.pk}").json()
    assert (told["retired_because"], told["replacement"]) == ("Palvelu loppui", new.pk)
    assert told["retired_at"]
    assert program_of(cast.guest).get(f"library/{old.pk}").json()["replacement"] is None
