"""Chapters about weighing by turn: approvals that are counted, grades in a second round; and what moderators and authors have to answer.

Each voter has all twelve ideas before her, so that what comes out does not hang on the lots by which they are shown.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from fiksummin.demo.idea_table import ANSWERS
from fiksummin.demo.teller import Teller
from fiksummin.demo.weighing_table import LATE, LETTERS, SPACES, Weighed
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Audience, IdeaState, PhaseKind, Weighing
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.ideas.queries import CampaignWish, IdeaWish
from fiksummin.people.models import Person

MOST = 3
"""Ideas of which one approves."""
PROMISE_DAYS = 40
"""Working days until an answer: weighing takes its time, and none is late meanwhile."""
VOTERS, AFTER_LATE, AGAIN = 18, 6, 12
HIGHEST = 4


def weigh(teller: Teller) -> None:
    """Tell it."""
    _approved(teller)
    _graded(teller)
    _appealed(teller)
    _reported(teller)
    _asked_to_join(teller)
    teller.settle()
    teller.say("Ideas weighed by turn: 2 campaigns")


def _approved(teller: Teller) -> None:
    """A campaign with approvals, counted; one idea came late, and was not seen enough."""
    day = timedelta(days=1)
    phases: dict[str, datetime] = {
        PhaseKind.COLLECT: teller.at - 35 * day,
        PhaseKind.WEIGH: teller.at - 20 * day,
        PhaseKind.DECIDE: teller.at - 6 * day,
    }
    title = {
        "fi": "Yhteiset tilat (esimerkki)",
        "sv": "Gemensamma rum (exempel)",
        "en": "Shared rooms (an example)",
    }
    question = {
        "fi": "Mikä tekisi yhteisistä tiloista sellaiset, että niihin tekee mieli tulla?",
        "sv": "Vad skulle göra de gemensamma rummen till en plats dit man vill komma?",
        "en": "What would make the shared rooms a place where one wants to come?",
    }  # fmt: skip
    campaign = _campaign(teller, title, question, Weighing.APPROVE, phases)
    wanted = _ideas(teller, campaign, SPACES, teller.at - 34 * day)
    voters = teller.random.sample(teller.crowd, VOTERS + AFTER_LATE)
    _approve(teller, campaign, voters[:VOTERS], wanted, teller.at - 19 * day)
    wanted |= _ideas(teller, campaign, [LATE], teller.at - 10 * day)
    _approve(teller, campaign, voters[VOTERS:], wanted, teller.at - 9 * day)


def _graded(teller: Teller) -> None:
    """A campaign with grades from 0 to 4; its best third is weighed again now."""
    day = timedelta(days=1)
    phases: dict[str, datetime] = {
        PhaseKind.COLLECT: teller.at - 30 * day,
        PhaseKind.WEIGH: teller.at - 15 * day,
        PhaseKind.WEIGH_AGAIN: teller.at - 4 * day,
        PhaseKind.DECIDE: teller.at + 7 * day,
    }
    title = {"fi": "Kirje, joka ymmärretään (esimerkki)", "sv": "Brevet som man förstår (exempel)", "en": "A letter that is understood (an example)"}  # fmt: skip
    question = {
        "fi": "Miten viraston kirjeestä tulee sellainen, että sen ymmärtää ensimmäisellä lukemalla?",
        "sv": "Hur blir ämbetsverkets brev sådant att man förstår det vid första läsningen?",
        "en": "How does a letter of an agency become one that is understood at first reading?",
    }
    campaign = _campaign(teller, title, question, Weighing.SCALE, phases)
    wanted = _ideas(teller, campaign, LETTERS, teller.at - 29 * day)
    voters = teller.random.sample(teller.crowd, VOTERS)
    _grade(teller, campaign, voters, wanted, teller.at - 14 * day)
    _grade(teller, campaign, voters[-AGAIN:], wanted, teller.at - 3 * day)


def _campaign(
    teller: Teller, title: dict[str, str], question: dict[str, str], weighing: Weighing,
    phases: dict[str, datetime],
) -> Campaign:  # fmt: skip
    wish = CampaignWish(
        title=title, question=question, organisation=teller.bodies["vm"], audience=Audience.PUBLIC,
        weighing=weighing, approve_most=MOST, phases=phases, promise_days=PROMISE_DAYS,
    )  # fmt: skip
    return actions.launch_campaign(by=teller.parts["facilitator"], wish=wish, at=phases[PhaseKind.COLLECT])


def _ideas(teller: Teller, campaign: Campaign, rows: Sequence[Weighed], first: datetime) -> dict[int, float]:
    """Propose them; give how much each is wanted, by its number."""
    wanted: dict[int, float] = {}
    for number, row in enumerate(rows):
        wish = IdeaWish(title=row.title, text=row.text, perspective=row.perspective, language=row.language)
        author, at = teller.random.choice(teller.crowd), first + timedelta(hours=5 * number)
        wanted[actions.propose_idea(by=author, campaign=campaign, wish=wish, at=at).pk] = row.wanted
    return wanted


def _approve(
    teller: Teller, campaign: Campaign, voters: Collection[Person], wanted: dict[int, float], first: datetime
) -> None:
    for number, voter in enumerate(voters):
        at = first + timedelta(hours=11 * number)
        shown = sorted(actions.show_next(by=voter, campaign=campaign, at=at))
        liking = {idea: wanted[idea] + teller.random.gauss(0, 0.3) for idea in shown}
        best = sorted(shown, key=lambda idea: -liking[idea])[:MOST]
        wish: dict[int, int | None] = dict.fromkeys(best, 1)
        actions.cast_ballot(by=voter, campaign=campaign, wish=wish, by_turn=shown, at=at)


def _grade(
    teller: Teller, campaign: Campaign, voters: Collection[Person], wanted: dict[int, float], first: datetime
) -> None:
    for number, voter in enumerate(voters):
        at = first + timedelta(hours=3 * number)
        shown = sorted(actions.show_next(by=voter, campaign=campaign, at=at))
        wish: dict[int, int | None] = {
            idea: min(HIGHEST, max(0, round(HIGHEST * wanted[idea] + teller.random.gauss(0, 0.9))))
            for idea in shown
        }
        actions.cast_ballot(by=voter, campaign=campaign, wish=wish, by_turn=shown, at=at)


def _appealed(teller: Teller) -> None:
    """A comment is hidden, and whoever wrote it has appealed: another moderator answers."""
    idea = _weighed_idea(SPACES[5].title)
    author, at = teller.parts["outsider"], teller.at - timedelta(days=2)
    comment = actions.comment_on_idea(
        by=author, idea=idea, text="Tämän keksi taas joku, joka ei ole koskaan siivonnut lappuja.", at=at
    )
    hiding = actions.hide_comment(
        by=teller.parts["host"], comment=comment, at=at + timedelta(hours=4),
        reason="Kommentti arvailee, kuka idean kirjoitti, eikä puhu ideasta.",
    )  # fmt: skip
    actions.appeal_hiding(
        by=author, hiding=hiding, at=at + timedelta(hours=20),
        appeal="Huoli siivoamisesta on aito. Muotoilen sen ilman arvailua, jos kommentti palautetaan.",
    )  # fmt: skip


def _reported(teller: Teller) -> None:
    """Two comments were reported: one stays, and whoever reported it read why; the other waits for a moderator."""
    idea = _weighed_idea(SPACES[3].title)
    author, reader, at = teller.parts["outsider"], teller.parts["member"], teller.at - timedelta(days=3)
    left, waiting = (
        actions.comment_on_idea(by=author, idea=idea, text=text, at=at)
        for text in (
            "Tätä on kokeiltu ennenkin, eikä kukaan jaksanut pitää sitä yllä.",
            "Tilapalvelut on aina hidas, joten siltä ei kannata kysyä mitään.",
        )
    )
    for comment, reason, hours in (
        (left, "Kommentti lannistaa eikä kerro, mitä silloin tapahtui.", 2),
        (waiting, "Kommentti moittii nimettyä yksikköä eikä puhu ideasta.", 50),
    ):
        actions.report_comment(by=reader, comment=comment, reason=reason, at=at + timedelta(hours=hours))
    actions.leave_comment(
        by=teller.parts["host"], comment=left, at=at + timedelta(hours=6),
        answer="Aiempi kokeilu on tietoa, josta on hyötyä idean arvioinnissa. Sävy ei kohdistu kehenkään.",
    )  # fmt: skip


def _asked_to_join(teller: Teller) -> None:
    """The facilitator asks the member whether her idea may be joined to another: she has not answered yet."""
    rows = Idea.objects.filter(authors__person=teller.parts["member"])
    idea = rows.filter(state__in=(IdeaState.OPEN, IdeaState.CONSIDERED)).order_by("pk")[:1].get()
    others = Idea.objects.filter(campaign=idea.campaign, state=IdeaState.OPEN).exclude(pk=idea.pk)
    into = others.order_by("pk")[4:5].get()
    actions.ask_to_merge(
        by=teller.parts["facilitator"], idea=idea, into=into, reason=f"{idea.title}: {ANSWERS['merged']}",
        at=teller.at - timedelta(days=1),
    )  # fmt: skip


def _weighed_idea(title: str) -> Idea:
    return Idea.objects.get(title=title)
