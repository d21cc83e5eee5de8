"""A site or a space is shut for a period, and opened again. Nothing vanishes silently."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import bookings, claims
from fiksummin.spaces.actions.serving import withdraw_offer
from fiksummin.spaces.actions.visits import call_off_visit
from fiksummin.spaces.facts import PlaceClosed, PlaceReopened
from fiksummin.spaces.models import Closure, Site, SpecialDay
from fiksummin.spaces.queries import Closing


def close_place(*, by: Person, site: Site, closing: Closing, at: datetime | None = None) -> Closure:
    """Shut a site, or one space of it, for a period.

    What cannot be is called off in the same act; each holder hears why, and
    what else there is. What is over by then stays as it was. The cells are claimed, so that no writer can
    book them, and the hours of a whole site say that it is shut. Raises NotAllowed, Invalid,
    and Conflict when something stands there that cannot be called off.
    """
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        claims.choose_in_order(site)
        refusal = rules.why_not_close(site, closing, at)
        if refusal:
            raise Invalid(refusal.sentence, refusal.field)
        closure = Closure.objects.create(
            site=site, space=closing.space, starts_at=closing.start, ends_at=closing.end, made_at=at,
            made_by=by, **{f"reason_{code}": closing.reason.get(code, "").strip() for code in LANGUAGES},
        )  # fmt: skip
        _call_off(by, closure, closing, at)
        _shut(closure, closing.begins(at), at)
        announce(PlaceClosed(by=by.pk, closure=closure.pk))
    return closure


def reopen_place(*, by: Person, closure: Closure, at: datetime | None = None) -> Closure:
    """Lift a closure: hours and rules hold again as they were. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, closure.site))
        claims.choose_in_order(closure.site)
        closure = (
            Closure.objects.select_for_update(no_key=True, of=("self",))
            .select_related("site", "hold")
            .get(pk=closure.pk)
        )
        refuse_if(rules.why_not_reopen(closure, at))
        claims.release(closure.hold)
        closure.special_days.all().delete()
        closure.hold, closure.lifted_at, closure.lifted_by = None, at, by
        closure.save(update_fields=["hold", "lifted_at", "lifted_by"])
        announce(PlaceReopened(by=by.pk, closure=closure.pk))
    return closure


def _call_off(by: Person, closure: Closure, closing: Closing, at: datetime) -> None:
    found = queries.affected(closure.site, closing, at)
    for booking in map(bookings.locked, found.bookings):
        if booking.is_offered:
            withdraw_offer(booking=booking, at=at)
        else:
            bookings.cancel_locked(by=by, booking=booking, reason=closure.reason_fi, at=at)
    for visit in found.visits:
        call_off_visit(by=by, visit=visit, at=at)


def _shut(closure: Closure, start: datetime, at: datetime) -> None:
    """Claim the cells; what others still hold of them ends first, also the time to clear up after what is over."""
    cells = queries.cells_to_shut(closure.site, closure.space)
    claims.end_past(cells, start, at)
    try:
        closure.hold = claims.claim(cells, start, closure.ends_at)
    except claims.Taken as taken:
        raise Conflict(
            _("Another closure, or a change-over for a booking next to it, stands in that time.")
        ) from taken
    closure.save(update_fields=["hold"])
    if closure.space is not None:
        return
    reason = {f"reason_{code}": getattr(closure, f"reason_{code}") for code in LANGUAGES}
    left = queries.shut_hours(closure.site, closure.starts_at, closure.ends_at)
    SpecialDay.objects.bulk_create(
        SpecialDay(
            site=closure.site, closure=closure, date=day, opens=hours[0] if hours else None,
            closes=hours[1] if hours else None, **reason,
        )
        for day, hours in left.items()
    )  # fmt: skip
