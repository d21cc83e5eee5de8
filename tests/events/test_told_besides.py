"""Who holds an event, follows it or was invited hears what happens to it, each once and in her own words."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core import worker
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.wishes import wish_of
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.clients import signed_in
from tests.events.test_lost_spaces import letter
from tests.factories import events, people

pytestmark = pytest.mark.django_db
GUEST = "viivi@vieras.example"


def told(key: str) -> list[str]:
    """To whom letters of a kind have gone."""
    worker.run_errands(now())
    return sorted(Letter.objects.filter(key__contains=key).values_list("to", flat=True))


def emails(*who: Person) -> list[str]:
    return sorted(str(person.email) for person in who)


def move(by: Person, event: Event, **words: Any) -> None:
    wish = replace(wish_of(event), start=event.starts_at + timedelta(hours=1), **words)
    actions.change_event(by=by, event=event, wish=replace(wish, end=event.ends_at + timedelta(hours=1)))


@pytest.fixture
def event(cast: Cast) -> Event:
    """One that two hold; a host, a follower, and two who are invited, one of whom has registered."""
    event = events.event(cast.member, organisers=(cast.outsider,), hosts=(cast.host,), audience=events.PUBLIC)
    actions.follow_event(by=cast.owner, event=event)
    actions.follow_event(by=cast.colleague, event=event)
    for email in (GUEST, str(cast.colleague.email)):
        actions.invite_guest(by=cast.member, event=event, email=email, name="Viivi", language="sv")
    events.registration(cast.colleague, event)
    return event


def test_a_move_is_told_to_all_whom_it_concerns_but_whoever_moved_it(cast: Cast, event: Event) -> None:
    move(cast.member, event)
    others = emails(cast.outsider, cast.host, cast.owner)
    assert told(f"event-{event.pk}-changed-") == sorted([*others, GUEST, str(cast.colleague.email)])
    assert f"/events/{event.pk}/" in letter("-changed-", cast.outsider.pk)
    text = bytes(Letter.objects.get(key__contains="-changed-", to=GUEST).content).decode()
    assert "/sv/guests/" in text.replace("=\n", "")


def test_the_link_is_told_to_those_who_hold_it_and_not_to_those_who_follow(cast: Cast) -> None:
    event = events.event(cast.member, organisers=(cast.outsider,), places=0, virtual_places=2)
    actions.follow_event(by=cast.owner, event=event)
    link = "https://kokous.example/x"
    actions.change_event(by=cast.member, event=event, wish=replace(wish_of(event), online_link=link))
    assert told(f"event-{event.pk}-changed-") == emails(cast.outsider)


def test_a_cancellation_is_told_to_the_same_and_its_page_says_so_before(cast: Cast, event: Event) -> None:
    page = signed_in(cast.member).get(f"/en/events/{event.pk}/cancellation/").content.decode()
    for words in (
        "2 other people who hold the event or receive people at it", "2 people who follow the event",
        "2 people who were invited and have not answered",
    ):  # fmt: skip
        assert words in page
    actions.cancel_event(by=cast.outsider, event=event, reason="Puhuja sairastui")
    others = emails(cast.member, cast.host, cast.owner, cast.colleague)
    assert told(f"event-{event.pk}-cancelled-") == sorted([*others, GUEST])
    assert "Puhuja sairastui" in letter("-cancelled-", cast.owner.pk)


def test_of_a_draft_those_who_hold_it_hear_and_nobody_else(cast: Cast) -> None:
    event = events.event(cast.member, organisers=(cast.outsider,), publish=False)
    move(cast.member, event)
    assert told(f"event-{event.pk}-changed-") == emails(cast.outsider)
    actions.cancel_event(by=cast.member, event=event)
    assert told(f"event-{event.pk}-cancelled-") == emails(cast.outsider)


def test_nobody_is_told_who_may_not_see_it_or_was_not_to_come_any_more(cast: Cast) -> None:
    event = events.event(cast.member, audience=events.PUBLIC)
    actions.follow_event(by=cast.guest, event=event)
    link = actions.invite_guest(by=cast.member, event=event, email=GUEST, name="Viivi")
    actions.withdraw_guest(by=cast.member, link=link)
    actions.change_event(by=cast.member, event=event, wish=replace(wish_of(event), audience="state"))
    actions.cancel_event(by=cast.member, event=event, reason="Puhuja sairastui")
    assert told(f"event-{event.pk}-cancelled-") == []


def test_who_is_named_hears_it_and_not_whoever_named_herself(cast: Cast) -> None:
    event = events.event(cast.member, organisers=(cast.outsider,), hosts=(cast.host,))
    assert told("-part-") == emails(cast.outsider, cast.host)
    assert "utsetts till arrangör" in letter("-part-organiser-", cast.outsider.pk)
    assert "ottamaan vastaan" in letter("-part-host-", cast.host.pk)
    everybody = [cast.member, cast.outsider, cast.colleague]
    actions.set_people(by=cast.member, event=event, organisers=everybody, hosts=[cast.host])
    assert told("-part-") == emails(cast.outsider, cast.host, cast.colleague)


def test_who_is_named_for_a_series_has_one_letter(cast: Cast) -> None:
    event = events.event(cast.member, organisers=(cast.outsider,))
    worker.run_errands(now())
    days = [(event.starts_at + timedelta(days=days)).date() for days in (1, 2, 3)]
    actions.repeat_event(by=cast.member, event=event, dates=days)
    assert told("-part-") == emails(cast.outsider, cast.outsider)
    assert "2 andra evenemang i serien" in letter(f"event-{event.pk + 1}-part-", cast.outsider.pk)


def test_who_was_taken_off_again_hears_nothing(cast: Cast) -> None:
    event = events.event(cast.member)
    actions.set_people(by=cast.member, event=event, organisers=[cast.member, people.person()])
    actions.set_people(by=cast.member, event=event, organisers=[cast.member])
    assert told("-part-") == []
