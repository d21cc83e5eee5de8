"""Why somebody cannot wait for a place, or answer an offer."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import AsItStands
from fiksummin.core.time import comes_after
from fiksummin.core.wording import why_too_long
from fiksummin.people.models import Person
from fiksummin.spaces.choices import Feature
from fiksummin.spaces.models import Offer, Site, Waiting
from fiksummin.spaces.queries.wishes import WaitingWish
from fiksummin.spaces.rules.bookings import LONGEST_TITLE
from fiksummin.spaces.rules.refusals import Refusal, say_moment, why_not_seconds

LONGEST_WINDOW = timedelta(days=31)
LEAST_MINUTES = 5
MOST_WAITINGS = 10
"""How many places somebody waits for at a time."""


def why_not_wait(site: Site, wish: WaitingWish, at: datetime) -> Refusal | None:
    """Say why nobody can wait for this, whoever asks."""
    return _why_not_window(wish, at) or _why_not_place(site, wish) or _why_not_words(wish)


def why_not_wait_more(waiting: int) -> str:
    """Say why somebody who waits for so many places may not wait for one more."""
    if waiting < MOST_WAITINGS:
        return ""
    return ngettext(
        "You can wait for %(count)d place at a time. Leave that queue first.",
        "You can wait for %(count)d places at a time. Leave one of the queues first.",
        MOST_WAITINGS,
    ) % {"count": MOST_WAITINGS}


def why_not_leave_queue(waiting: Waiting, person: Person) -> str:
    """Say why a person cannot leave a queue."""
    if waiting.person_id != person.pk:
        return _("Only the person who waits can leave the queue.")
    return AsItStands(_("You do not wait for this any more.")) if waiting.ended_at else ""


def why_not_answer_offer(offer: Offer, person: Person, at: datetime) -> str:
    """Say why a person cannot accept or decline an offered place now."""
    if offer.waiting.person_id != person.pk:
        return _("Only the person to whom the place is offered can answer.")
    if offer.accepted_at:
        return AsItStands(_("You have accepted the place already."))
    if offer.declined_at:
        return AsItStands(_("You have declined the place already."))
    if offer.lapsed_at or at >= offer.answer_due_at or at >= offer.booking.ends_at:
        ended = _("The time to answer ended %(moment)s, and the place goes to the next in line.")
        return AsItStands(ended % {"moment": say_moment(offer.answer_due_at, offer.booking.site)})
    return ""


def _why_not_window(wish: WaitingWish, at: datetime) -> Refusal | None:
    if wish.end <= wish.start:
        return Refusal(_("The end must be after the beginning."), "end")
    if wish.end <= at:
        return Refusal(_("That time has passed already."), "day")
    if wish.end - wish.start > LONGEST_WINDOW:
        return Refusal(
            _("You can wait for a place within %(days)d days at most.") % {"days": LONGEST_WINDOW.days},
            "last",
        )
    if wish.day_from and wish.day_until and not comes_after(wish.day_until, wish.day_from):
        return Refusal(_("The end must be after the beginning."), "end")
    return why_not_seconds(wish.start, wish.end) or _why_not_minutes(wish)


def _why_not_minutes(wish: WaitingWish) -> Refusal | None:
    if wish.minutes < LEAST_MINUTES:
        return Refusal(_("A booking takes at least %(least)d minutes.") % {"least": LEAST_MINUTES}, "minutes")
    if timedelta(minutes=wish.minutes) > wish.end - wish.start:
        return Refusal(_("The time within which you would come is shorter than the booking."), "minutes")
    return None


def _why_not_place(site: Site, wish: WaitingWish) -> Refusal | None:
    if wish.space is not None and (wish.space.site_id != site.pk or wish.space.retired_at):
        return Refusal(_("There is no such space at this site."), "space")
    if wish.layout is not None and (wish.space is None or wish.layout.space_id != wish.space.pk):
        return Refusal(_("The space cannot be furnished like that."), "layout")
    if wish.people < 1:
        return Refusal(_("A booking needs at least one person."), "people")
    unknown = set(wish.features) - set(Feature.values)
    return Refusal(_("No space has such a feature."), "features") if unknown else None


def _why_not_words(wish: WaitingWish) -> Refusal | None:
    refusal = why_too_long(wish.title, LONGEST_TITLE)
    return Refusal(refusal, "title") if refusal else None
