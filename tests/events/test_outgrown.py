"""Nobody is left in a line that never moves: who cannot be served any more hears it, and the organiser knows whom it concerns."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, queries
from fiksummin.events.models import AuditLine, Event, Registration
from fiksummin.events.queries.wishes import PlaceWish, Share, wish_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.events.test_handed_over import read
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def letters(row: Registration, news: str) -> list[str]:
    run_errands(now())
    found = Letter.objects.filter(key__startswith=f"registration-{row.pk}-{news}-").order_by("pk")
    bodies = [read(letter).get_body(("plain",)) for letter in found]
    return [body.get_content() for body in bodies if body]


def changed(cast: Cast, event: Event, **words: Any) -> Event:
    event = Event.objects.get(pk=event.pk)
    return actions.change_event(by=cast.owner, event=event, wish=replace(wish_of(event), **words))


def test_who_waits_for_an_event_that_somebody_else_holds_hears_where_to_register(cast: Cast) -> None:
    closes = now() + timedelta(days=2)
    event = make.event(cast.owner, places=1, virtual_places=1, allocation="lottery", closes_at=closes)
    row = make.registration(people.person(language="en"), event)
    far = make.registration(people.person(language="sv"), event, mode="virtual")
    changed(cast, event, places=0, virtual_places=0, outside_link="https://muualla.example/")
    for each in (row, far):
        each.refresh_from_db()
        assert (each.end, each.ended_at is not None) == ("removed", True)
    [told] = letters(row, "ended")
    assert "Somebody else holds the event now" in told
    assert "https://muualla.example/" in told
    assert len(letters(far, "ended")) == 1
    lines = AuditLine.objects.filter(what="removed").order_by("pk")
    assert list(lines.values_list("registration", flat=True)) == [row.pk, far.pk]


def test_a_group_larger_than_what_is_left_hears_it_once_and_is_named(cast: Cast) -> None:
    event = make.event(cast.owner, places=4)
    first = make.registration(people.person(), event, people=2)
    group = make.registration(people.person(language="en", name="Ryhmä Suuri"), event, people=4)
    one = make.registration(people.person(language="en"), event, people=3)
    assert letters(group, "outgrown") == []
    changed(cast, event, places=3)
    [told] = letters(group, "outgrown")
    assert "The event has 3 places. Register fewer people." in told
    assert "Your group keeps its turn in the queue" in told
    assert f"/registrations/{group.pk}/" in told
    changed(cast, event, title="Toinen nimi")
    changed(cast, event, places=2)
    assert (len(letters(group, "outgrown")), len(letters(one, "outgrown"))) == (1, 1)
    assert [row.pk for row in queries.too_large(queries.read_anew(event))] == [group.pk, one.pk]
    waiting = (
        signed_in(cast.owner).get(f"/en/events/{event.pk}/participants/?standing=waiting").content.decode()
    )
    assert waiting.count("More people than there are places for") == 2
    actions.cancel_registration(by=first.person, registration=first)
    fewer = PlaceWish(mode="on_site", people=1, person=group.person)
    actions.change_registration(by=group.person, registration=group, wish=fewer)
    group.refresh_from_db()
    assert group.confirmed_at is not None


def test_a_group_whose_only_mode_left_is_smaller_hears_it(cast: Cast) -> None:
    event = make.event(cast.owner, places=4, virtual_places=2)
    first = make.registration(people.person(), event, people=1)
    group = make.registration(people.person(language="en"), event, people=4)
    actions.cancel_registration(by=first.person, registration=first)
    Registration.objects.filter(pk=group.pk).update(pool=None, confirmed_at=None)
    changed(cast, event, places=0)
    group.refresh_from_db()
    assert (group.mode, len(letters(group, "outgrown"))) == ("virtual", 1)


def test_a_group_larger_than_a_quota_hears_it_and_the_organiser_reads_who(cast: Cast) -> None:
    body = people.organisation()
    event = make.event(cast.owner, places=3)
    first = make.registration(people.person(), event, people=1)
    group = make.registration(
        people.person(language="en", name="Ryhmä Suuri", organisation=body), event, people=3
    )
    actions.set_quotas(by=cast.owner, event=event, shares=[Share(3, organisation=body)])
    assert letters(group, "outgrown") == []
    for _twice in "ab":
        actions.set_quotas(by=cast.owner, event=event, shares=[Share(2, organisation=body)])
    [told] = letters(group, "outgrown")
    assert "At most 2 places are for people of your organisation or role." in told
    given = {
        "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-MIN_NUM_FORMS": "0",
        "form-MAX_NUM_FORMS": "50", "form-0-organisation": str(body.pk), "form-0-role": "", "form-0-most": "1",
    }  # fmt: skip
    page = signed_in(cast.owner).post(f"/en/events/{event.pk}/quotas/", given, follow=True).content.decode()
    assert (
        "These wait with more people than there are places for, and have been told so: Ryhmä Suuri." in page
    )
    assert len(letters(group, "outgrown")) == 1
    assert letters(first, "outgrown") == []
