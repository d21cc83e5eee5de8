"""Communities in the town: open, closed with a request and an invitation, and ended; an event for the closed one."""

from datetime import timedelta

from fiksummin.circles import actions
from fiksummin.circles.models import Circle
from fiksummin.core.time import now
from fiksummin.events.choices import Audience
from fiksummin.people.models import Person
from tests.factories import circles as make
from tests.factories import events
from tests.factories import people as someone


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    member, colleague, outsider = people["member"], people["colleague"], people["outsider"]
    opened = make.circle(colleague, people["host"], name="Lyhyet kokoukset")
    closed = make.closed(
        member, colleague, name="Nätverket för klarspråk", language="sv",
        purpose="Vi läser varandras texter en gång i månaden.\n\nTa med en egen text.",
    )  # fmt: skip
    asking = actions.ask_to_join(by=outsider, circle=closed, words="Kirjoitan päätöksiä työkseni.")
    actions.invite_member(by=member, circle=closed, newcomer=people["facilitator"])
    ended = make.circle(member, colleague, name="Muuttoryhmä")
    actions.end_circle(by=member, circle=ended, reason="Muutto on ohi, ja ryhmän työ on tehty.")
    _event(member, closed)
    long_ago = now() - timedelta(days=40)
    _event(member, closed, after=-30, moment=long_ago)
    found = {"open_circle": opened, "closed_circle": closed, "ended_circle": ended, "circle_request": asking}
    return {name: str(row.pk) for name, row in found.items()}


def more(people: dict[str, Person]) -> None:
    """Two more of the member's, two more of others, two more that have ended."""
    for number in range(2):
        make.circle(people["member"], name=f"Oma {number}")
        make.circle(people["outsider"], name=f"Muu {number}")
        gone = make.circle(people["outsider"], name=f"Entinen {number}")
        actions.end_circle(by=people["outsider"], circle=gone, reason="Kukaan ei enää ehtinyt.")


def more_people(people: dict[str, Person], number: int) -> None:
    """Two more members, two more who ask, two more events."""
    closed = Circle.objects.get(pk=number)
    for _time in range(2):
        make.join(someone.person(organisation=someone.organisation()), closed)
        asker = someone.person(organisation=someone.organisation())
        actions.ask_to_join(by=asker, circle=closed, words="Saanko tulla?")
        _event(people["member"], closed)


def _event(by: Person, circle: Circle, **words: object) -> None:
    events.event(by, audience=Audience.CIRCLE, audience_circle=circle, **words)  # type: ignore[arg-type]  # as above
