"""Calendars that read one's bookings, a space's or a site's, by a secret address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core import again
from fiksummin.core.time import now, today
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, calendar, limits, queries
from fiksummin.spaces.forms.feeds import FeedForm
from fiksummin.spaces.models import Feed
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def feeds(request: HttpRequest) -> HttpResponse:
    """Show one's calendar addresses and make one; its secret is shown on this answer only."""
    person = person_of(request)
    form = FeedForm(sent(request), by=person, initial=request.GET.dict())
    tried = attempt(form, lambda: actions.make_feed(by=person, **form.cleaned_data))
    if tried.result:
        feed, secret = tried.result
        address = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
        return render(request, "spaces/feed_made.html", {"feed": feed, "address": address}, status=201)
    context = {"form": form, "feeds": queries.feeds_of(person)}
    return render(request, "spaces/feeds.html", context, status=tried.status)


@require_POST
@login_required
def feed_revocation(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one of one's addresses worthless."""
    person = person_of(request)
    actions.revoke_feed(by=person, feed=get_object_or_404(Feed, pk=pk, person=person))
    messages.success(request, _("The calendar address no longer opens anything."))
    return see_other("spaces:feeds")


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar that knows the secret; others find nothing, and not for long."""
    at = now()
    found = queries.feed_by(secret, at)
    if found is None:
        limits.count_wrong_secret(request)
        raise Http404
    actions.note_feed_used(feed=found, day=today(at=at))
    body, changed_at = calendar.feed_file(found, at)
    answer = again.answer(
        request, body, calendar.FEED_TYPE, changed_at=changed_at, is_private=True, by_time=False
    )
    answer["Referrer-Policy"] = "no-referrer"
    return answer
