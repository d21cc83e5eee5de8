"""What tests of these pages share: a fixed morning, and pages read as a person reads them."""

import html
import re
from datetime import datetime
from typing import Any, Final

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import HELSINKI

MORNING: Final = datetime(2026, 11, 24, 9, 5, tzinfo=HELSINKI)
"""A Tuesday."""


def text_of(response: Any) -> str:
    """Give what a page says, without its marks."""
    return _said(response.content.decode())


def _said(body: str) -> str:
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", body, flags=re.DOTALL)
    body = re.sub(r"</?(time|bdi)\b[^>]*>", "", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def main_of(response: Any) -> str:
    """Give what the page itself says, without its frame."""
    return _said(response.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0])


def forms_of(response: Any) -> list[dict[str, str]]:
    """Give the fields of each form that posts, as a browser would send them untouched."""
    found = re.findall(r'<form method="post".*?</form>', response.content.decode(), flags=re.DOTALL)
    return [_fields(form) for form in found]


def queries_of(client: Client, path: str) -> tuple[int, int]:
    """Count what a page asks of this room's tables, and of all tables; the frame is in memory by then."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return sum('"spaces_' in query["sql"] for query in asked), len(asked)


def errors_of(response: Any) -> dict[str, str]:
    """Give the error sentence of each field of a page's form ("" for those about none)."""
    form = response.context["form"]
    return {
        name.replace("__all__", ""): " ".join(map(str, sentences)) for name, sentences in form.errors.items()
    }


def _fields(form: str) -> dict[str, str]:
    fields = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if attributes.get("name"):
            fields[attributes["name"]] = html.unescape(attributes.get("value", ""))
    for name, words in re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', form, flags=re.DOTALL):
        fields[name] = html.unescape(words).removeprefix("\n")
    return fields
