"""Visits: announce one, see one's own, cancel one. The same actions as on the pages."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router

from fiksummin.api import answers
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.inputs import PageQuery, Wish
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Conflict, Invalid
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Site, Visit

router = Router(tags=["Visits"])


@router.post(
    "visits", auth=WRITE, response=responses({201: answers.Visit}, 400, 409, 413, 422), url_name="visits"
)
def announce_visit(request: Asked, wish: Wish, key: IdempotencyKey) -> HttpResponse:
    """Announce a visit for yourself or a group; seats for all are claimed with it, or none."""
    person = request.auth.person
    return answered_once(
        person,
        key,
        ["visits", wish.model_dump(mode="json")],
        lambda: (201, _describe(_announce(person, wish))),
        made="visit",
    )


@router.get("visits", auth=READ, response=responses(answers.Visits, 422), url_name="visits")
def list_visits(request: Asked, page: PageQuery) -> dict[str, object]:
    """Your own visits to come, the next one first."""
    at = now()
    return answers.page_of(queries.mine(request.auth.person, at), page, lambda row: answers.visit(row, at))


@router.get("visits/{int:visit}", auth=READ, response=responses(answers.Visit, 404), url_name="visit")
def read_visit(request: Asked, visit: int) -> answers.Visit:
    """One visit: your own, or one that you receive as a host."""
    return answers.visit(_visit(request.auth.person, visit), now())


@router.post(
    "visits/{int:visit}/cancellation",
    auth=WRITE,
    response=responses(answers.Visit, 404, 409, 422),
    url_name="cancellation",
)
def cancel_visit(request: Asked, visit: int, key: IdempotencyKey) -> HttpResponse:
    """Cancel a visit, your own or one that you receive as a host; its seats are free at once."""
    person = request.auth.person
    row = _visit(person, visit)
    return answered_once(
        person,
        key,
        ["cancellation", visit],
        lambda: (200, _describe(actions.cancel_visit(by=person, visit=row))),
    )


def _announce(person: Person, wish: Wish) -> Visit:
    site = queries.for_reader(person).filter(slug=wish.site).first()
    if site is None:
        raise Invalid(_("There is no such site."), "site")
    try:
        return actions.announce_visit(
            by=person, site=site, start=wish.start, end=wish.end, people=wish.people, note=wish.note
        )
    except Conflict as full:
        raise Conflict(full.reason, _by_the_clock_of(site, full.alternatives)) from full
    except Invalid as closed:
        others = _by_the_clock_of(site, closed.alternatives)
        raise Invalid(closed.reason, closed.field, others) from closed


def _by_the_clock_of(site: Site, times: list[Any]) -> list[tuple[datetime, datetime]]:
    return [(start.astimezone(site.zone), end.astimezone(site.zone)) for start, end in times]


def _visit(person: Person, number: int) -> Visit:
    return get_object_or_404(queries.for_person(person), pk=number)


def _describe(visit: Visit) -> object:
    return answers.visit(visit, now()).model_dump(mode="json")
