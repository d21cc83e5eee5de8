"""The same by the page as by a program: what cannot be is refused with its sentence and a 4xx, and nothing is written."""

import html
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.wishes import Asked, PlaceWish
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db


def said(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def over(event: Event) -> None:
    began = now() - timedelta(days=9)
    Event.objects.filter(pk=event.pk).update(
        starts_at=began,
        ends_at=began + timedelta(hours=1),
        opens_at=began - timedelta(days=1),
        closes_at=began,
    )


def test_nobody_registers_for_a_draft_or_what_is_over_cancelled_or_closed(cast: Cast) -> None:
    draft = make.event(cast.member, publish=False)
    past, off, closed, early = (make.event(cast.owner) for _one in range(4))
    over(past)
    actions.cancel_event(by=cast.owner, event=off, reason="Puhuja sairastui")
    Event.objects.filter(pk=closed.pk).update(
        opens_at=now() - timedelta(days=2), closes_at=now() - timedelta(minutes=1)
    )
    Event.objects.filter(pk=early.pk).update(opens_at=now() + timedelta(hours=1))
    client = signed_in(cast.member)
    for event, sentence in (
        (draft, "The event is not published yet."),
        (past, "The event is over."),
        (off, "The event has been cancelled."),
        (closed, "Registration closed"),
        (early, "Registration opens"),
    ):
        for given in ({}, {"mode": "on_site", "people": "1"}):
            answer = client.post(f"/en/events/{event.pk}/registration/", given)
            assert (answer.status_code, sentence in said(answer)) == (409, True), sentence
    assert Registration.objects.count() == 0


def test_an_event_that_is_not_hers_is_not_there(cast: Cast) -> None:
    draft = make.event(cast.owner, publish=False)
    closed = make.event(cast.owner, audience="invited")
    client = signed_in(cast.member)
    for number in (draft.pk, closed.pk, 999_999):
        address = f"/en/events/{number}/registration/"
        assert {client.get(address).status_code, client.post(address).status_code} == {404}
        assert Client().post(address).status_code in {303, 404}
    assert Registration.objects.count() == 0


def test_registering_twice_leads_to_what_she_has(cast: Cast) -> None:
    event, client = make.event(cast.owner, places=5), signed_in(cast.member)
    address = f"/en/events/{event.pk}/registration/"
    assert client.post(address, {"key": "one"}).status_code == 303
    again = client.post(address, {"key": "another"})
    assert (again.status_code, "You have registered already." in said(again)) == (409, True)
    assert client.get(address).status_code == 302
    assert Registration.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("10000", "One registration is for 1 to 50 people."),
        ("51", "One registration is for 1 to 50 people."),
        ("0", "One registration is for 1 to 50 people."),
        ("-3", "One registration is for 1 to 50 people."),
        ("50", "The event has 40 places. Register fewer people."),
        ("kaksi", "Give the number of people in digits, for example 3."),
        ("1e3", "Give the number of people in digits, for example 3."),
    ],
)
def test_a_number_of_people_that_cannot_be_is_refused_and_kept(cast: Cast, given: str, sentence: str) -> None:
    event = make.event(cast.owner, places=40)
    answer = signed_in(cast.member).post(
        f"/en/events/{event.pk}/registration/", {"people": given, "companions": "Kaisa Kumppani"}
    )
    page = said(answer)
    assert (answer.status_code, sentence in page) == (422, True), page
    assert f'value="{given}"' in page
    assert "Kaisa Kumppani" in page
    assert Registration.objects.count() == 0


def test_more_names_than_people_are_refused_and_kept(cast: Cast) -> None:
    event = make.event(cast.owner, places=40)
    answer = signed_in(cast.member).post(
        f"/en/events/{event.pk}/registration/", {"people": "2", "companions": "Yksi\nKaksi"}
    )
    assert (answer.status_code, "You named more people than you register." in said(answer)) == (422, True)
    assert "Yksi\nKaksi" in said(answer).replace("\r", "")


