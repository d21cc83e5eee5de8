"""A method that no page takes is told so, whoever sends it."""

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import Cast
from tests.factories import spaces

METHODS = ["PUT", "PATCH", "DELETE"]


@pytest.fixture
def strict(cast: Cast) -> Client:
    """The host's browser, from which forms must come with their mark."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.host, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.mark.parametrize("method", METHODS)
def test_the_answer_names_what_would_do(cast: Cast, strict: Client, method: str) -> None:
    visit = spaces.visit(cast.member, cast.helsinki)
    allowed = {"": "GET, HEAD", "change/": "GET, HEAD, POST", "arrival/": "POST"}
    for rest, methods in allowed.items():
        answer = strict.generic(method, f"/fi/visits/{visit.pk}/{rest}")
        assert (answer.status_code, answer["Allow"]) == (405, methods)
    assert strict.post(f"/fi/visits/{visit.pk}/arrival/").status_code == 403, "forms keep their check"
    assert strict.generic(method, "/fi/accounts/login/").status_code == 403, "classes keep theirs"
