"""Spaces are booked, moved, extended, cancelled. One act claims everything, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import asking, claims, holding
from fiksummin.spaces.facts import BookingCancelled, BookingChanged, BookingMade, MemberRemoved
from fiksummin.spaces.models import BookedSpace, Booking, BookingMember, Hold, Site
from fiksummin.spaces.queries.wishes import BookingWish

WORDS = ["people", "extra_seats", "title", "is_public", "note", "wants_introduction"]
ANSWER = ["answer_due_at", "approved_at", "approved_by"]
MOST_MEMBERS = 30


@dataclass(frozen=True)
class Draft:
    """A new booking and its spaces, about to be saved; what it needs is claimed."""

    booking: Booking
    places: Sequence[BookedSpace]


def book(
    *,
    by: Person,
    site: Site,
    wish: BookingWish,
    person: Person | None = None,
    members: Sequence[Person] = (),
    keeps_unseen: bool = False,
    at: datetime | None = None,
) -> Booking:
    """Book spaces for oneself, for ``person``, or for a group whose ``members`` may each change it.

    What ``keeps_unseen`` is not given to others though nobody checks in. Where
    a policy wants an approval the booking waits for it, and holds its spaces
    meanwhile or not, as the policy says. Raises Invalid (with its
    field), NotAllowed, and Conflict with other answers when somebody else has the place.
    """
    at, wish = at or now(), _trimmed(wish)
    with transaction.atomic():
        wish = in_turn(person or by, site, wish)
        refuse_booking(by=by, person=person or by, site=site, wish=wish, at=at)
        booking = make_booking(by=by, person=person or by, site=site, wish=wish, members=members, at=at)
        if keeps_unseen:
            booking.exempted_at = at
            booking.save(update_fields=["exempted_at"])
        return booking


def in_turn(person: Person, site: Site, wish: BookingWish) -> BookingWish:
    """Wait until nobody else can change what a new booking depends on; give the wish as things stand then.

    Only who wants seats wherever they are free must have the site to herself. Raises Invalid.
    """
    if wish.extra_seats:
        claims.choose_in_order(site)
        return holding.read_anew(wish)
    claims.book_in_order(site)
    wish = holding.read_anew(wish)
    claims.take_turns(queries.cells_of(place.space for place in wish.places), person)
    return wish


def make_booking(
    *,
    by: Person | None,
    person: Person | None,
    site: Site,
    wish: BookingWish,
    members: Sequence[Person] = (),
    at: datetime,
) -> Booking:
    """Claim and write down what was found possible; the site's order is held already. Raises Conflict.

    Nobody books what a calendar elsewhere says.
    """
    held = held_for(site, wish, at) if asking.asking(wish, at).holds else plan(wish)
    draft = Draft(new_booking(by=by, person=person, site=site, wish=wish, hold=held.hold, at=at), held.places)
    write_down(drafts=[draft], by=by, members=members)
    return draft.booking


def new_booking(
    *,
    by: Person | None,
    person: Person | None,
    site: Site,
    wish: BookingWish,
    hold: Hold | None,
    at: datetime,
) -> Booking:
    """Word a booking of what was claimed; the row is not saved yet."""
    return Booking(
        site=site, person=person, organisation=person.organisation if person else None, hold=hold,
        starts_at=wish.start, ends_at=wish.end, made_at=at, made_by=by,
        answer_due_at=asking.asking(wish, at).due_at,
        **{name: getattr(wish, name) for name in WORDS},
    )  # fmt: skip


def write_down(*, drafts: Sequence[Draft], by: Person | None, members: Sequence[Person] = ()) -> None:
    """Save new bookings with their spaces and who else holds them, and announce each. Raises Invalid.

    Several at once are one act: a letter tells of them all.
    """
    rows = Booking.objects.bulk_create(draft.booking for draft in drafts)
    write_places((draft.booking, draft.places) for draft in drafts)
    share(rows, members)
    actor = by.pk if by else None
    announce(*(BookingMade(by=actor, booking=row.pk, together=row.series_id is not None) for row in rows))


def change_booking(*, by: Person, booking: Booking, wish: BookingWish, at: datetime | None = None) -> Booking:
    """Move, extend or reword a booking; nothing is given back before the new claim holds.

    Raises as ``book`` does; then the booking stands as it was. What needs an
    approval and was moved waits for it anew.
    """
    at, wish = at or now(), _trimmed(wish)
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        return change_locked(by=by, booking=locked(booking), wish=holding.read_anew(wish), at=at)


def cancel_booking(*, by: Person, booking: Booking, reason: str = "", at: datetime | None = None) -> Booking:
    """Cancel a booking; its spaces are free at once. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        return cancel_locked(by=by, booking=locked(booking), reason=reason.strip(), at=at)


