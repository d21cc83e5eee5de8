"""What programs ask and give about experiments and batons."""

from typing import Any, Literal

from ninja import Field, Schema
from pydantic import ConfigDict, StrictBool, StrictInt

from fiksummin.api.inputs import LARGEST_ID, Day, Page, Text
from fiksummin.experiments.choices import Repeats, Works
from fiksummin.experiments.models.experiment import LONGEST_TITLE, LONGEST_WORDS, MOST_EUROS
from fiksummin.experiments.rules.batons import LONGEST_TEXT, MOST_AT_ONCE, MOST_BRANCHES, MOST_HOLD_DAYS
from fiksummin.experiments.rules.experiments import LONGEST_REASON
from fiksummin.ideas.choices import Perspective
from fiksummin.people.rules import MOST_INVITED

_WORDS: Any = {"maxLength": LONGEST_WORDS}


class ExperimentsAsked(Page):
    """What somebody looks for among the experiments."""

    standing: Literal["ahead", "on", "overdue", "works", "partly", "no"] | None = Field(
        None, description="Where it stands; of what has ended, whether it works"
    )
    perspective: Perspective | None = None
    organisation: int | None = Field(
        None, ge=1, le=LARGEST_ID, description="The id of the organisation that tries it out"
    )


class ExperimentWish(Schema):
    """An experiment as somebody starts it."""

    model_config = ConfigDict(extra="forbid")

    title: Text = Field(description="What you try out", json_schema_extra={"maxLength": LONGEST_TITLE})
    why: Text = Field(json_schema_extra=_WORDS)
    expectation: Text = Field(json_schema_extra=_WORDS)
    where: Text = Field(description="A unit, a site, a service", json_schema_extra={"maxLength": 200})
    starts_on: Day | None = Field(None, description="The day on which it begins; today unless told")
    ends_on: Day = Field(description="The day on which it ends")
    measure: Text = Field(description="How you will know", json_schema_extra=_WORDS)
    perspectives: list[Perspective] = Field(min_length=1, max_length=5)
    euros: StrictInt = Field(0, json_schema_extra={"minimum": 0, "maximum": MOST_EUROS})
    idea: StrictInt | None = Field(None, description="The id of an idea that it tries out")
    repeats: StrictInt | None = Field(None, description="The id of an experiment that it repeats")
    repeats_how: Repeats | None = None
    team: list[Text] = Field(
        default_factory=list, max_length=MOST_INVITED,
        description="E-mail addresses of those whom you invite to the team; each gets a letter",
    )  # fmt: skip


class WordsWish(Schema):
    """What an experiment is to say of itself; what you do not name stays."""

    model_config = ConfigDict(extra="forbid")

    title: Text | None = Field(
        None, description="What you try out", json_schema_extra={"maxLength": LONGEST_TITLE}
    )
    why: Text | None = Field(None, json_schema_extra=_WORDS)
    expectation: Text | None = Field(None, json_schema_extra=_WORDS)
    where: Text | None = Field(
        None, description="A unit, a site, a service", json_schema_extra={"maxLength": LONGEST_TITLE}
    )
    measure: Text | None = Field(None, description="How you will know", json_schema_extra=_WORDS)
    perspectives: list[Perspective] | None = Field(None, min_length=1, max_length=5)


class LastDayWish(Schema):
    """Another last day, and why."""

    model_config = ConfigDict(extra="forbid")

    ends_on: Day = Field(description="Today or later")
    reason: Text = Field(
        description="10 characters at least; it stands in the log",
        json_schema_extra={"maxLength": LONGEST_REASON},
    )


class EndingWish(Schema):
    """How an experiment ended."""

    model_config = ConfigDict(extra="forbid")

    works: Works
    lesson: Text = Field(
        "", description="What was learnt, 20 characters at least; what did not work is a lesson, too",
        json_schema_extra=_WORDS,
    )  # fmt: skip
    result: Text = Field("", json_schema_extra=_WORDS)
    decision: Text = Field("", json_schema_extra=_WORDS)
    receiver: Text = Field(
        "", description="The e-mail address of whoever answers what she did with it; it gets a letter"
    )
    organisation: StrictInt | None = Field(None, description="Or the id of an organisation that answers")


class RepetitionWish(Schema):
    """How the same went elsewhere, told afterwards."""

    model_config = ConfigDict(extra="forbid")

    how: Repeats
    works: Works
    where: Text = Field(
        description="A unit, a site, a service", json_schema_extra={"maxLength": LONGEST_TITLE}
    )
    lesson: Text = Field(
        description="What was learnt there, 20 characters at least, and not the first's words",
        json_schema_extra=_WORDS,
    )
    result: Text = Field("", json_schema_extra=_WORDS)
    began_on: Day | None = Field(None, description="Within the last two years; today unless told")


class BatonWords(Schema):
    """What a baton says."""

    model_config = ConfigDict(extra="forbid")

    title: Text = Field(json_schema_extra={"maxLength": LONGEST_TITLE})
    text: Text = Field(
        "", description="What each holder is to do; without: something new, and to tell",
        json_schema_extra={"maxLength": LONGEST_TEXT},
    )  # fmt: skip
    hold_days: StrictInt = Field(14, json_schema_extra={"minimum": 1, "maximum": MOST_HOLD_DAYS})


class Giving(Schema):
    """To whom a baton or a lesson goes."""

    model_config = ConfigDict(extra="forbid")

    receiver: Text = Field("", description="An e-mail address, best in another agency; it gets a letter")
    organisation: StrictInt | None = Field(
        None, description="Or the id of an organisation whose people may take it"
    )


class HandOver(Giving):
    """To whom a baton goes, and whether it was tried."""

    more: list[Text] = Field(
        default_factory=list, max_length=MOST_BRANCHES,
        description="After a try: more addresses, for each of which a baton branches off",
    )  # fmt: skip
    pass_on: StrictBool | None = Field(
        None, description="true: without a try; false: after a try alone; unless told, as it is"
    )


class Throw(BatonWords, Giving):
    """A baton, and to whom it goes first."""


class NoteWish(Schema):
    """A line of a log."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(description="What happened", json_schema_extra=_WORDS)


class LessonAnswer(Schema):
    """What became of a lesson."""

    model_config = ConfigDict(extra="forbid")

    answer: Text = Field(description="What you did with it", json_schema_extra=_WORDS)


class ThrowMany(BatonWords):
    """The batons of a campaign, thrown at once: one for each address and each organisation."""

    receivers: list[Text] = Field(
        default_factory=list, max_length=MOST_AT_ONCE, description="E-mail addresses; each gets a letter"
    )
    organisations: list[StrictInt] = Field(
        default_factory=list, max_length=MOST_AT_ONCE, description="Ids; anybody who works there may take it"
    )
