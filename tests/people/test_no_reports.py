"""Nobody gets a report on a person: reading leaves no trace, and no address is about somebody."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of

READ = (
    "",
    "today/",
    "sites/",
    "sites/helsinki/",
    "visits/",
    "me/",
    "me/data/",
    "me/data.json",
    "invitations/",
    "blog/",
    "glossary/",
)


def _whole() -> dict[str, list[Any]]:
    """Everything the database holds."""
    kept = {}
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- names from the database itself
            kept[table] = sorted(map(str, cursor.fetchall()))
    return kept


@pytest.mark.parametrize("key", ["member", "guest", "host", "owner"])
def test_reading_leaves_no_trace(cast: Cast, key: str) -> None:
    assert cast.helsinki
    browser = browser_of(cast[key])
    people.token(cast[key])
    before = _whole()
    answers = [browser.get(f"/{language}/{path}").status_code for language in ("fi", "sv") for path in READ]
    assert answers.count(200) > len(READ)
    assert _whole() == before


def test_no_address_is_about_a_person() -> None:
    found = [name for name in _parameters(get_resolver()) if name in {"person", "user", "email", "people"}]
    assert found == []


def test_the_net_sees_parameters() -> None:
    assert {"secret", "organisation", "token"} <= set(_parameters(get_resolver()))


def test_nobody_lists_people(cast: Cast, client: Client) -> None:
    for key in ("member", "host", "manager", "editor"):
        others = [str(cast[other].email) for other in ("colleague", "outsider")]
        for path in READ:
            page = browser_of(cast[key]).get(f"/en/{path}").content.decode()
            assert not any(address in page for address in others)


def _parameters(resolver: Any) -> list[str]:
    found: list[str] = []
    for pattern in resolver.url_patterns:
        found += list(getattr(pattern.pattern, "converters", {}))
        if not isinstance(pattern, URLPattern) and not str(pattern.pattern).startswith("admin/"):
            found += _parameters(pattern)
    return found
