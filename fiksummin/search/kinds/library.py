"""Models, tools, tips and methods."""

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from fiksummin.core.time import now, today
from fiksummin.experiments.models import Experiment
from fiksummin.library import choices, facts
from fiksummin.library.models import Check, Item, Retirement, Version
from fiksummin.library.queries import standing_retirement, words
from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.queries import find
from fiksummin.search.things import Hit, Piece, Shelf, Way, offer
from fiksummin.ui.addresses import address

MOST = 200
"""How many the library itself asks for when it looks for words."""
STALE, RETIRED = 0.7, 0.4
"""How much the words count of what nobody has checked in time, and of what is out of use."""


def _items(reader: Person | None) -> QuerySet[Item]:
    rows = Item.objects.visible_to(reader).published().with_words().select_related("source")
    tried = Prefetch("source__experiment", Experiment.objects.visible_to(reader))
    return rows.prefetch_related("keepers__person", "retirements", tried)


def _hit(row: Item, reader: Person | None) -> Hit:
    said, url = row.words, address("library:item", row.pk)
    retired = standing_retirement(row) is not None
    state = _("Out of use") if retired else _("Not checked in time") if row.is_stale(today()) else ""
    first = choices.OWED[row.kind][0]
    return Hit(
        title=said.title, url=url, language=row.language, state=state, tone="stop" if retired else "wait",
        text=said.texts.get(first, ""), text_language=row.language, lesson=said.texts.get("pitfalls", ""),
        at=said.at,
        people=tuple(str(each.person) for each in row.keepers.all() if each.person) if reader else (),
        ways=(*_asking(row), *(() if retired else (Way(_("Take it into use"), f"{url}adoption/"),))),
    )  # fmt: skip


def _asking(row: Item) -> tuple[Way, ...]:
    """Give the way to ask those who tried out what was written down as a model: those of whose experiment the reader may see."""
    tried = getattr(row.source, "experiment", None)
    if tried is None:
        return ()
    return (Way(_("Ask them"), f"{address('experiments:experiment', tried.pk)}#ask", "users"),)


def _pieces(row: Item) -> list[Piece]:
    said = row.words
    worth = RETIRED if standing_retirement(row) else STALE if row.is_stale(today()) else 1.0
    texts = (Piece(text, row.language, worth) for text in said.texts.values())
    return [Piece(said.title, row.language, 3 * worth), *texts]


def _audience(row: Item) -> Audience:
    return Audience.PUBLIC if row.audience == choices.Audience.PUBLIC else Audience.MEMBERS


def _of_version(fact: facts.ItemChanged) -> int | None:
    return Version.objects.filter(pk=fact.version).values_list("item", flat=True).first()


def _of_check(fact: facts.ItemChecked) -> int | None:
    return Check.objects.filter(pk=fact.check).values_list("item", flat=True).first()


def _of_retirement(fact: facts.ItemRetired) -> int | None:
    return Retirement.objects.filter(pk=fact.retirement).values_list("item", flat=True).first()


def _numbers(question: str, reader: Person | None) -> list[int]:
    """Give the numbers of what answers a question in the library, the best first."""
    language = (get_language() or "fi")[:2]
    answer = find(question, reader, now(), language=language, kinds=("item",), most=MOST)
    return [found.number for found in answer.items]


words.found_by(_numbers)
offer(
    Shelf(
        kind="item", name=gettext_lazy("Library"), rows=_items, hit=_hit, pieces=_pieces,
        whole=lambda: Item.objects.published().with_words().prefetch_related("retirements"),
        at=lambda row: row.checked_at or row.made_at,
        audience=_audience,
        heard={
            facts.ItemPublished: lambda fact: fact.item,
            facts.ItemChanged: _of_version,
            facts.ItemChecked: _of_check,
            facts.ItemRetired: _of_retirement,
            facts.ItemReturned: lambda fact: fact.item,
        },
        is_tried=True,
    )
)  # fmt: skip
