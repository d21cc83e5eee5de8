"""How a figure is reported."""

import json
import sys
from typing import Any


def report(measure: str, value: float, unit: str, *, budget: float | None = None, **about: Any) -> None:
    """Print one figure as a JSON line; with a budget (at most) say whether it is kept."""
    line: dict[str, Any] = {"measure": measure, "value": round(value, 3), "unit": unit, **about}
    if budget is not None:
        line |= {"budget": budget, "within": value <= budget}
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def percentile(values: list[float], share: float) -> float:
    """Give the value below which a share of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
