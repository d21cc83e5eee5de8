"""What happens to the events of somebody who leaves the service."""

from fiksummin.core.facts import later, on
from fiksummin.core.time import now
from fiksummin.events import actions, letters, queries
from fiksummin.events.facts import EventHandedOn
from fiksummin.events.models import Event, EventPerson
from fiksummin.people.facts import PersonErased


@on(PersonErased)
def hand_on_events(fact: PersonErased) -> None:
    """No event to come is without somebody who holds it; what was booked for one is said to be lost."""
    actions.hand_on_events(person=fact.person, at=now())


@later(EventHandedOn)
def tell_handed_on(fact: EventHandedOn) -> None:
    """Whoever holds it now is told, unless somebody else does meanwhile."""
    event = queries.with_all(Event.objects.filter(pk=fact.event, cancelled_at=None)).first()
    part = EventPerson.objects.filter(event=fact.event, person=fact.person).select_related("person").first()
    if event and part:
        letters.tell_handed_on(event, part.person)
