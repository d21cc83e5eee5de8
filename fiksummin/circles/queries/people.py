"""Who belongs to a community, who keeps it, and who asks to join."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, QuerySet

from fiksummin.circles.choices import AskingState
from fiksummin.circles.models import Asking, Circle, Membership
from fiksummin.circles.models.asking import AskingQuerySet
from fiksummin.people.models import Person
from fiksummin.people.rules import why_not_enter

_KEEPERS_FIRST = F("keeper_at").asc(nulls_last=True)


def standing_of(circle: Circle, person: Person) -> Membership | None:
    """Give somebody's own membership."""
    return Membership.objects.filter(circle=circle, person=person).first()


def keeps(circle: Circle, person: Person) -> bool:
    """Say whether somebody keeps a community."""
    return Membership.objects.filter(circle=circle, person=person, keeper_at__isnull=False).exists()


def members_for(circle: Circle, reader: Person) -> QuerySet[Membership]:
    """Give who belongs to it, those who keep it first; of a closed one only to its members."""
    rows = circle.members.select_related("person__organisation").order_by(_KEEPERS_FIRST, "joined_at", "pk")
    return rows if circle.is_open or circle.members.filter(person=reader).exists() else rows.none()


def asking_of(circle: Circle, person: Person) -> Asking | None:
    """Give somebody's own request to join, or the invitation to her, that waits for an answer."""
    return Asking.objects.waiting().filter(circle=circle, person=person).first()


def declined_of(circle: Circle, person: Person) -> Asking | None:
    """Give the answer to somebody's last request, when it was declined and she has not asked anew."""
    rows = Asking.objects.requests().filter(circle=circle, person=person).order_by("at", "pk")
    last = rows.last()
    return last if last is not None and last.state == AskingState.DECLINED else None


def askings_for(circle: Circle, reader: Person) -> AskingQuerySet:
    """Give the requests and invitations of a community that wait and that a reader may see, the longest waiting first."""
    rows = Asking.objects.visible_to(reader).waiting().filter(circle=circle)
    return rows.select_related("person__organisation", "invited_by")


def successor(circle: Circle, day: date) -> Person | None:
    """Give the longest-standing member who does not keep it and may come in on a day; None when there is nobody."""
    rows = circle.members.filter(keeper_at=None).order_by("joined_at", "pk").values_list("person", flat=True)
    for number in rows:
        person = Person.objects.standing(number, day)
        if person is not None and not why_not_enter(person, day):
            return person
    return None


def without_keepers(day: date) -> list[Circle]:
    """Give the communities of which nobody who keeps them may come in on a day: agreements end, and so do organisations."""
    kept = Membership.objects.filter(keeper_at__isnull=False, circle__ended_at=None).select_related("circle")
    people = Person.objects.with_standing(day).in_bulk(set(kept.values_list("person", flat=True)))
    shut = {number for number, person in people.items() if why_not_enter(person, day)}
    if not shut:
        return []
    cared = {row.circle_id for row in kept if row.person_id not in shut}
    return list({row.circle_id: row.circle for row in kept if row.circle_id not in cared}.values())


def standings(person: Person, circles: Collection[int]) -> dict[int, str]:
    """Say where somebody stands with some communities: "keeper", "member", "invited" or "asked"; two queries."""
    waiting = Asking.objects.waiting().filter(person=person, circle__in=circles)
    found = {row.circle_id: "invited" if row.invited_at else "asked" for row in waiting}
    own = Membership.objects.filter(person=person, circle__in=circles)
    return found | {row.circle_id: "keeper" if row.keeper_at else "member" for row in own}
