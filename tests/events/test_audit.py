"""What was decided by hand about places stays in the audit log, by numbers, when the names are gone."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, transaction

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import AuditLine, Event
from fiksummin.events.queries import wish_of
from fiksummin.events.queries.wishes import EventWish, PlaceWish
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db
WHY = "pitää avauspuheenvuoron"


@pytest.fixture
def event(cast: Cast) -> Event:
    return make.event(cast.owner, title="Paja", places=1)


def lines(event: Event) -> list[tuple[str, str]]:
    return [(row.what, row.reason or "") for row in AuditLine.objects.filter(event=event).order_by("pk")]


def put_first(cast: Cast, event: Event) -> int:
    """The member has the only place; the colleague waits, and is put first."""
    make.registration(cast.member, event)
    row = make.registration(cast.colleague, event)
    return actions.give_priority(by=cast.owner, registration=row, reason=WHY).pk


def test_a_priority_is_told_on_the_page_of_the_log(cast: Cast, event: Event) -> None:
    number = put_first(cast, event)
    page = f"/en/events/{event.pk}/audit/"
    assert page in signed_in(cast.owner).get(f"/en/events/{event.pk}/").content.decode()
    read = signed_in(cast.owner).get(page).content.decode()
    told = (f"Registration {number} was put at the head of the queue", WHY, str(cast.owner))
    assert ([words in read for words in told], str(cast.colleague) in read) == ([True] * 3, False)
    assert signed_in(cast.colleague).get(page).status_code == 404
    assert signed_in(cast.outsider).get(page).status_code == 404


def test_each_act_by_hand_has_its_line(cast: Cast, event: Event) -> None:
    wish = PlaceWish(mode="on_site", person=cast.member)
    own = actions.register(by=cast.member, event=event, wish=wish)
    actions.transfer_registration(by=cast.member, registration=own, to=cast.colleague)
    actions.change_event(by=cast.owner, event=event, wish=change(event, places=3, virtual_places=2))
    actions.cancel_registration(by=cast.owner, registration=own)
    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        actions.walk_in(by=cast.owner, event=event, name="Viivi")
    assert [what for what, _reason in lines(event)] == [
        "handed", "capacity", "capacity", "removed", "walk_in",
    ]  # fmt: skip
    [here, there] = AuditLine.objects.filter(what="capacity").order_by("mode")
    assert ((here.before, here.after), (there.before, there.after)) == ((1, 3), (0, 2))
    assert AuditLine.objects.get(what="handed").by is None, "she acted with her own place"


def change(event: Event, **words: Any) -> EventWish:
    return replace(wish_of(event), **words)


def test_what_one_does_with_ones_own_and_with_a_draft_is_not_told(cast: Cast, event: Event) -> None:
    own = make.registration(cast.member, event)
    actions.cancel_registration(by=cast.member, registration=own)
    draft = make.event(cast.owner, publish=False, places=1)
    actions.change_event(by=cast.owner, event=draft, wish=change(draft, places=3))
    assert (lines(event), lines(draft)) == ([], [])


def test_it_stays_when_the_names_are_taken_off(cast: Cast, event: Event) -> None:
    put_first(cast, event)
    later = event.ends_at + timedelta(days=91)
    with time_machine.travel(later, tick=False):
        assert actions.forget_participants(at=now()) == 2
    row = AuditLine.objects.get()
    assert (row.reason, row.by) == (WHY, cast.owner)


def test_erased_she_leaves_no_reason_and_the_act_stays(cast: Cast, event: Event) -> None:
    number = put_first(cast, event)
    actions.forget_registrant(person=cast.colleague.pk, at=now())
    row = AuditLine.objects.get()
    assert (row.reason, row.registration, row.by) == (None, number, cast.owner)
    assert (
        "Deleted with the data" in signed_in(cast.owner).get(f"/en/events/{event.pk}/audit/").content.decode()
    )


def test_the_database_changes_and_removes_nothing_of_it(cast: Cast, event: Event) -> None:
    put_first(cast, event)
    rows = AuditLine.objects.all()
    for act in (
        lambda: rows.update(reason="muu syy"),
        lambda: rows.update(registration=1),
        lambda: rows.update(by=cast.member),
        rows.delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert lines(event) == [("priority", WHY)]


def test_the_page_is_paged(cast: Cast, event: Event) -> None:
    AuditLine.objects.bulk_create(
        AuditLine(event=event, what="capacity", mode="on_site", before=number, after=number + 1, reason="")
        for number in range(101)
    )
    assert queries.audit_of(event).count() == 101
    page = signed_in(cast.owner).get(f"/en/events/{event.pk}/audit/").content.decode()
    assert ("?page=2" in page, "100 → 101" in page, "0 → 1<" in page) == (True, True, False)
