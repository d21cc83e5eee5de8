"""What a rush does with places that are held for it: takes them, lets them go, or lets the time run out."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from typing import Self

from django.db import connections, transaction

from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Registration
from tests.hostile.rush import Rush, Story

IN_TURN = ("accept", "refuse", "lapse", "accept")
PATIENCE = 60.0
"""Seconds until the last offer is answered, and the last letter sent, after the last of the crowd has come."""


@dataclass
class Answering:
    """Everybody answers what is offered to her, each in her turn, beside the rush; a clock notices whose time ran out.

    Who still means to switch or to cancel is left alone until she has.
    """

    attack: Rush
    event: int
    lapsed: int = 0
    wrong: list[Exception] = field(default_factory=list)
    is_last: threading.Event = field(default_factory=threading.Event)
    answers: Iterator[str] = field(default_factory=lambda: cycle(IN_TURN))

    def __enter__(self) -> Self:
        self.thread = threading.Thread(target=self._answer)
        self.thread.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self.is_last.set()
        self.thread.join(PATIENCE)

    def _answer(self) -> None:
        try:
            until = None
            while until is None or time.monotonic() < until:
                answered = self._look()
                self.lapsed += actions.lapse_places(at=now())
                if self.is_last.is_set():
                    if not answered and until is not None:
                        return
                    until = until or time.monotonic() + PATIENCE
                time.sleep(0.05)
        except Exception as raised:  # noqa: BLE001 -- told by the test, whatever it is
            self.wrong.append(raised)
        finally:
            connections.close_all()

    def _look(self) -> int:
        """Answer all that is offered now; give how many offers there were."""
        open_ = Registration.objects.standing().filter(
            event=self.event, pool__isnull=False, confirmed_at=None, offer_due_at__gt=now()
        )
        numbers = set(open_.values_list("pk", flat=True))
        stories = [each for each in self.attack.stories if each.is_told and each.number in numbers]
        for story in stories:
            self._decide(story)
        return len(stories)

    def _decide(self, story: Story) -> None:
        story.to_offer = next(self.answers)
        path = f"registrations/{story.number}"
        if story.to_offer == "accept":
            self.attack.insist(story, "accept", f"{path}/acceptance", {}, "5")
        elif story.to_offer == "refuse":
            self.attack.insist(story, "refuse", f"{path}/refusal", {}, "6")
        else:
            late = now() - timedelta(seconds=1)
            with transaction.atomic():
                Registration.objects.filter(pk=story.number).update(offer_due_at=late)
