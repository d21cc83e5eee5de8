"""From the link in the letter to the page that is out, by keyboard alone, on a phone and on a desk, with and without scripts."""

from datetime import timedelta

import pytest

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Digest, Event, Feedback, Outcome, Takeaway
from fiksummin.events.queries.wishes import PlaceWish
from tests import engines
from tests.cast import Cast
from tests.events.walking import Open, choose, go_to, press
from tests.factories import events as make
from tests.pages.browser import Aside

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(engines.ENGINE != "sqlite", reason="the walk knows no database: once is enough"),
]


@pytest.fixture
def event(transactional_db: None, cast: Cast) -> Event:
    """An event that ended just now, with a guest in it."""
    event = make.event(cast.owner, after=-1, moment=now() - timedelta(days=5), places=9, audience=make.PUBLIC)
    wish = PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="fi"
    )
    at = event.opens_at + timedelta(hours=1)
    actions.ask_as_guest(event=event, wish=wish, at=at)
    actions.confirm_guest(link=event.links.get(), at=at)
    return event


def test_told_in_a_minute_by_a_guest(event: Event, aside: Aside, opened: Open) -> None:
    secret = queries.secret_of(event.links.get())
    page = opened(f"/fi/guests/{secret}/takeaway/")

    def walk() -> str:
        go_to(page, "Omin sanoin")
        page.keyboard.type("Kysy ensin, päätä sitten")
        press(page, "Lähetä")
        for name in ("was_useful", "met_somebody_new", "comes_again"):
            choose(page, name)
        press(page, "Lähetä vastaukset")
        return page.inner_text("main")

    shown = aside.run(walk)
    assert "Kiitos palautteesta." in shown
    assert Takeaway.objects.get().text == "Kysy ensin, päätä sitten"
    said = Feedback.objects.get()
    assert (said.was_useful, said.met_somebody_new, said.comes_again, said.count) == (5, True, True, 1)


def test_gathered_and_let_out_by_an_organiser(event: Event, cast: Cast, aside: Aside, opened: Open) -> None:
    page = opened(f"/fi/events/{event.pk}/takeaways/gathering/", cast.owner)

    def walk() -> str:
        go_to(page, "Muutamalla sanalla")
        page.keyboard.type("Kokeillaan samaa")
        go_to(page, "Kuka sen tekee")
        page.keyboard.press("ArrowDown")
        go_to(page, "Mihin mennessä")
        page.keyboard.type("15012027" if page.evaluate("navigator.language").startswith("fi") else "01152027")
        press(page, "Kirjaa")
        go_to(page, "Saate tuliaisille")
        page.keyboard.type("Kiitos kaikille")
        press(page, "Julkaise sivu")
        return page.inner_text("main")

    shown = aside.run(walk)
    assert "Kokeillaan samaa" in shown
    assert "Kiitos kaikille" in shown
    assert (Digest.objects.count(), Outcome.objects.get().owner_id) == (1, cast.owner.pk)
