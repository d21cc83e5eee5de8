"""Follow an event without taking part: one hears what came of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fiksummin.events import actions
from fiksummin.events.views.access import seen_event
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import see_other


@require_POST
@login_required
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Want to hear when the takeaways are out; wanting it again changes nothing."""
    event = seen_event(request, pk)
    actions.follow_event(by=person_of(request), event=event)
    messages.success(request, _("You follow the event. You hear when its takeaways are out."))
    return see_other("events:event", event.pk)


@require_POST
@login_required
def follow_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow an event no more; doing it again changes nothing."""
    event = seen_event(request, pk)
    actions.unfollow_event(by=person_of(request), event=event)
    messages.success(request, _("You do not follow the event any more."))
    return see_other("events:event", event.pk)
