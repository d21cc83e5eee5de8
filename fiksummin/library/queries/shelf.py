"""The library as it is looked through: what nobody checked in time sinks, what is out of use is not there."""

from datetime import date

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from fiksummin.library.choices import Ruling
from fiksummin.library.models import Item, Retirement, ToolRuling, Version
from fiksummin.library.models.item import ItemQuerySet
from fiksummin.library.queries.wishes import FACET_WORDS, Finding
from fiksummin.library.queries.words import looked_for
from fiksummin.people.models import Organisation, Person


def items_for(reader: Person | None) -> ItemQuerySet:
    """Give the things that a reader may see, with what a line about one says."""
    rows = Item.objects.visible_to(reader).select_related("organisation", "node__owner")
    return rows.with_words().prefetch_related("labels")


def find(reader: Person | None, wish: Finding, day: date) -> ItemQuerySet:
    """Give what is published and in use, narrowed by what is looked for; stale ones last, then the newest first."""
    rows = items_for(reader).published().in_use()
    if wish.kind:
        rows = rows.filter(kind=wish.kind)
    if wish.language:
        rows = rows.filter(language=wish.language)
    if wish.label:
        rows = rows.filter(labels__word=wish.label)
    if wish.organisation is not None:
        rows = rows.filter(organisation=wish.organisation)
    if wish.permitted_in is not None:
        rows = rows.filter(pk__in=_permitted(wish.permitted_in))
    if wish.q.strip():
        rows = rows.filter(pk__in=looked_for(wish.q, reader).values("pk"))
    words = _words(wish)
    if words is not None:
        rows = rows.filter(pk__in=words.values("item"))
    return rows.order_by(_stale(day), "-published_at", "-pk")


def drafts_of(person: Person) -> ItemQuerySet:
    """Give somebody's own drafts and copies, the newest first."""
    return items_for(person).kept_by(person).filter(published_at=None)


def sharing(reader: Person | None) -> list[Organisation]:
    """Give the organisations of which a reader sees something in use, by their names in her language."""
    numbers = Item.objects.visible_to(reader).published().in_use().order_by().values("organisation")
    return sorted(Organisation.objects.filter(pk__in=numbers), key=lambda one: one.name.casefold())


def retired_for(reader: Person | None) -> ItemQuerySet:
    """Give what is out of use, with the reason and what replaces it."""
    rows = items_for(reader).published().prefetch_related(retirements(reader))
    return rows.exclude(pk__in=rows.in_use().values("pk"))


def retirements(reader: Person | None) -> "Prefetch[str, QuerySet[Retirement], str]":
    """Bring along why things are out of use, and of what replaces them as much as the reader may see."""
    replacements = Prefetch("replacement", Item.objects.visible_to(reader).with_words())
    return Prefetch("retirements", Retirement.objects.prefetch_related(replacements))


def _stale(day: date) -> Case:
    return Case(When(review_on__lt=day, then=Value(1)), default=Value(0), output_field=IntegerField())


def _permitted(organisation: int) -> QuerySet[ToolRuling, int]:
    ruled = ToolRuling.objects.filter(organisation=organisation, superseded_at=None)
    return ruled.exclude(ruling=Ruling.FORBIDDEN).values_list("item", flat=True)


def _words(wish: Finding) -> QuerySet[Version] | None:
    """Give the standing versions that say what is looked for; None when nothing is asked of them."""
    asked = Q()
    for name in FACET_WORDS:
        if value := wish.facets.get(name, ""):
            asked &= Q(**{name: value})
    if wish.people is not None:
        asked &= Q(people_least=None) | Q(people_least__lte=wish.people)
        asked &= Q(people_most=None) | Q(people_most__gte=wish.people)
    return Version.objects.filter(asked, superseded_at=None) if asked else None
