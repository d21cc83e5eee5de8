"""After an event, and before the lab comes: tell what one took away, invite the lab. The same actions as on the pages."""

from dataclasses import replace
from datetime import date

from django.http import HttpResponse
from ninja import Field, Router, Schema
from pydantic import ConfigDict, StrictBool, StrictInt

from fiksummin.api.answers import page_address
from fiksummin.api.bearers import WRITE, Asked
from fiksummin.api.events import seen_event
from fiksummin.api.inputs import Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.events import actions, models, queries
from fiksummin.events.choices import InvitationState
from fiksummin.events.models.after import LONGEST_TAKEAWAY
from fiksummin.events.queries import wishes
from fiksummin.events.rules.inviting import LENGTHS, MOST_PEOPLE
from fiksummin.people.models import Person

router = Router(tags=["After events, and invitations"])


class TakeawayWish(Schema):
    """What you took away. A picture and a recording are brought by addresses of their own, and stay when the words are changed here."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field("", json_schema_extra={"maxLength": LONGEST_TAKEAWAY})
    link: Text = Field("", json_schema_extra={"maxLength": 500})
    named: StrictBool = Field(False, description="Whether the page tells your name")


class Takeaway(Schema):
    """What you told of an event. Others read it once its organisers have let it out."""

    id: int
    event: int
    text: str
    link: str
    picture: str = Field(description="What its picture shows; empty when there is none")
    recording: str = Field(description="What is said in its recording; empty when there is none")
    named: bool
    shown: bool = Field(description="Whether it stands on the page of the takeaways")
    url: str


class InvitationWish(Schema):
    """Ask the lab to come to your agency."""

    model_config = ConfigDict(extra="forbid")

    topic: Text = Field(json_schema_extra={"maxLength": LENGTHS["topic"]})
    dates: Text = Field(
        description="When it would suit, in your own words", json_schema_extra={"maxLength": LENGTHS["dates"]}
    )
    audience: Text = Field("", json_schema_extra={"maxLength": LENGTHS["audience"]})
    text: Text = Field("", json_schema_extra={"maxLength": LENGTHS["text"]})
    people: StrictInt = Field(1, json_schema_extra={"minimum": 1, "maximum": MOST_PEOPLE})


class Invitation(Schema):
    """An agency's invitation, and by when it is answered."""

    id: int
    organisation: str
    topic: str
    dates: str
    audience: str
    text: str
    people: int
    state: InvitationState
    answer_by: date = Field(description="The working day by which it is answered")
    url: str


@router.post(
    "events/{int:event}/takeaways",
    auth=WRITE,
    response=responses({200: Takeaway, 201: Takeaway}, 400, 404, 409, 413, 422),
    url_name="event_takeaways",
)
def tell_takeaway(request: Asked, event: int, wish: TakeawayWish, key: IdempotencyKey) -> HttpResponse:
    """Tell what you took away: 201. Told again it is told otherwise, and waits to be let out anew: 200."""
    person, row = request.auth.person, seen_event(request.auth.person, event)
    return answered_once(
        person, key, ["takeaways", event, wish.model_dump(mode="json")], lambda: _tell(person, row, wish)
    )


@router.post(
    "invitations",
    auth=WRITE,
    response=responses({201: Invitation}, 400, 403, 409, 413, 422),
    url_name="invitations",
)
def invite_lab(request: Asked, wish: InvitationWish, key: IdempotencyKey) -> HttpResponse:
    """Ask the lab to come to your own agency; you get an answer by ``answer_by``."""
    person = request.auth.person
    return answered_once(
        person,
        key,
        ["invitations", wish.model_dump(mode="json")],
        lambda: (201, _invitation(_invite(person, wish)).model_dump(mode="json")),
    )


def _tell(person: Person, event: models.Event, wish: TakeawayWish) -> tuple[int, dict[str, object]]:
    stands = told_before(event, person)
    return tell(
        person, event, replace(stands, text=wish.text.strip(), link=wish.link.strip(), is_named=wish.named)
    )


def told_before(event: models.Event, person: Person) -> wishes.TakeawayWish:
    """Give what she told of an event already, as the wish from which a change begins."""
    told = queries.takeaway_of(event, person, None)
    names = ("text", "link", "is_named", "picture_words", "recording_words")
    return wishes.TakeawayWish(**({name: getattr(told, name) for name in names} if told else {}))


def tell(person: Person, event: models.Event, words: wishes.TakeawayWish) -> tuple[int, dict[str, object]]:
    """Tell it, and answer 201 the first time and 200 when it was told already. Raises Invalid, NotNow."""
    is_new = queries.takeaway_of(event, person, None) is None
    try:
        row = actions.tell_takeaway(by=person, event=event, wish=words)
    except (Invalid, Conflict, NotNow):
        raise
    except NotAllowed as refusal:  # she did not take part: as things stand, like an event that has not begun
        raise NotNow(refusal.reason) from refusal
    answer = Takeaway(
        id=row.pk, event=event.pk, text=row.text, link=row.link, picture=row.picture_words,
        recording=row.recording_words, named=row.is_named, shown=False,
        url=page_address(f"events/{event.pk}/takeaways"),
    )  # fmt: skip
    return 201 if is_new else 200, answer.model_dump(mode="json")


def _invite(person: Person, wish: InvitationWish) -> models.Invitation:
    words = {name: getattr(wish, name).strip() for name in LENGTHS}
    return actions.invite_lab(by=person, wish=wishes.InvitationWish(**words, people=wish.people))


def _invitation(row: models.Invitation) -> Invitation:
    return Invitation(
        id=row.pk, organisation=row.organisation.name, topic=row.topic, dates=row.dates, audience=row.audience,
        text=row.text, people=row.people, state=row.state, answer_by=row.answer_due_on,
        url=page_address(f"tour/invitations/{row.pk}"),
    )  # fmt: skip
