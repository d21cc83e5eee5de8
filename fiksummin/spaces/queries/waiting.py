"""Those who wait: in which order, who sees what, which place somebody has in the line."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.people.models import Person
from fiksummin.spaces.models import Offer, Site, Space, Waiting
from fiksummin.spaces.models.waiting import OfferQuerySet, WaitingQuerySet
from fiksummin.spaces.queries.fits import WORTH_OFFERING
from fiksummin.spaces.queries.wishes import Place, WaitingWish, cells_of

_WAITS = Question(
    lambda person: Waiting.objects.open().filter(person=person).values_list("pk", flat=True)[:1]
)


def waits(person: Person) -> bool:
    """Say whether somebody waits for anything; most do not, and every start page asks."""
    return bool(_WAITS(person=person.pk))


def waitings_for(person: Person) -> WaitingQuerySet:
    """What a person waits or waited for, with what a page shows; ``open_offers`` of each is a list."""
    rows = Waiting.objects.visible_to(person).select_related("site", "person", "space", "layout")
    held = Offer.objects.open().select_related("booking").prefetch_related("booking__places__space")
    offers = Prefetch("offers", held, to_attr="open_offers")
    return rows.prefetch_related(offers)


def offers_for(person: Person) -> OfferQuerySet:
    """The offers made to a person, with what a page shows."""
    rows = Offer.objects.visible_to(person).select_related("waiting__site", "booking__site", "booking")
    return rows.prefetch_related("booking__places__space", "booking__places__layout")


def offers_with_people() -> OfferQuerySet:
    """Offers with all that a letter about one says."""
    rows = Offer.objects.select_related("waiting__person", "waiting__site", "booking__site")
    return rows.prefetch_related("booking__places__space", "booking__places__layout")


def in_line(site: Site, at: datetime) -> QuerySet[Waiting]:
    """Those to whom a free place may be offered now: they wait, and have no offer to answer; the first first."""
    answering = Offer.objects.open().filter(waiting=OuterRef("pk"))
    rows = Waiting.objects.open().filter(~Exists(answering), site=site, window_ends_at__gt=at)
    return rows.select_related("person__organisation", "space", "layout").prefetch_related(
        Prefetch("offers", Offer.objects.select_related("booking").prefetch_related("booking__places"))
    )


def passed(at: datetime) -> QuerySet[Waiting]:
    """Those whose window may have passed, and who have no offer to answer."""
    answering = Offer.objects.open().filter(waiting=OuterRef("pk"))
    # A place can be as long as a day; who still has time is told apart by ``is_over``.
    rows = Waiting.objects.open().filter(~Exists(answering), window_ends_at__lt=at + timedelta(days=1))
    return rows.select_related("site").order_by("site_id", "pk")


def is_over(waiting: Waiting, at: datetime) -> bool:
    """Say whether what is left of the window is too short for what was wished."""
    least = timedelta(minutes=waiting.minutes)
    if waiting.is_exact:
        least = min(least, WORTH_OFFERING)
    return waiting.window_ends_at - at < least


def waited_for(waiting: Waiting) -> WaitingWish:
    """Say what somebody waits for."""
    return WaitingWish(
        start=waiting.window_starts_at, end=waiting.window_ends_at, minutes=waiting.minutes,
        people=waiting.people, space=waiting.space, layout=waiting.layout,
        features=tuple(waiting.features), day_from=waiting.day_from, day_until=waiting.day_until,
        title=waiting.title,
    )  # fmt: skip


def was_declined(waiting: Waiting, place: Place, start: datetime, end: datetime) -> bool:
    """Say whether she declined this space for a part of that time before (with ``in_line``'s offers)."""
    return any(
        offer.declined_at is not None
        and offer.booking.starts_at < end
        and offer.booking.ends_at > start
        and any(row.space_id == place.space.pk for row in offer.booking.places.all())
        for offer in waiting.offers.all()
    )


def positions(waitings: Iterable[Waiting]) -> dict[int, int]:
    """Tell for each its place in the line: 1 when nobody who asked before could take the same place.

    Two queries, however many there are.
    """
    own = [waiting for waiting in waitings if waiting.ended_at is None]
    if not own:
        return {}
    line = list(Waiting.objects.open().filter(site__in={waiting.site_id for waiting in own}))
    cells = _cells(line)
    return {waiting.pk: 1 + _before(waiting, line, cells) for waiting in own}


def _cells(line: Sequence[Waiting]) -> dict[int, set[int]]:
    wanted = {waiting.space_id for waiting in line if waiting.space_id}
    spaces = Space.objects.filter(pk__in=wanted).prefetch_related("cells")
    return {space.pk: set(cells_of([space])) for space in spaces}


def _before(waiting: Waiting, line: Sequence[Waiting], cells: dict[int, set[int]]) -> int:
    first = (waiting.asked_at, waiting.pk)
    return sum(
        other.site_id == waiting.site_id
        and (other.asked_at, other.pk) < first
        and other.window_starts_at < waiting.window_ends_at
        and other.window_ends_at > waiting.window_starts_at
        and _rivals(waiting.space_id, other.space_id, cells)
        for other in line
    )


def _rivals(one: int | None, other: int | None, cells: dict[int, set[int]]) -> bool:
    return one is None or other is None or bool(cells.get(one, set()) & cells.get(other, set()))
