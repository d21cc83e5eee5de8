"""The model of ``test_model`` notices what the actions forget."""

from typing import Any

import pytest
from django.db import IntegrityError

from fiksummin.events.actions import offers, places, queue
from tests.events.test_model import DAY, HOUR, START, Registrations
from tests.machines import act_out


def _a_place_is_freed(machine: Registrations) -> None:
    machine.plan(on_site=1, virtual=0, offer=0, lots=False, closes=START - DAY)
    for who in (1, 7):
        machine.register(who=who, mode="on_site", size=1)
    machine.cancel(number=0, theirs=False)


def _a_quota_is_full(machine: Registrations) -> None:
    machine.plan(on_site=6, virtual=0, offer=0, lots=False, closes=START - DAY)
    for who in (1, 2, 3, 4, 7):
        machine.register(who=who, mode="on_site", size=1)


def _an_offer_lapses_while_she_waits_online(machine: Registrations) -> None:
    machine.plan(on_site=1, virtual=1, offer=2, lots=False, closes=START - DAY)
    for who, mode in ((1, "on_site"), (7, "virtual"), (8, "on_site"), (9, "virtual")):
        machine.register(who=who, mode=mode, size=1)
    machine.cancel(number=0, theirs=False)
    machine.switch(number=1, mode="virtual")
    machine.wait(minutes=2 * HOUR)
    machine.work(times=2)
    machine.write()
    assert [row.waits for row in machine.places.rows.values()] == [False, False, True, True]


@pytest.mark.parametrize(
    ("module", "forgotten", "history"),
    [
        (places, "serve_queue", _a_place_is_freed), (queue, "_why_no_room", _a_quota_is_full),
        (offers, "let_go", _an_offer_lapses_while_she_waits_online),
    ],
    ids=["the queue", "what is in a quota", "her turn in the other queue"],
)  # fmt: skip
def test_the_model_notices_what_is_forgotten(
    db: Any, monkeypatch: pytest.MonkeyPatch, module: Any, forgotten: str, history: Any
) -> None:
    """With all its parts a history goes as the model says; without one of them they part ways."""
    act_out(Registrations, history)
    monkeypatch.setattr(module, forgotten, lambda *_given, **_words: [] if forgotten == "serve_queue" else "")
    with pytest.raises((AssertionError, IntegrityError)):
        act_out(Registrations, history)
