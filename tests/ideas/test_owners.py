"""A campaign always has an owner, and its owner can be another one; so no idea is answered by its own author for want of others."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.ideas import actions, rules
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Idea, IdeaStep
from fiksummin.ideas.queries import CampaignWish
from fiksummin.notifications import actions as notices
from fiksummin.notifications.choices import Kind, State
from fiksummin.notifications.models import Notice
from fiksummin.people import actions as people_actions
from fiksummin.people.models import Organisation, Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part
from fiksummin.trail.models import Contribution, Node
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people
from tests.factories.ideas import campaign, idea, in_days, move, reason

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def wish(asked: Campaign, owner: Person | None) -> CampaignWish:
    return CampaignWish(
        title={"fi": "Kysymys"}, question={"fi": "Mitä?"}, organisation=asked.organisation, owner=owner
    )


def heard(person: Person, what: str) -> int:
    worker.run_errands(now(), 500)
    return Notice.objects.filter(person=person, what=what).count()


def test_a_campaign_of_somebody_erased_goes_to_an_owner_of_the_lab(cast: Cast) -> None:
    """With its open ideas; and what is proposed then is never its author's to answer."""
    heir, asked = cast.owner, campaign(cast.facilitator)
    old, given = idea(cast.member, asked), idea(cast.member, asked)
    move(cast.facilitator, given, IdeaState.CONSIDERED, owner=cast.host)
    people_actions.erase(by=cast.facilitator, person=cast.facilitator)
    asked = Campaign.objects.get(pk=asked.pk)
    new = idea(cast.member, asked)
    assert asked.owner == heir
    owners = Node.objects.filter(pk__in=[asked.node_id, old.node_id, new.node_id]).values_list(
        "owner", flat=True
    )
    assert list(owners) == [heir.pk] * 3
    assert Node.objects.get(pk=given.node_id).owner == cast.host, "what another answers for stays hers"
    assert rules.why_not_answer(new, cast.member)
    assert heard(heir, "campaign.entrusted") == 1


def test_an_idea_goes_to_the_owner_of_the_moment_by_the_promise_of_the_moment(cast: Cast) -> None:
    """Not to whom the page named that its author had read before."""
    read = campaign(cast.facilitator)
    actions.change_campaign(by=cast.owner, campaign=read, wish=replace(wish(read, cast.host), promise_days=3))
    with CaptureQueriesContext(connection) as asked:
        new = idea(cast.member, read)
    assert new.node.owner == cast.host
    assert new.node.due_on == working_day_after(today(), 3)
    locks = [query["sql"] for query in asked if "FOR NO KEY UPDATE" in query["sql"]]
    assert connection.vendor == "sqlite" or "ideas_campaign" in locks[0]


def test_without_an_owner_of_its_own_an_owner_of_the_lab_answers(cast: Cast) -> None:
    """Whoever took the owner off: the author is never the one who answers."""
    heir, asked = cast.owner, campaign(cast.facilitator)
    Campaign.objects.filter(pk=asked.pk).update(owner=None)
    new = idea(cast.member, Campaign.objects.get(pk=asked.pk))
    assert new.node.owner == heir
    assert rules.why_not_answer(new, cast.member)


