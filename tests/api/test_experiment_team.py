"""A program starts an experiment with a team, invites, answers an invitation, leaves, and reads all that was told."""

from typing import Any

import pytest

from fiksummin.core.time import today
from fiksummin.experiments import queries
from fiksummin.experiments.models import TeamInvitation
from tests.api.conftest import program_of
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TOLD: dict[str, Any] = {
    "title": "Vartti ilman viestejä", "why": "Keskeytykset", "expectation": "Rauhaa", "where": "Tietopalvelut",
    "measure": "Kello", "perspectives": ["ways_of_working"], "euros": 40,
}  # fmt: skip


def test_what_was_told_is_read_again_and_the_team_comes_by_letter(cast: Cast) -> None:
    starter, other = program_of(cast.member), program_of(cast.outsider)
    address, day = str(cast.outsider.email), str(today())
    wish = TOLD | {"starts_on": day, "ends_on": day, "team": [address.upper()]}
    made = starter.post("experiments", wish)
    assert made.status_code == 201, made.content
    number = made.json()["id"]
    body = cast.member.organisation
    first = {"person": str(cast.member), "organisation": body.name if body else None}
    told = {name: value for name, value in wish.items() if name != "team"}
    got = starter.get(f"experiments/{number}").json()
    assert {name: got[name] for name in told} == told
    assert (got["team"], got["owner"], got["decision"]) == ([first], str(cast.member), "")
    token = queries.team_token(TeamInvitation.objects.get(), address)
    path = f"experiments/invitations/{token}"
    assert program_of(cast.colleague).post(path, {"accepts": True}).status_code == 404
    for _twice in range(2):
        assert other.post(path, {"accepts": True}).json()["state"] == "accepted"
    assert other.post(path, {"accepts": False}).status_code == 409
    second = {"person": str(cast.outsider), "organisation": getattr(cast.outsider.organisation, "name", None)}
    assert starter.get(f"experiments/{number}/team").json() == {
        "experiment": number, "team": [first, second], "waiting": [],
    }  # fmt: skip
    assert other.post(f"experiments/{number}/team/leaving").json()["team"] == [first]


def test_the_team_invites_and_nobody_else(cast: Cast) -> None:
    day = str(today())
    number = program_of(cast.member).post("experiments", TOLD | {"ends_on": day}).json()["id"]
    path, wish = f"experiments/{number}/team", {"addresses": ["joku@muu.example"]}
    assert program_of(cast.outsider).post(path, wish).status_code == 403
    assert program_of(cast.member).post(path, {"addresses": ["ei osoite"]}).status_code == 422
    first, again = (program_of(cast.member).post(path, wish, key="k") for _n in range(2))
    assert (first.status_code, again["Idempotent-Replay"]) == (201, "true")
    [one] = first.json()["waiting"]
    assert (one["mine"], one["organisation"]) == (True, None)
    assert program_of(cast.outsider).get(path).json()["waiting"] is None
    withdrawal = f"{path}/invitations/{one['id']}/withdrawal"
    assert program_of(cast.outsider).post(withdrawal).status_code == 404
    for _twice in range(2):
        assert program_of(cast.member).post(withdrawal).json()["state"] == "withdrawn"
    assert program_of(cast.member).get(path).json()["waiting"] == []
    assert program_of(cast.member).post(f"{path}/leaving").status_code == 409
