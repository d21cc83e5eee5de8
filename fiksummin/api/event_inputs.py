"""What programs ask and give about events and places at them."""

from typing import Annotated, Any

from django.utils.translation import gettext as _
from ninja import Field, Query, Schema
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StrictBool, StrictInt, model_validator

from fiksummin.api.booking_inputs import SpaceId
from fiksummin.api.inputs import LARGEST_ID, Asks, Beginning, Ending, Moment, Text
from fiksummin.events import rules
from fiksummin.events.actions import Scope
from fiksummin.events.choices import Allocation, AnswerKind, Audience, Dimension, Mode, Sensitivity
from fiksummin.events.models.answers import LONGEST_ANSWER
from fiksummin.events.models.event import LONGEST_SUMMARY, LONGEST_TEXT, LONGEST_TITLE
from fiksummin.events.models.places import MOST_PEOPLE
from fiksummin.events.rules.details import MOST_ROWS
from fiksummin.events.rules.events import MOST_KEPT_DAYS, MOST_OFFER_HOURS, MOST_PLACES
from fiksummin.people.choices import Language, RoleKind
from fiksummin.spaces.choices import LayoutKind

MOST_WORDS = 20
MOST_ADDRESSES = 30


def _body(value: int) -> int:
    if not 0 < value <= LARGEST_ID:
        raise ValueError(_("There is no such organisation."))
    return value


def _circle(value: int) -> int:
    if not 0 < value <= LARGEST_ID:
        raise ValueError(_("There is no such community."))
    return value


def _series(value: int) -> int:
    if not 0 < value <= LARGEST_ID:
        raise ValueError(_("There is no such series that you may add to."))
    return value


OrganisationId = Annotated[StrictInt, AfterValidator(_body)]
CircleId = Annotated[StrictInt, AfterValidator(_circle)]
SeriesId = Annotated[StrictInt, AfterValidator(_series)]
Tongue = Annotated[Text, Field(pattern=r"^[a-z]{2,3}$", examples=["fi"])]
Unasked = BeforeValidator(lambda value: None if value == "" else value)
"""What is left empty after the question mark is not asked."""
Number = Annotated[StrictInt, Field(json_schema_extra={"minimum": 0})]


def upto(most: int, **words: Any) -> Any:
    """Describe a number with its bounds; the rule refuses in words what is out of them."""
    return Field(json_schema_extra={"minimum": 0, "maximum": most}, **words)


class EventsAsked(Asks):
    """Which events: from now on, unless told."""

    from_: Annotated[Beginning | None, Unasked] = Field(
        None, alias="from", description="Not over by then, a moment or a Finnish day; now, unless told"
    )
    to: Annotated[Ending | None, Unasked] = Field(None, description="Begun by then; a day is included")
    kind: Text = Field("", description="The slug of a kind")
    site: Text = Field("", description="The slug of a site")
    free: Annotated[bool, BeforeValidator(lambda value: value or False)] = Field(
        False,
        description="Only those where you can register now and places are free, with `mode` of that mode",
    )
    theme: Text = Field("", description="The slug of a theme")
    tag: Text = Field("", description="A tag, in small letters")
    language: Annotated[Language | None, Unasked] = Field(None, description="Held in this language")
    mode: Annotated[Mode | None, Unasked] = Field(None, description="With places of this kind")
    dimension: Annotated[Dimension | None, Unasked] = Field(None, description="Which touches this dimension")
    q: Text = Field(
        "", max_length=100, description="Words of the title, the description, the theme, a speaker"
    )

    @model_validator(mode="after")
    def _in_order(self) -> "EventsAsked":
        if self.from_ and self.to and self.to <= self.from_:
            raise ValueError(_("The end must be after the beginning."))
        return self


