"""What becomes of what somebody leaves with ideas."""

from django.utils.translation import gettext_lazy as _

from fiksummin.core.attachments import forget
from fiksummin.core.personal import Rows, declare
from fiksummin.ideas import actions
from fiksummin.ideas.models import (
    Attachment,
    Author,
    AuthorInvitation,
    Comment,
    CommentReport,
    Hiding,
    IdeaStep,
    Merge,
    Support,
)
from fiksummin.people.models import Person


def _ideas(person: int) -> Rows:
    rows = Author.objects.filter(person=person)
    return [dict(row) for row in rows.values("idea__title", "idea__text", "idea__state", "idea__made_at")]


def _forget_authors(person: int) -> None:
    Author.objects.filter(person=person).update(person=None)


def _invitations(person: int) -> Rows:
    rows = AuthorInvitation.objects.filter(person=person)
    return [dict(row) for row in rows.values("idea__title", "invited_at", "accepted_at", "declined_at")]


def _forget_invitations(person: int) -> None:
    AuthorInvitation.objects.filter(person=person).update(person=None)
    AuthorInvitation.objects.filter(invited_by=person).update(invited_by=None)


def _supports(person: int) -> Rows:
    return [dict(row) for row in Support.objects.filter(person=person).values("idea__title", "value", "at")]


def _forget_supports(person: int) -> None:
    Support.objects.filter(person=person).update(person=None)


def _comments(person: int) -> Rows:
    return [dict(row) for row in Comment.objects.filter(person=person).values("idea__title", "text", "at")]


def _forget_comments(person: int) -> None:
    Comment.objects.filter(person=person).update(person=None)


def _hidings(person: int) -> Rows:
    rows = Hiding.objects.filter(author=person)
    return [
        dict(row) for row in rows.values("comment__text", "reason", "at", "appeal", "ruling", "restored_at")
    ]


def _forget_hidings(person: int) -> None:
    for name in ("author", "by", "ruled_by"):
        Hiding.objects.filter(**{name: person}).update(**{name: None})


def _reports(person: int) -> Rows:
    rows = CommentReport.objects.filter(person=person)
    return [dict(row) for row in rows.values("comment__idea__title", "reason", "at", "answer", "answered_at")]


def _forget_reports(person: int) -> None:
    for name in ("person", "answered_by"):
        CommentReport.objects.filter(**{name: person}).update(**{name: None})


def _attachments(person: int) -> Rows:
    rows = Attachment.objects.filter(person=person)
    return [dict(row) for row in rows.values("idea__title", "kind", "words", "at")]


def _forget_attachments(person: int) -> None:
    forget(Attachment.objects.filter(person=person))


def _forget_steps(person: int) -> None:
    for name in ("by", "owner"):
        IdeaStep.objects.filter(**{name: person}).update(**{name: None})


def _forget_merges(person: int) -> None:
    Merge.objects.filter(asked_by=person).update(asked_by=None)
    Merge.objects.filter(answered_by=person).update(answered_by=None)


def _forget_campaigns(person: int) -> None:
    actions.hand_over_campaigns(person=Person.objects.get_queryset().get(pk=person))


declare(
    "ideas.Author", purpose=_("Who wrote an idea; without your name when you leave"),
    export=_ideas, erase=_forget_authors,
)  # fmt: skip
declare(
    "ideas.AuthorInvitation", purpose=_("Invitations to write an idea along, and your answers to them"),
    export=_invitations, erase=_forget_invitations,
)  # fmt: skip
declare(
    "ideas.Support", purpose=_("Counting who supports an idea; without your name when you leave"),
    export=_supports, erase=_forget_supports,
)  # fmt: skip
declare(
    "ideas.Comment", purpose=_("Talking ideas over; without your name when you leave"),
    export=_comments, erase=_forget_comments,
)  # fmt: skip
declare(
    "ideas.Attachment", purpose=_("What you attached to an idea; it goes when you leave"),
    export=_attachments, erase=_forget_attachments,
)  # fmt: skip
declare(
    "ideas.Hiding", purpose=_("Why a comment was hidden, and who decided; without your name when you leave"),
    export=_hidings, erase=_forget_hidings,
)  # fmt: skip
declare(
    "ideas.CommentReport", purpose=_("Comments that you reported, and who answered; without your name when you leave"),
    export=_reports, erase=_forget_reports,
)  # fmt: skip
declare("ideas.IdeaStep", purpose=_("Who answered an idea, and who was to"), export=None, erase=_forget_steps)
declare(
    "ideas.Merge",
    purpose=_("Who asked to join two ideas, and who answered"),
    export=None,
    erase=_forget_merges,
)
declare(
    "ideas.Campaign",
    purpose=_("Who looks after a campaign; when you leave, an owner of the lab does"),
    export=None,
    erase=_forget_campaigns,
)
