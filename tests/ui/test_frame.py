"""The frame of every page: what stands in it, and that it copes with whatever is missing."""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.utils.translation import override

UI = Path(__file__).resolve().parents[2] / "fiksummin" / "ui"
TEMPLATES = sorted(str(path.relative_to(UI / "templates")) for path in UI.glob("templates/**/*.html"))
PAGE = """{% extends "ui/base.html" %}
{% block title %}Tilat{% endblock %}{% block heading %}Tilat{% endblock %}{% block content %}<p>Sisältö</p>{% endblock %}"""


@dataclass
class Entry:
    label: str
    url: str = "/x/"
    icon: str = "sun"
    current: bool = False
    code: str = "fi"


def page(language: str = "fi", **context: Any) -> str:
    with override(language):
        return engines["django"].from_string(PAGE).render(context)


def entries(number: int) -> list[Entry]:
    return [Entry(f"Kohta {count}", current=count == 1) for count in range(number)]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_can_be_read(name: str) -> None:
    assert get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_has_a_style_or_script_of_its_own(name: str) -> None:
    text = (UI / "templates" / name).read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=\"|javascript:", text)
    inline = re.findall(r"<script(?![^>]*(?:src=|type=\"application/json\"))", text)
    assert inline == []


def test_the_frame_copes_with_nothing_around_it() -> None:
    html = page()
    assert html.count("<h1") == 1
    assert '<html lang="fi">' in html
    assert "<title>Tilat – Fiksummin</title>" in html
    assert 'href="#main">Siirry sisältöön</a>' in html
    assert 'class="nav"' not in html
    assert 'class="strip' not in html


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Päävalikko"), ("sv", "Huvudmeny"), ("en", "Main navigation")]
)
def test_the_frame_speaks_each_language(language: str, words: str) -> None:
    html = page(language, navigation=entries(2))
    assert f'<html lang="{language}">' in html
    assert f'aria-label="{words}"' in html
    assert f'href="/{language}/"' in html


def test_up_to_five_entries_need_no_menu() -> None:
    html = page(navigation=entries(5))
    assert "<details" not in html
    assert html.count('aria-current="page"') == 1


def test_more_entries_than_five_fold_after_the_fourth() -> None:
    html = page(navigation=entries(7))
    assert html.count('class="rest"') == 3
    menu = html[html.index("<details") : html.index("</details>")]
    assert "Lisää" in menu
    assert re.findall(r"Kohta \d", menu) == ["Kohta 4", "Kohta 5", "Kohta 6"]


def test_the_languages_lead_to_the_same_page_and_name_themselves() -> None:
    ways = [Entry("Suomi", "/fi/x/", current=True), Entry("Svenska", "/sv/x/", code="sv")]
    html = page(languages=ways)
    assert '<a href="/sv/x/" hreflang="sv" lang="sv">Svenska</a>' in html
    assert 'lang="fi" aria-current="true">Suomi</a>' in html
    assert '<link rel="alternate" hreflang="sv" href="/sv/x/">' in html


def test_the_account_takes_the_place_of_signing_in() -> None:
    assert 'href="/fi/accounts/login/"' in page()
    signed_in = page(account=Entry("Alba", "/fi/me/"))
    assert "/fi/accounts/login/" not in signed_in
    assert 'href="/fi/me/"' in signed_in


def test_strips_tell_of_the_demonstration_and_of_a_break() -> None:
    html = page(demo=True, maintenance={"text": "Katko klo 17.", "alternative": "Soita <hostille>."})
    assert "Esittely: henkilöt" in html
    assert "Katko klo 17. Soita &lt;hostille&gt;." in html


@pytest.mark.parametrize(
    ("level", "tone", "role"),
    [
        (constants.SUCCESS, "good", "status"),
        (constants.INFO, "", "status"),
        (constants.WARNING, "wait", "alert"),
        (constants.ERROR, "stop", "alert"),
    ],
)
def test_messages_have_a_tone_and_a_role(level: int, tone: str, role: str) -> None:
    html = page(messages=[Message(level, "Käynti on <ilmoitettu>.")])
    assert re.search(rf'<div class="notice {tone}\s*" role="{role}" tabindex="-1" data-focus>', html)
    assert "Käynti on &lt;ilmoitettu&gt;." in html


def test_the_title_says_first_that_something_is_wrong() -> None:
    assert "<title>Virhe: Tilat – Fiksummin</title>" in page(form={"errors": {"day": ["Puuttuu."]}})


def test_an_empty_page_invites_with_one_first_act() -> None:
    words = {"title": "Ei käyntejä", "label": "Ilmoita käynnistä", "url": "/x/"}
    html = render_to_string("ui/_empty.html", words)
    assert html.count("button first") == 1
    assert "scene-rest" in html


def test_a_trail_ends_where_one_is() -> None:
    html = page(trail=[Entry("Tilat", "/fi/spaces/"), Entry("Helsingin labi", "")])
    assert 'aria-label="Murupolku"' in html
    assert '<span aria-current="page">Helsingin labi</span>' in html


def sent(name: str) -> int:
    return len(gzip.compress((UI / "static" / "ui" / name).read_bytes(), 9))


def test_the_first_view_stays_small() -> None:
    html = page(navigation=entries(8), languages=entries(3), footer_links=entries(5), demo=True)
    frame = len(gzip.compress(html.encode(), 9))
    assert sent("fiksummin.css") <= 9 * 1024
    assert sent("fiksummin.js") <= 4 * 1024
    assert sent("icons.svg") <= 4 * 1024
    assert frame + sent("fiksummin.css") <= 9 * 1024, "leave room for what the page itself says"


def test_every_icon_that_is_asked_for_is_in_the_sprite() -> None:
    there = set(re.findall(r'<symbol id="([^"]+)"', (UI / "static/ui/icons.svg").read_text()))
    house = UI.parent
    asked: set[str] = set()
    for path in house.glob("**/templates/**/*.html"):
        text = path.read_text()
        asked |= set(re.findall(r'{% icon "([^"]+)"', text)) | set(re.findall(r'\bicon="([^"]+)"', text))
        asked |= {f"scene-{name}" for name in re.findall(r'{% scene "([^"]+)"', text)}
    assert asked - there == set()
