"""Experiments and batons, made by the actions themselves."""

from datetime import datetime, timedelta
from itertools import count

from fiksummin.core.time import now, today
from fiksummin.experiments import actions
from fiksummin.experiments.choices import Works
from fiksummin.experiments.models import Baton, Experiment
from fiksummin.experiments.queries import BatonWish, EndingWish, ExperimentWish, Receiver
from fiksummin.ideas.choices import Perspective
from fiksummin.people.models import Person

_numbers = count(1)


def wish(*, days: int = 14, moment: datetime | None = None, **words: object) -> ExperimentWish:
    """An experiment of some days."""
    words.setdefault("title", f"Kokeilu {next(_numbers)}")
    given = {
        "why": "Kokoukset venyvät",
        "expectation": "Aika riittää",
        "measure": "Kello",
        "place": "Tietopalvelut",
        "perspectives": (Perspective.WAYS,),
    }
    return ExperimentWish(
        ends_on=today(at=moment or now()) + timedelta(days=days), **(given | words),  # type: ignore[arg-type]  # a test names the words
    )  # fmt: skip


def experiment(by: Person, *, moment: datetime | None = None, **words: object) -> Experiment:
    """Start an experiment."""
    return actions.start_experiment(by=by, wish=wish(moment=moment, **words), at=moment)  # type: ignore[arg-type]  # a test names the words


def ending(works: str = Works.YES, **words: object) -> EndingWish:
    """An ending with a lesson."""
    words.setdefault("lesson", f"Lyhyempi kokous riittää, kun asialista on valmis ({next(_numbers)}).")
    return EndingWish(works=works, **words)  # type: ignore[arg-type]  # a test names the words


def ended(by: Person, works: str = Works.YES, **words: object) -> Experiment:
    """An experiment that has ended."""
    return actions.end_experiment(by=by, experiment=experiment(by, **words), wish=ending(works))


def baton(by: Person, receiver: Receiver, *, moment: datetime | None = None, **words: object) -> Baton:
    """Throw a baton."""
    words.setdefault("title", f"Kapula {next(_numbers)}")
    return actions.throw_baton(by=by, wish=BatonWish(**words), receiver=receiver, at=moment)  # type: ignore[arg-type]  # a test names the words
