"""Why a booking cannot be: the place, the time, who asks, how much somebody has booked already."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.people.choices import OrganisationKind, RoleKind
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Policy, Site
from fiksummin.spaces.models.visit import LONGEST_NOTE
from fiksummin.spaces.queries.opening import Opening
from fiksummin.spaces.queries.wishes import BookingWish, Place
from fiksummin.spaces.rules.refusals import Refusal, say_day, say_moment, why_not_open, why_not_seconds
from fiksummin.spaces.rules.visits import why_not_come
from fiksummin.ui import when

JUST_BEGUN = timedelta(minutes=30)
"""How long ago a booking may have begun when it is made: who is in the room already books it, too."""
LONGEST_TITLE = 120


def why_not_booking(site: Site, wish: BookingWish, opening: Opening, at: datetime) -> Refusal | None:
    """Say why spaces cannot be booked as wished, whoever asks."""
    if not wish.places:
        return Refusal(_("Choose a space."), "space")
    refusal = _why_not_when(wish, at) or why_not_open(wish.start, wish.end, opening, site)
    if refusal:
        return refusal
    for place in wish.places:
        refusal = _why_not_place(place, site) or _why_not_policy(place, wish, site, at)
        if refusal:
            return refusal
    return why_not_wording(wish)


def why_not_wording(wish: BookingWish) -> Refusal | None:
    """Say what is wrong with a wish whatever its time: how many, and the words."""
    return _why_not_so_many(wish) or _why_not_words(wish)


def why_not_booker(person: Person, site: Site, wish: BookingWish) -> str:
    """Say why these spaces are not for this person."""
    why = why_not_come(person, site, wish.start.astimezone(site.zone).date())
    if why:
        return why
    for place in wish.places:
        if why_not_use(place.space.policy, person):
            return _("%(space)s is not for those who come as you do.") % {"space": place.space.name}
    return ""


def why_not_more(policy: Policy, own: int, organisation: int) -> str:
    """Say why somebody with so many bookings ahead, or of an organisation with so many, may not make one more."""
    if own >= policy.ahead_per_person:
        return ngettext(
            "You can have %(count)d booking of this kind ahead of you at a time. Cancel it, or come back after it.",
            "You can have %(count)d bookings of this kind ahead of you at a time."
            " Cancel one, or come back after the next.",
            policy.ahead_per_person,
        ) % {"count": policy.ahead_per_person}
    if organisation >= policy.ahead_per_organisation:
        return ngettext(
            "Your organisation can have %(count)d booking of this kind ahead at a time.",
            "Your organisation can have %(count)d bookings of this kind ahead at a time.",
            policy.ahead_per_organisation,
        ) % {"count": policy.ahead_per_organisation}
    return ""


def why_not_for(by: Person, person: Person, site: Site) -> str:
    """Say why somebody may not book in another's name: hosts may, and people of one organisation for each other."""
    if by.pk == person.pk or by.may(RoleKind.HOST, site.slug):
        return ""
    if by.organisation_id is not None and by.organisation_id == person.organisation_id:
        return ""
    return _("You can book in the name of people of your own organisation.")


