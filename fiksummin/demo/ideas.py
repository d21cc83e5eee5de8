"""Chapters about ideas: a campaign with sixty in three languages and in every state, and a channel that is always open."""

from datetime import datetime, timedelta

from fiksummin.core.time import today
from fiksummin.core.workdays import working_day_after, working_days_until
from fiksummin.demo.idea_table import ANSWERS, THOUGHTS, Thought
from fiksummin.demo.teller import Teller
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Audience, IdeaState, PhaseKind, Stance
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.ideas.queries import CampaignWish, IdeaWish, StepWish
from fiksummin.people.models import Person

BEGAN = timedelta(days=40)
STATES = (
    (IdeaState.DECLINED,), (IdeaState.CONSIDERED,), (), (IdeaState.ACCEPTED,), (),
    (IdeaState.ACCEPTED, IdeaState.CARRIED_OUT), (), (IdeaState.CONSIDERED, IdeaState.ACCEPTED, IdeaState.TRIED),
    (), (IdeaState.CONSIDERED,),
)  # fmt: skip
"""Through which states ideas went, one after another."""


def propose(teller: Teller) -> None:
    """Ask, propose, support, comment and answer."""
    campaign = _campaign(teller)
    ideas = [_idea(teller, campaign, number, thought) for number, thought in enumerate(THOUGHTS)]
    _together(teller, ideas[:2])
    for number, idea in enumerate(ideas):
        _opinions(teller, idea, number)
    for number, idea in enumerate(ideas):
        _answer(teller, idea, STATES[number % len(STATES)])
    open_ones = [idea for idea in ideas if Idea.objects.get(pk=idea.pk).state == IdeaState.OPEN]
    for idea, into in ((open_ones[0], open_ones[2]), (open_ones[1], open_ones[2])):
        _join(teller, idea, into)
    _withdraw(teller, open_ones[3])
    _late_idea(teller, campaign)
    _channel(teller)
    teller.settle()
    teller.say(f"Ideas: {len(ideas)}")


def came_at(teller: Teller, number: int) -> datetime:
    """Give the moment at which an idea is proposed."""
    return teller.at - BEGAN + timedelta(hours=7 * number + 1)


def promise_days(teller: Teller) -> int:
    """Give the working days until an answer, so many that the first idea which stays open has been late since yesterday at the latest.

    Of those that are open, the first two are joined to the third.
    """
    open_ones = [number for number in range(len(THOUGHTS)) if not STATES[number % len(STATES)]]
    return working_days_until(
        today(at=came_at(teller, open_ones[2])), today(at=teller.at) - timedelta(days=1)
    )


def _campaign(teller: Teller) -> Campaign:
    begins = teller.at - BEGAN
    wish = CampaignWish(
        title={"fi": "#sinunideasi (esimerkki)", "sv": "#dinidé (exempel)", "en": "#youridea (an example)"},
        question={
            "fi": "Mitä valtion työssä pitäisi tehdä toisin?", "sv": "Vad borde göras annorlunda i statens arbete?",
            "en": "What should the state do otherwise in its work?",
        },
        organisation=teller.bodies["vm"], audience=Audience.PUBLIC, promise_days=promise_days(teller),
        phases={
            PhaseKind.COLLECT: begins, PhaseKind.TALK: begins + timedelta(days=20),
            PhaseKind.WEIGH: begins + timedelta(days=30), PhaseKind.DECIDE: teller.at + timedelta(days=10),
        },
    )  # fmt: skip
    return actions.launch_campaign(by=_owner(teller), wish=wish, at=begins)


def _channel(teller: Teller) -> None:
    wish = CampaignWish(
        title={"fi": "Avoin kanava (esimerkki)", "sv": "Öppen kanal (exempel)", "en": "Open channel (an example)"},
        question={
            "fi": "Mitä haluat ehdottaa laboratoriolle?", "sv": "Vad vill du föreslå för labbet?",
            "en": "What would you like to propose to the lab?",
        },
        organisation=teller.bodies["vm"],
    )  # fmt: skip
    actions.launch_campaign(by=_owner(teller), wish=wish, at=teller.at - BEGAN)


def _owner(teller: Teller) -> Person:
    return teller.parts["facilitator"]


def _idea(teller: Teller, campaign: Campaign, number: int, thought: Thought) -> Idea:
    by = teller.parts["member"] if number < 2 else teller.random.choice(teller.crowd)
    wish = IdeaWish(
        title=thought.title, text=thought.text, perspective=thought.perspective, language=thought.language
    )
    return actions.propose_idea(by=by, campaign=campaign, wish=wish, at=came_at(teller, number))


def _together(teller: Teller, ideas: list[Idea]) -> None:
    """The member writes her ideas together with somebody of another organisation each."""
    by = teller.parts["member"]
    elsewhere = [person for person in teller.crowd if person.organisation_id != by.organisation_id]
    for idea, other in zip(ideas, (teller.parts["outsider"], elsewhere[0]), strict=True):
        at, addresses = idea.made_at + timedelta(hours=1), [str(other.email)]
        [invitation] = actions.invite_authors(by=by, idea=idea, addresses=addresses, at=at)
        actions.join_authors(by=other, invitation=invitation, at=at + timedelta(hours=1))


def _opinions(teller: Teller, idea: Idea, number: int) -> None:
    at = idea.made_at + timedelta(hours=3)
    for person in teller.random.sample(teller.crowd, (number * 7) % 13):
        actions.support_idea(by=person, idea=idea, at=at)
    if number % 4 == 0:
        actions.comment_on_idea(
            by=teller.parts["colleague"], idea=idea, text="Meillä tätä kokeiltiin pienesti, kerron mielelläni.",
            stance=Stance.FOR, at=at,
        )  # fmt: skip


def _answer(teller: Teller, idea: Idea, states: tuple[IdeaState, ...]) -> None:
    for number, state in enumerate(states):
        at = idea.made_at + timedelta(days=3 * (number + 1))
        known = ANSWERS.get(state, ANSWERS["accepted"])
        wish = StepWish(
            state=state, reason=f"{idea.title}: {known}", next_step="Sovitaan kokeilusta virastojen kanssa",
            due_on=working_day_after(max(today(at=at), today(at=teller.at)), 5),
        )  # fmt: skip
        actions.move_idea(by=_owner(teller), idea=idea, wish=wish, at=at)


def _join(teller: Teller, idea: Idea, into: Idea) -> None:
    at = teller.at - timedelta(days=4)
    reason = f"{idea.title}: {ANSWERS['merged']}"
    merge = actions.ask_to_merge(by=_owner(teller), idea=idea, into=into, reason=reason, at=at)
    author = idea.authors.all()[0].person
    if merge.agreed_at is None and author is not None:
        actions.agree_to_merge(by=author, merge=merge, at=at + timedelta(hours=2))


def _withdraw(teller: Teller, idea: Idea) -> None:
    author = idea.authors.all()[0].person
    if author is not None:
        reason = f"{idea.title}: {ANSWERS['withdrawn']}"
        actions.withdraw_idea(by=author, idea=idea, reason=reason, at=teller.at - timedelta(days=3))


def _late_idea(teller: Teller, campaign: Campaign) -> None:
    thought = THOUGHTS[0]
    wish = IdeaWish(
        title="Etätyöpäivä yhdessä toisen viraston tiloissa",
        text=thought.text,
        perspective=thought.perspective,
    )
    actions.propose_idea(
        by=teller.parts["colleague"], campaign=campaign, wish=wish, at=teller.at - timedelta(days=2)
    )
