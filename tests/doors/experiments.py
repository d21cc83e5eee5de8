"""Experiments: two of the member's, one of them ended; a baton that she is offered; private words in the log."""

from typing import Any

from fiksummin.experiments import actions
from fiksummin.people.models import Person
from tests.doors.ideas import READERS
from tests.factories import experiments as make

NOTE = "kanaria-loki"
QUESTION = "kanaria-kysymys"
NOTE_READERS = READERS


def things(people: dict[str, Person]) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member = people["member"]
    ended, running = make.experiment(member), make.experiment(member)
    actions.note_experiment(by=member, experiment=ended, text=NOTE)
    actions.end_experiment(by=member, experiment=ended, wish=make.ending(receiver=people["colleague"]))
    question = actions.ask_team(by=people["colleague"], experiment=ended, text=QUESTION)
    return {
        "question": question.pk,
        "experiment": ended.pk,
        "running": running.pk,
        "baton": make.baton(people["facilitator"], member).pk,
    }
