"""The page of one thing of the library."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fiksummin.core.time import today
from fiksummin.library import queries, rules
from fiksummin.library.choices import FACETS, NAMES, OWED, TOLD, Kind
from fiksummin.library.forms import KeeperForm
from fiksummin.library.models import Item
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of


def item_page(
    request: HttpRequest, item: Item, *, keeper: KeeperForm | None = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a thing."""
    reader = reader_of(request)
    context: dict[str, Any] = {
        "item": item,
        "words": item.words,
        "sections": _sections(item),
        "facts": _facts(item),
        "day": today(),
        "stale": item.is_stale(today()),
        "retirement": queries.standing_retirement(item),
        "used": queries.used([item.pk])[item.pk],
        "adoptions": list(queries.adoptions(item)) if reader else [],
        "rulings": list(queries.rulings(item)) if item.kind == Kind.TOOL else [],
        "source": queries.face_of_source(item, reader),
        **_acts(item, reader, keeper),
    }
    return render(request, "library/item.html", context, status=status)


def _acts(item: Item, reader: Person | None, keeper: KeeperForm | None) -> dict[str, Any]:
    """Say what the reader may do here."""
    if reader is None:
        return {}
    changes = not rules.why_not_change(item, reader)
    return {
        "changes": changes,
        "keeper": keeper or (KeeperForm(item=item, reader=reader) if changes else None),
        "publishes": not rules.why_not_publish(item, reader),
        "checks": not rules.why_not_check(item, reader),
        "retires": not rules.why_not_retire(item, reader),
        "returns": not rules.why_not_return(item, reader),
        "adopts": not rules.why_not_adopt(item, reader),
        "copies": not rules.why_not_copy(item, reader),
        "own": queries.own_adoption(item, reader),
    }


def _sections(item: Item) -> list[tuple[str, Any, str]]:
    """Give what is told, each with its name and heading; what says the matter itself comes without a heading."""
    texts = item.words.texts
    return [
        (name, "" if name == "text" else NAMES[name], texts[name])
        for name in TOLD[item.kind]
        if name in OWED[item.kind] or texts.get(name)
    ]


def _facts(item: Item) -> list[tuple[Any, str]]:
    """Give the plain facts that were said, in words."""
    shown = (
        (NAMES[name], queries.shown(item.words, name)) for name in FACETS[item.kind] if name != "address"
    )
    return [(name, words) for name, words in shown if words]
