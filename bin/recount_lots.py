#!/usr/bin/env python3
"""Count the lots of an event again from its file: ``python3 bin/recount_lots.py FILE [FINGERPRINT]`` (``-``: standard input).

Prints who had which turn and which got a place, and says whether it is what the file tells; answers 1 when it is not,
or when the file is not as it was given. FINGERPRINT is what the page of the event showed before the draw, if you kept
it. Needs nothing but Python and shares no code with the service.
"""

import hashlib
import json
import sys
from pathlib import Path


def count(file: dict) -> list[dict]:
    """Give the registrations in the order of their turns, each with its lot, and its place where no quota holds."""
    seed, free = file["event"]["seed"], dict(file["free"])
    rows = [{name: row[name] for name in ("number", "mode", "people", "priority")} for row in file["lots"]]
    for row in rows:
        row["lot"] = hashlib.sha256(f"{seed}:{row['number']}".encode()).hexdigest()
    rows.sort(key=lambda row: row["lot"])
    for rank, row in enumerate(rows, 1):
        row["rank"] = rank
    rows.sort(key=lambda row: not row["priority"])
    told = {row["number"]: row["place"] for row in file["lots"]}
    for turn, row in enumerate(rows, 1):
        fits = row["people"] <= free.get(row["mode"], 0)
        # Who belongs to which organisation is not in the file: where quotas hold, a place may be kept from whom it fits.
        row["turn"], row["place"] = turn, fits and (told[row["number"]] if file["quotas"] else True)
        free[row["mode"]] = free.get(row["mode"], 0) - (row["people"] if row["place"] else 0)
    return rows


def faults(file: dict, fingerprint: str) -> list[str]:
    """Say what is wrong with the file itself."""
    found, event = [], file["event"]
    made = hashlib.sha256(event["seed"].encode()).hexdigest()
    if made != event["fingerprint"]:
        found.append("the fingerprint in the file is not that of the seed")
    if fingerprint and made != fingerprint.strip().lower():
        found.append("the fingerprint that you kept is not that of the seed")
    if len({row["number"] for row in file["lots"]}) < len(file["lots"]):
        found.append("a registration is in the file twice")
    parts = {name: part for name, part in file.items() if name != "digest"}
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if hashlib.sha256(text.encode()).hexdigest() != file["digest"]:
        found.append("the file is not as it was given: its digest is another")
    return found


def main(words: list[str]) -> int:
    """Read, count, compare."""
    if len(words) not in {1, 2}:
        print(__doc__, file=sys.stderr)
        return 2
    text = sys.stdin.read() if words[0] == "-" else Path(words[0]).read_text(encoding="utf-8")
    file = json.loads(text)
    rows = count(file)
    for row in rows:
        said = "a place" if row["place"] else "waits"
        print(
            f"{row['turn']:5}  {row['lot'][:16]}  registration {row['number']}  {row['people']} people  {said}"
        )
    wrong = faults(file, words[1] if len(words) == 2 else "")
    wrong += [] if rows == file["lots"] else ["the turns or the places in the file are others than these"]
    print(
        "\n".join(f"NOT EQUAL: {sentence}" for sentence in wrong)
        or "EQUAL: counted again, the result is the same."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
