"""Why somebody cannot tell what she took away, publish it, give feedback."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import EventState, OutcomeKind
from fiksummin.events.models import Event, Registration, Takeaway
from fiksummin.events.models.after import LONGEST_TAKEAWAY
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.events.rules.events import why_not_run
from fiksummin.events.rules.places import why_not_own
from fiksummin.events.rules.refusals import Refusal, why_no_link
from fiksummin.people.models import Person

LONGEST_OUTCOME = 500
LONGEST_PICTURE_WORDS = 300
LONGEST_SIDE = 1600
"""Pixels of a picture: sharp on a wide screen, and still light on a phone."""


def why_not_tell(
    event: Event, person: Person | None, standing: Registration | None, at: datetime, secret: str = ""
) -> str:
    """Say why somebody cannot tell what she took away: those who had a place do, and the organisers."""
    if event.state(at) not in {EventState.ON, EventState.OVER}:
        return AsItStands(_("Takeaways are gathered once the event has begun."))
    if standing is not None and took_part(standing) and not why_not_own(standing, person, secret):
        return ""
    if person is not None and not why_not_run(event, person):
        return ""
    return _("Those who took part tell what they took away.")


def took_part(registration: Registration) -> bool:
    """Say whether somebody had a place to the end."""
    return registration.confirmed_at is not None and registration.ended_at is None


def why_not_takeaway(
    wish: TakeawayWish, *, has_picture: bool = False, has_recording: bool = False
) -> Refusal | None:
    """Say what is wrong with a takeaway, whoever brings it; ``has_…``: what stays of what was told before."""
    pictured, recorded = bool(wish.picture) or has_picture, bool(wish.recording) or has_recording
    if not (wish.text or wish.link or pictured or recorded):
        return Refusal(_("Write a few words, or bring a link, a picture or a recording."), "text")
    for name, most in (
        ("text", LONGEST_TAKEAWAY), ("recording_words", LONGEST_TAKEAWAY), ("picture_words", LONGEST_PICTURE_WORDS)
    ):  # fmt: skip
        too_long = why_too_long(getattr(wish, name), most)
        if too_long:
            return Refusal(too_long, name)
    if wish.link and (refusal := why_no_link(wish.link)):
        return Refusal(refusal, "link")
    if pictured and not wish.picture_words:
        return Refusal(_("Say what the picture shows, for those who do not see it."), "picture_words")
    if recorded and not wish.recording_words:
        return Refusal(
            _("Write what is said in the recording, for those who do not hear it."), "recording_words"
        )
    return None


def why_not_withdraw_takeaway(takeaway: Takeaway, person: Person | None, secret: str = "") -> str:
    """Say why a takeaway cannot be taken back: by whoever told it."""
    if person is not None and takeaway.person_id == person.pk:
        return ""
    row = takeaway.registration
    if row is not None and secret and not why_not_own(row, None, secret):
        return ""
    return _("Only whoever told it can take it back.")


def why_not_outcome(
    kind: str, text: str, owner: Person | None, due_on: date | None, day: date
) -> Refusal | None:
    """Say what is wrong with a decision, a next step or an open question."""
    if kind not in OutcomeKind.values:
        return Refusal(_("Choose a decision, a next step or an open question."), "kind")
    if not text:
        return Refusal(_("Write it down in a few words."), "text")
    too_long = why_too_long(text, LONGEST_OUTCOME)
    if too_long:
        return Refusal(too_long, "text")
    return _why_not_step(owner, due_on, day) if kind == OutcomeKind.NEXT_STEP else None


def _why_not_step(owner: Person | None, due_on: date | None, day: date) -> Refusal | None:
    """Say what a next step lacks: somebody who takes it, by a day to come."""
    if due_on is None:
        return Refusal(_("Say by when the next step is taken."), "due_on")
    if due_on < day:
        return Refusal(_("This day is past. Choose one to come."), "due_on")
    return None if owner else Refusal(_("Say who takes the next step."), "owner")


def why_not_gather(event: Event, person: Person, at: datetime) -> str:
    """Say why somebody may not write down what came of an event, or publish it."""
    refusal = why_not_run(event, person)
    if refusal:
        return refusal
    if event.state(at) in {EventState.ON, EventState.OVER}:
        return ""
    return AsItStands(_("Takeaways are gathered once the event has begun."))


def why_not_publish_digest(event: Event, person: Person, summary: str, at: datetime) -> str:
    """Say why the takeaways of an event cannot be let out now."""
    return why_not_gather(event, person, at) or why_too_long(summary.strip(), LONGEST_TAKEAWAY)


def why_not_feedback(
    registration: Registration, person: Person | None, at: datetime, secret: str = ""
) -> str:
    """Say why somebody cannot say how an event was."""
    if why_not_own(registration, person, secret) or not took_part(registration):
        return _("Those who took part say how it was.")
    if registration.event.state(at) not in {EventState.ON, EventState.OVER}:
        return AsItStands(_("The event has not begun yet."))
    if hasattr(registration, "feedback_given"):
        return AsItStands(_("You have said how it was. Thank you."))
    return ""


def why_not_scale(was_useful: int) -> Refusal | None:
    """Say that the scale goes from 1 to 5."""
    return None if was_useful in range(1, 6) else Refusal(_("Choose from 1 to 5."), "was_useful")
