"""Every pair of states of an idea: what is no step is refused by page, program and the database's shell, and changes nothing."""

from datetime import datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from fiksummin.core.models import Entry, Letter
from fiksummin.experiments.models import Baton, Experiment, Hold
from fiksummin.ideas import actions
from fiksummin.ideas.choices import OPEN_STATES, STEPS, IdeaState
from fiksummin.ideas.models import Campaign, Idea, IdeaStep, Merge
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.models import Link, Node
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import ideas as make

pytestmark = pytest.mark.django_db
PAIRS = [(before, after) for before in IdeaState for after in IdeaState]
BY_AUTHORS = (IdeaState.MERGED, IdeaState.WITHDRAWN)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return make.campaign(cast.facilitator)


def brought(cast: Cast, asked: Campaign, state: str) -> Idea:
    """Take a new idea of the member's to a state, as people do."""
    new, other = (make.idea(cast.member, asked) for _n in range(2))
    match state:
        case IdeaState.OPEN:
            pass
        case IdeaState.MERGED:
            actions.ask_to_merge(by=cast.member, idea=new, into=other, reason=make.reason())
        case IdeaState.WITHDRAWN:
            actions.withdraw_idea(by=cast.member, idea=new, reason=make.reason())
        case IdeaState.CARRIED_OUT:
            make.move(cast.facilitator, new, IdeaState.ACCEPTED)
            make.move(cast.facilitator, new, state)
        case _:
            make.move(cast.facilitator, new, state)
    new.refresh_from_db()
    assert new.state == state
    return new


def told(idea: Idea) -> list[object]:
    """All that a step would leave behind."""
    row = Idea.objects.values().get(pk=idea.pk)
    promise = Node.objects.values().get(pk=idea.node_id)
    counts = [model.objects.count() for model in (IdeaStep, Merge, Link, Entry, Letter)]
    return [row, promise, *counts]


def may_answer(before: str, after: str) -> bool:
    """Say whether whoever answers takes an idea from one state to another, or promises its next step anew."""
    if after in BY_AUTHORS or before == IdeaState.MERGED:
        return False
    return (before, after) in STEPS or (before == after and before in OPEN_STATES)


@pytest.mark.parametrize("before", IdeaState)
def test_whoever_answers_takes_the_steps_that_there_are(cast: Cast, asked: Campaign, before: str) -> None:
    idea = brought(cast, asked, before)
    browser, program = signed_in(cast.facilitator), program_of(cast.facilitator)
    for after in IdeaState:
        words = {
            "state": after,
            "reason": make.reason(),
            "next_step": "Sovitaan",
            "due_on": str(make.in_days(5)),
        }
        if may_answer(before, after):
            with transaction.atomic():
                assert browser.post(f"/en/ideas/{idea.pk}/step/", words).status_code == 303, after
                transaction.set_rollback(True)
            continue
        as_it_was = told(idea)
        page = browser.post(f"/en/ideas/{idea.pk}/step/", words)
        assert page.status_code in {409, 422}, (before, after)
        said = "Undo the joining" in page.text or "come to its end" in page.text
        assert said or "error" in page.text, (before, after)
        answer = program.post(f"ideas/{idea.pk}/decisions", words)
        assert answer.status_code in {409, 422}, (before, after)
        assert answer.json()["detail"], (before, after)
        assert told(idea) == as_it_was, (before, after)


@pytest.mark.parametrize("before", IdeaState)
def test_the_page_leads_to_a_step_only_where_there_is_one(cast: Cast, asked: Campaign, before: str) -> None:
    """What its authors have withdrawn nobody opens again, they themselves not either."""
    idea = brought(cast, asked, before)
    leads = any(may_answer(before, after) for after in IdeaState)
    browser = signed_in(cast.facilitator)
    assert (f"/en/ideas/{idea.pk}/step/" in browser.get(f"/en/ideas/{idea.pk}/").text) == leads
    assert browser.get(f"/en/ideas/{idea.pk}/step/").status_code == (200 if leads else 409)
    assert leads == (before not in {IdeaState.MERGED, IdeaState.WITHDRAWN, IdeaState.CARRIED_OUT})


@pytest.mark.parametrize("before", IdeaState)
def test_authors_withdraw_and_join_from_where_there_is_a_step(
    cast: Cast, asked: Campaign, before: str
) -> None:
    idea, into = brought(cast, asked, before), make.idea(cast.colleague, asked)
    browser, program = signed_in(cast.member), program_of(cast.member)
    withdrawal = (f"/en/ideas/{idea.pk}/withdrawal/", {"reason": make.reason()})
    merge = (f"/en/ideas/{idea.pk}/merge/", {"into": str(into.pk), "reason": make.reason()})
    offered = withdrawal[0] in browser.get(f"/en/ideas/{idea.pk}/").text
    assert offered == ((before, IdeaState.WITHDRAWN) in STEPS)
    assert browser.get(withdrawal[0]).status_code == (200 if offered else 409)
    for after, (path, words) in {IdeaState.WITHDRAWN: withdrawal, IdeaState.MERGED: merge}.items():
        if (before, after) in STEPS:
            with transaction.atomic():
                assert browser.post(path, words).status_code == 303, after
                transaction.set_rollback(True)
            continue
        as_it_was = told(idea)
        page = browser.post(path, words)
        assert page.status_code in {403, 409, 422}, (before, after)
        if after == IdeaState.MERGED:
            answer = program.post(f"ideas/{idea.pk}/merge", {"into": into.pk, "reason": words["reason"]})
            assert (answer.status_code, bool(answer.json()["detail"])) == (409, True), before
        assert told(idea) == as_it_was, (before, after)


@pytest.mark.parametrize("before", IdeaState)
def test_the_shell_of_the_database_takes_no_other_step(cast: Cast, asked: Campaign, before: str) -> None:
    """None is joined without the joining, either."""
    idea = brought(cast, asked, before)
    as_it_was = told(idea)
    for after in IdeaState:
        if before == after or ((before, after) in STEPS and after != IdeaState.MERGED):
            continue
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE ideas_idea SET state = %s, reason = %s WHERE id = %s", [after, make.REASON, idea.pk]
            )
    assert told(idea) == as_it_was
    if before != IdeaState.OPEN:
        row = Idea.objects.values().get(pk=make.idea(cast.member, asked).pk)
        fresh = row | {"id": None, "node_id": _closed_node(row["made_at"])}
        with pytest.raises(IntegrityError), transaction.atomic():
            Idea.objects.create(**fresh | {"state": before, "reason": make.REASON})


def _closed_node(at: datetime) -> int:
    return Node.objects.create(kind=NodeKind.IDEA, opened_at=at, closed_at=at).pk


def test_no_editors_page_writes_a_state() -> None:
    assert not apps.is_installed("django.contrib.admin")
    ours = {Idea, IdeaStep, Merge, Campaign, Experiment, Baton, Hold}
    assert not ours & {*get_snippet_models(), *get_page_models()}
