"""What the site does when something has happened."""

from fiksummin.core.facts import later, on
from fiksummin.people.facts import RoleEnded, RoleGranted
from fiksummin.people.models import Person
from fiksummin.site import actions, letters
from fiksummin.site.facts import CommentRemoved, CommentReported, FeedbackAnswered, FeedbackSent
from fiksummin.site.models import AccessibilityFeedback, Comment, CommentReport


@on(RoleGranted)
def open_the_editors_door(fact: RoleGranted) -> None:
    """An editor or an owner may edit from now on."""
    actions.let_edit(person=Person.objects.get(pk=fact.person))


@on(RoleEnded)
def shut_the_editors_door(fact: RoleEnded) -> None:
    """Somebody whose role ended no longer edits."""
    actions.let_edit(person=Person.objects.get(pk=fact.person))


@later(CommentRemoved)
def tell_the_writer(fact: CommentRemoved) -> None:
    """The writer of a comment hears that an editor removed it, and why."""
    comment = Comment.objects.select_related("person", "post").filter(pk=fact.comment).first()
    if comment and comment.removed_by_id not in {None, comment.person_id}:
        letters.tell_of_removal(comment)


@later(CommentReported)
def tell_the_editors(fact: CommentReported) -> None:
    """The editors hear that somebody wants them to look at a comment."""
    report = CommentReport.objects.select_related("comment__post").filter(pk=fact.report).first()
    if report and report.answered_at is None:
        letters.tell_of_report(report)


@later(FeedbackSent)
def acknowledge_feedback(fact: FeedbackSent) -> None:
    """The sender of accessibility feedback gets its address and the day of the answer; the owners a word."""
    feedback = AccessibilityFeedback.objects.filter(pk=fact.feedback).first()
    if feedback:
        letters.acknowledge(feedback)
        letters.tell_owners(feedback)


@later(FeedbackAnswered)
def pass_answer_on(fact: FeedbackAnswered) -> None:
    """The sender gets the answer."""
    feedback = AccessibilityFeedback.objects.filter(pk=fact.feedback).first()
    if feedback:
        letters.pass_answer_on(feedback)
