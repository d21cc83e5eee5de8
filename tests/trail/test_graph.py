"""What grew from what: forward only, never forgotten, and from everywhere back to all who had a part."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Entry
from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.trail import actions, queries
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.models import Contribution, Link, Node, Overdue
from tests.cast import Cast
from tests.factories import people

pytestmark = pytest.mark.django_db


def node(kind: str = NodeKind.IDEA, owner: Person | None = None, days: int = 5) -> Node:
    due = today() + timedelta(days=days) if owner else None
    return actions.enter(kind=kind, by=None, owner=owner, due_on=due)


def link(source: Node, target: Node) -> Link:
    return actions.link(by=None, source=source, target=target, kind=LinkKind.LED)


def test_saying_it_again_changes_nothing() -> None:
    one, two = node(), node()
    assert link(one, two) == link(one, two)
    assert Entry.objects.filter(fact="trail.TrailGrew").count() == 1


def test_nothing_comes_of_itself_by_a_long_way_round() -> None:
    one, two, three = node(), node(), node()
    link(one, two)
    link(two, three)
    with pytest.raises(NotAllowed):
        link(three, one)
    with pytest.raises(NotAllowed):
        link(one, one)


def test_the_database_refuses_a_circle_whoever_writes() -> None:
    one, two, three = node(), node(), node()
    link(one, two)
    link(two, three)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trail_link (source_id, target_id, kind, at) VALUES (%s, %s, 'led', %s)",
            [three.pk, one.pk, now()],
        )
    first = Link.objects.get(source=one)
    actions.undo_link(by=None, link=first)
    assert link(three, one)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_link SET kind = 'tried'",
        "DELETE FROM trail_link",
        "UPDATE trail_link SET undone_at = NULL",
    ],
)
def test_the_database_keeps_links_as_they_were(statement: str) -> None:
    actions.undo_link(by=None, link=link(node(), node()))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Link.objects.exclude(undone_at=None).count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_contribution SET part = 'wrote'",
        "UPDATE trail_contribution SET at = (SELECT MAX(at) FROM trail_link)",
        "UPDATE trail_contribution SET node_id = (SELECT MAX(id) FROM trail_node)",
        "UPDATE trail_contribution SET person_id = (SELECT MIN(id) FROM people_person)",
        "UPDATE trail_node SET kind = 'experiment'",
        "UPDATE trail_node SET opened_at = (SELECT MAX(at) FROM trail_link)",
        "DELETE FROM trail_node WHERE id = (SELECT MAX(id) FROM trail_node)",
    ],
)
def test_the_database_keeps_things_and_parts_as_they_were(cast: Cast, statement: str) -> None:
    """Even what nothing else points at."""
    one = node(owner=cast.member)
    link(one, node())
    actions.contribute(node=one, person=cast.facilitator, part=Part.COMMENTED)
    node()
    before = _written()
    with pytest.raises(DatabaseError, match="_kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert _written() == before


def test_a_part_goes_with_who_had_it_and_when_she_takes_it_back(cast: Cast) -> None:
    one, goes = node(owner=cast.owner), people.person()
    for person in (cast.member, goes):
        actions.contribute(node=one, person=person, part=Part.SUPPORTED)
    goes.delete()
    assert list(one.contributions.values_list("person", flat=True)) == [cast.member.pk]
    actions.withdraw_part(node=one, person=cast.member, part=Part.SUPPORTED)
    assert not one.contributions.exists()


def test_a_promise_moves_and_its_owner_may_be_forgotten(cast: Cast) -> None:
    one = node(owner=cast.member)
    actions.promise(
        by=None, node=one, owner=cast.colleague, due_on=today() + timedelta(days=9), next_step="Kokous"
    )
    actions.close(node=one)
    Node.objects.filter(pk=one.pk).update(owner=None)
    one.refresh_from_db()
    assert (one.owner, one.next_step, one.closed_at is None) == (None, "Kokous", False)


def _written() -> list[tuple[object, ...]]:
    parts = Contribution.objects.order_by("pk").values_list("pk", "node", "person", "part", "at")
    return [*Node.objects.order_by("pk").values_list("pk", "kind", "opened_at"), *parts]


def test_the_database_refuses_a_dead_end_without_owner_and_day(cast: Cast) -> None:
    open_one = node(owner=cast.member)
    for lost in ({"owner": None}, {"due_on": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Node.objects.filter(pk=open_one.pk).update(**lost)


def test_an_overdue_promise_climbs_once_for_each_day_promised(cast: Cast) -> None:
    late = node(owner=cast.member)
    assert late.due_on is not None
    at = now() + timedelta(days=6)
    assert [actions.climb(at=at), actions.climb(at=at)] == [1, 0]
    assert actions.climb(at=at + timedelta(days=30)) == 2
    actions.promise(by=cast.member, node=late, owner=cast.member, due_on=today() + timedelta(days=60))
    assert actions.climb(at=at + timedelta(days=30)) == 0
    assert actions.climb(at=at + timedelta(days=60)) == 1
    assert Overdue.objects.count() == 4


def test_who_goes_leaves_her_promises_to_an_owner_of_the_lab(cast: Cast) -> None:
    heir, goes = cast.owner, people.person()
    open_one, closed = node(owner=goes), node(owner=goes)
    actions.close(node=closed)
    actions.hand_over_promises(person=goes, at=now())
    assert Node.objects.get(pk=open_one.pk).owner == heir
    assert Node.objects.get(pk=closed.pk).owner is None


class Reaching(TestCase):
    """From any outcome everybody who had a part is reached, and nobody else is."""

    @settings(max_examples=40, deadline=None)
    @given(
        arrows=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16),
        undone=st.sets(st.integers(0, 15)),
    )
    def test_from_any_outcome_every_contributor_is_reached(
        self, arrows: list[tuple[int, int]], undone: set[int]
    ) -> None:
        nodes, folk = [node() for _n in range(8)], [people.person() for _n in range(8)]
        for one, person in zip(nodes, folk, strict=True):
            actions.contribute(node=one, person=person, part=Part.WROTE)
        plain: list[tuple[int, int]] = []
        for number, (one, two) in enumerate(arrows):
            try:
                row = link(nodes[one], nodes[two])
            except NotAllowed:
                assert one == two or one in _reached(plain, two)
                continue
            assert one != two
            assert one not in _reached(plain, two)
            if number in undone:
                actions.undo_link(by=None, link=row)
                plain = [arrow for arrow in plain if arrow != (one, two)]
            elif (one, two) not in plain:
                plain.append((one, two))
        for n, outcome in enumerate(nodes):
            before = {n} | _reached([(two, one) for one, two in plain], n)
            assert set(queries.contributors([outcome.pk])) == {folk[m] for m in before}


def _reached(arrows: list[tuple[int, int]], start: int) -> set[int]:
    found: set[int] = set()
    new = {start}
    while new:
        new = {two for one, two in arrows if one in new} - found
        found |= new
    return found
