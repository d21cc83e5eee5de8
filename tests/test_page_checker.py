"""The page checker finds each seeded defect, and nothing in the clean look-alikes."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests import engines
from tests.pages import cli
from tests.pages.findings import Finding, View, Weight, merge, same_titles
from tests.pages.fixtures import Looker
from tests.pages.seeds import Seed, seeds, server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(engines.ENGINE != "sqlite", reason="the checker knows no database: once is enough"),
]

ROOT = Path(__file__).resolve().parent.parent
DEFECTS, CLEAN = seeds("defect"), seeds("clean")


@pytest.fixture(scope="module")
def house() -> Iterator[str]:
    """The address of a server that has every seed."""
    with server([*DEFECTS, *CLEAN]) as address:
        yield address


def rules_in_the_source() -> set[str]:
    folder = ROOT / "tests" / "pages"
    walker = "".join(path.read_text(encoding="utf-8") for path in (folder / "walker").glob("*.js"))
    watch = (folder / "watch.py").read_text(encoding="utf-8")
    named = re.findall(r"(?:rule|report)\(\"([\w-]+)\"", walker)
    return {*named, *re.findall(r"\(\s*\"([a-z]+-[a-z-]+)\", \"house rule\"", watch)}


def look(looker: Looker, house: str, seed: Seed) -> list[Finding]:
    views = looker.look(house + seed.path, widths=seed.widths, linger_ms=seed.options.get("linger", 0))
    return merge(views)


@pytest.mark.parametrize("seed", DEFECTS, ids=lambda seed: seed.name)
def test_a_defect_raises_its_rule_and_no_other(looker: Looker, house: str, seed: Seed) -> None:
    found = look(looker, house, seed)
    assert {finding.rule for finding in found} == {seed.rule}, [finding.read() for finding in found]
    assert all(re.fullmatch(r"\d\.\d\.\d+|best practice|house rule", each.criterion) for each in found)


@pytest.mark.parametrize("seed", CLEAN, ids=lambda seed: seed.name)
def test_a_clean_page_raises_nothing(looker: Looker, house: str, seed: Seed) -> None:
    assert [each.read() for each in look(looker, house, seed)] == []


def test_every_rule_of_ours_has_a_defect_and_a_look_alike() -> None:
    ours = rules_in_the_source()
    assert len(ours) > 30
    assert ours - {seed.rule for seed in DEFECTS} == {"mixed-content"}, (
        "this one needs a secure page, see below"
    )
    pairs = {"page-error": "console-error", "csp-violation": "other-host"}
    assert {pairs.get(rule, rule) for rule in ours} - {seed.rule for seed in CLEAN} == {"mixed-content"}


def test_insecure_parts_of_a_secure_page(looker: Looker) -> None:
    page = (
        '<!doctype html><html lang="en"><title>Secure</title><main><h1>Secure</h1>'
        '<script src="http://house.example/part.js"></script></main>'
    )

    def answer(route: Route) -> None:
        route.fulfill(body=page, content_type="text/html")

    looker.aside.run(lambda: looker.checker.page.route("**://house.example/**", answer))
    try:
        found = merge(looker.look("https://house.example/", widths=[1280]))
    finally:
        looker.aside.run(lambda: looker.checker.page.unroute("**://house.example/**"))
    assert {finding.rule for finding in found} == {"mixed-content"}


def test_what_is_done_before_looking_leads_to_another_state(looker: Looker, house: str) -> None:
    def make_it_worse(page: Page) -> None:
        page.eval_on_selector("h1", "(heading) => heading.remove()")

    found = merge(looker.look(house + CLEAN[0].path, widths=[1280], prepare=make_it_worse))
    assert {finding.rule for finding in found} == {"one-h1"}


def test_below_a_top_that_is_known_keys_go_through_the_content(looker: Looker, house: str) -> None:
    clean, trap = (
        next(each for each in kind if each.name == "keyboard-trap: below a top that many pages share")
        for kind in (CLEAN, DEFECTS)
    )
    assert merge(looker.look(house + clean.path, trust=True)) == []
    found = merge(looker.look(house + trap.path, trust=True))
    assert {finding.rule for finding in found} == {"keyboard-trap"}
    assert looker.checker._frames


@pytest.mark.parametrize("rule", ["focus-order", "focus-obscured", "one-h1", "reflow"])
def test_a_known_shape_is_still_looked_at(looker: Looker, house: str, rule: str) -> None:
    for seed in [each for each in DEFECTS if each.rule == rule]:
        address, widths = house + seed.path, seed.widths
        looker.look(address, widths=widths)
        looker.checker._clean.add(looker.aside.run(lambda: looker.checker.page.evaluate("walker.shape()")))
        (view,) = looker.look(address, widths=widths, trust=True)
        assert {finding.rule for finding in view.findings} == {rule}, seed.name
        assert "press" not in view.seconds


def test_a_known_shape_is_the_same_in_another_language(looker: Looker, house: str) -> None:
    seed = next(each for each in CLEAN if each.rule == "status-message")
    looker.checker._clean.clear()
    (first,) = looker.look(house + seed.path, widths=[1280], trust=True)
    (again,) = looker.look(house + seed.path, widths=[1280], trust=True)
    assert "press" in first.seconds
    assert "press" not in again.seconds


def test_the_bytes_are_counted_gzipped(looker: Looker, house: str) -> None:
    seed = next(each for each in CLEAN if each.rule == "image-alt-words")
    weight = looker.look(house + seed.path, widths=[1280])[0].weight
    assert 200 < weight.html < len(seed.page(0))
    assert weight.other == 67
    assert weight.first_view == weight.html
    assert weight.total == weight.html + weight.other


def test_a_person_is_signed_in_by_cookie(looker: Looker, house: str) -> None:
    looker.sign_in(house, {"session": "alba"})
    looker.look(house + CLEAN[0].path, widths=[1280])
    assert looker.aside.run(lambda: looker.checker.page.evaluate("document.cookie")) == "session=alba"
    looker.sign_in(house, {})
    looker.look(house + CLEAN[0].path, widths=[1280])
    assert looker.aside.run(lambda: looker.checker.page.evaluate("document.cookie")) == ""


# --- What is said ------------------------------------------------------------------------------------


def finding(sentence: str = "Too wide.") -> Finding:
    return Finding(url="/a", rule="reflow", criterion="1.4.10", target="p", sentence=sentence)


def view(width: int, *findings: Finding, url: str = "/a", title: str = "A", language: str = "fi") -> View:
    return View(
        url=url,
        width=width,
        status=200,
        title=title,
        language=language,
        weight=Weight(),
        findings=list(findings),
    )


def test_a_finding_of_two_widths_is_said_once() -> None:
    assert merge([view(320, finding()), view(1280, finding())]) == [finding()]
    assert merge([view(320, finding()), view(1280)]) == [finding("Too wide. (at 320 px)")]


def test_one_title_for_two_pages_of_a_language_is_a_finding() -> None:
    alike = same_titles([view(320), view(320, url="/b"), view(320, url="/c", language="sv")])
    assert [(each.url, each.rule) for each in alike] == [("/b", "title-unique")]
    assert same_titles([view(320), view(1280), view(320, url="/b", title="B")]) == []


# --- The program -------------------------------------------------------------------------------------


def test_the_program_prints_lines_and_ends_with_one(house: str) -> None:
    defect = next(each for each in DEFECTS if each.rule == "one-h1")
    program = [str(ROOT / "bin" / "a11y"), house + CLEAN[0].path, house + defect.path, "--linger", "0"]
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 1, done.stderr
    (line,) = done.stdout.splitlines()
    assert list(json.loads(line)) == ["url", "rule", "criterion", "target", "sentence"]
    assert json.loads(line)["url"] == house + defect.path
    assert json.loads(line)["rule"] == "one-h1"


def test_the_program_ends_with_zero_when_all_is_well(house: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([house + CLEAN[0].path, "--width", "320", "--linger", "0", "--json"]) == 0
    (page,) = json.loads(capsys.readouterr().out)
    assert page["widths"] == [320]
    assert page["findings"] == []
    assert page["bytes"]["first_view"] > 100


@pytest.mark.parametrize(
    ("chromium", "says"), [(None, "cannot be opened"), ("/nowhere/chromium", "apt-get install chromium")]
)
def test_the_program_ends_with_two_when_it_cannot_look(
    chromium: str | None, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if chromium:
        monkeypatch.setenv("FIKSUMMIN_CHROMIUM", chromium)
    assert cli.main(["http://127.0.0.1:9/", "--linger", "0"]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""
