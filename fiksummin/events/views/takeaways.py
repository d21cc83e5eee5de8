"""One's own takeaway and feedback, on one page, by account or by a guest's link."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.after import FeedbackForm, TakeawayForm
from fiksummin.events.models import Takeaway
from fiksummin.events.views.holders import Holder, of_holder
from fiksummin.ui.attempts import attempt, sent


@require_http_methods(["GET", "HEAD", "POST"])
@of_holder
def takeaway(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Tell what one took away, or tell it otherwise; the same page asks how it was."""
    event = holder.registration.event
    form = TakeawayForm(sent(request), request.FILES or None, told=_told(holder))
    tried = attempt(form, lambda: actions.tell_takeaway(event=event, wish=form.wish(), **_who(holder)))
    if tried.done:
        messages.success(request, _("Thank you. The organisers read it and publish it with the others."))
        return _back(holder)
    return _page(request, holder, form, FeedbackForm(), tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@of_holder
def takeaway_withdrawal(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Ask, and take back what one told; doing it again changes nothing."""
    told = _told(holder)
    if told is None:
        return _back(holder)
    if request.method == "POST":
        actions.withdraw_takeaway(by=holder.by, takeaway=told, secret=holder.secret)
        messages.success(request, _("What you told is taken back."))
        return _back(holder)
    context = {"holder": holder, "event": holder.registration.event, "told": told}
    return render(request, "events/takeaway_withdrawal.html", context)


@require_POST
@of_holder
def feedback(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Say how the event was; said already, it changes nothing."""
    row, form = holder.registration, FeedbackForm(sent(request))
    if hasattr(row, "feedback_given"):
        return _back(holder)
    tried = attempt(form, lambda: actions.give_feedback(**form.said(), **_who(holder)))
    if tried.done:
        messages.success(request, _("Thank you for saying how it was."))
        return _back(holder)
    return _page(request, holder, TakeawayForm(told=_told(holder)), form, tried.status)


def _page(
    request: HttpRequest, holder: Holder, form: TakeawayForm, feedback_form: FeedbackForm, status: HTTPStatus
) -> HttpResponse:
    row = holder.registration
    told = form.told
    context: dict[str, Any] = {
        "holder": holder,
        "event": row.event,
        "form": form,
        "feedback_form": feedback_form,
        "failed": bool(feedback_form.errors),
        "told": told,
        "barred": rules.why_not_tell(row.event, holder.by, row, now(), holder.secret),
        "feedback_barred": rules.why_not_feedback(row, holder.by, now(), holder.secret),
        "has_said": hasattr(row, "feedback_given"),
    }
    return render(request, "events/takeaway.html", context, status=status)


def _told(holder: Holder) -> Takeaway | None:
    return queries.takeaway_of(holder.registration.event, holder.by, holder.registration)


def _who(holder: Holder) -> dict[str, Any]:
    return dict(holder.who)


def _back(holder: Holder) -> HttpResponseRedirect:
    return HttpResponseRedirect(holder.address("takeaway"), status=HTTPStatus.SEE_OTHER)
