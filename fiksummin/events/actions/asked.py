"""Which ideas asked for the themes of a season: links of the trail, from the idea to the planned theme."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from fiksummin.events.models import PlannedOnTrail, PlannedTheme
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind
from fiksummin.trail.models import Link, Node
from fiksummin.trail.things import faces


def asked_for_by(*, by: Person, planned: PlannedTheme, ideas: Collection[Node], at: datetime) -> None:
    """Keep which ideas asked for a planned theme; those that whoever plans may not see stay as they are."""
    with transaction.atomic():
        place = PlannedOnTrail.objects.select_related("node").filter(pk=planned.pk).first()
        standing = {link.source_id: link for link in _asks(place)} if place else {}
        seen = faces([link.source for link in standing.values()], by)
        wanted = {node.pk: node for node in ideas}
        for number, link in standing.items():
            if number in seen and number not in wanted:
                trail.undo_link(by=by, link=link, at=at)
        for number, node in wanted.items():
            if number not in standing:
                place = place or _on_trail(by, planned, at)
                trail.link(by=by, source=node, target=place.node, kind=LinkKind.WISHED, at=at)


def asked_no_more(*, by: Person, planned: PlannedTheme, at: datetime) -> None:
    """Say of a theme that leaves the plan that nothing asked for it."""
    with transaction.atomic():
        for place in PlannedOnTrail.objects.filter(pk=planned.pk):
            for link in _asks(place):
                trail.undo_link(by=by, link=link, at=at)


def _on_trail(by: Person, planned: PlannedTheme, at: datetime) -> PlannedOnTrail:
    node = trail.enter(kind=NodeKind.THEME, by=by, at=at)
    return PlannedOnTrail.objects.create(planned=planned, node=node)


def _asks(place: PlannedOnTrail) -> list[Link]:
    links = Link.objects.filter(target=place.node_id, kind=LinkKind.WISHED, undone_at=None)
    return list(links.select_related("source").order_by("at", "pk"))
