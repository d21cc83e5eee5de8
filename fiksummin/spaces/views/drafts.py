"""What somebody typed before she signed in waits in her session until she is back on the page."""

from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

DRAFT = "visit_draft"
LONGEST_DRAFT = 5000
MOST_VALUES = 20


def keeps_words(names: Iterable[str]) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Have the reader sign in first; what she had typed in the fields named is kept."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, *args, **kwargs)
            if request.method == "POST":
                request.session[DRAFT] = {"path": request.path, "typed": _typed(request.POST, names)}
            answer = redirect_to_login(request.get_full_path())
            answer.status_code = HTTPStatus.SEE_OTHER if request.method == "POST" else HTTPStatus.FOUND
            return answer

        return inner

    return wrap


def draft(request: HttpRequest) -> QueryDict | None:
    """Take what was typed before signing in, when it was typed on this page."""
    if request.session.get(DRAFT, {}).get("path") != request.path:
        return None
    found = QueryDict(mutable=True)
    for name, values in request.session.pop(DRAFT).get("typed", {}).items():
        found.setlist(name, values)
    return found


def _typed(given: QueryDict, names: Iterable[str]) -> dict[str, list[str]]:
    return {
        name: [value[:LONGEST_DRAFT] for value in given.getlist(name)[:MOST_VALUES]]
        for name in names
        if name in given
    }
