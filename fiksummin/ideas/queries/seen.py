"""A campaign or an idea as its page is asked for, in questions worded once (``core/db/questions.py``)."""

from fiksummin.core.db.questions import Belongings
from fiksummin.core.time import today
from fiksummin.ideas.models import Attachment, Author, Campaign, Comment, Hiding, Idea, IdeaStep, Merge, Phase
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion

_CAMPAIGN = ReadersQuestion(
    lambda reader, slug: (
        Campaign.objects.visible_to(reader)
        .filter(slug=slug)
        .select_related("organisation", "owner", "picture")
    )
)
_IDEA = ReadersQuestion(
    lambda reader, pk: (
        Idea.objects.visible_to(reader)
        .filter(pk=pk)
        .select_related("node__owner", "organisation", "campaign__owner")
    )
)
_PHASES = Belongings(
    "phases",
    "campaign_id",
    lambda owners: Phase.objects.filter(campaign__in=owners).order_by("starts_at", "pk"),
)
_AUTHORS = Belongings(
    "authors",
    "idea_id",
    lambda owners: Author.objects.filter(idea__in=owners).select_related("person__organisation"),
)
_STEPS = Belongings(
    "steps", "idea_id", lambda owners: IdeaStep.objects.filter(idea__in=owners).select_related("by", "owner")
)
_COMMENTS = Belongings(
    "comments",
    "idea_id",
    lambda owners: Comment.objects.filter(idea__in=owners).select_related("person").order_by("at", "pk"),
)
_HIDINGS = Belongings(
    "hidings", "comment_id", lambda owners: Hiding.objects.standing().filter(comment__in=owners)
)
_TOOK_IN = Belongings(
    "took_in",
    "into_id",
    lambda owners: Merge.objects.filter(
        into__in=owners, agreed_at__isnull=False, undone_at=None
    ).select_related("idea"),
)
_ATTACHMENTS = Belongings("attachments", "idea_id", lambda owners: Attachment.objects.filter(idea__in=owners))


def seen_campaign(reader: Person | None, slug: str) -> Campaign | None:
    """Give a campaign that a reader may see, with what its page says; None when there is none. Two queries."""
    found = _CAMPAIGN(reader, today(), slug=slug)
    _PHASES.bring(found)
    return found[0] if found else None


def seen_idea(reader: Person | None, pk: int) -> Idea | None:
    """Give an idea that a reader may see, with all that its page says; None when there is none. At most eight queries."""
    found = _IDEA(reader, today(), pk=pk)
    for idea in found:
        _PHASES.bring([idea.campaign])
    for rows in (_AUTHORS, _STEPS, _COMMENTS, _TOOK_IN, _ATTACHMENTS):
        rows.bring(found)
    for idea in found:
        _HIDINGS.bring(idea.comments.all())
    return found[0] if found else None
