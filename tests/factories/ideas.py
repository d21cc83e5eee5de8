"""Campaigns and ideas, made by the actions themselves."""

from datetime import date, datetime, timedelta
from itertools import count

from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Perspective, PhaseKind, Weighing
from fiksummin.ideas.models import Campaign, Idea, IdeaStep
from fiksummin.ideas.queries import CampaignWish, IdeaWish, StepWish
from fiksummin.people.models import Person
from tests.factories import people

_numbers = count(1)

REASON = "Kahden toimipisteen seurantaluvut osoittivat, että ehdotettu malli lyhentää odotusta."


def reason() -> str:
    """A reason like no other."""
    return f"{REASON} Perustelu nro {next(_numbers)}."


def campaign(
    by: Person, *, phases: dict[str, datetime] | None = None, moment: datetime | None = None, **words: object
) -> Campaign:
    """Launch a campaign; without phases it is always open."""
    wish = CampaignWish(
        title={"fi": f"Kampanja {next(_numbers)}"}, question={"fi": "Miten teemme työtä yhdessä?"},
        organisation=by.organisation, phases=phases or {}, **words,  # type: ignore[arg-type]  # a test names the words
    )  # fmt: skip
    return actions.launch_campaign(by=by, wish=wish, at=moment)


def weighed(
    by: Person, *, weighing: str = Weighing.SUPPORT, ideas: int = 6, voters: int = 6, over: bool = True, **words: object
) -> Campaign:  # fmt: skip
    """A campaign whose ideas were weighed, each voter wanting those that came first before her; or are weighed still."""
    ends = now() - timedelta(hours=1) if over else now() + timedelta(days=5)
    begins = now() - timedelta(days=2)
    phases = {PhaseKind.COLLECT: begins - timedelta(days=9), PhaseKind.WEIGH: begins, PhaseKind.DECIDE: ends}
    asked = campaign(by, phases=phases, weighing=weighing, **words)
    for number in range(ideas):
        idea(by, asked, title=f"Punnittu {number + 1}", moment=begins - timedelta(days=1))
    for _number in range(voters):
        voter, at = people.person(), begins + timedelta(hours=1)
        shown = actions.show_next(by=voter, campaign=asked, at=at)
        wish: dict[int, int | None] = dict.fromkeys(shown[:2], 1)
        actions.cast_ballot(by=voter, campaign=asked, wish=wish, by_turn=shown, at=at)
    return asked


def idea(by: Person, campaign: Campaign, *, moment: datetime | None = None, **words: object) -> Idea:
    """Propose an idea."""
    words.setdefault("title", f"Idea {next(_numbers)}")
    words.setdefault("text", "Kokeillaan yhteisiä aamukahveja, jotta tutustumme.")
    words.setdefault("perspective", Perspective.WAYS)
    return actions.propose_idea(by=by, campaign=campaign, wish=IdeaWish(**words), at=moment)  # type: ignore[arg-type]  # a test names the words


def move(by: Person, idea: Idea, state: str, *, moment: datetime | None = None, **words: object) -> IdeaStep:
    """Take an idea a step further, with a good reason and a day."""
    words.setdefault("reason", reason())
    words.setdefault("due_on", in_days(5, moment))
    words.setdefault("next_step", "Sovitaan kokeilusta.")
    return actions.move_idea(by=by, idea=idea, wish=StepWish(state=state, **words), at=moment)  # type: ignore[arg-type]  # a test names the words


def in_days(days: int, moment: datetime | None = None) -> date:
    """A working day to come."""
    return working_day_after(today(at=moment or now()), days)
