"""Runs pytest once per engine. Names of rooms become folders: ``spaces`` is ``tests/spaces``.

``--sqlite`` or ``--postgres`` runs on that one only; the rest goes to pytest.
"""

import os
import subprocess
import sys
from pathlib import Path

ENGINES = {"--sqlite": "sqlite", "--postgres": "postgres"}
PARALLEL = ["-n", str(max(2, min(os.cpu_count() or 2, 8))), "--dist", "worksteal"]


def main() -> int:
    """Run on the engines asked for; answer 0 when each run passed."""
    asked = [ENGINES[word] for word in sys.argv[1:] if word in ENGINES]
    rest = [_place(word) for word in sys.argv[1:] if word not in ENGINES]
    whole = not any(Path(word.split("::")[0]).exists() or word.startswith("-n") for word in rest)
    codes = [_run(engine, [*(PARALLEL if whole else []), *rest]) for engine in asked or ENGINES.values()]
    return max(codes)


def _run(engine: str, arguments: list[str]) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(
        command, env={**os.environ, "FIKSUMMIN_TEST_ENGINE": engine}, check=False
    ).returncode


def _place(word: str) -> str:
    """Let ``spaces`` mean ``tests/spaces`` and ``architecture`` mean ``tests/test_architecture.py``."""
    places = [Path("tests", word), Path("tests", f"test_{word}.py")]
    return next((str(place) for place in places if not word.startswith("-") and place.exists()), word)


if __name__ == "__main__":
    sys.exit(main())
