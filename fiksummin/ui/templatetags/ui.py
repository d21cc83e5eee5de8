"""Small pieces of a page: icons, time as people say it, fields, acts, tables, dialogs."""

from datetime import date, datetime, time, tzinfo
from functools import cache, lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import template
from django.core.paginator import Page
from django.db.models.fields import BLANK_CHOICE_LABEL
from django.forms import BaseForm, BoundField, ModelChoiceField
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, linebreaks, urlize
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language

from fiksummin.core.languages import Foreign
from fiksummin.core.time import HELSINKI
from fiksummin.core.time import today as today_in
from fiksummin.ui import glossary, slots
from fiksummin.ui import when as told

register = template.Library()

TONES: Final = {
    "": "info",
    "info": "info",
    "good": "circle-check",
    "wait": "clock",
    "stop": "circle-alert",
    "off": "circle-dashed",
}
WHY_NOT: Final = '<p class="why-not">{}<span><strong>{}</strong> – {}</span></p>'


def _language() -> str:
    return get_language() or "fi"


def _zone(zone: tzinfo | str | None) -> tzinfo:
    if not zone:
        return HELSINKI
    return ZoneInfo(zone) if isinstance(zone, str) else zone


def _today(zone: tzinfo) -> date:
    return today_in(zone if isinstance(zone, ZoneInfo) else HELSINKI)


# --- Pictures ------------------------------------------------------------------------------------


