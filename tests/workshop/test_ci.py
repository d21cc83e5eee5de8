"""The checks: a tool that is missing is a failure; what is skipped is said."""

import subprocess
from pathlib import Path

import pytest

from bin import _ci

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def without_node(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(_ci.shutil, "which", lambda _name: None)
    monkeypatch.delenv("CI", raising=False)
    return monkeypatch


def front_end() -> _ci.Outcome:
    step = next(step for step in _ci.checks() if step.name.startswith("front end"))
    return _ci.run(step, {"PATH": "/nowhere"})


def test_without_node_the_front_end_is_skipped_and_said_to_be(
    without_node: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = front_end()
    assert (outcome.code, outcome.skipped) == (0, True)
    assert _ci.summary([outcome, _ci.Outcome("types", 0, 1.0)], 2.0) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[2].startswith("skipped front end rebuilds to the same bytes: no Node here")
    assert said[-1] == "all 1 steps passed, 1 skipped, in 2 s"


def test_on_the_server_that_checks_it_is_a_failure(without_node: pytest.MonkeyPatch) -> None:
    without_node.setenv("CI", "1")
    outcome = front_end()
    assert (outcome.code, outcome.skipped) == (1, False)
    assert "npm cannot be run" in outcome.said


@pytest.mark.parametrize(("server", "needed"), [({"CI": "1"}, True), ({}, False)])
def test_node_is_needed_on_that_server_alone(server: dict[str, str], needed: bool) -> None:
    program = "from bin import _system; print(any(need.program == 'npm' for need in _system.NEEDS))"
    done = subprocess.run(
        [_ci.PYTHON, "-c", program], cwd=ROOT, env=server, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(needed)
