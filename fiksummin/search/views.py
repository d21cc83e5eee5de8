"""Searching, and what is drawn while somebody types."""

from typing import Any, Final

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from fiksummin.core.time import now
from fiksummin.people.queries import person_of, reader_of
from fiksummin.search import queries
from fiksummin.search.shelves import SHELVES
from fiksummin.search.slots import like_this

ON_A_PAGE: Final = 20
WHILE_TYPING: Final = 8
LAST_PAGE: Final = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, the best first; ``?kind=`` keeps to one kind."""
    question, kind = _question(request), request.GET.get("kind", "")
    number = _page(request)
    context: dict[str, Any] = {"question": question, "kind": kind, "kinds": _kinds(), "searching": True}
    if question:
        context["answer"] = queries.find(
            question, reader_of(request), now(), language=_language(), kinds=[kind] if kind in SHELVES else [],
            skip=(number - 1) * ON_A_PAGE, most=ON_A_PAGE,
        )  # fmt: skip
        context |= {"before": number - 1, "after": number + 1, "first": (number - 1) * ON_A_PAGE + 1}
    return render(request, "search/search.html", context)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Give the part of the page that changes with each letter."""
    question, kind = _question(request), request.GET.get("kind", "")
    answer = None
    if question:
        answer = queries.find(
            question, reader_of(request), now(), language=_language(), kinds=[kind] if kind in SHELVES else [],
            typing=True, most=WHILE_TYPING,
        )  # fmt: skip
    return render(request, "search/_found.html", {"question": question, "answer": answer, "typing": True})


@require_POST
@login_required
def tried(request: HttpRequest) -> HttpResponse:
    """Give what is like the idea or the experiment that is being written."""
    found = like_this(person_of(request), request.POST, typing=True)
    return render(request, "search/_tried_found.html", {"found": found})


def _question(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\x00", " ").split())


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return (
        min(max(int(number), 1), LAST_PAGE)
        if number.isascii() and number.isdecimal() and len(number) < 5
        else 1
    )


def _kinds() -> list[tuple[str, str]]:
    return [(kind, str(shelf.name)) for kind, shelf in SHELVES.items()]


def _language() -> str:
    return (get_language() or "fi")[:2]
