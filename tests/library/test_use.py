"""Who uses a thing, with what result; which agencies permit a tool."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import translation

from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import today
from fiksummin.library import actions, queries
from fiksummin.library.choices import Kind, Result, Ruling
from fiksummin.library.models import Adoption, Item, Report, ToolRuling
from fiksummin.library.templatetags.library import rating_words, used_words
from fiksummin.people.models import Person
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Link
from fiksummin.trail.queries import contributors
from tests import races
from tests.cast import Cast
from tests.factories import experiments, people
from tests.factories import library as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_each_uses_it_once_and_what_was_told_stays(cast: Cast) -> None:
    item = make.item(cast.member)
    first = make.adoption(cast.outsider, item, Result.EARLY)
    again = make.adoption(cast.outsider, item, Result.NO, how="Ei sopinut meille", rating=2)
    assert (first.pk, again.told.result) == (again.pk, Result.NO)
    assert [row.result for row in Report.objects.order_by("pk")] == [Result.EARLY, Result.NO]
    assert Link.objects.filter(kind=LinkKind.ADOPTED).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.create(item=item, node=item.node, person=cast.outsider)


def test_counts_are_by_query_and_tell_success_and_failure(cast: Cast) -> None:
    item = make.item(cast.member)
    ways = (Result.WORKS, Result.WORKS, Result.PARTLY, Result.NO, Result.EARLY)
    for result in ways:
        make.adoption(people.person(organisation=people.organisation()), item, result)
    make.adoption(cast.member, item)
    used = queries.used([item.pk])[item.pk]
    assert used == queries.Used(times=6, agencies=6, worked=3, partly=1, failed=1)
    assert used_words(used) == (
        "Used in 6 agencies, 6 users. Works: 3, works partly: 1, does not work: 1, too early to say: 1."
    )


def test_few_ratings_are_said_in_words(cast: Cast) -> None:
    item = make.item(cast.member)
    for number in range(5):
        before = rating_words(queries.used([item.pk])[item.pk])
        assert "5 by" not in before, number
        make.adoption(people.person(), item, rating=4 + number % 2)
    assert rating_words(queries.used([item.pk])[item.pk]) == "Rated 4.4 of 5 by 5 who use it."


def test_nobody_rates_what_she_has_not_used(cast: Cast) -> None:
    item = make.item(cast.member)
    with pytest.raises(Invalid, match="when you can say"):
        make.adoption(cast.member, item, Result.EARLY, rating=5)
    with pytest.raises(NotAllowed, match="Members tell"):
        make.adoption(cast.guest, item)
    with pytest.raises(NotNow, match="not published"):
        make.adoption(cast.member, make.draft(cast.member))
    adoption = make.adoption(cast.member, item)
    for rating, result in ((6, "works"), (0, "works"), (3, "early")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Report.objects.create(
                adoption=adoption, place="x", result=result, rating=rating, superseded_at=adoption.at
            )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE library_report SET rating = 5")


def test_all_who_had_a_part_are_reached_from_a_use(cast: Cast) -> None:
    ended = experiments.ended(cast.member, team=(cast.colleague,))
    from fiksummin.experiments import actions as trying  # noqa: PLC0415 -- of this test alone

    model = trying.make_model(by=cast.member, experiment=ended)
    actions.publish_item(by=cast.member, item=model)
    model.refresh_from_db()
    used = make.adoption(cast.outsider, model)
    assert set(contributors([used.node_id])) == {cast.member, cast.colleague, cast.outsider}


def test_an_agency_permits_a_tool(cast: Cast) -> None:
    tool, tip = make.item(cast.member, Kind.TOOL), make.item(cast.member, Kind.TIP)
    actions.rule_tool(by=cast.member, item=tool, ruling=Ruling.PERMITTED)
    body = cast.member.organisation_id
    found = queries.find(cast.member, queries.Finding(permitted_in=body), today())
    assert list(found) == [tool]
    actions.rule_tool(by=cast.colleague, item=tool, ruling=Ruling.FORBIDDEN, note="Uusi ohje")
    assert cast.colleague.organisation_id == body
    assert not queries.find(cast.member, queries.Finding(permitted_in=body), today()).exists()
    assert ToolRuling.objects.count() == 2
    with pytest.raises(NotNow, match="Only tools"):
        actions.rule_tool(by=cast.member, item=tip, ruling=Ruling.PERMITTED)
    with pytest.raises(Invalid, match="People of an agency"):
        actions.rule_tool(by=cast.guest, item=tool, ruling=Ruling.PERMITTED)


GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


def telling(person: Person, item: Item) -> Callable[[], str]:
    return lambda: make.adoption(person, item).told.result


@GUARD
def test_the_same_person_pressing_at_once_uses_it_once(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    person = people.person()
    item = make.item(person)
    races.meet_after(monkeypatch, "fiksummin.library.actions.use.locked", rivals=4)
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*(telling(person, item) for _one in range(4)))
    told = [outcome for outcome in outcomes if outcome == Result.WORKS]
    assert (len(told) == 4) is guard, outcomes
    assert Adoption.objects.count() == 1
    assert Report.objects.filter(superseded_at=None).count() == 1
