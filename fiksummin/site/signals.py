"""What the site hears from Wagtail."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    page_unpublished,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from fiksummin.core.facts import announce
from fiksummin.site import letters, mirrors
from fiksummin.site.facts import PostPublished
from fiksummin.site.models import BlogPost, PublicPage, ServiceBreak, Term
from fiksummin.site.queries import chrome, words


def listen() -> None:
    """Hear what Wagtail does; its own mails are not sent, because ours go through the outbox."""
    page_published.connect(_published, dispatch_uid="site-published")
    page_unpublished.connect(_forget_links, dispatch_uid="site-unpublished")
    for signal in (post_save, post_delete):
        signal.connect(_forget_links, sender=ServiceBreak, dispatch_uid="site-break")
        signal.connect(_forget_words, sender=Term, dispatch_uid="site-term")
    for kind in PublicPage.__subclasses__():
        pre_delete.connect(mirrors.take_along, sender=kind, dispatch_uid=f"site-{kind.__name__}")
        post_save.connect(mirrors.let_go, sender=kind, dispatch_uid=f"site-{kind.__name__}-own")
    post_save.connect(mirrors.let_go, sender=Page, dispatch_uid="site-page-own")
    _take_over_mail()


def _take_over_mail() -> None:
    """Hear under the names that Wagtail's own mailers would take: theirs then find the place taken."""
    task_submitted.connect(
        _review_asked, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
    )
    for signal, event, hear in (
        (workflow_submitted, "submitted", _nobody_else_is_told),
        (workflow_rejected, "rejected", _review_rejected),
        (workflow_approved, "approved", _review_approved),
    ):
        signal.connect(hear, sender=WorkflowState, dispatch_uid=f"workflow_state_{event}_email_notification")


def _published(sender: type[Page], instance: Page, **signal: Any) -> None:
    _forget_links()
    is_first = instance.first_published_at == instance.last_published_at
    if isinstance(instance, BlogPost) and is_first and not signal.get("alias"):
        revision = signal.get("revision")
        with transaction.atomic():
            announce(PostPublished(by=getattr(revision, "user_id", None), post=instance.pk))


def _forget_links(*_senders: Any, **_signal: Any) -> None:
    chrome.forget()
    words.forget()


def _forget_words(*_senders: Any, **_signal: Any) -> None:
    words.forget()


def _review_asked(sender: Any, instance: TaskState, user: Any, **_signal: Any) -> None:
    letters.ask_for_review(instance, user)


def _review_approved(sender: Any, instance: WorkflowState, user: Any, **_signal: Any) -> None:
    letters.tell_of_review(instance, user, "approved")


def _review_rejected(sender: Any, instance: WorkflowState, user: Any, **_signal: Any) -> None:
    letters.tell_of_review(instance, user, "rejected")


def _nobody_else_is_told(*_senders: Any, **_signal: Any) -> None:
    """Those who read are told by ``_review_asked``; there are no superusers to tell."""
