"""Those who take part, as organisers see them: the list, the file, letters, invitations."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.utils import translation

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry, Letter
from fiksummin.core.tables import inert
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Invitee, Link, Message, Registration
from fiksummin.events.queries.wishes import Asked, PlaceWish
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db
DIET = Asked("Kanaria-ruoka", why="Tilaamme lounaan", sensitivity="diet")
PLAIN = Asked("Toive")
LINK = "https://kokous.example/kanaria"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def answering(cast: Cast, person: str, event: Event, value: str) -> Registration:
    answers = {question.pk: value for question in event.questions.all()}
    return make.registration(cast[person], event, answers=answers)


def letters(beginning: str = "") -> list[Letter]:
    run_errands(now())
    return list(Letter.objects.filter(key__startswith=beginning).order_by("id"))


def test_answers_are_for_organisers_and_sensitive_ones_until_their_term(cast: Cast) -> None:
    event = make.event(cast.owner, places=5, hosts=(cast.colleague,), questions=(DIET, PLAIN))
    answering(cast, "member", event, "kanaria-vastaus")
    address = f"/fi/events/{event.pk}/participants/"
    assert signed_in(cast.owner).get(address).content.count(b"kanaria-vastaus") == 2
    seen = signed_in(cast.colleague).get(address).content
    assert (b"kanaria-vastaus" in seen, str(cast.member).encode() in seen) == (False, True)
    assert signed_in(cast.colleague).get(f"{address}table.csv").status_code == 403
    with time_machine.travel(event.ends_at + timedelta(days=14, minutes=1), tick=False):
        owner = signed_in(cast.owner)
        for page in (owner.get(address), owner.get(f"{address}table.csv")):
            text = page.content.decode()
            assert (text.count("kanaria-vastaus"), "Kanaria-ruoka" in text) == (1, False)


def test_the_file_runs_nothing_and_leads_nowhere(cast: Cast) -> None:
    event = make.event(
        cast.owner, places=5, virtual_places=5, online_link=LINK, questions=(PLAIN,), audience=make.PUBLIC
    )
    asked = event.questions.get().pk
    for number, name in enumerate(('=cmd|"/c calc"!A1', "+1", "-1", "@SUM(A1)", "\tx", " =1+1")):
        wish = PlaceWish(
            mode="virtual", guest_name=name or "x", guest_email=f"g{number}@vieras.example",
            guest_language="fi", answers={asked: "=HYPERLINK(1)"},
        )  # fmt: skip
        actions.register(by=None, event=event, wish=wish)
    for language, heading in (("fi", "Organisaatio"), ("sv", "Organisation"), ("en", "Organisation")):
        answer = signed_in(cast.owner).get(f"/{language}/events/{event.pk}/participants/table.csv")
        text = answer.content.decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text), delimiter=";"))
        assert (rows[0][2], len(rows), LINK in text) == (heading, 7, False)
        for row in rows[1:]:
            assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row), row
        assert rows[1][-1] == "'=HYPERLINK(1)"
    assert [inert(text) for text in ("\rx", "\n=1", "a=b", "", "＝1")] == ["'\rx", "'\n=1", "a=b", "", "'＝1"]


def test_priority_and_removal_by_organisers(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    has, first, second = (make.registration(cast[key], event) for key in ("member", "colleague", "outsider"))
    client = signed_in(cast.owner)
    address = f"/en/registrations/{second.pk}/priority/"
    assert client.post(address, {"reason": "short"}).status_code == 422
    assert client.post(address, {"reason": "Puhuja, jota ilman ei voi aloittaa"}).status_code == 303
    page = client.get(f"/en/events/{event.pk}/participants/", {"standing": "waiting"}).content.decode()
    assert page.index(str(cast.outsider)) < page.index(str(cast.colleague))
    assert Entry.objects.filter(fact="events.PriorityGiven").count() == 1
    for _twice in "ab":
        answer = client.post(f"/en/registrations/{has.pk}/removal/", {"reason": "Sairastui"})
        assert answer.status_code == 303
    for row in (has, first, second):
        row.refresh_from_db()
    assert (has.end, has.reason, second.state, first.pool_id) == ("removed", "Sairastui", "confirmed", None)


def test_priority_is_given_before_the_lots_are_drawn_too(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, allocation="lottery", closes_at=now() + timedelta(days=1))
    row, client = make.registration(cast.member, event), signed_in(cast.owner)
    address = f"/en/registrations/{row.pk}/priority/"
    listed = f"/en/events/{event.pk}/participants/?standing=waiting"
    assert f'href="{address}"' in client.get(listed).content.decode()
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": "Puhuja, jota ilman ei voi aloittaa"}).status_code == 303
    assert f'href="{address}"' not in client.get(listed).content.decode()
    row.refresh_from_db()
    assert (row.state, row.has_priority) == ("drawing", True)


def test_who_did_not_come_is_a_number_and_nobody(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    came = make.registration(cast.member, event)
    make.registration(cast.colleague, event, people=2)
    actions.receive(by=cast.owner, registration=came, at=event.starts_at)
    with time_machine.travel(event.ends_at + timedelta(hours=13), tick=False):
        client = signed_in(cast.owner)
        door = client.get(f"/en/events/{event.pk}/door/").content.decode()
        assert ("2 people who had a place on site did not come" in door, str(cast.member) in door) == (
            True,
            False,
        )
        page = client.get(f"/en/events/{event.pk}/participants/").content.decode()
        assert "2 people who had a place on site did not come" in page
        assert "Received" not in page


def test_a_letter_reaches_whom_it_was_shown_to_reach_once(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    make.registration(cast.member, event)
    make.registration(cast.colleague, event)
    client, address = signed_in(cast.owner), f"/en/events/{event.pk}/participants/letters/"
    words = {"whom": "confirmed", "subject": "Tervetuloa", "text": "Ovi on pihan puolella.", "key": "k"}
    page = client.post(address, words)
    assert (page.status_code, "goes to 1 person" in page.content.decode()) == (200, True)
    assert Message.objects.count() == 0
    assert client.post(address, {**words, "reach": "2"}).status_code == 409
    for _twice in "ab":
        assert client.post(address, {**words, "reach": "1"}).status_code == 303
    [letter] = letters("event-message-")
    content = bytes(letter.content).decode()
    assert letter.to == cast.member.email
    assert f"Reply-To: {cast.owner.email}" in content
    message = Message.objects.get()
    run_errands(now())
    assert (message.reach, Entry.objects.filter(fact="events.MessageSent").count()) == (1, 1)


def test_at_most_three_letters_a_day(cast: Cast) -> None:
    event = make.event(cast.owner, places=2)
    make.registration(cast.member, event)
    for _time in "abc":
        actions.send_message(by=cast.owner, event=event, whom="all", subject="a", text="b", reach=1)
    with pytest.raises(NotNow, match="3 letters"):
        actions.send_message(by=cast.owner, event=event, whom="all", subject="a", text="b", reach=1)
    later = now() + timedelta(hours=25)
    actions.send_message(by=cast.owner, event=event, whom="all", subject="a", text="b", reach=1, at=later)
    with pytest.raises(Conflict):
        actions.send_message(
            by=cast.owner, event=event, whom="here", subject="a", text="b", reach=0, at=later
        )
    with pytest.raises(NotAllowed):
        actions.send_message(by=cast.member, event=event, whom="all", subject="a", text="b", reach=1)


def test_once_it_is_over_no_letter_tells_who_came(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    came = make.registration(cast.member, event)
    make.registration(cast.colleague, event)
    actions.receive(by=cast.owner, registration=came, at=event.starts_at)
    address = f"/en/events/{event.pk}/participants/letters/"
    words = {"whom": "here", "subject": "Kiitos", "text": "Kiitos, että tulit."}
    client = signed_in(cast.owner)
    assert "those who have come (1 person)" in client.get(address).content.decode()
    assert str(cast.member) in client.post(address, words).content.decode()
    with time_machine.travel(event.ends_at + timedelta(minutes=1), tick=False):
        client = signed_in(cast.owner)
        assert "those who have come" not in client.get(address).content.decode()
        for sent in (words, {**words, "reach": "1"}):
            answer = client.post(address, sent)
            page = answer.content.decode()
            assert (answer.status_code, str(cast.member) in page) == (422, False)
            assert "Choose whom the letter reaches." in page
        with pytest.raises(Invalid, match="kept only as a number"):
            actions.send_message(by=cast.owner, event=event, whom="here", subject="a", text="b", reach=1)
    assert Message.objects.count() == 0


def test_invited_with_an_account_and_without_look_alike(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience="invited")
    client, address = signed_in(cast.owner), f"/en/events/{event.pk}/guests/"
    lines = f"Alba Kaisla {cast.member.email}\nViivi Virta <Viivi@vieras.example>"
    for _twice in "ab":
        answer = client.post(address, {"guests": lines, "language": "fi", "key": "k"})
        assert answer.status_code == 303
    page = client.get(address).content.decode()
    assert page.count("No answer yet") == 2
    assert [letter.to for letter in letters("link-")] == [cast.member.email, "viivi@vieras.example"]
    for link in Link.objects.all():
        actions.confirm_guest(
            link=link,
            wish=PlaceWish(mode="on_site", guest_name=link.name, guest_email=link.email, guest_language="fi"),
        )
    assert list(Registration.objects.order_by("pk").values_list("person", "guest_email")) == [
        (cast.member.pk, ""), (None, "viivi@vieras.example")
    ]  # fmt: skip
    page = client.get(address).content.decode()
    assert ("No answer yet" in page, page.count("Confirmed")) == (False, 2)
    assert client.post(address, {"guests": "nobody", "language": "fi"}).status_code == 422


def test_a_withdrawn_invitation_opens_nothing(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience="invited")
    for email in (str(cast.member.email), "viivi@vieras.example"):
        actions.invite_guest(by=cast.owner, event=event, email=email, name="Vieras")
    client = signed_in(cast.owner)
    for link in Link.objects.all():
        for _twice in "ab":
            answer = client.post(f"/en/events/{event.pk}/guests/{link.pk}/withdrawal/")
            assert answer.status_code == 303
        path = f"/en/guests/{queries.secret_from(link.nonce)}/"
        assert client.get(path).status_code == 410
        link.refresh_from_db()
        with pytest.raises(NotNow, match="withdrawn"):
            actions.confirm_guest(link=link)
    assert Invitee.objects.count() == 0
    assert not Event.objects.visible_to(cast.member).filter(pk=event.pk).exists()
    actions.invite_guest(by=cast.owner, event=event, email="viivi@vieras.example", name="Vieras")
    assert queries.is_invited(event, "viivi@vieras.example")


def test_whoever_gave_her_place_up_is_invited_again_and_nobody_twice(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience="invited")
    for email in (str(cast.member.email), "viivi@vieras.example"):
        first = actions.invite_guest(by=cast.owner, event=event, email=email, name="Vieras")
        assert actions.invite_guest(by=cast.owner, event=event, email=email, name="Vieras") == first
        letters()
        wish = PlaceWish(mode="on_site", guest_name="Vieras", guest_email=email, guest_language="fi")
        row = actions.confirm_guest(link=first, wish=wish)
        assert actions.invite_guest(by=cast.owner, event=event, email=email, name="Vieras") == first
        actions.cancel_registration(by=cast.owner, registration=row)
        again = actions.invite_guest(by=cast.owner, event=event, email=email, name="Vieras")
        assert again != first
        letters()
        assert actions.confirm_guest(link=again, wish=wish).confirmed_at
    assert Link.objects.count() == len(letters("link-")) == 4


def test_an_invitation_is_open_as_long_as_registration_when_the_event_is_moved(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience="invited")
    link = actions.invite_guest(by=cast.owner, event=event, email="viivi@vieras.example", name="Viivi")
    used = actions.invite_guest(by=cast.owner, event=event, email="aada@vieras.example", name="Aada")
    wish = PlaceWish(
        mode="on_site", guest_name="Aada", guest_email="aada@vieras.example", guest_language="fi"
    )
    actions.confirm_guest(link=used, wish=wish)
    for days in (9, -10):
        event = Event.objects.get(pk=event.pk)
        moved, step = queries.wish_of(event), timedelta(days=days)
        moved = replace(moved, start=moved.start + step, end=moved.end + step)
        actions.change_event(by=cast.owner, event=event, wish=moved)
        event.refresh_from_db()
        link.refresh_from_db()
        assert link.due_at == event.closes_at == moved.start
    assert Link.objects.get(pk=used.pk).due_at == used.due_at


def test_following(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    client, address = signed_in(cast.member), f"/en/events/{event.pk}/"
    assert "Follow no more" not in client.get(address).content.decode()
    for _twice in "ab":
        assert client.post(f"{address}follow/").status_code == 303
    assert "Follow no more" in client.get(address).content.decode()
    assert event.follows.count() == 1
    client.post(f"{address}follow/end/")
    assert event.follows.count() == 0


def test_the_confirmation_letter_has_the_code(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, virtual_places=1)
    row = make.registration(cast.member, event)
    make.registration(cast.colleague, event, mode="virtual")
    first, second = (bytes(letter.content).decode() for letter in letters("registration-"))
    code = queries.code_of(row)
    assert (code in first, "code.png" in first) == (True, True)
    assert "code.png" not in second