@register.simple_tag(name="icon")
@cache
def draw(name: str) -> SafeString:
    """Draw an icon of the sprite; it says nothing to a screen reader, so put a word beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("ui/icons.svg"), name
    )


@register.simple_tag
def scene(name: str) -> SafeString:
    """Draw a scene: welcome, rest, lost, closed, faster or stopped. Decoration only."""
    return format_html(
        '<svg class="scene {}" aria-hidden="true"><use href="{}#scene-{}"/></svg>',
        name,
        static("ui/icons.svg"),
        name,
    )


# --- Time ----------------------------------------------------------------------------------------


@register.simple_tag
def when(
    start: datetime,
    end: datetime | None = None,
    zone: tzinfo | str | None = None,
    *,
    capital: bool = False,
    full: bool = False,
) -> SafeString:
    """Say a moment or a range: ``{% when visit.starts_at visit.ends_at site.zone %}``.

    ``capital`` begins a line; ``full`` names the day and the year even when the day is near.
    """
    place = _zone(zone)
    today = None if full else _today(place)
    said = told.pieces(start, end, zone=place, language=_language(), today=today)
    if capital:
        said[0] = (told.capital(said[0][0]), said[0][1])
    return SafeString("".join([_timed(text, moment) for text, moment in said]))


@register.simple_tag
def day(value: date, zone: tzinfo | str | None = None, *, capital: bool = False) -> SafeString:
    """Say a day inside a sentence: "tänään", "tiistaina 24.11."."""
    text = told.day(value, language=_language(), today=_today(_zone(zone)))
    return _timed(told.capital(text) if capital else text, value)


@register.simple_tag
def day_heading(value: date, zone: tzinfo | str | None = None) -> SafeString:
    """Say a day as a heading: "Tiistai 24.11."."""
    return _timed(told.heading(value, language=_language(), today=_today(_zone(zone))), value)


@register.simple_tag
def days(first: date, last: date, zone: tzinfo | str | None = None) -> str:
    """Say a range of days, both included: "23.–27.11."."""
    return told.days(first, last, language=_language(), today=_today(_zone(zone)))


@register.simple_tag
def clock(value: datetime, zone: tzinfo | str | None = None, *, end: bool = False) -> SafeString:
    """Say the hour of a moment: "klo 9.30"; with ``end`` midnight is that of the day that ends: "klo 24"."""
    place = _zone(zone)
    return _timed(told.clock(value, zone=place, language=_language(), end=end), value.astimezone(place))


@register.simple_tag
def hours(opens: time | datetime, closes: time | datetime, zone: tzinfo | str | None = None) -> str:
    """Say a range of wall-clock times: "klo 7–20". Moments are said by the clock of the zone."""
    return told.hours(_wall(opens, zone), _wall(closes, zone), _language())


def _wall(clock: time | datetime, zone: tzinfo | str | None) -> time:
    return clock.astimezone(_zone(zone)).time() if isinstance(clock, datetime) else clock


def _timed(text: str, moment: datetime | date | None) -> SafeString:
    """Mark a moment for machines. The words come from our own tables, so that nothing in them is to be escaped."""
    if moment is None:
        return SafeString(text)
    machine = moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
    return SafeString(f'<time datetime="{machine}">{text}</time>')


# --- Forms ---------------------------------------------------------------------------------------


@register.simple_tag
def field(bound: BoundField, *, label: str = "", hint: str = "", **attrs: Any) -> SafeString:
    """Draw a field with its label, hint and errors: ``{% field form.email autocomplete="email" %}``.

    Further words become attributes of the input; an underscore stands for a hyphen.
    """
    if label:
        bound.label = label
    if hint:
        bound.help_text = hint
    control = bound.as_widget(attrs={key.replace("_", "-"): value for key, value in attrs.items()})
    return SafeString(bound.form.renderer.render(bound.template_name, {"field": bound, "control": control}))


@register.inclusion_tag("ui/_form_errors.html")
def form_errors(*forms: BaseForm | None) -> dict[str, Any]:
    """Sum up what is wrong, with a link to each field. Draws nothing when all is well."""
    general: list[str] = []
    fields: list[tuple[str, str, str]] = []
    for form in forms:
        if not form or not form.is_bound:
            continue
        general += [str(error) for error in form.non_field_errors()]
        for bound in form:
            if bound.is_hidden:
                general += [str(error) for error in bound.errors]
                continue
            target = bound.id_for_label or f"{bound.auto_id}_0"
            fields += [(target, str(bound.label), str(error)) for error in bound.errors]
    return {"general": general, "fields": fields}


@register.filter
def is_choice_list(bound: BoundField) -> bool:
    """Say whether a field is a list of choices, each with its own box."""
    return getattr(bound.field.widget, "input_type", "") in {"radio", "checkbox"} and bound.use_fieldset


@register.filter
def is_tick(bound: BoundField) -> bool:
    """Say whether a field is one box to tick."""
    return getattr(bound.field.widget, "input_type", "") == "checkbox" and not bound.use_fieldset


@register.filter
def is_optional(bound: BoundField) -> bool:
    """Say whether a label has to tell that the field may stay empty: not where its empty choice says what that means."""
    owed = bound.field.required or getattr(bound.field, "is_owed", False)
    if owed or getattr(bound.form, "is_filter", False):
        return False
    if isinstance(bound.field, ModelChoiceField):
        empty = bound.field.empty_label
    else:
        choices = getattr(bound.field, "choices", ())
        empty = next((label for value, label in choices if value in {"", None}), "")
    return not str(empty or "").strip("- ") or empty == BLANK_CHOICE_LABEL


# --- Acts ----------------------------------------------------------------------------------------


@register.simple_tag
def act(label: str, url: str, reason: str = "", *, kind: str = "", icon: str = "") -> SafeString:
    """Draw a link that looks like a button; with a reason against it, the reason instead.

    ``kind``: "" (main), "first" (the one first act of a page), "quiet", "danger", "plain".
    """
    if reason:
        return format_html(WHY_NOT, draw("info"), label, reason)
    return format_html(
        '<a class="button {}" href="{}">{}{}</a>', kind, url, draw(icon) if icon else "", label
    )


@register.inclusion_tag("ui/_press.html", takes_context=True)
def press(
    context: template.Context,
    label: str,
    url: str,
    reason: str = "",
    *,
    kind: str = "",
    icon: str = "",
    about: str = "",
    **fields: object,
) -> dict[str, Any]:
    """Draw a button that posts to a URL; with a reason against it, the reason instead.

    ``about`` tells a screen reader whom or what it concerns when many buttons read the same;
    further words are sent along as hidden fields.
    """
    return {
        "label": label,
        "url": url,
        "reason": reason,
        "kind": kind,
        "icon": icon,
        "about": about,
        "fields": fields,
        "csrf_token": context.get("csrf_token"),
    }


# --- Words about state ---------------------------------------------------------------------------


@register.simple_tag
def badge(words: str, tone: str = "", *, icon: str = "") -> SafeString:
    """Say a state: a word with an icon. Tones: "" (info), good, wait, stop, off."""
    return _badge(words, tone, icon)


@lru_cache(maxsize=512, typed=True)
def _badge(words: str, tone: str, icon: str) -> SafeString:
    """Draw it, or remember: few words stand on many rows. What is marked safe is another word than what is not."""
    return format_html('<span class="badge {}">{}{}</span>', tone, draw(icon or TONES[tone]), words)


@register.simple_tag
def percent(share: float) -> str:
    """Say a share of one as whole percents: "35 %" in Finnish and Swedish, "35%" in English."""
    return f"{share * 100:.0f}{'' if _language() == 'en' else chr(0xA0)}%"


@register.inclusion_tag("ui/_meter.html")
def meter(value: float, maximum: float, text: str) -> dict[str, Any]:
    """Draw how much of the whole, beside the sentence that says it."""
    share = 0 if maximum <= 0 else max(0.0, min(1.0, value / maximum))
    return {"width": round(share * 100, 1), "text": text}


@register.simple_tag(takes_context=True)
def from_above(context: template.Context, name: str, about: object) -> SafeString:
    """Draw what rooms above have for a place of this page: ``{% from_above "site" site %}``."""
    return slots.drawn(name, context["request"], about)


# --- Long lists ----------------------------------------------------------------------------------


@register.inclusion_tag("ui/_pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Draw the way from page to page of a Paginator; the rest of the query stays."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "request": context["request"]}


# --- Blocks --------------------------------------------------------------------------------------


@register.simple_block_tag
def table(content: str, caption: str, *, rows: bool = False) -> str:
    """Wrap ``thead`` and ``tbody`` in a table that scrolls inside its own region.

    ``rows`` turns it into labelled rows on a phone: give each ``td`` a ``data-label``.
    """
    return render_to_string(
        "ui/_table.html",
        {"content": content, "caption": caption, "rows": rows, "id": f"table-{slugify(caption)}"},
    )


@register.simple_block_tag
def dialog(content: str, name: str, title: str) -> str:
    """Wrap a question in a dialog that ``<a data-dialog="name" href="/the/page/">`` opens.

    Without JavaScript the link leads to the page that asks the same.
    """
    return render_to_string("ui/_dialog.html", {"content": content, "name": name, "title": title})


@register.simple_block_tag
def refresh(content: str, url: str, seconds: int = 20) -> str:
    """Wrap a part of a page that fetches itself anew from ``url``, the fragment of the same text."""
    return render_to_string("ui/_refresh.html", {"content": content, "url": url, "seconds": seconds})


@register.simple_block_tag
def glossed(content: str, language: str = "") -> SafeString:
    """Wrap a text, in a language if it is not the page's: the first time a word of the glossary comes up, it leads there."""
    return SafeString(glossary.linked(content, language or _language()[:2]))


@register.filter
@lru_cache(maxsize=128)
def prose(text: str) -> SafeString:
    """Draw a text of several paragraphs with its addresses as links: a costly work, so the latest are remembered."""
    return SafeString(linebreaks(urlize(text, nofollow=True, autoescape=True)))


@register.filter
def said(words: object) -> object:
    """Mark words of another language than the page's: ``{{ day.reason|said }}``; others stay as they are."""
    return (
        format_html('<span lang="{}">{}</span>', words.language, words)
        if isinstance(words, Foreign)
        else words
    )


@register.filter
def tongue(words: object) -> SafeString:
    """Mark the element that holds such words: ``<h3{{ instruction.title|tongue }}>``."""
    return format_html(' lang="{}"', words.language) if isinstance(words, Foreign) else SafeString("")
