"""Asking a question, and seeing to it."""

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.choices import PhaseKind
from fiksummin.ideas.facts import CampaignChanged, CampaignLaunched
from fiksummin.ideas.models import Campaign, Phase
from fiksummin.ideas.queries.wishes import CampaignWish
from fiksummin.ideas.rules.campaigns import why_not_weigh_otherwise
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import NodeKind


def launch_campaign(*, by: Person, wish: CampaignWish, at: datetime | None = None) -> Campaign:
    """Ask a question; a campaign without phases is a channel, always open. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_launch(by))
        _check(wish)
        owner = wish.owner or by
        node = trail.enter(kind=NodeKind.CAMPAIGN, by=by, owner=owner, at=at)
        campaign = Campaign.objects.create(
            node=node, slug=_free_slug(wish), organisation=wish.organisation, owner=owner, audience=wish.audience,
            weighing=wish.weighing, approve_most=wish.approve_most, promise_days=wish.promise_days, born_at=wish.born_at,
            made_at=at,
            **_words(wish),
        )  # fmt: skip
        _set_phases(campaign, wish)
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
        changed: dict[str, object] = {
            **_words(wish), "organisation": wish.organisation, "owner": wish.owner or campaign.owner,
            "audience": wish.audience, "weighing": wish.weighing, "approve_most": wish.approve_most,
            "promise_days": wish.promise_days, "born_at": wish.born_at,
        }  # fmt: skip
        for name, value in changed.items():
            setattr(campaign, name, value)
        campaign.save(update_fields=list(changed))
        _set_phases(campaign, wish)
        announce(CampaignChanged(by=by.pk, campaign=campaign.pk))
    return campaign


def _check(wish: CampaignWish) -> None:
    sentence, field = rules.why_not_campaign(wish)
    if sentence:
        raise Invalid(sentence, field)


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
