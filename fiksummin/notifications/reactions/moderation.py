"""Who hears of moderation: the author of a comment, and those who may answer her appeal."""

from fiksummin.core.facts import later
from fiksummin.core.time import today
from fiksummin.ideas.facts import (
    CommentHidden,
    CommentReported,
    CommentRestored,
    HidingAppealed,
    HidingRuled,
    ReportAnswered,
)
from fiksummin.ideas.models import CommentReport, Hiding, Idea
from fiksummin.ideas.rules.moderation import MODERATORS
from fiksummin.notifications import queries
from fiksummin.notifications.actions import tell
from fiksummin.people.queries import standing_roles


@later(CommentHidden)
def tell_author(fact: CommentHidden) -> None:
    """The author of a comment hears that it was hidden, and reads why."""
    _tell(fact.hiding, "comment.hidden", fact.by)


@later(CommentRestored)
def tell_restored(fact: CommentRestored) -> None:
    """The author of a comment hears that it is read again."""
    _tell(fact.hiding, "comment.restored", fact.by)


@later(HidingRuled)
def tell_ruling(fact: HidingRuled) -> None:
    """The author of a comment hears that her appeal was answered."""
    _tell(fact.hiding, "comment.ruled", fact.by)


@later(HidingAppealed)
def ask_moderators(fact: HidingAppealed) -> None:
    """Those who moderate hear of an appeal, but who hid the comment or wrote it."""
    hiding = Hiding.objects.select_related("comment__idea__node").filter(pk=fact.hiding).first()
    if hiding is None:
        return
    about = _moderators(hiding.comment.idea, but={hiding.by_id, hiding.author_id})
    tell(
        key=f"hiding-{hiding.pk}-appealed", what="comment.appealed", thing=hiding.pk, about=about, but=fact.by
    )


@later(CommentReported)
def show_moderators(fact: CommentReported) -> None:
    """Those who moderate hear once that a comment was reported, however many do until it is answered; its author not."""
    report = CommentReport.objects.filter(pk=fact.report).select_related("comment__idea__node").first()
    first = (
        CommentReport.objects.waiting().filter(comment=report.comment).order_by("pk").first()
        if report
        else None
    )
    if first and report:
        about = _moderators(report.comment.idea, but={first.person_id, report.comment.person_id})
        tell(key=f"report-{first.pk}-waits", what="comment.reported", thing=first.pk, about=about, but=None)


@later(ReportAnswered)
def tell_reporter(fact: ReportAnswered) -> None:
    """Whoever reported a comment hears what came of it."""
    report = CommentReport.objects.filter(pk=fact.report).first()
    if report and report.person_id:
        key, what = f"report-{report.pk}-answered", "comment.report_answered"
        tell(key=key, what=what, thing=report.pk, about=[report.person_id], but=fact.by)


def _moderators(idea: Idea, but: set[int | None]) -> set[int]:
    """Give those who moderate and may see an idea."""
    roles = standing_roles(today()).filter(kind__in=MODERATORS, starts_on__lte=today())
    return queries.who_see(idea.node, set(roles.values_list("person", flat=True)) - but)


def _tell(number: int, what: str, by: int | None) -> None:
    hiding = Hiding.objects.filter(pk=number).first()
    if hiding and hiding.author_id:
        key = f"hiding-{hiding.pk}-{what}"
        tell(key=key, what=what, thing=hiding.pk, about=[hiding.author_id], but=by)
