"""Reads of the trail: what stands before and after, who had a part, what came of somebody's part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import batched, zip_longest

from django.db import connection
from django.db.models import Max, Q

from fiksummin.core.db.questions import Question, evened
from fiksummin.people.models import Person
from fiksummin.people.models.person import PersonQuerySet
from fiksummin.trail.choices import BY, UNNAMED, LinkKind, NodeKind
from fiksummin.trail.choices import Part as Had
from fiksummin.trail.models import Contribution, Link, Node, NodeQuerySet
from fiksummin.trail.things import AT_ONCE, Face, Names, faces, names, silent

_WALK = """
WITH RECURSIVE walk(id) AS (
  SELECT link.source_id FROM trail_link AS link WHERE link.target_id IN ({places}) AND link.undone_at IS NULL
  UNION
  SELECT link.source_id FROM trail_link AS link JOIN walk ON link.target_id = walk.id WHERE link.undone_at IS NULL
) SELECT id FROM walk"""

_NEWEST_SINCE = """
WITH RECURSIVE walk(start, id, at) AS (
  SELECT link.source_id, link.target_id, link.at FROM trail_link AS link
  WHERE link.source_id IN ({places}) AND link.undone_at IS NULL
  UNION
  SELECT walk.start, link.target_id, CASE WHEN link.at > walk.at THEN link.at ELSE walk.at END
  FROM trail_link AS link JOIN walk ON link.source_id = walk.id
  WHERE link.undone_at IS NULL
), reached(start, id, at) AS (
  SELECT start, id, MAX(at) FROM walk GROUP BY start, id
), since(id, at) AS (
  SELECT node_id, MIN(at) FROM trail_contribution WHERE person_id = %s AND node_id IN ({places}) GROUP BY node_id
), ordered(start, id, place) AS (
  SELECT reached.start, reached.id,
    ROW_NUMBER() OVER (PARTITION BY reached.start ORDER BY node.opened_at DESC, node.id DESC)
  FROM reached JOIN trail_node AS node ON node.id = reached.id JOIN since ON since.id = reached.start
  WHERE node.opened_at >= since.at OR reached.at >= since.at
) SELECT start, id FROM ordered WHERE place <= %s"""
"""What came of a thing since a moment: what was begun since, and what was there before but was joined to it since."""

_WALK_BOTH = """
WITH RECURSIVE before(id) AS (
  SELECT link.source_id FROM trail_link AS link WHERE link.target_id = %s AND link.undone_at IS NULL
  UNION
  SELECT link.source_id FROM trail_link AS link JOIN before ON link.target_id = before.id WHERE link.undone_at IS NULL
), after(id) AS (
  SELECT link.target_id FROM trail_link AS link WHERE link.source_id = %s AND link.undone_at IS NULL
  UNION
  SELECT link.target_id FROM trail_link AS link JOIN after ON link.source_id = after.id WHERE link.undone_at IS NULL
) SELECT id FROM before UNION SELECT id FROM after
UNION SELECT source_id FROM trail_link WHERE target_id = %s AND undone_at IS NOT NULL
UNION SELECT target_id FROM trail_link WHERE source_id = %s AND undone_at IS NOT NULL"""

_NODES = Question(lambda numbers: Node.objects.filter(pk__in=numbers).order_by("opened_at", "pk"))
_LINKS = Question(lambda targets: Link.objects.filter(target__in=targets).order_by("at", "pk"))
_PARTS = Question(
    lambda nodes: (
        Contribution.objects.filter(node__in=nodes)
        .exclude(part__in=UNNAMED)
        .order_by("at", "pk")
        .values_list("node", "part", "person", "at")
    )
)
_PEOPLE = Question(
    lambda people: Person.objects.get_queryset().filter(pk__in=people).select_related("organisation")
)
type _Parts = dict[str, list[tuple[int, datetime]]]
"""Of each part in a thing who had it, and since when."""
NAMED = 5
"""So many of those who had the same part in a thing are named; the others are counted."""
A_PART = 100
"""So many steps of a story are told at a time."""
LATER, LOOKED_AT = 10, 40
"""So many things that came of one's own part are told of each, out of so many that may be hidden."""


@dataclass(frozen=True)
class By:
    """Those who had a part in a thing, as the reader may know them: the first are named, the others counted; of a baton all are named, each turn by itself."""

    part: str
    names: tuple[str, ...]
    others: int
    since: tuple[datetime, ...] = ()
    """When each of those named took the baton, where that is what they did; two may be told by the same organisation."""

    @property
    def words(self) -> str:
        """Say what they did."""
        return str(BY[Had(self.part)])

    @property
    def told(self) -> list[tuple[str, datetime | None]]:
        """Give each that is named, with the moment where one is told."""
        return list(zip_longest(self.names, self.since))


@dataclass(frozen=True)
class Step:
    """One line of a story: a thing, what it came of and how, who had a part in it, and who answers for it.

    A link that was undone is among them, with its moment, unless the same stands.
    """

    node: Node
    face: Face
    comes_of: tuple[tuple[Link, Face], ...]
    by: tuple[By, ...] = ()
    owner: str = ""


