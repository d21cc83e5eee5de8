"""What is written is checked again, falls to others when nobody does, and goes out of use with what replaces it."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import HELSINKI, moment, now, today
from fiksummin.library import actions, queries
from fiksummin.library.choices import Audience, Keeping, Kind
from fiksummin.library.models import Item, Retirement
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import library as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_who_publishes_answers_for_the_review(cast: Cast) -> None:
    tool = make.item(cast.member, Kind.TOOL)
    assert tool.node is not None
    due = today() + timedelta(days=180)
    assert (tool.node.owner, tool.node.due_on, tool.review_on) == (cast.member, due, due)


def test_a_review_falls_from_owner_to_group_to_host(cast: Cast) -> None:
    host = cast.host
    item = make.item(cast.member, Kind.TOOL)
    actions.add_keeper(by=cast.member, item=item, newcomer=cast.colleague)
    start, seen = today() + timedelta(days=180), []
    for days in (6, 7, 8, 27, 28, 60, 90):
        actions.let_reviews_fall(at=moment(start + timedelta(days=days), time(12), HELSINKI))
        item = Item.objects.select_related("node__owner").get(pk=item.pk)
        assert item.node is not None
        seen.append((days, item.keeping, item.node.owner))
    assert seen == [
        (6, Keeping.OWNER, cast.member),
        (7, Keeping.GROUP, cast.colleague),
        (8, Keeping.GROUP, cast.colleague),
        (27, Keeping.GROUP, cast.colleague),
        (28, Keeping.HOST, host),
        (60, Keeping.HOST, host),
        (90, Keeping.HOST, host),
    ]
    assert list(queries.reviews_of(host, today() + timedelta(days=280))) == [item]


def test_one_press_and_it_holds_again(cast: Cast) -> None:
    item = make.item(cast.member, Kind.TOOL, moment=now() - timedelta(days=200))
    assert item.is_stale(today())
    actions.let_reviews_fall(at=now())
    with pytest.raises(NotAllowed, match="Those who keep it up"):
        actions.check_item(by=cast.outsider, item=item)
    actions.check_item(by=cast.host, item=item)
    item = Item.objects.select_related("node__owner").get(pk=item.pk)
    assert item.node is not None
    assert (item.is_stale(today()), item.keeping, item.node.owner) == (False, Keeping.OWNER, cast.member)


def test_what_nobody_checked_sinks(cast: Cast) -> None:
    stale = make.item(
        cast.member, Kind.TOOL, title="Uusi mutta vanhentunut", moment=now() - timedelta(days=190)
    )
    fresh = make.item(cast.member, Kind.MODEL, title="Vanha", moment=now() - timedelta(days=300))
    assert list(queries.find(None, queries.Finding(), today())) == [fresh, stale]


def test_out_of_use_with_what_replaces_it(cast: Cast) -> None:
    first, second, third = (make.item(cast.member) for _one in range(3))
    for says_nothing in ("ei", "ei " * 20):
        with pytest.raises(Invalid, match="Say why"):
            actions.retire_item(by=cast.member, item=first, reason=says_nothing)
    with pytest.raises(Invalid, match="cannot replace itself"):
        actions.retire_item(by=cast.member, item=first, reason="Palvelu loppui", replacement=first)
    actions.retire_item(by=cast.member, item=first, reason="Palvelu loppui", replacement=second)
    actions.retire_item(by=cast.member, item=second, reason="Palvelu loppui", replacement=third)
    with pytest.raises(Invalid, match="long way round") as refusal:
        actions.retire_item(by=cast.member, item=third, reason="Palvelu loppui", replacement=first)
    assert refusal.value.field == "replacement"
    assert list(queries.find(None, queries.Finding(), today())) == [third]
    assert set(queries.retired_for(None)) == {first, second}
    first.refresh_from_db()
    assert first.node is not None
    assert first.node.closed_at is not None
    host = cast.host
    assert actions.let_reviews_fall(at=now() + timedelta(days=800)) == 1, "of what is in use alone"
    with pytest.raises(NotNow, match="out of use"):
        make.adoption(host, first)
    with pytest.raises(NotNow, match="already"):
        actions.retire_item(by=host, item=first, reason="Palvelu loppui")
    actions.return_item(by=host, item=first)
    assert first in queries.find(None, queries.Finding(), today())


def test_the_list_of_what_is_out_of_use_says_why_and_what_replaces_it(cast: Cast, client: Client) -> None:
    """What replaces it is named to those who may see it."""
    old, other, new = (make.item(cast.member) for _one in range(3))
    inner = make.item(cast.member, audience=Audience.MEMBERS)
    actions.retire_item(by=cast.member, item=old, reason="Palvelu loppui", replacement=new)
    actions.retire_item(by=cast.member, item=other, reason="Sopimus päättyi", replacement=inner)
    page = client.get("/en/library/retired/").content.decode()
    for words in ("Palvelu loppui", "Sopimus päättyi", new.words.title, "Out of use"):
        assert words in page
    assert inner.words.title not in page
    client.force_login(cast.colleague)
    assert inner.words.title in client.get("/en/library/retired/").content.decode()


def test_the_database_refuses_a_circle_of_replacements(cast: Cast) -> None:
    first, second, third = (make.item(cast.member) for _one in range(3))
    row = {"reason": "Palvelu loppui"}
    Retirement.objects.create(item=first, replacement=second, **row)
    Retirement.objects.create(item=second, replacement=third, **row)
    for item, replacement in ((third, first), (third, third)):
        with pytest.raises(DatabaseError, match="circle"), transaction.atomic():
            Retirement.objects.create(item=item, replacement=replacement, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Retirement.objects.create(item=first, replacement=None, **row)
    Retirement.objects.create(item=third, replacement=None, **row)


def test_what_somebody_who_left_kept_up_falls_to_others(cast: Cast) -> None:
    from fiksummin.people import actions as people  # noqa: PLC0415 -- of this test alone

    item = make.item(cast.colleague, Kind.TOOL, moment=now() - timedelta(days=200))
    owner = cast.owner
    people.erase(by=cast.colleague, person=cast.colleague)
    item = Item.objects.select_related("node__owner").get(pk=item.pk)
    assert item.node is not None
    assert item.node.owner == owner
    assert [row.person for row in item.keepers.all()] == [None]


def test_only_whose_check_it_is_hears_that_nobody_has_checked(cast: Cast) -> None:
    def heard(person: Person) -> list[str]:
        worker.drain()
        rows = Notice.objects.filter(person=person, thing=item.node_id).order_by("pk")
        return list(rows.values_list("what", flat=True))

    item = make.item(cast.member, Kind.TOOL, moment=now() - timedelta(days=200))
    actions.add_keeper(by=cast.member, item=item, newcomer=cast.colleague)
    actions.let_reviews_fall(at=now())
    assert heard(cast.colleague)[-1] == "library.fell"
    actions.check_item(by=cast.host, item=item)
    assert "library.fell" not in heard(cast.member), "it was checked just now"
    assert heard(cast.colleague).count("library.fell") == 1
