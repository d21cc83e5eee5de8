"""What programs ask and give about campaigns and ideas."""

from typing import Literal

from ninja import Field, Schema
from pydantic import ConfigDict, StrictInt

from fiksummin.api.inputs import Day, Page, Text
from fiksummin.ideas.choices import IdeaState, Perspective
from fiksummin.ideas.models.idea import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE
from fiksummin.people.choices import Language
from fiksummin.trail.models import LONGEST_STEP


class IdeasAsked(Page):
    """What somebody looks for among the ideas of a campaign."""

    state: Literal["open", "considered", "accepted", "tried", "carried_out", "declined"] | None = None
    perspective: Perspective | None = None
    language: Language | None = None


class IdeaWish(Schema):
    """An idea as somebody writes it."""

    model_config = ConfigDict(extra="forbid")

    title: Text = Field(json_schema_extra={"maxLength": LONGEST_TITLE})
    body: Text = Field(
        description="What you would do, and why", json_schema_extra={"maxLength": LONGEST_TEXT}
    )
    perspective: Perspective
    language: Language = Language.FI


class SupportWish(Schema):
    """How much somebody wants an idea."""

    model_config = ConfigDict(extra="forbid")

    value: StrictInt = Field(
        1, description="1, or from 0 to 4 where ideas are weighed so; 0 takes it back",
        json_schema_extra={"minimum": 0, "maximum": 4},
    )  # fmt: skip


class DecisionWish(Schema):
    """Where an idea goes, and why."""

    model_config = ConfigDict(extra="forbid")

    state: IdeaState
    reason: Text = Field(
        "",
        description="What in the idea decided it, 40 characters at least; needed for every answer",
        json_schema_extra={"maxLength": LONGEST_REASON},
    )
    due_on: Day | None = Field(
        None, description="By which day the next step is taken; needed while it is open"
    )
    next_step: Text = Field("", json_schema_extra={"maxLength": LONGEST_STEP})
    owner: Text = Field(
        "",
        description="Who answers for the next step: the e-mail address of a colleague, or of somebody who runs the lab; empty leaves it as it is, or has the owner of the campaign answer for an idea that is opened again",
        json_schema_extra={"maxLength": 254},
    )


class EntrustingWish(Schema):
    """Who answers for an idea that has waited too long, and by which day."""

    model_config = ConfigDict(extra="forbid")

    owner: Text = Field(
        description="The e-mail address of a colleague of yours, or of somebody who runs the lab",
        json_schema_extra={"minLength": 1, "maxLength": 254},
    )
    due_on: Day


class MergeWish(Schema):
    """To which idea another is to be joined."""

    model_config = ConfigDict(extra="forbid")

    into: StrictInt = Field(
        description="The id of an idea of the same campaign", json_schema_extra={"minimum": 1}
    )
    reason: Text = Field(json_schema_extra={"maxLength": LONGEST_REASON})
