"""Why not: "" means yes, anything else is the sentence that a person reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import AsItStands
from fiksummin.people.choices import OrganisationKind, RoleKind
from fiksummin.people.models import Agreement, Person
from fiksummin.spaces.models import Site, Visit
from fiksummin.spaces.models.visit import LONGEST_NOTE
from fiksummin.spaces.queries.opening import Opening
from fiksummin.spaces.rules.refusals import Refusal, say_day, say_moment, why_not_open, why_not_seconds

EARLY_ARRIVAL = timedelta(hours=2)
"""How long before its start a visit may be received."""
SHORTEST_VISIT = timedelta(minutes=15)
JUST_BEGUN = timedelta(minutes=15)
"""How long ago a visit may have begun when it is announced."""


@dataclass(frozen=True)
class Wish:
    """What somebody asks for: a half-open range of aware moments, how many people, a word to the host."""

    start: datetime
    end: datetime
    people: int
    note: str = ""


def why_not_wish(
    site: Site, wish: Wish, opening: Opening, seats: int, at: datetime, *, stood: datetime | None = None
) -> Refusal | None:
    """Say why a visit cannot be as wished, whoever asks: past, backwards, closed, too far, too many.

    A visit that is changed may keep the beginning at which it ``stood``.
    """
    return (
        _why_not_moments(wish, at, stood)
        or _why_not_so_far(site, wish, at)
        or why_not_open(wish.start, wish.end, opening, site)
        or _why_not_people(wish, seats)
        or _why_not_note(wish)
    )


def why_not_come(person: Person, site: Site, day: date) -> str:
    """Say why a person may not come to a site on a day, although she may enter the service.

    A guest comes to the place she was invited to, until her last day; a
    partner's people where their agreement says, while it is in force.
    """
    return why_not_come_to(person, [site], day)[site.pk]


def why_not_come_to(person: Person, sites: Iterable[Site], day: date) -> dict[int, str]:
    """Say for each site, by id, what ``why_not_come`` says; one query at most."""
    if person.guest_until:
        return {site.pk: _why_not_guest(person, person.guest_until, site, day) for site in sites}
    organisation = person.organisation.on(day) if person.organisation else None
    if organisation and organisation.ends_on and day > organisation.ends_on:
        ended = _("Your organisation will have ended by that day, and no other one carries on its work here.")
        return {site.pk: ended for site in sites}
    if organisation is None or organisation.kind == OrganisationKind.STATE:
        return {site.pk: "" for site in sites}
    agreements = Agreement.objects.filter(organisation=organisation, starts_on__lte=day, ends_on__gte=day)
    places = list(agreements.values_list("places", flat=True))
    return {site.pk: _why_not_partner(places, site) for site in sites}


def why_not_another(site: Site, coming: int) -> str:
    """Say why a person with so many coming visits may not announce one more."""
    if coming >= site.visits_per_person:
        return ngettext(
            "You can have %(count)d visit ahead of you at a time. Cancel it, or come back after it.",
            "You can have %(count)d visits ahead of you at a time. Cancel one, or come back after the next.",
            site.visits_per_person,
        ) % {"count": site.visits_per_person}
    return ""


def why_not_change(visit: Visit, person: Person, at: datetime) -> str:
    """Say why a visit cannot be changed: not hers, cancelled, begun, or over."""
    if visit.person_id != person.pk:
        return _("Only the person who announced the visit can change it.")
    return _why_not_standing(visit, at)


def why_not_cancel(visit: Visit, person: Person, at: datetime) -> str:
    """Say why a visit cannot be cancelled by a person: neither hers nor at her site, cancelled, begun, or over."""
    if visit.person_id != person.pk and not person.may(RoleKind.HOST, visit.site.slug):
        return _("Only the person who announced the visit, and the hosts, can cancel it.")
    return _why_not_standing(visit, at)


def _why_not_standing(visit: Visit, at: datetime) -> str:
    if visit.cancelled_at:
        return AsItStands(_("The visit has been cancelled already."))
    if visit.arrived_at:
        return AsItStands(_("The visit has begun. Tell the host if something changes."))
    if at >= visit.ends_at:
        return AsItStands(_("The visit is over."))
    return ""


def why_not_host(person: Person, site: Site) -> str:
    """Say why a person may not receive people at a site."""
    return "" if person.may(RoleKind.HOST, site.slug) else _("Only a host of this site can do this.")


def arrival_from(visit: Visit) -> datetime:
    """The moment from which an arrival can be noted."""
    return visit.starts_at - EARLY_ARRIVAL


def why_not_arrive(visit: Visit, at: datetime) -> str:
    """Say why an arrival cannot be noted now."""
    if visit.cancelled_at:
        return AsItStands(_("The visit has been cancelled."))
    if visit.arrived_at:
        return AsItStands(_("The arrival has been noted already."))
    if at < arrival_from(visit):
        begins = _("The visit begins only %(moment)s.")
        return AsItStands(begins % {"moment": say_moment(visit.starts_at, visit.site)})
    if at >= visit.ends_at:
        return AsItStands(_("The visit is over."))
    return ""


def why_not_undo_arrival_of(visit: Visit) -> str:
    """Say why an arrival cannot be taken back."""
    here = visit.arrived_at and not visit.left_at
    return "" if here else AsItStands(_("There is no arrival to take back."))


def why_not_leave(visit: Visit) -> str:
    """Say why a leaving cannot be noted."""
    if not visit.arrived_at:
        return AsItStands(_("The visitor has not arrived yet."))
    return AsItStands(_("The visitor has left already.")) if visit.left_at else ""


def why_not_write(visit: Visit) -> str:
    """Say why a host cannot send a word."""
    return "" if visit.person_id else AsItStands(_("A walk-in has no address to write to."))


def why_not_manage(person: Person, site: Site | None = None) -> str:
    """Say why a person may not change a site (or, without one, enter a new site)."""
    allowed = person.may(RoleKind.MANAGER, site.slug if site else "")
    return "" if allowed else _("Only a site manager or an owner can do this.")


def _why_not_guest(person: Person, last: date, site: Site, day: date) -> str:
    if person.guest_place and person.guest_place != site.slug:
        return _("Your invitation is for another site.")
    if day > last:
        return _("Your invitation is valid until %(day)s.") % {"day": say_day(last)}
    return ""


def _why_not_partner(places: list[list[str]], site: Site) -> str:
    if not places:
        return _("The agreement with your organisation is not in force on that day.")
    if not any(not listed or site.slug in listed for listed in places):
        return _("The agreement with your organisation does not cover this site.")
    return ""


def _why_not_moments(wish: Wish, at: datetime, stood: datetime | None) -> Refusal | None:
    begins_now = wish.start == at  # who stands at the door comes in at once, whatever the second
    if wish.end <= wish.start:
        return Refusal(_("The leaving time must be after the arrival time."), "end")
    if wish.end <= at:
        return Refusal(_("That time has passed already."), "day", another_time=True)
    if wish.start < at - JUST_BEGUN and wish.start != stood:
        return Refusal(
            _("The arrival time has passed already. Choose a later one."), "start", another_time=True
        )
    if wish.end - wish.start < SHORTEST_VISIT and not begins_now:
        return Refusal(_("A visit takes at least a quarter of an hour."), "end")
    return why_not_seconds(wish.end if begins_now else wish.start, wish.end)


def _why_not_so_far(site: Site, wish: Wish, at: datetime) -> Refusal | None:
    furthest = at.astimezone(site.zone).date() + timedelta(days=site.days_ahead)
    if wish.start.astimezone(site.zone).date() <= furthest:
        return None
    return Refusal(
        _("Visits can be announced %(days)d days ahead, until %(day)s.")
        % {"days": site.days_ahead, "day": say_day(furthest)},
        "day",
    )


def _why_not_people(wish: Wish, seats: int) -> Refusal | None:
    if wish.people < 1:
        return Refusal(_("A visit needs at least one person."), "people")
    if wish.people > seats:
        return Refusal(
            ngettext("The site has %(seats)d seat in all.", "The site has %(seats)d seats in all.", seats)
            % {"seats": seats},
            "people",
        )
    return None


def _why_not_note(wish: Wish) -> Refusal | None:
    if len(wish.note) <= LONGEST_NOTE:
        return None
    return Refusal(
        _("The word to the host is too long: %(length)d characters, at most %(most)d.")
        % {"length": len(wish.note), "most": LONGEST_NOTE},
        "note",
    )
