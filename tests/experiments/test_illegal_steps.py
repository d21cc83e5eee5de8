"""Every pair of states of an experiment and of a turn of a baton: what is no step is refused in every way, and changes nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now, today
from fiksummin.experiments import actions
from fiksummin.experiments.choices import ExperimentState, HoldState, Works
from fiksummin.experiments.models import Baton, Experiment, Hold
from fiksummin.trail.models import Link, Node
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db
LESSON = "Lyhyempi kokous riittää, kun asialista on valmis jo edellisenä päivänä."


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def told(row: Experiment | Hold) -> list[object]:
    """All that a step would leave behind."""
    counts = [model.objects.count() for model in (Experiment, Baton, Hold, Link, Node, Letter)]
    announced = Entry.objects.filter(fact__startswith="experiments.").count()
    return [type(row)._default_manager.values().get(pk=row.pk), announced, *counts]


def refuses(row: Experiment | Hold, statement: str, values: list[Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement + " WHERE id = %s", [*values, row.pk])


# --- An experiment: ahead, on, overdue by the clock alone; ended by its team, once -------------------------------


def experiment(cast: Cast, state: str) -> Experiment:
    day = today()
    match state:
        case ExperimentState.AHEAD:
            row = make.experiment(cast.member, starts_on=day + timedelta(days=3))
        case ExperimentState.OVERDUE:
            row = make.experiment(cast.member, moment=now() - timedelta(days=30))
        case ExperimentState.ENDED:
            row = make.ended(cast.member)
        case _:
            row = make.experiment(cast.member)
    assert row.state(day) == state
    return row


@pytest.mark.parametrize("before", ExperimentState)
def test_an_experiment_ends_once_and_is_not_begun_again(cast: Cast, before: str) -> None:
    row, page = experiment(cast, before), "/en/experiments/{}/ending/"
    words = {"works": Works.YES, "lesson": LESSON}
    if before != ExperimentState.ENDED:
        with transaction.atomic():
            assert signed_in(cast.member).post(page.format(row.pk), words).status_code == 303
            transaction.set_rollback(True)
        as_it_was = told(row)
        assert signed_in(cast.member).post(page.format(row.pk), words | {"lesson": "a"}).status_code == 422
        refuses(row, "UPDATE experiments_experiment SET ended_at = %s", [now()])
    else:
        as_it_was = told(row)
        assert signed_in(cast.member).post(page.format(row.pk), words).status_code == 409
        answer = program_of(cast.member).post(f"experiments/{row.pk}/ending", words)
        assert (answer.status_code, bool(answer.json()["detail"])) == (409, True)
        refuses(row, "UPDATE experiments_experiment SET ended_at = NULL, works = '', lesson = ''", [])
        refuses(row, "UPDATE experiments_experiment SET ended_at = %s", [now()])
        refuses(row, "UPDATE experiments_experiment SET starts_on = %s, ends_on = %s", [today()] * 2)
    assert told(row) == as_it_was


# --- A turn of a baton ------------------------------------------------------------------------------------------

STEPS = {
    (HoldState.OFFERED, HoldState.HELD), (HoldState.OFFERED, HoldState.PASSED), (HoldState.OFFERED, HoldState.FREED),
    (HoldState.HELD, HoldState.HANDED), (HoldState.HELD, HoldState.PASSED), (HoldState.HELD, HoldState.FREED),
}  # fmt: skip
COLUMNS = {
    HoldState.HELD: "accepted_at",
    HoldState.HANDED: "handed_at",
    HoldState.PASSED: "passed_at",
    HoldState.FREED: "freed_at",
}


def turn(cast: Cast, state: str, *, is_tried: bool = True) -> Hold:
    """A turn of the member's, late already; if she took it she has tried something, and told what came of it, or not."""
    baton = make.baton(cast.facilitator, cast.member, moment=now() - timedelta(days=40))
    row, past = Hold.objects.get(baton=baton), now() - timedelta(days=30)
    if state == HoldState.HELD and not is_tried:
        actions.accept_baton(by=cast.member, hold=row, at=past - timedelta(days=5))
    elif state in {HoldState.HELD, HoldState.HANDED}:
        tried = actions.try_with_baton(by=cast.member, hold=row, wish=make.wish(moment=past), at=past)
        actions.end_experiment(by=cast.member, experiment=tried, wish=make.ending(), at=past)
    match state:
        case HoldState.HANDED:
            actions.hand_over_baton(by=cast.member, hold=row, receiver=cast.outsider)
        case HoldState.PASSED:
            actions.pass_baton_on(by=cast.member, hold=row, receiver=cast.outsider)
        case HoldState.FREED:
            actions.free_baton(by=cast.host, hold=row, receiver=cast.outsider)
    row.refresh_from_db()
    assert row.state == state
    return row


