"""Many batons at once, branches, and the pass-on number: recovered from spread that is made up."""

import math
import random
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import now, today
from fiksummin.experiments import actions, queries
from fiksummin.experiments.models import Baton, Hold
from fiksummin.experiments.queries.spread import FEWEST
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.queries import ancestors
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import people
from tests.factories.ideas import campaign

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return campaign(cast.facilitator, audience=Audience.PUBLIC)


def held(baton: Baton) -> Hold:
    hold = queries.holder(baton)
    assert hold is not None
    return hold


def body(person: Person) -> Organisation:
    assert person.organisation is not None
    return person.organisation


def tried(person: Person, hold: Hold) -> Hold:
    experiment = actions.try_with_baton(by=person, hold=hold, wish=make.wish())
    actions.end_experiment(by=person, experiment=experiment, wish=make.ending())
    return hold


def draw(rate: float, dice: random.Random) -> int:
    """Draw from Poisson's distribution, as Knuth does."""
    limit, count, product = math.exp(-rate), 0, dice.random()
    while product > limit:
        count, product = count + 1, product * dice.random()
    return count


@pytest.mark.parametrize("true", [0.4, 0.8, 1.3])
def test_the_number_is_recovered_and_its_interval_holds_it(true: float) -> None:
    dice = random.Random(7)  # noqa: S311 -- made-up spread, the same in each run
    found = [queries.spread([draw(true, dice) for _n in range(60)]) for _run in range(400)]
    numbers = [each.number for each in found if each.number is not None]
    assert len(numbers) == 400
    assert abs(sum(numbers) / 400 - true) < 0.03
    covered = sum((each.low or 0) <= true <= (each.high or 0) for each in found) / 400
    assert 0.91 <= covered <= 0.99, covered


def test_of_few_turns_nothing_is_said() -> None:
    assert queries.spread([1] * (FEWEST - 1)) == queries.Spread(FEWEST - 1)
    same = queries.spread([1] * FEWEST)
    assert (same.number, same.low, same.high) == (1, 1, 1)
    none = queries.spread([0] * FEWEST)
    assert (none.number, none.low) == (0, 0)


def test_only_what_is_known_counts(cast: Cast, asked: Campaign) -> None:
    wish = queries.BatonWish(title="Kävelykokous")
    first, second = actions.throw_many(
        by=cast.facilitator, campaign=asked, wish=wish, receivers=[cast.member, cast.colleague]
    )
    day, late = today(), today() + timedelta(days=60)

    def counted(on: object = day) -> list[int]:
        rows = Hold.objects.select_related("baton").order_by("baton", "number")
        return sorted(queries.passed_by_each(rows, on))  # type: ignore[arg-type]  # a day

    assert counted() == []
    tried(cast.member, held(first))
    assert counted() == []
    assert counted(late) == [0]
    mine = held(first)
    actions.hand_over_baton(
        by=cast.member, hold=mine, receiver=body(cast.outsider), more=["toinen@muu.example"]
    )
    assert counted() == [], "neither has been taken yet"
    assert counted(late) == [0], "nobody took them in time"
    actions.accept_baton(by=cast.outsider, hold=held(first))
    assert counted() == [], "the other may still"
    assert counted(late) == [0, 1]
    actions.pass_baton_on(by=cast.colleague, hold=held(second), receiver="kolmas@muu.example")
    assert counted(late) == [0, 1], "who passes it on without taking it is no holder"
    branch = Baton.objects.get(split_from=mine)
    assert (branch.first, branch.campaign) == (first, asked)
    assert first.node_id in ancestors([branch.node_id])


def test_many_are_thrown_at_once_and_once(cast: Cast, asked: Campaign) -> None:
    client = signed_in(cast.facilitator)
    path = f"/en/campaigns/{asked.slug}/batons/new/"
    units = [body(cast.outsider).pk, body(cast.member).pk]
    addresses = "yksi@muu.example, KAKSI@muu.example\nyksi@muu.example"
    own = body(cast.facilitator).pk
    sent = {
        "title": "Kävelykokous", "hold_days": "14", "key": "sama", "addresses": addresses,
        "units": [pk for pk in units if pk != own],
    }  # fmt: skip
    for _twice in range(2):
        assert client.post(path, sent).status_code == 303
    assert Baton.objects.count() == 2 + len(sent["units"])
    page = signed_in(cast.outsider).get(f"/en/campaigns/{asked.slug}/").text
    assert f"{Baton.objects.count()} batons" in page
    assert "at least 20 turns" in page
    assert client.get(f"/en/batons/?campaign={asked.slug}").text.count("Kävelykokous") >= 3


def test_all_or_none_and_by_whom(cast: Cast, asked: Campaign) -> None:
    wish = queries.BatonWish(title="Kävelykokous")
    with pytest.raises(NotAllowed, match="thrown by its owner"):
        actions.throw_many(by=cast.member, campaign=asked, wish=wish, receivers=["a@muu.example"])
    with pytest.raises(Invalid):
        actions.throw_many(by=cast.host, campaign=asked, wish=wish, receivers=["a@muu.example", "ei osoite"])
    with pytest.raises(NotAllowed, match="at least one"):
        actions.throw_many(by=cast.host, campaign=asked, wish=wish, receivers=[])
    assert not Baton.objects.exists()
    assert signed_in(cast.member).get(f"/en/campaigns/{asked.slug}/batons/new/").status_code == 403


def test_a_baton_branches_and_nobody_has_two_of_a_family(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    hold = tried(cast.member, held(baton))
    with pytest.raises(NotAllowed, match="at most 5"):
        actions.hand_over_baton(
            by=cast.member, hold=hold, receiver=cast.outsider, more=[f"{n}@muu.example" for n in range(5)]
        )
    actions.hand_over_baton(by=cast.member, hold=hold, receiver=cast.outsider, more=[cast.colleague])
    branch = Baton.objects.get(first=baton)
    with pytest.raises(NotAllowed, match="these hands already"):
        actions.pass_baton_on(by=cast.colleague, hold=held(branch), receiver=cast.member)
    for number in (baton.pk, branch.pk):
        page = signed_in(cast.partner).get(f"/en/batons/{number}/").text
        assert "All that began with the same baton" in page
    tree = queries.tree(branch, None)
    ((turn, branches), (second, _none)) = tree.turns
    assert (turn, [each.baton for each in branches], second.person) == (hold, [branch], cast.outsider)
    with pytest.raises(DatabaseError), transaction.atomic():
        Baton.objects.filter(pk=baton.pk).update(first=branch, split_from=hold)


def test_a_holder_is_shown_by_organisation_alone(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    path, other = f"/en/batons/{baton.pk}/", signed_in(cast.outsider)
    assert str(cast.member) in other.get(path).text
    assert signed_in(cast.member).post(f"{path}holder/", {"wanted": "0"}).status_code == 303
    assert str(cast.member) not in other.get(path).text
    assert other.post(f"{path}holder/", {"wanted": "1"}).status_code == 404
    with pytest.raises(NotAllowed, match="how she is shown"):
        actions.show_holder(by=cast.outsider, hold=held(baton), is_named=True)
    assert str(people.person()) not in other.get(path).text
    assert now() > held(baton).given_at
