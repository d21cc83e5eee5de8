"""Agencies invite the lab and are answered by their day; the tour; whom to visit next."""

import re
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from fiksummin.core.errors import Invalid
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, queries
from fiksummin.events.letters.writing import day_words
from fiksummin.events.models import Event, EventKind, Invitation, Target, TargetVote
from fiksummin.events.queries.wishes import InvitationWish
from fiksummin.people.models import Person
from tests import races
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.events.test_lost_spaces import letter
from tests.factories import events as make
from tests.factories import people, spaces

pytestmark = pytest.mark.django_db
ASKED = {
    "topic": "Yhteiset tilat",
    "audience": "koko virasto",
    "people": "30",
    "dates": "tammikuussa",
    "text": "",
}


def letters(part: str) -> list[Letter]:
    run_errands(now())
    return list(Letter.objects.filter(key__contains=part).order_by("id"))


def invited(by: Person, **words: Any) -> Invitation:
    return actions.invite_lab(by=by, wish=InvitationWish("Yhteiset tilat", "tammikuussa", **words))


def test_an_agency_invites_and_the_day_is_set_in_one_act(cast: Cast) -> None:
    client, address = signed_in(cast.outsider), "/fi/tour/invitations/new/"
    key = re.search(r'name="key" value="([^"]+)"', client.get(address).content.decode())
    assert key
    for _twice in range(2):
        answer = client.post(address, {**ASKED, "key": key[1]})
        assert answer.status_code == 303
    row = Invitation.objects.get()
    page = f"/fi/tour/invitations/{row.pk}/"
    assert answer["Location"] == page
    assert signed_in(cast.partner).get(page).status_code == 404
    assert signed_in(cast.guest).get(address).status_code == 403
    [sent] = letters("-sent")
    assert sent.person == cast.outsider.pk
    host = signed_in(cast.host)
    assert "1 virasto" in host.get("/fi/today/").content.decode()
    given = {
        "title": "Kiertue tulee", "kind": "tour-stop", "day": (today() + timedelta(days=30)).isoformat(),
        "start": "9", "end": "12", "place": "Esimerkkikatu 1", "places": "40", "virtual_places": "0",
        "audience": "organisation", "publish": "on", "language": "fi",
    }  # fmt: skip
    assert host.post(f"{page}stop/", {**given, "end": "8"}).status_code == 422
    assert not Event.objects.exists()
    done = host.post(f"{page}stop/", given)
    event = Event.objects.get()
    assert done["Location"] == f"/fi/events/{event.pk}/"
    assert (event.audience_organisation, event.published_at is not None) == (cast.outsider.organisation, True)
    assert {row.person for row in event.people.all()} == {cast.host, cast.outsider}
    [told] = letters("-scheduled")
    assert (told.person, b"klo" in bytes(told.content)) == (cast.outsider.pk, cast.outsider.language == "fi")
    assert "1 virasto" not in host.get("/fi/today/").content.decode()


def test_a_refusal_has_its_reason_and_is_told(cast: Cast) -> None:
    row = invited(cast.outsider)
    host, page = signed_in(cast.host), f"/fi/tour/invitations/{row.pk}/"
    assert host.post(f"{page}refusal/", {"reason": "ei"}).status_code == 422
    assert host.post(f"{page}refusal/", {"reason": "Kevään päivät ovat täynnä"}).status_code == 303
    assert host.post(f"{page}acceptance/").status_code == 409
    assert "täynnä" in signed_in(cast.outsider).get(page).content.decode()
    [told] = letters("-declined")
    assert told.person == cast.outsider.pk
    assert not letters("-accepted")


