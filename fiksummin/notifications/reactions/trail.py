"""Who hears what came of something, and that a promise is made or is overdue."""

from fiksummin.core.facts import later
from fiksummin.core.time import now
from fiksummin.notifications import queries
from fiksummin.notifications.actions import tell
from fiksummin.notifications.things import is_said
from fiksummin.trail.choices import Climb, LinkKind, NodeKind
from fiksummin.trail.facts import PromiseMade, PromiseOverdue, TrailGrew
from fiksummin.trail.models import Link, Node, Overdue
from fiksummin.trail.queries import above

TOLD = {
    LinkKind.BORN: "trail.grew",
    LinkKind.TRIED: "trail.tried",
    LinkKind.REPEATED: "trail.repeated",
    LinkKind.HANDED: "trail.handed",
    LinkKind.MODELLED: "trail.modelled",
    LinkKind.ADOPTED: "trail.adopted",
    LinkKind.TOOK_AWAY: "trail.grew",
    LinkKind.LED: "trail.grew",
}
"""Links of the other kinds are made by a step of which its own room tells."""


@later(TrailGrew)
def tell_what_came(fact: TrailGrew) -> None:
    """All who had a part in the earlier thing, or in what led to it, hear what came of it; once, by however many ways."""
    link = Link.objects.select_related("target").filter(pk=fact.link, undone_at=None).first()
    what = TOLD.get(LinkKind(link.kind)) if link else None
    if link is None or what is None or _told_elsewhere(link):
        return
    people = set(queries.parts_in([link.source_id]))
    is_quiet = link.kind == LinkKind.HANDED
    tell(
        key=f"node-{link.target_id}",
        what=what,
        thing=link.target_id,
        about=() if is_quiet else people,
        follow=queries.followers([link.source_id]) | people,
        but=fact.by,
    )


@later(PromiseMade)
def tell_who_answers(fact: PromiseMade) -> None:
    """Whoever is to answer for what comes next hears of it, unless she took it on herself."""
    node = Node.objects.open().filter(pk=fact.node, owner=fact.owner).first()
    if node is None or node.kind == NodeKind.BATON:  # a baton is offered by a fact of its own
        return
    what = f"trail.promised.{node.kind}"
    tell(
        key=f"promise-{node.pk}-{node.due_on}",
        what=what if is_said(what) else "trail.promised",
        thing=node.pk,
        about=[fact.owner],
        but=fact.by,
    )


@later(PromiseOverdue)
def tell_overdue(fact: PromiseOverdue) -> None:
    """The owner is reminded, then the owner of what it belongs to, then the hosts of the lab."""
    row = Overdue.objects.select_related("node").filter(pk=fact.overdue).first()
    if row is None or row.node.closed_at or row.node.due_on != row.due_on:
        return
    what = f"overdue.{row.climb}.{row.node.kind}"
    tell(
        key=f"overdue-{row.pk}",
        what=what if is_said(what) else f"overdue.{row.climb}",
        thing=row.pk,
        about=_climbed_to(row),
    )


def _climbed_to(row: Overdue) -> set[int]:
    owner = row.node.owner_id
    if row.climb == Climb.OWNER:
        return {owner} if owner else set()
    if row.climb == Climb.ABOVE:
        higher = above(row.node)
        return {higher.owner_id} - {owner} if higher and higher.owner_id else set()
    return {person.pk for person in queries.hosts_who_see(row.node, now())}


def _told_elsewhere(link: Link) -> bool:
    """Say whether the end of an experiment tells of it: its lesson is left with somebody in the same act."""
    return link.kind == LinkKind.LED and hasattr(link.target, "reception")
