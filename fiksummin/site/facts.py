"""What the public site announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PostPublished(Fact):
    """A post came out for the first time."""

    sentence = _("published a post")
    post: int


@dataclass(frozen=True, kw_only=True)
class CommentWritten(Fact):
    """Somebody commented on a post."""

    sentence = _("commented on a post")
    comment: int
    post: int


@dataclass(frozen=True, kw_only=True)
class CommentReported(Fact):
    """Somebody asked the editors to look at a comment."""

    sentence = _("reported a comment")
    comment: int
    report: int


@dataclass(frozen=True, kw_only=True)
class CommentRemoved(Fact):
    """A comment was taken away, by its writer or by an editor."""

    sentence = _("removed a comment")
    comment: int


@dataclass(frozen=True, kw_only=True)
class CommentPutBack(Fact):
    """A removed comment is visible again."""

    sentence = _("put a comment back")
    comment: int


@dataclass(frozen=True, kw_only=True)
class ReportAnswered(Fact):
    """An editor looked at a reported comment and decided."""

    sentence = _("answered a report")
    report: int


@dataclass(frozen=True, kw_only=True)
class FeedbackSent(Fact):
    """Somebody told us about an accessibility problem; the clock runs."""

    sentence = _("sent accessibility feedback")
    feedback: int


@dataclass(frozen=True, kw_only=True)
class FeedbackAnswered(Fact):
    """Accessibility feedback was answered."""

    sentence = _("answered accessibility feedback")
    feedback: int


@dataclass(frozen=True, kw_only=True)
class PageKept(Fact):
    """A page came out, was changed or was taken back."""

    sentence = _("changed a page")
    page: int


@dataclass(frozen=True, kw_only=True)
class TermKept(Fact):
    """A word of the glossary was added, changed or removed."""

    sentence = _("changed the glossary")
    term: int
