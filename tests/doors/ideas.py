"""Ideas: a campaign for members and a public one, an idea of the member's in each; private words in what is private."""

from typing import Any

from fiksummin.core.attachments import Kept, Kind
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.people.models import Person
from tests.factories import ideas as make

TEXT = "kanaria-idea"
HIDDEN = "kanaria-piilotettu"
REPORTED = "kanaria-ilmoitettu: kommentti arvailee kirjoittajaa"
REPORTED_READERS = ("outsider", "host", "other_host", "facilitator", "editor", "manager", "owner")
HIDDEN_READERS = ("member", "host", "other_host", "facilitator", "editor", "manager", "owner")
READERS = (
    "member",
    "colleague",
    "outsider",
    "partner",
    "host",
    "other_host",
    "editor",
    "facilitator",
    "manager",
    "owner",
    "weak_owner",
)
"""Members; guests and those who are not signed in read public ones alone."""


def _joining(people: dict[str, Person], asked: Campaign) -> dict[str, Any]:
    """Make an idea that the facilitator wants to join to another, and one that was joined."""
    into, wanted, joined = (make.idea(people["member"], asked) for _n in range(3))
    actions.ask_to_merge(by=people["facilitator"], idea=wanted, into=into, reason=make.reason())
    actions.ask_to_merge(by=people["member"], idea=joined, into=into, reason=make.reason())
    return {"wanted_idea": wanted.pk, "joined_idea": joined.pk}


def _attached(by: Person, idea: Idea) -> int:
    """Attach a note in plain text."""
    kept = Kept(TEXT.encode(), ".txt", Kind.DOCUMENT)
    return actions.attach_to_idea(by=by, idea=idea, kept=kept, words=TEXT).pk


def _reported(people: dict[str, Person], idea: Idea) -> int:
    """Report a comment of the colleague's as the outsider: her reason is for moderators."""
    comment = actions.comment_on_idea(by=people["colleague"], idea=idea, text="Kuka tämän taas keksi?")
    actions.report_comment(by=people["outsider"], comment=comment, reason=REPORTED)
    return comment.pk


def _by_letter(people: dict[str, Person], idea: Idea) -> dict[str, Any]:
    """Invite the outsider to write along; give the invitation and what stands in the link of her letter."""
    address = str(people["outsider"].email)
    [invitation] = actions.invite_authors(by=people["member"], idea=idea, addresses=[address])
    return {"author_invitation": invitation.pk, "author_token": queries.author_token(invitation, address)}


def things(people: dict[str, Person]) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    asked = make.campaign(people["facilitator"])
    public = make.campaign(people["facilitator"], audience=Audience.PUBLIC)
    weighed = make.weighed(people["facilitator"], audience=Audience.PUBLIC)
    own = make.idea(people["member"], asked, text=TEXT)
    comment = actions.comment_on_idea(by=people["member"], idea=own, text=HIDDEN)
    other = actions.comment_on_idea(by=people["colleague"], idea=own, text="Meillä tämä toimi.")
    reason = "Kommentti nimesi yhden ihmisen, eikä asiaa."
    hiding = actions.hide_comment(by=people["host"], comment=comment, reason=reason)
    actions.appeal_hiding(by=people["member"], hiding=hiding, appeal="Nimesin vain oman esihenkilöni roolin.")
    return {
        "idea_attachment": _attached(people["member"], own),
        "other_attachment": 0,
        "comment": other.pk,
        "reported_comment": _reported(people, own),
        "hiding": hiding.pk,
        "campaign": asked.slug,
        "campaign_id": asked.pk,
        "open_campaign": public.slug,
        "weighed_campaign": weighed.slug,
        "weighed_id": weighed.pk,
        "idea": own.pk,
        "idea_kind": "idea",
        "open_idea": make.idea(people["member"], public).pk,
        **_joining(people, asked),
        **_by_letter(people, own),
    }
