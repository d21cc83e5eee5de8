"""A button that is pressed twice does its act once, and answers the second time as the first."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.experiments import actions
from fiksummin.experiments.choices import HoldState, Works
from fiksummin.experiments.models import Baton, Experiment, Hold, Reception
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db
LESSON = "Lyhyempi kokous riittää, kun asialista on valmis jo edellisenä päivänä."


def pressed_twice(client: Client, path: str, **sent: object) -> tuple[int, str]:
    """Send the form as the page shows it, twice; give what both were answered."""
    key = re.search(r'name="key" value="([^"]+)"', client.get(path).text)
    assert key, "the page tells one form from the next"
    answers = [client.post(path, {"key": key[1], **sent}) for _n in range(2)]
    first, second = [(answer.status_code, answer.headers.get("Location", "")) for answer in answers]
    assert second == first
    return first


def turns(baton: Baton) -> list[str]:
    return [turn.state for turn in Hold.objects.filter(baton=baton).order_by("number")]


def test_a_baton_that_is_handed_on_twice_goes_once_to_each(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    hold = baton.holds.get()
    tried = actions.try_with_baton(by=cast.member, hold=hold, wish=make.wish())
    actions.end_experiment(by=cast.member, experiment=tried, wish=make.ending())
    client, path = signed_in(cast.member), f"/en/batons/{baton.pk}/handover/"
    answer = pressed_twice(client, path, receiver="eka@muu.example", more="toka@muu.example")
    assert answer == (303, f"/en/batons/{baton.pk}/")
    assert (turns(baton), turns(Baton.objects.get(first=baton))) == (
        [HoldState.HANDED, HoldState.OFFERED],
        [HoldState.OFFERED],
    )
    assert Letter.objects.filter(key__startswith="baton-").count() == 2
    other = client.post(path, {"key": "muu", "receiver": "kolmas@muu.example"})
    assert (other.status_code, len(turns(baton))) == (409, 2), "another form is another wish"


def test_a_baton_that_is_passed_on_twice_goes_once(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    answer = pressed_twice(
        signed_in(cast.member), f"/en/batons/{baton.pk}/handover/", receiver="eka@muu.example"
    )
    assert answer == (303, f"/en/batons/{baton.pk}/")
    assert turns(baton) == [HoldState.PASSED, HoldState.OFFERED]


def test_a_baton_that_is_freed_twice_goes_once(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member, moment=now() - timedelta(days=60))
    answer = pressed_twice(
        signed_in(cast.host), f"/en/batons/{baton.pk}/release/", receiver="eka@muu.example"
    )
    assert answer == (303, f"/en/batons/{baton.pk}/")
    assert turns(baton) == [HoldState.FREED, HoldState.OFFERED], "what she gave she might free at once"


def test_an_experiment_that_is_ended_twice_has_one_lesson(cast: Cast) -> None:
    tried = make.experiment(cast.member)
    client, path = signed_in(cast.member), f"/en/experiments/{tried.pk}/ending/"
    answer = pressed_twice(client, path, works=Works.YES, lesson=LESSON, receiver="joku@muu.example")
    assert answer == (303, f"/en/experiments/{tried.pk}/")
    assert Experiment.objects.get(pk=tried.pk).lesson == LESSON
    assert Letter.objects.filter(key__startswith="lesson-").count() == 1
    assert client.post(path, {"works": Works.NO, "lesson": LESSON, "key": "muu"}).status_code == 409


def test_a_lesson_that_is_left_anew_twice_goes_out_in_one_letter(cast: Cast) -> None:
    tried = make.experiment(cast.member)
    actions.end_experiment(by=cast.member, experiment=tried, wish=make.ending(receiver="joku@muu.example"))
    path = f"/en/experiments/{tried.pk}/lesson/receiver/"
    answer = pressed_twice(signed_in(cast.member), path, receiver="toinen@muu.example")
    assert answer == (303, f"/en/experiments/{tried.pk}/#lesson")
    assert Letter.objects.filter(to="toinen@muu.example").count() == 1
    assert Reception.objects.get(experiment=tried).person is None