def test_a_late_answer_climbs_once_to_those_who_run_the_lab(cast: Cast) -> None:
    cast.host, cast.owner, cast.member  # noqa: B018 -- they are there
    late, answered, back = invited(cast.outsider), invited(cast.outsider), invited(cast.outsider)
    due = late.answer_due_on - today()
    with time_machine.travel(now() + due, tick=False):
        assert actions.climb_invitations(at=now()) == 0
    with time_machine.travel(now() + due + timedelta(days=1), tick=False):
        actions.accept_invitation(by=cast.host, invitation=answered)
        actions.withdraw_invitation(by=cast.outsider, invitation=back)
        assert actions.climb_invitations(at=now()) == 1
        assert actions.climb_invitations(at=now()) == 0
        assert {row.person for row in letters("-late-")} == {cast.host.pk, cast.owner.pk}
        assert "1 myöhässä" in signed_in(cast.host).get("/fi/today/").content.decode()
    with time_machine.travel(now() + due + timedelta(days=2), tick=False):
        assert actions.climb_invitations(at=now()) == 0
        assert len(letters("-late-")) == 2


def test_a_stop_asks_what_its_kind_asks_and_its_places_are_given_as_usual(cast: Cast) -> None:
    kind = EventKind.objects.get(slug="tour-stop")
    EventKind.objects.filter(pk=kind.pk).update(allocation="lottery", keep_answers_days=3)
    wish = make.wish(kind="tour-stop", language="sv")
    event = actions.schedule_invitation(by=cast.host, invitation=invited(cast.outsider), wish=wish)
    assert (event.allocation, event.keep_answers_days, bool(event.lottery_seed)) == ("lottery", 3, True)
    [question] = event.questions.all()
    assert (question.sensitivity, question.text) == ("access", kind.questions.get().text_sv)


def test_the_day_of_a_visit_is_set_by_a_date_and_climbs_when_it_is_late(cast: Cast) -> None:
    cast.host, cast.owner  # noqa: B018 -- they are there
    row, other = invited(cast.outsider), invited(cast.outsider)
    first = row.answer_due_on + timedelta(days=1) - today()
    with time_machine.travel(now() + first, tick=False):
        assert actions.climb_invitations(at=now()) == 2
        for each in (row, other):
            actions.accept_invitation(by=cast.host, invitation=each)
        assert letters("-late-") == []
        row.refresh_from_db()
        assert row.answer_due_on == working_day_after(today(), 10)
        assert day_words(row.answer_due_on, "sv") in letter(
            f"invitation-{row.pk}-accepted-", cast.outsider.pk
        )
        page = page_of(cast.outsider, row)
        assert ("Myöhässä" in page, "sovitaan päivä." in page) == (False, True)
        assert "2 myöhässä" not in today_of(cast.host)
    with time_machine.travel(now() + (row.answer_due_on + timedelta(days=1) - today()), tick=False):
        assert "Myöhässä" in page_of(cast.outsider, row)
        assert "2 myöhässä" in today_of(cast.host)
        assert [actions.climb_invitations(at=now()) for _twice in "ab"] == [2, 0]
        actions.schedule_invitation(by=cast.host, invitation=other, wish=make.wish(kind="tour-stop"))
        late = letters("-late-")
        assert {letter.person for letter in late} == {cast.host.pk, cast.owner.pk}
        assert len(late) == 2, "of the one whose day is set nobody is reminded"
        event = actions.schedule_invitation(
            by=cast.host, invitation=row, wish=make.wish(kind="tour-stop"), publish=True
        )
        actions.cancel_event(by=cast.host, event=event, reason="Sairastuimme")
        row.refresh_from_db()
        assert (row.state, row.answer_due_on) == ("accepted", working_day_after(today(), 10))
        assert len(letters("-new-day-")) == 1
        assert day_words(row.answer_due_on, "sv") in letter("-new-day-", cast.outsider.pk)
    with time_machine.travel(now() + (row.answer_due_on + timedelta(days=1) - today()), tick=False):
        assert [actions.climb_invitations(at=now()) for _twice in "ab"] == [1, 0]
        assert len(letters("-late-")) == 4


