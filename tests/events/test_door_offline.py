"""The door on phones whose network is cut: nobody is lost, nobody is doubled, the earliest press counts."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Press, Registration
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.pages.browser import Aside
from tests.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
type Phone = tuple[BrowserContext, Page]
type Opens = Callable[[Person, Event], Phone]


@pytest.fixture
def event(transactional_db: None, cast: Cast) -> Event:
    """Of this hour, with four places on site."""
    earlier = now() - timedelta(days=1)
    return make.event(
        cast.owner, after=0, moment=earlier, opens_at=earlier, places=5, title="Avoin ovi",
        hosts=(cast.colleague,),
    )  # fmt: skip


def register(event: Event, person: Person, **words: object) -> Registration:
    wish = PlaceWish(mode="on_site", person=person, **words)  # type: ignore[arg-type]  # a test names the words
    return actions.register(by=person, event=event, wish=wish, at=event.starts_at - timedelta(hours=1))


@pytest.fixture
def phone(aside: Aside, real_server: Server) -> Iterator[Opens]:
    """Open a door on a phone of its own, ready to lose its network."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []
    url = f"http://localhost:{real_server.port}"

    def opened(person: Person, event: Event) -> Phone:
        cookies = {name: morsel.value for name, morsel in signed_in(person).cookies.items()}

        def steps() -> Phone:
            context = aside.browser.new_context(viewport={"width": 320, "height": 700}, locale="en")
            contexts.append(context)
            context.add_cookies(
                [{"name": name, "value": value, "url": url} for name, value in cookies.items()]
            )
            page = context.new_page()
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(f"{url}/en/events/{event.pk}/door/")
            page.wait_for_selector("fx-door[ready][state=online]")
            return context, page

        return aside.run(steps)

    yield opened
    for context in contexts:
        aside.run(context.close)
    assert troubles == []


def cut(phone: Phone) -> None:
    phone[0].set_offline(True)
    phone[1].reload()
    phone[1].wait_for_selector("fx-door[ready][state=offline]")


def mend(phone: Phone) -> None:
    phone[0].set_offline(False)
    phone[1].evaluate("dispatchEvent(new Event('online'))")
    phone[1].wait_for_selector("fx-door[state=online][waiting='0']")


def press(page: Page, value: str, waiting: int) -> None:
    page.click(f"#row-{value.split()[1]} button[value='{value}']")
    page.wait_for_selector(f"fx-door[waiting='{waiting}']")


def test_two_phones_without_network(cast: Cast, event: Event, aside: Aside, phone: Opens) -> None:
    group = register(event, cast.member, people=2, companions=("Kumppani",))
    alone = register(event, cast.outsider)
    one, two = phone(cast.owner, event), phone(cast.colleague, event)

    def apart() -> tuple[str, str, str]:
        cut(one)
        cut(two)
        press(one[1], f"received {group.pk} 0,1", 1)
        one[1].wait_for_timeout(1500)  # a phone knows the service's clock to half the time of an answer
        press(two[1], f"received {group.pk} 0", 1)
        press(two[1], f"received {alone.pk} 0", 2)
        press(two[1], f"undone {alone.pk} 0", 3)
        press(one[1], f"received {alone.pk} 0", 2)
        for place, name in ((one[1], "Ohi Kulkija"), (two[1], "Toinen Kulkija")):
            place.fill("[name=name]", name)
            place.click("[data-walk-in] button")
            place.wait_for_selector(f"[data-waiting] >> text={name}")
        one[1].reload()
        one[1].wait_for_selector("fx-door[ready][state=offline][waiting='3']")
        said = one[1].inner_text("[data-state]"), one[1].inner_text("[data-count]")
        return *said, one[1].inner_text(f"#row-{group.pk} [data-seat='{group.pk} 1'] [data-said]")

    state, counted, kept = aside.run(apart)
    assert "No connection" in state
    assert "(3)" in state
    assert counted == "Here 3 of 3"
    assert "waits on this phone" in kept
    assert Press.objects.count() == 0

    aside.run(lambda: mend(two))
    aside.run(lambda: mend(one))
    aside.run(lambda: mend(two))
    presses = list(Press.objects.filter(registration=group).order_by("pressed_at"))
    first = presses[0]
    group.refresh_from_db()
    alone.refresh_from_db()
    assert (len(presses), group.arrived, group.arrived_at) == (2, 2, first.pressed_at)
    assert first.made_by == cast.owner
    assert (alone.arrived, alone.arrived_by) == (1, cast.owner)
    assert sorted(event.registrations.filter(is_walk_in=True).values_list("guest_name", flat=True)) == [
        "Ohi Kulkija",
        "Toinen Kulkija",
    ]
    assert event.pools.get().taken == 5
    aside.run(lambda: [place[1].reload() for place in (one, two)])
    assert Press.objects.count() == 7


def test_an_answer_that_was_lost_doubles_nobody(cast: Cast, event: Event, aside: Aside, phone: Opens) -> None:
    opened = phone(cast.owner, event)
    context, page = opened

    def steps() -> None:
        page.route("**/presses/", lambda route: (route.fetch(), route.abort()))
        page.fill("[name=name]", "Ohi Kulkija")
        page.click("[data-walk-in] button")
        page.wait_for_selector("fx-door[state=offline][waiting='1']")
        page.unroute("**/presses/")
        mend(opened)

    aside.run(steps)
    assert Registration.objects.filter(event=event).count() == 1
    assert event.pools.get().taken == 1
    assert context