def ancestors(nodes: Iterable[int]) -> set[int]:
    """Give all that stands before some things, by any number of steps; one query."""
    numbers = sorted(set(nodes))
    if not numbers:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_WALK.format(places=", ".join(["%s"] * len(numbers))), numbers)
        return {row[0] for row in cursor.fetchall()}


def contributors(nodes: Iterable[int]) -> PersonQuerySet:
    """Give all who had a part in some things, or in anything before them."""
    numbers = set(nodes)
    parts = Contribution.objects.filter(node__in=numbers | ancestors(numbers))
    return Person.objects.get_queryset().filter(pk__in=parts.values("person"), is_active=True)


@dataclass(frozen=True)
class Part:
    """A part of a story; ``last`` is the number of its last thing when there is more of it, else 0."""

    steps: list[Step]
    last: int


def story(node: Node, reader: Person | None) -> list[Step]:
    """Tell what led to a thing and what came of it, in the order of time, as far as the reader may see it.

    Of what hides behind something that she may not see she sees what is hers to see, without the way there.
    """
    return _peopled(steps(around(node.pk), reader), reader)


def part_of_story(node: Node, reader: Person | None, after: int = 0) -> Part:
    """Tell a hundred steps of a story, those after a thing that is named: what a campaign led to may be thousands.

    A short story takes five queries and those of ``faces`` and ``names``.
    """
    numbers = around(node.pk)
    if len(numbers) <= A_PART:
        return Part(_peopled(steps(numbers, reader), reader), 0)
    rows = [row for some in batched(numbers, AT_ONCE) for row in _NODES(numbers=evened(some))]
    rows.sort(key=lambda row: (row.opened_at, row.pk))
    begin = next((place for place, row in enumerate(rows, 1) if row.pk == after), 0)
    told: list[Step] = []
    for some in batched(rows[begin:], AT_ONCE):
        told += _told(some, frozenset(numbers), reader)
        if len(told) > A_PART:
            return Part(_peopled(told[:A_PART], reader), told[A_PART - 1].node.pk)
    return Part(_peopled(told, reader), 0)


