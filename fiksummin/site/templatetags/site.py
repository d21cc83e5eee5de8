"""Tags of the site's own templates: words that lead to the glossary, hours, alternative texts."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from fiksummin.site import glossary
from fiksummin.site.forms import CommentForm
from fiksummin.site.models import Picture, PublicPage
from fiksummin.site.queries import words
from fiksummin.ui import when

register = template.Library()


@register.simple_block_tag(takes_context=True)
def terms(context: template.Context, content: str) -> SafeString:
    """Wrap a text of the page: the first time a word of the glossary comes up, it leads there."""
    page = context.get("page")
    language = getattr(page, "written_in", "") or (get_language() or "fi")[:2]
    forms, address = words.linked(language)
    return SafeString(glossary.link(content, forms, language, address))


@register.simple_tag
def span(opens: datetime, closes: datetime, zone: ZoneInfo) -> str:
    """Say the hours of one day by the clock on the site's wall: "klo 7–20"."""
    return when.hours(opens.astimezone(zone).time(), closes.astimezone(zone).time(), get_language() or "fi")


@register.simple_tag
def comment_form() -> CommentForm:
    """Give an empty form for a comment."""
    return CommentForm()


@dataclass(frozen=True)
class Words:
    """The alternative text of a picture; ``foreign`` is its language where that is not the page's."""

    text: str
    foreign: str


@register.simple_tag
def picture_words(picture: Picture, page: PublicPage | None = None) -> Words:
    """Give a picture's alternative text in the language of the page's words."""
    language = page.written_in if page else (get_language() or "fi")[:2]
    text, spoken = picture.words(language), picture.words_language(language)
    return Words(text, spoken if text and spoken != language else "")
