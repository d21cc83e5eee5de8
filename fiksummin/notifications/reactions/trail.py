"""Who hears what came of something, and that a promise is made or is overdue."""

from fiksummin.core.facts import later
from fiksummin.core.time import now
from fiksummin.events.models import OutcomeOnTrail
from fiksummin.experiments.models import Hold, Reception
from fiksummin.library.choices import Keeping, Kind
from fiksummin.library.models import Item, Version
from fiksummin.notifications import queries
from fiksummin.notifications.actions import tell
from fiksummin.notifications.things import is_said
from fiksummin.trail.choices import Climb, LinkKind, NodeKind, Part
from fiksummin.trail.facts import PromiseMade, PromiseOverdue, TrailGrew
from fiksummin.trail.models import Contribution, Link, Node, Overdue
from fiksummin.trail.queries import above

TOLD = {
    LinkKind.WISHED: "trail.asked",
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
    people, follow = set(queries.parts_in([link.source_id])), queries.followers([link.source_id])
    if link.kind == LinkKind.WISHED:
        seeing = queries.who_see(link.target, people | follow)
        people, follow = people & seeing, follow & seeing
    is_quiet = link.kind == LinkKind.HANDED
    tell(
        key=f"node-{link.target_id}",
        what=what,
        thing=link.target_id,
        about=() if is_quiet else people,
        follow=follow | people,
        but=fact.by,
    )


@later(PromiseMade)
def tell_who_answers(fact: PromiseMade) -> None:
    """Whoever is to answer for what comes next hears of it, unless she took it on herself."""
    node = Node.objects.open().filter(pk=fact.node, owner=fact.owner).first()
    if node is None or _promised_elsewhere(node):
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
    if row.climb == Climb.OWNER and _waits_for_others(row.node):
        what = f"{what}.given"
    tell(
        key=f"overdue-{row.pk}",
        what=what if is_said(what) else f"overdue.{row.climb}",
        thing=row.pk,
        about=_climbed_to(row),
    )


def _waits_for_others(node: Node) -> bool:
    """Say whether nobody has taken a baton or a lesson, or who had it has left: then its owner is whoever gave it, or who inherited it."""
    if node.kind == NodeKind.BATON:
        return Hold.objects.standing().filter(baton__node=node, person=None).exists()
    if node.kind == NodeKind.OUTCOME:
        return Reception.objects.filter(node=node, person=None, answered_at=None).exists()
    return False


def _climbed_to(row: Overdue) -> set[int]:
    owner = row.node.owner_id
    if row.climb == Climb.OWNER:
        return {owner} if owner else set()
    if row.climb == Climb.ABOVE:
        if row.node.kind == NodeKind.RESULT:
            return _organisers_of(row.node) - {owner}
        higher = above(row.node)
        return {higher.owner_id} - {owner} if higher and higher.owner_id else set()
    return {person.pk for person in queries.hosts_who_see(row.node, now())}


def _organisers_of(node: Node) -> set[int]:
    """Give who held the event that something came of."""
    sources = Link.objects.filter(target=node, undone_at=None).values("source")
    held = Contribution.objects.filter(node__in=sources, part=Part.HOSTED, person__is_active=True)
    return set(held.values_list("person", flat=True))


def _told_elsewhere(link: Link) -> bool:
    """Say whether it is told by another fact.

    The end of an experiment tells with whom its lesson is left, and of a repetition that was told when it was over; what came of an event is told when its takeaways come out. What the lab changed or learnt it tells itself, and so does a thing of the library that has changed.
    """
    if link.kind == LinkKind.REPEATED:
        told = link.target.experiment
        return told.ended_at is not None and told.ended_at == told.made_at
    if link.kind != LinkKind.LED:
        return False
    if link.target.kind in (NodeKind.LAB_VERSION, NodeKind.LAB_LESSON):
        return True
    if Version.objects.filter(item__node=link.target_id, because_of=link.source_id).exists():
        return True
    place = (
        OutcomeOnTrail.objects.select_related("outcome__event__digest").filter(node=link.target_id).first()
    )
    if place is not None:
        digest = getattr(place.outcome.event, "digest", None)
        return digest is None or place.outcome.made_at <= digest.published_at
    return hasattr(link.target, "reception")


def _promised_elsewhere(node: Node) -> bool:
    """Say whether who answers hears it otherwise: a baton is offered by a fact of its own, a next step by a letter.

    So is what nobody checked in the library.
    """
    if node.kind in Kind.values:
        return not Item.objects.filter(node=node, keeping=Keeping.OWNER).exists()
    if node.kind == NodeKind.RESULT:
        return OutcomeOnTrail.objects.filter(node=node, outcome__owner=node.owner_id).exists()
    return node.kind == NodeKind.BATON
