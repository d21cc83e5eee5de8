"""A baton is in one pair of hands at a time, never comes back, and goes on after a try, without one, or by a host."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from fiksummin.core.errors import NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.experiments import actions, queries
from fiksummin.experiments.choices import HoldState
from fiksummin.experiments.models import Baton, Experiment, Hold
from fiksummin.experiments.templatetags.experiments import turn_words
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part
from fiksummin.trail.queries import contributors, own_nodes, own_parts
from tests.cast import Cast
from tests.factories import experiments as make
from tests.factories import people


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def baton(cast: Cast) -> Baton:
    return make.baton(cast.facilitator, cast.member)


def held(baton: Baton) -> Hold:
    hold = queries.holder(baton)
    assert hold is not None
    return hold


def test_one_tries_tells_and_hands_on(cast: Cast, baton: Baton) -> None:
    first = held(baton)
    actions.accept_baton(by=cast.member, hold=first)
    with pytest.raises(NotNow, match="Tell first"):
        actions.hand_over_baton(by=cast.member, hold=first, receiver=cast.outsider)
    tried = actions.try_with_baton(by=cast.member, hold=first, wish=make.wish())
    actions.end_experiment(by=cast.member, experiment=tried, wish=make.ending())
    actions.hand_over_baton(by=cast.member, hold=first, receiver=cast.outsider)
    assert [hold.state for hold in baton.holds.all()] == [HoldState.HANDED, HoldState.OFFERED]
    baton.node.refresh_from_db()
    assert baton.node.owner == cast.outsider
    assert Entry.objects.filter(fact="experiments.BatonHanded").count() == 2


def test_whoever_threw_it_has_a_part_in_what_came_of_it(cast: Cast, baton: Baton) -> None:
    tried = actions.try_with_baton(by=cast.member, hold=held(baton), wish=make.wish())
    actions.end_experiment(by=cast.member, experiment=tried, wish=make.ending())
    actions.hand_over_baton(by=cast.member, hold=held(baton), receiver=cast.outsider, more=[cast.colleague])
    branch = baton.family.get()
    for node in (baton.node, tried.node, branch.node):
        assert cast.facilitator in contributors([node.pk])
    assert list(branch.node.contributions.filter(part=Part.WROTE)) == [], "her words are those of the first"
    (part,) = own_parts(cast.facilitator, own_nodes(cast.facilitator))
    assert [step.node for step in part.later] == [tried.node, branch.node]


def test_each_turn_has_one_experiment(cast: Cast, baton: Baton) -> None:
    first = actions.try_with_baton(by=cast.member, hold=held(baton), wish=make.wish())
    with pytest.raises(NotNow, match="begun an experiment"):
        actions.try_with_baton(by=cast.member, hold=held(baton), wish=make.wish())
    actions.end_experiment(by=cast.member, experiment=first, wish=make.ending())
    with pytest.raises(NotNow, match="begun an experiment"):
        actions.try_with_baton(by=cast.member, hold=held(baton), wish=make.wish())
    assert held(baton).experiment == first
    assert Experiment.objects.count() == 1


def test_what_others_did_before_is_not_what_came_of_ones_part(cast: Cast, baton: Baton) -> None:
    first = held(baton)
    tried = actions.try_with_baton(by=cast.member, hold=first, wish=make.wish())
    actions.end_experiment(by=cast.member, experiment=tried, wish=make.ending())
    actions.hand_over_baton(by=cast.member, hold=first, receiver=cast.outsider)
    actions.accept_baton(by=cast.outsider, hold=held(baton))
    (part,) = own_parts(cast.outsider, own_nodes(cast.outsider))
    assert part.later == ()
    later = actions.try_with_baton(by=cast.outsider, hold=held(baton), wish=make.wish())
    parts = {part.step.node.kind: part for part in own_parts(cast.outsider, own_nodes(cast.outsider))}
    assert [step.node for step in parts["baton"].later] == [later.node]


def test_one_passes_it_on_without_trying_and_without_shame(cast: Cast, baton: Baton) -> None:
    actions.pass_baton_on(by=cast.member, hold=held(baton), receiver=cast.outsider)
    assert Hold.objects.get(number=1).state == HoldState.PASSED
    with pytest.raises(NotNow, match="gone on"):
        actions.accept_baton(by=cast.member, hold=Hold.objects.get(number=1))


def test_it_goes_neither_to_oneself_nor_back_nor_to_who_is_not_here(cast: Cast, baton: Baton) -> None:
    first = held(baton)
    gone = people.person()
    type(gone).objects.get_queryset().filter(pk=gone.pk).update(
        is_active=False, erased_at=now(), email=None, name=""
    )
    gone.refresh_from_db()
    for receiver, words in (
        (cast.member, "somebody else"),
        (gone, "to a member"),
        (cast.guest, "to a member"),
    ):
        with pytest.raises(NotAllowed, match=words):
            actions.pass_baton_on(by=cast.member, hold=first, receiver=receiver)
    actions.pass_baton_on(by=cast.member, hold=first, receiver=cast.outsider)
    with pytest.raises(NotAllowed, match="in these hands already"):
        actions.pass_baton_on(by=cast.outsider, hold=held(baton), receiver=cast.member)
    with pytest.raises(NotAllowed, match="somebody else's hands"):
        actions.pass_baton_on(by=cast.member, hold=held(baton), receiver=cast.colleague)


def test_the_database_knows_one_holder_and_no_way_back(cast: Cast, baton: Baton) -> None:
    first = held(baton)
    common = {"baton": baton, "organisation": None, "due_on": first.due_on}
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.create(number=2, person=cast.outsider, **common)
    actions.pass_baton_on(by=cast.member, hold=first, receiver=cast.outsider)
    Hold.objects.filter(number=2).update(passed_at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.create(number=3, person=cast.member, **common)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.filter(number=1).update(handed_at=now())


def test_a_turn_that_nobody_took_was_nobodys_who_left(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, "uusi@virasto.example")
    assert turn_words(held(baton)) == "somebody who was written to"
    actions.free_baton(by=cast.facilitator, hold=held(baton), receiver=cast.member)
    assert [turn_words(turn) for turn in baton.holds.all()] == [
        "somebody who was written to", cast.member.organisation.name
    ]  # fmt: skip


def test_one_that_stands_still_reminds_and_is_freed_by_a_host(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member, moment=now() - timedelta(days=16))
    first = held(baton)
    assert trail.climb(at=now()) == 1
    assert list(queries.late_holds(first.due_on + timedelta(days=1))) == [first]
    with pytest.raises(NotAllowed, match="freed by a host"):
        actions.free_baton(by=cast.colleague, hold=first, receiver=cast.outsider)
    actions.free_baton(by=cast.host, hold=first, receiver=cast.outsider)
    assert [hold.state for hold in baton.holds.all()] == [HoldState.FREED, HoldState.OFFERED]
    with pytest.raises(NotNow, match="still has time"):
        actions.free_baton(by=cast.host, hold=held(baton), receiver=cast.colleague)
