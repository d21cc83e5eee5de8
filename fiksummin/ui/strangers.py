"""What somebody finds who has not signed in: a page that may be hers, once the service knows who she is."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse


def leads_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lead a reader who has not signed in to do so where she sees nothing: it may be hers, or not be there at all."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if request.user.is_authenticated:
                raise
            answer = redirect_to_login(request.get_full_path())
            answer.status_code = HTTPStatus.SEE_OTHER if request.method == "POST" else HTTPStatus.FOUND
            return answer

    return inner
