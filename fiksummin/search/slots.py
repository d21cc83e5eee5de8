"""What this room draws into pages of rooms below: "Has this been tried?" beside a form in which somebody writes."""

from collections.abc import Mapping
from typing import Final

from django.forms import BaseForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.search import queries
from fiksummin.search.queries import Found
from fiksummin.ui.slots import fill

HEAD: Final = ("title",)
BODY: Final = ("text", "why", "expectation", "measure")
"""Fields of the forms in which somebody writes, by what they hold."""


def like_this(person: Person, written: Mapping[str, object], *, typing: bool) -> list[Found] | None:
    """Find what is like that which is written in a form; None when nothing is written yet."""
    title, text = (
        " ".join(str(written.get(name) or "") for name in names).replace("\x00", " ")
        for names in (HEAD, BODY)
    )
    if len(title.strip()) + len(text.strip()) < 4:
        return None
    language = (get_language() or "fi")[:2]
    return queries.tried(title, text, person, now(), language=language, typing=typing)


def has_it_been_tried(request: HttpRequest, form: object) -> str:
    """Draw the part of the page; without JavaScript its button shows the same form again with what was found."""
    if not isinstance(form, BaseForm) or not isinstance(request.user, Person):
        return ""
    written: dict[str, object] = {name: form[name].value() for name in (*HEAD, *BODY) if name in form.fields}
    found = like_this(request.user, written, typing=False) if any(written.values()) else None
    return render_to_string(
        "search/_tried.html", {"found": found, "fields": " ".join(written), "looked": "alike" in request.POST}
    )


fill("writing", has_it_been_tried)
