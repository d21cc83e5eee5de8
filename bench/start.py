"""How long a newcomer waits: the demo from nothing, and the demo again."""

import signal
import subprocess
import time
from pathlib import Path

from bench.report import report
from bench.service import PROGRAM, cpu_seconds, folder, surroundings, wait_for
from tests.postbox import free_port


def run() -> None:
    """Start the demo on an empty data folder, then on the same again. Downloads and packages are not in it."""
    with folder() as data:
        _start(data, "cold start of the demo", 60)
        _start(data, "warm start of the demo", 6)


def _start(data: Path, name: str, budget: float) -> None:
    port = free_port()
    started = time.perf_counter()
    process = subprocess.Popen(
        [*PROGRAM, "demo", "--port", str(port)], env=surroundings(data),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(port, "/fi/")
        seconds = time.perf_counter() - started
        report(name, seconds, "s", budget=budget, cpu_s=round(cpu_seconds([process.pid]), 1))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
