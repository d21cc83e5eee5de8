"""Campaigns and ideas as they are read, and who supports what."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Prefetch, Q

from fiksummin.core.db.questions import Question
from fiksummin.ideas.choices import STANDING_STATES, Weighing
from fiksummin.ideas.models import Campaign, Idea, IdeaStep, Merge, Support
from fiksummin.ideas.models.campaign import CampaignQuerySet
from fiksummin.ideas.models.idea import IdeaQuerySet
from fiksummin.ideas.queries.lines import in_order
from fiksummin.ideas.queries.merging import taken_in_by
from fiksummin.ideas.queries.talk import said_of
from fiksummin.ideas.queries.wishes import Finding
from fiksummin.people.models import Person

_MINE = Question(
    lambda idea, person: (
        Support.objects.filter(idea=idea, person=person, value__gt=0).order_by().values_list("pk")
    )
)


def campaigns_for(reader: Person | None) -> CampaignQuerySet:
    """Give the campaigns that a reader may see, with their phases and how many ideas they have."""
    rows = Campaign.objects.visible_to(reader).select_related("organisation", "owner")
    counted = Count("ideas", filter=Q(ideas__state__in=STANDING_STATES))
    return rows.prefetch_related("phases").annotate(idea_count=counted).order_by("-made_at", "-pk")


def campaign_for(reader: Person | None) -> CampaignQuerySet:
    """Give the campaigns that a reader may see, with what the page of one says."""
    rows = Campaign.objects.visible_to(reader).select_related("organisation", "owner", "picture")
    return rows.prefetch_related("phases")


def campaigns_run_by(person: Person) -> CampaignQuerySet:
    """Give the campaigns that somebody may change."""
    return Campaign.objects.run_by(person).select_related("organisation", "owner").prefetch_related("phases")


def ideas_for(reader: Person | None) -> IdeaQuerySet:
    """Give the ideas that a reader may see, with what a line about one says."""
    rows = Idea.objects.visible_to(reader).select_related("node__owner", "organisation", "campaign")
    return rows.prefetch_related("authors__person")


def board(campaign: Campaign, at: datetime, finding: Finding) -> IdeaQuerySet:
    """Give the ideas of a campaign that stand for themselves, in the order of its page, narrowed by what is looked for."""
    rows = in_order(campaign, is_in_turn=bool(campaign.round_at(at))).filter(**finding.narrows)
    return rows.select_related("node__owner", "organisation").prefetch_related("authors__person")


def whole_idea(reader: Person | None) -> IdeaQuerySet:
    """Give ideas with all that a page about one says."""
    return ideas_for(reader).prefetch_related(
        Prefetch("steps", IdeaStep.objects.select_related("owner")),
        said_of(),
        "campaign__phases",
        taken_in_by(),
        "attachments",
    )


def known_support(idea: Idea, reader: Person | None, at: datetime) -> tuple[bool, int | None]:
    """Say whether a reader supports an idea, and how many do, as far as she may know: None before her own vote.

    Where approvals or grades are given she knows when the weighing is over: else she would vote by what she saw.
    Those of an idea that was joined to another are told as if it were open: they are votes for the other, too.
    """
    mine = reader is not None and bool(_MINE(idea=idea.pk, person=reader.pk))
    known = idea.is_over or idea.campaign.weighing_is_over_at(at)
    known = known or (mine and idea.campaign.weighing == Weighing.SUPPORT)
    return mine, supporters(idea) if known else None


def supporters(idea: Idea) -> int:
    """Count who supports an idea or one that was joined to it: everybody once."""
    return supporters_of([idea])[idea.pk]


def supporters_of(ideas: Iterable[Idea]) -> dict[int, int]:
    """Count the supporters of ideas, each once also over what was joined to them; three queries for any number.

    Of those whose giver is forgotten as many count as are of one round: the others may be theirs, too.
    """
    roots = {idea.pk: idea.pk for idea in ideas}
    level = set(roots)
    while level:
        rows = Merge.objects.filter(into__in=level, agreed_at__isnull=False, undone_at=None)
        pairs = [(one, into) for one, into in rows.values_list("idea", "into") if one not in roots]
        for one, into in pairs:
            roots[one] = roots[into]
        level = {one for one, _into in pairs}
    given: dict[int, set[int]] = {root: set() for root in roots.values()}
    forgotten: dict[int, Counter[int]] = {root: Counter() for root in roots.values()}
    votes = Support.objects.filter(idea__in=roots, value__gt=0)
    for idea, person, number in votes.values_list("idea", "person", "round"):
        if not person:
            forgotten[roots[idea]][number] += 1
        else:
            given[roots[idea]].add(person)
    return {
        idea: len(given[root]) + max(forgotten[root].values(), default=0)
        for idea, root in roots.items()
        if idea == root
    }
