"""What this room draws into pages of rooms below: the batons of a campaign, and how they spread."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.core.time import today
from fiksummin.experiments import queries, rules
from fiksummin.ideas.models import Campaign
from fiksummin.people.queries import reader_of
from fiksummin.ui.slots import fill


def batons_of_campaign(request: HttpRequest, about: object) -> str:
    """Draw how many batons a campaign threw, where they have been, and the pass-on number with its interval."""
    if not isinstance(about, Campaign):
        return ""
    reader, thrown = reader_of(request), queries.thrown(about)
    throws = reader is not None and not rules.why_not_throw_many(about, reader, 1)
    if not thrown.batons and not throws:
        return ""
    spread = queries.pass_on_number(about, today()) if thrown.batons else None
    context = {"campaign": about, "thrown": thrown, "spread": spread, "throws": throws}
    return render_to_string("experiments/_campaign_batons.html", context, request)


fill("under_campaign", batons_of_campaign)