def test_the_owner_is_changed_on_the_page_and_open_ideas_go_along(cast: Cast) -> None:
    asked = campaign(cast.facilitator)
    one, given, owner = idea(cast.member, asked), idea(cast.member, asked), cast.owner
    move(cast.facilitator, given, IdeaState.CONSIDERED, owner=cast.editor)
    due_on, url = one.node.due_on, f"/en/campaigns/{asked.slug}/change/"
    browser, _host = signed_in(cast.facilitator), cast.host
    page = browser.get(url)
    assert page.context["form"]["owner"].value() == cast.facilitator.pk
    offered = set(page.context["form"].fields["owner"].queryset)
    assert {cast.facilitator, cast.host, cast.editor, owner} <= offered
    assert cast.member not in offered, "only those who run the lab are"
    words = {
        "title_fi": "Kysymys", "title_sv": "Fråga", "question_fi": "Mitä?", "question_sv": "Vad?", "organisation": asked.organisation_id,
        "audience": "members", "promise_days": 10, "weighing": "support", "approve_most": 3,
    }  # fmt: skip
    for number in (cast.member.pk, 10**12, "x"):
        assert browser.post(url, words | {"owner": number}).status_code == 422
    assert browser.post(url, words | {"owner": cast.host.pk}).status_code == 303
    asked.refresh_from_db()
    one.node.refresh_from_db()
    assert asked.owner == Node.objects.get(pk=asked.node_id).owner == one.node.owner == cast.host
    assert (one.node.due_on, one.node.closed_at) == (due_on, None)
    assert Node.objects.get(pk=given.node_id).owner == cast.editor
    assert browser.get(url).status_code == 404, "it is hers to see to no more"
    assert heard(cast.host, "campaign.entrusted") == 1
    assert heard(cast.facilitator, "campaign.entrusted") == 0


@pytest.mark.parametrize("closed", [IdeaState.MERGED, IdeaState.DECLINED])
def test_what_is_opened_again_is_answered_by_who_answers_for_the_campaign_by_now(
    cast: Cast, closed: str
) -> None:
    """Not by whoever did when it was closed; one that stayed open goes on with whom it was given to."""
    asked = campaign(cast.facilitator)
    row, other = idea(cast.member, asked), idea(cast.member, asked)
    move(cast.facilitator, other, IdeaState.CONSIDERED, owner=cast.editor)
    if closed == IdeaState.MERGED:
        merge = actions.ask_to_merge(by=cast.member, idea=row, into=other, reason=reason())
    else:
        move(cast.facilitator, row, closed)
    actions.change_campaign(by=cast.owner, campaign=asked, wish=wish(asked, cast.host))
    if closed == IdeaState.MERGED:
        actions.undo_merge(by=cast.member, merge=merge)
    else:
        words = {"state": "considered", "next_step": "Sovitaan", "due_on": str(in_days(5))}
        assert program_of(cast.host).post(f"ideas/{row.pk}/decisions", words).status_code == 201
    row = Idea.objects.get(pk=row.pk)
    assert row.node.owner == row.steps.last().owner == cast.host  # type: ignore[union-attr]  # it has steps
    assert heard(cast.facilitator, "trail.promised.idea") == 0
    move(cast.host, other, IdeaState.ACCEPTED)
    assert Node.objects.get(pk=other.node_id).owner == cast.editor


def test_only_who_runs_the_lab_is_given_a_campaign(cast: Cast) -> None:
    asked, gone = campaign(cast.facilitator), people.person()
    for person in (cast.member, cast.guest, gone):
        with pytest.raises(Invalid, match="runs the lab"):
            actions.change_campaign(by=cast.facilitator, campaign=asked, wish=wish(asked, person))
    actions.change_campaign(by=cast.facilitator, campaign=asked, wish=wish(asked, None))
    actions.change_campaign(by=cast.owner, campaign=asked, wish=wish(asked, cast.facilitator))
    asked.refresh_from_db()
    assert asked.owner == cast.facilitator
    assert heard(cast.facilitator, "campaign.entrusted") == 0


def test_a_campaign_stays_with_its_organisation_that_has_ended(cast: Cast) -> None:
    ended = people.organisation()
    asked = campaign(cast.facilitator)
    Campaign.objects.filter(pk=asked.pk).update(organisation=ended)
    Organisation.objects.filter(pk=ended.pk).update(ends_on=today() - timedelta(days=1))
    assert not Organisation.objects.standing(today()).filter(pk=ended.pk).exists()
    form = signed_in(cast.facilitator).get(f"/en/campaigns/{asked.slug}/change/").context["form"]
    assert ended in form.fields["organisation"].queryset


