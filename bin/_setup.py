"""Makes the environment in .venv: finds a Python, installs what is locked, nothing else.

Runs on any Python from 3.8, because a machine's own may be older than the one
that the project needs. Each step is stamped in .state/, so that a second run
does nothing. ``python bin/_setup.py runtime`` is enough to run Fiksummin,
``dev`` adds what tests and checks need.
"""

from __future__ import annotations

import contextlib
import fcntl
import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STATE = ROOT / ".state"
STAMP = STATE / "environment.json"
OLDEST = (3, 12)
SETS = {
    "runtime": ["requirements.txt"],
    "dev": ["requirements.txt", "requirements-dev.txt"],
}
PROBE = (
    "import sys, venv, ensurepip; "
    "print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), getattr(sys, '_base_executable', sys.executable))"
)


class Found(NamedTuple):
    """An interpreter that ran and is new enough."""

    version: tuple[int, ...]
    path: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.version))} ({self.path})"


class Failed(Exception):
    """A command failed; its last lines say why."""


def main() -> int:
    """Bring the environment up to date; say one line per step that had to be done."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "runtime"
    os.chdir(ROOT)
    STATE.mkdir(exist_ok=True)
    with (STATE / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _kind_installed() == "dev":
            kind = "dev"  # never take away what the tests of this folder need
        if _is_ready(kind):
            return 0
        try:
            make(kind)
        except Failed as problem:
            print(f"\n{problem}", file=sys.stderr)
            return 1
    return 0


def make(kind: str) -> None:
    """Make or mend the environment, trying one interpreter after the other."""
    if _is_sound():
        fill(kind)
        return
    problems = []
    for found in interpreters():
        try:
            with step(f"Making the environment with Python {found}"):
                shutil.rmtree(VENV, ignore_errors=True)
                run(found.path, "-m", "venv", str(VENV))
            fill(kind)
        except Failed as problem:
            problems.append(f"Python {found}:\n{problem}")
        else:
            return
    wish = "Fiksummin needs Python 3.12 or newer, with its venv module. Install one (on Debian 13 or Ubuntu "
    wish += (
        "24.04: apt install python3-venv; elsewhere pyenv or uv), or name one: FIKSUMMIN_PYTHON=/path/python3"
    )
    raise Failed("\n\n".join([*problems, wish]))


def fill(kind: str) -> None:
    """Install the locked packages and the project itself."""
    with step("Installing the installer (uv)"):
        pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", "requirements-setup.txt")
    with step(f"Installing {_count(kind)} locked packages"):
        uv = [str(VENV / "bin" / "uv"), "pip", "sync", "--quiet", "--python", str(PYTHON)]
        run(*uv, "--require-hashes", "--only-binary", ":all:", *SETS[kind])
    _install_project()
    STAMP.write_text(json.dumps({"kind": kind, "locks": _locks(kind), "root": str(ROOT)}))


def interpreters() -> Iterator[Found]:
    """Find interpreters by running them: a name on the path may be a shim without anything behind it."""
    seen = set()
    found = []
    for candidate in _candidates():
        this = _probe(candidate)
        if this and this.version >= OLDEST and os.path.realpath(this.path) not in seen:
            seen.add(os.path.realpath(this.path))
            found.append(this)
    # The locks are made for the oldest; newer ones may lack a wheel.
    return iter(sorted(found))


def _candidates() -> list[str]:
    named = os.environ.get("FIKSUMMIN_PYTHON")
    if named:
        return [named]
    home = Path.home()
    pyenv = os.environ.get("PYENV_ROOT", str(home / ".pyenv"))
    folders = [
        f"{pyenv}/versions/3.*/bin/python3",
        f"{home}/.local/share/uv/python/*/bin/python3",
        f"{home}/.asdf/installs/python/3.*/bin/python3",
        "/usr/local/bin/python3.1[2-9]",
        "/opt/python*/bin/python3",
        "/opt/homebrew/bin/python3.1[2-9]",
    ]
    names = ["python3.12", "python3.13", "python3.14", "python3", "python"]
    on_path = [path for path in map(shutil.which, names) if path]
    return [sys.executable, *on_path, *(path for folder in folders for path in sorted(glob.glob(folder)))]


def _probe(candidate: str) -> Found | None:
    try:
        answer = subprocess.run(
            [candidate, "-c", PROBE], capture_output=True, text=True, timeout=20, check=True
        )
        name, version, path = answer.stdout.strip().split(" ", 2)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return Found(tuple(map(int, version.split("."))), path) if name == "cpython" else None


def _install_project() -> None:
    """Put the project on the environment's path, and ``fiksummin`` among its commands."""
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    library = Path(run(str(PYTHON), "-c", query).strip())
    (library / "_fiksummin.pth").write_text(f"{ROOT}\n")
    command = VENV / "bin" / "fiksummin"
    # By way of the shell, because the first line of a script may be neither long nor hold a space.
    command.write_text(
        "#!/bin/sh\n"
        f"'''exec' \"{PYTHON}\" \"$0\" \"$@\"\n' '''\n"
        "import sys\n\nfrom fiksummin.cli import main\n\nsys.exit(main())\n"
    )
    command.chmod(0o755)


def _is_ready(kind: str) -> bool:
    stamp = _stamp()
    return stamp.get("locks") == _locks(kind) and stamp.get("kind") == kind and _is_sound()


def _kind_installed() -> str:
    return str(_stamp().get("kind", "")) if _is_sound() else ""


def _is_sound() -> bool:
    """Say whether the environment was made here and its Python still runs."""
    if _stamp().get("root", str(ROOT)) != str(ROOT):
        return False
    if Path(sys.prefix) == VENV:
        return sys.version_info >= OLDEST
    found = _probe(str(PYTHON)) if PYTHON.exists() else None
    return found is not None and found.version >= OLDEST


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _locks(kind: str) -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for name in ["requirements-setup.txt", *SETS[kind]]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _count(kind: str) -> int:
    lines = (line for name in SETS[kind] for line in (ROOT / name).read_text().splitlines())
    return len({line.split("==")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))})


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, and how many seconds it took."""
    print(f"{what} …", end=" ", flush=True)
    begun = time.monotonic()
    try:
        yield
    except Failed:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def run(*command: str) -> str:
    """Run a command quietly; answer what it printed. Raises Failed with its last lines."""
    env = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "PYTHONWARNINGS": "ignore"}
    for name in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"):
        env.pop(name, None)
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    except OSError as problem:
        raise Failed(f"{command[0]}: {problem}") from problem
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()[-12:]
        raise Failed("\n".join([f"{' '.join(command)} failed:", *said]))
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
