"""Words by which 15,000 things are told: as common as words of a language are, beside the worst case of ``trails``.

There each of 24 words is in thousands of things, so that every list of the index is long. Here 20,000 words, parts
and compounds of parts that the search itself knows, come up as Zipf has it: the second half as often as the first,
the third a third. What is searched for is one of the commonest, one in the middle, one rare, and several together.
Called within ``fiksummin manage shell``.
"""

import json
import random
import time
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from fiksummin.experiments.models import Experiment, Note, Wording
from fiksummin.experiments.queries import words_of
from fiksummin.ideas.models import Idea
from fiksummin.search.actions import reindex
from fiksummin.search.models import PostingList, Word
from fiksummin.search.words.tokens import DATA

SIZE = 20_000
RANKS = ((0,), (40,), (1_500,), (9_000,), (0, 1), (3, 40), (2, 900), (25, 60, 700))
"""Which words are searched for together, by how common they are."""


@cache
def words() -> list[str]:
    """Give the words, the commonest first: always the same."""
    chance = random.Random(17)  # noqa: S311 -- the same data each time
    lines = (DATA / "parts_fi.txt").read_text(encoding="utf-8").splitlines()
    parts = [word for line in lines if line.startswith("+ ") for word in line[2:].split()]
    compounds = [first + last for first in parts for last in parts if first != last]
    return chance.sample([*parts, *chance.sample(compounds, SIZE - len(parts))], SIZE)


def told() -> Callable[[int], str]:
    """Give what draws so many words of a text."""
    chance = random.Random(19)  # noqa: S311 -- as above
    weights = list(accumulate(1 / rank for rank in range(1, SIZE + 1)))
    return lambda count: " ".join(chance.choices(words(), cum_weights=weights, k=count))


def reword() -> str:
    """Tell all ideas and experiments anew in these words, and index them; say in JSON what to search for, and more."""
    tell = told()
    rows = list(Idea.objects.filter(campaign__title_fi="Suuri kampanja").only("pk"))
    for idea in rows:
        idea.title, idea.text = tell(4), tell(40)
    Idea.objects.bulk_update(rows, ["title", "text"], batch_size=500)
    tried = list(Experiment.objects.filter(expectation="Odotus lyhenee."))
    notes = Note.objects.bulk_create(Note(experiment=one, text="–") for one in tried)
    Wording.objects.bulk_create(Wording(note=note, **words_of(note.experiment)) for note in notes)
    for experiment in tried:
        experiment.title, experiment.why = tell(4), tell(20)
    Experiment.objects.bulk_update(tried, ["title", "why"], batch_size=500)
    began, cost = time.perf_counter(), time.process_time()
    written = sum(reindex(kinds=("idea", "experiment")).values())
    return json.dumps(
        {
            "searches": [" ".join(words()[rank] for rank in ranks) for ranks in RANKS],
            "things": written,
            "seconds": round(time.perf_counter() - began, 1),
            "cpu_seconds": round(time.process_time() - cost, 1),
            "words": Word.objects.count(),
            "longest": PostingList.objects.order_by("-length").values_list("length", flat=True)[0],
        }
    )
