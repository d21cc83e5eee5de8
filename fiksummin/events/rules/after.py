"""Why somebody cannot tell what she took away, publish it, give feedback."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.choices import EventState, OutcomeKind
from fiksummin.events.models import Event, Registration
from fiksummin.events.models.after import LONGEST_TAKEAWAY
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.events.rules.events import why_not_run
from fiksummin.events.rules.refusals import Refusal
from fiksummin.people.models import Person

LONGEST_OUTCOME = 500


def why_not_tell(event: Event, person: Person, standing: Registration | None, at: datetime) -> str:
    """Say why somebody cannot tell what she took away: those who had a place do, and the organisers."""
    if event.state(at) not in {EventState.ON, EventState.OVER}:
        return AsItStands(_("Takeaways are gathered once the event has begun."))
    took_part = standing is not None and standing.confirmed_at is not None
    if took_part or not why_not_run(event, person):
        return ""
    return _("Those who took part tell what they took away.")


def why_not_takeaway(wish: TakeawayWish) -> Refusal | None:
    """Say what is wrong with a takeaway, whoever brings it."""
    if not (wish.text or wish.link or wish.picture or wish.recording):
        return Refusal(_("Write a few words, or bring a link, a picture or a recording."), "text")
    for name in ("text", "recording_words"):
        length = len(getattr(wish, name))
        if length > LONGEST_TAKEAWAY:
            return Refusal(
                _("The text is too long: %(length)d characters, at most %(most)d.")
                % {"length": length, "most": LONGEST_TAKEAWAY},
                name,
            )
    if wish.picture and not wish.picture_words:
        return Refusal(_("Say what the picture shows, for those who do not see it."), "picture_words")
    if wish.recording and not wish.recording_words:
        return Refusal(
            _("Write what is said in the recording, for those who do not hear it."), "recording_words"
        )
    return None


def why_not_outcome(kind: str, text: str, due_on: date | None) -> Refusal | None:
    """Say what is wrong with a decision, a next step or an open question."""
    if kind not in OutcomeKind.values:
        return Refusal(_("Choose a decision, a next step or an open question."), "kind")
    if not text:
        return Refusal(_("Write it down in a few words."), "text")
    if len(text) > LONGEST_OUTCOME:
        return Refusal(
            _("The text is too long: %(length)d characters, at most %(most)d.")
            % {"length": len(text), "most": LONGEST_OUTCOME},
            "text",
        )
    if kind == OutcomeKind.NEXT_STEP and due_on is None:
        return Refusal(_("Say by when the next step is taken."), "due_on")
    return None


def why_not_gather(event: Event, person: Person, at: datetime) -> str:
    """Say why somebody may not write down what came of an event, or publish it."""
    refusal = why_not_run(event, person)
    if refusal:
        return refusal
    if event.state(at) in {EventState.ON, EventState.OVER}:
        return ""
    return AsItStands(_("Takeaways are gathered once the event has begun."))


def why_not_feedback(registration: Registration, person: Person, at: datetime) -> str:
    """Say why somebody cannot say how an event was."""
    if registration.person_id != person.pk or registration.confirmed_at is None:
        return _("Those who took part say how it was.")
    if registration.event.state(at) not in {EventState.ON, EventState.OVER}:
        return AsItStands(_("The event has not begun yet."))
    if hasattr(registration, "feedback_given"):
        return AsItStands(_("You have said how it was. Thank you."))
    return ""


def why_not_scale(was_useful: int) -> Refusal | None:
    """Say that the scale goes from 1 to 5."""
    return None if was_useful in range(1, 6) else Refusal(_("Choose from 1 to 5."), "was_useful")
