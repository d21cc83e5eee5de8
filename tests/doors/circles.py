"""Communities: an open one and a closed one of the member's, with private words in the closed one, and an event for it."""

from typing import Any

from fiksummin.circles import actions
from fiksummin.circles.queries import standing_of
from fiksummin.events.choices import Audience
from fiksummin.people.models import Person
from tests.factories import circles as make
from tests.factories import events
from tests.factories import people as someone

NAME = "Kanaria Kuulija"
ASKED = "kanaria-liittyja"
EVENT = "kanaria-tapaaminen"
READERS = ("member", "colleague")


def things(people: dict[str, Person]) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member, colleague = people["member"], people["colleague"]
    circle = make.circle(member, colleague, name="Avoin")
    closed = make.closed(member, colleague, someone.person(name=NAME), name="Suljettu")
    asking = actions.ask_to_join(by=someone.person(), circle=closed, words=ASKED)
    event = events.event(member, title=EVENT, audience=Audience.CIRCLE, audience_circle=closed)
    own, hidden = standing_of(circle, colleague), standing_of(closed, colleague)
    assert own
    assert hidden
    return {
        "circle": circle.pk, "int:circle": circle.pk, "closed_circle": closed.pk, "int:asking": asking.pk, "circle_event": event.pk,
        "int:member": own.pk, "hidden_member": hidden.pk,
    }  # fmt: skip