def page_of(person: Person, row: Invitation) -> str:
    return signed_in(person).get(f"/fi/tour/invitations/{row.pk}/").content.decode()


def today_of(person: Person) -> str:
    return signed_in(person).get("/fi/today/").content.decode()


def test_the_tour_tells_the_public_only_of_stops_for_everybody(cast: Cast) -> None:
    for number, audience in enumerate((make.PUBLIC, "state")):
        person = people.person(organisation=people.organisation(name_fi=f"Kiertuevirasto {number}"))
        row = invited(person)
        wish = make.wish(kind="tour-stop", audience=audience)
        actions.schedule_invitation(by=cast.host, invitation=row, wish=wish, publish=True)
    people.organisation(name_fi="Kiertuevirasto 2")
    with time_machine.travel(now() + timedelta(days=9), tick=False):
        public = Client().get("/fi/tour/").content.decode()
        member = signed_in(cast.member).get("/fi/tour/").content.decode()
        guest = queries.tour(now(), cast.guest)
    assert ["Kiertuevirasto 0" in public, "Kiertuevirasto 1" in public, "Kiertuevirasto 2" in public] == [
        True,
        False,
        False,
    ]
    assert all(f"Kiertuevirasto {number}" in member for number in range(3))
    hidden = next(row for row in guest if row.organisation.name == "Kiertuevirasto 1")
    assert [stop.event for stop in hidden.stops] == [None]


def test_counts_are_shown_after_ones_own_vote_and_the_choice_with_its_reason(cast: Cast) -> None:
    member, page = signed_in(cast.member), "/fi/targets/"
    assert member.post(page, {"name": "", "why": ""}).status_code == 422
    assert member.post(page, {"name": "Esimerkkitehdas", "why": "Sama murros"}).status_code == 303
    target = Target.objects.get()
    assert signed_in(cast.colleague).post(f"{page}{target.pk}/vote/").status_code == 303
    count = "1 haluaa"
    assert count not in member.get(page).content.decode()
    assert member.post(f"{page}{target.pk}/vote/").status_code == 303
    assert "2 haluaa" in member.get(page).content.decode()
    assert member.post(f"{page}{target.pk}/vote/withdrawal/").status_code == 303
    assert count not in member.get(page).content.decode()
    assert signed_in(cast.guest).post(f"{page}{target.pk}/vote/").status_code == 403
    host = signed_in(cast.host)
    assert member.get(f"{page}{target.pk}/choice/").status_code == 403
    assert host.post(f"{page}{target.pk}/choice/", {"reason": "Moni haluaa sinne"}).status_code == 303
    shown = member.get(page).content.decode()
    assert "Moni haluaa sinne" in shown
    assert {row.person for row in letters("-chosen-")} == {cast.member.pk, cast.colleague.pk}
    assert member.post(f"{page}{target.pk}/vote/").status_code == 409


def test_an_invitation_that_is_taken_back_is_told_to_those_who_run_the_lab(cast: Cast) -> None:
    row = invited(cast.outsider)
    runs = {cast.host.pk, cast.owner.pk}
    for _twice in "ab":
        signed_in(cast.outsider).post(f"/fi/tour/invitations/{row.pk}/withdrawal/")
    assert {letter.person for letter in letters("-withdrawn-")} == runs
    assert letters("-answered-") == []


def test_today_counts_what_waits_for_an_answer_and_for_a_day(cast: Cast) -> None:
    host, address = signed_in(cast.host), "/en/today/"
    assert "has no day yet" not in host.get(address).content.decode()
    rows = [invited(cast.outsider) for _each in range(3)]
    actions.accept_invitation(by=cast.host, invitation=rows[0])
    page = host.get(address).content.decode()
    assert "2 agencies wait for an answer" in page
    assert "1 accepted invitation has no day yet" in page
    for row in rows[1:]:
        actions.accept_invitation(by=cast.host, invitation=row)
    page = host.get(address).content.decode()
    assert ("for an answer" in page, "3 accepted invitations have no day yet" in page) == (False, True)
    wish = make.wish(kind="tour-stop")
    actions.schedule_invitation(by=cast.host, invitation=rows[0], wish=wish)
    actions.withdraw_invitation(by=cast.outsider, invitation=rows[1])
    assert "1 accepted invitation has no day yet" in host.get(address).content.decode()
    assert "has no day yet" not in signed_in(cast.member).get(address).content.decode()


