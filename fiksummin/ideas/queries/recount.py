"""The file that anybody counts again: ballots without persons, how often each idea was on screen, and the ranking.

A ballot is one person's of one round, under a number drawn anew for each file: neither her ballot of the other
round nor one in another file can be told to be hers by it. ``bin/recount.py`` counts again and shares no code.
"""

import random
from collections import defaultdict
from typing import Any

from fiksummin.core.sealed import sealed
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.ideas.models.opinions import FIRST_ROUND, SECOND_ROUND
from fiksummin.ideas.queries.ranking import ENOUGH, PRIOR, Ranked, rank
from fiksummin.ideas.queries.weighing import Record, record_of

_WORDS = (
    "got / most, where an idea got the votes by turn (one for each voter and round, the highest of what was joined),"
    " most is the times it was on screen (for grades: 4 for each grade given). Each idea is given 'prior' looks as"
    " good as the average of all. Those of the second round come first, then by share, then by the smallest SHA-256"
    " of 'seed:idea'."
)


def recount_of(campaign: Campaign) -> dict[str, Any]:
    """Give the file as a document; four queries."""
    record = record_of(campaign)
    titles = dict(Idea.objects.filter(campaign=campaign).values_list("pk", "title"))
    document: dict[str, Any] = {
        "campaign": {
            "id": campaign.pk, "title": campaign.title, "weighing": campaign.weighing,
            "most": campaign.approve_most if campaign.weighing == "approve" else None, "seed": campaign.seed,
        },
        "method": {"prior": PRIOR, "enough": ENOUGH, "words": _WORDS},
        "ideas": [_idea(record, idea, titles[idea]) for idea in sorted(record.root)],
        "ballots": _ballots(record),
        "ranking": [_place(row) for row in rank(record.tallies(), record.seed)],
    }  # fmt: skip
    return sealed(document)


def _idea(record: Record, idea: int, title: str) -> dict[str, Any]:
    rounds = [record.shown.get((idea, number)) for number in (FIRST_ROUND, SECOND_ROUND)]
    return {"id": idea, "title": title, "counts_for": record.root[idea], "shown": rounds}


def _ballots(record: Record) -> list[dict[str, Any]]:
    votes: dict[tuple[tuple[str, int], int], list[dict[str, Any]]] = defaultdict(list)
    for vote in record.votes:
        if vote.idea in record.root:
            votes[vote.voter, vote.round].append(
                {"idea": vote.idea, "value": vote.value, "by_turn": vote.by_turn}
            )
    ballots = [(number, given) for (_voter, number), given in votes.items()]
    random.SystemRandom().shuffle(ballots)
    return [
        {"voter": place, "round": number, "votes": given} for place, (number, given) in enumerate(ballots, 1)
    ]


def _place(row: Ranked) -> dict[str, Any]:
    return {
        "place": row.place, "idea": row.idea, "got": row.got, "looks": row.looks,
        "share": f"{row.share.numerator}/{row.share.denominator}",
        "percent": [round(row.low * 100), round(row.high * 100)],
    }  # fmt: skip
