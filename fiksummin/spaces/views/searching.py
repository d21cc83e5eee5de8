"""Finding what is free: by time first, or by space first."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of
from fiksummin.spaces import queries, rules
from fiksummin.spaces.forms.search import SearchForm
from fiksummin.spaces.models import Site, Space
from fiksummin.spaces.queries import Answer, BookingWish
from fiksummin.spaces.views import wishing

WEEK = 6
"""Days after the first that a space alone is looked at, unless told."""
ALONG = ("day", "last", "start", "end", "minutes", "people", "features", "space")
"""What a queue takes along from a search."""


@dataclass(frozen=True)
class Offered:
    """An answer, where it is, and the address that books it."""

    answer: Answer
    site: Site
    book_url: str


@require_safe
def booking_search(request: HttpRequest) -> HttpResponse:
    """Find what is free for so long and so many; the address of a search can be kept and sent on."""
    reader, at = reader_of(request), now()
    sites = list(queries.for_reader(reader).order_by("position", "name_fi", "pk"))
    space = _space(request, reader)
    form = SearchForm(_given(request, space, at), sites=sites, initial=_beginning(sites, at))
    valid = form.is_bound and form.is_valid()
    context = {"form": form, "sites": sites, "space": space, "searched": valid}
    context |= _found(form, reader, at) if valid else {}
    status = 422 if form.is_bound and not valid else 200
    return render(request, "spaces/booking_search.html", context, status=status)


def _found(form: SearchForm, reader: Person | None, at: datetime) -> dict[str, Any]:
    sites, wanted, asker = form.chosen_sites, form.search, rules.asker(reader)
    answers = queries.search(sites, wanted, at, asker=asker)
    first = None if answers else queries.first_free(sites, wanted, at, asker=asker)
    queues = [] if answers else [(site, _queue(site, form)) for site in sites]
    return {
        "answers": [_offered(answer, wanted.people) for answer in answers],
        "first": _offered(first, wanted.people) if first else None,
        "queues": queues,
        "several": len(sites) > 1,
    }


def _offered(answer: Answer, people: int) -> Offered:
    site = answer.places[0].space.site
    wish = BookingWish(answer.places, answer.start, answer.end, people)
    return Offered(answer, site, wishing.address_of(wish, site))


def _queue(site: Site, form: SearchForm) -> str:
    data = cast(QueryDict, form.data)
    given = {name: data.getlist(name) for name in ALONG if data.get(name)}
    return f"{reverse('spaces:waiting_new', args=[site.slug])}?{urlencode(given, doseq=True)}"


def _space(request: HttpRequest, reader: Person | None) -> Space | None:
    """Find the only space that will do, if the address names one."""
    named = request.GET.get("space", "")
    if not named.isascii() or not named.isdecimal() or len(named) > 18:
        return None
    return Space.objects.visible_to(reader).select_related("site").filter(pk=int(named)).first()


def _given(request: HttpRequest, space: Space | None, at: datetime) -> QueryDict | None:
    """Take the search of the address; a space alone is looked at for a week."""
    if "day" not in request.GET and space is None:
        return None
    given = request.GET.copy()
    given["space"] = str(space.pk) if space else ""
    if space:
        given["site"] = space.site.slug
        today = at.astimezone(space.site.zone).date()
        given.setdefault("day", today.isoformat())
        given.setdefault("last", date.fromordinal(today.toordinal() + WEEK).isoformat())
        given.setdefault("minutes", "60")
        given.setdefault("people", "1")
    return given


def _beginning(sites: list[Site], at: datetime) -> dict[str, Any]:
    """Begin from the first day on which a door opens."""
    days = [day for site in sites if (day := _next_day(site, at))]
    return {"day": min(days) if days else at.date()}


def _next_day(site: Site, at: datetime) -> date | None:
    state = queries.open_state(site, at)
    if state.is_open:
        return state.today.date
    return state.next.date if state.next else None
