"""What somebody wishes for herself: to be asked before a place is hers, and to be seen by the others who have one."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from fiksummin.core.errors import NotNow
from fiksummin.core.personal import export_all
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Registration
from fiksummin.events.models.places import USUAL_OFFER_HOURS
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db


def full(organiser: Person, *, places: int = 1, **words: Any) -> tuple[Event, list[Registration]]:
    """An event whose places are taken, and who has them."""
    event = make.event(organiser, places=places, **words)
    return event, [make.registration(people.person(), event) for _one in range(places)]


def give_up(*rows: Registration) -> None:
    for row in rows:
        actions.cancel_registration(by=row.person, registration=row)


def read(row: Registration) -> Registration:
    return Registration.objects.select_related("event", "pool", "person").get(pk=row.pk)


@pytest.mark.parametrize(
    ("hours", "asks", "held"),
    [(0, None, 0), (0, False, 0), (0, True, 24), (3, None, 3), (3, True, 3), (3, False, 0)],
)
def test_a_freed_place_is_held_or_given_as_was_wished(
    cast: Cast, hours: int, asks: bool | None, held: int
) -> None:
    event, [holder] = full(cast.owner, offer_hours=hours)
    mine = make.registration(cast.member, event, asks_first=asks)
    at = now()
    actions.cancel_registration(by=holder.person, registration=holder, at=at)
    mine = read(mine)
    assert mine.state == ("offered" if held else "confirmed")
    assert mine.offer_due_at == (at + timedelta(hours=held) if held else None)


def test_the_published_rule_says_that_whoever_waits_may_choose_otherwise(cast: Cast) -> None:
    for hours, said in (
        (0, f"held for {USUAL_OFFER_HOURS} hours for her answer"),
        (3, "chose so gets it at once"),
    ):
        event = make.event(cast.owner, offer_hours=hours)
        assert said in signed_in(cast.member).get(f"/en/events/{event.pk}/").content.decode()


def test_what_one_declines_goes_to_the_next_at_once_as_she_wished(cast: Cast) -> None:
    event, [holder] = full(cast.owner, offer_hours=0)
    first = make.registration(cast.member, event, asks_first=True)
    second = make.registration(cast.colleague, event)
    give_up(holder)
    assert [read(row).state for row in (first, second)] == ["offered", "queued"]
    actions.decline_place(by=cast.member, registration=first)
    assert read(second).state == "confirmed"


def test_a_group_is_asked_or_not_as_a_whole(cast: Cast) -> None:
    event, rows = full(cast.owner, places=3, offer_hours=5)
    group = make.registration(cast.member, event, people=3, asks_first=False)
    give_up(*rows)
    assert (read(group).state, event.pools.get().taken) == ("confirmed", 3)


def test_the_wish_is_changed_while_one_waits_and_no_longer(cast: Cast) -> None:
    event, [holder] = full(cast.owner)
    mine = make.registration(cast.member, event)
    address, client = f"/en/registrations/{mine.pk}/", signed_in(cast.member)
    page = client.get(address).content.decode()
    assert "the place is held for me for 24 hours" in page
    for _twice in range(2):
        assert client.post(f"{address}offer/", {"offer": "first"}).status_code == 303
    assert read(mine).asks_first is True
    assert "it is held for you" in client.get(address).content.decode()
    wrong = client.post(f"{address}offer/", {"offer": "x"})
    assert (wrong.status_code, "Choose one of the answers given." in wrong.content.decode()) == (400, True)
    assert signed_in(cast.colleague).post(f"{address}offer/", {"offer": "first"}).status_code == 404
    give_up(holder)
    late = client.post(f"{address}offer/", {"offer": "at_once"})
    assert (late.status_code, "held for you already" in late.content.decode()) == (409, True)
    assert read(mine).state == "offered"
    with pytest.raises(NotNow):
        actions.choose_offer(by=cast.member, registration=mine, asks_first=False)


def test_who_joins_the_queue_chooses_on_the_page_and_keeps_what_was_typed(cast: Cast) -> None:
    event, [holder] = full(cast.owner, places=1, virtual_places=1)
    address, client = f"/en/events/{event.pk}/registration/", signed_in(cast.member)
    page = client.get(address).content.decode()
    assert "Ask me first" in page
    assert "Give me the place at once" in page
    wrong = client.post(address, {"offer": "first", "people": "many", "mode": "on_site"})
    assert wrong.status_code == 422
    assert 'value="first" checked' in " ".join(wrong.content.decode().split()).replace(' id="id_offer_0"', "")
    assert client.post(address, {"offer": "first", "mode": "on_site"}).status_code == 303
    mine = Registration.objects.get(person=cast.member)
    give_up(holder)
    assert read(mine).state == "offered"


def test_a_guest_chooses_on_her_form_and_by_her_link(cast: Cast) -> None:
    event, [holder] = full(cast.owner, audience=make.PUBLIC)
    client = Client()
    given = {"name": "Viivi", "email": "v@vieras.example", "offer": "first", "is_shown": "on"}
    assert client.post(f"/en/events/{event.pk}/registration/", given).status_code == 303
    link = event.links.get()
    mine = actions.confirm_guest(link=link)
    assert (mine.asks_first, mine.shown_at is not None) == (True, True)
    address = f"/en/guests/{queries.secret_from(link.nonce)}/"
    assert client.post(f"{address}offer/", {"offer": "at_once"}).status_code == 303
    assert client.post(f"{address}showing/", {"shown": "no"}).status_code == 303
    give_up(holder)
    mine = read(mine)
    assert (mine.state, mine.shown_at) == ("confirmed", None)


def test_a_program_chooses_alike(cast: Cast) -> None:
    event, [holder] = full(cast.owner)
    program = program_of(cast.member, language="en")
    answer = program.post(f"events/{event.pk}/registrations", {"offer": True, "shown": True})
    body = answer.json()
    assert (answer.status_code, body["offer"], body["shown"]) == (202, True, True)
    number = body["id"]
    assert program.post(f"registrations/{number}/offer", {"offer": False}).json()["offer"] is False
    assert program.post(f"registrations/{number}/offer", {"offer": "maybe"}).status_code == 422
    assert (
        program_of(cast.colleague).post(f"registrations/{number}/offer", {"offer": True}).status_code == 404
    )
    same = [program.post(f"registrations/{number}/offer", {"offer": True}, key="k") for _time in range(2)]
    assert same[1]["Idempotent-Replay"] == "true"
    give_up(holder)
    assert program.get(f"registrations/{number}").json()["state"] == "offered"
    late = program.post(f"registrations/{number}/offer", {"offer": False})
    assert (late.status_code, late.json()["detail"]) == (409, "A place is yours or held for you already.")


def test_the_letter_says_what_will_happen(cast: Cast) -> None:
    from fiksummin.events.letters.registrations import _said_of_queue  # noqa: PLC0415 -- its words alone

    event, _rows = full(cast.owner)
    asked, given = (make.registration(people.person(), event, asks_first=asks) for asks in (True, False))
    said = [" ".join(_said_of_queue(read(row), "fi")[1]) for row in (asked, given)]
    assert ["24" in words for words in said] == [True, False]


# --- Who is coming -----------------------------------------------------------------------------------

NAME = "Kanaria Kaukolainen"


@pytest.fixture
def canary(cast: Cast) -> tuple[Event, Registration]:
    """Somebody who lets the others who have a place see her name."""
    event = make.event(cast.owner, places=2, audience=make.PUBLIC)
    person = people.person(
        name=NAME, organisation=people.organisation(name_fi="Kanariavirasto", name_en="Kanariavirasto")
    )
    return event, make.registration(person, event, is_shown=True)


def sees(who: Person | None, event: Event, extra: str = "") -> bool:
    client = signed_in(who) if who else Client()
    return NAME in client.get(f"/fi/events/{event.pk}/{extra}").content.decode()


def test_who_wishes_is_seen_by_those_who_have_a_place_and_by_nobody_else(
    cast: Cast, canary: tuple[Event, Registration]
) -> None:
    event, row = canary
    assert not sees(cast.member, event)
    mine = make.registration(cast.member, event)
    assert sees(cast.member, event)
    assert "Kanariavirasto" in signed_in(cast.member).get(f"/fi/events/{event.pk}/").content.decode()
    assert sees(cast.member, event) == (
        NAME in signed_in(cast.member).get(f"/fi/registrations/{mine.pk}/").content.decode()
    )
    waits = make.registration(cast.colleague, event)
    assert read(waits).state == "queued"
    assert not sees(cast.colleague, event)
    assert not sees(cast.outsider, event)
    assert not sees(None, event)
    for feed in ("/fi/events/rss/", "/fi/events/atom/", "/fi/events/events.ics", "/fi/events/"):
        assert NAME not in Client().get(feed).content.decode()
        assert NAME not in signed_in(cast.colleague).get(feed).content.decode()
    told = [
        program_of(one).get(f"events/{event.pk}").json()["coming"] for one in (cast.member, cast.colleague)
    ]
    assert told == [[{"name": NAME, "organisation": "Kanariavirasto"}], None]
    assert row.person is not None
    assert program_of(row.person).get(f"events/{event.pk}").json()["coming"] == []


def test_nobody_is_seen_who_did_not_wish_it_and_it_is_taken_back(
    cast: Cast, canary: tuple[Event, Registration]
) -> None:
    event, row = canary
    make.registration(cast.member, event)
    assert row.person is not None
    theirs = signed_in(row.person)
    assert str(cast.member) not in theirs.get(f"/fi/events/{event.pk}/").content.decode()
    address = f"/en/registrations/{row.pk}/showing/"
    for _twice in range(2):
        assert theirs.post(address, {"shown": "no"}).status_code == 303
    assert not sees(cast.member, event)
    assert theirs.post(address, {"shown": "yes"}).status_code == 303
    assert sees(cast.member, event)
    assert theirs.post(address, {"shown": "perhaps"}).status_code == 400
    assert signed_in(cast.member).post(address, {"shown": "yes"}).status_code == 404
    form = theirs.get(f"/en/events/{make.event(cast.owner).pk}/registration/").content.decode()
    assert 'name="is_shown"' in form
    assert "checked" not in form.split('name="is_shown"')[1].split(">")[0]


def test_a_name_goes_with_the_place_and_with_the_event(
    cast: Cast, canary: tuple[Event, Registration]
) -> None:
    event, row = canary
    mine = make.registration(cast.member, event)
    assert row.person is not None
    with time_machine.travel(event.ends_at, tick=False):
        assert queries.who_comes(read(mine), now()) is None
        assert not sees(cast.member, event)
    heir = people.person(organisation=row.person.organisation)
    actions.transfer_registration(by=row.person, registration=row, to=heir)
    assert read(row).shown_at is None
    assert queries.who_comes(read(mine), now()) == []


def test_the_wish_is_exported_and_forgotten(cast: Cast, canary: tuple[Event, Registration]) -> None:
    event, row = canary
    assert row.person is not None
    exported = str(export_all(row.person.pk))
    assert "shown_at" in exported
    Event.objects.filter(pk=event.pk).update(starts_at=now() - timedelta(hours=1))
    actions.forget_registrant(person=row.person.pk, at=now())
    assert read(row).shown_at is None


def test_a_program_shows_and_hides_alike(cast: Cast, canary: tuple[Event, Registration]) -> None:
    event, row = canary
    make.registration(cast.member, event)
    assert row.person is not None
    program, other = program_of(row.person), program_of(cast.member)
    assert program.post(f"registrations/{row.pk}/showing", {"shown": False}).json()["shown"] is False
    assert other.get(f"events/{event.pk}").json()["coming"] == []
    assert program.post(f"registrations/{row.pk}/showing", {"shown": True}).status_code == 200
    assert len(other.get(f"events/{event.pk}").json()["coming"]) == 1
    assert program.post(f"registrations/{row.pk}/showing", {}).status_code == 422
    assert other.post(f"registrations/{row.pk}/showing", {"shown": False}).status_code == 404


# A place that is freed after the wish was changed in another session goes by the wish that stands then.


def test_the_wish_that_stands_when_the_place_is_freed_counts(cast: Cast) -> None:
    event, [holder] = full(cast.owner, offer_hours=2)
    mine = make.registration(cast.member, event)
    for asks in (True, False):
        actions.choose_offer(by=cast.member, registration=mine, asks_first=asks)
    give_up(holder)
    assert read(mine).state == "confirmed"
