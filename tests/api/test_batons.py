"""A program goes the whole way of a baton and of a log: throw, take, try, tell, hand on; free what stands still."""

from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core.time import now, today
from fiksummin.experiments import actions
from fiksummin.experiments.models import Baton, Hold, Note, Reception
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db
TRY: dict[str, Any] = {
    "title": "Vartti ilman viestejä", "why": "Keskeytykset", "expectation": "Rauhaa", "where": "Tietopalvelut",
    "measure": "Kello", "perspectives": ["ways_of_working"],
}  # fmt: skip


def test_a_baton_goes_its_way_by_programs_alone(cast: Cast) -> None:
    thrower, holder = program_of(cast.facilitator), program_of(cast.member)
    wish = {"title": "Kokeile jotain uutta", "organisation": cast.member.organisation_id}
    first, again = (thrower.post("batons", wish, key="k") for _n in range(2))
    assert (first.status_code, again["Idempotent-Replay"], Baton.objects.count()) == (201, "true", 1)
    number = first.json()["id"]
    assert first["Location"] == f"/api/v1/batons/{number}"
    assert program_of(cast.outsider).post(f"batons/{number}/acceptance").status_code == 403
    assert holder.post(f"batons/{number}/acceptance").json()["turns"][0]["state"] == "held"
    on = {"receiver": "toinen@virasto.example", "pass_on": False}
    assert holder.post(f"batons/{number}/hand-over", on).status_code == 409
    tried = holder.post(f"batons/{number}/experiments", TRY | {"ends_on": str(today())})
    assert tried.status_code == 201, tried.content
    experiment = tried.json()["turns"][0]["experiment"]
    told = holder.post(f"experiments/{experiment}/notes", {"text": "Puhelin laatikossa"}, key="n")
    assert (told.status_code, told.json()["person"]) == (201, str(cast.member))
    ended = {"works": "works", "lesson": "Vartti riittää, kun se on kalenterissa."}
    assert holder.post(f"experiments/{experiment}/ending", ended).status_code == 200
    handed = holder.post(f"batons/{number}/hand-over", on)
    assert [turn["state"] for turn in handed.json()["turns"]] == ["handed", "offered"]


def test_passing_on_can_be_asked_for_by_name(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    wish = {"receiver": "toinen@virasto.example", "pass_on": True}
    turns = program_of(cast.member).post(f"batons/{baton.pk}/hand-over", wish).json()["turns"]
    assert [turn["state"] for turn in turns] == ["passed", "offered"]


def test_a_host_frees_what_stands_still(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member, moment=now() - timedelta(days=40))
    wish = {"organisation": cast.outsider.organisation_id}
    assert program_of(cast.member).post(f"batons/{baton.pk}/release", wish).status_code == 403
    turns = program_of(cast.host).post(f"batons/{baton.pk}/release", wish).json()["turns"]
    assert [turn["state"] for turn in turns] == ["freed", "offered"]


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"title": " ", "receiver": "a@virasto.example"}, 422),
        ({"title": "Kapula"}, 422),
        ({"title": "Kapula", "receiver": "ei osoite"}, 422),
        ({"title": "Kapula", "organisation": 10**9}, 422),
        ({"title": "Kapula", "receiver": "a@virasto.example", "hold_days": 0}, 422),
    ],
)
def test_a_baton_without_name_or_receiver_is_refused(cast: Cast, wish: dict[str, Any], status: int) -> None:
    answer = program_of(cast.facilitator).post("batons", wish)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert not Baton.objects.exists()


def test_a_baton_does_not_go_to_oneself(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    wishes = ({"receiver": str(cast.member.email).upper()}, {"receiver": cast.member.email, "pass_on": True})
    for wish in wishes:
        answer = program_of(cast.member).post(f"batons/{baton.pk}/hand-over", wish)
        assert answer.status_code == 422, answer.content
    assert Hold.objects.filter(baton=baton).count() == 1


def test_a_log_is_the_teams_to_write_and_everybodys_to_read(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    path = f"experiments/{experiment.pk}/notes"
    assert program_of(cast.colleague).post(path, {"text": "Minäkin"}).status_code == 403
    assert program_of(cast.member).post(path, {"text": "  "}).status_code in {403, 422}
    assert not Note.objects.exists()
    program_of(cast.member).post(path, {"text": "Ensimmäinen päivä"})
    assert [row["text"] for row in program_of(cast.outsider).get(path).json()["items"]] == [
        "Ensimmäinen päivä"
    ]
    assert program_of(cast.guest).get(path).status_code == 404


def test_who_received_a_lesson_answers_and_nobody_else(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    actions.end_experiment(by=cast.member, experiment=experiment, wish=make.ending(receiver=cast.colleague))
    path, wish = f"experiments/{experiment.pk}/lesson/answer", {"answer": "Otimme sen käyttöön tiimissä."}
    assert program_of(cast.outsider).post(path, wish).status_code == 404
    waits = program_of(cast.member).get(f"experiments/{experiment.pk}").json()
    assert (waits["receiver"], waits["answer"]) == (str(cast.colleague), "")
    assert program_of(cast.colleague).post(path, {"answer": "x" * 40}).status_code == 422
    told = program_of(cast.colleague).post(path, wish, key="k")
    assert program_of(cast.member).get(f"experiments/{experiment.pk}").json()["answer"] == wish["answer"]
    assert (told.status_code, told.json()["answer"]) == (200, wish["answer"])
    assert program_of(cast.colleague).post(path, wish, key="other").status_code == 409
    assert Reception.objects.get(experiment=experiment).answer == wish["answer"]


def test_a_program_gives_an_experiment_another_last_day(cast: Cast) -> None:
    row = make.experiment(cast.member, days=10)
    path, day = f"experiments/{row.pk}/last-day", str(today() + timedelta(days=20))
    wish = {"ends_on": day, "reason": "Kesälomat osuivat kokeilun keskelle."}
    assert program_of(cast.guest).post(path, wish).status_code == 404
    assert program_of(cast.outsider).post(path, wish).status_code == 403
    assert program_of(cast.member).post(path, wish | {"reason": "koska"}).status_code == 422
    first, again = (program_of(cast.member).post(path, wish, key="k") for _n in range(2))
    assert (first.status_code, first.json()["ends_on"], again.json()) == (200, day, first.json())
    assert row.notes.count() == 1
