"""A visit is announced, changed, cancelled. Its seats are claimed with it, all or none."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.facts import VisitAnnounced, VisitCancelled, VisitChanged, VisitorLeft
from fiksummin.spaces.models import Hold, Site, Visit
from fiksummin.spaces.rules import Wish


def announce_visit(
    *,
    by: Person,
    site: Site,
    start: datetime,
    end: datetime,
    people: int = 1,
    note: str = "",
    at: datetime | None = None,
) -> Visit:
    """Announce a visit for oneself or a group; ``start`` and ``end`` are aware moments.

    Raises Invalid when the wish cannot be (with its field), NotAllowed when
    this person may not, Conflict with other times when there is no room left.
    """
    at, wish = at or now(), Wish(start, end, people, note.strip())
    with transaction.atomic():
        _one_act_at_a_time(by, site)
        _refuse(by, site, wish, at)
        _refuse_person(by, site, wish, at)
        visit = Visit.objects.create(
            site=site,
            person=by,
            hold=_claim_seats(by, site, wish, at),
            starts_at=start,
            ends_at=end,
            people=people,
            note=wish.note,
            announced_at=at,
            announced_by=by,
        )
        announce(VisitAnnounced(by=by.pk, visit=visit.pk))
    return visit


def change_visit(
    *,
    by: Person,
    visit: Visit,
    start: datetime,
    end: datetime,
    people: int,
    note: str = "",
    at: datetime | None = None,
) -> Visit:
    """Change the time, the people or the note; nothing is given back before the new seats are held.

    Raises as ``announce_visit`` does; then the visit stands as it was.
    """
    at, wish = at or now(), Wish(start, end, people, note.strip())
    with transaction.atomic():
        _one_act_at_a_time(by, visit.site)
        visit = _locked(visit)
        refuse_if(rules.why_not_change(visit, by, at))
        _refuse(by, visit.site, wish, at, visit)
        _refuse_person(by, visit.site, wish, at, except_for=visit)
        visit.hold = _claim_seats(by, visit.site, wish, at, visit)
        visit.starts_at, visit.ends_at = start, end
        visit.people, visit.note, visit.sequence = people, wish.note, visit.sequence + 1
        visit.changed_at = at
        visit.save(update_fields=["hold", "starts_at", "ends_at", "people", "note", "sequence", "changed_at"])
        announce(VisitChanged(by=by.pk, visit=visit.pk, sequence=visit.sequence))
    return visit


def cancel_visit(*, by: Person, visit: Visit, at: datetime | None = None) -> Visit:
    """Cancel a visit, as the visitor or a host; its seats are free at once. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(visit.site)
        visit = _locked(visit)
        refuse_if(rules.why_not_cancel(visit, by, at))
        _cancel(by, visit, at)
    return visit


def call_off_visit(*, by: Person, visit: Visit, at: datetime) -> None:
    """Cancel a visit because its place is shut; who has come already has left, then."""
    visit = _locked(visit)
    if visit.arrived_at:
        claims.release(visit.hold)
        visit.left_at, visit.left_by = max(at, visit.arrived_at), by
        visit.save(update_fields=["left_at", "left_by"])
        announce(VisitorLeft(by=by.pk, visit=visit.pk))
        return
    _cancel(by, visit, at)


def call_off_lapsed_visit(visit: Visit, at: datetime) -> None:
    """Cancel a visit to which its visitor may not come any more; one that she may stays."""
    with transaction.atomic():
        claims.choose_in_order(visit.site)
        visit, person = _locked(visit), visit.person
        day = visit.starts_at.astimezone(visit.site.zone).date()
        stands = visit.cancelled_at is None and visit.arrived_at is None
        if person and stands and rules.why_not_come(person, visit.site, day):
            _cancel(None, visit, at)


def _cancel(by: Person | None, visit: Visit, at: datetime) -> None:
    claims.release(visit.hold)
    visit.cancelled_at, visit.cancelled_by, visit.sequence = at, by, visit.sequence + 1
    visit.save(update_fields=["cancelled_at", "cancelled_by", "sequence"])
    announce(VisitCancelled(by=by.pk if by else None, visit=visit.pk, sequence=visit.sequence))


def _one_act_at_a_time(person: Person, site: Site) -> None:
    """Rivals queue: two windows of one person first, then all who choose seats at the site."""
    Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).get(pk=person.pk)
    claims.choose_in_order(site)


def _locked(visit: Visit) -> Visit:
    return (
        Visit.objects.select_for_update(no_key=True, of=("self",))
        .select_related("site", "hold")
        .get(pk=visit.pk)
    )


def _refuse(by: Person, site: Site, wish: Wish, at: datetime, visit: Visit | None = None) -> None:
    opening = queries.opening(site, wish.start.astimezone(site.zone).date())
    stood = visit.starts_at if visit else None
    refusal = rules.why_not_wish(site, wish, opening, queries.seat_total(site), at, stood=stood)
    if refusal:
        others = _others(by, site, wish, at, visit) if refusal.another_time else []
        raise Invalid(refusal.sentence, refusal.field, others)


def _refuse_person(
    person: Person, site: Site, wish: Wish, at: datetime, except_for: Visit | None = None
) -> None:
    refuse_if(rules.why_not_come(person, site, wish.start.astimezone(site.zone).date()))
    own = _own(person, at, except_for)
    clash = own.filter(starts_at__lt=wish.end, ends_at__gt=wish.start).first()
    if clash:
        raise Invalid(
            _("You already have a visit at that time at %(site)s. Change it instead.")
            % {"site": clash.site.name},
            "start",
        )
    if except_for is None:
        refuse_if(rules.why_not_another(site, own.filter(site=site).count()))


def _own(person: Person, at: datetime, except_for: Visit | None) -> QuerySet[Visit]:
    return queries.mine(person, at).exclude(pk=except_for.pk if except_for else 0)


def _claim_seats(by: Person, site: Site, wish: Wish, at: datetime, visit: Visit | None = None) -> Hold:
    hold = visit.hold if visit else None
    if hold is not None:
        claims.release(hold)
    free = claims.tightest(queries.free_cells(site, wish.start, wish.end), wish.people)
    others = partial(_others, by, site, wish, at, visit)
    if len(free) < wish.people:
        raise _full(len(free), others())
    try:
        return claims.claim(free, wish.start, wish.end, hold=hold)
    except claims.Taken as taken:
        raise _full(0, others()) from taken


def _full(free: int, others: list[tuple[datetime, datetime]]) -> Conflict:
    if free:
        sentence = ngettext(
            "There is only %(free)d free seat for the whole of that time.",
            "There are only %(free)d free seats for the whole of that time.",
            free,
        ) % {"free": free}
    else:
        sentence = _("There are no free seats for the whole of that time.")
    return Conflict(sentence, others)


def _others(
    by: Person, site: Site, wish: Wish, at: datetime, visit: Visit | None
) -> list[tuple[datetime, datetime]]:
    """Give other times that this person may have: her own days, and not during another visit of hers."""
    busy = list(_own(by, at, visit).values_list("starts_at", "ends_at"))
    return queries.nearest_fits(
        site, wish.start, wish.end, wish.people, at,
        welcome=lambda day: not rules.why_not_come(by, site, day), busy=busy,
    )  # fmt: skip
