"""Tags of the site's own templates: words that lead to the glossary, hours, alternative texts."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from fiksummin.core.time import today as today_in
from fiksummin.site.forms import CommentForm
from fiksummin.site.models import Picture, PublicPage
from fiksummin.site.queries.places import Run
from fiksummin.ui import glossary, when

register = template.Library()


@register.simple_block_tag(takes_context=True)
def terms(context: template.Context, content: str) -> SafeString:
    """Wrap a text of the page: the first time a word of the glossary comes up, it leads there."""
    page = context.get("page")
    language = getattr(page, "written_in", "") or (get_language() or "fi")[:2]
    return SafeString(glossary.linked(content, language))


@register.simple_tag
def run_of_days(run: Run, zone: ZoneInfo) -> str:
    """Say a run of days as a heading: "Tiistai 24.11.", "Tiistai–perjantai 24.–27.11."."""
    language, today = get_language() or "fi", today_in(zone)
    if run.first == run.last:
        return when.heading(run.first, language=language, today=today)
    names = when.tongue(language)[1].headings
    span = when.days(run.first, run.last, language=language, today=today)
    return f"{when.capital(names[run.first.weekday()])}–{names[run.last.weekday()]} {span}"


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
