"""What a model in the library begins with when it is written down from an experiment."""

from django.utils import translation
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from fiksummin.core.time import today
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.queries.experiments import tried
from fiksummin.library.models import Item
from fiksummin.library.models.version import LONGEST_WORDS
from fiksummin.library.queries import ItemWish, modelled_from
from fiksummin.people.models import Person


def model_of(experiment: Experiment) -> Item | None:
    """Give the model that was written down from an experiment."""
    return modelled_from(experiment.node)


def seen_model(experiment: Experiment, reader: Person) -> Item | None:
    """Give the model of an experiment, as far as a reader may see it."""
    found = Item.objects.visible_to(reader).with_words()
    return found.filter(source=experiment.node_id, source_kind="modelled").first()


def words_for_model(experiment: Experiment) -> ItemWish:
    """Give an experiment's words, each to the section that it answers."""
    language = (get_language() or "fi")[:2]
    with translation.override(language):
        steps = [experiment.title, _("Where: %(place)s") % {"place": experiment.place}]
        days = (experiment.ends_on - experiment.starts_on).days + 1
        effort = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
    if experiment.euros:
        effort += f", {experiment.euros} €"
    texts = {
        "problem": experiment.why,
        "steps": "\n".join(steps),
        "pitfalls": experiment.lesson,
        "evidence": _evidence(experiment),
        "effort": effort,
    }
    return ItemWish(
        title=experiment.title, language=language, labels=tuple(experiment.perspectives),
        texts={name: text[:LONGEST_WORDS] for name, text in texts.items()},
    )  # fmt: skip


def _evidence(experiment: Experiment) -> str:
    """Say what was expected, how one was to know, whether it works and what came out."""
    ended = experiment.ended_at
    said = [
        experiment.expectation,
        experiment.measure,
        str(experiment.get_works_display()).capitalize()
        + (f" ({today(at=ended):%-d.%-m.%Y})" if ended else ""),
        experiment.result,
        experiment.decision,
        tried(experiment).words(),
    ]
    return "\n".join(line for line in said if line)
