"""Reports of comments: one's own, what waits for moderators, and how many there were."""

from typing import Final

from django.db.models import Count, F, Func, IntegerField, Min, Q, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.ideas.models import Campaign, Comment, CommentReport, Idea
from fiksummin.ideas.models.reporting import CommentReportQuerySet
from fiksummin.people.models import Person

STEP: Final = 5
"""How many were reported is told in whole fives: so nobody sees by the number that a comment was reported today."""
_REPORTED = Question(
    lambda campaign: (
        CommentReport.objects.order_by()
        .annotate(where=F("comment__idea__campaign") + 0)
        .filter(where=campaign)
        .values_list(Func(template="COUNT(*)", output_field=IntegerField()), flat=True)
    )
)
"""Asked from the side of the reports, which are few (see ``talk``)."""


def reported(campaign: Campaign) -> int:
    """Say how many reports of comments there were in a campaign at least, in whole fives; one query."""
    return int(_REPORTED(campaign=campaign.pk)[0]) // STEP * STEP


def reports_by(person: Person) -> CommentReportQuerySet:
    """Give what somebody reported herself, the newest first: nobody else reads that it was she."""
    rows = CommentReport.objects.filter(person=person).select_related("comment__idea")
    return rows.order_by("-at", "-pk")


def reported_comments(person: Person) -> QuerySet[Comment]:
    """Give the comments whose reports wait, of ideas that a moderator may see; not her own: another looks at those."""
    seen = Idea.objects.visible_to(person).values("pk")
    waiting = Q(reports__answered_at=None, reports__isnull=False)
    rows = Comment.objects.filter(idea__in=seen).exclude(person=person).select_related("idea")
    counted = rows.annotate(
        waiting=Count("reports", filter=waiting), since=Min("reports__at", filter=waiting)
    )
    return counted.filter(waiting__gt=0).order_by("since", "pk")


def reports_of(comment: Comment) -> CommentReportQuerySet:
    """Give the reports of a comment, the first first; who made them is not for those who read this."""
    return CommentReport.objects.filter(comment=comment).order_by("at", "pk")
