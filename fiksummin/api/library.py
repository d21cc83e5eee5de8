"""The library: find, read, tell that one uses something. The same actions as on the pages."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Query, Router, Schema
from pydantic import ConfigDict, StrictBool, StrictInt

from fiksummin.api.answers import page_together
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.inputs import LARGEST_ID, Page, Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.time import HELSINKI, today
from fiksummin.library import actions, models, queries
from fiksummin.library.choices import Accessibility, DataIn, Kind, Login, Mode, Price, Result, Ruling
from fiksummin.library.models.adoption import LONGEST_HOW, LONGEST_PLACE
from fiksummin.library.models.item import ItemQuerySet
from fiksummin.people.choices import Language
from fiksummin.people.models import Person

router = Router(tags=["Library"])
REFUSALS = (400, 404, 409, 413, 422)
LONGEST_WORDS = 100


class Permission(Schema):
    """Whether an agency permits a tool."""

    organisation: str
    ruling: Ruling
    note: str


class Item(Schema):
    """A model, tool, tip or method, and how often it is used with which result."""

    id: int
    kind: Kind
    title: str
    language: Language
    texts: dict[str, str] = Field(description="What is told of it, by section")
    labels: list[str] = Field(description="Perspectives and dimensions by which it is found")
    organisation: str | None
    address: str = Field(description="Where a tool is found; empty for others")
    price: Price | None = Field(description="This and the following three: of tools; null where not told")
    login: Login | None
    accessibility: Accessibility | None
    data_in: DataIn | None = Field(description="Where its data lie")
    permitted_in: list[Permission] = Field(description="What agencies say of a tool")
    mode: Mode | None = Field(description="Where people are when they use a method")
    people_least: int | None
    people_most: int | None
    minutes: int | None
    retired_at: datetime | None = Field(description="null while it is in use")
    retired_because: str
    replacement: int | None = Field(description="The id of what replaces it, where you may see that")
    version: int
    checked_at: datetime | None
    review_on: date | None
    stale: bool = Field(description="Whether nobody has checked it in time")
    used: int
    agencies: int
    works: int
    partly: int
    does_not_work: int
    rating: float | None = Field(
        description="The mean of the ratings of those who use it; null while there are fewer than five"
    )
    url: str


class Items(Schema):
    """A page of the library."""

    items: list[Item]
    page: int
    size: int
    total: int


class Asking(Page):
    """What somebody looks for."""

    kind: Kind | None = None
    organisation: int | None = Field(None, ge=1, le=LARGEST_ID, description="Whose it is")
    q: Text = Field(
        "",
        max_length=LONGEST_WORDS,
        description="Words of it, of its title or of whatever it tells, in any of their forms",
    )


class AdoptionWish(Schema):
    """How you use it."""

    model_config = ConfigDict(extra="forbid")

    where: Text = Field(
        description="A unit, a site, a service", json_schema_extra={"maxLength": LONGEST_PLACE}
    )
    result: Result
    how: Text = Field(
        "", description="How you adapted it, and how it goes", json_schema_extra={"maxLength": LONGEST_HOW}
    )
    rating: StrictInt | None = Field(None, json_schema_extra={"minimum": 1, "maximum": 5})
    ended: StrictBool = False


class Adoption(Schema):
    """Who uses it, with what was told last."""

    id: int
    item: int
    organisation: str | None
    where: str
    how: str
    result: Result
    rating: int | None
    ended: bool
    told_at: datetime
    url: str


@router.get("library", auth=READ, response=responses(Items, 422), url_name="library")
def list_items(request: Asked, asking: Query[Asking]) -> dict[str, object]:
    """What is in use in the library, narrowed by kind, organisation and words; what nobody checked in time comes last."""
    wish = queries.Finding(kind=asking.kind or "", q=asking.q, organisation=asking.organisation)
    rows = _whole(queries.find(request.auth.person, wish, today()), request.auth.person)
    return page_together(rows, asking, _items)


@router.get("library/{int:item}", auth=READ, response=responses(Item, 404), url_name="library_item")
def read_item(request: Asked, item: int) -> Item:
    """One thing of the library, in use or not."""
    row = _seen(request.auth.person, item)
    return _item(row, queries.used([row.pk])[row.pk])


@router.post(
    "library/{int:item}/adoptions", auth=WRITE, response=responses({201: Adoption}, *REFUSALS),
    url_name="library_adoptions",
)  # fmt: skip
def adopt(request: Asked, item: int, wish: AdoptionWish, key: IdempotencyKey) -> HttpResponse:
    """Tell that you use it, or anew how it goes: 422 for a rating before you can say how it went."""
    person, row = request.auth.person, _seen(request.auth.person, item)
    words = queries.AdoptionWish(
        place=wish.where, how=wish.how, result=wish.result, rating=wish.rating, ended=wish.ended
    )

    def act() -> tuple[int, Any]:
        made = actions.adopt(by=person, item=row, wish=words)
        return 201, _adoption(made).model_dump(mode="json")

    return answered_once(person, key, ["adoptions", item, wish.model_dump(mode="json")], act)


def _seen(person: Person, number: int) -> models.Item:
    return get_object_or_404(_whole(queries.items_for(person), person), pk=number)


def _whole(rows: ItemQuerySet, person: Person) -> ItemQuerySet:
    """Bring along which agencies permit things, and what replaces those out of use."""
    standing = models.ToolRuling.objects.filter(superseded_at=None).select_related("organisation")
    return rows.prefetch_related(queries.retirements(person), Prefetch("rulings", standing))


def _items(rows: Sequence[models.Item]) -> list[Item]:
    counts = queries.used(row.pk for row in rows)
    return [_item(row, counts[row.pk]) for row in rows]


def _item(row: models.Item, used: queries.Used) -> Item:
    words, retired = row.words, queries.standing_retirement(row)
    return Item(
        id=row.pk, kind=Kind(row.kind), title=words.title, language=Language(row.language), texts=words.texts,
        labels=[label.word for label in row.labels.all()],
        organisation=row.organisation.name if row.organisation else None, version=words.number,
        address=words.address, price=Price(words.price) if words.price else None,
        login=Login(words.login) if words.login else None,
        accessibility=Accessibility(words.accessibility) if words.accessibility else None,
        data_in=DataIn(words.data_in) if words.data_in else None, mode=Mode(words.mode) if words.mode else None,
        people_least=words.people_least, people_most=words.people_most, minutes=words.minutes,
        permitted_in=[
            Permission(organisation=one.organisation.name, ruling=Ruling(one.ruling), note=one.note)
            for one in row.rulings.all()
        ],
        retired_at=retired.at.astimezone(HELSINKI) if retired else None,
        retired_because=retired.reason if retired else "",
        replacement=retired.replacement.pk if retired and retired.replacement else None,
        checked_at=row.checked_at.astimezone(HELSINKI) if row.checked_at else None, review_on=row.review_on,
        stale=row.is_stale(today()), used=used.times, agencies=used.agencies, works=used.worked, partly=used.partly,
        does_not_work=used.failed, rating=used.mean, url=settings.BASE_URL + reverse("library:item", args=[row.pk]),
    )  # fmt: skip


def _adoption(row: models.Adoption) -> Adoption:
    told = row.told
    return Adoption(
        id=row.pk, item=row.item_id, organisation=row.organisation.name if row.organisation else None,
        where=told.place, how=told.how, result=Result(told.result), rating=told.rating, ended=told.ended,
        told_at=told.at.astimezone(HELSINKI),
        url=settings.BASE_URL + reverse("library:item", args=[row.item_id]) + f"#adoption-{row.pk}",
    )  # fmt: skip
