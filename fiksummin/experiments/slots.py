"""What this room draws into pages of rooms below: batons of a campaign, who tries an idea out, what an organisation tries."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.core.time import today
from fiksummin.experiments import queries, rules
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.people.models import Organisation
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.slots import fill

FEW = 10
"""So many are shown on the page of something else."""


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


def trials_of_idea(request: HttpRequest, about: object) -> str:
    """Draw the experiments that try an idea out, and the way to begin one; to members, and to guests their own."""
    reader = reader_of(request)
    if reader is None or not isinstance(about, Idea):
        return ""
    trials = list(queries.trials(about, reader))
    starts = not rules.why_not_start(reader) and about.state not in {IdeaState.MERGED, IdeaState.WITHDRAWN}
    if not trials and not starts:
        return ""
    context = {"idea": about, "trials": trials, "starts": starts, "day": today()}
    return render_to_string("experiments/_idea_trials.html", context, request)


def tried_by_organisation(request: HttpRequest, about: object) -> str:
    """Draw the newest experiments of an organisation with what was learnt, and the way to all of them."""
    if not isinstance(about, Organisation):
        return ""
    found = queries.find_experiments(person_of(request), queries.Finding(organisation=about.pk), today())
    rows = list(found[: FEW + 1])
    if not rows:
        return ""
    context = {"organisation": about, "rows": rows[:FEW], "has_more": len(rows) > FEW, "day": today()}
    return render_to_string("experiments/_of_organisation.html", context, request)


fill("under_campaign", batons_of_campaign)
fill("under_idea", trials_of_idea)
fill("organisation", tried_by_organisation)
