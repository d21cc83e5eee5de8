"""``python -m bench`` runs all, ``python -m bench pages visits`` some; one JSON object a line.

``python -m bench spaces --engine sqlite --data a --part create`` measures a part; ``--help`` after the name tells.
"""

import sys
from importlib import import_module

from bench.report import yardstick

NAMES = ("start", "pages", "visits", "spaces", "events", "ranking", "trail", "search")
WITH_WORDS = ("spaces", "trail")
"""Those that can be told to measure a part: the words after their name are theirs."""


def main(wanted: list[str]) -> int:
    """Run benchmarks; answer 2 for a name that is none."""
    cut = next((n for n, word in enumerate(wanted) if word.startswith("-")), len(wanted))
    names, words = wanted[:cut], wanted[cut:]
    unknown = set(names) - set(NAMES)
    if unknown or (words and (len(names) != 1 or names[0] not in WITH_WORDS)):
        sys.stderr.write(
            f"There is no benchmark {', '.join(sorted(unknown)) or 'like that'}. There are: {', '.join(NAMES)}.\n"
        )
        return 2
    for name in names or NAMES:
        module = import_module(f"bench.{name}")
        yardstick()
        module.run(words) if words else module.run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
