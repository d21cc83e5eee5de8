"""``python -m bench`` runs all, ``python -m bench pages visits`` some; one JSON object a line."""

import sys
from importlib import import_module

NAMES = ("start", "pages", "visits", "spaces")


def main(wanted: list[str]) -> int:
    """Run benchmarks; answer 2 for a name that is none."""
    unknown = set(wanted) - set(NAMES)
    if unknown:
        sys.stderr.write(
            f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(NAMES)}.\n"
        )
        return 2
    for name in wanted or NAMES:
        import_module(f"bench.{name}").run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