def test_who_has_no_place_and_who_is_asked_about(
    cast: Cast, event: Event, aside: Aside, phone: Opens
) -> None:
    register(event, cast.member, people=4)
    taken, opened = str(cast.member), phone(cast.owner, event)
    page = opened[1]

    def refused() -> list[str]:
        cut(opened)
        for name in ("Eka Tulija", taken, "Toka Tulija"):
            page.fill("[name=name]", name)
            page.click("[data-walk-in] button")
            page.wait_for_selector(f"[data-waiting] >> text={name}")
        mend(opened)
        page.wait_for_selector("[data-waiting] li >> nth=1")
        return page.locator("[data-waiting] li").all_inner_texts()

    same, full = aside.run(refused)
    assert "on the list already" in same
    assert "Every place on site is taken" in full
    assert event.pools.get().taken == 5

    def settled() -> None:
        page.click("[data-waiting] li >> nth=0 >> text=It is another person")
        page.wait_for_selector("[data-waiting] li >> nth=0 >> text=Every place on site is taken")
        for _each in "ab":
            page.click("[data-waiting] li >> nth=0 >> text=Let it go")
            page.wait_for_timeout(300)
        page.wait_for_selector("[data-waiting]", state="hidden")

    aside.run(settled)
    assert (event.registrations.count(), event.pools.get().taken) == (2, 5)


def test_codes_without_network(cast: Cast, event: Event, aside: Aside, phone: Opens) -> None:
    row = register(event, cast.member)
    code, opened = queries.code_of(row), phone(cast.owner, event)
    page = opened[1]

    def said(text: str) -> str:
        page.fill("#q", text)
        page.press("#q", "Enter")
        page.wait_for_selector("[data-told]:not(:empty)")
        told = page.inner_text("[data-told]")
        page.evaluate("document.querySelector('[data-told]').textContent = ''")
        return told

    def steps() -> tuple[list[str], str]:
        cut(opened)
        forged = code[:-1] + ("0" if code[-1] != "0" else "1")
        told = [said(text) for text in (code.lower(), queries.code_address(row), forged)]
        page.fill("#q", "")
        return told, page.evaluate("document.activeElement.id")

    told, _focus = aside.run(steps)
    name = str(cast.member)
    assert [words.startswith("The code is valid") and name in words for words in told] == [True, True, False]
    assert "not on the list of this phone" in told[2]


FAKE_CAMERA = """
window.BarcodeDetector = class { async detect() { return window.shown ? [{ rawValue: window.shown }] : []; } };
Object.defineProperty(navigator, "mediaDevices", { value: {
  getUserMedia: async () => document.createElement("canvas").captureStream(),
} });
HTMLMediaElement.prototype.play = async () => undefined;
"""


def test_the_camera_reads_a_code(cast: Cast, event: Event, aside: Aside, phone: Opens) -> None:
    row = register(event, cast.member)
    address, opened = queries.code_address(row), phone(cast.owner, event)
    page = opened[1]

    def steps() -> tuple[bool, str]:
        without = page.is_visible("[data-camera]")
        opened[0].add_init_script(FAKE_CAMERA)
        page.reload()
        page.wait_for_selector("fx-door[ready]")
        page.click("[data-camera] button >> nth=0")
        page.evaluate(f"window.shown = {address!r}")
        page.wait_for_selector("[data-told]:not(:empty)")
        return without, page.inner_text("[data-told]") + page.evaluate("document.activeElement.id")

    without, told = aside.run(steps)
    assert (without, told) == (False, f"The code is valid: {cast.member}row-{row.pk}")


NAMES_KEPT = """async () => {
  const base = await new Promise((done) => { const asked = indexedDB.open("fiksummin-door"); asked.onsuccess = () => done(asked.result); });
  const lists = base.objectStoreNames.contains("lists")
    ? await new Promise((done) => { const asked = base.transaction("lists").objectStore("lists").getAll(); asked.onsuccess = () => done(asked.result); }) : [];
  base.close();
  const texts = [JSON.stringify(lists)];
  for (const key of await caches.keys()) for (const request of await (await caches.open(key)).keys())
    texts.push(await (await (await caches.open(key)).match(request)).text());
  return [texts.join(" "), (await navigator.serviceWorker.getRegistrations()).length];
}"""


def test_signed_out_nobody_is_named_on_the_phone(
    cast: Cast, event: Event, aside: Aside, phone: Opens
) -> None:
    register(event, cast.outsider)
    _context, page = phone(cast.owner, event)
    name = str(cast.outsider)

    def steps() -> tuple[list[object], list[object]]:
        before = page.evaluate(NAMES_KEPT)
        page.goto(page.url.partition("/en/")[0] + "/en/accounts/logout/")
        page.click("main form button")
        page.wait_for_selector(".account a[href*='/accounts/login/']")
        page.wait_for_timeout(500)
        return before, page.evaluate(NAMES_KEPT)

    before, after = aside.run(steps)
    assert (name in str(before[0]), before[1]) == (True, 1)
    assert (name in str(after[0]), after[1]) == (False, 0)


OBSERVE = """() => {
  const list = document.querySelector("[data-live]");
  new MutationObserver((seen) => {
    if (seen.some((one) => one.target === list))
      list.dataset.seen = [...list.querySelectorAll("[data-words]")].map((row) => row.hidden).join();
  }).observe(list, { childList: true });
}"""


def test_a_newer_list_comes_narrowed(cast: Cast, event: Event, aside: Aside, phone: Opens) -> None:
    register(event, cast.member)
    _, page = phone(cast.owner, event)

    def steps() -> str | None:
        page.fill("#q", "nobody")
        page.focus("header a")
        page.evaluate(OBSERVE)
        page.evaluate("dispatchEvent(new Event('online'))")
        page.wait_for_selector("[data-seen]")
        return page.get_attribute("[data-live]", "data-seen")

    assert aside.run(steps) == "true"
