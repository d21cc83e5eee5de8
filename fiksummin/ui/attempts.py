"""Trying an action with what a form holds: what it refuses becomes an error at the field.

A view stays three lines: ``tried = attempt(form, lambda: act(...))``; when it was done,
``see_other``; else the same page with ``tried.status``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow, refuse_if
from fiksummin.core.idempotency import fingerprint, given_before
from fiksummin.core.idempotency import once as once_by_key
from fiksummin.core.wording import is_blank
from fiksummin.ui.drafts import Draft, shown_again

NOBODY = 0
"""Whose the idempotency keys of those are who have not signed in."""
REPLAYED = "fiksummin.replayed"
"""Key in the request's META: whether its form had been sent before."""


@dataclass(frozen=True)
class Attempt[T]:
    """What came of it: the page's status, what the action gave, and what would be allowed instead."""

    status: HTTPStatus
    result: T | None = None
    alternatives: list[object] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Say whether the act was done."""
        return self.status == HTTPStatus.SEE_OTHER


def attempt[T](form: BaseForm, act: Callable[[], T], *, valid: bool | None = None) -> Attempt[T]:
    """Act when the form is sent and sound.

    Answers 200 for a form not sent yet (or sent before its sender had to sign in, and shown again), 303 when the act was done, 422 when what was given
    cannot be right, 409 when somebody was faster or
    things stand otherwise, 403 when a rule forbids. The sentence of a
    refusal stands at its field, or above the form when it is about none. ``valid`` is the
    verdict on further forms of the same page.
    """
    if not form.is_bound or isinstance(form.data, Draft):
        return Attempt(HTTPStatus.OK)
    if not form.is_valid() or valid is False:
        return Attempt(HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        return Attempt(HTTPStatus.SEE_OTHER, act())
    except NotAllowed as refusal:
        named = getattr(refusal, "field", "")
        form.add_error(named if named in form.fields else None, refusal.reason)
        return Attempt(_status(refusal), alternatives=refusal.alternatives)


def sent(request: HttpRequest) -> QueryDict | None:
    """Give what a form was sent with, be it nothing; None when the page is only looked at.

    What was sent before its sender had to sign in again is given once, to be shown and not acted on. What shows
    nothing, however many signs it has, says nothing.
    """
    return _said(request.POST) if request.method == "POST" else shown_again(request)


def _said(given: QueryDict) -> QueryDict:
    blank = [name for name, values in given.lists() if any(map(_shows_nothing, values))]
    said = given.copy() if blank else given
    for name in blank:
        said.setlist(name, ["" if _shows_nothing(value) else value for value in given.getlist(name)])
    return said


def _shows_nothing(value: object) -> bool:
    """Say whether a value is of signs that nobody sees; spaces, which every field leaves out, stay as they were typed."""
    return bool(str(value).strip()) and is_blank(str(value))


def typed(request: HttpRequest) -> dict[str, Any]:
    """Give what was typed into a form whose button only looks for something (``alike``), as its initial values."""
    if "alike" not in request.POST:
        return {}
    return {name: values if len(values) > 1 else values[0] for name, values in request.POST.lists() if values}


def see_other(name: str, *args: object, fragment: str = "") -> HttpResponseRedirect:
    """Answer 303: the act is done, its outcome is on the page of this name (at ``fragment``)."""
    url = reverse(name, args=args)
    return HttpResponseRedirect(f"{url}#{fragment}" if fragment else url, status=HTTPStatus.SEE_OTHER)


def once(request: HttpRequest, form: BaseForm, act: Callable[[], int]) -> int:
    """Act once for a form, however often its button is pressed; gives the id that ``act`` gave."""
    person, key, mark = _mark(request, form)
    reply = once_by_key(person=person, key=key, fingerprint=mark, act=lambda: (201, act()))
    request.META[REPLAYED] = reply.replayed
    return int(reply.body)


def refuse_unless_done(request: HttpRequest, form: BaseForm, reason: str) -> None:
    """Raise what a rule says against the act of a form, unless the form did it before: pressed twice, it answers as the first time.

    The act itself takes place by ``once``. The rule is asked first: what forbids it may be the act of the first time.
    """
    was_sent = form.is_bound and not isinstance(form.data, Draft)
    if reason and not (was_sent and form.is_valid() and given_before(*_mark(request, form))):
        refuse_if(reason)


def _mark(request: HttpRequest, form: BaseForm) -> tuple[int, str, str]:
    """Give whose a form is, its key, and what tells it from others: the same form with other values is another wish."""
    given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    mark = fingerprint(request.path, given)
    key = form.cleaned_data.get("key")
    return request.user.pk or NOBODY, f"{key}-{mark[:40]}" if key else "", mark


def say_done(request: HttpRequest, sentence: str) -> None:
    """Say that a form did its act; of one that had done it before nothing is said, for it may be otherwise by now."""
    if not request.META.get(REPLAYED):
        messages.success(request, sentence)


def _status(refusal: NotAllowed) -> HTTPStatus:
    if isinstance(refusal, (Conflict, NotNow)):
        return HTTPStatus.CONFLICT
    if isinstance(refusal, Invalid):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.FORBIDDEN
