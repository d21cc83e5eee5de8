"""What the room of ideas announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CampaignLaunched(Fact):
    """Somebody asked a question."""

    sentence = _("asked for ideas")
    campaign: int


@dataclass(frozen=True, kw_only=True)
class CampaignChanged(Fact):
    """The words or the dates of a campaign are otherwise."""

    sentence = _("changed a campaign")
    campaign: int


@dataclass(frozen=True, kw_only=True)
class CampaignLookChanged(Fact):
    """The colour or the picture of a campaign is another; nobody is told of it."""

    sentence = _("changed the look of a campaign")
    campaign: int


@dataclass(frozen=True, kw_only=True)
class CampaignEntrusted(Fact):
    """Somebody else answers for a campaign, and for what is open of it that was its former owner's to answer."""

    sentence = _("gave a campaign to another owner")
    campaign: int


@dataclass(frozen=True, kw_only=True)
class PhaseBegan(Fact):
    """A phase of a campaign has begun."""

    sentence = _("the next phase of a campaign began")
    begun: int


@dataclass(frozen=True, kw_only=True)
class IdeaProposed(Fact):
    """Somebody wrote an idea down."""

    sentence = _("proposed an idea")
    idea: int


@dataclass(frozen=True, kw_only=True)
class IdeaReworded(Fact):
    """Its authors said it otherwise."""

    sentence = _("reworded an idea")
    idea: int


@dataclass(frozen=True, kw_only=True)
class IdeaMoved(Fact):
    """An idea took a step: it is considered, answered, joined to another, open again."""

    sentence = _("took an idea a step further")
    step: int


@dataclass(frozen=True, kw_only=True)
class IdeaEntrusted(Fact):
    """A host had somebody else answer for an idea that had waited too long past its day."""

    sentence = _("entrusted an idea that waited to somebody else")
    step: int
    former: int | None
    """Who answered for it until then."""


@dataclass(frozen=True, kw_only=True)
class IdeaCommented(Fact):
    """Somebody said something about an idea."""

    sentence = _("commented on an idea")
    comment: int


@dataclass(frozen=True, kw_only=True)
class AttachmentsChanged(Fact):
    """Something was attached to an idea, or taken off."""

    sentence = _("changed what is attached to an idea")
    idea: int


@dataclass(frozen=True, kw_only=True)
class CommentReworded(Fact):
    """The author of a comment says it in other words, before anybody answered it."""

    sentence = _("reworded a comment")
    comment: int


@dataclass(frozen=True, kw_only=True)
class CommentTakenBack(Fact):
    """The author of a comment took it back; its words are gone."""

    sentence = _("took a comment back")
    comment: int


@dataclass(frozen=True, kw_only=True)
class AuthorInvited(Fact):
    """Somebody was invited to write an idea along, by a letter."""

    sentence = _("invited somebody to write an idea along")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class AuthorUninvited(Fact):
    """Whoever invited somebody to write an idea along withdrew it."""

    sentence = _("withdrew an invitation to write an idea along")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class AuthorJoined(Fact):
    """Who was invited to write an idea along is an author of it."""

    sentence = _("became an author of an idea")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class AuthorDeclined(Fact):
    """Who was invited to write an idea along does not."""

    sentence = _("does not write an idea along")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class AuthorLeft(Fact):
    """Somebody ceased to be an author of an idea that others wrote with her."""

    sentence = _("ceased to be an author of an idea")
    idea: int


@dataclass(frozen=True, kw_only=True)
class MergeAsked(Fact):
    """The authors of an idea are asked whether it may be joined to another."""

    sentence = _("asked to join two ideas")
    merge: int


@dataclass(frozen=True, kw_only=True)
class MergeRefused(Fact):
    """The authors of an idea keep it by itself."""

    sentence = _("kept an idea by itself")
    merge: int


@dataclass(frozen=True, kw_only=True)
class MergeWithdrawn(Fact):
    """Whoever asked whether an idea may be joined to another asks no more."""

    sentence = _("asked no more to join an idea to another")
    merge: int


@dataclass(frozen=True, kw_only=True)
class MergeLapsed(Fact):
    """What was asked of joining an idea to another ended by itself: one of them has gone on meanwhile."""

    sentence = _("took an idea further that was asked to be joined")
    merge: int


@dataclass(frozen=True, kw_only=True)
class CommentHidden(Fact):
    """A moderator hid a comment; its author reads the reason."""

    sentence = _("hid a comment")
    hiding: int


@dataclass(frozen=True, kw_only=True)
class CommentReported(Fact):
    """A reader asks moderators to look at a comment; by whom is not told, so ``by`` is nobody."""

    sentence = _("reported a comment")
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportAnswered(Fact):
    """A moderator hid the reported comment, or left it and said why."""

    sentence = _("answered a report of a comment")
    report: int


@dataclass(frozen=True, kw_only=True)
class HidingAppealed(Fact):
    """The author of a hidden comment asks another moderator."""

    sentence = _("appealed against the hiding of a comment")
    hiding: int


@dataclass(frozen=True, kw_only=True)
class HidingRuled(Fact):
    """Another moderator answered an appeal."""

    sentence = _("answered an appeal about a comment")
    hiding: int


@dataclass(frozen=True, kw_only=True)
class CommentRestored(Fact):
    """A hidden comment is read again: who hid it thought better of it."""

    sentence = _("restored a comment")
    hiding: int