def voting(person: Person, target: Target) -> Callable[[], None]:
    return lambda: actions.vote_for_target(by=person, target=target)


@pytest.mark.django_db(transaction=True)
def test_rival_presses_of_one_person_count_once(cast: Cast) -> None:
    target = actions.propose_target(by=cast.member, name="Esimerkkitehdas")
    person = cast.colleague
    outcomes = races.race(*(voting(person, target) for _each in range(6)))
    assert outcomes == [None] * 6
    assert TargetVote.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        TargetVote.objects.create(target=target, person=person)


def test_a_stop_that_is_called_off_leaves_the_invitation_waiting_for_another_day(cast: Cast) -> None:
    row = invited(cast.outsider)
    for number in (1, 2):
        event = actions.schedule_invitation(
            by=cast.host, invitation=row, wish=make.wish(kind="tour-stop"), publish=True
        )
        assert len(letters("-scheduled-")) == number
        actions.cancel_event(by=cast.host, event=event, reason="Sairastuimme")
        row.refresh_from_db()
        assert row.state == "accepted"
        assert [letter.person for letter in letters(f"-new-day-{event.pk}")] == [cast.outsider.pk]
    assert not letters("-accepted-")
    event = actions.schedule_invitation(by=cast.host, invitation=row, wish=make.wish(kind="tour-stop"))
    actions.cancel_event(by=cast.outsider, event=event)
    assert not letters(f"-new-day-{event.pk}"), "whoever called it off knows"
    assert not letters("-part-"), "the answer says that she holds it, too"


def test_whoever_invited_hears_once_that_her_visit_is_called_off(cast: Cast) -> None:
    row, wish = invited(cast.outsider), make.wish(kind="tour-stop", places=5)
    for seeks in (True, False):
        event = actions.schedule_invitation(by=cast.host, invitation=row, wish=wish, publish=True)
        actions.follow_event(by=cast.outsider, event=event)
        for person in (cast.outsider, cast.colleague):
            make.registration(person, event)
        actions.cancel_event(by=cast.host if seeks else cast.outsider, event=event, reason="Sairastuimme")
        called_off = {letter.person for letter in letters(f"event-{event.pk}-cancelled-")}
        assert (cast.colleague.pk in called_off, cast.outsider.pk in called_off) == (True, not seeks)
        assert [b"METHOD:CANCEL" in whole(sent) for sent in letters(f"-new-day-{event.pk}")] == [True] * seeks


def whole(letter: Letter) -> bytes:
    parts = message_from_bytes(bytes(letter.content)).walk()
    return b"".join(part.get_payload(decode=True) or b"" for part in parts if not part.is_multipart())


def test_a_draft_stop_is_seen_by_its_organisers_alone(cast: Cast) -> None:
    spaces.site("helsinki")
    row = invited(cast.outsider)
    wish = make.wish(kind="tour-stop", title="kanaria-kiertue")
    event = actions.schedule_invitation(by=cast.host, invitation=row, wish=wish)
    assert signed_in(cast.outsider).get(f"/fi/events/{event.pk}/").status_code == 200
    assert signed_in(cast.member).get(f"/fi/events/{event.pk}/").status_code == 404
    with time_machine.travel(event.ends_at + timedelta(hours=1), tick=False):
        assert not any(visited.stops for visited in queries.tour(now(), cast.member))


