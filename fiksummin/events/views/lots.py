"""The file from which anybody counts the lots of an event again."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.events import queries, rules
from fiksummin.events.models import Event
from fiksummin.events.views.access import leads_in, seen_event
from fiksummin.events.views.holders import Holder, of_holder


@require_safe
@leads_in
def lots(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the file to everybody who sees the event."""
    return _file(seen_event(request, pk))


@require_safe
@of_holder
def guest_lots(_request: HttpRequest, holder: Holder) -> HttpResponse:
    """Give the file to a guest, who may not see the event but by her link."""
    return _file(holder.registration.event)


def _file(event: Event) -> HttpResponse:
    refuse_if(rules.why_not_recount_lots(event))
    file = queries.recount_of(event)
    if file is None:
        raise Http404
    answer = JsonResponse(file, json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="lots-{event.pk}.json"'
    return answer