def test_a_missing_answer_keeps_what_was_typed(cast: Cast) -> None:
    questions = (
        Asked("Mitä odotat?", is_required=True),
        Asked("Kumpi?", kind="choice", options=("aamu", "ilta")),
        Asked("Tuletko lounaalle?", kind="yes_no"),
    )
    event = make.event(cast.owner, places=9, questions=questions)
    first, second, third = event.questions.order_by("position")
    address = f"/en/events/{event.pk}/registration/"
    given = {
        f"question-{second.pk}": "ilta",
        f"question-{third.pk}": "yes",
        "people": "3",
        "companions": "Kaisa",
    }
    answer = signed_in(cast.member).post(address, given)
    page = " ".join(said(answer).split())
    assert (answer.status_code, "Answer the question: Mitä odotat?" in page) == (422, True)
    assert 'value="3"' in page
    assert "Kaisa" in page
    for value in ("ilta", "yes"):
        assert "checked" in page.split(f'value="{value}"')[1].split(">")[0]
    wrong = signed_in(cast.member).post(
        address, {**given, f"question-{first.pk}": "Oppia", f"question-{second.pk}": "yö"}
    )
    assert (wrong.status_code, "Choose one of the answers given." in said(wrong)) == (422, True)
    assert "Oppia" in said(wrong)
    assert Registration.objects.count() == 0


def test_a_guest_who_leaves_something_out_keeps_what_she_typed(cast: Cast) -> None:
    event = make.event(cast.owner, audience=make.PUBLIC)
    address = f"/en/events/{event.pk}/registration/"
    for given, sentence, kept in (
        ({"name": "Viivi"}, "Give your e-mail address.", "Viivi"),
        ({"email": "v@vieras.example"}, "Give your name.", "v@vieras.example"),
        ({"name": "Viivi", "email": "viivi"}, "Give an e-mail address, for example", "viivi"),
    ):
        answer = Client().post(address, given)
        assert (answer.status_code, sentence in said(answer), kept in said(answer)) == (422, True, True)
    assert not event.links.exists()


def offered(cast: Cast) -> Registration:
    """A place that is held for the member."""
    event = make.event(cast.owner, places=1, offer_hours=2)
    holder = make.registration(people.person(), event)
    mine = make.registration(cast.member, event)
    actions.cancel_registration(by=holder.person, registration=holder)
    return mine


def test_an_answer_that_is_sent_again_changes_nothing(cast: Cast) -> None:
    mine, client = offered(cast), signed_in(cast.member)
    address = f"/en/registrations/{mine.pk}/"
    for _twice in range(2):
        assert client.post(f"{address}acceptance/").status_code == 303
    refused = client.post(f"{address}refusal/")
    assert (refused.status_code, "You have the place already." in said(refused)) == (409, True)
    assert client.post(f"{address}cancellation/").status_code == 303
    gone = client.post(f"{address}acceptance/")
    assert (gone.status_code, "The registration has ended already." in said(gone)) == (409, True)
    assert Registration.objects.with_place().count() == 0


def test_an_offer_is_not_taken_late_nor_by_another(cast: Cast) -> None:
    mine = offered(cast)
    address = f"/en/registrations/{mine.pk}/acceptance/"
    assert signed_in(cast.colleague).post(address).status_code == 404
    with time_machine.travel(now() + timedelta(hours=3), tick=False):
        late = signed_in(cast.member).post(address)
        assert (late.status_code, "The time to answer ended" in said(late)) == (409, True)
        assert actions.lapse_places(at=now()) == 1
        gone = signed_in(cast.member).post(address)
        assert (gone.status_code, "The time to answer ended" in said(gone)) == (409, True)
    assert Registration.objects.with_place().count() == 0


def test_a_declined_offer_is_not_taken_after_all(cast: Cast) -> None:
    mine, client = offered(cast), signed_in(cast.member)
    for _twice in range(2):
        assert client.post(f"/en/registrations/{mine.pk}/refusal/").status_code == 303
    late = client.post(f"/en/registrations/{mine.pk}/acceptance/")
    assert (late.status_code, "The registration has ended already." in said(late)) == (409, True)


