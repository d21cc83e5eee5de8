"""What somebody wants of an experiment or a baton, as the actions take it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fiksummin.experiments.models import Experiment
from fiksummin.experiments.models.experiment import WORDS, Worded
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.people.models import Organisation, Person

type Receiver = Person | Organisation | str
"""Who is to get something: somebody, an organisation whose people may each take it, or an e-mail address.

An address is never looked up for whoever gives it: it gets a letter, and whoever signs in with it may take it.
"""


@dataclass(frozen=True, kw_only=True)
class ExperimentWish:
    """An experiment as somebody starts it."""

    title: str
    why: str
    expectation: str
    place: str
    ends_on: date
    measure: str
    perspectives: tuple[str, ...]
    starts_on: date | None = None
    euros: int = 0
    idea: Idea | None = None
    repeats: Experiment | None = None
    repeats_how: str = ""
    team: tuple[Person, ...] = ()
    invited: tuple[str, ...] = ()
    """Addresses of those who are invited to the team; each gets a letter, and none is looked up."""


@dataclass(frozen=True, kw_only=True)
class WordsWish:
    """What an experiment is to say of itself; None leaves what stands."""

    title: str | None = None
    why: str | None = None
    expectation: str | None = None
    place: str | None = None
    measure: str | None = None
    perspectives: tuple[str, ...] | None = None
    upon: int | None = None
    """How often its words had been changed when they were read; None for a change of them as they stand now."""


@dataclass(frozen=True, kw_only=True)
class EndingWish:
    """How an experiment ended."""

    works: str
    lesson: str
    result: str = ""
    decision: str = ""
    receiver: Receiver | None = None


@dataclass(frozen=True, kw_only=True)
class RepetitionWish:
    """How the same went elsewhere, told afterwards."""

    how: str
    works: str
    place: str
    lesson: str
    result: str = ""
    began_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class BatonWish:
    """A baton as it is thrown."""

    title: str
    text: str = ""
    hold_days: int = 14
    campaign: Campaign | None = None


def words_of(given: Worded | ExperimentWish | WordsWish) -> dict[str, Any]:
    """Give the words of an experiment by their names, as they are kept; of a wish those that it names."""
    said = {name: getattr(given, name) for name in WORDS}
    return {
        name: sorted(set(value)) if name == "perspectives" else value.strip()
        for name, value in said.items()
        if value is not None
    }
