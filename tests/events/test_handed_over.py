"""A colleague who takes a place over answers what the event asks; without it the place stays where it is."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from typing import cast as cast_to

import pytest
from django.utils import translation

from fiksummin.core.errors import Invalid
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, queries
from fiksummin.events.models import Answer, Event, Link, Registration
from fiksummin.events.queries.wishes import Asked, PlaceWish
from fiksummin.events.rules import say_moment
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db
SECRET = "kanaria-pähkinäallergia"


@pytest.fixture
def event(cast: Cast) -> Event:
    asked = (
        Asked("Ruokavalio?", "tilaamme lounaan", sensitivity="diet", is_required=True),
        Asked("Mitä odotat?"),
    )
    return make.event(cast.owner, places=1, questions=asked)


def offered(cast: Cast, event: Event) -> tuple[Registration, Link, str]:
    """The member has the only place, and offers it to her colleague."""
    diet, _hope = event.questions.all()
    own = make.registration(cast.member, event, answers={diet.pk: SECRET})
    link = actions.hand_over(by=cast.member, registration=own, email=str(cast.colleague.email))
    return own, link, queries.secret_from(link.nonce)


def answers(row: Registration) -> list[str]:
    return list(Answer.objects.filter(registration=row).values_list("value", flat=True))


def test_who_takes_over_answers_on_the_page(cast: Cast, event: Event) -> None:
    own, _link, secret = offered(cast, event)
    diet, hope = event.questions.all()
    client, page = signed_in(cast.colleague), f"/fi/handovers/{secret}/"
    shown = client.get(page).content.decode()
    assert ("Ruokavalio?" in shown, "tilaamme lounaan" in shown, SECRET in shown) == (True, True, False)
    refused = client.post(page, {f"question-{diet.pk}": " ", f"question-{hope.pk}": "Oppia"})
    assert (refused.status_code, "Oppia" in refused.content.decode()) == (422, True)
    own.refresh_from_db()
    assert (own.person, answers(own)) == (cast.member, [SECRET]), "the place stays with the first"
    given = {f"question-{diet.pk}": "vegaani", f"question-{hope.pk}": ""}
    for _twice in range(2):
        assert client.post(page, given)["Location"] == f"/fi/registrations/{own.pk}/"
    own.refresh_from_db()
    assert (own.person, answers(own)) == (cast.colleague, ["vegaani"])
    [kept] = own.answers.all()
    assert kept.keep_days == event.keep_answers_days


def test_the_action_keeps_the_place_without_an_answer(cast: Cast, event: Event) -> None:
    own, link, _secret = offered(cast, event)
    with pytest.raises(Invalid) as refused:
        actions.take_over(by=cast.colleague, link=link)
    own.refresh_from_db()
    link.refresh_from_db()
    assert (refused.value.field, own.person, answers(own), link.used_at) == (
        f"question-{event.questions.all()[0].pk}", cast.member, [SECRET], None,
    )  # fmt: skip


def test_where_nothing_is_asked_one_press_is_enough(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    own = make.registration(cast.member, event)
    link = actions.hand_over(by=cast.member, registration=own, email=str(cast.colleague.email))
    page = f"/fi/handovers/{queries.secret_from(link.nonce)}/"
    assert signed_in(cast.colleague).post(page)["Location"] == f"/fi/registrations/{own.pk}/"


def test_whoever_takes_over_a_turn_reads_that_it_is_one(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    make.registration(cast.outsider, event)
    own = make.registration(cast.member, event)
    link = actions.hand_over(by=cast.member, registration=own, email=str(cast.colleague.email))
    taken = signed_in(cast.colleague).post(f"/en/handovers/{queries.secret_from(link.nonce)}/", follow=True)
    page = taken.content.decode()
    assert ("The place is yours" in page, "You are in the queue, at place 1." in page) == (False, True)


def test_programs_hand_over_and_take_over(cast: Cast, event: Event) -> None:
    diet, _hope = event.questions.all()
    own = make.registration(cast.member, event, answers={diet.pk: SECRET})
    hers, other, third = (program_of(person) for person in (cast.member, cast.colleague, cast.outsider))
    address = f"registrations/{own.pk}/handover"
    assert third.post(address, {"email": str(cast.colleague.email)}).status_code == 404
    assert hers.post(address, {"email": "ei@muualla.example"}).status_code == 422
    sent = [hers.post(address, {"email": str(cast.colleague.email)}, key="kerran") for _twice in range(2)]
    assert ([row.status_code for row in sent], Link.objects.count()) == ([200, 200], 1)
    token = f"handovers/{queries.secret_from(Link.objects.get().nonce)}"
    assert third.get(token).status_code == hers.get(token).status_code == 404
    told = other.get(token).json()
    assert (told["event"], [row["text"] for row in told["questions"]]) == (
        event.pk,
        ["Ruokavalio?", "Mitä odotat?"],
    )
    refused = other.post(token, {"answers": {}})
    assert (refused.status_code, "Ruokavalio?" in refused.json()["detail"]) == (422, True)
    assert other.post(token, {"answers": {"0": "x"}}).status_code == 422
    assert other.post("handovers/olematon", {}).status_code == 404
    taken = [other.post(token, {"answers": {str(diet.pk): "vegaani"}}, key="otan") for _twice in range(2)]
    assert ([row.status_code for row in taken], taken[0].json()) == ([200, 200], taken[1].json())
    own.refresh_from_db()
    assert (own.person, answers(own)) == (cast.colleague, ["vegaani"])
    assert hers.get(f"registrations/{own.pk}").status_code == 404


def letter(row: Registration, news: str) -> str:
    run_errands(now())
    [found] = Letter.objects.filter(key__startswith=f"registration-{row.pk}-{news}-").order_by("-pk")[:1]
    body = read(found).get_body(("plain",))
    return body.get_content() if body else ""


def read(letter: Letter) -> EmailMessage:
    return cast_to(EmailMessage, message_from_bytes(bytes(letter.content), policy=policy.default))


def test_whoever_takes_over_a_place_that_waits_for_an_answer_reads_until_when(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, offer_hours=24)
    holder, own = make.registration(cast.outsider, event), make.registration(cast.member, event)
    actions.cancel_registration(by=cast.outsider, registration=holder)
    page = f"/en/handovers/{handed(cast, own)}/"
    client = signed_in(cast.colleague)
    shown = client.get(page).content.decode()
    assert "A colleague hands you a place that waits for an answer" in shown
    taken = client.post(page, follow=True).content.decode()
    assert ("The place is yours" in taken, "You have a place" in taken) == (False, False)
    with translation.override("en"):
        due = say_moment(Registration.objects.get(pk=own.pk).offer_due_at or now(), event)
    assert f"A place is held for you. Answer {due} at the latest." in taken
    with translation.override(cast.colleague.language):
        due = say_moment(Registration.objects.get(pk=own.pk).offer_due_at or now(), event)
    assert due in letter(own, "offered")
    assert not Letter.objects.filter(key__startswith=f"registration-{own.pk}-changed-").exists()


def test_whoever_changes_an_offered_place_reads_until_when(cast: Cast) -> None:
    event = make.event(cast.owner, places=2, offer_hours=24)
    holder = make.registration(cast.outsider, event, people=2)
    own = make.registration(cast.member, event, people=2)
    actions.cancel_registration(by=cast.outsider, registration=holder)
    fewer = PlaceWish(mode="on_site", people=1, person=cast.member)
    actions.change_registration(by=cast.member, registration=own, wish=fewer)
    own.refresh_from_db()
    with translation.override(cast.member.language):
        assert say_moment(own.offer_due_at or now(), event) in letter(own, "changed")


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ({"places": 1}, "A colleague hands you her turn in the queue"),
        (
            {"places": 1, "allocation": "lottery", "closes_at": now() + timedelta(days=1)},
            "A colleague hands you her part in the lottery",
        ),
        ({"places": 2}, "A colleague hands you a place"),
    ],
    ids=["a turn", "a lot", "a place"],
)
def test_letter_and_page_say_what_is_handed_on(cast: Cast, words: Any, called: str) -> None:
    event = make.event(cast.owner, **words)
    make.registration(cast.outsider, event)
    own = make.registration(cast.member, event)
    secret = handed(cast, own)
    page = signed_in(cast.colleague).get(f"/en/handovers/{secret}/").content.decode()
    assert f"<h1>{called}</h1>" in page
    with translation.override("en"):
        link = Link.objects.get()
        assert queries.handing_of(link).name == called
    run_errands(now())
    [sent] = Letter.objects.filter(key=f"link-{link.pk}")
    with translation.override(cast.colleague.language):
        expected = queries.handing_of(link).name
    assert expected in read(sent)["Subject"]


def handed(cast: Cast, own: Registration) -> str:
    """The member hands what she has to her colleague; give the secret."""
    link = actions.hand_over(by=cast.member, registration=own, email=str(cast.colleague.email))
    return queries.secret_from(link.nonce)
