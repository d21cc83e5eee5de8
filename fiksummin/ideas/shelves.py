"""How campaigns, ideas and decisions are shown on the trail."""

from django.db.models import QuerySet
from django.urls import reverse

from fiksummin.ideas.models import Campaign, Idea, IdeaStep
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, shown


def _campaign(row: Campaign) -> Face:
    return Face(row.title, reverse("ideas:campaign", args=[row.slug]))


def _idea(row: Idea) -> Face:
    return Face(row.title, reverse("ideas:idea", args=[row.pk]), row.language, row.get_state_display())


def _decisions(reader: Person | None) -> QuerySet[IdeaStep]:
    seen = Idea.objects.visible_to(reader).values("pk")
    return IdeaStep.objects.filter(idea__in=seen).select_related("idea")


def _decision(row: IdeaStep) -> Face:
    url = reverse("ideas:idea", args=[row.idea_id])
    return Face(row.idea.title, f"{url}#step-{row.pk}", row.idea.language, row.get_state_display())


shown(NodeKind.CAMPAIGN, Campaign.objects.visible_to, _campaign)
shown(NodeKind.IDEA, Idea.objects.visible_to, _idea)
shown(NodeKind.DECISION, _decisions, _decision)
