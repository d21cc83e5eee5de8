"""A colleague who takes a place over answers what the event asks; without it the place stays where it is."""

import pytest

from fiksummin.core.errors import Invalid
from fiksummin.events import actions, queries
from fiksummin.events.models import Answer, Event, Link, Registration
from fiksummin.events.queries.wishes import Asked
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
