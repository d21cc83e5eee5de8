"""Ideas are weighed: each vote counts once, turns are even, and who saw what is known to nobody."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from fiksummin.core.errors import NotAllowed, NotNow
from fiksummin.core.time import now
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience, IdeaState, PhaseKind, Weighing
from fiksummin.ideas.models import Campaign, Idea, Support, Turn
from fiksummin.ideas.queries import CampaignWish
from fiksummin.people.models import Person
from fiksummin.trail.models import Contribution
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people
from tests.factories.ideas import campaign, idea, move, reason


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def days_ago(days: float) -> datetime:
    return now() - timedelta(days=days)


def weighed(cast: Cast, weighing: str = Weighing.SUPPORT, *, ideas: int = 20, most: int = 3) -> Campaign:
    """A campaign whose ideas are weighed now."""
    phases = {PhaseKind.COLLECT: days_ago(20), PhaseKind.WEIGH: days_ago(1), PhaseKind.DECIDE: days_ago(-5)}
    asked = campaign(cast.facilitator, phases=phases, weighing=weighing, approve_most=most)
    for _number in range(ideas):
        idea(cast.member, asked, moment=days_ago(10))
    return asked


def over(asked: Campaign) -> Campaign:
    """The same when the weighing is over."""
    asked.phases.filter(kind=PhaseKind.DECIDE).update(starts_at=days_ago(0.01))
    return Campaign.objects.get(pk=asked.pk)


def shown(asked: Campaign) -> list[int]:
    return sorted(Turn.objects.filter(campaign=asked).values_list("shown", flat=True))


def vote(browser: Client, url: str, values: dict[int, str], **more: str) -> Any:
    """Send the page of a ballot that was drawn with these ideas on it, and no other."""
    drawn = dict(re.findall(r'name="seen" value="(\d+)=([^"]*)"', browser.get(url).text))
    seen = [f"{pk}={drawn.get(str(pk), False)}" for pk in values]
    ticks = {f"idea-{pk}": value for pk, value in values.items() if value}
    return browser.post(url, {"seen": seen, **ticks, **more})


def test_the_least_shown_come_first_and_each_showing_is_counted(cast: Cast) -> None:
    asked = weighed(cast)
    first = actions.show_next(by=cast.colleague, campaign=asked)
    assert (len(first), shown(asked)) == (12, [0] * 8 + [1] * 12)
    second = actions.show_next(by=cast.host, campaign=asked)
    assert set(second[:8]).isdisjoint(first)
    assert shown(asked) == [1] * 16 + [2] * 4
    rest = actions.show_next(by=cast.colleague, campaign=asked, but=first)
    assert set(rest) == set(asked.ideas.values_list("pk", flat=True)) - set(first)


def test_ideas_voted_on_or_closed_do_not_come_again(cast: Cast) -> None:
    asked = weighed(cast, ideas=4)
    voted, closed, *_others = asked.ideas.all()
    actions.cast_ballot(by=cast.colleague, campaign=asked, wish={voted.pk: 1}, by_turn=(voted.pk,))
    move(cast.facilitator, closed, IdeaState.DECLINED)
    assert set(actions.show_next(by=cast.colleague, campaign=asked)) == {row.pk for row in _others}


def test_what_was_supported_on_its_page_comes_by_turn_and_counts_when_it_is_saved(cast: Cast) -> None:
    asked = weighed(cast, ideas=3)
    one, two, three = asked.ideas.all()
    for row in (one, two):
        actions.support_idea(by=cast.colleague, idea=row)
    browser, url = signed_in(cast.colleague), reverse("ideas:ballot", args=[asked.slug])
    page = browser.get(url).text
    assert page.count("checked") == 2, "her votes stand on the ballot as she gave them"
    assert sum(shown(asked)) == 3
    assert not any(row.got for row in queries.result_of(asked))
    assert vote(browser, url, {one.pk: "on", two.pk: "", three.pk: ""}).status_code == 303
    assert list(Support.objects.values_list("idea", "by_turn")) == [(one.pk, True)], "two was taken back"
    assert {row.idea: row.got for row in queries.result_of(asked)} == {one.pk: 1, two.pk: 0, three.pk: 0}
    assert actions.show_next(by=cast.colleague, campaign=asked, but=[two.pk, three.pk]) == []


def test_the_page_of_an_idea_says_that_support_there_does_not_rank(cast: Cast) -> None:
    words = "does not decide the order of ideas"
    asked, channel = weighed(cast, ideas=1), campaign(cast.facilitator)
    url = reverse("ideas:idea", args=[asked.ideas.get().pk])
    assert words in signed_in(cast.colleague).get(url).text
    assert (
        words
        not in signed_in(cast.colleague).get(reverse("ideas:idea", args=[idea(cast.member, channel).pk])).text
    ), "a channel is not ranked"
    over(asked)
    assert words not in signed_in(cast.colleague).get(url).text


@pytest.mark.parametrize("weighing", [Weighing.SUPPORT, Weighing.SCALE])
def test_strangers_sign_in_to_support_what_members_can_support(cast: Cast, weighing: str) -> None:
    phases = {PhaseKind.COLLECT: days_ago(9), PhaseKind.WEIGH: days_ago(1), PhaseKind.DECIDE: days_ago(-5)}
    asked = campaign(cast.facilitator, phases=phases, weighing=weighing, audience=Audience.PUBLIC)
    row = idea(cast.member, asked)
    page = f"/en/ideas/{row.pk}/"

    def is_led() -> bool:
        return "Sign in to support it" in Client().get(page).text

    assert is_led() is (weighing == Weighing.SUPPORT)
    move(cast.facilitator, row, IdeaState.DECLINED)
    assert not is_led()


def test_showings_name_nobody(cast: Cast) -> None:
    """No table tells who saw what: nothing new points at her, and the counts are the same whoever looked."""
    asked, reader = weighed(cast), cast.colleague
    before = {model._meta.db_table: model._default_manager.count() for model in apps.get_models()}
    actions.show_next(by=reader, campaign=asked)
    after = {model._meta.db_table: model._default_manager.count() for model in apps.get_models()}
    assert before == after
    assert not [field for field in Turn._meta.get_fields() if getattr(field, "related_model", None) is Person]


def test_a_reload_shows_and_counts_nothing_new(cast: Cast) -> None:
    asked = weighed(cast)
    browser, url = signed_in(cast.colleague), reverse("ideas:ballot", args=[asked.slug])
    assert browser.head(url).status_code == 200
    assert shown(asked) == [0] * 20
    for _look in range(3):
        assert browser.get(url).status_code == 200
    assert shown(asked) == [0] * 8 + [1] * 12
    assert Client().get(url).status_code == 302
    assert signed_in(cast.guest).get(url).status_code in {403, 404}
    assert sum(shown(asked)) == 12


def test_nobody_makes_up_what_was_on_her_screen(cast: Cast) -> None:
    asked = weighed(cast, ideas=14)
    browser, url = signed_in(cast.colleague), reverse("ideas:ballot", args=[asked.slug])
    browser.get(url)
    kept = browser.cookies[f"board-{asked.pk}"].value
    browser.cookies[f"board-{asked.pk}"] = "1.2.3|:" + kept.split(":", 1)[1]
    browser.get(url)
    assert sum(shown(asked)) == 24
    other = signed_in(cast.host)
    other.cookies[f"board-{asked.pk}"] = kept
    other.get(url)
    assert sum(shown(asked)) == 36


def test_a_ballot_of_support_is_changed_until_the_weighing_ends(cast: Cast) -> None:
    asked = weighed(cast)
    browser, url = signed_in(cast.colleague), reverse("ideas:ballot", args=[asked.slug])
    browser.get(url)
    one, two, *_rest = [int(pk) for pk in browser.cookies[f"board-{asked.pk}"].value.split("|")[0].split(".")]
    assert vote(browser, url, {one: "on", two: "on"}).status_code == 303
    assert {vote.idea_id for vote in Support.objects.filter(by_turn=True)} == {one, two}
    assert vote(browser, url, {one: "", two: "on"}, more="1").status_code == 303
    page = browser.get(url).text
    assert list(Support.objects.values_list("idea", flat=True)) == [two]
    assert Contribution.objects.filter(person=cast.colleague, part="supported").count() == 1
    assert (page.count('type="checkbox"'), sum(shown(asked))) == (8 + 1, 20)
    over(asked)
    assert vote(browser, url, {one: "on"}).status_code == 409
    with pytest.raises(NotNow, match="have been weighed"):
        actions.take_support_back(by=cast.colleague, idea=Idea.objects.get(pk=two))
    assert list(Support.objects.values_list("idea", flat=True)) == [two]


def test_a_ballot_says_what_stood_on_its_own_page(cast: Cast) -> None:
    """Not what is on the newest one: after Back, with another tab, or when the browser forgot what it kept."""
    asked = weighed(cast, ideas=20)
    browser, url = signed_in(cast.colleague), reverse("ideas:ballot", args=[asked.slug])
    old = re.findall(r'name="seen" value="([^"]*)"', browser.get(url).text)
    first, second, third = (int(one.partition("=")[0]) for one in old[:3])
    assert browser.post(url, {"seen": old, "more": "1"}).status_code == 303
    elsewhere = next(row for row in asked.ideas.all() if f"{row.pk}=False" not in old)
    for row in (elsewhere, Idea.objects.get(pk=second)):
        actions.support_idea(by=cast.colleague, idea=row)
    foreign = idea(cast.member, campaign(cast.facilitator))
    sent = {"seen": [*old, f"{foreign.pk}=False", "x=", "9" * 30], f"idea-{foreign.pk}": "on"}
    assert browser.post(url, {**sent, f"idea-{first}": "on"}).status_code == 303
    assert set(queries.votes_of(cast.colleague, asked, 1)) == {first, second, elsewhere.pk}
    del browser.cookies[f"board-{asked.pk}"]
    assert browser.post(url, {**sent, f"idea-{first}": "on", f"idea-{third}": "on"}).status_code == 303
    assert set(queries.votes_of(cast.colleague, asked, 1)) == {first, second, third, elsewhere.pk}
    assert not Support.objects.filter(idea=foreign).exists()


def test_approvals_move_within_their_number(cast: Cast) -> None:
    asked = weighed(cast, Weighing.APPROVE, most=2)
    one, two, three, *_rest = [row.pk for row in asked.ideas.all()]
    actions.cast_ballot(by=cast.colleague, campaign=asked, wish={one: 1, two: 1, three: 0})
    with pytest.raises(NotNow, match="as many ideas as the campaign allows: 2"):
        actions.cast_ballot(by=cast.colleague, campaign=asked, wish={three: 1})
    actions.cast_ballot(by=cast.colleague, campaign=asked, wish={three: 1, one: None})
    assert set(queries.votes_of(cast.colleague, asked, 1)) == {two, three}


@pytest.mark.parametrize("closed", [IdeaState.DECLINED, IdeaState.MERGED, IdeaState.WITHDRAWN])
def test_an_approval_of_what_was_closed_is_free_for_another(cast: Cast, closed: str) -> None:
    """By the page and by a program; what is left stands as it is, and nobody approves anew of what is closed."""
    asked = weighed(cast, Weighing.APPROVE, most=2, ideas=4)
    one, two, three, four = asked.ideas.all()
    url, browser, program = (
        reverse("ideas:ballot", args=[asked.slug]),
        signed_in(cast.colleague),
        program_of(cast.colleague),
    )
    browser.get(url)
    assert vote(browser, url, {one.pk: "on", two.pk: "on"}).status_code == 303
    if closed == IdeaState.MERGED:
        actions.ask_to_merge(by=cast.member, idea=one, into=three, reason=reason())
    elif closed == IdeaState.WITHDRAWN:
        actions.withdraw_idea(by=cast.member, idea=one, reason=reason())
    else:
        move(cast.facilitator, one, closed)
    full = vote(browser, url, {one.pk: "on", two.pk: "on", three.pk: "on"})
    assert (full.status_code, "Take one back first" in full.text, "is free for another one" in full.text) == (
        409,
        True,
        True,
    )
    assert vote(browser, url, {one.pk: "on", two.pk: "on"}).status_code == 303, "it may stand"
    assert vote(browser, url, {one.pk: "", two.pk: "on", three.pk: "on"}).status_code == 303
    assert set(queries.votes_of(cast.colleague, asked, 1)) == {two.pk, three.pk}
    page = browser.get(url).text
    assert ("is free for another one" in page, "0 left" in page) == (False, True)
    assert not Contribution.objects.filter(node=one.node, person=cast.colleague).exists()
    again = vote(browser, url, {one.pk: "on"})
    assert (again.status_code, set(queries.votes_of(cast.colleague, asked, 1))) == (303, {two.pk, three.pk})
    move(cast.facilitator, two, IdeaState.DECLINED)
    assert program.post(f"ideas/{four.pk}/support", {"value": 1}).status_code == 409
    assert program.delete(f"ideas/{two.pk}/support").status_code == 200
    assert program.get(f"campaigns/{asked.pk}/ballot").json()["left"] == 1
    assert program.post(f"ideas/{two.pk}/support", {"value": 1}).status_code == 409, "it is closed"
    assert program.post(f"ideas/{four.pk}/support", {"value": 1}).status_code == 200
    ballots = queries.recount_of(over(asked))["ballots"]
    assert [len(ballot["votes"]) for ballot in ballots] == [2], "as many as the campaign allows"
    assert program.delete(f"ideas/{three.pk}/support").status_code == 409, "the weighing is over"


@pytest.mark.parametrize("weighing", [Weighing.SUPPORT, Weighing.SCALE])
def test_where_votes_are_not_scarce_they_stand_once_an_idea_has_its_answer(cast: Cast, weighing: str) -> None:
    asked = weighed(cast, weighing, ideas=2)
    one = asked.ideas.all()[0]
    actions.support_idea(by=cast.colleague, idea=one)
    move(cast.facilitator, one, IdeaState.DECLINED)
    page = signed_in(cast.colleague).get(reverse("ideas:ballot", args=[asked.slug])).text
    assert ("disabled" in page, "is free for another one" in page) == (True, False)
    with pytest.raises(NotNow, match="votes stand"):
        actions.take_support_back(by=cast.colleague, idea=one)


@pytest.mark.parametrize("how", ["insert", "update", "bulk"])
def test_the_database_refuses_one_approval_too_many(cast: Cast, how: str) -> None:
    asked = weighed(cast, Weighing.APPROVE, most=2)
    one, two, three = asked.ideas.all()[:3]
    Support.objects.bulk_create([Support(idea=row, person=cast.colleague) for row in (one, two)])
    late = Support(idea=three, person=cast.colleague, value=0 if how == "update" else 1)
    acts = {
        "insert": late.save,
        "bulk": lambda: Support.objects.bulk_create([late]),
        "update": lambda: Support.objects.filter(idea=three).update(value=1),
    }
    if how == "update":
        late.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        acts[how]()
    Support.objects.bulk_create([Support(idea=row, person=cast.host) for row in (one, three)])


def test_grades_are_from_0_to_4_and_0_is_one(cast: Cast) -> None:
    asked = weighed(cast, Weighing.SCALE, ideas=3)
    one, two, three = [row.pk for row in asked.ideas.all()]
    browser, url = signed_in(cast.colleague), reverse("ideas:ballot", args=[asked.slug])
    browser.get(url)
    assert vote(browser, url, {one: "0", two: "4", three: ""}).status_code == 303
    assert queries.votes_of(cast.colleague, asked, 1) == {one: 0, two: 4}
    assert vote(browser, url, {one: "5"}).status_code == 422
    vote(browser, url, {one: "", two: "2"})
    assert queries.votes_of(cast.colleague, asked, 1) == {two: 2}
    with pytest.raises(NotAllowed, match="from 0 to 4"):
        actions.cast_ballot(by=cast.colleague, campaign=asked, wish={one: 5})


def test_a_ballot_speaks_of_its_own_campaign(cast: Cast) -> None:
    asked, other = weighed(cast, ideas=1), idea(cast.member, campaign(cast.facilitator))
    with pytest.raises(NotAllowed, match="not of this campaign"):
        actions.cast_ballot(by=cast.colleague, campaign=asked, wish={other.pk: 1})
    with pytest.raises(NotAllowed, match="Guests read"):
        actions.cast_ballot(by=cast.guest, campaign=asked, wish={asked.ideas.get().pk: 1})


@pytest.mark.parametrize("weighing", [Weighing.APPROVE, Weighing.SCALE])
def test_approvals_and_grades_are_given_in_their_phase(cast: Cast, weighing: str) -> None:
    phases = {PhaseKind.COLLECT: days_ago(2), PhaseKind.WEIGH: days_ago(-2)}
    asked = campaign(cast.facilitator, phases=phases, weighing=weighing)
    early = idea(cast.member, asked)
    with pytest.raises(NotNow, match="not weighed yet"):
        actions.support_idea(by=cast.colleague, idea=early)
    asked.phases.filter(kind=PhaseKind.WEIGH).update(starts_at=days_ago(1))
    actions.support_idea(by=cast.colleague, idea=early)
    assert signed_in(cast.colleague).get(f"/en/campaigns/{asked.slug}/ballot/").status_code == 200


@pytest.mark.parametrize("weighing", [Weighing.SUPPORT, Weighing.APPROVE, Weighing.SCALE])
def test_no_counts_before_ones_own_vote_and_the_result_when_it_is_over(cast: Cast, weighing: str) -> None:
    asked = weighed(cast, weighing, ideas=2)
    row = asked.ideas.all()[0]
    for voter in (cast.host, people.person()):
        actions.support_idea(by=voter, idea=row)
    page = f"/en/ideas/{row.pk}/"
    assert "2 people" not in signed_in(cast.colleague).get(page).content.decode()
    actions.support_idea(by=cast.colleague, idea=row)
    seen = "3 people" in signed_in(cast.colleague).get(page).content.decode()
    assert seen is (weighing == Weighing.SUPPORT)
    result = f"/en/campaigns/{asked.slug}/result/"
    assert "so that nobody follows the crowd" in signed_in(cast.facilitator).get(result).content.decode()
    over(asked)
    assert "3 people" in signed_in(cast.owner).get(page).content.decode()
    assert "Not seen enough yet" in signed_in(cast.owner).get(result).content.decode()


def test_what_was_joined_to_another_tells_no_count_before_ones_own_vote(cast: Cast) -> None:
    asked = weighed(cast, ideas=0)
    own, kept = idea(cast.member, asked), idea(cast.colleague, asked)
    for voter in (cast.host, people.person()):
        actions.support_idea(by=voter, idea=own)
    actions.ask_to_merge(by=cast.member, idea=own, into=kept, reason=reason())
    page, reader = f"/en/ideas/{own.pk}/", signed_in(cast.outsider)
    assert "2 people" not in reader.get(page).text, "they count for the other, which is weighed still"
    joined = Idea.objects.get(pk=own.pk)
    assert queries.known_support(joined, cast.outsider, now()) == (False, None)
    over(asked)
    assert "2 people" in reader.get(page).text


def test_support_for_ones_own_idea_and_for_what_it_was_joined_to_counts_once(cast: Cast) -> None:
    asked = weighed(cast, ideas=0)
    own, kept = idea(cast.member, asked), idea(cast.colleague, asked)
    actions.cast_ballot(
        by=cast.member, campaign=asked, wish={own.pk: 1, kept.pk: 1}, by_turn=(own.pk, kept.pk)
    )
    actions.ask_to_merge(by=cast.member, idea=own, into=kept, reason=reason())
    with pytest.raises(NotNow, match="closed"):
        actions.support_idea(by=cast.member, idea=own)
    actions.support_idea(by=cast.member, idea=kept)
    assert (queries.supporters(kept), queries.record_of(asked).tallies()[0].got) == (1, 1)
    assert [row.idea for row in queries.result_of(asked)] == [kept.pk]


def test_how_it_is_weighed_is_settled_by_the_first_vote(cast: Cast) -> None:
    asked = weighed(cast, Weighing.APPROVE, ideas=1)
    wish = CampaignWish(
        title={"fi": "Nimi"}, question={"fi": "Mitä?"}, organisation=asked.organisation, weighing=Weighing.SCALE,
        phases={phase.kind: phase.starts_at for phase in asked.phases.all()},
    )  # fmt: skip
    actions.support_idea(by=cast.colleague, idea=asked.ideas.get())
    with pytest.raises(NotNow, match="Somebody has voted"):
        actions.change_campaign(by=cast.facilitator, campaign=asked, wish=wish)
    for values in ("weighing = 'scale'", "approve_most = 9", "seed = 'x'"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE ideas_campaign SET {values}")  # noqa: S608 -- the values above


def test_the_best_third_is_weighed_again(cast: Cast) -> None:
    asked = weighed(cast, ideas=6)
    rows = list(asked.ideas.order_by("pk"))
    voters = [people.person() for _one in range(4)]
    for voter in voters:
        seen = actions.show_next(by=voter, campaign=asked)
        wish = dict.fromkeys((rows[3].pk, rows[5].pk), 1)
        actions.cast_ballot(by=voter, campaign=asked, wish=wish, by_turn=seen)
    asked.phases.create(kind=PhaseKind.WEIGH_AGAIN, starts_at=days_ago(0.01))
    asked = Campaign.objects.get(pk=asked.pk)
    assert set(actions.show_next(by=voters[0], campaign=asked)) == {rows[3].pk, rows[5].pk}
    actions.cast_ballot(by=voters[0], campaign=asked, wish={rows[5].pk: 1}, by_turn=(rows[5].pk,))
    with pytest.raises(NotNow, match="best third"):
        actions.support_idea(by=voters[1], idea=rows[0])
    ranked = queries.result_of(over(asked))
    assert [(row.idea, row.got, row.looks) for row in ranked[:2]] == [(rows[5].pk, 5, 5), (rows[3].pk, 4, 5)]
    assert [row.again for row in ranked] == [True, True, False, False, False, False]
    assert queries.supporters(rows[5]) == 4
