"""How often things are used, in how many agencies, with what result: counted whenever it is asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from fiksummin.library.choices import Result
from fiksummin.library.models import Adoption, Item, Report
from fiksummin.people.models import Organisation, Person

ENOUGH_RATINGS = 5
"""From how many ratings on their mean is told."""


@dataclass(frozen=True)
class Used:
    """How often something was taken into use, in how many agencies, and how it went."""

    times: int = 0
    agencies: int = 0
    worked: int = 0
    partly: int = 0
    failed: int = 0
    ratings: tuple[int, ...] = ()

    @property
    def told(self) -> int:
        """How many have told how it went."""
        return self.worked + self.partly + self.failed

    @property
    def early(self) -> int:
        """How many cannot say yet."""
        return self.times - self.told

    @property
    def mean(self) -> float | None:
        """The mean of the ratings; None while they are too few to say anything."""
        return sum(self.ratings) / len(self.ratings) if len(self.ratings) >= ENOUGH_RATINGS else None


def used(items: Iterable[int]) -> dict[int, Used]:
    """Count the use of some things; one query."""
    numbers = list(items)
    rows: dict[int, list[tuple[int | None, str, int | None]]] = defaultdict(list)
    told = Report.objects.filter(adoption__item__in=numbers, superseded_at=None).order_by("pk")
    for item, body, result, rating in told.values_list(
        "adoption__item", "adoption__organisation", "result", "rating"
    ):
        rows[item].append((body, result, rating))
    return {number: _count(rows[number]) for number in numbers}


def adoptions(item: Item) -> QuerySet[Adoption]:
    """Give who uses a thing, with what was told last."""
    standing = Report.objects.filter(superseded_at=None)
    rows = item.adoptions.select_related("person", "organisation")
    return rows.prefetch_related(Prefetch("reports", standing, to_attr="standing"))


def used_in(body: Organisation, reader: Person) -> QuerySet[Adoption]:
    """Give what an organisation uses of what the reader may see, with what was told last, the newest first."""
    seen = Item.objects.visible_to(reader).published().values("pk")
    standing = Report.objects.filter(superseded_at=None)
    rows = Adoption.objects.filter(organisation=body, item__in=seen).order_by("-at", "-pk")
    rows = rows.filter(reports__superseded_at=None, reports__ended=False)
    return rows.prefetch_related(
        Prefetch("item", Item.objects.with_words()), Prefetch("reports", standing, to_attr="standing")
    )


def own_adoption(item: Item, person: Person) -> Adoption | None:
    """Give somebody's own use of a thing."""
    return adoptions(item).filter(person=person).first()


def _count(rows: list[tuple[int | None, str, int | None]]) -> Used:
    results = [result for _body, result, _rating in rows]
    return Used(
        times=len(rows),
        agencies=len({body for body, _result, _rating in rows if body is not None}),
        worked=results.count(Result.WORKS),
        partly=results.count(Result.PARTLY),
        failed=results.count(Result.NO),
        ratings=tuple(rating for _body, _result, rating in rows if rating is not None),
    )
