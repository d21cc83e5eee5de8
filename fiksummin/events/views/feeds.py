"""Events for calendars and news readers: the same query as the list of events, of what is public."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fiksummin.core import again, syndication
from fiksummin.core.calendars import FEED_TYPE, feed_of
from fiksummin.core.time import now
from fiksummin.events import calendar
from fiksummin.events.forms.finding import FindingForm
from fiksummin.events.models import Event
from fiksummin.events.queries import around, feeds
from fiksummin.events.queries.words import place_words
from fiksummin.people.queries import reader_of
from fiksummin.ui import when
from fiksummin.ui.forms import asking

FILE, RSS, ATOM = "events:calendar_file", "events:rss", "events:atom"


@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:
    """Give the public events as a calendar that is read again and again; those cancelled say so."""
    form, at = _public_form(request), now()
    entries = [calendar.public_entry(event) for event in feeds.public_calendar(form.finding, at)]
    body = feed_of(_title(form), entries)
    return again.answer(request, body, FEED_TYPE, changed_at=feeds.changed_at(at))


@require_safe
def news(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the public events to come as RSS or Atom, the latest published first."""
    form, at = _public_form(request), now()
    items = [_item(event) for event in feeds.public_news(form.finding, at)]
    return syndication.answer(
        request,
        kind,
        items,
        title=_title(form),
        description=_("What is on at the lab, at its sites and online. Taking part costs nothing."),
        link=reverse("events:event_list") + asking(form.chosen),
        changed_at=feeds.changed_at(at),
    )


@require_safe
def feed_list(request: HttpRequest) -> HttpResponse:
    """Show the addresses for calendars and news readers: of everything, of a kind, of a theme, of a site, and one's own."""
    offered = around.choices_for(None, now())
    groups = [
        (_("By kind"), [_addresses(request, name, {"kind": slug}) for slug, name in offered.kinds]),
        (_("By theme"), [_addresses(request, name, {"theme": slug}) for slug, name in offered.themes]),
        (_("By site"), [_addresses(request, name, {"site": slug}) for slug, name in offered.sites]),
    ]
    context = {"every": _addresses(request, _("All public events"), {}), "groups": groups}
    return render(request, "events/feeds.html", context | {"signed_in": reader_of(request) is not None})


def _addresses(request: HttpRequest, name: str, asked: dict[str, str]) -> dict[str, str]:
    query = asking(asked)
    file = request.build_absolute_uri(reverse(FILE) + query)
    return {"name": name, "file": file, "rss": reverse(RSS) + query, "atom": reverse(ATOM) + query}


def _public_form(request: HttpRequest) -> FindingForm:
    """Read what is asked for; what the public does not know of is not there. Raises Http404."""
    form = FindingForm(request.GET, offered=around.choices_for(None, now()))
    if not form.is_valid():
        raise Http404
    return form


def _title(form: FindingForm) -> str:
    said = [form.said(name) for name in ("kind", "theme", "site") if form.cleaned_data[name]]
    return ": ".join([_("Fiksummin: events"), *said])


def _item(event: Event) -> dict[str, Any]:
    link = calendar.address_of_event(event)
    time = when.spell(event.starts_at, event.ends_at, zone=event.zone, language=get_language() or "fi")
    lines = [when.capital(time), place_words(event), event.said_summary.words]
    if event.cancelled_at:
        lines.insert(0, _("The event is cancelled."))
    return {
        "title": event.heading,
        "link": link,
        "unique_id": link,
        "description": ". ".join(line for line in lines if line),
        "pubdate": event.published_at,
        "updateddate": calendar.event_entry(event).stamp,
        "categories": [str(event.kind.name), *(tag.word for tag in event.tags.all())],
    }