class QuestionWish(Schema):
    """A question for those who register, and why it is asked."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(min_length=1, max_length=300)
    why: Text = Field("", max_length=300)
    kind: AnswerKind = AnswerKind.TEXT
    options: list[Text] = Field(default_factory=list, max_length=MOST_WORDS)
    sensitivity: Sensitivity = Field(Sensitivity.ORDINARY, description="Diet and access are forgotten soon")
    required: StrictBool = False


class QuotaWish(Schema):
    """How many places the people of an organisation, or those with a role, have at most; one of the two is named."""

    model_config = ConfigDict(extra="forbid")

    organisation: OrganisationId | None = None
    role: RoleKind | None = None
    most: StrictInt = upto(MOST_PLACES)


class TranslationWish(Schema):
    """The words of an event in a further language; each has at least the title."""

    model_config = ConfigDict(extra="forbid")

    title: Text = Field(json_schema_extra={"maxLength": LONGEST_TITLE})
    summary: Text = Field("", json_schema_extra={"maxLength": LONGEST_SUMMARY})
    text: Text = Field("", json_schema_extra={"maxLength": LONGEST_TEXT})


class EventChange(Schema):
    """What is to be otherwise; what is not named stays. Null takes a space, layout, theme, season or series away."""

    model_config = ConfigDict(extra="forbid")

    title: Text | None = Field(None, json_schema_extra={"maxLength": LONGEST_TITLE})
    kind: Text | None = Field(None, description="The slug of a kind", examples=["workshop"])
    site: Text | None = Field(None, description="The slug of a site; null for an event elsewhere or online")
    space: SpaceId | None = Field(None, description="A space of the site, booked in the same act")
    layout: LayoutKind | None = Field(None, description="How it is furnished")
    place: Text | None = Field(None, description="An address elsewhere", json_schema_extra={"maxLength": 200})
    start: Moment | None = None
    end: Moment | None = None
    places: StrictInt | None = upto(MOST_PLACES, default=None, description="On site")
    virtual_places: StrictInt | None = upto(MOST_PLACES, default=None, description="Online")
    allocation: Allocation | None = None
    opens_at: Moment | None = Field(None, description="When registration opens; at once, unless told")
    closes_at: Moment | None = Field(None, description="When it closes; when the event begins, unless told")
    offer_hours: StrictInt | None = upto(
        MOST_OFFER_HOURS,
        default=None,
        description="How long a freed place is held for an answer; 0: given at once",
    )
    audience: Audience | None = None
    audience_organisation: OrganisationId | None = None
    audience_circle: CircleId | None = Field(None, description="A community that you belong to")
    audience_role: RoleKind | None = None
    summary: Text | None = Field(None, json_schema_extra={"maxLength": LONGEST_SUMMARY})
    text: Text | None = Field(None, json_schema_extra={"maxLength": LONGEST_TEXT})
    language: Language | None = Field(None, description="In which language title, summary and text are")
    translations: dict[Language, TranslationWish] | None = Field(
        None, description="The same in further languages; all of them at once"
    )
    spoken: list[Tongue] | None = Field(None, max_length=MOST_WORDS)
    online_link: Text | None = Field(None, description="Shown only to those who have a place")
    outside_link: Text | None = Field(None, description="Where one registers when somebody else holds it")
    access: Text | None = Field(None, json_schema_extra={"maxLength": 2000})
    recorded: StrictBool | None = None
    captions: StrictBool | None = None
    keep_answers_days: StrictInt | None = upto(MOST_KEPT_DAYS, default=None)
    dimensions: list[Dimension] | None = Field(None, max_length=MOST_WORDS)
    tags: list[Text] | None = Field(None, max_length=MOST_WORDS)
    visited: OrganisationId | None = Field(
        None, description="The agency at which a stop of the tour is held; needed for one"
    )
    theme: Text | None = Field(None, description="The slug of a theme")
    season: Text | None = Field(None, description="The slug of a season")
    series: SeriesId | None = Field(None, description="A series of which you hold an event")


class EventMove(EventChange):
    """What is to be otherwise, and why."""

    reason: Text = Field(
        "",
        description="Why the time or the place is another: those who registered read it",
        json_schema_extra={"maxLength": rules.events.LONGEST_REASON},
    )


class OnlineWish(Schema):
    """How one joins an event that is held online instead of on site, and why."""

    model_config = ConfigDict(extra="forbid")

    online_link: Text = Field(
        "", description="Shown only to those who have a place; without it the one there is stays"
    )
    reason: Text = Field("", json_schema_extra={"maxLength": rules.events.LONGEST_REASON})
    scope: Scope = Field(
        Scope.THIS,
        description="Also the following or all other events of its series that are to come, on site",
    )


class EventWish(EventChange):
    """An event as it is planned: with its space, places and questions, all in one act."""

    title: Text = Field(json_schema_extra={"maxLength": LONGEST_TITLE})
    kind: Text = Field(description="The slug of a kind", examples=["workshop"])
    start: Moment
    end: Moment
    publish: StrictBool = Field(False, description="Whether those see it at once for whom it is")
    questions: list[QuestionWish] | None = Field(
        None, max_length=MOST_ROWS, description="Those of the kind, unless told; an empty list: none"
    )
    organisers: list[Text] = Field(
        default_factory=list,
        max_length=MOST_ADDRESSES,
        description="E-mail addresses of those who hold it with you",
    )
    hosts: list[Text] = Field(
        default_factory=list,
        max_length=MOST_ADDRESSES,
        description="E-mail addresses of those who receive people",
    )
    quotas: list[QuotaWish] = Field(default_factory=list, max_length=MOST_ROWS)


class RegistrationWish(Schema):
    """A place for oneself, and for whom one brings along."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode | None = Field(None, description="Needed only where one can take part in both ways")
    people: StrictInt = Field(1, json_schema_extra={"minimum": 1, "maximum": MOST_PEOPLE})
    companions: list[Text] = Field(
        default_factory=list, max_length=MOST_PEOPLE - 1, description="Their names"
    )
    offer: StrictBool | None = Field(
        None,
        description="In the queue: true has a place that becomes free held for your answer, false takes it at once; null is as the event does",
    )
    shown: StrictBool = Field(
        False, description="Whether the others who have a place see your name and organisation"
    )
    answers: dict[Text, Text] = Field(
        default_factory=dict,
        max_length=MOST_ROWS,
        description=f"The id of a question → the answer, at most {LONGEST_ANSWER} characters",
    )


