"""What whoever registered hears when something has happened to her place."""

from fiksummin.core.facts import later
from fiksummin.events import letters, queries
from fiksummin.events.facts import (
    EventQueueJoined,
    GroupOutgrown,
    LinkMade,
    OfferLapsed,
    PlaceConfirmed,
    PlaceOffered,
    RegistrationChanged,
    RegistrationEnded,
)
from fiksummin.events.models import Link, Registration
from fiksummin.people.models import Person


@later(PlaceConfirmed)
def tell_place(fact: PlaceConfirmed) -> None:
    """She has a place, and a file for her calendar."""
    _tell(fact.registration, "confirmed", fact.sequence)


@later(EventQueueJoined)
def tell_queue(fact: EventQueueJoined) -> None:
    """She stands in line, and hears at which place."""
    _tell(fact.registration, "queued", fact.sequence)


@later(PlaceOffered)
def tell_place_offered(fact: PlaceOffered) -> None:
    """A place is held for her, and she hears until when."""
    _tell(fact.registration, "offered", fact.sequence)


@later(OfferLapsed)
def tell_offer_lapsed(fact: OfferLapsed) -> None:
    """The place that was held for her went on, and she keeps her turn in the other queue."""
    _tell(fact.registration, "lapsed", fact.sequence)


@later(RegistrationChanged)
def tell_registration_change(fact: RegistrationChanged) -> None:
    """What she registered is otherwise; whoever took it over hears what it is, and whoever handed it on that it is another's."""
    row = _found(fact.registration)
    if row is None or fact.handed_by is None:
        _tell(fact.registration, "changed", fact.sequence)
        return
    letters.tell_taken(row, fact.sequence)
    was = Person.objects.get_queryset().filter(pk=fact.handed_by).first()
    if was:
        letters.tell_handed(row, was, fact.sequence)


@later(GroupOutgrown)
def tell_outgrown(fact: GroupOutgrown) -> None:
    """Her group is larger than what the event has now, and she hears that it can be made smaller."""
    _tell(fact.registration, "outgrown", fact.sequence)


@later(RegistrationEnded)
def tell_registration_end(fact: RegistrationEnded) -> None:
    """She has no place any more, and hears why; her calendar is cleared."""
    _tell(fact.registration, "ended", fact.sequence)


@later(LinkMade)
def tell_link(fact: LinkMade) -> None:
    """A link goes to the address that was given."""
    link = Link.objects.select_related("event__site", "made_by").filter(pk=fact.link).first()
    if link:
        letters.tell_link(link)


def _tell(number: int, news: str, mark: int) -> None:
    row = _found(number)
    if row:
        letters.tell_registration(row, news, mark)


def _found(number: int) -> Registration | None:
    return queries.with_event(Registration.objects.filter(pk=number)).first()
