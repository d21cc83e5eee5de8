"""Who may read what those who take part answered, and when organisers may write to them."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import Reached
from fiksummin.events.models import Event, Registration
from fiksummin.events.models.messages import LONGEST_MESSAGE, LONGEST_SUBJECT
from fiksummin.events.rules.events import why_not_change_event, why_not_run
from fiksummin.events.rules.refusals import Refusal, say_moment
from fiksummin.people.models import Person

MOST_LETTERS = 3
LETTERS_WITHIN = timedelta(hours=24)
WRITES_AFTER = timedelta(days=30)
"""How long after an event its organisers write to those who took part."""
MOST_INVITED = 50
"""How many are invited in one act."""


def why_not_see_answers(event: Event, person: Person) -> str:
    """Say why somebody does not read the answers of those who take part: they are for the organisers."""
    return why_not_run(event, person) and _("Only its organisers read the answers.")


def why_not_write(event: Event, person: Person, sent: int, at: datetime) -> str:
    """Say why organisers cannot write to those who take part now. ``sent``: letters of the last day."""
    if refusal := why_not_run(event, person):
        return refusal
    if not event.published_at:
        return AsItStands(_("The event is not published yet."))
    if at > event.ends_at + WRITES_AFTER:
        return AsItStands(_("The event is long over. Those who took part are not written to any more."))
    if sent >= MOST_LETTERS:
        said = ngettext(
            "You have sent %(sent)d letter within a day. Wait until tomorrow.",
            "You have sent %(sent)d letters within a day. Wait until tomorrow.",
            sent,
        )
        return AsItStands(said % {"sent": sent})
    return ""


def why_not_invite(event: Event, person: Person, at: datetime) -> str:
    """Say why organisers cannot invite anybody now: the link in the letter would open nothing."""
    if refusal := why_not_change_event(event, person, at):
        return refusal
    if not event.published_at:
        return AsItStands(_("The event is not published yet."))
    if at >= event.closes_at:
        moment = say_moment(event.closes_at, event)
        return AsItStands(_("Registration closed %(moment)s.") % {"moment": moment})
    return ""


def why_not_invite_registered(standing: Registration | None) -> str:
    """Say that somebody need not be invited: she is registered."""
    return AsItStands(_("She is registered for the event already.")) if standing else ""


def why_not_message(event: Event, whom: str, subject: str, text: str, at: datetime) -> Refusal | None:
    """Say what is wrong with a letter to those who take part; who came is no record of a person once it is over."""
    if whom not in Reached.values:
        return Refusal(_("Choose whom the letter reaches."), "whom")
    if whom == Reached.HERE and at >= event.ends_at:
        return Refusal(_("The event is over. Who came is kept only as a number, so choose others."), "whom")
    if not subject.strip():
        return Refusal(_("Give the letter a subject."), "subject")
    if not text.strip():
        return Refusal(_("Write what you want to say."), "text")
    for field, words, most in (("subject", subject, LONGEST_SUBJECT), ("text", text, LONGEST_MESSAGE)):
        if refusal := why_too_long(words, most):
            return Refusal(refusal, field)
    return None
