"""The labelled questions, and how well they are answered."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.search.queries import find

AMONG = 5
"""How many of the first are looked at."""


@dataclass(frozen=True)
class Label:
    """A question, and the titles of the things that answer it: written down from the things, not from what was found."""

    stage: str
    language: str
    question: str
    titles: frozenset[str]


def labels(name: str = "labelled") -> list[Label]:
    """Give the labelled questions, or those that are kept ``apart`` from making the search better."""
    text = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [
        Label(stage, language, asked, frozenset(titles.split("|"))) for stage, language, asked, titles in rows
    ]


def recall(label: Label, reader: Person) -> float:
    """The share of what answers a question that stands among the first five; of one title each thing counts once."""
    answer = find(
        label.question, reader, now(), language=label.language, typing=label.stage == "typing", most=AMONG
    )
    found = {found.hit.title for found in answer.items}
    return len(found & label.titles) / min(len(label.titles), AMONG)


def by_stage(reader: Person, name: str = "labelled") -> tuple[dict[str, float], list[str]]:
    """Give the mean of each stage and of all, and the questions that were not wholly answered."""
    found: dict[str, list[float]] = defaultdict(list)
    missed = []
    for label in labels(name):
        share = recall(label, reader)
        found[label.stage].append(share)
        found["all"].append(share)
        if share < 1:
            missed.append(f"{label.stage}: {label.question} [{label.language}]: {share:.2f}")
    return {stage: sum(shares) / len(shares) for stage, shares in found.items()}, missed
