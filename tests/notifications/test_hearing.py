"""Who hears what: everybody who had a part, each step once, also through merges; promises climb; batons remind."""

from collections import Counter
from datetime import timedelta

import pytest

from fiksummin.core import worker
from fiksummin.core.time import now
from fiksummin.experiments import actions as trying
from fiksummin.experiments.queries import BatonWish
from fiksummin.ideas import actions as ideas_actions
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Idea
from fiksummin.library import actions as keeping
from fiksummin.notifications.choices import Kind
from fiksummin.notifications.models import Notice
from fiksummin.notifications.things import is_said, lines
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.queries import above
from tests.cast import Cast
from tests.factories import experiments, ideas, library, people

pytestmark = pytest.mark.django_db


def heard(person: Person) -> list[str]:
    """What somebody was told since she was last asked, in order; everybody's are put away."""
    worker.drain()
    rows = Notice.objects.filter(person=person, letter=None).order_by("pk")
    return [f"{row.what} ({row.kind})" for row in rows]


def forget() -> None:
    worker.drain()
    Notice.objects.all().delete()


@pytest.fixture
def idea(cast: Cast) -> Idea:
    """The member's, supported by the colleague, commented on by the outsider; the facilitator answers."""
    campaign = ideas.campaign(cast.facilitator)
    found = ideas.idea(cast.member, campaign)
    ideas_actions.support_idea(by=cast.colleague, idea=found)
    ideas_actions.comment_on_idea(by=cast.outsider, idea=found, text="Hyvä.")
    return found


def test_a_new_idea_is_told_to_whoever_answers_and_a_comment_to_whoever_wrote(cast: Cast, idea: Idea) -> None:
    assert heard(cast.facilitator) == ["trail.promised.idea (about)"]
    assert heard(cast.member) == ["idea.commented (about)"]
    assert heard(cast.colleague) == heard(cast.outsider) == []


def test_everybody_who_had_a_part_hears_the_answer_once(cast: Cast, idea: Idea) -> None:
    forget()
    ideas.move(cast.facilitator, idea, IdeaState.DECLINED)
    for person in (cast.member, cast.colleague, cast.outsider):
        assert heard(person) == ["idea.moved.declined (about)"]
    assert heard(cast.facilitator) == []


def test_a_promise_in_between_is_the_writers_own_matter(cast: Cast, idea: Idea) -> None:
    forget()
    ideas.move(cast.facilitator, idea, IdeaState.CONSIDERED)
    assert heard(cast.member) == ["idea.moved.considered (about)"]
    assert heard(cast.colleague) == ["idea.moved.considered (follow)"]


def test_each_contributor_hears_each_step_once_through_merges(cast: Cast, idea: Idea) -> None:
    """The colleague supports both ideas, and still hears of every step once."""
    other = ideas.idea(cast.outsider, idea.campaign)
    ideas_actions.support_idea(by=cast.colleague, idea=other)
    ideas_actions.support_idea(by=cast.host, idea=other)
    forget()
    merge = ideas_actions.ask_to_merge(by=cast.member, idea=idea, into=other, reason=ideas.reason())
    assert merge.agreed_at
    assert heard(cast.colleague) == ["idea.moved.merged (about)"]
    assert heard(cast.outsider) == ["idea.moved.merged (about)"]
    assert heard(cast.host) == ["idea.took_in (about)"]
    forget()
    ideas_actions.undo_merge(by=cast.facilitator, merge=merge)
    assert heard(cast.host) == ["idea.let_go (about)"]
    assert heard(cast.outsider) == ["idea.moved.open (follow)"], "she commented on both, and hears once"
    assert heard(cast.member) == ["idea.moved.open (about)"]
    idea.refresh_from_db()
    ideas_actions.ask_to_merge(by=cast.member, idea=idea, into=other, reason=ideas.reason())
    forget()
    other.refresh_from_db()
    ideas.move(cast.facilitator, other, IdeaState.ACCEPTED)
    for person in (cast.member, cast.colleague, cast.outsider, cast.host):
        assert heard(person) == ["idea.moved.accepted (about)"], person
    forget()
    trying.start_experiment(by=cast.editor, wish=experiments.wish(idea=other))
    for person in (cast.member, cast.colleague, cast.outsider, cast.host):
        assert heard(person) == ["trail.tried (about)"], person
    counted = Counter(Notice.objects.values_list("person", "key"))
    assert set(counted.values()) == {1}


