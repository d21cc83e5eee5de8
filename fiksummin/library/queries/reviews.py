"""What is to be checked again, and by whom."""

from datetime import date, timedelta

from django.db.models import QuerySet

from fiksummin.library.choices import Keeping
from fiksummin.library.models import Item
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles

FALLS_AFTER = timedelta(days=7)
"""How long after its day a review waits for whoever was to do it."""


def late_reviews(day: date) -> QuerySet[Item]:
    """Give what nobody checked although a week has gone by since it was to be, and who may still be asked."""
    rows = Item.objects.in_use().filter(node__due_on__lte=day - FALLS_AFTER, node__closed_at=None)
    return rows.exclude(keeping=Keeping.HOST).select_related("node__owner").order_by("pk")


def reviews_of(person: Person, day: date) -> QuerySet[Item]:
    """Give what somebody is to check by today or was to before."""
    rows = Item.objects.in_use().filter(node__owner=person, node__closed_at=None, node__due_on__lte=day)
    return rows.with_words().order_by("node__due_on", "pk")


def next_keeper(item: Item) -> Person | None:
    """Give who of the group comes after whoever was to check it; None when there is nobody else."""
    kept = item.keepers.filter(person__is_active=True).exclude(
        person=item.node.owner_id if item.node else None
    )
    keeper = kept.select_related("person").order_by("pk").first()
    return keeper.person if keeper else None


def host_of_lab(day: date) -> Person | None:
    """Give a host: of the whole lab before one of a site, the longest standing first; else an owner."""
    roles = standing_roles(day).filter(kind__in=(RoleKind.HOST, RoleKind.OWNER), starts_on__lte=day)
    ranked = sorted(
        roles, key=lambda role: (role.kind != RoleKind.HOST, role.place != "", role.granted_at, role.pk)
    )
    return ranked[0].person if ranked else None
