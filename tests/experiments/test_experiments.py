"""An experiment begins in five minutes, and ends with a lesson that somebody receives."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import now, today
from fiksummin.experiments import actions, queries
from fiksummin.experiments.choices import ExperimentState, Works
from fiksummin.experiments.models import Experiment, Reception
from fiksummin.ideas.choices import IdeaState
from fiksummin.notifications.models import Notice
from fiksummin.trail import actions as trail
from fiksummin.trail.queries import contributors, own_nodes, own_parts, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import ideas, people


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_who_starts_answers_for_the_end(cast: Cast) -> None:
    started = make.experiment(cast.member, days=10)
    assert (started.node.owner, started.node.due_on) == (cast.member, today() + timedelta(days=10))
    assert started.state(today()) == ExperimentState.ON
    assert started.state(today() + timedelta(days=11)) == ExperimentState.OVERDUE
    assert trail.climb(at=now() + timedelta(days=12)) == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"why": " "}, "why"),
        ({"title": "x" * 151}, "title"),
        ({"days": -1}, "ends_on"),
        ({"days": 800}, "ends_on"),
        ({"euros": -5}, "euros"),
    ],
)
def test_what_is_missing_is_said_at_its_field(cast: Cast, words: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        make.experiment(cast.member, **words)
    assert refusal.value.field == field


def test_guests_take_part_and_do_not_start(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="Members start"):
        make.experiment(cast.guest)
    shared = make.experiment(cast.member, team=(cast.guest,))
    make.experiment(cast.member)
    assert list(Experiment.objects.visible_to(cast.guest)) == [shared]
    for path in ("/en/experiments/", f"/en/experiments/{shared.pk}/"):
        for reader, is_led in ((cast.guest, False), (cast.member, True)):
            assert ("/en/experiments/new/" in signed_in(reader).get(path).text) is is_led


@pytest.mark.parametrize("lesson", ["", "ok", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", " " * 40])
def test_no_end_without_a_lesson(cast: Cast, lesson: str) -> None:
    started = make.experiment(cast.member)
    with pytest.raises(Invalid, match="what was learnt"):
        actions.end_experiment(by=cast.member, experiment=started, wish=make.ending(lesson=lesson))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE experiments_experiment SET ended_at = made_at, works = 'no', lesson = %s", [lesson[:3]]
        )


def test_whoever_receives_the_lesson_tells_what_became_of_it(cast: Cast) -> None:
    started = make.experiment(cast.member)
    wish = make.ending(Works.NO, receiver=cast.colleague)
    actions.end_experiment(by=cast.member, experiment=started, wish=wish)
    with pytest.raises(NotNow, match="ended already"):
        actions.end_experiment(by=cast.member, experiment=started, wish=wish)
    reception = Reception.objects.get()
    assert reception.node.owner == cast.colleague
    with pytest.raises(NotAllowed, match="Whoever was to receive"):
        actions.answer_lesson(by=cast.member, reception=reception, answer="Otimme sen käyttöön heti.")
    copied = f"  {reception.experiment.lesson.upper()}!"
    for says_nothing, why in (
        ("lyhyt", "Say what you did"),
        ("a" * 40, "Say what you did"),
        (copied, "repeats"),
    ):
        with pytest.raises(Invalid, match=why) as refusal:
            actions.answer_lesson(by=cast.colleague, reception=reception, answer=says_nothing)
        assert refusal.value.field == "answer"
    actions.answer_lesson(by=cast.colleague, reception=reception, answer="Otimme sen käyttöön heti.")
    reception.node.refresh_from_db()
    assert reception.node.closed_at is not None
    assert set(contributors([reception.node_id])) == {cast.member, cast.colleague}


def test_the_team_writes_the_log_until_the_end(cast: Cast) -> None:
    started = make.experiment(cast.member, team=(cast.colleague,))
    actions.note_experiment(by=cast.colleague, experiment=started, text="Ensimmäinen päivä")
    with pytest.raises(NotAllowed, match="written by the team"):
        actions.note_experiment(by=cast.host, experiment=started, text="Hei")
    actions.end_experiment(by=cast.colleague, experiment=started, wish=make.ending())
    with pytest.raises(NotNow, match="log is complete"):
        actions.note_experiment(by=cast.member, experiment=started, text="Vielä")


def test_repetitions_are_counted_with_what_they_repeat(cast: Cast) -> None:
    first = make.ended(cast.member)
    second = make.ended(cast.outsider, Works.NO, repeats=first, repeats_how="adapted")
    third = make.experiment(cast.colleague, repeats=second, repeats_how="same")
    for one in (first, second, third):
        assert queries.tried(one) == queries.Tried(times=3, agencies=2, ended=2, worked=1), one
    with pytest.raises(DatabaseError), transaction.atomic():
        Experiment.objects.filter(pk=first.pk).update(repeats=third, repeats_how="same", first=third)


def test_from_the_end_one_walks_back_to_the_first_idea(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator)
    idea = ideas.idea(cast.member, asked)
    ideas.move(cast.facilitator, idea, IdeaState.ACCEPTED)
    started = make.experiment(cast.facilitator, idea=idea)
    idea.refresh_from_db()
    assert idea.state == IdeaState.TRIED
    kinds = [step.node.kind for step in story(started.node, cast.member)]
    assert kinds == ["campaign", "idea", "decision", "experiment"]
    assert cast.member in contributors([started.node_id])
    (part,) = own_parts(cast.member, own_nodes(cast.member))
    assert part.later[-1].node == started.node


def test_who_does_not_answer_an_idea_tries_it_without_moving_it(cast: Cast) -> None:
    """Where it stands and what was promised of it are as they were; its owner hears of the trial."""
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    ideas.move(cast.facilitator, idea, IdeaState.CONSIDERED)
    idea.node.refresh_from_db()
    before = (idea.node.owner, idea.node.due_on, idea.node.next_step, idea.steps.count())
    started = make.experiment(cast.colleague, idea=idea, days=300)
    idea.refresh_from_db()
    assert idea.state == IdeaState.CONSIDERED
    assert (idea.node.owner, idea.node.due_on, idea.node.next_step, idea.steps.count()) == before
    assert started.node.earlier.get().kind == "tried"
    worker.run_errands(now(), 500)
    told = Notice.objects.filter(key=f"node-{started.node_id}").values_list("person", "what", "kind")
    assert set(told) == {(person.pk, "trail.tried", "about") for person in (cast.facilitator, cast.member)}


def test_a_closed_idea_may_still_be_tried(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    ideas.move(cast.facilitator, idea, IdeaState.DECLINED)
    started = make.experiment(people.person(), idea=idea)
    idea.refresh_from_db()
    assert idea.state == IdeaState.DECLINED
    assert cast.member in contributors([started.node_id])
