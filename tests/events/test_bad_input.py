"""What somebody might try with places at events: replays, forged and used links, events that are none, markup in names."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fiksummin.core.errors import Invalid
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.details import Kept
from fiksummin.events.queries.wishes import Asked, PlaceWish
from tests.api.conftest import Program, program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events, people

MARKUP = "<script>alert(1)</script>"


def register(program: Program, event: Event, **body: Any) -> Any:
    return program.post(f"events/{event.pk}/registrations", body)


def asked(event: Event, name: str = "Vieras", **words: Any) -> PlaceWish:
    return PlaceWish(
        mode="on_site", guest_name=name, guest_email="vieras@vieras.example", guest_language="fi", **words
    )


def test_nobody_registers_for_what_is_over_or_never_was(cast: Cast) -> None:
    event = events.event(cast.member)
    long_ago = now() - timedelta(days=9)
    Event.objects.filter(pk=event.pk).update(
        starts_at=long_ago, ends_at=long_ago + timedelta(hours=1), opens_at=long_ago - timedelta(days=1),
        closes_at=long_ago,
    )  # fmt: skip
    program = program_of(cast.colleague)
    over = register(program, event)
    assert (over.status_code, over.json()["detail"]) == (409, "The event is over.")
    for number in (999_999, 2**40):
        assert program.post(f"events/{number}/registrations", {}).status_code == 404
    assert Registration.objects.count() == 0


@pytest.mark.parametrize("people", [-1, 0, 51, 10_000, 10**12, "kaksi", 1.5, None, True])
def test_nobody_registers_a_number_of_people_that_cannot_be(cast: Cast, people: Any) -> None:
    event = events.event(cast.member, places=60)
    answer = register(program_of(cast.colleague), event, people=people)
    assert (answer.status_code, Registration.objects.count()) == (422, 0)


def test_an_offer_is_answered_once_and_never_late(cast: Cast) -> None:
    event = events.event(cast.member, places=1, offer_hours=1)
    holder = events.registration(people.person(), event)
    program = program_of(cast.colleague)
    mine = register(program, event).json()["id"]
    actions.cancel_registration(by=holder.person, registration=holder)
    assert program.post(f"registrations/{mine}/acceptance").status_code == 200
    again = program.post(f"registrations/{mine}/acceptance")
    assert (again.status_code, again.json()["detail"]) == (409, "You have the place already.")
    assert program.post(f"registrations/{mine}/refusal").status_code == 409
    assert program.post(f"registrations/{mine}/cancellation").status_code == 200
    gone = program.post(f"registrations/{mine}/acceptance")
    assert (gone.status_code, Registration.objects.with_place().count()) == (409, 0)


def test_a_link_that_was_made_up_opens_nothing(cast: Cast) -> None:
    event = events.event(cast.member, audience="public")
    actions.ask_as_guest(event=event, wish=asked(event))
    for secret in ("x", "a" * 43, event.links.get().secret, event.links.get().nonce):
        for name in ("guest", "guest_change", "guest_cancellation", "handover"):
            address = reverse(f"events:{name}", args=[secret])
            answers = {Client().get(address).status_code, Client().post(address).status_code}
            assert answers <= ({302, 303, 405} if name == "handover" else {404, 405}), name
    assert Registration.objects.count() == 0


def test_a_link_used_twice_registers_once_and_an_old_one_never(cast: Cast) -> None:
    event = events.event(cast.member, audience="public")
    actions.ask_as_guest(event=event, wish=asked(event))
    link = event.links.get()
    address = reverse("events:guest", args=[queries.secret_of(link)])
    for _time in range(3):
        assert Client().post(address).status_code in {200, 303}
    assert Registration.objects.count() == 1
    other = events.event(cast.member, audience="public", opens_at=now() - timedelta(days=5))
    actions.ask_as_guest(event=other, wish=asked(other), at=now() - timedelta(days=3))
    late = Client().post(reverse("events:guest", args=[queries.secret_of(other.links.get())]))
    assert late.status_code in {404, 409, 410}
    assert not other.registrations.exists()


def test_markup_in_names_is_shown_as_it_was_written(cast: Cast) -> None:
    event = events.event(cast.member, title=f"Avoin ovi {MARKUP}", audience="public", places=9)
    actions.ask_as_guest(event=event, wish=asked(event, name=MARKUP, people=2, companions=(MARKUP,)))
    actions.confirm_guest(link=event.links.get())
    link = queries.secret_of(event.links.get())
    pages = [
        Client().get(reverse("events:event", args=[event.pk])),
        Client().get(reverse("events:guest", args=[link])),
        signed_in(cast.member).get(reverse("events:door", args=[event.pk])),
    ]
    for page in pages:
        assert page.status_code == 200
        assert MARKUP not in page.content.decode()
        assert "&lt;script&gt;" in page.content.decode()


def test_what_is_too_long_is_refused_and_not_cut(cast: Cast) -> None:
    for tags in (("x" * 61,), tuple(f"sana{number}" for number in range(21))):
        with pytest.raises(Invalid) as caught:
            events.event(cast.member, places=5, tags=tags)
        assert caught.value.field == "tags"
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "wished",
    [
        Asked(text=" "),
        Asked(text="Ruokavalio?", sensitivity="diet"),
        Asked(text="Kumpi?", kind="choice"),
        Asked(text="Kumpi?", kind="choice", options=("a", "a")),
        Asked(text="Mikä?", kind="choice", options=tuple(str(number) for number in range(21))),
        Asked(text="Mikä?", kind="choice", options=("a", "b" * 201)),
        Asked(text="x" * 301),
    ],
)
def test_questions_are_refused_alike_when_an_event_is_planned_and_later(cast: Cast, wished: Asked) -> None:
    event = events.event(cast.member, places=5)
    with pytest.raises(Invalid) as at_once:
        events.event(cast.member, places=5, questions=(wished,))
    assert at_once.value.field == "questions"
    with pytest.raises(Invalid):
        actions.set_questions(by=cast.member, event=event, questions=[Kept(wished)])
    assert Event.objects.count() == 1
