"""Experiments: two of the member's, one of them ended; a baton that she is offered; private words in the log.

The one under way began from an idea that her own organisation alone may read.
"""

from typing import Any

from fiksummin.core.attachments import Kept, Kind
from fiksummin.experiments import actions, queries
from fiksummin.ideas.choices import Audience
from fiksummin.people.models import Person
from tests.doors.ideas import READERS
from tests.factories import experiments as make
from tests.factories import ideas

NOTE = "kanaria-loki"
QUESTION = "kanaria-kysymys"
NOTE_READERS = READERS
IDEA = "kanaria-oman-viraston-idea"
IDEA_READERS = ("member", "colleague", "other_host", "editor", "owner", "weak_owner")
"""People of the member's organisation."""


def _by_letter(people: dict[str, Person]) -> dict[str, str]:
    """Offer a baton and leave a lesson to the address of the outsider; give what stands in the links of her letters."""
    address = str(people["outsider"].email)
    hold = queries.holder(make.baton(people["facilitator"], address))
    other = make.experiment(people["colleague"])
    together = make.experiment(people["colleague"], invited=(address,))
    actions.end_experiment(by=people["colleague"], experiment=other, wish=make.ending(receiver=address))
    assert hold is not None
    return {
        "baton_token": queries.hold_token(hold, address),
        "team_token": queries.team_token(together.invitations.get(), address),
        "lesson_token": queries.lesson_token(other.reception, address),
    }


def things(people: dict[str, Person]) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member = people["member"]
    inner = ideas.campaign(people["owner"], audience=Audience.ORGANISATION)
    idea = ideas.idea(member, inner, title=IDEA)
    ended, running = make.experiment(member), make.experiment(member, idea=idea)
    kept = Kept(NOTE.encode(), ".txt", Kind.DOCUMENT)
    note = actions.note_experiment(by=member, experiment=ended, text="", kept=kept, words=NOTE)
    actions.end_experiment(by=member, experiment=ended, wish=make.ending(receiver=people["colleague"]))
    links = _by_letter(people)
    question = actions.ask_team(by=people["colleague"], experiment=ended, text=QUESTION)
    [invitation] = actions.invite_to_team(by=member, experiment=running, addresses=["muu@muu.example"])
    return {
        "team_invitation": invitation.pk,
        "question": question.pk,
        **links,
        "note_attachment": note.attachments.get().pk,
        "experiment": ended.pk,
        "running": running.pk,
        "baton": make.baton(people["facilitator"], member).pk,
    }
