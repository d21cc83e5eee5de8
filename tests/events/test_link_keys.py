"""A guest's link outlives the key it was made with, and later letters repeat it while that key is among the fallbacks."""

from typing import Any

import pytest
from django.test import Client

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, queries
from fiksummin.events.models import Link
from fiksummin.events.queries.wishes import PlaceWish
from tests.cast import Cast
from tests.factories import events as make

pytestmark = pytest.mark.django_db
OLD, NEW = "an old key only for tests", "a new key only for tests"


@pytest.fixture
def link(cast: Cast, settings: Any) -> Link:
    """A guest who has registered, by a link made with the old key."""
    settings.SECRET_KEY = OLD
    event = make.event(cast.owner, places=2, audience=make.PUBLIC)
    wish = PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="fi"
    )
    actions.ask_as_guest(event=event, wish=wish)
    found = event.links.get()
    actions.confirm_guest(link=found)
    return found


def last_letter() -> str:
    run_errands(now())
    content = bytes(Letter.objects.filter(person=None).order_by("-pk")[0].content)
    return content.replace(b"=\r\n", b"").decode()


def changed(link: Link) -> str:
    """Have a letter written about a change of hers; give it."""
    row = queries.registration_of(link)
    wish = queries.guest_wish(link)
    actions.change_registration(by=None, registration=row, wish=wish, secret=link.secret)
    return last_letter()


@pytest.mark.parametrize("fallbacks", [[OLD], []], ids=["the key among the fallbacks", "the key gone"])
def test_a_link_in_a_letter_opens_after_the_key_was_changed(
    link: Link, settings: Any, fallbacks: list[str]
) -> None:
    secret = queries.secret_from(link.nonce)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, fallbacks
    assert queries.secret_from(link.nonce) != secret
    assert Client().get(f"/fi/guests/{secret}/").status_code == 200
    assert Client().get(f"/fi/guests/{queries.secret_from(link.nonce)}/").status_code == 404


def test_later_letters_repeat_the_link_while_its_key_is_among_the_fallbacks(
    link: Link, settings: Any
) -> None:
    secret = queries.secret_from(link.nonce)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, ["another one", OLD]
    letter = changed(link)
    assert f"/fi/guests/{secret}/" in letter


def test_without_its_key_a_letter_leads_to_the_event_and_makes_no_second_link(
    link: Link, settings: Any
) -> None:
    before = link.secret
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, []
    letter = changed(link)
    assert "/guests/" not in letter
    assert f"/fi/events/{link.event_id}/" in letter
    link.refresh_from_db()
    assert link.secret == before
