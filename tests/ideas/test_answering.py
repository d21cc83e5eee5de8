"""An idea has an owner, a day and a reasoned answer; every step of it is kept."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.choices import ANSWERS, OPEN_STATES, STEPS, IdeaState, PhaseKind, Weighing
from fiksummin.ideas.models import Campaign, Idea, IdeaStep, Merge
from fiksummin.ideas.queries import IdeaWish, StepWish
from fiksummin.notifications.models import Notice
from fiksummin.people import actions as people_actions
from fiksummin.trail.models import Link
from fiksummin.trail.queries import above, contributors, own_nodes, own_parts
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people
from tests.factories.ideas import REASON, campaign, idea, in_days, move, reason

ELSEWHERE = (IdeaState.MERGED, IdeaState.WITHDRAWN)
"""Where the authors take an idea, and whoever answers it does not."""


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return campaign(cast.facilitator)


def test_whoever_asked_answers_for_an_idea_within_the_days_promised(cast: Cast, asked: Campaign) -> None:
    new = idea(cast.member, asked)
    assert new.node.owner == cast.facilitator
    assert new.node.due_on == working_day_after(today(), asked.promise_days)
    assert [step.state for step in new.steps.all()] == [IdeaState.OPEN]


def test_guests_read_and_do_not_propose(cast: Cast, asked: Campaign) -> None:
    with pytest.raises(NotAllowed, match="Guests read"):
        idea(cast.guest, asked)


def test_an_idea_is_taken_step_by_step_by_who_answers_for_it(cast: Cast, asked: Campaign) -> None:
    new = idea(cast.member, asked)
    with pytest.raises(NotAllowed, match="answered by whoever"):
        move(cast.colleague, new, IdeaState.CONSIDERED)
    move(cast.facilitator, new, IdeaState.CONSIDERED, owner=cast.host, reason="")
    answered = move(cast.host, new, IdeaState.DECLINED)
    new.refresh_from_db()
    assert new.answered_at is not None
    assert new.node.closed_at is not None
    assert answered.node is not None
    assert [step.state for step in new.steps.all()] == ["open", "considered", "declined"]
    assert set(contributors([answered.node.pk])) == {cast.facilitator, cast.member, cast.host}


@pytest.mark.parametrize("state", [IdeaState.DECLINED, IdeaState.WITHDRAWN, IdeaState.ACCEPTED])
@pytest.mark.parametrize("given", ["", "no", "x" * 60, " " * 60, "aaaa bbbb " * 6])
def test_no_answer_without_a_reason(cast: Cast, asked: Campaign, state: str, given: str) -> None:
    new = idea(cast.facilitator, asked)
    act = partial(actions.withdraw_idea, by=cast.facilitator) if state == IdeaState.WITHDRAWN else None
    with pytest.raises(Invalid, match="what in the idea decided it"):
        act(idea=new, reason=given) if act else move(cast.facilitator, new, state, reason=given)


def test_a_reason_is_neither_copied_from_the_idea_nor_from_another_answer(
    cast: Cast, asked: Campaign
) -> None:
    one, two = idea(cast.member, asked), idea(cast.member, asked, text=f"Alussa sanottua. {REASON}")
    move(cast.facilitator, one, IdeaState.DECLINED, reason=f"{REASON} Siksi.")
    with pytest.raises(Invalid, match="very same reason"):
        move(cast.facilitator, two, IdeaState.DECLINED, reason=f"  {REASON.upper()}  SIKSI. ")
    for copied in (f"{REASON} Siksi", f"{REASON} Siksi.\u200b", f"{REASON}, siksi ..."):
        with pytest.raises(Invalid, match="very same reason"):
            move(cast.facilitator, two, IdeaState.DECLINED, reason=copied)
    with pytest.raises(Invalid, match="repeats the idea"):
        move(cast.facilitator, two, IdeaState.DECLINED, reason=REASON)


def test_every_step_is_allowed_or_refused_alike_by_the_action_and_the_database(
    cast: Cast, asked: Campaign
) -> None:
    for before in IdeaState:
        for after in IdeaState:
            if before == after:
                continue
            new = idea(cast.facilitator, asked)
            _bring(new, before)
            new.refresh_from_db()
            wish = StepWish(state=after, reason=reason(), due_on=in_days(3), next_step="Sovitaan")
            allowed = (before, after) in STEPS
            by_answering = allowed and after not in ELSEWHERE and before != IdeaState.MERGED
            with transaction.atomic():
                taken = _tries(
                    lambda row=new, wish=wish: actions.move_idea(by=cast.facilitator, idea=row, wish=wish)
                )  # type: ignore[misc]  # bound now
                transaction.set_rollback(True)
            written = _tries(
                lambda row=new, after=after: Idea.objects.filter(pk=row.pk).update(state=after, reason=REASON)
            )  # type: ignore[misc]  # bound now
            alone = allowed and after != IdeaState.MERGED
            assert (taken, written) == (by_answering, alone), (before, after, "joined only with its joining")


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE ideas_idea SET state = 'declined', reason = 'ei'", []),
        ("UPDATE ideas_ideastep SET reason = 'toisin'", []),
        ("DELETE FROM ideas_ideastep", []),
        ("UPDATE ideas_idea SET state = 'carried_out', reason = %s", [REASON]),
    ],
)
def test_the_database_refuses_what_no_action_does(
    cast: Cast, asked: Campaign, statement: str, values: list[str]
) -> None:
    idea(cast.member, asked)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_what_comes_late_is_kept_and_labelled(cast: Cast) -> None:
    at = now()
    phases = {PhaseKind.COLLECT: at - timedelta(days=20), PhaseKind.WEIGH: at - timedelta(days=2)}
    asked = campaign(cast.facilitator, phases=phases)
    assert idea(cast.member, asked, moment=at - timedelta(days=5)).came_in == ""
    assert idea(cast.member, asked).came_in == PhaseKind.WEIGH
    with pytest.raises(NotNow, match="not begun"):
        idea(cast.member, asked, moment=at - timedelta(days=30))


def test_support_counts_each_person_once_also_over_ideas_joined(cast: Cast, asked: Campaign) -> None:
    kept, joined = idea(cast.member, asked), idea(cast.colleague, asked)
    both, one = people.person(), people.person()
    for supporter, wanted in ((both, kept), (both, joined), (one, joined)):
        actions.support_idea(by=supporter, idea=wanted)
        actions.support_idea(by=supporter, idea=wanted)
    merge = actions.ask_to_merge(by=cast.facilitator, idea=joined, into=kept, reason=reason())
    assert merge.agreed_at is None
    actions.agree_to_merge(by=cast.colleague, merge=merge)
    assert queries.supporters(kept) == 2
    before = set(contributors([kept.node_id]))
    assert before == {cast.facilitator, cast.member, cast.colleague, both, one}
    with pytest.raises(NotNow, match="closed"):
        actions.support_idea(by=cast.host, idea=joined)
    actions.undo_merge(by=cast.facilitator, merge=merge)
    assert (queries.supporters(kept), queries.supporters(joined)) == (1, 2)
    assert set(contributors([kept.node_id])) == {cast.facilitator, cast.member, both}
    assert set(contributors([joined.node_id])) == {cast.facilitator, cast.colleague, both, one}
    assert Link.objects.exclude(undone_at=None).count() == 1


def test_ideas_are_not_joined_in_a_circle(cast: Cast, asked: Campaign) -> None:
    one, two, three = (idea(cast.member, asked) for _n in range(3))
    actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=reason())
    actions.ask_to_merge(by=cast.member, idea=two, into=three, reason=reason())
    with pytest.raises(NotNow):
        actions.ask_to_merge(by=cast.member, idea=three, into=one, reason=reason())
    with pytest.raises(NotAllowed, match="itself"):
        actions.ask_to_merge(by=cast.member, idea=three, into=three, reason=reason())
    assert queries.taken_in(three) == {one.pk, two.pk, three.pk}


def test_authors_say_no_to_being_joined(cast: Cast, asked: Campaign) -> None:
    one, two = idea(cast.member, asked), idea(cast.colleague, asked)
    merge = actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    with pytest.raises(NotAllowed, match="authors"):
        actions.agree_to_merge(by=cast.colleague, merge=merge)
    actions.refuse_merge(by=cast.member, merge=merge, words="Nämä ovat eri asioita.")
    assert Idea.objects.get(pk=one.pk).state == IdeaState.OPEN
    actions.ask_to_merge(by=cast.colleague, idea=two, into=one, reason=reason())


def test_one_approves_of_so_many_and_no_more(cast: Cast) -> None:
    asked = campaign(cast.facilitator, weighing=Weighing.APPROVE, approve_most=2)
    first, second, third = (idea(cast.member, asked) for _n in range(3))
    for wanted in (first, second, second):
        actions.support_idea(by=cast.colleague, idea=wanted)
    with pytest.raises(NotNow, match="as many"):
        actions.support_idea(by=cast.colleague, idea=third)
    actions.take_support_back(by=cast.colleague, idea=first)
    actions.support_idea(by=cast.colleague, idea=third)


def test_the_same_reason_is_read_again_when_it_is_given_again(cast: Cast, asked: Campaign) -> None:
    row, said = idea(cast.member, asked), reason()
    move(cast.facilitator, row, IdeaState.DECLINED, reason=said)
    move(cast.facilitator, row, IdeaState.CONSIDERED, reason="")
    move(cast.facilitator, row, IdeaState.DECLINED, reason=said)
    assert signed_in(cast.colleague).get(f"/en/ideas/{row.pk}/").text.count(said) == 2


def test_words_stay_once_an_idea_has_its_answer(cast: Cast, asked: Campaign) -> None:
    new = idea(cast.member, asked)
    wish = IdeaWish(title="Toisin", text="Sanottu selvemmin", perspective=new.perspective)
    assert actions.reword_idea(by=cast.member, idea=new, wish=wish).title == "Toisin"
    with pytest.raises(NotAllowed, match="Only the authors"):
        actions.reword_idea(by=cast.colleague, idea=new, wish=wish)
    move(cast.facilitator, new, IdeaState.ACCEPTED)
    with pytest.raises(NotNow, match="has its answer"):
        actions.reword_idea(by=cast.member, idea=new, wish=wish)


def test_each_reads_what_came_of_her_own_part(cast: Cast, asked: Campaign) -> None:
    new = idea(cast.member, asked)
    actions.comment_on_idea(by=cast.colleague, idea=new, text="Meillä tämä toimi.", stance="for")
    move(cast.facilitator, new, IdeaState.ACCEPTED)
    (part,) = own_parts(cast.colleague, own_nodes(cast.colleague))
    assert part.step.face.title == new.title
    assert [step.face.state for step in part.later] == ["accepted"]
    assert part.parts == ("commented on it",)


def _bring(new: Idea, state: str) -> None:
    """Take an idea to a state by the shortest way there is."""
    ways: dict[str, list[str]] = {IdeaState.OPEN: []}
    while state not in ways:
        for before, after in STEPS:
            if before in ways:
                ways.setdefault(after, [*ways[before], after])
    for after in ways[state]:
        if after == IdeaState.MERGED:
            into = idea(people.person(), new.campaign)
            Merge.objects.create(idea=new, into=into, agreed_at=now(), reason=reason())
        Idea.objects.filter(pk=new.pk).update(state=after, reason=REASON)


def _tries(act: object) -> bool:
    try:
        with transaction.atomic():
            act()  # type: ignore[operator]  # a thing to do
    except (DatabaseError, NotAllowed):
        return False
    return True


def test_states_say_who_answers() -> None:
    assert set(OPEN_STATES) & set(ANSWERS) == {IdeaState.ACCEPTED}


def test_who_answers_for_the_next_step_is_chosen_by_address_and_hears_of_it(
    cast: Cast, asked: Campaign
) -> None:
    """It stands in the history, and what is overdue climbs from her to the owner of the campaign."""
    new, host = idea(cast.member, asked), cast.host
    browser, url = signed_in(cast.facilitator), f"/en/ideas/{new.pk}/step/"
    assert str(host.email) not in browser.get(url).text
    given = {"state": "considered", "next_step": "Kysytään", "due_on": in_days(5).isoformat()}
    answer = browser.post(url, given | {"owner": str(host.email).upper()})
    assert answer.status_code == 303, answer.text
    new.refresh_from_db()
    assert new.node.owner == host
    assert [step.owner for step in new.steps.order_by("pk")] == [cast.facilitator, host]
    assert f"Who answers for it: <bdi>{host}</bdi>" in browser.get(f"/en/ideas/{new.pk}/").text
    worker.run_errands(now(), 500)
    assert Notice.objects.filter(person=host, what__startswith="trail.promised").count() == 1
    higher = above(new.node)
    assert higher is not None
    assert higher.owner == cast.facilitator
    assert browser.post(url, given | {"owner": ""}).status_code == 303
    new.node.refresh_from_db()
    assert new.node.owner == host, "left empty it stays"


def test_no_address_tells_whether_it_is_a_members(cast: Cast, asked: Campaign) -> None:
    """Colleagues and those who run the lab can be chosen; for all others the sentence is the same, member or not."""
    new, browser = idea(cast.member, asked), signed_in(cast.facilitator)
    colleague = people.person(organisation=cast.facilitator.organisation)
    elsewhere = people.person(organisation=people.organisation())
    given = {"state": "considered", "next_step": "Kysytään", "due_on": in_days(5).isoformat()}
    said = set()
    for address in (str(elsewhere.email), str(cast.guest.email), "nobody@nowhere.example"):
        page = browser.post(f"/en/ideas/{new.pk}/step/", given | {"owner": address})
        said.add((page.status_code, tuple(page.context["form"].errors["owner"])))
        assert address in page.text, "what was typed stays"
    assert said == {(422, (rules.why_nobody_to_answer(),))}
    with pytest.raises(Invalid, match="address of a colleague"):
        move(cast.facilitator, new, IdeaState.CONSIDERED, owner=elsewhere)
    move(cast.facilitator, new, IdeaState.CONSIDERED, owner=colleague)
    new.node.refresh_from_db()
    assert new.node.owner == colleague


def test_who_cannot_read_an_idea_does_not_answer_for_it(cast: Cast) -> None:
    body = people.organisation()
    asked = campaign(cast.facilitator, audience="organisation")
    Campaign.objects.filter(pk=asked.pk).update(organisation=body)
    new = idea(people.person(organisation=body), Campaign.objects.get(pk=asked.pk))
    assert cast.host.organisation != body
    with pytest.raises(Invalid, match="who may read the idea"):
        move(cast.facilitator, new, IdeaState.CONSIDERED, owner=cast.host)


def test_who_was_to_answer_is_forgotten_and_the_step_stays(cast: Cast, asked: Campaign) -> None:
    new = idea(cast.member, asked)
    row = move(cast.facilitator, new, IdeaState.CONSIDERED, owner=cast.host)
    with pytest.raises(DatabaseError), transaction.atomic():
        IdeaStep.objects.filter(pk=row.pk).update(owner=cast.member)
    assert cast.owner
    people_actions.erase(by=cast.host, person=cast.host)
    row.refresh_from_db()
    assert (row.owner, row.state) == (None, IdeaState.CONSIDERED)
