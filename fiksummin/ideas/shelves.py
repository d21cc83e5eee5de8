"""How campaigns, ideas and decisions are shown on the trail."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from fiksummin.core.db.questions import Question, evened
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Comment, Hiding, Idea, IdeaStep
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind, Part
from fiksummin.trail.things import Face, Naming, shown
from fiksummin.ui.addresses import address


def _campaign(row: Campaign) -> Face:
    return Face(row.title, address("ideas:campaign", row.slug))


def _idea(row: Idea) -> Face:
    state = str(IdeaState(row.state).label)
    if row.is_entrusted:  # type: ignore[attr-defined]  # told by ``_ideas``
        state = _("%(state)s, entrusted to somebody else") % {"state": state}
    return Face(row.title, address("ideas:idea", row.pk), row.language, state)


def _ideas(reader: Person | None) -> QuerySet[Idea]:
    """Give ideas, each with whether its last step had somebody else answer for it."""
    last = IdeaStep.objects.filter(idea=OuterRef("pk")).order_by("-at", "-pk").values("is_entrusting")
    return Idea.objects.visible_to(reader).annotate(is_entrusted=Subquery(last[:1]))


def _decisions(reader: Person | None) -> QuerySet[IdeaStep]:
    seen = Idea.objects.visible_to(reader).values("pk")
    return IdeaStep.objects.filter(idea__in=seen).select_related("idea")


def _decision(row: IdeaStep) -> Face:
    url = address("ideas:idea", row.idea_id)
    return Face(row.idea.title, f"{url}#step-{row.pk}", row.idea.language, str(IdeaState(row.state).label))


_READ = Comment.objects.filter(~Exists(Hiding.objects.standing().filter(comment=OuterRef("pk"))))
_UNREAD = Question(
    lambda nodes: (
        Hiding.objects.standing()
        .exclude(Exists(_READ.filter(idea=OuterRef("comment__idea"), person=OuterRef("author"))))
        .filter(comment__idea__node__in=nodes, author__isnull=False)
        .values_list("comment__idea__node", "author")
    )
)


def _unread(nodes: Sequence[int], reader: Person | None) -> set[tuple[int, int]]:
    """Say nothing of who commented when all that she said is hidden, as the page of the idea does not; she reads her own name."""
    return {
        (node, person)
        for node, person in _UNREAD(nodes=evened(nodes))
        if reader is None or person != reader.pk
    }


shown(NodeKind.CAMPAIGN, Campaign.objects.visible_to, _campaign)
shown(NodeKind.IDEA, _ideas, _idea, Naming(to_public="name", silent={Part.COMMENTED: _unread}))
shown(NodeKind.DECISION, _decisions, _decision, Naming(to_public="name"))
