"""Translations: nothing lost, nothing guessed, nothing missing, nothing bare."""

from pathlib import Path

import polib
import pytest

from dev.lint.bare_text import bare_text
from dev.messages import catalogue, checks, extract

VIEWS = """
from django.utils.translation import gettext as _, ngettext, pgettext
TITLE = _("Visits")
def f(n):
    pgettext("verb", "book")
    return ngettext("%(n)s seat", "%(n)s seats", n) % {"n": n}
"""
PAGE = """{% load i18n %}<h2>{% translate "Today" %}</h2>
{% blocktranslate trimmed %}
  Hello {{ name }}
{% endblocktranslate %}"""


def entry(english: str, said: str, **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=english, msgstr=said, **more)


def book(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "package" / "visits"
    (folder / "templates" / "visits").mkdir(parents=True)
    (folder / "migrations").mkdir()
    (folder / "migrations" / "0001.py").write_text('_("history")')
    (folder / "views.py").write_text(VIEWS)
    (folder / "templates" / "visits" / "visit.html").write_text(PAGE)
    return folder


def test_sentences_are_taken_from_code_and_templates(app: Path) -> None:
    taken = extract.sentences_of(app, package=app.parent)
    said = [(item.msgctxt, item.msgid, item.msgid_plural) for item in taken]
    assert said == [
        (None, "Today", ""),
        (None, "Hello %(name)s", ""),
        (None, "Visits", ""),
        ("verb", "book", ""),
        (None, "%(n)s seat", "%(n)s seats"),
    ]
    assert taken[0].occurrences == [("templates/visits/visit.html", "")]
    assert not (app / "locale").exists()


def test_the_package_itself_owns_only_the_files_that_lie_in_no_app(app: Path) -> None:
    (app.parent / "urls.py").write_text('_("Front page")')
    taken = extract.sentences_of(app.parent, package=app.parent)
    assert [item.msgid for item in taken] == ["Front page"]


def test_what_was_translated_stays_and_what_is_new_waits() -> None:
    old = book(entry("Visits", "Käynnit"), entry("book", "varaa", msgctxt="verb"))
    new = catalogue.merged(
        book(entry("book", ""), entry("Visits", ""), entry("Visit", "")), old, "fi", tidy=True
    )
    assert [(item.msgid, item.msgstr) for item in new] == [("book", ""), ("Visits", "Käynnit"), ("Visit", "")]


def test_a_sentence_that_comes_back_finds_its_translation() -> None:
    without = catalogue.merged(book(), book(entry("Visits", "Käynnit")), "fi", tidy=False)
    assert list(checks.complaints(without)) == [
        "no longer said by the code: “Visits”. Drop it with bin/messages --tidy."
    ]
    again = catalogue.merged(book(entry("Visits", "")), without, "fi", tidy=False)
    assert [(item.msgid, item.msgstr, item.obsolete) for item in again] == [("Visits", "Käynnit", False)]


def test_the_same_catalogue_makes_the_same_bytes(tmp_path: Path) -> None:
    first = catalogue.merged(book(entry("Visits", "")), book(entry("Visits", "Käynnit")), "fi", tidy=True)
    path = tmp_path / "django.po"
    path.write_text(catalogue.text_of(first))
    again = catalogue.merged(book(entry("Visits", "")), catalogue.read(path), "fi", tidy=True)
    assert catalogue.text_of(again) == catalogue.text_of(first)
    assert catalogue.compiled(again) == catalogue.compiled(first)
    assert "Käynnit".encode() in catalogue.compiled(first)


@pytest.mark.parametrize(
    ("item", "complaint"),
    [
        (entry("Visits", ""), "not translated: “Visits”."),
        (
            entry("%(n)s seat", "", msgid_plural="%(n)s seats", msgstr_plural={0: "%(n)s paikka", 1: ""}),
            "not translated: “%(n)s seat”.",
        ),
        (
            entry("Visits", "Käynnit", flags=["fuzzy"]),
            "fuzzy: “Visits”. Read the translation, mend it and take the mark away.",
        ),
        (entry("Hi %(name)s", "Hei"), "“Hi %(name)s”: the placeholders differ from the English: %(name)s."),
        (
            entry("Hi {who}", "Hei {kuka}"),
            "“Hi {who}”: the placeholders differ from the English: {kuka}, {who}.",
        ),
        (entry("<b>Hi</b>", "<b>Hei"), "“<b>Hi</b>”: the HTML tags differ from the English."),
        (entry("Until ", "Asti"), "“Until”: white space at the ends differs from the English."),
        (entry("Welcome", "Tervetuloa!"), "“Welcome”: an exclamation mark: the system speaks calmly."),
    ],
)
def test_a_fault_in_a_translation_is_said(item: polib.POEntry, complaint: str) -> None:
    assert list(checks.complaints(book(item))) == [complaint]


@pytest.mark.parametrize(
    "item",
    [
        entry("Hi %(name)s", "%(name)s, hei"),
        entry(
            "%(n)s seat", "", msgid_plural="%(n)s seats", msgstr_plural={0: "yksi paikka", 1: "%(n)s paikkaa"}
        ),
        entry("<b>Hi</b> %(name)s", "%(name)s, <b>hei</b>"),
        entry("100 % sure", "100 % varma"),
    ],
)
def test_a_right_translation_raises_nothing(item: polib.POEntry) -> None:
    assert list(checks.complaints(book(item))) == []


def test_two_apps_may_not_say_the_same_english_differently() -> None:
    mine, yours = (
        (Path("events"), book(entry("Place", "Paikka"))),
        (Path("spaces"), book(entry("Place", "Sija"))),
    )
    assert list(checks.disagreements([mine, yours])) == [
        "“Place” is “Paikka” (events) and “Sija” (spaces): agree on one, or tell them apart with pgettext."
    ]
    apart = (Path("spaces"), book(entry("Place", "Sija", msgctxt="rank")))
    assert list(checks.disagreements([mine, mine, apart])) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Welcome</p>",
        "{% block title %}Visits{% endblock %}",
        '<img src="a.png" alt="A door">',
        '<button aria-label="Close"></button>',
        '<input type="submit" value="Send">',
        '<meta name="description" content="A lab">',
        '{% include "ui/_card.html" with title="Your visit" %}',
        "{% translate 'Yes' %} or {% translate 'no' %}",
        "<p>{{ name }} welcome</p>",
        '<p lang="{{ LANGUAGE_CODE }}">Welcome</p>',
    ],
)
def test_bare_text_in_a_page_is_found(source: str) -> None:
    assert [finding.rule for finding in bare_text(Path("visit.html"), source)] == ["bare-text"]


