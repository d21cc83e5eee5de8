"""An experiment gets another last day with its reason, until it has ended; an idea leads to those that try it out."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import now, today
from fiksummin.experiments import actions, queries
from fiksummin.experiments.models import Experiment, Note, TeamMember
from fiksummin.ideas import actions as ideas_actions
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Idea
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.models import Node
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import ideas, people

pytestmark = pytest.mark.django_db
REASON = "Kesälomat osuivat kokeilun keskelle."


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def running(cast: Cast) -> Experiment:
    return make.experiment(cast.member, days=10, team=(cast.colleague,))


def heard(person: Person) -> list[str]:
    worker.drain()
    rows = Notice.objects.filter(person=person, letter=None).order_by("pk")
    return [f"{row.what} ({row.kind})" for row in rows]


def test_the_promise_is_made_anew_and_the_reason_stands_in_the_log(cast: Cast, running: Experiment) -> None:
    before, day = running.ends_on, today() + timedelta(days=30)
    actions.prolong_experiment(by=cast.colleague, experiment=running, ends_on=day, reason=f" {REASON} ")
    running = Experiment.objects.select_related("node__owner").get(pk=running.pk)
    assert (running.ends_on, running.node.due_on, running.node.owner) == (day, day, cast.member)
    note = Note.objects.get()
    assert note.person == cast.colleague
    assert note.text == f"The last day is {day:%-d.%-m.%Y}, and no longer {before:%-d.%-m.%Y}: {REASON}"
    assert trail.climb(at=now() + timedelta(days=12)) == 0
    assert heard(cast.member)[-1] == "experiment.prolonged (follow)"


def test_who_was_told_that_it_is_overdue_hears_of_the_new_day(cast: Cast, running: Experiment) -> None:
    """Once for each time: who heard of an earlier one is not told of a later day that nobody missed."""
    host = people.person()
    people.role(host, "host")
    late = now() + timedelta(days=25)
    trail.climb(at=late)
    assert heard(host) == ["overdue.host (about)"]
    day = today(at=late) + timedelta(days=20)
    actions.prolong_experiment(by=cast.member, experiment=running, ends_on=day, reason=REASON, at=late)
    assert heard(host) == ["overdue.host (about)", "experiment.prolonged (about)"]
    assert trail.climb(at=late) == 0
    later = day + timedelta(days=5)
    actions.prolong_experiment(by=cast.member, experiment=running, ends_on=later, reason=REASON, at=late)
    assert len(heard(host)) == 2


@pytest.mark.parametrize(
    ("days", "reason", "field"),
    [
        (-1, REASON, "ends_on"),
        (731, REASON, "ends_on"),
        (10, REASON, "ends_on"),
        (20, "koska", "reason"),
        (20, " " * 40, "reason"),
        (20, "x" * 501, "reason"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    cast: Cast, running: Experiment, days: int, reason: str, field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.prolong_experiment(
            by=cast.member, experiment=running, ends_on=today() + timedelta(days=days), reason=reason
        )
    assert refusal.value.field == field
    assert Note.objects.count() == 0


def test_the_team_prolongs_it_until_it_has_ended(cast: Cast, running: Experiment) -> None:
    day = today() + timedelta(days=20)
    with pytest.raises(NotAllowed, match="set by the team"):
        actions.prolong_experiment(by=cast.outsider, experiment=running, ends_on=day, reason=REASON)
    actions.end_experiment(by=cast.member, experiment=running, wish=make.ending())
    with pytest.raises(NotNow, match="ended already"):
        actions.prolong_experiment(by=cast.member, experiment=running, ends_on=day, reason=REASON)


def test_the_page_keeps_what_was_typed(cast: Cast, running: Experiment) -> None:
    client, address = signed_in(cast.member), f"/en/experiments/{running.pk}/last-day/"
    assert address in client.get(f"/en/experiments/{running.pk}/").text
    answer = client.post(address, {"ends_on": "", "reason": REASON})
    assert (answer.status_code, REASON in answer.text) == (422, True)
    held = client.post(address, {"ends_on": f"{today():%-d.%-m.%Y}", "reason": "a" * 40})
    assert (held.status_code, "Say why, in 10 characters" in held.text) == (422, True)
    day = today() + timedelta(days=3)
    sent = client.post(address, {"ends_on": f"{day:%-d.%-m.%Y}", "reason": REASON})
    assert (sent.status_code, sent["Location"]) == (303, f"/en/experiments/{running.pk}/#log")
    running.refresh_from_db()
    assert running.ends_on == day
    stranger = signed_in(cast.outsider)
    assert stranger.get(address).status_code == 403
    assert address not in stranger.get(f"/en/experiments/{running.pk}/").text


def test_an_idea_leads_to_its_experiments_and_to_a_new_one(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator, audience="public"))
    page, start = f"/en/ideas/{idea.pk}/", f"/en/experiments/new/?idea={idea.pk}"
    client = signed_in(cast.colleague)
    assert "Nobody has tried it out yet." in client.get(page).text
    assert start in client.get(page).text
    tried = make.experiment(cast.outsider, idea=idea)
    link = f"/en/experiments/{tried.pk}/"
    assert link in client.get(page).text
    for stranger in (signed_in(cast.guest), None):
        text = stranger.get(page).text if stranger else type(client)().get(page).text
        assert link not in text
        assert start not in text
    ideas_actions.withdraw_idea(by=cast.member, idea=idea, reason=ideas.reason())
    text = signed_in(cast.member).get(page).text
    assert link in text
    assert start not in text


def test_what_is_promised_of_its_idea_moves_with_it(cast: Cast) -> None:
    """Where whoever moves the day may answer the idea, as when the experiment began."""
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    tried = make.experiment(cast.facilitator, idea=idea, days=10, title="Kahvit")
    assert heard(cast.member) == ["trail.tried (about)"]
    before = heard(cast.facilitator)
    day = today() + timedelta(days=30)
    actions.prolong_experiment(by=cast.facilitator, experiment=tried, ends_on=day, reason=REASON)
    idea = Idea.objects.select_related("node").get(pk=idea.pk)
    assert (idea.state, idea.node.due_on, idea.node.next_step) == (IdeaState.TRIED, day, "Kahvit")
    last = idea.steps.last()
    assert last is not None
    assert (last.state, last.due_on, last.owner, last.reason) == (
        IdeaState.TRIED, day, cast.facilitator, REASON
    )  # fmt: skip
    assert heard(cast.member) == ["trail.tried (about)", "idea.moved.tried (about)"]
    assert heard(cast.facilitator) == before


def test_an_idea_promised_by_another_day_keeps_it_and_who_answers_it_hears(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    tried = make.experiment(cast.facilitator, idea=idea, days=10)
    promised = today() + timedelta(days=5)
    ideas.move(cast.facilitator, idea, IdeaState.TRIED, due_on=promised)
    steps, before = idea.steps.count(), heard(cast.facilitator)
    day = today() + timedelta(days=30)
    TeamMember.objects.create(experiment=tried, person=cast.colleague)
    actions.prolong_experiment(by=cast.colleague, experiment=tried, ends_on=day, reason=REASON)
    idea.refresh_from_db()
    assert (idea.node.due_on, idea.steps.count()) == (promised, steps)
    assert heard(cast.facilitator) == [*before, "trail.promised (about)", "experiment.prolonged (about)"]


def test_who_may_not_answer_the_idea_leaves_its_promise(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator))
    tried = make.experiment(cast.facilitator, idea=idea, days=10, team=(cast.colleague,))
    day, before = today() + timedelta(days=30), heard(cast.facilitator)
    actions.prolong_experiment(by=cast.colleague, experiment=tried, ends_on=day, reason=REASON)
    node = Node.objects.get(pk=idea.node_id)
    assert node.due_on == tried.ends_on
    assert idea.steps.count() == 2
    assert heard(cast.facilitator) == [*before, "trail.promised (about)", "experiment.prolonged (about)"]


def test_what_tries_a_joined_idea_out_stands_with_the_idea_that_took_it_in(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator)
    kept, one, two, apart = (ideas.idea(cast.member, asked) for _n in range(4))
    trials = {idea: make.experiment(cast.outsider, idea=idea) for idea in (kept, one, two, apart)}
    ideas_actions.ask_to_merge(by=cast.member, idea=two, into=one, reason=ideas.reason())
    merge = ideas_actions.ask_to_merge(by=cast.member, idea=one, into=kept, reason=ideas.reason())
    found = [trials[idea] for idea in (two, one, kept)]
    assert list(queries.trials(kept, cast.colleague)) == found, "also by two steps, the newest first"
    assert list(queries.trials(two, cast.colleague)) == [trials[two]]
    assert list(queries.trials(kept, cast.guest)) == []
    TeamMember.objects.create(experiment=trials[two], person=cast.guest)
    assert list(queries.trials(kept, cast.guest)) == [trials[two]], (
        "a guest sees those in which she takes part"
    )
    text = signed_in(cast.colleague).get(f"/en/ideas/{kept.pk}/").text
    assert [f"/en/experiments/{trial.pk}/" in text for trial in trials.values()] == [True, True, True, False]
    ideas_actions.undo_merge(by=cast.member, merge=merge)
    assert list(queries.trials(kept, cast.colleague)) == [trials[kept]]


def test_the_page_of_an_idea_asks_as_much_for_three_joined_ideas_as_for_one(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator)
    kept, *others = (ideas.idea(cast.member, asked) for _n in range(4))
    client, counts = signed_in(cast.colleague), []
    client.get(f"/en/ideas/{kept.pk}/")
    for wanted in (others[:1], others[1:]):
        for idea in wanted:
            make.experiment(cast.outsider, idea=idea)
            ideas_actions.ask_to_merge(by=cast.member, idea=idea, into=kept, reason=ideas.reason())
        with CaptureQueriesContext(connection) as asked_for:
            client.get(f"/en/ideas/{kept.pk}/")
        counts.append(len(asked_for))
    assert counts[0] == counts[1]
