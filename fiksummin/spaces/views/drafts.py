"""A form that anybody may look at from its address: what was typed before signing in is what it begins from."""

from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

from fiksummin.ui import drafts


def keeps_words(names: Iterable[str]) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Have the reader sign in first; what she had typed in the fields named is kept."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, *args, **kwargs)
            if request.method == "POST":
                drafts.keep(request, names)
            answer = redirect_to_login(request.get_full_path())
            answer.status_code = HTTPStatus.SEE_OTHER if request.method == "POST" else HTTPStatus.FOUND
            return answer

        return inner

    return wrap


def draft(request: HttpRequest) -> QueryDict | None:
    """Take what was typed before signing in, when it was typed on this page."""
    return drafts.draft(request, begins=True)
