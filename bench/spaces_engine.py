"""What the engine of searches costs by itself; called within ``fiksummin manage shell`` beside a service."""

import gc
import json
import resource
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from fiksummin.core.time import now
from fiksummin.spaces import queries
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.availability import MEMORY


def measure(slug: str) -> None:
    """Print what was found of a site, as JSON."""
    site = Site.objects.prefetch_related("hours", "special_days").get(slug=slug)
    before, began, used = _mebibytes(), time.perf_counter(), time.process_time()
    MEMORY.look()
    found: dict[str, object] = {
        "load_s": time.perf_counter() - began,
        "load_cpu_s": time.process_time() - used,
        "memory_mib": _mebibytes() - before,
    }
    today = now().date()
    wish = queries.Search(today, today + timedelta(days=60), 120, 8)
    full = queries.Search(today, today + timedelta(days=60), 720, 8)
    found["first_ms"] = _milliseconds(lambda: queries.search([site], wish, now(), limit=1), 51)
    found["worst_ms"] = _milliseconds(lambda: queries.search([site], full, now(), limit=1), 11)
    found["look_ms"] = _milliseconds(MEMORY.look, 51)
    first = queries.search([site], wish, now(), limit=1)
    found["first"] = [first[0].name, first[0].start.isoformat()] if first else None
    print(json.dumps(found), end="")


def _mebibytes() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def _milliseconds(act: Callable[[], object], times: int) -> float:
    """Time an act; give the median."""
    each = []
    for _time in range(times):
        began = time.perf_counter()
        act()
        each.append((time.perf_counter() - began) * 1000)
    return sorted(each)[len(each) // 2]
