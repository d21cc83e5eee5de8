"""An organiser sees what is free beside the space as she chooses, and takes it by keyboard; without scripts by a button."""

import pytest
from playwright.sync_api import Page, expect

from fiksummin.events.models import Event
from fiksummin.spaces.models import Space
from tests import engines
from tests.cast import Cast
from tests.events.walking import Open, go_to, press
from tests.factories import events as make
from tests.factories import spaces
from tests.pages.browser import Aside

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(engines.ENGINE != "sqlite", reason="the walk knows no database: once is enough"),
]


@pytest.fixture
def taken(transactional_db: None, cast: Cast) -> Event:
    """An event in the only hall, in a week."""
    hall = spaces.space(cast.helsinki, kind="hall", name="Sali", seats=30, layouts={"theatre": 30})
    return make.event(cast.colleague, space=hall, layout=hall.layouts.get(), places=20)


def test_what_is_free_is_chosen_by_keyboard(taken: Event, cast: Cast, aside: Aside, opened: Open) -> None:
    starts, ends = (at.astimezone(taken.zone) for at in (taken.starts_at, taken.ends_at))
    space = Space.objects.get()
    wanted = f"{space.pk}-{space.layouts.get().pk}"

    def walk(page: Page) -> tuple[str, str, str]:
        scripts = page.evaluate("customElements.get('fx-suggest') !== undefined")
        page.fill("[name=title]", "Kokeilupaja")
        page.fill("[name=day]", f"{starts:%Y-%m-%d}")
        page.fill("[name=start]", f"{starts:%H:%M}")
        page.fill("[name=end]", f"{ends:%H:%M}")
        page.fill("[name=places]", "20")
        page.select_option("[name=space]", wanted)
        page.focus("[name=space]")
        if scripts:
            expect(page.locator("fx-suggest [role=status]")).to_contain_text("Joku muu on varannut tilan")
        else:
            press(page, "Näytä, mitä on vapaana")
        expect(page.locator("#look")).to_contain_text("Joku muu on varannut tilan")
        page.focus("[name=space]")
        go_to(page, "Valitse tämä")
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        expect(page.locator("#look .notice.good")).to_contain_text("on silloin vapaa")
        title, day, start = (page.input_value(f"[name={name}]") for name in ("title", "day", "start"))
        return title, day, start

    page = opened("/fi/events/new/", cast.member)
    title, day, start = aside.run(lambda: walk(page))
    assert title == "Kokeilupaja", "nothing typed is lost"
    assert (day, start) != (f"{starts:%Y-%m-%d}", f"{starts:%H:%M}")
    assert Event.objects.count() == 1
