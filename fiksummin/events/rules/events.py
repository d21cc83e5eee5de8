"""Why an event cannot be as its organisers want it, be changed, published or cancelled."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.circles.queries import circles_for
from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import Allocation, Audience, Dimension, EventState, Mode
from fiksummin.events.models import Event
from fiksummin.events.models.event import LONGEST_SUMMARY, LONGEST_TEXT, LONGEST_TITLE
from fiksummin.events.queries.wishes import EventWish
from fiksummin.events.rules.refusals import Refusal, say_moment, why_no_link
from fiksummin.people.choices import Language, OrganisationKind, RoleKind
from fiksummin.people.models import Person
from fiksummin.spaces.models import Closure

LONGEST = timedelta(days=14)
FURTHEST = timedelta(days=730)
MOST_TAGS, LONGEST_TAG = 20, 60
MOST_PLACES = 10_000
SHORTEST_REASON = 3
LONGEST_REASON = 1000
LENGTHS = {
    "title": LONGEST_TITLE,
    "summary": LONGEST_SUMMARY,
    "text": LONGEST_TEXT,
    "access": 2000,
    "place": 200,
}
MOST_OFFER_HOURS = 14 * 24
MOST_KEPT_DAYS = 90


def why_not_plan(person: Person) -> str:
    """Say why somebody may not plan events: those do who work for the state, partners by agreement, those who run the lab."""
    if person.is_guest or person.organisation is None:
        return _("A guest cannot plan events. Ask who invited you.")
    return _("People of this organisation cannot plan events.") if _is_outside(person) else ""


def why_not_event(wish: EventWish, at: datetime) -> Refusal | None:
    """Say why nobody can hold an event like this, whoever asks."""
    return (
        _why_not_words(wish)
        or _why_not_when(wish, at)
        or _why_not_places(wish)
        or _why_not_where(wish)
        or _why_not_whom(wish)
        or _why_not_rules(wish)
        or _why_not_links(wish)
    )


def why_not_run(event: Event, person: Person) -> str:
    """Say why somebody may not change an event (prefetched ``people`` are used)."""
    place = event.site.slug if event.site else ""
    if person.may(RoleKind.MANAGER, place) or person.may(RoleKind.OWNER):
        return ""
    if any(row.person_id == person.pk and row.part == "organiser" for row in event.people.all()):
        return ""
    return _("Only its organisers can change the event.")


def why_not_change_event(event: Event, person: Person, at: datetime) -> str:
    """Say why somebody may not change or cancel an event now."""
    refusal = why_not_run(event, person)
    if refusal:
        return refusal
    state = event.state(at)
    if state == EventState.CANCELLED:
        return AsItStands(_("The event has been cancelled."))
    return AsItStands(_("The event is over.")) if state == EventState.OVER else ""


def why_not_publish(event: Event, person: Person, at: datetime) -> str:
    """Say why an event cannot be published now."""
    refusal = why_not_change_event(event, person, at)
    if refusal:
        return refusal
    if event.published_at:
        return AsItStands(_("The event is published already."))
    return AsItStands(_("The event has begun already.")) if at >= event.starts_at else ""


def why_not_reason(event: Event, reason: str) -> str:
    """Say why an event cannot be cancelled for this reason."""
    if event.published_at and len(reason.strip()) < SHORTEST_REASON:
        return _("Say why the event is cancelled: those who registered are told.")
    return why_too_long(reason, LONGEST_REASON)


def why_not_allocate(event: Event, wish: EventWish, has_registrations: bool) -> tuple[str, str]:  # noqa: FBT001 -- what a rule knows
    """Give the sentence about why places cannot be given in another way, and its field: whoever registered relied on the published one."""
    if wish.allocation == event.allocation or not has_registrations:
        return "", ""
    return _("Somebody has registered already: how places are given stays as it was told."), "allocation"


def why_not_change_reason(reason: str) -> str:
    """Say why a change cannot be told for this reason; none need be given."""
    return why_too_long(reason.strip(), LONGEST_REASON)


def why_not_hold_online(event: Event, person: Person, at: datetime) -> str:
    """Say why somebody cannot have an event held online instead of on site (prefetched ``pools`` are used)."""
    if refusal := why_not_change_event(event, person, at):
        return refusal
    if event.pool(Mode.ON_SITE) is None:
        return AsItStands(_("The event has no places on site."))
    return AsItStands(_("The event has begun already.")) if at >= event.starts_at else ""


def why_not_join(link: str) -> tuple[str, str]:
    """Give the sentence about why nobody can join by a link, and its field."""
    said = why_no_link(link) if link else _("Give the link by which one joins online.")
    return said, "online_link"


def why_not_fewer(
    taken: Mapping[str, int], capacities: Mapping[str, int], last: Mapping[str, Sequence[str]]
) -> Refusal | None:
    """Say why an event cannot have fewer places than are taken, and who would lose hers. All by mode."""
    for mode, number in taken.items():
        if number > capacities.get(mode, 0):
            sentence = ngettext(
                "%(taken)d place is taken already. Remove registrations first, or keep at least so many places.",
                "%(taken)d places are taken already. Remove registrations first, or keep at least so many places.",
                number,
            ) % {"taken": number}
            if who := ", ".join(last.get(mode, ())):
                sentence += " " + _("The last to get a place: %(who)s.") % {"who": who}
            if mode == Mode.ON_SITE and capacities and mode not in capacities:
                sentence += " " + _("Or have the event held online: then everybody keeps her place.")
            return Refusal(sentence, "places" if mode == Mode.ON_SITE else "virtual_places")
    return None


def why_not_shut(closure: Closure | None) -> tuple[str, str]:
    """Give the sentence about why nothing is held at a site then, and its field: it is shut."""
    if closure is None:
        return "", ""
    return _("The site is shut at that time: %(reason)s") % {"reason": closure.reason}, "day"


def _is_outside(person: Person) -> bool:
    body = person.organisation
    return body is not None and body.kind == OrganisationKind.OTHER


def _why_not_words(wish: EventWish) -> Refusal | None:
    if not wish.title.strip():
        return Refusal(_("Give the event a title."), "title")
    for name, most in LENGTHS.items():
        refusal = why_too_long(getattr(wish, name), most)
        if refusal:
            return Refusal(refusal, name)
    return _why_not_tags(wish) or _why_not_further_words(wish)


def _why_not_tags(wish: EventWish) -> Refusal | None:
    if len(wish.tags) > MOST_TAGS:
        return Refusal(_("Give at most %(most)d tags.") % {"most": MOST_TAGS}, "tags")
    longest = max(wish.tags, key=len, default="")
    sentence = _("A tag has at most %(most)d characters: %(tag)s") % {
        "most": LONGEST_TAG,
        "tag": longest[:LONGEST_TAG],
    }
    return Refusal(sentence, "tags") if len(longest) > LONGEST_TAG else None


def _why_not_further_words(wish: EventWish) -> Refusal | None:
    """Say what is wrong with the words in further languages; each language has at least the title."""
    for name, others in (("title", wish.titles), ("summary", wish.summaries), ("text", wish.texts)):
        for language, words in others.items():
            field = f"{name}_{language}"
            if language not in Language.values:
                return Refusal(_("Events have words in Finnish, Swedish and English."), field)
            if language == wish.language:
                said = _("This is the language of the words above: write them there, or leave this empty.")
                return Refusal(said, field)
            if not wish.titles.get(language):
                return Refusal(_("Give the title in this language, too."), f"title_{language}")
            if refusal := why_too_long(words, LENGTHS[name]):
                return Refusal(refusal, field)
    return None


def _why_not_when(wish: EventWish, at: datetime) -> Refusal | None:
    if wish.end <= wish.start:
        return Refusal(_("The end must be after the beginning."), "end")
    if wish.start <= at:
        return Refusal(_("That time has passed already."), "day")
    if wish.end - wish.start > LONGEST:
        return Refusal(_("An event lasts at most %(days)d days.") % {"days": LONGEST.days}, "end")
    if wish.start - at > FURTHEST:
        return Refusal(
            _("An event can be planned at most %(days)d days ahead.") % {"days": FURTHEST.days}, "day"
        )
    return _why_not_registration(wish, at)


def _why_not_registration(wish: EventWish, at: datetime) -> Refusal | None:
    if (wish.opens_at or at) >= (wish.closes_at or wish.start):
        return Refusal(_("Registration must open before it closes."), "opens_at")
    if wish.closes_at and wish.closes_at > wish.end:
        return Refusal(_("Registration closes at the latest when the event ends."), "closes_at")
    return None


def _why_not_places(wish: EventWish) -> Refusal | None:
    for name in ("places", "virtual_places"):
        if not 0 <= getattr(wish, name) <= MOST_PLACES:
            return Refusal(_("Give a number of places from 0 to %(most)d.") % {"most": MOST_PLACES}, name)
    if not wish.capacities and not wish.outside_link:
        return Refusal(_("Give the event at least one place, on site or online."), "places")
    seats = wish.layout.seats if wish.layout else wish.space.seats if wish.space else None
    if seats is not None and wish.places > seats:
        return Refusal(
            ngettext(
                "There is %(seats)d seat in the space as it is furnished. Choose fewer places or another space.",
                "There are %(seats)d seats in the space as it is furnished. Choose fewer places or another space.",
                seats,
            )
            % {"seats": seats},
            "places",
        )
    return None


def _why_not_where(wish: EventWish) -> Refusal | None:
    if wish.space is not None and (
        wish.site is None or wish.space.site_id != wish.site.pk or wish.space.retired_at
    ):
        return Refusal(_("There is no such space at this site."), "space")
    if wish.layout is not None and (wish.space is None or wish.layout.space_id != wish.space.pk):
        return Refusal(_("The space cannot be furnished like that."), "layout")
    if wish.places and not (wish.space or wish.site or wish.place.strip()):
        return Refusal(_("Say where the event is held: choose a space, or write the address."), "place")
    return None


def _why_not_whom(wish: EventWish) -> Refusal | None:
    if wish.audience not in Audience.values:
        return Refusal(_("There is no such audience."), "audience")
    if wish.audience == Audience.ORGANISATION and wish.audience_organisation is None:
        return Refusal(_("Choose the organisation for which the event is."), "audience_organisation")
    if wish.audience == Audience.CIRCLE and wish.audience_circle is None:
        return Refusal(_("Choose the community for which the event is."), "audience_circle")
    if wish.audience == Audience.ROLE and wish.audience_role not in RoleKind.values:
        return Refusal(_("Choose the role for which the event is."), "audience_role")
    return None


def why_not_circle(person: Person, wish: EventWish, event: Event | None = None) -> tuple[str, str]:
    """Give the sentence about why somebody cannot hold an event for a community, and its field; the one it is for may stay."""
    circle = wish.audience_circle
    if circle is None or (event is not None and circle.pk == event.audience_circle_id):
        return "", ""
    if not circles_for(person).of(person).filter(pk=circle.pk).exists():
        return _("You do not belong to this community. Choose one of yours."), "audience_circle"
    return (_("The community has ended. Choose another.") if circle.ended_at else ""), "audience_circle"


def _why_not_rules(wish: EventWish) -> Refusal | None:
    if wish.allocation not in Allocation.values:
        return Refusal(_("Places are given in the order of the queue or by lot."), "allocation")
    if not 0 <= wish.offer_hours <= MOST_OFFER_HOURS:
        return Refusal(
            _("Give the time to answer in hours, at most %(most)d.") % {"most": MOST_OFFER_HOURS},
            "offer_hours",
        )
    if not 0 <= wish.keep_answers_days <= MOST_KEPT_DAYS:
        return Refusal(
            _("Answers are kept at most %(most)d days after the event.") % {"most": MOST_KEPT_DAYS},
            "keep_answers_days",
        )
    if set(wish.dimensions) - set(Dimension.values):
        return Refusal(_("There is no such dimension."), "dimensions")
    return None


def _why_not_links(wish: EventWish) -> Refusal | None:
    for name in ("online_link", "outside_link"):
        refusal = why_no_link(getattr(wish, name))
        if refusal:
            return Refusal(refusal, name)
    return None


def why_not_so_few_seats(event: Event, seats: int, last: Sequence[str]) -> str:
    """Say why a space may not have so few seats: an event has more places there, and ``last`` would lose theirs."""
    pool = event.pool(Mode.ON_SITE)
    if pool is None or pool.capacity <= seats:
        return ""
    words = {"event": event.heading, "time": say_moment(event.starts_at, event), "places": pool.capacity, "seats": seats}  # fmt: skip
    said = _("The event %(event)s, %(time)s, has %(places)d places here, and %(seats)d seats would be left. Change the event first.") % words  # fmt: skip
    return f"{said} " + _("These would lose a place: %(who)s.") % {"who": ", ".join(last)} if last else said


def why_not_leave_event(event: Event) -> str:
    """Say why the booking of an event cannot be as it is now: it must cover the event's time and its places."""
    booking = event.booking
    if booking is None or event.cancelled_at:
        return ""
    covers = booking.starts_at <= event.starts_at and booking.ends_at >= event.ends_at
    pool = event.pool(Mode.ON_SITE)
    seats = sum(row.layout.seats if row.layout else row.space.seats for row in booking.places.all())
    if covers and (pool is None or pool.capacity <= seats):
        return ""
    return _("The event %(event)s is held here. Change the event, and the booking follows.") % {
        "event": event.heading
    }