def test_the_end_of_an_experiment_reaches_back_to_who_supported_the_idea(cast: Cast, idea: Idea) -> None:
    ideas.move(cast.facilitator, idea, IdeaState.ACCEPTED)
    experiment = trying.start_experiment(by=cast.editor, wish=experiments.wish(idea=idea, team=(cast.host,)))
    assert "experiment.named (about)" in heard(cast.host)
    forget()
    trying.end_experiment(
        by=cast.editor, experiment=experiment, wish=experiments.ending(receiver=cast.manager)
    )
    assert heard(cast.colleague) == heard(cast.host) == heard(cast.member) == ["experiment.ended (about)"]
    assert heard(cast.manager) == ["trail.promised.outcome (about)"]
    forget()
    experiment.refresh_from_db()
    trying.answer_lesson(
        by=cast.manager, reception=experiment.reception, answer="Otamme tavan käyttöön kaikissa kokouksissa."
    )
    assert heard(cast.colleague) == heard(cast.editor) == ["lesson.answered (about)"]


def test_an_overdue_answer_climbs_to_the_owner_of_the_campaign_and_to_the_host(
    cast: Cast, idea: Idea
) -> None:
    expert, host = people.person(organisation=cast.facilitator.organisation), people.person()
    people.role(host, "host")
    ideas.move(cast.facilitator, idea, IdeaState.CONSIDERED, owner=expert)
    forget()
    at = now() + timedelta(days=10)
    for days in (0, 7, 14):
        trail.climb(at=at + timedelta(days=days))
        trail.climb(at=at + timedelta(days=days))
    assert heard(expert) == ["overdue.owner (about)"]
    assert heard(cast.facilitator) == ["overdue.above (about)"]
    assert heard(host) == ["overdue.host.idea (about)"]
    assert Notice.objects.filter(what__startswith="overdue").exclude(
        person__in=[expert, cast.facilitator, host]
    ).count() == 0  # fmt: skip


def test_an_overdue_repetition_reaches_nobody_who_ran_the_first(cast: Cast) -> None:
    first = experiments.experiment(cast.colleague, days=400)
    again = experiments.experiment(cast.member, repeats=first, repeats_how="same")
    assert above(again.node) is None
    forget()
    trail.climb(at=now() + timedelta(days=25))
    assert heard(cast.member) == ["overdue.owner.experiment (about)"]
    assert heard(cast.colleague) == []


def test_an_overdue_trial_reaches_who_answers_for_the_idea(cast: Cast, idea: Idea) -> None:
    expert = people.person(organisation=cast.facilitator.organisation)
    ideas.move(cast.facilitator, idea, IdeaState.CONSIDERED, owner=expert)
    tried = experiments.experiment(cast.member, idea=idea)
    higher = above(tried.node)
    assert higher is not None
    assert higher.idea == idea
    ideas.move(cast.facilitator, idea, IdeaState.DECLINED)
    campaign = idea.campaign.node
    assert above(tried.node) == campaign


def test_a_baton_that_branched_off_reaches_the_campaign_and_no_other_holder(cast: Cast, idea: Idea) -> None:
    """Nor does what somebody tries with a baton reach whoever holds the baton by then."""
    [baton] = trying.throw_many(
        by=cast.facilitator, campaign=idea.campaign, wish=BatonWish(title="Kapula"), receivers=[cast.member]
    )
    hold = baton.holds.get()
    tried = trying.try_with_baton(by=cast.member, hold=hold, wish=experiments.wish())
    trying.end_experiment(by=cast.member, experiment=tried, wish=experiments.ending())
    trying.hand_over_baton(by=cast.member, hold=hold, receiver=cast.colleague, more=[cast.outsider])
    branch = hold.branches.get()
    for node in (baton.node, branch.node, tried.node):
        assert above(node) == idea.campaign.node, node
    forget()
    trail.climb(at=now() + timedelta(days=25))
    assert heard(cast.outsider) == heard(cast.colleague) == ["overdue.owner.baton (about)"]
    own = "overdue.owner (about)"  # of the idea, which waits for her, too
    assert sorted(heard(cast.facilitator)) == ["overdue.above (about)"] * 2 + [own]


def test_a_lesson_that_waits_reaches_who_left_it(cast: Cast) -> None:
    experiment = experiments.experiment(cast.member)
    trying.end_experiment(
        by=cast.member, experiment=experiment, wish=experiments.ending(receiver=cast.manager)
    )
    assert above(experiment.reception.node) == experiment.node


