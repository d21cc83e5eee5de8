"""Weighing ideas: who sees which next, what somebody votes, and the second round."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Random

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.choices import Weighing
from fiksummin.ideas.models import Campaign, Idea, Support, Turn
from fiksummin.ideas.models.opinions import SECOND_ROUND
from fiksummin.ideas.queries.ranking import best_third
from fiksummin.ideas.queries.weighing import found_otherwise, next_turns, result_of, votes_of
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part


def show_next(
    *, by: Person, campaign: Campaign, but: Collection[int] = (), at: datetime | None = None
) -> list[int]:
    """Bring the ideas whose turn it is to somebody's screen: gives their numbers, and counts each as shown once more.

    Not those that she has voted on, nor those ``but``. Who it was is written nowhere. Raises NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_weigh(campaign, by, at))
        number = round_of(campaign, at)
        ideas = next_turns(campaign, by, number, but)
        turns = Turn.objects.filter(idea__in=ideas, round=number)
        in_order = turns.select_for_update(no_key=True).order_by("pk").values("pk")
        Turn.objects.filter(pk__in=in_order).update(shown=F("shown") + 1, place=Random())
    return ideas


def support_idea(*, by: Person, idea: Idea, value: int = 1, at: datetime | None = None) -> Support:
    """Support an idea; again is the same support, with another value if one is given. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        _turn_of(by)
        idea = _locked([idea.pk])[0]
        number = round_of(idea.campaign, at)
        refuse_if(rules.why_not_support(idea, by, value, at))
        return _vote(by, idea, number, value, at, by_turn=False)


def take_support_back(*, by: Person, idea: Idea, at: datetime | None = None) -> None:
    """Support an idea no more; doing it again changes nothing. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        _turn_of(by)
        idea = _locked([idea.pk])[0]
        if Support.objects.filter(idea=idea, person=by).exists():
            refuse_if(rules.why_not_take_back(idea, by, at))
            _take_back(by, idea, round_of(idea.campaign, at))


def cast_ballot(
    *, by: Person, campaign: Campaign, wish: Mapping[int, int | None], by_turn: Collection[int] = (),
    at: datetime | None = None,
) -> None:  # fmt: skip
    """Vote on several ideas at once, or on none of them; what is as it was stays untouched.

    ``wish`` gives each idea its value, or None for no vote; ``by_turn`` names those that came before her by turn: her
    votes on these decide the order from now on, also those that she gave elsewhere before and leaves as they are. Where ideas are supported or approved of, 0 is no vote. Raises NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        _turn_of(by)
        refuse_if(rules.why_not_weigh(campaign, by, at))
        number = round_of(campaign, at)
        before = votes_of(by, campaign, number)
        anew = found_otherwise(by, number, by_turn) if by_turn else set()
        changed = {
            idea: value
            for idea, value in _plain(campaign, wish).items()
            if before.get(idea) != value or (idea in anew and value is not None)
        }
        ideas = {idea.pk: idea for idea in _locked(changed, campaign)}
        refuse_if(rules.why_not_ballot(changed, set(ideas)))
        after = {idea for idea, value in ({**before, **changed}).items() if value}
        refuse_if(rules.why_not_more(campaign, after))
        for pk, value in sorted(changed.items(), key=lambda pair: pair[1] is not None):
            if value is None:
                refuse_if(rules.why_not_take_back(ideas[pk], by, at))
                _take_back(by, ideas[pk], number)
            else:
                refuse_if(rules.why_not_support(ideas[pk], by, value, at))
                _vote(by, ideas[pk], number, value, at, by_turn=pk in by_turn)


def round_of(campaign: Campaign, at: datetime) -> int:
    """Give the round that goes on; the first who asks in the second one sends the best third into it."""
    number = campaign.round_at(at)
    if number == SECOND_ROUND and not Turn.objects.filter(campaign=campaign, round=number).exists():
        with transaction.atomic():
            Campaign.objects.select_for_update(no_key=True, of=("self",)).get(pk=campaign.pk)
            if not Turn.objects.filter(campaign=campaign, round=number).exists():
                best = best_third(result_of(campaign))
                Turn.objects.bulk_create(
                    Turn(campaign=campaign, idea_id=idea, round=number, place=place / len(best))
                    for place, idea in enumerate(best)
                )
    return number


def _plain(campaign: Campaign, wish: Mapping[int, int | None]) -> dict[int, int | None]:
    if campaign.weighing == Weighing.SCALE:
        return dict(wish)
    return {idea: value or None for idea, value in wish.items()}


def _turn_of(person: Person) -> None:
    """Take somebody's own votes one act after the other, so that she hears a sentence when they are too many."""
    Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).only("pk").get(pk=person.pk)


def _locked(numbers: Collection[int], campaign: Campaign | None = None) -> list[Idea]:
    rows = Idea.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=list(numbers))
    if campaign is not None:
        rows = rows.filter(campaign=campaign)
    return list(rows.select_related("node", "campaign").prefetch_related("campaign__phases").order_by("pk"))


def _vote(by: Person, idea: Idea, number: int, value: int, at: datetime, *, by_turn: bool) -> Support:
    """Write a vote; one that came by turn once did so for good."""
    vote, is_new = Support.objects.get_or_create(
        idea=idea, person=by, round=number, defaults={"value": value, "at": at, "by_turn": by_turn}
    )
    if not is_new and (vote.value != value or by_turn > vote.by_turn):
        vote.value, vote.by_turn = value, vote.by_turn or by_turn
        vote.save(update_fields=["value", "by_turn"])
    if value:
        trail.contribute(node=idea.node, person=by, part=Part.SUPPORTED, at=at)
    else:
        _forget_part(by, idea)
    return vote


def _take_back(by: Person, idea: Idea, number: int) -> None:
    Support.objects.filter(idea=idea, person=by, round=number).delete()
    _forget_part(by, idea)


def _forget_part(by: Person, idea: Idea) -> None:
    """Nobody who still supports an idea, in whichever round, loses her part in it."""
    if not Support.objects.filter(idea=idea, person=by, value__gt=0).exists():
        trail.withdraw_part(node=idea.node, person=by, part=Part.SUPPORTED)
