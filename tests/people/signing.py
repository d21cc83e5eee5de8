"""What tests of signing in share: a browser without JavaScript, and the letters it waits for."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from fiksummin.core import worker
from fiksummin.people.actions import sign_in_as
from fiksummin.people.models import Person
from tests.postbox import Postbox

SIGN_IN = "/en/accounts/login/"
CONFIRM = "/en/accounts/login/code/confirm/"
TODAY = "/en/today/"
CODE = re.compile(r"^[A-Z]{4}-[A-Z]{4}\r?$", re.MULTILINE)


def letters(box: Postbox) -> list[Any]:
    """Let the worker send what waits, and give what the server got."""
    worker.drain()
    return box.got


def has_code(letter: Any) -> bool:
    """Say whether a letter holds a code."""
    return CODE.search(letter.get_content()) is not None


def code_in(letter: Any) -> str:
    """Read the code in a letter."""
    found = CODE.search(letter.get_content())
    assert found, letter.get_content()
    return found.group().strip()


def ask_for_code(client: Client, email: str, **query: str) -> Any:
    """Type an address on the page."""
    return client.post(SIGN_IN, {"login": email, **query})


def sign_in(client: Client, email: str, box: Postbox) -> Any:
    """Type the address and the code."""
    ask_for_code(client, email)
    code = code_in([one for one in letters(box) if has_code(one)][-1])
    return client.post(CONFIRM, {"code": code})


def reader_of(client: Client) -> int | None:
    """Say who is signed in in this browser."""
    key = client.session.get("_auth_user_id")
    return int(key) if key else None


def browser_of(person: Person, *, method: str = "demo") -> Client:
    """Give a browser in which somebody is signed in: strongly (``demo``), or by a code alone (``code``)."""
    client = Client()
    request = HttpRequest()
    request.session = client.session
    request.META["HTTP_USER_AGENT"] = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
    sign_in_as(request, person, method=method)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client