@pytest.mark.parametrize("state", [IdeaState.OPEN, IdeaState.CONSIDERED, IdeaState.ACCEPTED, IdeaState.TRIED])
def test_a_host_entrusts_what_has_waited_too_long_and_does_not_answer_it(cast: Cast, state: str) -> None:
    host, heir = cast.host, people.person(organisation=cast.host.organisation)
    asked = campaign(cast.facilitator)
    row = idea(cast.member, asked)
    if state != IdeaState.OPEN:
        move(cast.facilitator, row, state)
    row = Idea.objects.get(pk=row.pk)
    reason, answers = row.reason, Contribution.objects.filter(part=Part.DECIDED).count()
    client, url = signed_in(host), f"/en/ideas/{row.pk}/entrusting/"
    with pytest.raises(NotNow, match="not waited so long"):
        actions.entrust_idea(by=host, idea=row, owner=heir, due_on=in_days(5))
    assert client.get(url).status_code == 409
    assert row.node.due_on is not None
    with time_machine.travel(now() + (row.node.due_on - today()) + timedelta(days=15)):
        trail.climb(at=now())
        client = signed_in(host)
        assert url in client.get(f"/en/ideas/{row.pk}/").text
        due_on = in_days(5)
        with pytest.raises(NotAllowed, match="by a host"):
            actions.entrust_idea(by=cast.member, idea=row, owner=heir, due_on=due_on)
        for nobody in (host, cast.facilitator):
            with pytest.raises(Invalid, match="somebody else than yourself"):
                actions.entrust_idea(by=host, idea=row, owner=nobody, due_on=due_on)
        with pytest.raises(Invalid, match="past"):
            actions.entrust_idea(by=host, idea=row, owner=heir, due_on=today() - timedelta(days=1))
        with pytest.raises(NotAllowed, match="whoever looks after it"):
            move(host, row, IdeaState.DECLINED)
        refused = client.post(url, {"owner": str(heir.email), "due_on": ""})
        assert (refused.status_code, str(heir.email) in refused.text) == (422, True)
        sent = {"owner": str(heir.email), "due_on": f"{due_on:%-d.%-m.%Y}"}
        assert client.post(url, sent).status_code == 303
        assert client.post(url, sent).status_code == 409, "it has time again"
        row = Idea.objects.get(pk=row.pk)
        assert (row.state, row.reason, row.node.owner, row.node.due_on) == (state, reason, heir, due_on)
        assert Contribution.objects.filter(part=Part.DECIDED).count() == answers, "it is no answer"
        assert heard(heir, "trail.promised.idea") == 1
        assert [heard(person, "idea.entrusted") for person in (cast.facilitator, cast.member, host)] == [
            1,
            1,
            0,
        ]
        page, told = client.get(f"/en/ideas/{row.pk}/").text, program_of(host).get(f"ideas/{row.pk}").json()
        assert (f"<bdi>{heir}</bdi>" in page, "Entrusted to somebody else" in page) == (True, True)
        assert not reason or page.count(reason) == 1
        last = told["history"][-1]
        assert (last["state"], last["owner"], last["entrusted"], last["reason"]) == (
            state,
            str(heir),
            True,
            "",
        )
        assert [step["entrusted"] for step in told["history"][:-1]] == [False] * (len(told["history"]) - 1)
        on_trail = next(step["state"] for step in told["trail"] if step["kind"] == "idea")
        assert on_trail == f"{IdeaState(state).label}, entrusted to somebody else"
        assert "entrusted to somebody else" in client.get(f"/en/trail/idea/{row.pk}/").text
        move(heir, row, IdeaState.TRIED)
        assert "entrusted to somebody else" not in client.get(f"/en/trail/idea/{row.pk}/").text


