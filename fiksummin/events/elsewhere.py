"""What is on at a site, in a community or by an organisation, on its own page."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.circles.models import Circle
from fiksummin.circles.queries import standing_of
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.queries import themes
from fiksummin.events.queries.losing import losing_in, lost_by
from fiksummin.events.queries.rows import FEW, next_public
from fiksummin.people.models import Organisation
from fiksummin.people.queries import person_of
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import Shut, ToShut

MOST = 10
"""So many of each are shown on the page of an organisation."""


def next_events(_request: HttpRequest, site: object) -> str:
    """Draw the next public events of a site; "" when there are none."""
    at = now()
    events = next_public(at, site.pk) if isinstance(site, Site) else []
    return (
        render_to_string("events/_of_site.html", {"events": events, "site": site, "at": at}) if events else ""
    )


def events_to_lose(_request: HttpRequest, about: object) -> str:
    """Tell which events a closure takes the place from, before it does; "" when there are none."""
    events = losing_in(about, now()) if isinstance(about, ToShut) else []
    return render_to_string("events/_to_lose.html", {"events": events}) if events else ""


def events_lost(request: HttpRequest, about: object) -> str:
    """Tell which events lost their place to what is shut, with the ways to hold them all the same; "" when there are none."""
    person, at = person_of(request), now()
    lost = lost_by(about.closures, person, at) if isinstance(about, Shut) else []
    rows = [
        (closure, [(event, not rules.why_not_hold_online(event, person, at)) for event in events])
        for closure, events in lost
    ]
    return render_to_string("events/_lost.html", {"rows": rows}) if rows else ""


def circle_events(request: HttpRequest, circle: object) -> str:
    """Draw the next events of a community that the reader sees, and, for its members, the way to plan one."""
    if not isinstance(circle, Circle):
        return ""
    person, at = person_of(request), now()
    belongs = circle.ended_at is None and standing_of(circle, person) is not None
    context = {
        "circle": circle, "at": at, "events": themes.ahead_in(person, at, audience_circle=circle)[:FEW],
        "plans": belongs and not rules.why_not_plan(person),
    }  # fmt: skip
    return render_to_string("events/_of_circle.html", context)


def events_of_organisation(request: HttpRequest, about: object) -> str:
    """Draw the next events that people of an organisation arrange or for which the lab comes there, and the latest; "" for none."""
    if not isinstance(about, Organisation):
        return ""
    person, at = person_of(request), now()
    given = themes.given_by(about)
    ahead = list(themes.ahead_in(person, at, pk__in=given)[:MOST])
    behind = list(themes.behind_in(person, at, pk__in=given, cancelled_at=None)[:MOST])
    if not ahead and not behind:
        return ""
    return render_to_string("events/_of_organisation.html", {"ahead": ahead, "behind": behind, "at": at})
