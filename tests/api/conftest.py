"""A program that speaks to the API with somebody's token."""

import json
from typing import Any

import pytest
from django.test import Client

from fiksummin.people.choices import Scope
from fiksummin.people.models import Person
from tests.factories import people


class Program:
    """Sends requests as the bearer of a token."""

    def __init__(self, secret: str, language: str = "en") -> None:
        """Keep the secret, and the language to be answered in ("" leaves it to the service)."""
        headers = {"authorization": f"Bearer {secret}"} if secret else {}
        self._client = Client(headers=headers | ({"accept-language": language} if language else {}))

    def get(self, path: str, **query: Any) -> Any:
        """Read."""
        return self._client.get(f"/api/v1/{path}", query)

    def delete(self, path: str) -> Any:
        """Take back."""
        return self._client.delete(f"/api/v1/{path}")

    def post(self, path: str, body: Any = None, *, key: str = "") -> Any:
        """Send JSON, with an idempotency key when there is one."""
        headers = {"idempotency-key": key} if key else {}
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return self._client.post(f"/api/v1/{path}", text, content_type="application/json", headers=headers)

    def bring(self, path: str, *, key: str = "", **words: Any) -> Any:
        """Send files with their words, as a form of many parts."""
        headers = {"idempotency-key": key} if key else {}
        return self._client.post(f"/api/v1/{path}", words, headers=headers)

    def patch(self, path: str, body: Any, *, key: str = "") -> Any:
        """Send what is to be otherwise, with an idempotency key when there is one."""
        headers = {"idempotency-key": key} if key else {}
        text = json.dumps(body)
        return self._client.patch(f"/api/v1/{path}", text, content_type="application/json", headers=headers)


def program_of(person: Person, *, scope: Scope = Scope.WRITE, language: str = "en") -> Program:
    """Give a person a program with a token of hers."""
    return Program(people.token(person, scope), language)


@pytest.fixture
def wish(cast: Any) -> dict[str, Any]:
    """A visit to the lab on the next open day from nine to three."""
    from tests.factories import spaces  # noqa: PLC0415 -- this test alone needs it

    day = spaces.open_day(cast.helsinki)
    return {
        "site": "helsinki",
        "start": spaces.at(cast.helsinki, day, "9:00").isoformat(),
        "end": spaces.at(cast.helsinki, day, "15:00").isoformat(),
        "people": 2,
        "note": "Tulemme junalla",
    }
