"""Every check and every test, each a named step with its seconds, and one summary.

The checks run two at a time and speak only when they fail; the tests speak as
they go. A tool that is missing is a failure, never a silence; Node alone, which
only those need who change the front end, may be missing where CI is not set, and
then the step is said to be skipped.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(sys.executable).parent
PYTHON = sys.executable
TEMPLATES = "*.html"


@dataclass(frozen=True)
class Step:
    """A name a person understands, and the commands behind it."""

    name: str
    commands: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Outcome:
    """How a step went."""

    name: str
    code: int
    seconds: float
    said: str = ""
    skipped: bool = False


def checks() -> list[Step]:
    """Give everything that can be said without running the product; the longest first."""
    return [
        Step("types", ((_tool("mypy"),),)),
        _front_end(),
        Step("style", ((_tool("ruff"), "check"), (_tool("ruff"), "format", "--check"))),
        Step("templates", ((_tool("djade"), "--target-version", "6.1", "--check", *_templates()),)),
        Step("directions", ((_tool("lint-imports"),),)),
        Step("own rules", ((PYTHON, "-m", "dev.lint"),)),
        Step("translations", ((PYTHON, "-m", "dev.messages", "--check"),)),
        Step(
            "migrations match the models",
            ((PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"),),
        ),
        Step("settings", ((PYTHON, "-m", "django", "check"),)),
        Step("docs/facts.md is fresh", ((_tool("fiksummin"), "facts", "--check"),)),
    ]


def tests() -> list[Step]:
    """Give the test runs, one per engine."""
    return [
        Step(f"tests on {name}", ((PYTHON, "-m", "bin._test", flag),))
        for name, flag in (("SQLite", "--sqlite"), ("PostgreSQL", "--postgres"))
    ]


def main() -> int:
    """Run everything, also past a failure, and say how each step went."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fiksummin-ci-") as data:
        env = {**os.environ, "FIKSUMMIN_DATA": data, "DJANGO_SETTINGS_MODULE": "fiksummin.settings_test"}
        with ThreadPoolExecutor(2) as pool:
            outcomes = []
            for outcome in pool.map(lambda step: run(step, env), checks()):
                outcomes.append(outcome)
                tell(outcome)
    if "--quick" not in sys.argv:
        outcomes.append(
            run(Step("what tests need", ((PYTHON, "-m", "bin._system", "--check"),)), dict(os.environ))
        )
        tell(outcomes[-1])
        outcomes += [run(step, dict(os.environ), aloud=True) for step in tests()]
    return summary(outcomes, time.monotonic() - begun)


def run(step: Step, env: dict[str, str], *, aloud: bool = False) -> Outcome:
    """Run a step's commands up to the first that fails."""
    begun = time.monotonic()
    said, code = "", 0
    if aloud:
        print(f"\n== {step.name}", flush=True)
    for command in step.commands:
        try:
            done = subprocess.run(command, env=env, capture_output=not aloud, text=True, check=False)
        except OSError as problem:
            said, code = f"{command[0]} cannot be run: {problem}. Run bin/setup.", 1
        else:
            code, said = done.returncode, (done.stdout or "") + (done.stderr or "")
        if code:
            break
    return Outcome(step.name, code, time.monotonic() - begun, said, skipped=not step.commands)


def tell(outcome: Outcome) -> None:
    """Say one line; when it failed, also what the tool said."""
    print(_line(outcome), flush=True)
    if outcome.code:
        print(outcome.said.rstrip(), flush=True)


def summary(outcomes: list[Outcome], seconds: float) -> int:
    """Say everything once more, in one place, and answer 0 only when all went well."""
    failed = [outcome for outcome in outcomes if outcome.code]
    print(f"\n{'—' * 60}")
    for outcome in outcomes:
        print(_line(outcome))
    skipped = sum(outcome.skipped for outcome in outcomes)
    done = len(outcomes) - skipped
    verdict = f"{len(failed)} of {done} steps failed" if failed else f"all {done} steps passed"
    if skipped:
        verdict += f", {skipped} skipped,"
    print(f"{verdict} in {seconds:.0f} s", flush=True)
    return 1 if failed else 0


def _line(outcome: Outcome) -> str:
    verdict = "FAILED" if outcome.code else "skipped" if outcome.skipped else "ok"
    return f"{verdict:7} {outcome.name:40} {outcome.seconds:7.1f} s"


def _tool(name: str) -> str:
    return str(TOOLS / name)


def _templates() -> list[str]:
    return [str(path) for path in sorted(Path("fiksummin").rglob(TEMPLATES))]


def _front_end() -> Step:
    """Rebuild where Node is; without it the committed files serve, but a server that checks (CI) must have it."""
    name = "front end rebuilds to the same bytes"
    npm = shutil.which("npm")
    if npm is None and not os.environ.get("CI"):
        return Step(f"{name}: no Node here", ())
    check = (npm or "npm", "run", "--silent", "check")
    installed, lock = Path("node_modules/.package-lock.json"), Path("package-lock.json")
    if installed.exists() and lock.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return Step(name, (check,))
    return Step(name, ((npm or "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), check))


if __name__ == "__main__":
    sys.exit(main())
