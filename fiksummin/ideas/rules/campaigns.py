"""Why a campaign cannot be launched or changed."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.time import today
from fiksummin.core.wording import why_too_long
from fiksummin.ideas.choices import PhaseKind
from fiksummin.ideas.models import Campaign, Support
from fiksummin.ideas.queries.wishes import CampaignWish
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import who_run_the_lab

MOST_PROMISE_DAYS = 60
MOST_APPROVED = 50
WORDS = {"title": 120, "question": 300}


def why_not_launch(person: Person) -> str:
    """Say why somebody cannot ask a question: those who run the lab or facilitate do."""
    roles = (RoleKind.HOST, RoleKind.FACILITATOR, RoleKind.EDITOR)
    if not any(person.may_somewhere(role) for role in roles):
        return _("Campaigns are launched by those who run the lab. Suggest yours to a host.")
    return ""


def why_not_own(person: Person) -> str:
    """Say why somebody cannot be given a campaign: those who run the lab are."""
    runs = who_run_the_lab(today()).filter(pk=person.pk).exists()
    return "" if runs else _("Choose somebody who runs the lab.")


def why_not_run(campaign: Campaign, person: Person) -> str:
    """Say why somebody cannot see to a campaign: its owner and an owner of the lab do."""
    if campaign.owner_id != person.pk and not person.may(RoleKind.OWNER):
        return _("Only the owner of the campaign can do this.")
    return ""


def why_not_campaign(wish: CampaignWish) -> tuple[str, str]:
    """Give the sentence about what is wrong with a campaign, and its field; ("", "") when nothing is."""
    for name, most in WORDS.items():
        words: dict[str, str] = getattr(wish, name)
        if not any(text.strip() for text in words.values()):
            return _("Write it in one language at least."), f"{name}_fi"
        for language, text in words.items():
            if refusal := why_too_long(text, most):
                return refusal, f"{name}_{language}"
    if not 1 <= wish.promise_days <= MOST_PROMISE_DAYS:
        return _("Promise an answer within %(most)d working days.") % {
            "most": MOST_PROMISE_DAYS
        }, "promise_days"
    if not 1 <= wish.approve_most <= MOST_APPROVED:
        return _("Give a number from 1 to %(most)d.") % {"most": MOST_APPROVED}, "approve_most"
    return why_not_phases(wish), "phases"


def why_not_phases(wish: CampaignWish) -> str:
    """Say what is wrong with the order of the phases."""
    begun = [wish.phases[kind] for kind in PhaseKind if kind in wish.phases]
    if begun != sorted(set(begun)):
        return _("Each phase begins after the one before it.")
    if wish.phases and PhaseKind.COLLECT not in wish.phases:
        return _("A campaign with phases begins by collecting ideas.")
    if PhaseKind.WEIGH_AGAIN in wish.phases and PhaseKind.WEIGH not in wish.phases:
        return _("Only what was weighed once can be weighed again.")
    return ""


def why_not_weigh_otherwise(campaign: Campaign, wish: CampaignWish) -> str:
    """Say why a campaign cannot be weighed in another way: somebody has voted."""
    same = (campaign.weighing, campaign.approve_most) == (wish.weighing, wish.approve_most)
    if same or not Support.objects.filter(idea__campaign=campaign).exists():
        return ""
    return AsItStands(_("Somebody has voted already, so ideas are weighed as they were."))
