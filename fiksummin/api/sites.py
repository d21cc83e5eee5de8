"""Sites: when they are open, what is free, and whom the host expects."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404
from ninja import Router

from fiksummin.api import answers
from fiksummin.api.bearers import READ, Asked
from fiksummin.api.inputs import ExpectedQuery, PageQuery, PathDay
from fiksummin.api.schema import responses
from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Site

router = Router(tags=["Sites"])
SEATS = Count("cells", filter=Q(cells__kind=CellKind.SEAT, cells__retired_at=None))


@router.get("sites", auth=READ, response=responses(answers.Sites, 422), url_name="sites")
def list_sites(request: Asked, page: PageQuery) -> dict[str, object]:
    """Every site, and whether its door is open now."""
    at = now()
    return answers.page_of(_seen_by(request.auth.person), page, lambda site: _describe(site, at))


@router.get("sites/{slug:slug}", auth=READ, response=responses(answers.Site, 404), url_name="site")
def read_site(request: Asked, slug: str) -> answers.Site:
    """One site: is it open, until when, when next, its weekly hours and its seats."""
    return _describe(_site(request, slug), now())


@router.get(
    "sites/{slug:slug}/days/{date}", auth=READ, response=responses(answers.Day, 404, 422), url_name="day"
)
def read_day(request: Asked, slug: str, date: PathDay) -> answers.Day:
    """One day at a site: open, full, closed or past, and how many seats are free when (today: from now on)."""
    site = _site(request, slug)
    return answers.day(site, queries.days(site, date, date, since=now())[0])


@router.get(
    "sites/{slug:slug}/expected",
    auth=READ,
    response=responses(answers.ExpectedVisits, 404, 422),
    url_name="expected",
)
def list_expected(request: Asked, slug: str, wanted: ExpectedQuery, page: PageQuery) -> dict[str, object]:
    """For hosts: who is expected, here and gone on a day (today, unless told), by arrival."""
    site, at = _site(request, slug), now()
    refuse_if(rules.why_not_host(request.auth.person, site))
    visits = queries.expected(site, wanted.date or today(site.zone, at))
    return answers.page_of(visits, page, lambda visit: answers.expected(visit, site, at))


def _seen_by(person: Person) -> QuerySet[Site]:
    return queries.for_reader(person).annotate(seats=SEATS).order_by("position", "name_fi", "pk")


def _site(request: Asked, slug: str) -> Site:
    site: Site = get_object_or_404(_seen_by(request.auth.person), slug=slug)
    return site


def _describe(site: Site, at: datetime) -> answers.Site:
    return answers.site(site, getattr(site, "seats"), at)  # noqa: B009 -- annotated by _seen_by
