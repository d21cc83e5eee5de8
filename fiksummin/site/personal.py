"""What becomes of personal data in this room, and in Wagtail, which it keeps."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.people.models import Person
from fiksummin.site.models import AccessibilityFeedback, Comment, CommentReport, PostAuthor, PublicPage


def _authored(person: int) -> Rows:
    return list(PostAuthor.objects.filter(person=person).values("post__title", "post__date"))


def _forget_authored(person: int) -> None:
    PostAuthor.objects.filter(person=person).update(person=None)


def _comments(person: int) -> Rows:
    fields = ("post__title", "text", "written_at", "removed_at", "removal_reason")
    return list(Comment.objects.filter(person=person).values(*fields))


def _forget_comments(person: int) -> None:
    Comment.objects.filter(person=person).delete()
    Comment.objects.filter(removed_by=person).update(removed_by=None)


def _reports(person: int) -> Rows:
    rows = CommentReport.objects.filter(person=person)
    return [dict(row) for row in rows.values("comment_id", "reason", "sent_at")]


def _forget_reports(person: int) -> None:
    CommentReport.objects.filter(person=person).delete()
    CommentReport.objects.filter(answered_by=person).update(answered_by=None)


def _feedback(person: int) -> Rows:
    fields = ("page", "text", "email", "sent_at", "due_on", "answered_at", "answer")
    return list(AccessibilityFeedback.objects.filter(_sent_by(person)).values(*fields))


def _forget_feedback(person: int) -> None:
    AccessibilityFeedback.objects.filter(_sent_by(person)).delete()
    AccessibilityFeedback.objects.filter(answered_by=person).update(answered_by=None)


def _sent_by(person: int) -> Q:
    address = Person.objects.filter(pk=person).values_list("email", flat=True).first()
    return Q(person=person) | Q(email=address) if address else Q(person=person)


def _edits(label: str) -> Callable[[int], Rows]:
    def export(person: int) -> Rows:
        return list(_rows(label).filter(user=person).values("action", "timestamp", "label"))

    return export


def _delete(label: str, field: str) -> Callable[[int], None]:
    def erase(person: int) -> None:
        for row in _rows(label).filter(**{field: person}):
            row.delete()

    return erase


def _blank(label: str, field: str, **blank: Any) -> Callable[[int], None]:
    def erase(person: int) -> None:
        _rows(label).filter(**{field: person}).update(**blank or {field: None})

    return erase


def _rows(label: str) -> Any:
    return apps.get_model(label)._default_manager


declare(
    "site.PostAuthor", purpose=_("Your name on the posts you wrote"), export=_authored, erase=_forget_authored
)
declare("site.Comment", purpose=_("Your comments on posts"), export=_comments, erase=_forget_comments)
declare(
    "site.CommentReport",
    purpose=_("The comments you asked the editors to look at"),
    export=_reports,
    erase=_forget_reports,
)
declare(
    "site.AccessibilityFeedback",
    purpose=_("Answering your accessibility feedback"),
    export=_feedback,
    erase=_forget_feedback,
)

_EDITING = _("Keeping the history of what editors changed")
for _label in ("wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry"):
    declare(_label, purpose=_EDITING, export=_edits(_label), erase=None)
declare("wagtailcore.Revision", purpose=_EDITING, export=None, erase=None)
for _label, _field in (
    ("wagtailcore.WorkflowState", "requested_by"),
    ("wagtail_localize.StringTranslation", "last_translated_by"),
    ("wagtail_localize.SegmentOverride", "last_translated_by"),
    ("wagtaildocs.Document", "uploaded_by_user"),
    ("wagtailimages.Image", "uploaded_by_user"),
    ("site.Picture", "uploaded_by_user"),
):
    declare(_label, purpose=_EDITING, export=None, erase=_blank(_label, _field))
declare(
    "wagtailcore.TaskState",
    purpose=_EDITING,
    export=None,
    erase=_blank("wagtailcore.TaskState", "finished_by", finished_by=None, comment=""),
)


def _let_go_of_pages(person: int) -> None:
    pages = _rows("wagtailcore.Page")
    pages.filter(owner=person).update(owner=None)
    pages.filter(locked_by=person).update(locked_by=None, locked=False, locked_at=None)


declare("wagtailcore.Page", purpose=_EDITING, export=None, erase=_let_go_of_pages)

_TOOLS = _("Your settings and open drafts in the editors' tool")
for _label, _field in (
    ("wagtailusers.UserProfile", "user"),
    ("wagtailadmin.EditingSession", "user"),
    ("wagtailadmin.FormState", "user"),
    ("wagtailcore.UploadedFile", "uploaded_by_user"),
    ("wagtailcore.APIToken", "user"),
    ("wagtailcore.Comment", "user"),
    ("wagtailcore.CommentReply", "user"),
    ("wagtailcore.PageSubscription", "user"),
):
    declare(_label, purpose=_TOOLS, export=None, erase=_delete(_label, _field))


def _forget_groups(person: int) -> None:
    for member in Person.objects.filter(pk=person):
        member.groups.clear()
        member.user_permissions.clear()


declare("people.Person_groups", purpose=_TOOLS, export=None, erase=_forget_groups)
declare("people.Person_user_permissions", purpose=_TOOLS, export=None, erase=None)

for (
    _kind
) in PublicPage.__subclasses__():  # each is a row beside the one of wagtailcore.Page, which says it all
    declare(_kind._meta.label, purpose=_EDITING, export=None, erase=None)
