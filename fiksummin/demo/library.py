"""Chapters about the library: twenty things with their use, a model of an experiment, and how the lab itself works."""

from datetime import datetime, timedelta

from fiksummin.core.time import today
from fiksummin.demo.library_table import LAB, LESSONS, SHELF, TOLD, Shelved
from fiksummin.demo.teller import Teller
from fiksummin.experiments import actions as experiments
from fiksummin.experiments.choices import Works
from fiksummin.experiments.models import Experiment
from fiksummin.library import actions
from fiksummin.library.choices import Kind, Result, Ruling
from fiksummin.library.models import Item
from fiksummin.library.queries import AdoptionWish, Change, ItemWish, LabWish
from fiksummin.trail.choices import Dimension
from fiksummin.trail.models import Node

RESULTS = {"w": Result.WORKS, "p": Result.PARTLY, "n": Result.NO, "e": Result.EARLY}
STARS = {"w": 5, "p": 3, "n": 2, "e": None}
RULINGS = (Ruling.PERMITTED, Ruling.LIMITED, Ruling.FORBIDDEN)


def write_down(teller: Teller) -> None:
    """Tell it."""
    made = [_shelve(teller, shelved) for shelved in SHELF]
    for item, shelved in zip(made, SHELF, strict=True):
        _use(teller, item, shelved)
        if item.kind == Kind.TOOL:
            _permit(teller, item)
    _reworded(teller, made[0])
    tools = [item for item in made if item.kind == Kind.TOOL]
    reason = "Palvelu suljettiin, ja sen tiedot on siirretty (esimerkki)."
    actions.retire_item(by=teller.parts["host"], item=tools[-1], reason=reason, replacement=tools[0])
    _model(teller)
    _lab(teller)
    teller.settle()
    teller.say(f"Library: {len(made)}")


def _shelve(teller: Teller, shelved: Shelved) -> Item:
    by = teller.parts["member"] if shelved is SHELF[0] else teller.random.choice(teller.crowd)
    at = teller.at - timedelta(days=shelved.age)
    wish = ItemWish(
        title=shelved.title, language=shelved.language, texts=shelved.texts, labels=shelved.labels,
        **shelved.facets,
    )  # fmt: skip
    draft = actions.draft_item(by=by, kind=shelved.kind, wish=wish, at=at)
    return actions.publish_item(by=by, item=draft, at=at)


def _use(teller: Teller, item: Item, shelved: Shelved) -> None:
    people = teller.random.sample(teller.crowd, len(shelved.results))
    for number, (by, how) in enumerate(zip(people, shelved.results, strict=True)):
        wish = AdoptionWish(
            place="Yhden yksikön arki (esimerkki)", result=RESULTS[how], how=TOLD[how], rating=STARS[how]
        )
        at = teller.at - timedelta(days=max(shelved.age - 5 * number - 3, 1))
        actions.adopt(by=by, item=item, wish=wish, at=at)


def _permit(teller: Teller, item: Item) -> None:
    for by, ruling in zip(teller.random.sample(teller.crowd, 3), RULINGS, strict=True):
        actions.rule_tool(by=by, item=item, ruling=ruling, at=teller.at - timedelta(days=8))


def _reworded(teller: Teller, item: Item) -> None:
    """The first model changed because somebody told how it goes."""
    words = item.words
    steps = words.texts["steps"].replace("kymmenen minuuttia", "kahdeksan minuuttia, kello näkyvissä")
    wish = ItemWish(
        title=words.title,
        language=item.language,
        texts={**words.texts, "steps": steps},
        labels=SHELF[0].labels,
    )
    change = Change(
        number=words.number, changed="Lukuaika lyheni, ja kello on näkyvissä",
        because="Kolme käyttäjää kertoi ajan loppuvan (esimerkki)",
    )  # fmt: skip
    at = teller.at - timedelta(days=9)
    actions.change_item(by=teller.parts["member"], item=item, wish=wish, change=change, at=at)


def _model(teller: Teller) -> None:
    """An experiment that worked became a model."""
    ended = Experiment.objects.filter(works=Works.YES).order_by("pk").first()
    by = ended.team.order_by("pk")[0].person if ended else None
    if ended and by:
        actions.publish_item(by=by, item=experiments.make_model(by=by, experiment=ended))


def _lab(teller: Teller) -> None:
    owner = teller.parts["owner"]
    for number, (text, because) in enumerate(LAB):
        at = teller.at - timedelta(days=120 - 60 * number)
        actions.change_lab_model(by=owner, wish=LabWish(number=number, text=text, because=because), at=at)
    for age, dimension, text in LESSONS:
        at = teller.at - timedelta(days=age)
        actions.tell_lab_lesson(
            by=owner,
            text=text,
            learnt_on=today(at=at),
            dimension=dimension,
            because_of=_tried_before(at, dimension),
            at=at,
        )


def _tried_before(at: datetime, dimension: str) -> Node | None:
    """Give the experiment from which the lab learnt about what people dare."""
    ended = Experiment.objects.filter(ended_at__lt=at).order_by("pk").select_related("node").first()
    return ended.node if ended and dimension == Dimension.MENTAL else None
