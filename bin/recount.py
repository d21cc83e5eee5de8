#!/usr/bin/env python3
"""Count a campaign again from its file: ``python3 bin/recount.py FILE`` (``-`` reads standard input).

Prints the ranking as it comes out here, and says whether it is the one that the file tells; answers 1 when it is
not, or when the file is not as it was given. Needs nothing but Python and shares no code with the service.
"""

import hashlib
import json
import sys
from fractions import Fraction
from pathlib import Path


def count(file: dict) -> list[list]:
    """Give [idea, what it got, looks, share] in order."""
    grades = file["campaign"]["weighing"] == "scale"
    top = 4 if grades else 1
    into = {idea["id"]: idea["counts_for"] for idea in file["ideas"]}
    got, looks, second = dict.fromkeys(into.values(), 0), dict.fromkeys(into.values(), 0), set()
    for idea in file["ideas"]:
        once, again = idea["shown"]
        if not grades:
            looks[idea["counts_for"]] += (once or 0) + (again or 0)
        if again is not None:
            second.add(idea["counts_for"])
    for ballot in file["ballots"]:
        best = {}
        for vote in ballot["votes"]:
            if vote["by_turn"]:
                target = into[vote["idea"]]
                best[target] = max(vote["value"], best.get(target, vote["value"]))
        for target, value in best.items():
            got[target] += value
            looks[target] += 1 if grades else 0
    most = {idea: max(looks[idea] * top, got[idea]) for idea in got}
    total = sum(most.values())
    mean = Fraction(sum(got.values()), total) if total else Fraction(0)
    table = []
    for idea in got:
        # One look is worth what it could bring at most: more than `top` only where a vote came without a look.
        worth = Fraction(most[idea], looks[idea]) if looks[idea] else Fraction(1)
        added = file["method"]["prior"] * worth
        table.append([idea, got[idea], looks[idea], (got[idea] + mean * added) / (most[idea] + added)])
    seed = file["campaign"]["seed"]
    table.sort(key=lambda row: hashlib.sha256(f"{seed}:{row[0]}".encode()).digest())
    table.sort(key=lambda row: row[3], reverse=True)
    table.sort(key=lambda row: row[0] not in second)
    return table


def faults(file: dict) -> list[str]:
    """Say what is wrong with the ballots: two votes of one voter on one idea, or more approvals than allowed."""
    found = []
    for ballot in file["ballots"]:
        ideas = [vote["idea"] for vote in ballot["votes"]]
        approved = sum(1 for vote in ballot["votes"] if vote["value"])
        if len(set(ideas)) < len(ideas):
            found.append(f"voter {ballot['voter']} voted twice on an idea")
        if file["campaign"]["most"] is not None and approved > file["campaign"]["most"]:
            found.append(f"voter {ballot['voter']} approved of {approved} ideas")
    parts = {name: part for name, part in file.items() if name != "digest"}
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if hashlib.sha256(text.encode()).hexdigest() != file["digest"]:
        found.append("the file is not as it was given: its digest is another")
    return found


def main(words: list[str]) -> int:
    """Read, count, compare."""
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    text = sys.stdin.read() if words[0] == "-" else Path(words[0]).read_text(encoding="utf-8")
    file = json.loads(text)
    table, titles = count(file), {idea["id"]: idea["title"] for idea in file["ideas"]}
    for place, (idea, got, looks, share) in enumerate(table, 1):
        print(f"{place:4}  {float(share):6.1%}  {got:6} of {looks:6}  {titles[idea]}")
    told = [[row["idea"], row["got"], row["looks"], Fraction(row["share"])] for row in file["ranking"]]
    wrong = faults(file) + ([] if told == table else ["the ranking in the file is another than this"])
    print(
        "\n".join(f"NOT EQUAL: {sentence}" for sentence in wrong)
        or "EQUAL: counted again, the result is the same."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
