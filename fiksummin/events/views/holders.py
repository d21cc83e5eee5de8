"""Whose registration a page is about: a signed-in person's, or a guest's who has her link. The pages are the same."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from fiksummin.events import queries
from fiksummin.events.models import Registration
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of

type View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Holder:
    """A registration, and how its holder is known: ``by`` herself, or by the hash of her secret."""

    registration: Registration
    by: Person | None
    secret: str = ""
    key: object = ""
    """What stands in the addresses of her pages: a number, or the secret."""

    @property
    def who(self) -> dict[str, object]:
        """What the actions ask of whoever acts."""
        return {"by": self.by, "registration": self.registration, "secret": self.secret}

    def address(self, part: str = "") -> str:
        """Give the address of her page, or of a part of it."""
        name = "registration" if self.by else "guest"
        return reverse(f"events:{name}_{part}" if part else f"events:{name}", args=[self.key])

    @property
    def addresses(self) -> dict[str, str]:
        """Give the addresses of all the parts, for templates."""
        parts = (
            "change", "mode", "offer", "showing", "acceptance", "refusal", "cancellation", "calendar",
            "takeaway", "takeaway_withdrawal", "feedback",
        )  # fmt: skip
        return {"page": self.address(), **{part: self.address(part) for part in parts}}

    def see_other(self) -> HttpResponseRedirect:
        """Answer 303: the act is done, its outcome is on her page."""
        return HttpResponseRedirect(self.address(), status=HTTPStatus.SEE_OTHER)


def of_holder(view: View) -> View:
    """Give a view the holder of a registration; a stranger gets 404, a guest with an unused link her link's page."""

    @wraps(view)
    def inner(request: HttpRequest, pk: int = 0, secret: str = "", **more: object) -> HttpResponse:
        if secret:
            registration = guest_registration(secret)
            if registration is None:
                return redirect("events:guest", secret)
            return view(request, Holder(registration, None, registration.secret, secret), **more)
        if not request.user.is_authenticated:
            answer = redirect_to_login(request.get_full_path())
            answer.status_code = HTTPStatus.SEE_OTHER if request.method == "POST" else HTTPStatus.FOUND
            return answer
        rows = queries.with_event(Registration.objects.left_by(person_of(request).pk))
        return view(request, Holder(get_object_or_404(rows, pk=pk), person_of(request), key=pk), **more)

    return inner


def guest_registration(secret: str) -> Registration | None:
    """Give the registration of the guest whose link it is; None when she has not confirmed it, or handed it on. Raises Http404."""
    link = queries.link_by_secret(secret)
    if link is None or link.kind == "handed":
        raise Http404
    row = queries.registration_of(link) if link.registration_id is not None else None
    return row if row is not None and row.secret == link.secret else None
