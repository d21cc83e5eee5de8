"""Who gets in, how refusals look, and which words they use."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.time import now
from fiksummin.people import actions
from fiksummin.people.choices import Language
from fiksummin.people.models import ApiToken, Role
from tests import personas
from tests.api.conftest import Program, program_of
from tests.cast import Cast
from tests.factories import people


@pytest.mark.parametrize(
    "path", ["sites", "sites/helsinki", "sites/helsinki/days/2026-11-24", "visits", "visits/1"]
)
def test_without_a_token_the_door_is_shut(cast: Cast, path: str) -> None:
    answer = Program("").get(path)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="fiksummin"')
    assert answer["Content-Type"] == "application/problem+json"
    assert "A token is needed" in answer.json()["detail"]


@pytest.mark.parametrize("secret", ["fks_unknown", "x" * 5000, "ä", " ", "a b"])
def test_an_unknown_token(cast: Cast, secret: str) -> None:
    answer = Program(secret).get("visits")
    assert (answer.status_code, "invalid_token" in answer["WWW-Authenticate"]) == (401, True)


def test_other_ways_to_sign_in_do_not_open_it(cast: Cast, client: Client) -> None:
    client.force_login(cast.member)
    assert client.get("/api/v1/visits").status_code == 401
    assert client.get("/api/v1/visits", headers={"authorization": "Basic YTpi"}).status_code == 401


def test_a_token_that_expired_or_was_revoked(cast: Cast) -> None:
    for spoiled in ({"expires_at": now() - timedelta(seconds=1)}, {"revoked_at": now()}):
        program = program_of(cast.member)
        assert program.get("visits").status_code == 200
        ApiToken.objects.filter(person=cast.member).update(**spoiled)
        answer = program.get("visits")
        assert (answer.status_code, "invalid_token" in answer["WWW-Authenticate"]) == (401, True)


def test_who_may_not_enter_hears_why(cast: Cast) -> None:
    assert program_of(personas.lapsed_partner()).get("sites").json()["detail"] == (
        "The agreement with your organisation is not in force."
    )
    answer = program_of(personas.expired_guest()).get("sites")
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")
    assert "Your time as a guest has ended" in answer.json()["detail"]


def test_an_erased_person_has_no_token_left_that_works(cast: Cast) -> None:
    leaver = people.person()
    program = program_of(leaver)
    assert program.get("visits").status_code == 200
    actions.erase(by=leaver, person=leaver)
    assert program.get("visits").status_code == 401


def test_roles_work_only_through_tokens_made_with_a_second_factor(cast: Cast) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    program = program_of(cast.host)
    ApiToken.objects.update(strong=False)
    assert program.get("sites/helsinki/expected").status_code == 403


def test_an_ended_role_opens_nothing(cast: Cast) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    program = program_of(cast.host)
    Role.objects.filter(person=cast.host).update(ended_at=now())
    assert program.get("sites/helsinki/expected").status_code == 403


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("fi", "fi"),
        ("sv-FI,sv;q=0.9,en;q=0.5", "sv"),
        ("de, en;q=0.8, fi;q=0.9", "fi"),
        ("", "sv"),
        ("*", "sv"),
        ("de", "sv"),
        (";;;\x00,,q=", "sv"),
    ],
)
def test_the_language_asked_for_else_the_bearers_own(cast: Cast, asked: str, given: str) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    assert cast.colleague.language == Language.SV
    answer = program_of(cast.colleague, language=asked).get("sites/helsinki")
    assert answer["Content-Language"] == given
    assert answer.json()["url"].endswith(f"/{given}/sites/helsinki/")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("put", "visits", "GET, POST"),
        ("delete", "visits/1", "GET"),
        ("get", "visits/1/cancellation", "POST"),
        ("post", "sites", "GET"),
        ("post", "", "GET"),
    ],
)
def test_a_wrong_method_names_the_right_ones(
    client: Client, method: str, path: str, allowed: str, db: Any
) -> None:
    answer = getattr(client, method)(f"/api/v1/{path}", headers={"accept-language": "en"})
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert ", ".join(sorted(answer["Allow"].split(", "))) == allowed
    assert allowed.split(", ", maxsplit=1)[0] in answer.json()["detail"]


def test_head_is_get_without_its_body(cast: Cast, client: Client) -> None:
    assert client.head("/api/v1/").status_code == 200


def test_no_program_is_sent_to_a_page(client: Client, db: Any) -> None:
    for path in ("/api/v1/nothing", "/api/v2/sites", "/api/v1/visits/", "/api/x"):
        answer = client.get(path)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert client.post(path).status_code == 404


def test_the_description_can_be_read_by_all(client: Client, db: Any) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert client.get(client.get("/api/v1/").json()["openapi"]).status_code == 200
    assert described["openapi"].startswith("3.")
    announce = described["paths"]["/api/v1/visits"]["post"]
    assert set(announce["responses"]) == {"201", "400", "401", "403", "409", "413", "422"}
    assert list(announce["responses"]["409"]["content"]) == ["application/problem+json"]
    assert any(parameter["name"] == "Idempotency-Key" for parameter in announce["parameters"])
    assert client.get("/api/v1/docs").status_code == 404


@pytest.mark.parametrize("path", ["sites", "visits", "openapi.json", "no-such-thing"])
def test_a_foreign_host_is_refused_as_problem_details(path: str) -> None:
    answer = Client().get(f"/api/v1/{path}", headers={"host": "evil.example", "accept-language": "fi"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["detail"] == "Palvelu ei vastaa sillä nimellä, joka on otsakkeessa ”Host”."
    assert "evil.example" not in answer.content.decode()


def test_elsewhere_a_foreign_host_still_gets_a_page() -> None:
    answer = Client().get("/fi/sites/", headers={"host": "evil.example"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "text/html; charset=utf-8")
