"""What is on at a site, on the site's own page."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.core.time import now
from fiksummin.events.queries.rows import next_public
from fiksummin.spaces.models import Site


def next_events(_request: HttpRequest, site: object) -> str:
    """Draw the next public events of a site; "" when there are none."""
    at = now()
    events = next_public(at, site.pk) if isinstance(site, Site) else []
    return (
        render_to_string("events/_of_site.html", {"events": events, "site": site, "at": at}) if events else ""
    )
