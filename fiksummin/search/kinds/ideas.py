"""Ideas with their answers, and campaigns."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.ideas import facts
from fiksummin.ideas.choices import Audience as For
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Author, Campaign, Idea, IdeaStep
from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.models import Entry
from fiksummin.search.things import Hit, Piece, Shelf, Way, offer, spoken_pieces
from fiksummin.ui.addresses import address

AUDIENCES = {For.PUBLIC: Audience.PUBLIC, For.MEMBERS: Audience.MEMBERS, For.ORGANISATION: Audience.FEW}
TONES = {
    IdeaState.ACCEPTED: "good", IdeaState.CARRIED_OUT: "good", IdeaState.TRIED: "good",
    IdeaState.DECLINED: "stop", IdeaState.MERGED: "off", IdeaState.WITHDRAWN: "off",
}  # fmt: skip


def _ideas(reader: Person | None) -> QuerySet[Idea]:
    return Idea.objects.visible_to(reader).prefetch_related(
        Prefetch("authors", Author.objects.select_related("person"))
    )


def _idea_pieces(row: Idea) -> list[Piece]:
    return [
        Piece(row.title, row.language, 3),
        Piece(row.text, row.language),
        Piece(row.reason, "", 0.6),
    ]


def _idea_hit(row: Idea, reader: Person | None) -> Hit:
    url = address("ideas:idea", row.pk)
    return Hit(
        title=row.title, url=url, language=row.language, state=row.get_state_display(),
        tone=TONES.get(IdeaState(row.state), "wait"), text=row.text, text_language=row.language,
        lesson=row.reason, at=row.made_at,
        people=tuple(str(author.person) for author in row.authors.all() if author.person) if reader else (),
        ways=(Way(_("Ask them"), f"{url}?stance=question#comments", "users"),) if reader else (),
    )  # fmt: skip


def _idea_of_step(fact: facts.IdeaMoved) -> int | None:
    return IdeaStep.objects.filter(pk=fact.step).values_list("idea", flat=True).first()


def _ideas_for_others_now(fact: facts.CampaignChanged) -> Collection[int]:
    """Give the ideas of a campaign that the index has for another audience than the campaign has by now."""
    campaign = Campaign.objects.filter(pk=fact.campaign).first()
    if campaign is None:
        return ()
    own = Idea.objects.filter(campaign=campaign).values("pk")
    others = Entry.objects.filter(kind="idea", number__in=own).exclude(
        audience=AUDIENCES[For(campaign.audience)]
    )
    return list(others.values_list("number", flat=True))


def _idea_at(row: Idea) -> datetime:
    return row.changed_at or row.made_at


offer(
    Shelf(
        kind="idea", name=gettext_lazy("Ideas"), rows=_ideas, pieces=_idea_pieces, hit=_idea_hit, at=_idea_at,
        whole=lambda: Idea.objects.select_related("campaign"),
        audience=lambda row: AUDIENCES[For(row.campaign.audience)],
        heard={
            facts.IdeaProposed: lambda fact: fact.idea,
            facts.IdeaReworded: lambda fact: fact.idea,
            facts.IdeaMoved: _idea_of_step,
            facts.CampaignChanged: _ideas_for_others_now,
        },
        is_tried=True,
        is_worded_once=True,
    )
)  # fmt: skip


def _campaign_hit(row: Campaign, reader: Person | None) -> Hit:
    return Hit(title=row.title, url=address("ideas:campaign", row.slug), text=row.question, at=row.made_at)


offer(
    Shelf(
        kind="campaign", name=gettext_lazy("Campaigns"), rows=Campaign.objects.visible_to, hit=_campaign_hit,
        pieces=lambda row: [*spoken_pieces(row, "title", 3), *spoken_pieces(row, "question", 1.5)],
        whole=Campaign.objects.all,
        at=lambda row: row.made_at,
        audience=lambda row: AUDIENCES[For(row.audience)],
        heard={
            facts.CampaignLaunched: lambda fact: fact.campaign,
            facts.CampaignChanged: lambda fact: fact.campaign,
        },
        is_worded_once=True,
    )
)  # fmt: skip
