"""What is said of ideas and campaigns."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.ideas.choices import JOINABLE_STATES, IdeaState, PhaseKind
from fiksummin.ideas.models import AuthorInvitation, Comment, CommentReport, Hiding, IdeaStep, Merge
from fiksummin.ideas.queries import author_token, comments_for, hidings_of, reports_by
from fiksummin.ideas.rules import why_not_moderate
from fiksummin.notifications.models import WORD, Word
from fiksummin.notifications.sentences.trail import of_nodes
from fiksummin.notifications.things import found_in, kept_on, offered_on, said, told_by_letter
from fiksummin.people.models import Person
from fiksummin.trail.things import Face


def _steps(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(IdeaStep.objects.filter(pk__in=numbers).values_list("pk", "idea__node"), reader)


def _comments(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Comment.objects.filter(pk__in=numbers).values_list("pk", "idea__node"), reader)


def _merges(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Merge.objects.filter(pk__in=numbers).values_list("pk", "idea__node"), reader)


def _still_asked(numbers: set[int]) -> set[int]:
    rows = Merge.objects.filter(
        pk__in=numbers, agreed_at=None, undone_at=None, idea__state__in=JOINABLE_STATES
    )
    return set(rows.values_list("pk", flat=True))


def _hidings(numbers: set[int], reader: Person) -> dict[int, Face]:
    rows = hidings_of(reader, moderates=not why_not_moderate(reader)).filter(pk__in=numbers)
    return {row.pk: Face(row.comment.idea.title, reverse("ideas:hiding", args=[row.pk])) for row in rows}


def _waiting(numbers: set[int]) -> set[int]:
    return set(Hiding.objects.waiting().filter(pk__in=numbers).values_list("pk", flat=True))


def _reports(numbers: set[int], reader: Person) -> dict[int, Face]:
    rows = reports_by(reader).filter(pk__in=numbers)
    return {
        row.pk: Face(row.comment.idea.title, reverse("ideas:comment_report", args=[row.comment_id]))
        for row in rows
    }


def _reported(numbers: set[int], reader: Person) -> dict[int, Face]:
    if why_not_moderate(reader):
        return {}
    seen = comments_for(reader).exclude(person=reader).values("pk")
    rows = CommentReport.objects.filter(pk__in=numbers, comment__in=seen).select_related("comment__idea")
    return {
        row.pk: Face(row.comment.idea.title, reverse("ideas:reported", args=[row.comment_id])) for row in rows
    }


def _unanswered(numbers: set[int]) -> set[int]:
    return set(CommentReport.objects.waiting().filter(pk__in=numbers).values_list("pk", flat=True))


def _still_said(numbers: set[int]) -> set[int]:
    rows = Comment.objects.filter(pk__in=numbers, taken_back_at=None)
    return set(rows.values_list("pk", flat=True))


def _invitations(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(AuthorInvitation.objects.filter(pk__in=numbers).values_list("pk", "idea__node"), reader)


def _author_offer(row: AuthorInvitation, address: str) -> Face:
    page = reverse("ideas:author_offer", args=[author_token(row, address)])
    return Face(row.idea.title, page, row.idea.language)


kept_on("author_invitation", _invitations)
offered_on(
    "author_offer",
    lambda numbers: AuthorInvitation.objects.filter(pk__in=numbers).select_related("idea"),
    _author_offer,
)
kept_on("hiding", _hidings)
kept_on("report", _reports)
kept_on("reported", _reported)
kept_on("idea_step", _steps)
kept_on("idea_merge", _merges)
kept_on("idea_comment", _comments)

MOVED = {
    IdeaState.OPEN: _("An idea in which you have a part is open again"),
    IdeaState.CONSIDERED: _("An idea in which you have a part is under consideration"),
    IdeaState.ACCEPTED: _("An idea in which you have a part was accepted"),
    IdeaState.TRIED: _("An idea in which you have a part is being tried out"),
    IdeaState.CARRIED_OUT: _("An idea in which you have a part was carried out"),
    IdeaState.DECLINED: _("An idea in which you have a part got its answer: it is not carried out"),
    IdeaState.MERGED: _("An idea in which you have a part was joined to another"),
    IdeaState.WITHDRAWN: _("An idea in which you have a part was withdrawn"),
}
for _state, _words in MOVED.items():
    said(f"idea.moved.{_state}", _words, "idea_step")
said("idea.entrusted", _("Somebody else answers from now on for an idea that had waited"), "idea_step")
said("idea.took_in", _("Another idea was joined to one in which you have a part"), "idea_step")
said(
    "idea.let_go",
    _("An idea that was joined to one in which you have a part stands by itself again"),
    "idea_step",
)
said(
    "idea.merge_asked",
    _("You are asked whether your idea may be joined to another"),
    "idea_merge",
    stands=_still_asked,
)
said(
    "idea.merge_withdrawn",
    _("You are asked no more whether your idea may be joined to another"),
    "idea_merge",
)
said(
    "idea.merge_lapsed",
    _("It is no longer asked whether two ideas may be joined: one of them has gone on meanwhile"),
    "idea_merge",
)
said("idea.merge_refused", _("The authors keep the idea by itself"), "idea_merge")
said("comment.hidden", _("A moderator hid a comment of yours, and says why"), "hiding")
said(
    "comment.appealed", _("Somebody appeals: a comment that she wrote was hidden"), "hiding", stands=_waiting
)
said("comment.reported", _("A comment was reported: look at it"), "reported", stands=_unanswered)
said("comment.report_answered", _("A comment that you reported was looked at"), "report")
said("comment.ruled", _("Your appeal about a comment was answered"), "hiding")
said("comment.restored", _("A comment of yours is read again"), "hiding")
said("author.joined", _("Somebody writes an idea of yours along"), "author_invitation")
said("author.declined", _("Whom you invited to write an idea along does not"), "author_invitation")
said("author.left", _("Somebody left the authors of an idea of yours"), "node")
told_by_letter(r"author-\d+-(\d+)", _("You are invited to write an idea along"), "author_offer")
said("idea.proposed", _("A new idea was proposed"), "node")
said("idea.reworded", _("An idea in which you have a part was reworded"), "node")
said("idea.commented", _("Somebody commented on an idea of yours"), "idea_comment", stands=_still_said)
said("idea.replied", _("Somebody answered your comment"), "idea_comment", stands=_still_said)
said("idea.discussed", _("There is a new comment on an idea"), "idea_comment", stands=_still_said)
PHASES = {
    PhaseKind.COLLECT: _("A campaign that you follow asks for ideas now"),
    PhaseKind.TALK: _("The ideas of a campaign are talked over now"),
    PhaseKind.WEIGH: _("The ideas of a campaign are weighed now"),
    PhaseKind.WEIGH_AGAIN: _("The best third of the ideas of a campaign is weighed again now"),
    PhaseKind.DECIDE: _("The ideas of a campaign have been weighed, and are answered now"),
    PhaseKind.CARRY_OUT: _("What was decided in a campaign is carried out now"),
}
for _kind, _said in PHASES.items():
    said(f"campaign.phase.{_kind}", _said, "node")
said("campaign.entrusted", _("You answer for a campaign from now on, and for its open ideas"), "node")
said("campaign.changed", _("A campaign was changed"), "node")

found_in(
    "word",
    lambda reader: Word.objects.visible_to(reader).select_related("campaign"),
    lambda row: Face(row.campaign.title, reverse("notifications:word", args=[row.pk])),
)
said(WORD, _("Whoever runs a campaign wrote to those who took part"), "word")