def acts(cast: Cast, row: Hold, after: str) -> list[int]:
    """Try a step by page and by program; give what each answers."""
    path, address = f"/en/batons/{row.baton_id}/", str(cast.colleague.email)
    program = program_of(cast.host if after == HoldState.FREED else cast.member)
    browser = signed_in(cast.host if after == HoldState.FREED else cast.member)
    begin = f"batons/{row.baton_id}/"
    match after:
        case HoldState.HELD:
            answers = [browser.post(f"{path}acceptance/"), program.post(f"{begin}acceptance")]
        case HoldState.FREED:
            sent = {"receiver": address}
            answers = [browser.post(f"{path}release/", sent), program.post(f"{begin}release", sent)]
        case _:
            sent = {"receiver": address}
            way = {"pass_on": after == HoldState.PASSED}
            answers = [
                browser.post(f"{path}handover/", sent),
                program.post(f"{begin}hand-over", sent | way),
            ]
    return [answer.status_code for answer in answers]


@pytest.mark.parametrize("before", HoldState)
def test_a_turn_takes_the_steps_that_there_are(cast: Cast, before: str) -> None:
    row = turn(cast, before)
    is_over = before in {HoldState.HANDED, HoldState.PASSED, HoldState.FREED}
    for after, column in COLUMNS.items():
        as_it_was = told(row)
        if (before, after) not in STEPS:
            page, program = acts(cast, row, after)
            refused = {403, 409, 422}
            # On the page an untried baton is passed on, whatever one calls it: that is a step
            untried = (before, after) == (HoldState.OFFERED, HoldState.HANDED)
            assert (page in refused or untried, program in refused) == (True, True), (before, after)
            if not untried:
                assert told(row) == as_it_was, (before, after)
        if (before, after) not in STEPS and before != after:
            refuses(row, f"UPDATE experiments_hold SET {column} = %s", [now()])  # noqa: S608 -- our own columns
        row.refresh_from_db()
    if is_over:
        refuses(row, f"UPDATE experiments_hold SET {COLUMNS[before]} = NULL", [])  # noqa: S608 -- as above
    if before == HoldState.HELD:
        refuses(row, "UPDATE experiments_hold SET accepted_at = NULL", [])
        refuses(row, "UPDATE experiments_hold SET accepted_at = %s", [now()])


@pytest.mark.parametrize(("before", "after"), sorted(STEPS))
def test_each_step_is_taken_once_and_not_again(cast: Cast, before: str, after: str) -> None:
    row = turn(cast, before, is_tried=after == HoldState.HANDED)
    page, program = acts(cast, row, after)  # by page, then the same by program
    row.refresh_from_db()
    assert (page, row.state) == (303, after)
    if after != HoldState.FREED:  # what was freed is offered anew, and may be offered to somebody else
        assert program in {403, 409}


def test_a_baton_is_handed_on_after_its_experiment_has_its_answer(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    row = Hold.objects.get(baton=baton)
    actions.try_with_baton(by=cast.member, hold=row, wish=make.wish())
    as_it_was = told(row)
    answer = program_of(cast.member).post(
        f"batons/{baton.pk}/hand-over", {"receiver": str(cast.outsider.email), "pass_on": False}
    )
    assert answer.status_code == 409
    refuses(row, "UPDATE experiments_hold SET handed_at = %s", [now()])
    assert told(row) == as_it_was
