"""A chapter about two communities of people of several agencies, with a meeting of one of them."""

from datetime import datetime, time, timedelta

from fiksummin.circles import actions
from fiksummin.circles.choices import Joining
from fiksummin.circles.models import Circle
from fiksummin.circles.queries import CircleWish
from fiksummin.core.time import HELSINKI, moment, today
from fiksummin.core.workdays import working_day_after
from fiksummin.demo.teller import Teller
from fiksummin.events import actions as events
from fiksummin.events.choices import Audience
from fiksummin.events.models import EventKind
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.models import Person

FOUNDED = timedelta(days=60)
MEMBERS = 14
"""Of the open one; they are taken from the crowd in order, so of several agencies."""
OPEN = CircleWish(
    name="Sujuvat kokoukset (esimerkki)", language="fi",
    purpose="Lyhennämme kokouksia ja vertaamme, mikä toimii missäkin virastossa. Tapaamme kerran kuussa.",
)  # fmt: skip
CLOSED = CircleWish(
    name="Klarspråk i beslut (exempel)", language="sv", joining=Joining.CLOSED,
    purpose="Vi läser varandras utkast till beslut och gör texten klarare. Utkasten stannar i gruppen.",
)  # fmt: skip


def meet(teller: Teller) -> None:
    """Tell it."""
    parts, at = teller.parts, teller.at - FOUNDED
    opened = actions.found_circle(by=parts["member"], wish=OPEN, at=at)
    for days, person in enumerate((parts["outsider"], parts["partner"], *teller.crowd[:MEMBERS]), 1):
        actions.join_circle(by=person, circle=opened, at=at + timedelta(days=days))
    closed = actions.found_circle(by=parts["colleague"], wish=CLOSED, at=at)
    for days, person in enumerate((parts["editor"], *teller.crowd[20:24]), 1):
        _ask(closed, person, at + timedelta(days=days), by=parts["colleague"])
    words = "Skriver beslut varje vecka (exempel)."
    actions.ask_to_join(by=teller.crowd[30], circle=closed, words=words, at=teller.at - timedelta(days=1))
    _event(teller, opened)
    teller.settle()
    teller.say("Communities: 2")


def _ask(circle: Circle, person: Person, at: datetime, *, by: Person) -> None:
    asking = actions.ask_to_join(by=person, circle=circle, at=at)
    actions.answer_asking(by=by, asking=asking, accepts=True, at=at + timedelta(hours=3))


def _event(teller: Teller, circle: Circle) -> None:
    day = working_day_after(today(at=teller.at), 9)
    start = moment(day, time(13), HELSINKI)
    wish = EventWish(
        kind=EventKind.objects.get(slug="workshop"), title="Kokous ilman kalvoja (esimerkki)", start=start,
        end=start + timedelta(hours=2), place="Esimerkkikatu 12, Helsinki", places=16,
        summary="Yhteisön tapaaminen: kokeilemme hiljaista alkua.", audience=Audience.CIRCLE, audience_circle=circle,
    )  # fmt: skip
    events.plan_event(by=teller.parts["member"], wish=wish, publish=True, at=teller.at)