def around(node: int) -> list[int]:
    """Give the number of a thing, of all that led to it or came of it, and of what it was joined to once; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_WALK_BOTH, [node] * 4)
        return [node, *(row[0] for row in cursor.fetchall())]


def steps(nodes: Iterable[int], reader: Person | None) -> list[Step]:
    """Tell of some things, in the order of time; for up to 256 two queries and those of ``faces``."""
    numbers = frozenset(nodes)
    rows = [row for some in batched(sorted(numbers), AT_ONCE) for row in _NODES(numbers=evened(some))]
    rows.sort(key=lambda row: (row.opened_at, row.pk))
    return [step for some in batched(rows, AT_ONCE) for step in _told(some, numbers, reader)]


def _told(nodes: Sequence[Node], among: frozenset[int], reader: Person | None) -> list[Step]:
    """Tell of some things, and of which others ``among`` a story they came."""
    links = [link for link in _LINKS(targets=evened(node.pk for node in nodes)) if link.source_id in among]
    own = {node.pk for node in nodes}
    others = sorted({link.source_id for link in links} - own)
    before = [row for some in batched(others, AT_ONCE) for row in _NODES(numbers=evened(some))]
    seen = faces([*nodes, *before], reader)
    came: dict[int, list[tuple[Link, Face]]] = {}
    for link in _once(links):
        if link.source_id in seen:
            came.setdefault(link.target_id, []).append((link, seen[link.source_id]))
    return [Step(node, seen[node.pk], tuple(came.get(node.pk, ()))) for node in nodes if node.pk in seen]


def _once(links: Sequence[Link]) -> Iterable[Link]:
    """Give each way once: as it stands or, when it does not, as it was undone last."""
    last: dict[tuple[int, int, str], Link] = {}
    for link in sorted(links, key=lambda one: one.undone_at is None):
        last[link.source_id, link.target_id, link.kind] = link
    return (link for link in links if last[link.source_id, link.target_id, link.kind] is link)


def _peopled(told: Sequence[Step], reader: Person | None) -> list[Step]:
    """Tell of each thing who had which part, and who answers for what is open; two queries and those of ``names`` and ``silent``."""
    nodes = {step.node.pk: step.node for step in told}
    rows = [row for some in batched(nodes, AT_ONCE) for row in _PARTS(nodes=evened(some))]
    unsaid = silent({(nodes[node], part) for node, part, _person, _at in rows}, reader)
    rows = [row for row in rows if row[:3] not in unsaid]
    owners = {node.owner_id for node in nodes.values() if node.owner_id and node.closed_at is None}
    wanted = sorted(owners | {person for _node, _part, person, _at in rows})
    people = (one for some in batched(wanted, AT_ONCE) for one in _PEOPLE(people=evened(some)))
    known = names(nodes.values(), people, reader)
    had: dict[int, _Parts] = {}
    for node, part, person, at in rows:
        had.setdefault(node, {}).setdefault(part, []).append((person, at))
    return [
        replace(step, by=_by(step, had.get(step.node.pk, {}), known), owner=_owner(step.node, known))
        for step in told
    ]


def _by(step: Step, had: _Parts, known: Names) -> tuple[By, ...]:
    """Say who had which part; a part of which nobody is named is not told, nor who made what its maker left unsigned."""
    if not step.face.is_named:
        return ()
    found = []
    for part in (part for part in BY if part in had):
        told = [(name, at) for person, at in had[part] if (name := known.of(step.node, person))]
        if told and part == Had.HELD:
            named, since = zip(*told, strict=True)
            found.append(By(part, named, len(had[part]) - len(named), since))
        elif told:
            named = tuple(dict(told))[:NAMED]
            found.append(By(part, named, len(had[part]) - len(named)))
    return tuple(found)


def _owner(node: Node, known: Names) -> str:
    return known.of(node, node.owner_id) if node.owner_id and node.closed_at is None else ""


@dataclass(frozen=True)
class OwnPart:
    """What somebody did, and what came of it since: the newest of that, in the order of time."""

    step: Step
    parts: tuple[str, ...]
    later: tuple[Step, ...]
    has_more: bool


def own_nodes(person: Person) -> list[int]:
    """Give the numbers of the things in which somebody had a part, the newest first; one query."""
    parts = Contribution.objects.filter(person=person).order_by("node").values("node")
    latest = parts.annotate(latest=Max("at")).order_by("-latest", "-node")
    return list(latest.values_list("node", flat=True))


def promises_of(person: Person, until: date) -> NodeQuerySet:
    """Give what somebody answers for until a day, that day included; what is late, too, and first."""
    return Node.objects.open().filter(owner=person, due_on__lte=until).order_by("due_on", "pk")


def own_parts(person: Person, nodes: Iterable[int]) -> list[OwnPart]:
    """Tell somebody what came of her parts in some things, in their order: for her alone.

    What was there before is not hers, unless hers was joined to it, or to what it came of, later on.

    Of what came of one thing the newest ``LATER`` are told that she sees, out of ``LOOKED_AT``: of a campaign there
    may be thousands. Queries: one for the parts, one for what came of them, and those of ``steps``.
    """
    numbers = list(nodes)
    parts: dict[int, list[str]] = {number: [] for number in numbers}
    for row in Contribution.objects.filter(person=person, node__in=numbers).order_by("at", "pk"):
        parts[row.node_id].append(row.get_part_display())
    after = _newest_since(person, numbers)
    told = {step.node.pk: step for step in steps(set(numbers).union(*after.values()), person)}
    found = []
    for number in (number for number in numbers if number in told):
        later = tuple(step for pk, step in told.items() if pk in after[number])
        found.append(OwnPart(told[number], tuple(parts[number]), later[-LATER:], len(later) > LATER))
    return found


def _newest_since(person: Person, nodes: Sequence[int]) -> dict[int, set[int]]:
    """Give the newest of what came of some things since somebody had a part in them; one query."""
    found: dict[int, set[int]] = {node: set() for node in nodes}
    if found:
        places = ", ".join(["%s"] * len(nodes))
        with connection.cursor() as cursor:
            cursor.execute(_NEWEST_SINCE.format(places=places), [*nodes, person.pk, *nodes, LOOKED_AT])
            for start, number in cursor.fetchall():
                found[start].add(number)
    return found


BELONGS = (
    LinkKind.ASKED, LinkKind.BORN, LinkKind.DECIDED, LinkKind.TRIED, LinkKind.HANDED, LinkKind.TOOK_AWAY
)  # fmt: skip
"""Links by which a thing belongs to what it came of; what repeats, copies or uses another is somebody else's."""
PASSED = (NodeKind.IDEA, NodeKind.DECISION, NodeKind.BATON)
"""What leads on to what is above it, where nobody answers for it (any more)."""


def above(node: Node) -> Node | None:
    """Give what a thing belongs to: the nearest before it that somebody answers for, open or a campaign.

    A lesson belongs to the experiment that taught it. Whoever holds a baton answers for no other, nor for what
    others try with it: the way leads past it to the campaign. A query for each step of the way.
    """
    belongs = Q(kind__in=BELONGS) | Q(kind=LinkKind.LED, target__kind=NodeKind.OUTCOME)
    below = [node.pk]
    while below:
        rows = Link.objects.filter(belongs, target__in=below, undone_at=None)
        links = list(rows.select_related("source__owner").order_by("at", "pk"))
        for link in links:
            if _answers(link):
                return link.source
        below = [link.source_id for link in links if link.source.kind in PASSED]
    return None


def _answers(link: Link) -> bool:
    """Say whether somebody answers for the earlier of two things, so that the later one is hers to see to."""
    source = link.source
    stands = source.closed_at is None or source.kind == NodeKind.CAMPAIGN or link.kind == LinkKind.LED
    return source.owner_id is not None and source.kind != NodeKind.BATON and stands