def test_a_stop_that_was_planned_directly_counts_as_one_that_was_asked_for(cast: Cast) -> None:
    body = people.organisation(name_fi="Kiertuevirasto suora")
    never = people.organisation(name_fi="Kiertuevirasto koskaan")
    with translation.override("en"), pytest.raises(Invalid) as missing:
        make.event(cast.owner, kind="tour-stop")
    assert (missing.value.field, missing.value.reason) == ("visited", "Say which agency the tour visits.")
    held, off, draft = (
        make.event(cast.owner, kind="tour-stop", audience=make.PUBLIC, visited=body, publish=publish)
        for publish in (True, True, False)
    )
    coming = make.event(cast.owner, kind="tour-stop", audience="state", visited=body, after=40)
    actions.cancel_event(by=cast.owner, event=off, reason="Juna peruttiin")

    def told(reader: Any = cast.member, *, public: bool = False) -> tuple[list[int | None], list[int | None]]:
        row = next(row for row in queries.tour(now(), reader, public=public) if row.organisation == body)
        return [stop.event for stop in row.stops], [stop.event for stop in row.coming]

    assert told() == ([], [held.pk, coming.pk])
    assert told(None, public=True) == ([], [held.pk])
    before = Client().get("/en/tour/").content.decode()
    assert ["Where the lab comes" in before, never.name in before] == [True, False]
    with time_machine.travel(held.ends_at, tick=False):
        assert told() == ([held.pk], [coming.pk])
        assert told(None, public=True) == ([held.pk], [])
        page = signed_in(cast.member).get("/en/tour/").content.decode()
    assert f"/en/events/{held.pk}/" in page.split("never visited")[0]
    assert never.name in page
    assert f"/en/events/{draft.pk}/" not in page


def test_the_form_and_a_program_ask_which_agency_is_visited(cast: Cast) -> None:
    body = people.organisation(name_fi="Kiertuevirasto lomake")
    page = signed_in(cast.owner).get("/en/events/new/").content.decode()
    assert "Which agency is visited" in page
    program = program_of(cast.owner, language="en")
    start = (now() + timedelta(days=9)).replace(minute=0, second=0, microsecond=0)
    wish = {
        "title": "Kiertue", "kind": "tour-stop", "place": "Esimerkkikatu 1", "places": 9,
        "start": start.isoformat(), "end": (start + timedelta(hours=2)).isoformat(),
    }  # fmt: skip
    refused = program.post("events", wish)
    assert (refused.status_code, "Say which agency the tour visits." in refused.content.decode()) == (
        422,
        True,
    )
    assert program.post("events", {**wish, "visited": 10**9}).status_code == 422
    made = program.post("events", {**wish, "visited": body.pk})
    assert (made.status_code, made.json()["visited"]) == (201, body.pk)


def test_the_stop_speaks_the_language_of_whoever_invited(cast: Cast) -> None:
    """So do the questions of its kind; another language may be chosen."""
    swedish = people.person(organisation=people.organisation(kind="state"), language="sv")
    row, host = invited(swedish, people=30), signed_in(cast.host)
    page = f"/en/tour/invitations/{row.pk}/stop/"
    shown = host.get(page).content.decode()
    assert '<option value="sv" selected>' in shown
    given = {
        "title": "Turnén kommer", "kind": "tour-stop", "day": (today() + timedelta(days=30)).isoformat(),
        "start": "9", "end": "12", "place": "Exempelgatan 1", "places": "40", "virtual_places": "0",
        "audience": "organisation", "publish": "on",
    }  # fmt: skip
    assert host.post(page, {**given, "language": "xx"}).status_code == 422
    assert host.post(page, {**given, "language": "sv"}).status_code == 303
    event = Event.objects.get()
    kind = [asked.text_sv for asked in event.kind.questions.all()]
    assert (event.language, [asked.text for asked in event.questions.all()]) == ("sv", kind)
    assert kind
