"""Spaces: what there is, what is free, and when each is taken."""

from datetime import timedelta

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router

from fiksummin.api import answers, booking_answers
from fiksummin.api.bearers import READ, Asked
from fiksummin.api.booking_inputs import Looked, LookedQuery, SpacesQuery, WindowQuery
from fiksummin.api.inputs import PageQuery
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.models import Site, Space

router = Router(tags=["Spaces"])
A_DAY = timedelta(days=1)
"""The calendars of sites differ from that of the moments asked for by a day at most."""


@router.get("spaces", auth=READ, response=responses(booking_answers.Spaces, 422), url_name="spaces")
def list_spaces(request: Asked, wanted: SpacesQuery, page: PageQuery) -> dict[str, object]:
    """Every space that can be booked, of all sites or of one."""
    rows = _seen_by(request.auth.person)
    rows = rows.filter(site__slug=wanted.site) if wanted.site else rows
    return answers.page_of(rows, page, booking_answers.space)


@router.get("spaces/{int:space}", auth=READ, response=responses(booking_answers.Space, 404), url_name="space")
def read_space(request: Asked, space: int) -> booking_answers.Space:
    """One space: its seats, layouts, features and customs."""
    return booking_answers.space(_space(request, space))


@router.get(
    "availability", auth=READ, response=responses(booking_answers.Answers, 422), url_name="availability"
)
def find_free(request: Asked, wanted: LookedQuery) -> HttpResponse:
    """What is free between two moments for so long and so many, the best first; several spaces when none suffices."""
    person, at = request.auth.person, max(now(), wanted.from_)
    sites, search = _sites(person, wanted), _search(wanted)
    found = queries.search(sites, search, at, asker=rules.asker(person), limit=wanted.limit)
    first = None if found else queries.first_free(sites, search, at, asker=rules.asker(person))
    said = booking_answers.Answers(
        items=[booking_answers.answer(one) for one in found],
        first_free=booking_answers.answer(first) if first else None,
    )
    return HttpResponse(said.model_dump_json(), content_type="application/json")


@router.get(
    "spaces/{int:space}/timeline",
    auth=READ,
    response=responses(booking_answers.Timeline, 404, 422),
    url_name="timeline",
)
def read_timeline(request: Asked, space: int, window: WindowQuery) -> HttpResponse:
    """When a space is taken between two moments: free and busy, without personal data."""
    row = _space(request, space)
    taken = queries.timelines([row], window.from_, window.end)
    return JsonResponse(booking_answers.timeline(row, taken[row.pk], row.site.zone))


@router.get(
    "sites/{slug:slug}/timeline",
    auth=READ,
    response=responses(booking_answers.Timelines, 404, 422),
    url_name="timelines",
)
def read_timelines(request: Asked, slug: str, window: WindowQuery) -> HttpResponse:
    """When each space of a site is taken between two moments."""
    site = _site(request, slug)
    rows = list(_seen_by(request.auth.person).filter(site=site).select_related(None).prefetch_related(None))
    taken = queries.timelines(rows, window.from_, window.end)
    items = [booking_answers.timeline(row, taken[row.pk], site.zone) for row in rows]
    return JsonResponse({"site": site.slug, "items": items})


@router.get(
    "sites/{slug:slug}/sign", auth=READ, response=responses(booking_answers.Sign, 404), url_name="sign"
)
def read_sign(request: Asked, slug: str) -> booking_answers.Sign:
    """What the doors of a site say now: free or taken, until when, what comes next. No personal data."""
    site, at = _site(request, slug), now()
    doors = queries.signs(site, _seen_by(request.auth.person).filter(site=site), at)
    return booking_answers.Sign(
        site=site.slug,
        at=at.astimezone(site.zone),
        items=[booking_answers.door(sign, site.zone) for sign in doors],
    )


def _seen_by(person: Person) -> QuerySet[Space]:
    rows = Space.objects.visible_to(person).select_related("site", "zone", "policy")
    return rows.prefetch_related("layouts").order_by("site__position", "site", "position", "pk")


def _space(request: Asked, number: int) -> Space:
    return get_object_or_404(_seen_by(request.auth.person), pk=number)


def _site(request: Asked, slug: str) -> Site:
    site = queries.seen_site(request.auth.person, slug)
    if site is None:
        raise Http404
    return site


def _sites(person: Person, wanted: Looked) -> list[Site]:
    sites = queries.seen_sites(person)
    if not wanted.site:
        return sites
    found = [site for site in sites if site.slug in wanted.site]
    if len(found) < len(set(wanted.site)):
        raise Invalid(_("There is no such site."), "site")
    return found


def _search(wanted: Looked) -> queries.Search:
    return queries.Search(
        first=wanted.from_.date() - A_DAY,
        last=wanted.end.date() + A_DAY,
        minutes=wanted.minutes,
        people=wanted.people,
        earliest=wanted.earliest,
        latest=wanted.latest,
        features=tuple(wanted.features),
        layout=wanted.layout or "",
        kind=wanted.kind or "",
        space=wanted.space,
        until=wanted.end,
    )