def why_not_change_booking(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a booking cannot be changed or cancelled by a person now."""
    site = booking.site
    if not booking.is_held_by(person) and not person.may(RoleKind.HOST, site.slug):
        return _("Only those who hold the booking, and the hosts, can change it.")
    return why_not_change_at_all(booking, at)


def why_not_change_at_all(booking: Booking, at: datetime) -> str:
    """Say why a booking cannot be changed or cancelled by anybody now."""
    return AsItStands(_why_not_standing(booking, at))


def why_not_answer_booking(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a person cannot approve or decline a booking now."""
    if not person.may(RoleKind.HOST, booking.site.slug):
        return _("Only a host of this site can do this.")
    if booking.approved_at or booking.declined_at:
        return AsItStands(_("The booking has its answer already."))
    if booking.cancelled_at or not booking.answer_due_at:
        return AsItStands(_("The booking does not wait for an answer."))
    return AsItStands(_("The time of the booking has passed.")) if at >= booking.ends_at else ""


def why_not_change_over(booking: Booking, person: Person) -> str:
    """Say why a person cannot note that a space is rearranged."""
    return "" if person.may(RoleKind.HOST, booking.site.slug) else _("Only a host of this site can do this.")


def why_not_repeat(booking: Booking, person: Person) -> str:
    """Say why a person cannot book the same again."""
    return "" if booking.is_held_by(person) else _("Only those who hold the booking can make one like it.")


def why_not_use(policy: Policy, person: Person) -> str:
    """Say why spaces under a policy are not for somebody like this person."""
    kind = person.organisation.kind if person.organisation else OrganisationKind.OTHER
    allowed = policy.for_state if kind == OrganisationKind.STATE else policy.for_partners
    if policy.for_guests if person.is_guest else allowed:
        return ""
    return _("This is not for those who come as you do.")


def _why_not_standing(booking: Booking, at: datetime) -> str:
    if booking.is_offered:
        return _("The place is held for who is first in line. It becomes a booking when it is accepted.")
    if booking.cancelled_at:
        return _("The booking has been cancelled already.")
    if booking.declined_at:
        return _("The booking was declined. Make a new one.")
    if booking.released_at:
        return _("Nobody came, and the spaces were given to others.")
    return _("The booking is over.") if booking.left_at or at >= booking.ends_at else ""


def _why_not_when(wish: BookingWish, at: datetime) -> Refusal | None:
    if wish.end <= wish.start:
        return Refusal(_("The end must be after the beginning."), "end")
    if wish.end <= at or wish.start < at - JUST_BEGUN:
        return Refusal(_("That time has passed already."), "day", another_time=True)
    return why_not_seconds(wish.start, wish.end)


def _why_not_place(place: Place, site: Site) -> Refusal | None:
    if place.space.site_id != site.pk or place.space.retired_at:
        return Refusal(_("There is no such space at this site."), "space")
    if place.layout is not None and place.layout.space_id != place.space.pk:
        return Refusal(_("%(space)s cannot be furnished like that.") % {"space": place.space.name}, "layout")
    return None


def _why_not_policy(place: Place, wish: BookingWish, site: Site, at: datetime) -> Refusal | None:
    policy = place.space.policy
    earliest = at + timedelta(minutes=policy.notice_minutes)
    if policy.notice_minutes and wish.start < earliest:
        return Refusal(
            _("%(space)s must be booked ahead of time. The first possible beginning is %(first)s.")
            % {"space": place.space.name, "first": say_moment(earliest, site)},
            "start",
            another_time=True,
        )
    furthest = at.astimezone(site.zone).date() + timedelta(days=policy.days_ahead)
    if wish.start.astimezone(site.zone).date() > furthest:
        return Refusal(
            _("%(space)s can be booked %(days)d days ahead, until %(day)s.")
            % {"space": place.space.name, "days": policy.days_ahead, "day": say_day(furthest)},
            "day",
        )
    return _why_not_so_long(policy, wish)


def _why_not_so_long(policy: Policy, wish: BookingWish) -> Refusal | None:
    minutes = int((wish.end - wish.start).total_seconds() // 60)
    if policy.shortest_minutes <= minutes <= policy.longest_minutes:
        return None
    return Refusal(
        _("A booking here takes at least %(least)s and at most %(most)s.")
        % {"least": when.length(policy.shortest_minutes), "most": when.length(policy.longest_minutes)},
        "end",
    )


def _why_not_so_many(wish: BookingWish) -> Refusal | None:
    if wish.people < 1:
        return Refusal(_("A booking needs at least one person."), "people")
    if wish.people <= wish.seats:
        return None
    return Refusal(
        ngettext(
            "There is room for %(seats)d person with this furnishing.",
            "There is room for %(seats)d people with this furnishing.",
            wish.seats,
        )
        % {"seats": wish.seats},
        "people",
    )


def _why_not_words(wish: BookingWish) -> Refusal | None:
    for words, most, field in ((wish.title, LONGEST_TITLE, "title"), (wish.note, LONGEST_NOTE, "note")):
        if refusal := why_too_long(words, most):
            return Refusal(refusal, field)
    return None
