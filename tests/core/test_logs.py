"""The log says what happened, and never to whom: no path, no host, no secret of a link."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.core.logs import JsonLines
from fiksummin.core.time import today
from fiksummin.people import actions
from tests.cast import Cast
from tests.factories import spaces
from tests.people.signing import browser_of

CANARY = "kanariansalaisuus"
type Read = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def log() -> Iterator[Read]:
    """What the service would write, by its own formatter and its own levels."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


def requests_in(lines: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(line["route"], line["status"]) for line in lines if line["name"] == "fiksummin.request"]


def test_a_page_that_is_not_there_is_logged_without_its_path(db: None, log: Read) -> None:
    assert Client().get(f"/fi/{CANARY}/").status_code == 404
    assert [status for _route, status in requests_in(log())] == [404]
    assert CANARY not in str(log())


def test_a_refused_form_behind_a_secret_link_is_logged_by_its_route(cast: Cast, log: Read) -> None:
    _invitation, secret = actions.invite_guest(
        by=cast.member, email="uusi@vieras.example", guest_until=today() + timedelta(days=9)
    )
    assert Client().post(f"/fi/invitations/{secret}/").status_code == 422
    assert requests_in(log()) == [("fi/invitations/<str:secret>/", 422)]
    assert secret not in str(log())


def test_a_form_from_elsewhere_is_logged_by_its_route(db: None, log: Read) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/fi/invitations/{CANARY}/", headers={"Referer": CANARY}).status_code == 403
    assert requests_in(log()) == [("fi/invitations/<str:secret>/", 403)]
    assert CANARY not in str(log())


def test_what_a_rule_refuses_is_logged_by_its_route(cast: Cast, log: Read) -> None:
    visit = spaces.visit(cast.member, cast.helsinki)
    assert browser_of(cast.member).post(f"/fi/visits/{visit.pk}/arrival/").status_code == 403
    assert requests_in(log()) == [("fi/visits/<int:pk>/arrival/", 403)]
    assert f"visits/{visit.pk}" not in str(log())


def test_a_fault_of_ours_is_logged_with_its_place_and_without_the_path(db: None, log: Read) -> None:
    client = Client(raise_request_exception=False)
    with patch("fiksummin.people.queries.invitation_by_secret", side_effect=ValueError(CANARY)):
        assert client.get(f"/fi/invitations/{CANARY}/").status_code == 500
    said = next(line for line in log() if line["level"] == "ERROR")
    assert (said["name"], said["message"], said["error"]) == (
        "django.request",
        "Internal Server Error",
        "ValueError",
    )
    assert "people/views/guests.py" in said["trace"]
    assert CANARY not in str(log())


def test_a_host_that_is_not_ours_is_logged_without_its_name(db: None, log: Read) -> None:
    assert Client().get("/health/live", headers={"Host": f"{CANARY}.example"}).status_code == 400
    assert [line["message"] for line in log() if line["level"] == "ERROR"] == ["Bad Request"]
    assert CANARY not in str(log())


def test_words_of_django_that_are_no_answer_keep_their_constant_part(log: Read) -> None:
    logging.getLogger("django.core.signals").warning("Something about %s", CANARY)
    assert [line["message"] for line in log()] == ["Something about %s"]


def test_only_faults_of_ours_pass_from_django_itself() -> None:
    levels = {
        name: settings.LOGGING["loggers"][name]["level"] for name in ("django.request", "django.security")
    }
    assert set(levels.values()) == {"ERROR"}
