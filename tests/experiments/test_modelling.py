"""An experiment that has ended becomes a model in one step, with its words and its team."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from fiksummin.core.errors import NotAllowed, NotNow
from fiksummin.experiments import actions, queries
from fiksummin.experiments.choices import Works
from fiksummin.library import actions as library
from fiksummin.library.models import Item
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.queries import contributors, own_nodes, own_parts, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_the_words_of_the_experiment_are_there(cast: Cast) -> None:
    ended = make.ended(cast.member, Works.PARTLY, team=(cast.colleague,))
    model = actions.make_model(by=cast.colleague, experiment=ended)
    words = model.words
    assert (words.title, words.texts["problem"], words.texts["pitfalls"]) == (
        ended.title,
        ended.why,
        ended.lesson,
    )
    assert ended.measure in words.texts["evidence"]
    assert "Works partly" in words.texts["evidence"]
    assert [label.word for label in model.labels.all()] == ended.perspectives
    assert [keeper.person for keeper in model.keepers.all()] == [cast.colleague, cast.member]


def test_the_trail_runs_from_the_experiment_to_the_model(cast: Cast) -> None:
    ended = make.ended(cast.member, team=(cast.colleague,))
    model = library.publish_item(by=cast.member, item=actions.make_model(by=cast.member, experiment=ended))
    assert model.node is not None
    (link,) = story(model.node, cast.member)[-1].comes_of
    assert (link[0].kind, link[0].source) == (LinkKind.MODELLED, ended.node)
    assert set(contributors([model.node.pk])) == {cast.member, cast.colleague}
    parts = own_parts(cast.colleague, own_nodes(cast.colleague))
    assert model.node in {step.node for part in parts for step in part.later}


def test_who_makes_a_model_and_how_often(cast: Cast) -> None:
    running, ended = make.experiment(cast.member), make.ended(cast.member)
    with pytest.raises(NotAllowed, match="team of the experiment"):
        actions.make_model(by=cast.outsider, experiment=ended)
    with pytest.raises(NotNow, match="first whether"):
        actions.make_model(by=cast.member, experiment=running)
    model = actions.make_model(by=cast.member, experiment=ended)
    with pytest.raises(NotNow, match="already"):
        actions.make_model(by=cast.member, experiment=ended)
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.create(kind="model", language="fi", source=model.source, source_kind=LinkKind.MODELLED)


def test_one_day_and_one_try_are_one(cast: Cast) -> None:
    ended = make.ended(cast.member, days=0)
    words = queries.words_for_model(ended)
    assert words.texts["effort"] == "1 day"
    assert words.texts["evidence"].endswith("Tried 1 time in 1 agency, worked in 1.")


def test_one_press_on_the_page_of_the_experiment(cast: Cast) -> None:
    ended = make.ended(cast.member)
    client = signed_in(cast.member)
    page = client.get(f"/en/experiments/{ended.pk}/").content.decode()
    assert "Make a model of this" in page
    answer = client.post(f"/en/experiments/{ended.pk}/model/")
    model = Item.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/en/library/{model.pk}/change/")
    assert ended.lesson in client.get(answer["Location"]).content.decode()
