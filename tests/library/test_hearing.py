"""Whoever contributed hears what came of it; what stands in the library is found by its words."""

from dataclasses import replace

import pytest
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.time import now, today
from fiksummin.experiments import actions as experiments
from fiksummin.library import actions, queries
from fiksummin.library.choices import Kind, Result
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.search.queries import find
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.queries import contributors
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as trying
from tests.factories import library as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def heard(person: Person) -> list[str]:
    rows = Notice.objects.filter(person=person).exclude(what__startswith="letter").order_by("pk")
    return list(rows.values_list("what", flat=True))


def test_from_the_lesson_to_the_use_of_its_model_everybody_hears_once(cast: Cast) -> None:
    ended = trying.ended(cast.member, team=(cast.colleague,))
    worker.drain()
    before = heard(cast.colleague)
    model = experiments.make_model(by=cast.member, experiment=ended)
    worker.drain()
    assert heard(cast.colleague) == before, "a draft is nobody else's"
    model = actions.publish_item(by=cast.member, item=model)
    make.adoption(cast.outsider, model)
    for _twice in range(2):
        worker.drain()
    assert heard(cast.colleague) == [*before, "trail.modelled", "trail.adopted"]
    assert heard(cast.outsider) == []


def test_who_uses_it_hears_that_it_changed_and_went_out_of_use(cast: Cast) -> None:
    item = make.item(cast.member)
    make.adoption(cast.outsider, item)
    make.adoption(cast.host, item, Result.NO, ended=True)
    actions.change_item(by=cast.member, item=item, wish=make.wish(), change=make.change())
    actions.retire_item(by=cast.member, item=item, reason="Palvelu loppui")
    worker.drain()
    assert heard(cast.outsider) == ["library.changed", "library.retired"]
    assert heard(cast.host) == []


def test_what_is_published_is_found_and_a_draft_is_not(cast: Cast) -> None:
    item = make.item(
        cast.member, Kind.TOOL, title="Valkotaulu", texts={"purpose": "Ryhmän ideointi seinällä"}
    )
    make.draft(cast.member, title="Valkotaulu kesken")
    worker.drain()
    found = find("ideointia", None, now(), language="fi").items
    assert [(one.kind, one.number) for one in found] == [("item", item.pk)]
    assert list(queries.find(None, queries.Finding(q="ideoinnin"), today())) == [item]
    actions.change_item(
        by=cast.member, item=item, wish=make.wish(Kind.TOOL, title="Seinä"), change=make.change()
    )
    worker.drain()
    assert not queries.find(None, queries.Finding(q="ideoinnin"), today()).exists()


def test_what_a_thing_changed_because_of_leads_to_it(cast: Cast) -> None:
    """Not what came of the thing itself: its users hear of the new version anyway."""
    model = make.item(cast.member)
    lesson = trying.ended(cast.colleague)
    used = make.adoption(cast.outsider, model)
    worker.drain()
    assert model.node is not None
    for number, node in enumerate((used.node, lesson.node), 1):
        change = make.change(number, because_of=node)
        actions.change_item(by=cast.member, item=model, wish=make.wish(), change=change)
    worker.drain()
    assert [link.source for link in model.node.earlier.all()] == [lesson.node]
    assert heard(cast.colleague)[-1] == "trail.grew"
    assert cast.colleague in contributors([model.node.pk])


def test_each_reason_of_a_change_is_told_also_to_who_heard_of_one_before(cast: Cast) -> None:
    model, lessons = make.item(cast.member), [trying.ended(cast.colleague) for _n in range(2)]
    worker.drain()
    before = heard(cast.colleague)
    for number, lesson in enumerate(lessons, 1):
        change = make.change(number, because_of=lesson.node)
        actions.change_item(by=cast.member, item=model, wish=make.wish(), change=change)
    for _twice in range(2):
        worker.drain()
    assert heard(cast.colleague) == [*before, "trail.grew", "trail.grew"]


def test_who_taught_the_lab_something_hears_of_it(cast: Cast) -> None:
    lesson = trying.ended(cast.colleague)
    worker.drain()
    actions.change_lab_model(by=cast.owner, wish=make.lab_wish())
    wish = replace(make.lab_wish(1), because_of=lesson.node)
    actions.change_lab_model(by=cast.owner, wish=wish)
    told = actions.tell_lab_lesson(
        by=cast.owner, text={"fi": "Hiljainen huone puuttui."}, learnt_on=today(), dimension="physical",
        because_of=lesson.node,
    )  # fmt: skip
    for _twice in range(2):
        worker.drain()
    assert heard(cast.colleague)[-2:] == ["lab.changed", "lab.learnt"]
    came = lesson.node.later.values_list("target__kind", flat=True)
    assert set(came) == {NodeKind.LAB_VERSION, NodeKind.LAB_LESSON}
    assert cast.colleague in contributors([told.node_id])
    story = signed_in(cast.member).get(f"/en/trail/lab_lesson/{told.pk}/").text
    assert "Hiljainen huone puuttui." in story
    assert lesson.title in story
    assert heard(cast.member) == []
    client = signed_in(cast.colleague)
    page = client.get("/en/notices/").text
    for words in ("How the lab works", "Hiljainen huone puuttui.", "/en/lab/lessons/", "/en/lab/model/"):
        assert words in page
    actions.withdraw_lab_lesson(by=cast.owner, lesson=told)
    assert client.get(f"/en/trail/lab_lesson/{told.pk}/").status_code == 404
    assert "Hiljainen huone puuttui." not in client.get("/en/notices/").text
