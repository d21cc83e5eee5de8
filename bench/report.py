"""How a figure is reported."""

import json
import sys
import time
from typing import Any

SUMMED = 5_000_000
_GOALS: list[dict[str, Any]] = []


def report(
    measure: str,
    value: float,
    unit: str,
    *,
    budget: float | None = None,
    at_least: float | None = None,
    **about: Any,
) -> None:
    """Print one figure as a JSON line; with a goal (``budget`` at most, or ``at_least``) say whether it is kept."""
    line: dict[str, Any] = {"measure": measure, "value": round(value, 3), "unit": unit, **about}
    if budget is not None:
        line |= {"budget": budget, "within": value <= budget}
    if at_least is not None:
        line |= {"at_least": at_least, "within": value >= at_least}
    if "within" in line:
        _GOALS.append(line)
    _say(line)


def goals() -> None:
    """Print every figure that has a goal once more, and whether it was kept; then forget them."""
    for line in _GOALS:
        kept = {name: value for name, value in line.items() if name in _TOLD}
        _say({"goal": "kept" if line["within"] else "missed", **kept})
    _GOALS.clear()


_TOLD = ("measure", "value", "unit", "budget", "at_least", "cpu_ms", "database_cpu_ms", "engine", "data")


def yardstick() -> None:
    """Report how fast the processor is at this hour: the same sum each time, so that figures of two days can be compared."""
    began = time.process_time()
    sum(one * one for one in range(SUMMED))
    report("yardstick", time.process_time() - began, "CPU-s")


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def percentile(values: list[float], share: float) -> float:
    """Give the value below which a share of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