class Handing(Schema):
    """To which colleague a place is handed."""

    model_config = ConfigDict(extra="forbid")

    email: Text = Field(description="Her address at work, of your own organisation", max_length=254)


class HandoverAnswers(Schema):
    """What somebody answers who takes a place over."""

    model_config = ConfigDict(extra="forbid")

    answers: dict[Text, Text] = Field(
        default_factory=dict, max_length=MOST_ROWS, description="The id of a question → the answer"
    )


class ModeWish(Schema):
    """How one takes part."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode


class OfferWish(Schema):
    """Whether a place that becomes free is held for an answer, or given at once."""

    model_config = ConfigDict(extra="forbid")

    offer: StrictBool


class ShowingWish(Schema):
    """Whether the others who have a place see one's name and organisation."""

    model_config = ConfigDict(extra="forbid")

    shown: StrictBool


class Reason(Schema):
    """Why a registration is given up."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field("", json_schema_extra={"maxLength": rules.places.LONGEST_REASON})


class EventReason(Schema):
    """Why an event is called off."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field("", json_schema_extra={"maxLength": rules.events.LONGEST_REASON})


class Came(Schema):
    """How many of those registered came; all, unless told."""

    model_config = ConfigDict(extra="forbid")

    people: StrictInt | None = Field(None, ge=1, le=MOST_PEOPLE)
    at: Moment | None = Field(
        None, description="When it was; now, unless told. Brought late and in any order, the earliest counts"
    )


EventsQuery = Query[EventsAsked]