def test_whoever_declines_and_waits_for_the_other_mode_reads_that_she_waits_on(cast: Cast) -> None:
    event = make.event(cast.member, places=1, virtual_places=1, offer_hours=24)
    holder = make.registration(people.person(), event)
    make.registration(people.person(), event, mode="virtual")
    mine, client = make.registration(cast.colleague, event), signed_in(cast.colleague)
    actions.cancel_registration(by=holder.person, registration=holder)
    page = said(client.post(f"/en/registrations/{mine.pk}/mode/", {"mode": "virtual"}, follow=True))
    assert "stay there whatever you answer to the place held for you" in page
    assert "You also stand in line for a place online" in page
    address = f"/en/registrations/{mine.pk}/refusal/"
    asked = said(client.get(address))
    assert ("You still stand in line for a place online" in asked, "your registration ends" in asked) == (
        True,
        False,
    )
    for done in (True, False):
        answer = client.post(address, follow=True)
        assert (answer.status_code, "You are in the queue" in said(answer)) == (200, True)
        assert ("You stay in the other queue" in said(answer)) is done
    assert Registration.objects.get(pk=mine.pk).state == "queued"


def asked(event: Event) -> PlaceWish:
    return PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="en"
    )


def test_a_forged_link_opens_nothing_on_any_page(cast: Cast) -> None:
    event = make.event(cast.owner, audience=make.PUBLIC)
    actions.ask_as_guest(event=event, wish=asked(event))
    link = event.links.get()
    secret = queries.secret_of(link)
    forged = [
        secret[:-1] + ("A" if secret[-1] != "A" else "B"),
        secret.swapcase(),
        "x",
        link.secret,
        link.nonce,
    ]
    for each in forged:
        for part in (
            "",
            "change/",
            "mode/",
            "offer/",
            "showing/",
            "acceptance/",
            "refusal/",
            "cancellation/",
            "takeaway/",
        ):
            answer = Client().post(
                f"/en/guests/{each}/{part}", {"mode": "on_site", "offer": "first", "shown": "yes"}
            )
            assert answer.status_code == 404, part
    assert Registration.objects.count() == 0


def test_a_link_that_was_used_registers_once_and_one_that_is_old_never(cast: Cast) -> None:
    event = make.event(cast.owner, audience=make.PUBLIC, places=9)
    actions.ask_as_guest(event=event, wish=asked(event))
    address = f"/en/guests/{queries.secret_of(event.links.get())}/"
    for _time in range(3):
        assert Client().post(address).status_code == 303
    row = Registration.objects.get()
    assert Client().post(f"{address}cancellation/").status_code == 303
    again = Client().post(address)
    assert again.status_code == 303
    row.refresh_from_db()
    assert row.ended_at is not None
    assert Registration.objects.with_place().count() == 0
    other = make.event(cast.owner, audience=make.PUBLIC, opens_at=now() - timedelta(days=5))
    actions.ask_as_guest(event=other, wish=asked(other), at=now() - timedelta(days=3))
    late = Client().post(f"/en/guests/{queries.secret_of(other.links.get())}/")
    assert late.status_code == 410
    assert "<h1" in said(late)
    assert not other.registrations.exists()


def test_a_guest_who_is_registered_already_is_not_registered_by_another_link(cast: Cast) -> None:
    event = make.event(cast.owner, audience=make.PUBLIC, places=9)
    for _twice in range(2):
        actions.ask_as_guest(event=event, wish=asked(event))
    first, second = (f"/en/guests/{queries.secret_of(link)}/" for link in event.links.order_by("pk"))
    assert Client().post(first).status_code == 303
    answer = Client().post(second)
    assert (answer.status_code, "You have registered already." in said(answer)) == (409, True)
    assert Registration.objects.count() == 1
