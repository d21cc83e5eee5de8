"""Asking a question, and seeing to it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.text import slugify

from fiksummin.core.errors import Invalid, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.choices import PhaseKind
from fiksummin.ideas.facts import CampaignChanged, CampaignEntrusted, CampaignLaunched, PhaseBegan
from fiksummin.ideas.models import Campaign, Phase, PhaseBegun
from fiksummin.ideas.queries.wishes import CampaignWish
from fiksummin.ideas.rules.campaigns import why_not_weigh_otherwise
from fiksummin.people.models import Person
from fiksummin.people.queries import owner_of_lab
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import NodeKind, Part


def launch_campaign(*, by: Person, wish: CampaignWish, at: datetime | None = None) -> Campaign:
    """Ask a question; a campaign without phases is a channel, always open. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_launch(by))
        _check(wish)
        _check_owner(wish, by)
        owner = wish.owner or by
        node = trail.enter(kind=NodeKind.CAMPAIGN, by=by, owner=owner, at=at)
        campaign = Campaign.objects.create(
            node=node, slug=_free_slug(wish), organisation=wish.organisation, owner=owner, audience=wish.audience,
            weighing=wish.weighing, approve_most=wish.approve_most, promise_days=wish.promise_days, born_at=wish.born_at,
            made_at=at,
            **_words(wish),
        )  # fmt: skip
        _set_phases(campaign, wish)
        trail.contribute(node=node, person=by, part=Part.WROTE, at=at)
        announce(CampaignLaunched(by=by.pk, campaign=campaign.pk))
    return campaign


def change_campaign(
    *, by: Person, campaign: Campaign, wish: CampaignWish, at: datetime | None = None
) -> Campaign:
    """Change the words, the audience, the promise and the phases; ideas and support stay as they are. Raises as launching does."""
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(no_key=True, of=("self",)).get(pk=campaign.pk)
        refuse_if(rules.why_not_run(campaign, by))
        _check(wish)
        refuse_if(why_not_weigh_otherwise(campaign, wish))
        _check_owner(wish, campaign.owner)
        changed: dict[str, object] = {
            **_words(wish), "organisation": wish.organisation, "audience": wish.audience, "weighing": wish.weighing, "approve_most": wish.approve_most,
            "promise_days": wish.promise_days, "born_at": wish.born_at,
        }  # fmt: skip
        for name, value in changed.items():
            setattr(campaign, name, value)
        campaign.save(update_fields=list(changed))
        _set_phases(campaign, wish)
        if wish.owner is not None and wish.owner != campaign.owner:
            entrust_campaign(by=by, campaign=campaign, owner=wish.owner)
        announce(CampaignChanged(by=by.pk, campaign=campaign.pk))
    return campaign


def entrust_campaign(*, by: Person | None, campaign: Campaign, owner: Person) -> None:
    """Give a campaign to another owner, with the open ideas that its former owner was to answer, by the same days."""
    with transaction.atomic():
        hers = campaign.ideas.filter(node__owner=campaign.owner, node__closed_at=None)
        trail.entrust(nodes=[campaign.node_id, *hers.values_list("node", flat=True)], owner=owner)
        campaign.owner = owner
        campaign.save(update_fields=["owner"])
        announce(CampaignEntrusted(by=by.pk if by else None, campaign=campaign.pk))


def hand_over_campaigns(*, person: Person) -> None:
    """Give the campaigns of somebody who goes to an owner of the lab: none is without an owner, nor any idea of it."""
    with transaction.atomic():
        rows = Campaign.objects.select_for_update(no_key=True, of=("self",)).filter(owner=person)
        for campaign in rows.order_by("pk"):
            entrust_campaign(by=None, campaign=campaign, owner=owner_of_lab(but=person))


def begin_phases(*, at: datetime) -> int:
    """Say of each campaign which phase has begun, once; of several that began unseen the last alone. Answers how many did.

    Called by the clock; missed and double calls do not matter.
    """
    told = PhaseBegun.objects.filter(campaign=OuterRef("campaign"), kind=OuterRef("kind"))
    new = Phase.objects.filter(~Exists(told), starts_at__lte=at).values("campaign")
    rows = Campaign.objects.filter(pk__in=new).prefetch_related("phases").order_by("pk")
    return sum(_begin(campaign, phase, at) for campaign in rows if (phase := campaign.phase_at(at)))


def _begin(campaign: Campaign, phase: Phase, at: datetime) -> int:
    with transaction.atomic():
        begun, is_new = PhaseBegun.objects.get_or_create(
            campaign=campaign, kind=phase.kind, defaults={"at": at}
        )
        if is_new:
            announce(PhaseBegan(by=None, begun=begun.pk))
    return int(is_new)


def _check(wish: CampaignWish) -> None:
    sentence, field = rules.why_not_campaign(wish)
    if sentence:
        raise Invalid(sentence, field)


def _check_owner(wish: CampaignWish, former: Person | None) -> None:
    """Let only those who run the lab answer for a campaign, or whoever does so already."""
    if wish.owner is not None and wish.owner != former:
        refuse_field((rules.why_not_own(wish.owner), "owner"))


def _words(wish: CampaignWish) -> dict[str, str]:
    return {
        f"{name}_{language}": getattr(wish, name).get(language, "").strip()
        for name in ("title", "question")
        for language in LANGUAGES
    }


def _free_slug(wish: CampaignWish) -> str:
    """Give an address that no other campaign has."""
    words = next(text for text in wish.title.values() if text.strip())
    wanted = (slugify(wish.slug or words) or "campaign")[:70]
    taken = set(Campaign.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(
        slug for slug in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken
    )


def _set_phases(campaign: Campaign, wish: CampaignWish) -> None:
    """Take the phases anew; what people wrote in them does not hang on them."""
    Phase.objects.filter(campaign=campaign).delete()
    Phase.objects.bulk_create(
        Phase(campaign=campaign, kind=kind, starts_at=wish.phases[kind])
        for kind in PhaseKind
        if kind in wish.phases
    )
