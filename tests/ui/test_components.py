"""The small pieces: what they say, what they refuse, and what they escape."""

import re
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from fiksummin.ui.forms import ClockField, DayField, Renderer

NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)


def draw(source: str, **context: Any) -> str:
    with override("fi"):
        text = Template("{% load ui i18n %}" + source).render(Context(context))
    return re.sub(r"\s+", " ", text).strip()


class Announcement(forms.Form):
    default_renderer = Renderer()
    day = DayField(label="Päivä", help_text="Arkipäivä.")
    start = ClockField(label="Saapuminen")
    place = forms.ChoiceField(label="Paikka", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    note = forms.CharField(label="Sana hostille", required=False, widget=forms.Textarea)
    rules = forms.BooleanField(label="Olen lukenut ohjeet")
    secret = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        raise forms.ValidationError("Toimipiste on kiinni.")


@pytest.fixture
def empty() -> Announcement:
    return Announcement({"day": "", "note": "<b>hei</b>"})


def test_a_field_ties_its_hint_and_its_error_to_the_input(empty: Announcement) -> None:
    html = draw("{% field form.day %}", form=empty)
    assert '<label for="id_day">Päivä</label>' in html
    assert 'aria-describedby="id_day_helptext id_day_error"' in html
    assert '<div class="hint" id="id_day_helptext">Arkipäivä.</div>' in html
    assert 'id="id_day_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'type="date"' in html


def test_what_is_optional_says_so_in_words(empty: Announcement) -> None:
    html = draw("{% field form.note %}", form=empty)
    assert "(vapaaehtoinen)" in html
    assert "(vapaaehtoinen)" not in draw("{% field form.day %}", form=empty)


def test_what_was_typed_is_kept_and_escaped(empty: Announcement) -> None:
    assert "&lt;b&gt;hei&lt;/b&gt;" in draw("{% field form.note %}", form=empty)


def test_a_field_takes_a_label_a_hint_and_attributes(empty: Announcement) -> None:
    html = draw(
        '{% field form.note label="Viesti" hint="Lyhyesti." autocomplete="off" data_x="1" %}', form=empty
    )
    assert '<label for="id_note">Viesti' in html
    assert 'id="id_note_helptext">Lyhyesti.' in html
    assert 'autocomplete="off"' in html
    assert 'data-x="1"' in html


def test_choices_stand_in_a_fieldset_with_a_legend(empty: Announcement) -> None:
    html = draw("{% field form.place %}", form=empty)
    assert html.startswith('<fieldset class="field wrong" aria-describedby="id_place_error">')
    assert "<legend>Paikka</legend>" in html
    assert html.count('type="radio"') == 2


def test_one_box_to_tick_has_its_words_beside_it(empty: Announcement) -> None:
    html = draw("{% field form.rules %}", form=empty)
    assert re.search(r'<label class="choice"><input type="checkbox"[^>]*><span>Olen lukenut ohjeet', html)


def test_the_summary_links_to_each_field_and_tells_the_rest(empty: Announcement) -> None:
    html = draw("{% form_errors form %}", form=empty)
    assert 'role="alert"' in html
    assert 'tabindex="-1"' in html
    assert 'href="#id_day"' in html
    assert 'href="#id_place_0"' in html
    assert "Toimipiste on kiinni." in html
    assert "id_secret" not in html


@pytest.mark.parametrize("form", [None, "", Announcement()])
def test_no_summary_where_nothing_was_sent(form: object) -> None:
    assert draw("{% form_errors form %}", form=form) == ""


def test_a_whole_form_wears_the_same_look(empty: Announcement) -> None:
    html = draw("{{ form }}", form=empty)
    assert 'class="alarm"' in html
    assert html.count('class="field') == 5
    assert 'type="hidden" name="secret"' in html


@pytest.mark.parametrize("typed", ["2026-11-24", "24.11.2026"])
def test_a_day_is_read_in_both_ways(typed: str) -> None:
    assert DayField().clean(typed) == date(2026, 11, 24)


@pytest.mark.parametrize("typed", ["9:00", "09:00", "9.00", "9"])
def test_a_time_is_read_as_people_type_it(typed: str) -> None:
    assert ClockField().clean(typed) == time(9)


def test_an_act_leads_somewhere() -> None:
    html = draw('{% act "Ilmoita käynnistä" "/fi/visits/new/" kind="first" %}')
    assert html == '<a class="button first" href="/fi/visits/new/">Ilmoita käynnistä</a>'


def test_an_act_with_a_reason_against_it_is_the_reason() -> None:
    html = draw('{% act "Ilmoita käynnistä" "/fi/visits/new/" reason %}', reason="Kiinni <huomenna>.")
    assert "<a" not in html
    assert "<strong>Ilmoita käynnistä</strong> – Kiinni &lt;huomenna&gt;." in html


def test_a_press_posts_and_says_whom_it_concerns() -> None:
    html = draw('{% press "Kirjaa" "/x/" about="Alba Kaisla" day="2026-11-24" %}', csrf_token="token")
    assert '<form method="post" action="/x/">' in html
    assert 'name="csrfmiddlewaretoken" value="token"' in html
    assert '<input type="hidden" name="day" value="2026-11-24">' in html
    assert 'Kirjaa<span class="hidden-visually">, Alba Kaisla</span></button>' in html


def test_a_press_with_a_reason_against_it_is_the_reason() -> None:
    assert "<form" not in draw('{% press "Kirjaa" "/x/" "Käynti on peruttu." %}')


def test_a_state_is_a_word_with_an_icon() -> None:
    html = draw('{% badge "Paikalla" "good" %}')
    assert '#circle-check"' in html
    assert 'aria-hidden="true"' in html
    assert html.endswith("Paikalla</span>")


def test_a_tone_that_is_not_ours_is_refused() -> None:
    with pytest.raises(KeyError):
        draw('{% badge "Paikalla" "green" %}')


@pytest.mark.parametrize(
    ("value", "maximum", "width"), [(1, 3, "33.3"), (5, 3, "100.0"), (1, 0, "0"), (-1, 3, "0.0")]
)
def test_a_meter_says_its_sentence_and_stays_within_bounds(value: int, maximum: int, width: str) -> None:
    html = draw('{% meter value maximum "Vapaana 1/3" %}', value=value, maximum=maximum)
    assert "<p>Vapaana 1/3</p>" in html
    assert f'width="{width}"' in html


def test_a_table_is_a_region_with_its_caption_as_name() -> None:
    html = draw('{% table "Vapaat paikat" rows=True %}<tbody></tbody>{% endtable %}')
    assert '<div class="table rows" role="region" aria-labelledby="table-vapaat-paikat" tabindex="0">' in html
    assert '<caption id="table-vapaat-paikat">Vapaat paikat</caption>' in html


def test_a_dialog_is_named_by_its_title() -> None:
    html = draw('{% dialog "sure" title %}<p>Varmasti</p>{% enddialog %}', title="Perutaanko <käynti>?")
    assert '<dialog id="sure" aria-labelledby="sure-title">' in html
    assert "Perutaanko &lt;käynti&gt;?" in html
    assert "<p>Varmasti</p>" in html


def test_a_part_that_updates_itself_can_be_stopped() -> None:
    html = draw('{% refresh "/x/" seconds=30 %}<p>Nyt</p>{% endrefresh %}')
    assert '<fx-refresh url="/x/" seconds="30">' in html
    assert 'role="status"' in html
    assert 'data-pause="Keskeytä päivittyminen"' in html


def test_pages_keep_the_rest_of_the_query() -> None:
    request = RequestFactory().get("/x/", {"site": "lab", "page": "3"})
    html = draw("{% pages page %}", page=Paginator(range(100), 10).get_page(3), request=request)
    assert 'href="?site=lab&amp;page=4" rel="next"' in html
    assert '<span aria-current="page"><span class="hidden-visually">Sivu </span>3</span>' in html


def test_one_page_needs_no_way_to_others() -> None:
    page = Paginator(range(3), 10).get_page(1)
    assert draw("{% pages page %}", page=page, request=RequestFactory().get("/")) == ""


@time_machine.travel(NOON, tick=False)
def test_time_carries_the_machines_time() -> None:
    start, end = datetime(2026, 11, 24, 7, tzinfo=UTC), datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert draw("{% when start end %}", start=start, end=end) == (
        '<time datetime="2026-11-24T09:00+02:00">huomenna klo 9</time>–'
        '<time datetime="2026-11-24T15:00+02:00">15</time>'
    )
    assert draw("{% when start zone='Europe/Stockholm' capital=True %}", start=start) == (
        '<time datetime="2026-11-24T08:00+01:00">Huomenna klo 8</time>'
    )
    assert "tiistaina 24.11.2026 klo 9" in draw("{% when start full=True %}", start=start)


@time_machine.travel(NOON, tick=False)
def test_days_and_hours_in_templates() -> None:
    tuesday = date(2026, 11, 24)
    assert draw("{% day tuesday %}", tuesday=tuesday) == '<time datetime="2026-11-24">huomenna</time>'
    assert draw("{% day_heading tuesday %}", tuesday=tuesday).endswith(">Tiistai 24.11.</time>")
    assert draw("{% days tuesday last %}", tuesday=tuesday, last=date(2026, 11, 27)) == "24.–27.11."
    assert draw("{% clock noon %}", noon=NOON) == '<time datetime="2026-11-23T12:00+02:00">klo 12</time>'
    assert draw("{% hours seven eight %}", seven=time(7), eight=time(20)) == "klo 7–20"


def test_a_text_has_paragraphs_and_links_and_nothing_else_of_its_own() -> None:
    text = "Lue <ohje> ensin: https://lab.example/?a=1&b=2\n\nToinen kappale\r\njatkuu."
    assert draw("{{ text|prose }}", text=text) == draw("{{ text|urlize|linebreaks }}", text=text)
    assert "&lt;ohje&gt;" in draw("{{ text|prose }}", text=text)
