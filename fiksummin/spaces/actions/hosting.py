"""The host receives people: arrivals, leavings, walk-ins, a word to the visitor."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.facts import ArrivalUndone, MessageSent, VisitAnnounced, VisitorArrived, VisitorLeft
from fiksummin.spaces.models import Message, Site, Visit
from fiksummin.spaces.models.visit import LONGEST_NOTE


def check_in(*, by: Person, visit: Visit, at: datetime | None = None) -> Visit:
    """Note that the visitors are here. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        visit = _received(by, visit)
        refuse_if(rules.why_not_arrive(visit, at))
        visit.arrived_at, visit.arrived_by = at, by
        visit.save(update_fields=["arrived_at", "arrived_by"])
        announce(VisitorArrived(by=by.pk, visit=visit.pk))
    return visit


def undo_check_in(*, by: Person, visit: Visit) -> Visit:
    """Take back an arrival noted by mistake. Raises NotAllowed."""
    with transaction.atomic():
        visit = _received(by, visit)
        refuse_if(rules.why_not_undo_arrival_of(visit))
        visit.arrived_at = visit.arrived_by = None
        visit.save(update_fields=["arrived_at", "arrived_by"])
        announce(ArrivalUndone(by=by.pk, visit=visit.pk))
    return visit


def check_out(*, by: Person, visit: Visit, at: datetime | None = None) -> Visit:
    """Note that the visitors left; what remains of their seats' time is free at once. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(visit.site)
        visit = _received(by, visit)
        refuse_if(rules.why_not_leave(visit))
        claims.release(visit.hold, at=at)
        visit.left_at, visit.left_by = at, by
        visit.save(update_fields=["left_at", "left_by"])
        announce(VisitorLeft(by=by.pk, visit=visit.pk))
    return visit


def note_walk_in(
    *, by: Person, site: Site, end: datetime, people: int = 1, at: datetime | None = None
) -> Visit:
    """Seat people who came unannounced, from now until ``end``; no name is kept.

    Raises NotAllowed, Invalid (field ``end`` or ``people``), Conflict when
    there are not so many seats.
    """
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_host(by, site))
        claims.choose_in_order(site)
        wish = rules.Wish(at, end, people)
        opening = queries.opening(site, at.astimezone(site.zone).date())
        refusal = rules.why_not_wish(site, wish, opening, queries.seat_total(site), at)
        if refusal:
            raise Invalid(refusal.sentence, refusal.field)
        free = claims.tightest(queries.free_cells(site, at, end), people)
        if len(free) < people:
            raise Conflict(
                ngettext(
                    "There is only %(free)d free seat until then.",
                    "There are only %(free)d free seats until then.",
                    len(free),
                )
                % {"free": len(free)}
            )
        visit = Visit.objects.create(
            site=site, hold=claims.claim(free, at, end), starts_at=at, ends_at=end, people=people,
            announced_at=at, announced_by=by, arrived_at=at, arrived_by=by,
        )  # fmt: skip
        announce(VisitAnnounced(by=by.pk, visit=visit.pk))
        announce(VisitorArrived(by=by.pk, visit=visit.pk))
    return visit


def send_message(*, by: Person, visit: Visit, text: str, at: datetime | None = None) -> Message:
    """Send the visitor a word: it stands on the visit's page and goes by mail. Raises Invalid, NotAllowed."""
    text = text.strip()
    if not text:
        raise Invalid(_("Write what you want to say."), "text")
    if len(text) > LONGEST_NOTE:
        raise Invalid(
            _("The word is too long: at most %(most)d characters.") % {"most": LONGEST_NOTE}, "text"
        )
    with transaction.atomic():
        visit = _received(by, visit)
        refuse_if(rules.why_not_write(visit))
        message = Message.objects.create(visit=visit, by=by, text=text, sent_at=at or now())
        announce(MessageSent(by=by.pk, message=message.pk))
    return message


def _received(by: Person, visit: Visit) -> Visit:
    locked = Visit.objects.select_for_update(no_key=True, of=("self",)).select_related("site", "hold")
    visit = locked.get(pk=visit.pk)
    refuse_if(rules.why_not_host(by, visit.site))
    return visit
