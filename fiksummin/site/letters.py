"""What the site sends by mail, each in the reader's own language."""

from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from fiksummin.core.mail import post
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.site.models import AccessibilityFeedback, Comment, CommentReport
from fiksummin.site.queries import staff
from fiksummin.ui import when


def tell_of_removal(comment: Comment) -> None:
    """Tell the writer that an editor removed her comment, and why."""
    with translation.override(comment.person.language):
        _write(
            comment.person,
            key=f"comment-{comment.pk}-removed-{comment.removed_at:%Y%m%d%H%M%S}",
            subject=_("Your comment was removed"),
            template="comment_removed",
            comment=comment,
            address=_whole(comment.post.get_url() or ""),
        )


def tell_of_report(report: CommentReport) -> None:
    """Tell the editors that a comment was reported."""
    for editor in staff.editors(now()):
        with translation.override(editor.language):
            _write(
                editor,
                key=f"comment-report-{report.pk}-{editor.pk}",
                subject=_("A comment was reported"),
                template="comment_reported",
                report=report,
                address=_whole(reverse("site:reports")),
            )


def acknowledge(feedback: AccessibilityFeedback) -> None:
    """Send the sender the address of her feedback and the day by which we answer."""
    _to_sender(feedback, "received")


def pass_answer_on(feedback: AccessibilityFeedback) -> None:
    """Send the sender the answer."""
    _to_sender(feedback, "answered")


def tell_owners(feedback: AccessibilityFeedback) -> None:
    """Tell the owners and editors that feedback has come."""
    for person in staff.editors(now()):
        _to_keeper(feedback, person, "new")


def remind_owners(feedback: AccessibilityFeedback) -> None:
    """Remind the owners that an answer is due."""
    for person in staff.owners(now()):
        _to_keeper(feedback, person, "due")


def ask_for_review(task: TaskState, asker: Person | None) -> None:
    """Ask the other editors and the owners to read a text before it is published."""
    page = task.workflow_state.content_object
    for person in staff.editors(now()):
        if person != asker:
            with translation.override(person.language):
                _write(
                    person,
                    key=f"review-{task.pk}-{person.pk}",
                    subject=_("A text waits for a second reader"),
                    template="review_asked",
                    title=page.draft_title,
                    address=_whole(reverse("wagtailadmin_pages:edit", args=[page.pk])),
                )


def tell_of_review(state: WorkflowState, reader: Person | None, outcome: str) -> None:
    """Tell the one who asked that the text was ``approved`` or ``rejected``."""
    person, page = state.requested_by, state.content_object
    if person is None or person == reader:
        return
    task = state.current_task_state
    with translation.override(person.language):
        subjects = {"approved": _("Your text was published"), "rejected": _("Your text needs changes")}
        _write(
            person,
            key=f"review-{state.pk}-{outcome}-{task.pk if task else 0}",
            subject=subjects[outcome],
            template=f"review_{outcome}",
            title=page.draft_title,
            comment=task.get_comment() if task else "",
            address=_whole(reverse("wagtailadmin_pages:edit", args=[page.pk])),
        )


def _to_sender(feedback: AccessibilityFeedback, event: str) -> None:
    if not feedback.email:
        return
    with translation.override(feedback.language):
        subjects = {
            "received": _("We have received your accessibility feedback"),
            "answered": _("An answer to your accessibility feedback"),
        }
        post(
            to=feedback.email,
            person=feedback.person_id,
            key=f"accessibility-{feedback.pk}-{event}",
            subject=subjects[event],
            text=_text(
                f"feedback_{event}", feedback=feedback, address=_page_of(feedback), due=_due(feedback)
            ),
        )


def _to_keeper(feedback: AccessibilityFeedback, person: Person, event: str) -> None:
    with translation.override(person.language):
        subjects = {
            "new": _("Accessibility feedback has come"),
            "due": _("Accessibility feedback waits for an answer"),
        }
        _write(
            person,
            key=f"accessibility-{feedback.pk}-{event}-{person.pk}",
            subject=subjects[event],
            template="feedback_waits",
            feedback=feedback,
            due=_due(feedback),
            address=_whole(reverse("site:feedback", args=[feedback.pk])),
        )


def _write(person: Person, *, key: str, subject: str, template: str, **words: Any) -> None:
    if person.email:
        post(
            to=person.email,
            person=person.pk,
            key=key,
            subject=subject,
            text=_text(template, person=person, **words),
        )


def _due(feedback: AccessibilityFeedback) -> str:
    """Say the last day with its year: a letter is read on any day."""
    return when.day(feedback.due_on, language=translation.get_language() or "fi", today=date.min)


def _text(template: str, **words: Any) -> str:
    return render_to_string(f"site/mail/{template}.txt", words)


def _page_of(feedback: AccessibilityFeedback) -> str:
    return _whole(reverse("site:feedback_mine", args=[feedback.token]))


def _whole(address: str) -> str:
    return f"{settings.BASE_URL}{address}" if address.startswith("/") else address
