"""How campaigns, ideas and decisions are shown on the trail."""

from django.db.models import QuerySet

from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Idea, IdeaStep
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, Naming, shown
from fiksummin.ui.addresses import address


def _campaign(row: Campaign) -> Face:
    return Face(row.title, address("ideas:campaign", row.slug))


def _idea(row: Idea) -> Face:
    return Face(row.title, address("ideas:idea", row.pk), row.language, str(IdeaState(row.state).label))


def _decisions(reader: Person | None) -> QuerySet[IdeaStep]:
    seen = Idea.objects.visible_to(reader).values("pk")
    return IdeaStep.objects.filter(idea__in=seen).select_related("idea")


def _decision(row: IdeaStep) -> Face:
    url = address("ideas:idea", row.idea_id)
    return Face(row.idea.title, f"{url}#step-{row.pk}", row.idea.language, str(IdeaState(row.state).label))


shown(NodeKind.CAMPAIGN, Campaign.objects.visible_to, _campaign)
shown(NodeKind.IDEA, Idea.objects.visible_to, _idea, Naming(to_public="name"))
shown(NodeKind.DECISION, _decisions, _decision, Naming(to_public="name"))
