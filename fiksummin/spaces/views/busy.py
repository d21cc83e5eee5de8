"""Calendars elsewhere that tell when a space is taken: entered, looked at, read now, ended."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.time import now
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries
from fiksummin.spaces.forms.busy import BusyFeedForm
from fiksummin.spaces.models import BusyFeed
from fiksummin.spaces.views.access import managed_space
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def busy_feeds(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the calendars that are read for a space, and enter one."""
    person, space = person_of(request), managed_space(request, pk)
    form = BusyFeedForm(sent(request))
    tried = attempt(form, lambda: actions.add_busy_feed(by=person, space=space, **form.cleaned_data).pk)
    if tried.done:
        messages.success(request, _("The calendar is read within a minute."))
        return see_other("spaces:busy_feed", tried.result)
    context = {
        "space": space,
        "site": space.site,
        "form": form,
        "feeds": queries.busy_feeds_of(space, now()),
        "mail_is_taken": bool(settings.MAIL_AUTHSERV_ID),
    }
    return render(request, "spaces/busy_feeds.html", context, status=tried.status)


@require_safe
@login_required
def busy_feed(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how reading a calendar went: when, how much it took, what it could not and why."""
    feed, at = _managed(request, pk), now()
    context = {
        "feed": feed,
        "space": feed.space,
        "site": feed.space.site,
        "took": queries.took_by(feed, at),
        "missed": queries.missed_by(feed, at),
    }
    return render(request, "spaces/busy_feed.html", context)


@require_POST
@login_required
def busy_feed_reading(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a calendar read now."""
    actions.read_busy_feed_soon(by=person_of(request), feed=_managed(request, pk))
    messages.success(request, _("The calendar is read within a minute."))
    return see_other("spaces:busy_feed", pk)


@require_POST
@login_required
def busy_feed_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a calendar no more."""
    feed = _managed(request, pk)
    actions.end_busy_feed(by=person_of(request), feed=feed)
    messages.success(
        request, _("The calendar is not read any more. What it took ahead is free within minutes.")
    )
    return see_other("spaces:busy_feeds", feed.space_id)


def _managed(request: HttpRequest, pk: int) -> BusyFeed:
    return get_object_or_404(queries.managed_busy_feeds(person_of(request)), pk=pk)
