"""The net under every page: each state in three languages and two widths, by axe, keyboard, bytes and queries."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from fiksummin.spaces.queries.availability import MEMORY
from tests import engines
from tests.pages.catalogue import PAGES
from tests.pages.excuses import NO_PAGES, POSTED
from tests.pages.findings import merge
from tests.pages.fixtures import Looker
from tests.pages.page import TOTAL, Page
from tests.pages.town import LANGUAGES, Town, build, kinds
from tests.serving import Server

# Wagtail leaves the file that it draws a picture from to the collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.Spooled:ResourceWarning")

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
once_is_enough = pytest.mark.skipif(
    engines.ENGINE != "sqlite",
    reason="a page looks the same over both engines; its queries are counted on both",
)


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[Town]:
    """The small town, once for all the pages; nobody here changes what others look at."""
    with django_db_blocker.unblock():
        yield build()
        engines.restore()


@pytest.fixture(scope="module")
def service(request: pytest.FixtureRequest) -> str:
    """The address of the running service of this worker."""
    server: Server = request.getfixturevalue("_served")
    return server.url


@once_is_enough
@pytest.mark.browser
@pytest.mark.parametrize(
    ("page", "language"),
    [(page, language) for page in PAGES for language in LANGUAGES],  # together, so that shapes are known
    ids=lambda value: value.title if isinstance(value, Page) else value,
)
def test_nothing_stands_in_the_way(
    page: Page, language: str, town: Town, service: str, looker: Looker
) -> None:
    looker.sign_in(service, town.cookies[page.who])
    views = looker.look(service + town.address(page.path, language), prepare=page.prepare, trust=True)
    first, weight = views[0], views[0].weight
    said = [finding.read() for finding in merge(views)]
    if first.status != page.status:
        said.append(f"The answer is {first.status}, not {page.status}.")
    if first.language != language:
        said.append(f"The page says lang={first.language!r}.")
    if weight.first_view > page.first_view:
        said.append(
            f"{weight.first_view} bytes before anything is drawn, {page.first_view} allowed: {weight}"
        )
    if weight.total > TOTAL:
        said.append(f"{weight.total} bytes for the whole page, {TOTAL} allowed: {weight}")
    if said:
        pytest.fail("\n".join([first.url, *said]), pytrace=False)


@once_is_enough
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_share_a_title(language: str, town: Town) -> None:
    """States of one page may; so may a page that was refused."""
    seen: dict[str, Page] = {}
    for page in PAGES:
        if page.prepare or page.status != 200:
            continue
        answer = town.browser(page.who).get(town.address(page.path, language))
        assert answer.status_code == page.status, page.title
        title = TITLE.search(answer.text)
        assert title, page.title
        other = seen.setdefault(title[1].strip(), page)
        assert other.name == page.name, (
            f"“{title[1].strip()}” is the title of {other.title} and of {page.title}"
        )


# --- Queries -------------------------------------------------------------------------------------


def queries_of(client: Client, address: str) -> int:
    """Of the second visit: the first fills what the process keeps."""
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.queries is not None], ids=lambda page: page.title
)
def test_a_page_asks_no_more_than_it_needs(page: Page, town: Town) -> None:
    address = town.address(page.path, "fi")
    MEMORY.forget()  # what is left of other tests costs a question more
    with transaction.atomic(), time_machine.travel(town.working_hours, tick=False):
        client = town.browser(page.who)
        asked = queries_of(client, address)
        if page.more:
            page.more(town)
            assert queries_of(client, address) == asked, "with two more rows"
        transaction.set_rollback(True)
    assert asked == page.queries


# --- The catalogue is whole ----------------------------------------------------------------------


def routes(patterns: Any = None, before: str = "") -> Iterator[str]:
    """Every route, the language written as L."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            prefix = "L/" if "LocalePrefix" in type(pattern.pattern).__name__ else str(pattern.pattern)
            yield from routes(pattern.url_patterns, before + prefix)
        elif isinstance(pattern, URLPattern):
            yield before + str(pattern.pattern).lstrip("^")


def excused(route: str) -> str:
    """Give the excuse of a route: word for word, or by its beginning where that ends in ``*``."""
    beginnings = (key for key in NO_PAGES if key.endswith("*") and route.startswith(key[:-1]))
    return route if route in NO_PAGES else next(beginnings, "")


def test_an_excuse_takes_in_no_more_than_it_says() -> None:
    assert excused("api/v1/openapi.json") == "api/*"
    assert excused("L/accounts/login/code/") == "L/accounts/login/code/"
    assert excused("L/accounts/login/code/confirm/") == ""


def test_every_address_has_a_page_in_the_catalogue(town: Town) -> None:
    covered = {
        re.sub(r"^fi/", "L/", resolve(town.address(page.path, "fi").partition("?")[0]).route)
        for page in PAGES
    }
    covered.add("L/accounts/login/code/confirm/")  # reached by sending the form before it
    missing = [route for route in routes() if route not in covered and not excused(route)]
    assert missing == [], "add a Page to tests/pages/catalogue.py, or say why there is none"


def test_every_excuse_is_still_needed() -> None:
    used = {excused(route) for route in routes()}
    assert set(NO_PAGES) - used <= {"demo/*"}, "these routes are gone"


def test_what_answers_post_only_has_no_page(town: Town) -> None:
    client = town.browser("owner")
    for begin in [begin for begin, reason in NO_PAGES.items() if reason == POSTED]:
        address = "/" + re.sub(r"<\w+:\w+>", "1", begin).replace("L/", "fi/")
        assert client.get(address).status_code == 405, address


def test_every_kind_of_page_has_a_row(town: Town) -> None:
    named = {page.path.strip("{}") for page in PAGES if page.path.startswith("{")}
    assert {kind.__name__ for kind in kinds()} == named