@pytest.mark.parametrize(
    "source",
    [
        "<p>{% translate 'Welcome' %}</p>",
        "{% blocktranslate trimmed count n=n %}One seat{% plural %}{{ n }} seats{% endblocktranslate %}",
        "{# A note for developers #}{% comment %}Another{% endcomment %}",
        "{% comment 'why' %}Another{% endcomment %}<!-- a remark -->",
        '<a href="/fi/" lang="fi">Suomeksi</a>',
        '<span translate="no">Työ 2.0 Lab</span>',
        "<title>{% translate 'Visits' %} – Fiksummin</title>",
        "<script>let word;</script><code>make demo</code>",
        "<p>{{ name|default:'nobody' }}: 12 × 3 – 4 %</p>",
        '<input type="text" value="{{ value }}" name="note" autocomplete="off">',
        '{% include "ui/_card.html" with title=_("Your visit") kind="warm" %}',
        '<div class="card wide" id="visit" data-behaviour="copy">&nbsp;&middot;</div>',
        "{# allow(bare-text): the law's own name #}\n<p>GDPR</p>",
    ],
)
def test_a_translated_page_raises_nothing(source: str) -> None:
    assert bare_text(Path("visit.html"), source) == []


def test_bare_text_is_found_where_it_stands() -> None:
    found = bare_text(Path("visit.html"), "{% if a %}\n  <p>\n    Welcome\n  </p>\n{% endif %}")
    assert [finding.line for finding in found] == [3]


def test_a_letter_is_all_translated() -> None:
    assert bare_text(Path("visit.txt"), "{% translate 'Hello' %} {{ name }},\n") == []
    assert [finding.line for finding in bare_text(Path("visit.txt"), "{{ name }}\nSee you\n")] == [2]
