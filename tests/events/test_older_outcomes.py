"""What came of events before outcomes had a place on the trail gets the place that it would get today; nobody is told."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from fiksummin.core import worker
from fiksummin.core.models import Entry
from fiksummin.core.time import now, today
from fiksummin.events import actions
from fiksummin.events.models import Event, EventOnTrail, Outcome, OutcomeOnTrail, Takeaway
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail.actions import climb
from fiksummin.trail.models import Contribution, Link, Overdue
from tests.cast import Cast
from tests.factories import events as make

pytestmark = pytest.mark.django_db
step: Any = import_module("fiksummin.events.migrations.0018_older_outcomes_on_trail")
KINDS = ("decision", "next_step", "question")


def over(cast: Cast) -> Event:
    event = make.event(cast.owner, after=-1, moment=now() - timedelta(days=30))
    Takeaway.objects.create(event=event, person=cast.colleague, text="Vein tämän mukanani.", made_at=now())
    return event


def words(kind: str, owner: Person | None) -> dict[str, Any]:
    due = today() + timedelta(days=9) if kind == "next_step" else None
    return {"kind": kind, "text": f"Sovittu: {kind}", "owner": owner, "due_on": due}


def story(outcome: Outcome) -> Any:
    """Tell all that the trail knows of an outcome, without moments and numbers."""
    place = OutcomeOnTrail.objects.select_related("node").get(pk=outcome.pk)
    node, source = place.node, EventOnTrail.objects.get(pk=outcome.event_id).node
    parts = Contribution.objects.filter(node__in=(node, source)).order_by("node__kind", "person", "part")
    links = Link.objects.filter(target=node, undone_at=None)
    return (
        [getattr(node, name) for name in ("kind", "owner_id", "due_on", "next_step")],
        node.closed_at is None,
        [(part.node.kind, part.person_id, part.part) for part in parts],
        [(link.source_id == source.pk, link.kind) for link in links],
    )


def test_an_older_outcome_stands_as_a_new_one_does(cast: Cast) -> None:
    old, new = over(cast), over(cast)
    pairs = []
    for kind in KINDS:
        owner = None if kind == "question" else cast.outsider
        made = actions.add_outcome(by=cast.owner, event=new, **words(kind, owner))
        pairs.append((Outcome.objects.create(event=old, **words(kind, owner)), made))
    done, again = (
        Outcome.objects.create(event=old, **words("next_step", cast.outsider), done_at=now()),
        actions.add_outcome(by=cast.owner, event=new, **words("next_step", cast.outsider)),
    )
    actions.settle_outcome(by=cast.outsider, outcome=again)
    worker.drain()
    before = (Notice.objects.count(), Entry.objects.count())
    step.put_on_trail(apps, None)
    for older, newer in [*pairs, (done, again)]:
        assert story(older) == story(newer), older.kind
    worker.drain()
    assert (Notice.objects.count(), Entry.objects.count()) == before, "nobody is told"
    step.put_on_trail(apps, None)
    assert OutcomeOnTrail.objects.count() == 8


def test_what_is_late_does_not_climb_all_at_once(cast: Cast) -> None:
    rows = [
        Outcome.objects.create(
            event=over(cast), kind="next_step", text="Kutsu koolle", owner=cast.outsider,
            due_on=today() - timedelta(days=late), made_at=now() - timedelta(days=40),
        )
        for late in (30, 8, 0)
    ]  # fmt: skip
    step.put_on_trail(apps, None)
    assert climb(at=now()) == 0
    assert climb(at=now() + timedelta(days=1)) == 1, "the one that was due today, to its owner"
    assert climb(at=now() + timedelta(days=6)) == 1, "the one that was eight days late, to the hosts"
    assert [Overdue.objects.filter(node__result__outcome=row).count() for row in rows] == [3, 3, 1]


def test_an_event_that_stands_on_the_trail_keeps_its_place_and_nobody_answers_for_what_is_hers_no_more(
    cast: Cast,
) -> None:
    event = over(cast)
    actions.add_outcome(by=cast.owner, event=event, **words("decision", None))
    node = EventOnTrail.objects.get(pk=event.pk).node
    orphan = Outcome.objects.create(event=event, **words("next_step", None))
    step.put_on_trail(apps, None)
    assert EventOnTrail.objects.get(pk=event.pk).node == node
    assert OutcomeOnTrail.objects.get(pk=orphan.pk).node.closed_at is not None