def note_changeover(*, by: Person, place: BookedSpace, at: datetime | None = None) -> BookedSpace:
    """Note that a space is rearranged; noting it again changes nothing. Raises NotAllowed."""
    with transaction.atomic():
        place = BookedSpace.objects.select_for_update(no_key=True, of=("self",)).select_related("booking__site").get(
            pk=place.pk
        )  # fmt: skip
        refuse_if(rules.why_not_change_over(place.booking, by))
        if not place.changed_over_at:
            place.changed_over_at, place.changed_over_by = at or now(), by
            place.save(update_fields=["changed_over_at", "changed_over_by"])
    return place


def set_members(
    *, by: Person, booking: Booking, members: Sequence[Person], at: datetime | None = None
) -> None:
    """Say who holds a booking together with its booker. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        booking = locked(booking)
        refuse_if(rules.why_not_change_booking(booking, by, at or now()))
        gone = booking.members.exclude(person__in=members)
        removed = list(gone.values_list("person", flat=True))
        gone.delete()
        known = set(booking.members.values_list("person", flat=True))
        add_members(booking, [person for person in members if person.pk not in known])
        booking.sequence, booking.changed_at = booking.sequence + 1, at or now()
        booking.save(update_fields=["sequence", "changed_at"])
        announce(BookingChanged(by=by.pk, booking=booking.pk, sequence=booking.sequence))
        for person in removed:
            announce(MemberRemoved(by=by.pk, booking=booking.pk, person=person, sequence=booking.sequence))


def add_members(booking: Booking, members: Iterable[Person]) -> None:
    """Write down who else holds a booking. Raises Invalid."""
    share([booking], members)


def share(bookings: Sequence[Booking], members: Iterable[Person]) -> None:
    """Write down who else holds each of some bookings. Raises Invalid."""
    known = dict.fromkeys(person.pk for person in members)
    pairs = [(booking, [pk for pk in known if pk != booking.person_id]) for booking in bookings]
    if any(len(others) > MOST_MEMBERS for _booking, others in pairs):
        raise Invalid(
            _("At most %(most)d people hold a booking together.") % {"most": MOST_MEMBERS}, "members"
        )
    BookingMember.objects.bulk_create(
        BookingMember(booking=booking, person_id=pk) for booking, others in pairs for pk in others
    )


def change_locked(
    *, by: Person | None, booking: Booking, wish: BookingWish, at: datetime, together: bool = False
) -> Booking:
    """Change a booking that was read by ``locked``; ``together`` says that it is one of many in one act.

    Without ``by`` the calendar elsewhere changes what it has.
    """
    refuse_if(_why_not_change(booking, by, at))
    if booking.starts_at <= at and wish.start != booking.starts_at:
        raise NotAllowed(_("The booking has begun: only its end can be changed."))
    if wish.start != booking.starts_at or wish.end != booking.ends_at or _moves(booking, wish):
        refuse_wish(booking.site, wish, _lenient(booking, wish, at))
        if booker := booking.person or by:
            refuse_if(rules.why_not_booker(booker, booking.site, wish))
    elif refusal := rules.why_not_wording(wish):
        raise Invalid(refusal.sentence, refusal.field)
    _rewrite(booking, wish, at, holds=asking.ask_anew(by=by, booking=booking, wish=wish, at=at))
    announce(
        BookingChanged(
            by=by.pk if by else None, booking=booking.pk, sequence=booking.sequence, together=together
        )
    )
    return booking


def cancel_locked(
    *, by: Person | None, booking: Booking, reason: str, at: datetime, together: bool = False
) -> Booking:
    """Cancel a booking that was read by ``locked``; ``by`` and ``together`` as in ``change_locked``."""
    refuse_if(_why_not_change(booking, by, at))
    give_back(booking)
    booking.cancelled_at, booking.cancelled_by, booking.reason = at, by, reason
    booking.sequence += 1
    booking.save(update_fields=["hold", "cancelled_at", "cancelled_by", "reason", "sequence"])
    announce(
        BookingCancelled(
            by=by.pk if by else None, booking=booking.pk, sequence=booking.sequence, together=together
        )
    )
    return booking


def give_back(booking: Booking) -> None:
    """Free what a booking claims, and let what comes next need less time before it."""
    hold, cells = booking.hold, queries.cells_of(place.space for place in booking.places.all())
    claims.release(hold)
    booking.hold = None
    if hold is not None:
        holding.settle(cells, booking.starts_at, except_for=booking.pk)


def refuse_booking(*, by: Person, person: Person, site: Site, wish: BookingWish, at: datetime) -> None:
    """Raise what forbids a new booking."""
    refuse_if(rules.why_not_for(by, person, site))
    refuse_wish(site, wish, at)
    refuse_if(why_not_hers(person, site, wish, queries.Ahead(person, at)))


def why_not_hers(person: Person, site: Site, wish: BookingWish, ahead: queries.Ahead) -> str:
    """Say why these spaces, or one more booking of them, are not for a person."""
    why = rules.why_not_booker(person, site, wish)
    for policy in wish.policies:
        why = why or rules.why_not_more(policy, *ahead.of(policy))
    return why


def locked(booking: Booking) -> Booking:
    """Read a booking anew and keep others from changing it until the end of the transaction."""
    rows = Booking.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "site", "hold", "person", "offer"
    )
    return rows.prefetch_related("members", "places__space__cells", "places__layout").get(pk=booking.pk)


def _rewrite(booking: Booking, wish: BookingWish, at: datetime, *, holds: bool) -> None:
    places = list(booking.places.all())
    old_cells, old_start = queries.cells_of(place.space for place in places), booking.starts_at
    held = held_for(booking.site, wish, at, booking) if holds else plan(wish)
    booking.hold = held.hold
    booking.starts_at, booking.ends_at = wish.start, wish.end
    booking.moved_at = booking.moved_at if wish.start == old_start else at
    for name in WORDS:
        setattr(booking, name, getattr(wish, name))
    booking.sequence, booking.changed_at = booking.sequence + 1, at
    written = ["hold", "starts_at", "ends_at", "sequence", "changed_at", "moved_at"]
    booking.save(update_fields=[*written, *WORDS, *ANSWER])
    if wish.start == old_start:
        _keep_changeovers(places, held.places)
    booking.places.all().delete()
    write_places([(booking, held.places)])
    holding.settle(old_cells, old_start, except_for=booking.pk)


def _keep_changeovers(before: Iterable[BookedSpace], after: Iterable[BookedSpace]) -> None:
    """Remember what is rearranged already for the same layouts at the same time."""
    done = {(row.space_id, row.layout_id, row.from_layout_id): row for row in before if row.changed_over_at}
    for row in after:
        if same := done.get((row.space_id, row.layout_id, row.from_layout_id)):
            row.changed_over_at, row.changed_over_by_id = same.changed_over_at, same.changed_over_by_id


def held_for(site: Site, wish: BookingWish, at: datetime, booking: Booking | None = None) -> holding.Held:
    """Claim what a wish needs, for a standing ``booking`` in place of what it has. Raises Conflict with other answers."""
    try:
        with transaction.atomic():
            return holding.hold_places(site, wish, booking)
    except holding.Taken as taken:
        raise Conflict(taken.reason, queries.other_answers(site, wish, at)) from taken


def plan(wish: BookingWish) -> holding.Held:
    """Lay out what a booking would need that holds nothing yet."""
    return holding.Held(
        None, [holding.arrange(place, place.space.cells.all(), wish.start) for place in wish.places]
    )


def write_places(booked: Iterable[tuple[Booking, Sequence[BookedSpace]]]) -> None:
    """Write down the spaces of bookings as they are furnished."""
    rows: list[BookedSpace] = []
    for booking, places in booked:
        for place in places:
            place.booking = booking
        rows += places
    BookedSpace.objects.bulk_create(rows)


def refuse_wish(site: Site, wish: BookingWish, at: datetime) -> None:
    """Raise Invalid for what cannot be booked by anybody."""
    opening = queries.opening(site, wish.start.astimezone(site.zone).date())
    refusal = rules.why_not_booking(site, wish, opening, at)
    if refusal:
        others = queries.other_answers(site, wish, at) if refusal.another_time else []
        raise Invalid(refusal.sentence, refusal.field, others)


def _why_not_change(booking: Booking, by: Person | None, at: datetime) -> str:
    if by is None:
        return rules.why_not_change_at_all(booking, at)
    return rules.why_not_change_booking(booking, by, at)


def _lenient(booking: Booking, wish: BookingWish, at: datetime) -> datetime:
    """Judge a booking that goes on by its own beginning, so that it can be extended."""
    return min(at, wish.start) if booking.starts_at <= at < wish.end else at


def _moves(booking: Booking, wish: BookingWish) -> bool:
    now_in = {(place.space_id, place.layout_id) for place in booking.places.all()}
    wanted = {(place.space.pk, place.layout.pk if place.layout else None) for place in wish.places}
    return now_in != wanted or wish.people > booking.people or wish.extra_seats != booking.extra_seats


def _trimmed(wish: BookingWish) -> BookingWish:
    return replace(wish, title=wish.title.strip(), note=wish.note.strip())
