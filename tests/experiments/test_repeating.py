"""The same is tried elsewhere: told before or afterwards, linked to the first, counted with it, also when it did not work."""

from datetime import timedelta

import pytest
from django.utils import translation

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import today
from fiksummin.core.worker import drain
from fiksummin.experiments import actions, queries
from fiksummin.experiments.choices import Repeats, Works
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.queries import RepetitionWish
from fiksummin.experiments.templatetags.experiments import tried_words
from fiksummin.notifications.models import Notice
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Link
from fiksummin.trail.queries import contributors
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def telling(works: str = Works.NO, **words: object) -> RepetitionWish:
    given = {
        "how": Repeats.SAME,
        "place": "Neuvonta",
        "lesson": "Jono kasvoi, koska kukaan ei ehtinyt vastata aamulla.",
    }
    return RepetitionWish(works=works, **(given | words))  # type: ignore[arg-type]  # a test names the words


def test_what_did_not_work_is_told_in_one_act_and_linked_to_the_first(cast: Cast) -> None:
    first = make.ended(cast.member)
    told = actions.tell_repetition(
        by=cast.outsider, experiment=first, wish=telling(began_on=today() - timedelta(days=40))
    )
    told.refresh_from_db()
    assert (told.works, told.repeats, told.repeats_how, told.first) == (Works.NO, first, Repeats.SAME, first)
    assert (told.ended_at, told.node.closed_at) == (told.made_at, told.made_at)
    assert told.organisation == cast.outsider.organisation
    assert Link.objects.get(target=told.node).kind == LinkKind.REPEATED
    assert cast.member in contributors([told.node_id])


def test_who_tried_first_hears_of_it_once(cast: Cast) -> None:
    first = make.ended(cast.member)
    drain()
    Notice.objects.all().delete()
    actions.tell_repetition(by=cast.outsider, experiment=first, wish=telling())
    drain()
    assert Notice.objects.filter(person=cast.member).count() == 1


def test_seven_times_in_five_agencies_worked_in_four(cast: Cast) -> None:
    """Twice in two of the agencies: once it worked both times, once only the second time; in one it did not."""
    tellers = [people.person(organisation=people.organisation()) for _n in range(5)]
    first = make.ended(tellers[0])
    for number, (teller, works) in enumerate(
        [(0, Works.YES), (1, Works.NO), (1, Works.YES), (2, Works.YES), (3, Works.YES), (4, Works.PARTLY)]
    ):
        lesson = f"Toisto {number} opetti meille jotain aivan uutta."
        actions.tell_repetition(by=tellers[teller], experiment=first, wish=telling(works, lesson=lesson))
    assert tried_words(queries.tried(first)) == "Tried 7 times in 5 agencies, worked in 4."
    make.experiment(tellers[4], repeats=first, repeats_how="adapted")
    assert tried_words(queries.tried(first)) == "Tried 8 times in 5 agencies, worked in 4; 1 goes on."


def test_the_first_page_says_how_each_repetition_went(cast: Cast) -> None:
    first = make.ended(cast.member)
    client = signed_in(cast.outsider)
    page = f"/en/experiments/{first.pk}/repetitions/new/"
    sent = {
        "how": "adapted",
        "works": "no",
        "place": "Neuvonta",
        "lesson": "Aika oli väärä: kukaan ei ehtinyt tulla.",
        "key": "k",
    }
    for _twice in range(2):
        assert client.post(page, sent).status_code == 303
    assert Experiment.objects.count() == 2
    assert "(adapted, does not work)" in client.get(f"/en/experiments/{first.pk}/").text


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"how": "better"}, "how"),
        ({"works": "maybe"}, "works"),
        ({"place": " "}, "place"),
        ({"place": "x" * 1_000_000}, "place"),
        ({"lesson": ""}, "lesson"),
        ({"lesson": "a" * 40}, "lesson"),
        ({"lesson": "x y " * 300_000}, "lesson"),
        ({"began_on": today() + timedelta(days=1)}, "began_on"),
        ({"began_on": today() - timedelta(days=3000)}, "began_on"),
    ],
)
def test_bad_input_is_named_and_nothing_is_half_told(
    cast: Cast, words: dict[str, object], field: str
) -> None:
    first = make.ended(cast.member)
    works = str(words.pop("works", Works.NO))
    with pytest.raises(Invalid) as refused:
        actions.tell_repetition(by=cast.outsider, experiment=first, wish=telling(works, **words))
    assert refused.value.field == field
    assert Experiment.objects.get() == first


def test_a_lesson_copied_from_the_first_is_none(cast: Cast) -> None:
    first = make.ended(cast.member)
    with pytest.raises(Invalid, match="word for word"):
        actions.tell_repetition(by=cast.outsider, experiment=first, wish=telling(lesson=f"  {first.lesson} "))
    expected = "Kokous pysyy puolessa tunnissa"
    again = make.experiment(cast.outsider, repeats=first, repeats_how="same", expectation=expected)
    with pytest.raises(Invalid, match="repeats what you began with"):
        actions.end_experiment(by=cast.outsider, experiment=again, wish=make.ending(lesson=f"{expected}."))
    with pytest.raises(Invalid, match="word for word"):
        actions.end_experiment(
            by=cast.outsider, experiment=again, wish=make.ending(lesson=f"{first.lesson}.")
        )
    with pytest.raises(Invalid, match="word for word"):
        actions.end_experiment(by=cast.outsider, experiment=again, wish=make.ending(lesson=first.lesson))


def test_a_guest_reads_and_does_not_tell(cast: Cast) -> None:
    first = make.ended(cast.member)
    with pytest.raises(NotAllowed):
        actions.tell_repetition(by=cast.guest, experiment=first, wish=telling())
