"""Who had which part in each step of a story is told by name only where that person may be named to the reader."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now
from fiksummin.events import actions as events
from fiksummin.events.choices import Audience as ForWhom
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.experiments.actions import (
    accept_baton,
    end_experiment,
    hand_over_baton,
    pass_baton_on,
    show_holder,
    try_with_baton,
)
from fiksummin.experiments.models import Baton, Hold
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Audience, IdeaState
from fiksummin.people.models import Person
from fiksummin.trail.actions import contribute, link
from fiksummin.trail.choices import LinkKind, Part
from fiksummin.trail.models import Node
from fiksummin.trail.queries import NAMED, By, Step, contributors, own_parts, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import experiments, ideas, people

pytestmark = pytest.mark.django_db


def told(node: Node, reader: Person | None) -> Step:
    """The step of a thing in its own story."""
    return next(step for step in story(node, reader) if step.node == node)


def answered(person: Person, path: str) -> dict[str, Any]:
    bearer = f"Bearer {people.token(person)}"
    found: dict[str, Any] = Client().get(f"/api/v1/{path}", headers={"authorization": bearer}).json()
    return found


def in_swedish(person: Person) -> str:
    """The organisation of somebody, as a colleague reads it by the interface for programs."""
    assert person.organisation
    return person.organisation.name_sv


def had(node: Node, reader: Person | None) -> dict[str, tuple[str, ...]]:
    return {by.part: by.names for by in told(node, reader).by}


def test_authors_commenters_and_who_answered_are_named_and_supporters_never(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator, audience=Audience.PUBLIC)
    one = ideas.idea(cast.member, asked)
    actions.support_idea(by=cast.outsider, idea=one)
    actions.comment_on_idea(by=cast.colleague, idea=one, text="Hyvä.", stance="for")
    step = told(one.node, cast.member)
    assert step.by == (By(Part.WROTE, (str(cast.member),), 0), By(Part.COMMENTED, (str(cast.colleague),), 0))
    assert step.owner == str(cast.facilitator)
    assert told(one.node, None).by == step.by, "a public idea names them to everybody on its own page, too"
    ideas.move(cast.facilitator, one, IdeaState.DECLINED)
    step = told(one.node, cast.member)
    answered_by = {by.names for step in story(one.node, None) for by in step.by if by.part == Part.DECIDED}
    assert answered_by == {(str(cast.facilitator),)}
    assert step.owner == "", "nobody answers for what is closed"
    for reader in (None, cast.member, cast.outsider, cast.facilitator):
        assert str(cast.outsider) not in str([step.by for step in story(one.node, reader)])
    page = signed_in(cast.colleague).get(f"/en/trail/idea/{one.pk}/").text
    assert f"Written by: <bdi>{cast.member}</bdi>" in page
    assert str(cast.outsider) not in page


def test_who_wrote_what_is_hidden_is_not_named_while_nothing_else_of_hers_is_read(cast: Cast) -> None:
    """As on the page of the idea; she has her part in it all the same, and hears what comes of it."""
    one = ideas.idea(cast.member, ideas.campaign(cast.facilitator, audience=Audience.PUBLIC))
    said = actions.comment_on_idea(by=cast.colleague, idea=one, text="Hyvä.")
    actions.comment_on_idea(by=cast.host, idea=one, text="Sopii.")
    host, name, path = str(cast.host), str(cast.colleague), f"idea/{one.pk}"
    hiding = actions.hide_comment(by=cast.owner, comment=said, reason="Nimittelee muita kirjoittajia.")
    for reader in (None, cast.member, cast.owner):
        assert told(one.node, reader).by[-1] == By(Part.COMMENTED, (host,), 0), "nor is she counted"
    assert had(one.node, cast.colleague)["commented"] == (name, host), "she reads her own name"
    assert name not in Client().get(f"/en/trail/{path}/").text
    assert name not in str(answered(cast.member, f"trail/{path}"))
    assert set(contributors([one.node_id])) >= {cast.colleague}
    again = actions.comment_on_idea(by=cast.colleague, idea=one, text="Toisin sanoin.")
    assert had(one.node, None)["commented"] == (name, host), "something of hers is read"
    actions.hide_comment(by=cast.owner, comment=again, reason="Nimittelee muita kirjoittajia.")
    assert had(one.node, None)["commented"] == (host,)
    actions.restore_comment(by=cast.owner, hiding=hiding)
    actions.take_comment_back(by=cast.colleague, comment=said)
    assert name in Client().get(f"/en/ideas/{one.pk}/").text, "the page says who took what back"
    assert had(one.node, None)["commented"] == (name, host)


def test_of_many_the_first_are_named_and_the_others_counted(cast: Cast) -> None:
    one = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    folk = [people.person() for _n in range(NAMED + 2)]
    for person in folk:
        actions.comment_on_idea(by=person, idea=one, text="Hyvä.", stance="for")
    assert told(one.node, cast.colleague).by[-1] == By(Part.COMMENTED, tuple(map(str, folk[:NAMED])), 2)
    assert "and 2 others" in signed_in(cast.colleague).get(f"/en/trail/idea/{one.pk}/").text


def test_a_holder_is_told_by_organisation_when_she_chose_so_and_to_the_public(cast: Cast) -> None:
    baton = experiments.baton(cast.facilitator, cast.member)
    hold = Hold.objects.get(baton=baton)
    accept_baton(by=cast.member, hold=hold)
    name, body = str(cast.member), str(cast.member.organisation)
    thrown = {"wrote": (str(cast.facilitator),)}
    assert (had(baton.node, cast.colleague), told(baton.node, cast.colleague).owner) == (
        thrown | {"held": (name,)},
        name,
    )
    assert (had(baton.node, None), told(baton.node, None).owner) == ({"held": (body,)}, body)
    show_holder(by=cast.member, hold=hold, is_named=False)
    assert (had(baton.node, cast.colleague), told(baton.node, cast.colleague).owner) == (
        thrown | {"held": (body,)},
        body,
    )
    assert had(baton.node, cast.member) == thrown | {"held": (name,)}, "she reads her own name"
    holder = told(baton.node, None).by[-1]
    taken = Hold.objects.get(pk=hold.pk).accepted_at
    assert (holder.since, holder.told) == ((taken,), [(body, taken)]), "with the day on which she took it"
    body = in_swedish(cast.member)
    answer = answered(cast.colleague, f"trail/baton/{baton.pk}")
    assert answer["steps"][0]["owner"] == body, "in her own language"
    by = {part["part"]: part["names"] for part in answer["steps"][0]["by"]}
    assert by == {"wrote": [str(cast.facilitator)], "held": [body]}


def test_each_who_took_the_baton_is_told_with_her_own_day(cast: Cast) -> None:
    """Two of one organisation are two, and so is the seventh of a long chain."""
    baton, began = experiments.baton(cast.facilitator, cast.member), now().replace(microsecond=0)
    unit, hold = people.organisation(), Hold.objects.get(baton=baton)
    moments, holder = [], cast.member
    for number in range(NAMED + 2):
        moments.append(began + timedelta(days=number + 1))
        accept_baton(by=holder, hold=hold, at=moments[-1])
        show_holder(by=holder, hold=hold, is_named=False)
        receiver = people.person(organisation=unit)
        hold = pass_baton_on(by=holder, hold=hold, receiver=receiver, at=moments[-1])
        holder = receiver
    held = next(by for by in told(baton.node, cast.colleague).by if by.part == Part.HELD)
    names = (str(cast.member.organisation), *[str(unit)] * (NAMED + 1))
    assert (held.names, held.others, held.since) == (names, 0, tuple(moments))
    steps = answered(cast.colleague, f"trail/baton/{baton.pk}")["steps"]
    parts = {part["part"]: part for part in steps[0]["by"]}
    assert [datetime.fromisoformat(at) for at in parts["held"]["since"]] == moments
    assert parts["wrote"]["since"] == []
    page = signed_in(cast.colleague).get(f"/en/trail/baton/{baton.pk}/").text
    assert page.count(f"<bdi>{unit}</bdi> (") == NAMED + 1


def test_who_is_told_by_organisation_is_so_with_what_she_tried_in_her_turn(cast: Cast) -> None:
    baton = experiments.baton(cast.facilitator, cast.member)
    hold = Hold.objects.get(baton=baton)
    tried = try_with_baton(by=cast.member, hold=hold, wish=experiments.wish(team=(cast.outsider,)))
    name = str(cast.member)
    carried = {"ran": (name, str(cast.outsider))}
    assert had(tried.node, cast.colleague) == carried
    page = signed_in(cast.member)
    assert (
        "The page of your experiment names its team all the same." in page.get(f"/en/batons/{baton.pk}/").text
    )
    show_holder(by=cast.member, hold=hold, is_named=False)
    body = str(cast.member.organisation)
    for story_of in (baton.node, tried.node):
        step = next(step for step in story(story_of, cast.colleague) if step.node == tried.node)
        assert (step.by[0].names, step.owner) == ((body, str(cast.outsider)), body)
    assert name not in signed_in(cast.colleague).get(f"/en/trail/baton/{baton.pk}/").text
    assert had(tried.node, cast.member) == carried, "she reads her own name"


def test_who_is_told_by_organisation_is_so_with_the_lesson_that_she_left(cast: Cast) -> None:
    """Until somebody takes up what was left to an organisation or by letter, she answers for it."""
    hold = Hold.objects.get(baton=experiments.baton(cast.facilitator, cast.member))
    tried = try_with_baton(by=cast.member, hold=hold, wish=experiments.wish())
    end_experiment(by=cast.member, experiment=tried, wish=experiments.ending(receiver="joku@vm.example"))
    lesson, name, body = tried.reception.node, str(cast.member), str(cast.member.organisation)
    assert told(lesson, cast.colleague).owner == name
    show_holder(by=cast.member, hold=hold, is_named=False)
    assert (told(lesson, cast.colleague).owner, told(lesson, cast.member).owner) == (body, name)
    steps = answered(cast.colleague, f"trail/experiment/{tried.pk}")["steps"]
    assert [step["owner"] for step in steps if step["kind"] == "outcome"] == [in_swedish(cast.member)]
    assert name not in str(steps)


def test_who_is_told_by_organisation_is_so_with_the_batons_that_branched_off_from_hers(cast: Cast) -> None:
    """Until somebody takes a baton that she handed to an address, she answers for it."""
    baton = experiments.baton(cast.facilitator, cast.member)
    hold = Hold.objects.get(baton=baton)
    tried = try_with_baton(by=cast.member, hold=hold, wish=experiments.wish())
    end_experiment(by=cast.member, experiment=tried, wish=experiments.ending())
    hand_over_baton(by=cast.member, hold=hold, receiver="a@vm.example", more=["b@vm.example"])
    branch, name, body = Baton.objects.get(first=baton).node, str(cast.member), str(cast.member.organisation)
    assert told(branch, cast.colleague).owner == name
    assert told(branch, None).owner == body, "the public reads of her what it reads of every holder"
    show_holder(by=cast.member, hold=hold, is_named=False)
    assert (told(branch, cast.colleague).owner, told(branch, cast.member).owner) == (body, name)
    steps = answered(cast.colleague, f"trail/baton/{baton.pk}")["steps"]
    assert [step["owner"] for step in steps if step["kind"] == "baton"] == [in_swedish(cast.member)] * 2
    assert name not in str(steps)


@pytest.mark.parametrize("is_named", [True, False])
def test_who_left_a_takeaway_unsigned_is_not_named(cast: Cast, is_named: bool) -> None:
    event = make.event(cast.owner, audience=ForWhom.PUBLIC)
    make.registration(cast.colleague, event)
    with time_machine.travel(event.ends_at + timedelta(hours=1)):
        wish = TakeawayWish(text="Voisiko tämän tehdä meilläkin?", is_named=is_named)
        takeaway = events.tell_takeaway(by=cast.colleague, event=event, wish=wish)
        one = ideas.idea(cast.member, ideas.campaign(cast.facilitator), born_at=event, takeaway=takeaway)
    place = events.takeaway_on_trail(takeaway=takeaway, at=event.ends_at)
    whole = str([(step.by, step.owner) for step in story(one.node, cast.owner)])
    assert had(place, cast.owner) == ({"wrote": (str(cast.colleague),)} if is_named else {})
    assert (str(cast.colleague) in whole) == is_named, "nor as one who told anything of the event"
    assert f"'{cast.owner}'" in whole, "while members read who held it"
    assert str(cast.owner) not in str([(step.by, step.owner) for step in story(place, None)])


def test_a_story_of_one_and_of_thirty_asks_the_same(cast: Cast) -> None:
    one = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    client, counts = signed_in(cast.colleague), []
    for more in (0, 1, 28):
        for _n in range(more):
            hers = experiments.experiment(cast.member, team=(cast.colleague,))
            link(by=None, source=one.node, target=hers.node, kind=LinkKind.TRIED)
        client.get(f"/en/trail/idea/{one.pk}/")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/en/trail/idea/{one.pk}/")
        counts.append(len(asked))
    assert counts[0] + 2 == counts[1] == counts[2], "one for the faces of experiments, one for how to name"


def test_who_has_left_is_not_named(cast: Cast) -> None:
    goes = people.person()
    one = ideas.idea(goes, ideas.campaign(cast.facilitator))
    name = str(goes)
    assert had(one.node, cast.member) == {"wrote": (name,)}
    one.node.contributions.all().delete()
    assert had(one.node, cast.member) == {}


def test_a_step_that_was_undone_is_told_as_undone(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator)
    one, two = ideas.idea(cast.member, asked), ideas.idea(cast.colleague, asked)
    merge = actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=ideas.reason())
    assert [
        link.undone_at for link, _face in told(two.node, cast.member).comes_of if link.source == one.node
    ] == [None]
    actions.undo_merge(by=cast.member, merge=merge, words="Jatkamme omillamme.")
    client = signed_in(cast.colleague)
    for idea, other in ((two, one), (one, two)):
        page = client.get(f"/en/trail/idea/{idea.pk}/").text
        assert other.title in page
        assert "(undone, " in page
        assert "A dashed line is a step that was undone." in page
    answer = answered(cast.colleague, f"trail/idea/{two.pk}")
    assert [one["undone_at"] is None for step in answer["steps"] for one in step["comes_of"]].count(
        False
    ) == 1
    actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=ideas.reason())
    assert [
        link.undone_at for link, _face in told(two.node, cast.member).comes_of if link.source == one.node
    ] == [None]


def test_what_grew_into_an_older_idea_came_of_ones_part(cast: Cast) -> None:
    """A duplicate is joined to an idea that was there before it: that, and what comes of it, is told to its author."""
    asked, begins = ideas.campaign(cast.facilitator), now() - timedelta(days=9)
    older = ideas.idea(cast.colleague, asked, moment=begins)
    newer = ideas.idea(cast.member, asked, moment=begins + timedelta(days=1))

    def came() -> set[int]:
        (part,) = own_parts(cast.member, [newer.node_id])
        return {step.node.pk for step in part.later}

    assert came() == set()
    merge = actions.ask_to_merge(by=cast.member, idea=newer, into=older, reason=ideas.reason())
    assert came() == {older.node_id}
    tried = experiments.experiment(cast.colleague, idea=older)
    assert came() == {older.node_id, tried.node_id}
    (part,) = own_parts(cast.colleague, [older.node_id])
    assert [step.node.pk for step in part.later] == [tried.node_id], "nothing came of the older one twice"
    actions.undo_merge(by=cast.member, merge=merge, words="Jatkamme omillamme.")
    assert came() == set()


def test_who_had_a_part_only_after_a_joining_is_not_told_of_what_was_there(cast: Cast) -> None:
    asked, begins = ideas.campaign(cast.facilitator), now() - timedelta(days=9)
    older = ideas.idea(cast.colleague, asked, moment=begins)
    newer = ideas.idea(cast.member, asked, moment=begins + timedelta(days=1))
    at = begins + timedelta(days=2)
    actions.ask_to_merge(by=cast.member, idea=newer, into=older, reason=ideas.reason(), at=at)
    contribute(node=newer.node, person=cast.outsider, part=Part.COMMENTED)
    (part,) = own_parts(cast.outsider, [newer.node_id])
    assert part.later == ()
