"""Each fact reaches each person once: on the page, or by mail, or not at all, and never twice."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from fiksummin.core.mail import post
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.notifications import actions, queries
from fiksummin.notifications import letters as letters_of_notices
from fiksummin.notifications.choices import Kind, State
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import ideas

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def told(person: Person, key: str = "one", **words: Any) -> Notice:
    thing = ideas.campaign(Cast().owner).node_id
    actions.tell(key=key, what="idea.proposed", thing=thing, about=[person.pk], **words)
    return Notice.objects.get(person=person, key=key)


def letters(person: Person) -> list[Letter]:
    return list(Letter.objects.filter(person=person.pk, key__startswith="notices-").order_by("pk"))


def test_a_fact_told_twice_is_one_notice(cast: Cast) -> None:
    first = told(cast.member)
    assert told(cast.member).pk == first.pk
    assert Notice.objects.count() == 1


def test_what_is_about_somebody_is_mailed_at_once_and_more_an_hour_later_in_one(cast: Cast) -> None:
    at = now()
    told(cast.member, "a", at=at)
    assert actions.mail_due(at=at) == 1
    for key in "bc":
        told(cast.member, key, at=at + timedelta(minutes=5))
    assert actions.mail_due(at=at + timedelta(minutes=59)) == 0
    assert actions.mail_due(at=at + HOUR) == 1
    assert actions.mail_due(at=at + 5 * HOUR) == 0
    assert len(letters(cast.member)) == 2
    assert set(Notice.objects.values_list("state", flat=True)) == {State.MAILED}


def test_what_was_seen_is_not_mailed(cast: Cast) -> None:
    notice = told(cast.member)
    assert actions.show(by=cast.member, notices=[notice.pk]) == 1
    assert actions.mail_due(at=now() + HOUR) == 0
    assert Notice.objects.get().state == State.SHOWN


def test_nobody_sees_for_somebody_else(cast: Cast) -> None:
    notice = told(cast.member)
    assert actions.show(by=cast.colleague, notices=[notice.pk]) == 0
    assert Notice.objects.get().state == State.UNREAD


def test_what_she_follows_goes_once_in_the_morning_by_choice(cast: Cast) -> None:
    person = cast.member
    seven = queries.morning(now()) + timedelta(days=2)
    thing = ideas.campaign(Cast().owner).node_id
    tell = {"what": "idea.proposed", "thing": thing, "follow": [person.pk]}
    actions.tell(key="a", at=seven - HOUR, **tell)
    assert actions.mail_due(at=seven + HOUR) == 0
    Person.objects.get_queryset().filter(pk=person.pk).update(mail_follow=True)
    assert actions.mail_due(at=seven + HOUR) == 1
    actions.tell(key="b", at=seven + 2 * HOUR, **tell)
    assert actions.mail_due(at=seven + 20 * HOUR) == 0
    assert actions.mail_due(at=seven + 25 * HOUR) == 1
    assert [letter.key.split("-")[1] for letter in letters(person)] == [Kind.FOLLOW, Kind.FOLLOW]


def test_what_is_gone_is_let_go_and_not_mailed(cast: Cast) -> None:
    actions.tell(key="a", what="idea.proposed", thing=0, about=[cast.member.pk])
    assert actions.mail_due(at=now()) == 0
    assert Notice.objects.get().state == State.DROPPED
    assert letters(cast.member) == []


def test_a_letter_of_its_own_stands_in_the_ledger_and_goes_with_it(cast: Cast) -> None:
    letter = post(to="a@vm.example", person=cast.member.pk, key="visit-7-announced-0", subject="s", text="t")
    row = Notice.objects.get()
    assert (row.state, row.thing, row.letter, row.person) == (State.MAILED, 7, letter, cast.member)
    post(to="a@vm.example", person=cast.member.pk, key="sign-in-1", subject="s", text="t")
    assert Notice.objects.count() == 1
    letter.delete()
    assert Notice.objects.count() == 0


@pytest.mark.parametrize("state", [State.SHOWN, State.MAILED, State.DROPPED])
@pytest.mark.parametrize("after", State.values)
def test_the_database_keeps_what_is_settled(cast: Cast, state: str, after: str) -> None:
    notice = told(cast.member)
    Notice.objects.filter(pk=notice.pk).update(state=state, settled_at=now())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE notifications_notice SET state = %s, settled_at = %s", [after, now()])
    assert Notice.objects.get().state == state


@pytest.mark.parametrize(
    "change", ["key = 'x'", "thing = 9", "kind = 'follow'", "state = 'shown'", "settled_at = created_at"]
)
def test_the_database_refuses_half_a_state_and_another_fact(cast: Cast, change: str) -> None:
    told(cast.member)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE notifications_notice SET " + change)  # noqa: S608 -- the cases above


def test_a_bundle_forgotten_leaves_the_notice(cast: Cast) -> None:
    told(cast.member)
    actions.mail_due(at=now())
    Letter.objects.filter(key__startswith="notices-").delete()
    assert Notice.objects.get().state == State.MAILED


def test_old_ones_are_let_go_and_forgotten(cast: Cast) -> None:
    told(cast.member)
    actions.forget_old(at=now() + timedelta(days=91))
    assert Notice.objects.get().state == State.DROPPED
    actions.forget_old(at=now() + timedelta(days=366))
    assert Notice.objects.count() == 0


def test_a_letter_that_cannot_be_written_keeps_nobody_from_hers(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, fine = cast.member, cast.colleague
    for person in (broken, fine):
        told(person, at=now())
    real = letters_of_notices.write

    def write(reader: Person, kind: str, lines: Any) -> Letter:
        if reader == broken:
            raise ValueError("no such letter")
        return real(reader, kind, lines)

    monkeypatch.setattr(letters_of_notices, "write", write)
    assert actions.mail_due(at=now()) == 1
    assert [len(letters(person)) for person in (broken, fine)] == [0, 1]
    monkeypatch.undo()
    assert actions.mail_due(at=now()) == 1
    assert len(letters(broken)) == 1
