"""Ranking: how many of the true best five of sixty ideas are found by 30, 100 and 300 voters who see twelve each.

Fixed seeds; by the service's own order of turns and its own ranking, beside a list sorted by likes.
``FIKSUMMIN_BENCH_ENGINES=sqlite`` measures one engine.
"""

import json
import os
from typing import Any

from bench.report import goals, report
from bench.service import service, shell

SEEDS = 40
VOTERS = (30, 100, 300)
_CODE = """
import json
from bench import voting
from django.db import transaction
from fiksummin.people.models import Person, Role
owner = Role.objects.filter(kind="owner", ended_at=None).select_related("person__organisation")[0].person
people = voting.crowd({voters}, owner)
found = {{"fair": [], "two": [], "likes": []}}
for seed in range({seeds}):
    found["fair"].append(voting.fair(seed, people, owner))
    found["two"].append(voting.fair(seed, people, owner, rounds=2))
    found["likes"].append(voting.by_likes(seed, {voters}))
print(json.dumps({{name: vars(voting.mean(rows)) for name, rows in found.items()}}), end="")
"""


def run() -> None:
    """Measure both engines, each number of voters on a database of its own."""
    for engine in os.environ.get("FIKSUMMIN_BENCH_ENGINES", "sqlite,postgres").split(","):
        for voters in VOTERS:
            with service(engine, worker=False) as served:
                found = json.loads(shell(served, _CODE.format(voters=voters, seeds=SEEDS)))
            _tell(engine, voters, found)
    goals()


def _tell(engine: str, voters: int, found: dict[str, Any]) -> None:
    about: dict[str, Any] = {"engine": engine, "voters": voters, "seeds": SEEDS}
    goal = 0.72 if voters == 100 else None
    report("best five found, by turn", found["fair"]["recall"], "share", at_least=goal, **about)
    report("best five found, two rounds", found["two"]["recall"], "share", **about)
    report("best five found, list sorted by likes", found["likes"]["recall"], "share", **about)
    report("unevenness of showing (Gini), by turn", found["fair"]["gini"], "of 1", budget=0.1, **about)
    report("unevenness of showing (Gini), list sorted by likes", found["likes"]["gini"], "of 1", **about)
