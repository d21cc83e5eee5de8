"""Whoever contributed hears what came of it; what stands in the library is found by its words."""

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
from tests.cast import Cast
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