def test_past_its_last_day_the_owner_of_an_experiment_is_asked_then_the_host(cast: Cast) -> None:
    host = people.person()
    people.role(host, "host")
    experiments.experiment(cast.member)
    forget()
    trail.climb(at=now() + timedelta(days=16))
    assert heard(cast.member) == ["overdue.owner.experiment (about)"]
    trail.climb(at=now() + timedelta(days=40))
    assert heard(host) == ["overdue.host (about)"]


def test_a_baton_is_offered_reminds_and_goes_to_the_host(cast: Cast) -> None:
    host = people.person()
    people.role(host, "host")
    baton = experiments.baton(cast.facilitator, cast.member)
    assert heard(cast.member) == ["baton.offered (about)"]
    forget()
    trail.climb(at=now() + timedelta(days=40))
    assert heard(cast.member) == ["overdue.owner.baton (about)"]
    assert heard(host) == ["overdue.host.baton (about)"]
    forget()
    hold = baton.holds.get()
    trying.free_baton(by=host, hold=hold, receiver=cast.colleague, at=now() + timedelta(days=40))
    assert heard(cast.colleague) == ["baton.offered (about)"]
    assert heard(cast.member) == ["baton.freed (about)"]


def test_the_writers_are_asked_before_a_merge_and_whoever_asked_hears_a_refusal(
    cast: Cast, idea: Idea
) -> None:
    other = ideas.idea(cast.outsider, idea.campaign)
    forget()
    merge = ideas_actions.ask_to_merge(by=cast.facilitator, idea=idea, into=other, reason=ideas.reason())
    assert heard(cast.member) == ["idea.merge_asked (about)"]
    ideas_actions.refuse_merge(
        by=cast.member, merge=merge, words="Haluamme pitää idean erillään toistaiseksi, kiitos."
    )
    assert heard(cast.facilitator) == ["idea.merge_refused (about)"]


def test_everything_said_by_a_reaction_has_its_words(cast: Cast, idea: Idea) -> None:
    ideas.move(cast.facilitator, idea, IdeaState.ACCEPTED)
    worker.drain()
    rows = list(Notice.objects.all())
    assert all(is_said(row.what) for row in rows)
    for person in {row.person for row in rows}:
        own = lines([row for row in rows if row.person == person], person)
        assert all(line.face for line in own)
    assert Kind.ABOUT in {row.kind for row in rows}


def test_the_library_tells_who_had_a_part_who_uses_it_and_who_keeps_it_up(cast: Cast, idea: Idea) -> None:
    """What was written down from an experiment reaches back to the idea; its users hear that it is out of use."""
    experiment = trying.start_experiment(by=cast.editor, wish=experiments.wish(idea=idea))
    forget()
    draft = keeping.draft_item(
        by=cast.editor, kind="model", wish=library.wish(), source=experiment.node, source_kind="modelled"
    )
    item = keeping.publish_item(by=cast.editor, item=draft)
    assert heard(cast.member) == heard(cast.colleague) == ["trail.modelled (about)"]
    forget()
    library.adoption(cast.host, item)
    assert heard(cast.member) == heard(cast.editor) == ["trail.adopted (about)"]
    forget()
    keeping.change_item(by=cast.editor, item=item, wish=library.wish(), change=library.change())
    keeping.retire_item(by=cast.editor, item=item, reason=f"Tilalle tuli parempi tapa. {ideas.reason()}")
    assert heard(cast.host) == ["library.changed (about)", "library.retired (about)"]
    assert heard(cast.member) == heard(cast.editor) == []


def test_who_uses_a_thing_and_tried_what_changed_it_hears_of_the_change_once(cast: Cast) -> None:
    tried = experiments.ended(cast.editor, team=(cast.colleague,))
    item = library.item(cast.member)
    for user in (cast.editor, cast.host):
        library.adoption(user, item)
    forget()
    change = library.change(because_of=tried.node)
    keeping.change_item(by=cast.member, item=item, wish=library.wish(), change=change)
    assert heard(cast.editor) == heard(cast.host) == ["library.changed (about)"]
    assert heard(cast.colleague) == ["trail.grew (about)"]
    forget()
    change = library.change(2, because_of=tried.node)
    keeping.change_item(by=cast.member, item=item, wish=library.wish(), change=change)
    assert heard(cast.editor) == ["library.changed (about)"]
    assert heard(cast.colleague) == [], "that it changed because of the same is known to her"
