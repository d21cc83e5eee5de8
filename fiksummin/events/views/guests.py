"""A link in a letter: it confirms a guest's registration, and is then her own page; or hands a place to a colleague."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.choices import LinkKind
from fiksummin.events.forms.registering import AnswersForm, RegistrationForm
from fiksummin.events.models import Link, Registration
from fiksummin.events.views import registrations
from fiksummin.events.views.holders import Holder, guest_registration
from fiksummin.events.views.registering import said_of
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
def guest(request: HttpRequest, secret: str) -> HttpResponse:
    """Confirm by one press, so that a mail scanner that follows the link does not; then show what she has."""
    row = guest_registration(secret)
    if row is not None:
        if request.method == "POST":
            return HttpResponseRedirect(request.path, status=HTTPStatus.SEE_OTHER)
        holder = Holder(row, None, row.secret, secret)
        return render(request, "events/registration.html", registrations.whole(holder))
    link = _link(secret)
    reason = rules.why_not_link(link, now())
    if reason:
        context = {"event": link.event, "reason": reason}
        return render(request, "events/link_gone.html", context, status=HTTPStatus.GONE)
    return _confirm(request, link, secret)


def _confirm(request: HttpRequest, link: Link, secret: str) -> HttpResponse:
    invited = link.kind == LinkKind.INVITED
    form = RegistrationForm(sent(request), event=link.event)
    if not invited:
        form.fields.clear()
    wished = form.guest_of(link) if invited and form.is_bound and form.is_valid() else None
    tried = attempt(form, lambda: actions.confirm_guest(link=link, wish=wished))
    if tried.result:
        messages.success(request, said_of(tried.result))
        return see_other("events:guest", secret)
    context = {"event": link.event, "link": link, "form": form, "invited": invited, "at": now()}
    return render(request, "events/guest_confirmation.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def handover(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a place that a colleague hands on with what the event asks, and take it; taking it again changes nothing."""
    person, link = person_of(request), _link(secret, handed=True)
    mine = queries.standing_of(link.event, person) if link.used_at else None
    if mine is not None:
        return see_other("events:registration", mine.pk)
    reason = rules.why_not_take_over(link, person, now())
    if reason:
        context = {"event": link.event, "reason": reason}
        return render(request, "events/link_gone.html", context, status=HTTPStatus.GONE)
    form = AnswersForm(sent(request), event=link.event)
    tried = attempt(form, lambda: actions.take_over(by=person, link=link, answers=form.answers))
    if tried.result:
        messages.success(request, said_of(_anew(person, tried.result.pk)))
        return see_other("events:registration", tried.result.pk)
    handing = queries.handing_of(link)
    context = {"event": link.event, "link": link, "form": form, "handing": handing}
    return render(request, "events/handover.html", context, status=tried.status)


def _anew(person: Person, number: int) -> Registration:
    """Read what somebody took over: she may have been served meanwhile."""
    return queries.with_event(Registration.objects.visible_to(person)).get(pk=number)


def _link(secret: str, *, handed: bool = False) -> Link:
    link = queries.link_by_secret(secret)
    if link is None or (link.kind == LinkKind.HANDED) != handed:
        raise Http404
    return link
