"""Why ideas cannot be weighed, or the result not be seen yet."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.ideas.choices import IdeaState, Weighing
from fiksummin.ideas.models import Campaign, Idea, Support, Turn
from fiksummin.ideas.models.opinions import HIGHEST, SECOND_ROUND
from fiksummin.people.models import Person

FEWEST_VOTERS = 5
"""So many voted before the file of ballots is given: of fewer, colleagues could tell whose is whose."""


def why_not_weigh(campaign: Campaign, person: Person, at: datetime) -> str:
    """Say why somebody cannot weigh the ideas of a campaign."""
    if person.is_guest:
        return _("Guests read ideas; members propose and support them.")
    if campaign.weighing_is_over_at(at):
        return AsItStands(_("The ideas have been weighed; votes stand as they were given."))
    if not campaign.round_at(at):
        return AsItStands(_("Ideas are not weighed yet."))
    return ""


def why_not_support(idea: Idea, person: Person, value: int, at: datetime) -> str:
    """Say why somebody cannot support an idea, or give it that value."""
    campaign = idea.campaign
    sentence = why_not_weigh(campaign, person, at)
    if sentence:
        return sentence
    if not idea.is_open:
        return AsItStands(_("The idea is closed; it cannot be supported any more."))
    most = HIGHEST if campaign.weighing == Weighing.SCALE else 1
    if not 0 <= value <= most:
        return _("Give a number from 0 to %(most)d.") % {"most": most}
    number = campaign.round_at(at)
    if number == SECOND_ROUND and not Turn.objects.filter(idea=idea, round=number).exists():
        return AsItStands(_("Only the best third of the first round is weighed again."))
    if value and campaign.weighing == Weighing.APPROVE:
        return why_not_more(campaign, approved_by(person, campaign, number) | {idea.pk})
    return ""


def why_not_more(campaign: Campaign, approved: set[int]) -> str:
    """Say why somebody cannot approve of these ideas at once: they are more than the campaign allows."""
    if campaign.weighing != Weighing.APPROVE or len(approved) <= campaign.approve_most:
        return ""
    sentence = _("You have approved of as many ideas as the campaign allows: %(most)d. Take one back first.")
    return AsItStands(sentence % {"most": campaign.approve_most})


def why_not_take_back(idea: Idea, person: Person, at: datetime) -> str:
    """Say why a vote cannot be taken back: it stands when ideas have been weighed, or this one has its answer.

    Where only so many are approved of, an approval is free for another idea as long as ideas are weighed.
    """
    is_scarce = idea.campaign.weighing == Weighing.APPROVE
    if is_scarce or idea.is_open or idea.state == IdeaState.MERGED:
        return why_not_weigh(idea.campaign, person, at)
    return AsItStands(_("The idea is closed; votes stand as they were given."))


def why_not_ballot(wish: Mapping[int, int | None], known: set[int]) -> str:
    """Say why a ballot cannot be taken: it speaks of ideas that are not on it."""
    return _("That idea is not of this campaign.") if set(wish) - known else ""


def why_not_see_result(campaign: Campaign, at: datetime) -> str:
    """Say why nobody sees the result yet: so that nobody follows the crowd."""
    if campaign.weighing_is_over_at(at):
        return ""
    if campaign.is_channel:
        return AsItStands(_("A channel that is always open is not ranked: its ideas come and go."))
    return AsItStands(_("The result is open when the weighing is over: so that nobody follows the crowd."))


def why_not_recount(campaign: Campaign, at: datetime) -> str:
    """Say why the file of ballots is not given: the weighing goes on, or so few voted that votes could be guessed."""
    sentence = why_not_see_result(campaign, at)
    if sentence:
        return sentence
    voters = Support.objects.filter(idea__campaign=campaign).values("person").distinct().count()
    if voters < FEWEST_VOTERS:
        return AsItStands(_("Fewer than five have voted: the file would tell who voted for what."))
    return ""


def approved_by(person: Person, campaign: Campaign, number: int) -> set[int]:
    """Give the ideas that somebody approves of in a round."""
    rows = Support.objects.filter(person=person, idea__campaign=campaign, round=number, value__gt=0)
    return set(rows.values_list("idea", flat=True))
