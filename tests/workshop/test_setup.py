"""The way from a fresh clone: interpreters, locks, commands; and what every test stands on."""

import importlib.util
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests.sockets import OutsideAddress

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements-setup", "requirements", "requirements-dev"]


@pytest.fixture
def setup(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Load bin/_setup.py, with its candidates being what lies in a folder of our own."""
    spec = importlib.util.spec_from_file_location("fiksummin_setup", ROOT / "bin" / "_setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "fiksummin_setup", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "_candidates", lambda: [str(path) for path in sorted(tmp_path.iterdir())])
    return module


def put(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_a_shim_with_nothing_behind_it_and_an_old_python_are_passed_over(
    setup: ModuleType, tmp_path: Path
) -> None:
    put(tmp_path / "python3.13", "echo 'python3.13: command not found' >&2; exit 127")
    put(tmp_path / "python3.11", "echo cpython 3.11.2 /usr/bin/python3")
    put(tmp_path / "python3.14", "echo cpython 3.14.0 /opt/python3.14")
    put(tmp_path / "python3.12", f"echo cpython 3.12.1 {tmp_path}/python3.12")
    put(tmp_path / "pypy3", "echo pypy 3.12.0 /opt/pypy3")
    (tmp_path / "python3.15").write_text("not a program")
    assert list(map(str, setup.interpreters())) == [
        f"3.12.1 ({tmp_path}/python3.12)",
        "3.14.0 (/opt/python3.14)",
    ]


def forget(data: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "FIKSUMMIN_DATA": str(data)}
    command = [str(ROOT / "bin" / "forget")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_fresh_demo_forgets_the_folder_that_is_named_and_no_other(tmp_path: Path) -> None:
    demo, other = tmp_path / "demo", tmp_path / "other"
    for folder in (demo, other):
        folder.mkdir()
        (folder / "cast.json").touch()
    assert forget(demo).returncode == 0
    assert not demo.exists()
    assert (other / "cast.json").exists()
    assert forget(demo).returncode == 0, "what is not there need not be forgotten"
    recipe = (ROOT / "Makefile").read_text().partition("fresh-demo:")[2].splitlines()[1]
    assert recipe == "\t@bin/forget && bin/demo"


def test_a_folder_in_which_no_demo_has_been_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "fiksummin.sqlite3"
    database.touch()
    refused = forget(tmp_path)
    assert refused.returncode == 1
    assert "holds no cast.json" in refused.stderr
    assert database.exists()


def test_without_any_python_a_sentence_says_what_to_install(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "_is_sound", lambda: False)
    with pytest.raises(setup.Failed, match=r"needs Python 3\.12 or newer.*FIKSUMMIN_PYTHON"):
        setup.make("runtime")
    assert list(tmp_path.iterdir()) == []


def test_when_one_python_fails_the_next_is_tried(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "_is_sound", lambda: False)
    monkeypatch.setattr(setup, "VENV", tmp_path / "venv")
    filled = []
    monkeypatch.setattr(setup, "fill", filled.append)
    put(tmp_path / "a", f'[ "$1" = -c ] && echo cpython 3.12.1 {tmp_path}/a || exit 1')
    put(tmp_path / "b", f'[ "$1" = -c ] && echo cpython 3.13.0 {tmp_path}/b || exit 0')
    setup.make("runtime")
    assert filled == ["runtime"]
    assert re.sub(r"[\d.]+ s\n", "s\n", capsys.readouterr().out) == (
        f"Making the environment with Python 3.12.1 ({tmp_path}/a) … failed\n"
        f"Making the environment with Python 3.13.0 ({tmp_path}/b) … s\n"
    )


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_host(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text()
    pins = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert pins
    assert [pin for pin in pins if "==" not in pin.splitlines()[0] or "--hash=sha256:" not in pin] == []
    assert re.findall(r"https?://|--index-url|--find-links|file:", text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_asked_for_is_locked(name: str) -> None:
    asked = re.findall(r"^([a-z0-9][a-z0-9_.-]*)", (ROOT / f"{name}.in").read_text(), re.MULTILINE)
    locked = set(re.findall(r"^([a-z0-9][a-z0-9_.-]*)==", (ROOT / f"{name}.txt").read_text(), re.MULTILINE))
    assert asked
    assert [package for package in asked if package not in locked] == []


def test_the_front_ends_lock_names_no_host() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_bare_make_explains_every_target() -> None:
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"^  make ([a-z-]+) ", shown, re.MULTILINE)) == set(targets) - {"help"}


def test_each_target_calls_scripts_that_exist() -> None:
    called = re.findall(r"(?<!\.venv/)\bbin/([a-z0-9]+)", (ROOT / "Makefile").read_text())
    assert [name for name in called if not os.access(ROOT / "bin" / name, os.X_OK)] == []


def test_the_server_runs_what_a_developer_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    assert [line for line in script.splitlines() if not line.startswith("#")] == [
        'cd "$(dirname "$0")/.." && exec env CI=1 make test'
    ]


def test_scripts_are_sound_shell() -> None:
    files = [path for path in (ROOT / "bin").iterdir() if path.is_file()]
    scripts = [path for path in files if path.read_bytes().startswith(b"#!/bin/sh")]
    assert scripts
    for script in [*scripts, ROOT / "bin" / "lib.sh", ROOT / ".ci" / "run"]:
        subprocess.run(["sh", "-n", script], check=True)


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_no_test_reaches_another_machine(address: tuple[str, int]) -> None:
    with pytest.raises(OutsideAddress):
        socket.create_connection(address, timeout=1)
    with pytest.raises(OutsideAddress):
        socket.getaddrinfo("lab.example", 443)


def test_a_test_may_speak_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=1).close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("again", [1, 2])
def test_what_a_test_commits_is_gone_for_the_next_and_what_migrations_made_stays(again: int) -> None:
    assert not ContentType.objects.filter(app_label="left_over").exists()
    assert ContentType.objects.filter(app_label="people", model="person").exists()
    ContentType.objects.create(app_label="left_over", model=f"thing{again}")
    assert not connection.in_atomic_block


def test_guidance_points_at_pages_that_exist() -> None:
    texts = [(ROOT / "pyproject.toml").read_text(), (ROOT / "CONTRIBUTING.md").read_text()]
    pointed = {place for text in texts for place in re.findall(r"\bdocs/[\w/-]+\.md(?:#[\w-]+)?", text)}
    assert pointed
    for place in pointed:
        page, _, anchor = place.partition("#")
        headings = re.findall(r"^#+ (.+)$", (ROOT / page).read_text(), re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
        assert anchor in {"", *anchors}, place
