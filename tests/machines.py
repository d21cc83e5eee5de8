"""State machines of Hypothesis: many histories of acts, each in a transaction that leaves nothing behind."""

from collections.abc import Callable

from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


class Undone(RuleBasedStateMachine):
    """A machine whose ``begin`` opens a transaction, undone when the history ends."""

    def begin(self) -> None:
        """Open the transaction; the first thing that an ``initialize`` does."""
        self.block = transaction.atomic()
        self.block.__enter__()

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "block"):
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)


def act_out[M: Undone](machine: type[M], history: Callable[[M], None]) -> None:
    """Act one history out, step by step, and look at what is always so after it."""
    played = machine()
    try:
        history(played)
        for always in played.invariants:
            always.function(played)
    finally:
        played.teardown()


def play(machine: type[RuleBasedStateMachine], examples: int, *phases: Phase, steps: int = 25) -> None:
    """Run so many histories of so many steps; those of some ``phases`` alone are the same each time."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, database=None,
            derandomize=bool(phases),
            phases=phases or tuple(Phase), suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
