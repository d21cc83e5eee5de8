"""What somebody finds on the trail is what the rooms let her see, whoever asked before her in the same words."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now, today
from fiksummin.events import actions as events
from fiksummin.events.choices import Audience as ForWhom
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.experiments.actions import end_experiment
from fiksummin.ideas.choices import Audience, IdeaState
from fiksummin.library.actions import change_lab_model, tell_lab_lesson
from fiksummin.people.models import Person
from fiksummin.trail import actions, things
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.models import Node
from fiksummin.trail.queries import A_PART, LATER, own_nodes, own_parts, part_of_story, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import experiments, ideas, library, people

pytestmark = pytest.mark.django_db


def everything(cast: Cast) -> None:
    """Something of each kind, for everybody, for some and for few."""
    event = make.event(cast.owner, audience=ForWhom.PUBLIC)
    make.registration(cast.colleague, event)
    hidden = make.event(cast.owner, audience=ForWhom.INVITED)
    with time_machine.travel(event.ends_at + timedelta(hours=1)):
        wish = TakeawayWish(text="Voisiko tämän tehdä meilläkin?")
        told = events.tell_takeaway(by=cast.colleague, event=event, wish=wish)
    over = make.event(cast.owner, after=-1, moment=now() - timedelta(days=5), audience=ForWhom.PUBLIC)
    due = today() + timedelta(days=9)
    events.add_outcome(
        by=cast.owner, event=over, kind="next_step", text="Kokeillaan", owner=cast.outsider, due_on=due
    )
    for audience in Audience:
        asked = ideas.campaign(cast.facilitator, audience=audience)
        for born in ({"born_at": event, "takeaway": told}, {"born_at": hidden}):
            one = ideas.idea(cast.member, asked, **born)
        ideas.move(cast.facilitator, one, IdeaState.DECLINED)
    experiments.experiment(cast.member)
    experiments.experiment(cast.colleague, team=(cast.guest,))
    ended = experiments.experiment(cast.member)
    end = experiments.ending(receiver=cast.colleague)
    end_experiment(by=cast.member, experiment=ended, wish=end)
    experiments.baton(cast.facilitator, cast.member)
    library.draft(cast.member)
    library.adoption(cast.colleague, library.item(cast.member))
    change_lab_model(by=cast.owner, wish=library.lab_wish())
    change_lab_model(by=cast.owner, wish=replace(library.lab_wish(1), because_of=ended.node))
    tell_lab_lesson(
        by=cast.owner, text={"fi": "Hiljainen huone puuttui."}, learnt_on=today(), dimension="physical",
        because_of=ended.node,
    )  # fmt: skip


def anew(person: Person) -> Person:
    """Read a person as the next request would, strongly signed in."""
    found = Person.objects.standing(person.pk, today())
    assert found is not None
    return found


def plainly(reader: Person | None) -> set[int]:
    """Give what the querysets of the rooms show her."""
    return {
        row.node_id
        for kind, shelf in things._SHELVES.items()
        for row in shelf.rows(reader).filter(node__kind=kind)
    }


def test_each_reader_finds_what_is_hers(cast: Cast) -> None:
    everything(cast)
    nodes = list(Node.objects.all())
    assert {node.kind for node in nodes} >= set(NodeKind) - {
        NodeKind.TOOL, NodeKind.TIP, NodeKind.METHOD, NodeKind.THEME,
    }  # fmt: skip
    readers = [*(anew(cast[key]) for key in cast), anew(people.person(organisation=cast.member.organisation))]
    found = []
    for reader in (None, *readers, None, *reversed(readers)):
        found.append(frozenset(things.faces(nodes, reader)))
        assert found[-1] == plainly(reader), reader and reader.name
    assert len(set(found)) > 4, "they differ, so that a mistake would be seen"


def test_a_thing_is_found_by_its_number_by_who_may_see_it(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator, audience=Audience.MEMBERS)
    one = ideas.idea(cast.member, asked)
    for reader in (None, cast.guest):
        assert things.thing("idea", one.pk, reader and anew(reader)) is None
    reader = anew(cast.outsider)
    assert not reader.may("owner")
    with CaptureQueriesContext(connection) as asking:
        found = things.thing("idea", one.pk, reader)
        assert (found, found and found.node) == (one, one.node)
    assert len(asking) == 1
    for kind, number in (("idea", 10**20), ("campaign", one.pk + 1000), ("nothing", 1)):
        assert things.thing(kind, number, anew(cast.outsider)) is None


def test_a_long_story_is_told_in_parts(cast: Cast) -> None:
    """A campaign led to many ideas: each is told once, in the order of time, and one that is not hers never."""
    at = now() - timedelta(days=9)
    asked = ideas.campaign(cast.facilitator, audience=Audience.PUBLIC, moment=at)
    one = ideas.idea(cast.member, asked, moment=at)
    for number in range(A_PART + 20):
        hers = experiments.experiment(cast.member, moment=at + timedelta(minutes=number))
        actions.link(by=None, source=one.node, target=hers.node, kind=LinkKind.TRIED)
    reader, whole = anew(cast.colleague), story(asked.node, anew(cast.colleague))
    assert len(whole) == A_PART + 22
    first = part_of_story(asked.node, reader)
    assert (first.steps, first.last) == (whole[:A_PART], whole[A_PART - 1].node.pk)
    rest = part_of_story(asked.node, reader, first.last)
    assert (rest.steps, rest.last) == (whole[A_PART:], 0)
    assert rest.steps[0].comes_of[0][1].title == one.title, (
        "of what it came is told, though that stands before"
    )
    assert [step.node for step in part_of_story(asked.node, None).steps] == [asked.node, one.node]
    client, path = signed_in(cast.colleague), f"/en/trail/campaign/{asked.pk}/"
    page = client.get(path).text
    assert f"?after={first.last}" in page
    later = client.get(path, {"after": str(first.last)}).text
    assert whole[-1].face.title in later
    assert "From the beginning" in later
    assert client.get(path, {"after": "nonsense"}).status_code == 200


def test_of_thousands_that_came_of_ones_part_the_newest_are_told(cast: Cast) -> None:
    at = now() - timedelta(days=9)
    asked = ideas.campaign(cast.facilitator, audience=Audience.PUBLIC, moment=at)
    rows = [ideas.idea(cast.member, asked, moment=at + timedelta(hours=n + 1)) for n in range(LATER + 2)]
    actions.contribute(node=asked.node, person=cast.colleague, part=Part.SUPPORTED, at=rows[0].made_at)
    (part,) = own_parts(anew(cast.colleague), own_nodes(cast.colleague))
    assert [step.node.pk for step in part.later] == [row.node_id for row in rows[-LATER:]]
    assert part.has_more
    page = signed_in(cast.colleague).get("/en/trail/").text
    assert "These are the newest" in page