def test_all_who_were_told_that_an_idea_is_late_hear_that_it_was_entrusted(cast: Cast) -> None:
    """Whoever let it wait, the owner of the campaign and the other hosts; who did it knows, who has it now is asked."""
    other = people.person(organisation=cast.host.organisation)
    people.role(other)
    asked = campaign(cast.facilitator)
    row = idea(cast.member, asked)
    move(cast.facilitator, row, IdeaState.CONSIDERED, owner=cast.editor)
    with time_machine.travel(now() + timedelta(days=60)):
        trail.climb(at=now())
        assert [heard(person, what) for person, what in (
            (cast.editor, "overdue.owner"), (cast.facilitator, "overdue.above"), (other, "overdue.host.idea"),
        )] == [1, 1, 1]  # fmt: skip
        heir = people.person(organisation=cast.host.organisation)
        actions.entrust_idea(by=cast.host, idea=row, owner=heir, due_on=in_days(5))
        told = [
            heard(person, "idea.entrusted")
            for person in (cast.editor, cast.facilitator, other, cast.host, heir)
        ]
        assert told == [1, 1, 1, 0, 0]
        about = Notice.objects.filter(what="idea.entrusted", kind=Kind.ABOUT).values_list("person", flat=True)
        assert {cast.editor.pk, cast.facilitator.pk, other.pk} <= set(about)
        assert cast.member.pk not in about, "its author finds it on the page"
        assert heard(heir, "trail.promised.idea") == 1


def test_what_waits_for_somebody_is_mailed_to_her_only_as_long_as_it_is_hers(cast: Cast) -> None:
    given, kept = campaign(cast.facilitator), campaign(cast.facilitator)
    rows = [idea(cast.member, asked) for asked in (given, kept)]
    assert heard(cast.facilitator, "trail.promised.idea") == 2
    actions.change_campaign(by=cast.owner, campaign=given, wish=wish(given, cast.host))
    notices.mail_due(at=now())
    states = Notice.objects.filter(person=cast.facilitator, what="trail.promised.idea")
    assert {row.thing: row.state for row in states} == {
        rows[0].node_id: State.DROPPED,
        rows[1].node_id: State.MAILED,
    }


def test_two_accepted_ideas_are_entrusted_without_a_reason(cast: Cast) -> None:
    """What is no answer has no reason that another could have got."""
    heir, asked = people.person(organisation=cast.host.organisation), campaign(cast.facilitator)
    rows = [idea(cast.member, asked) for _n in range(2)]
    for row in rows:
        move(cast.facilitator, row, IdeaState.ACCEPTED)
    with time_machine.travel(now() + timedelta(days=60)):
        trail.climb(at=now())
        for row in rows:
            actions.entrust_idea(by=cast.host, idea=row, owner=heir, due_on=in_days(5))
    last = IdeaStep.objects.filter(idea__in=rows).order_by("pk")
    assert list(last.values_list("reason", "is_entrusting"))[-2:] == [("", True)] * 2
    with pytest.raises(IntegrityError), transaction.atomic():
        IdeaStep.objects.create(idea=rows[0], state=IdeaState.ACCEPTED, by=cast.host)
    with pytest.raises(IntegrityError), transaction.atomic():
        IdeaStep.objects.create(idea=rows[0], state=IdeaState.DECLINED, by=cast.host, is_entrusting=True)


def test_a_program_of_a_host_entrusts_an_idea(cast: Cast) -> None:
    row = idea(cast.member, campaign(cast.facilitator))
    late = now() + timedelta(days=60)
    with time_machine.travel(late):
        trail.climb(at=late)
        heir = people.person(organisation=cast.host.organisation)
        path, wish = f"ideas/{row.pk}/entrusting", {"owner": str(heir.email), "due_on": str(in_days(5))}
        assert program_of(cast.guest).post(path, wish).status_code == 404
        assert program_of(cast.member).post(path, wish).status_code == 403
        unknown = program_of(cast.host).post(path, wish | {"owner": "muu@muu.example"})
        assert (unknown.status_code, "Give the address of a colleague" in unknown.text) == (422, True)
        first, again = (program_of(cast.host).post(path, wish, key="k") for _n in range(2))
        assert (first.status_code, first.json()["owner"], again.json()) == (200, str(heir), first.json())
        assert program_of(cast.host).post(path, wish, key="other").status_code == 409
