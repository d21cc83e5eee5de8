"""Accessibility feedback and its fourteen days."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
import time_machine
from django.test import Client

from fiksummin.core import personal, worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.time import now, today
from fiksummin.site import actions
from fiksummin.site.models import AccessibilityFeedback
from tests.cast import Cast
from tests.clients import signed_in
from tests.postbox import Postbox

pytestmark = pytest.mark.django_db
NEW = "/fi/accessibility-feedback/new/"
LIST = "/fi/accessibility-feedback/"
RECEIVED, NEWS, DUE = "on vastaanotettu", "palaute on saapunut", "odottaa vastausta"
ANSWERED = "Svar på din respons"
type Letters = Callable[[str], list[EmailMessage]]
TEXT = "Kanarianlintu: ruudunlukija ei lue kalenteria"


def send(client: Client, **words: str) -> AccessibilityFeedback:
    answer = client.post(NEW, {"text": TEXT, **words})
    assert answer.status_code == 303
    return AccessibilityFeedback.objects.latest("id")


@pytest.fixture
def letters(postbox: Postbox) -> Letters:
    """Let the worker hear what happened, and give the letters sent whose subject has some words in it."""

    def sent(about: str) -> list[EmailMessage]:
        worker.drain(limit=100)
        return [letter for letter in postbox.got if about in str(letter["Subject"])]

    return sent


def test_anybody_tells_without_signing_in_and_hears_by_when_we_answer(
    client: Client, cast: Cast, letters: Letters
) -> None:
    feedback = send(client, email="joku@muualla.example", page="/fi/visits/")
    assert feedback.due_on == today() + timedelta(days=14)
    answer = client.get(f"{LIST}mine/{feedback.token}/").content.decode()
    assert TEXT in answer
    assert feedback.due_on.isoformat() in answer
    receipt = letters(RECEIVED)[0]
    assert receipt["To"] == "joku@muualla.example"
    assert f"{feedback.due_on.day}.{feedback.due_on.month}.{feedback.due_on.year}" in receipt.get_content()
    assert feedback.token in receipt.get_content()


def test_the_owners_hear_at_once(client: Client, cast: Cast, letters: Letters) -> None:
    _owner, _editor = cast.owner, cast.editor
    send(client)
    assert {letter["To"] for letter in letters(NEWS)} == {cast.owner.email, cast.editor.email}


def test_no_address_no_letter(client: Client, cast: Cast, letters: Letters) -> None:
    send(client)
    assert letters(RECEIVED) == []


@pytest.mark.parametrize("words", [{"text": ""}, {"text": "x" * 5001}, {"text": "x", "email": "ei osoite"}])
def test_bad_input_is_told_and_kept(client: Client, words: dict[str, str]) -> None:
    answer = client.post(NEW, words)
    assert answer.status_code == 422
    assert words["text"] in answer.content.decode()
    assert not AccessibilityFeedback.objects.exists()


def test_a_flood_is_stopped_with_a_sentence(client: Client) -> None:
    for _number in range(5):
        send(client)
    answer = client.post(NEW, {"text": TEXT})
    assert answer.status_code == 429
    assert TEXT in answer.content.decode()
    assert "Yritä myöhemmin" in answer.content.decode()
    assert AccessibilityFeedback.objects.count() == 5


def test_a_wrong_key_opens_nothing(client: Client) -> None:
    send(client)
    assert client.get(f"{LIST}mine/vaara/").status_code == 404


@pytest.mark.parametrize(
    ("key", "status"),
    [("editor", 200), ("owner", 200), ("member", 404), ("host", 404), ("manager", 404), ("facilitator", 404),
     ("partner", 404), ("guest", 404), ("outsider", 404)],
)  # fmt: skip
def test_who_reads_the_list(client: Client, cast: Cast, key: str, status: int) -> None:
    feedback = send(client)
    browser = signed_in(cast[key])
    for address in (LIST, f"{LIST}{feedback.pk}/"):
        answer = browser.get(address)
        assert answer.status_code == status
        assert (TEXT in answer.content.decode()) is (status == 200)
    answer = browser.post(f"{LIST}{feedback.pk}/answer/", {"answer": ""})
    assert answer.status_code == (422 if status == 200 else 404)


def test_a_stranger_signs_in_first(client: Client) -> None:
    feedback = send(client)
    for address in (LIST, f"{LIST}{feedback.pk}/"):
        assert "/accounts/login/" in client.get(address).headers["Location"]


def test_the_clock_runs_and_lateness_is_flagged(client: Client, cast: Cast) -> None:
    with time_machine.travel(now() - timedelta(days=20), tick=False):
        send(client)
    text = signed_in(cast.editor).get(LIST).content.decode()
    assert "Myöhässä" in text


def test_owners_are_reminded_once_three_days_before(client: Client, cast: Cast, letters: Letters) -> None:
    _owner = cast.owner
    feedback = send(client)
    actions.remind_of_feedback(now() + timedelta(days=10))
    assert letters(DUE) == []
    for hours in (0, 6, 12):
        actions.remind_of_feedback(now() + timedelta(days=11, hours=hours))
    assert [letter["To"] for letter in letters(DUE)] == [cast.owner.email]
    feedback.refresh_from_db()
    assert feedback.reminded_at


def test_answering_closes_and_tells_the_sender_in_her_language(
    client: Client, cast: Cast, letters: Letters
) -> None:
    answer = client.post(
        "/sv/accessibility-feedback/new/", {"text": TEXT, "email": "nagon@annanstans.example"}
    )
    assert answer.status_code == 303
    feedback = AccessibilityFeedback.objects.get()
    browser = signed_in(cast.editor)
    assert browser.post(f"{LIST}{feedback.pk}/answer/", {"answer": "Vi har åtgärdat det."}).status_code == 303
    letter = letters(ANSWERED)[0]
    assert "Vi har åtgärdat det." in letter.get_content()
    assert "Här är vårt svar" in letter.get_content()
    assert "Vi har åtgärdat det." in client.get(answer.headers["Location"]).content.decode()
    again = browser.post(f"{LIST}{feedback.pk}/answer/", {"answer": "Toinen vastaus"})
    assert again.status_code == 403
    with pytest.raises(NotAllowed):
        actions.answer_feedback(by=cast.owner, feedback=feedback, answer="Kolmas")


def test_addresses_are_forgotten_in_time(client: Client, cast: Cast) -> None:
    feedback = send(client, email="joku@muualla.example")
    actions.answer_feedback(by=cast.owner, feedback=feedback, answer="Korjattu")
    actions.forget_addresses(now() + timedelta(days=89))
    feedback.refresh_from_db()
    assert feedback.email
    actions.forget_addresses(now() + timedelta(days=91))
    feedback.refresh_from_db()
    assert not feedback.email


def test_feedback_is_exported_and_erased_also_when_it_came_before_the_account(
    client: Client, cast: Cast
) -> None:
    member = cast.member
    send(client, email=str(member.email))
    assert TEXT in str(personal.export_all(member.pk))
    personal.erase_all(member.pk)
    assert not AccessibilityFeedback.objects.exists()


def test_only_safe_methods_read(client: Client, cast: Cast) -> None:
    feedback = send(client)
    browser = signed_in(cast.editor)
    assert browser.get(f"{LIST}{feedback.pk}/answer/").status_code == 405
    assert browser.post(LIST).status_code == 405
