"""What is said of an event elsewhere: a text to send on, a code to read from a poster."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from fiksummin.events.models import Event
from fiksummin.events.queries.words import place_words
from fiksummin.ui import qr, when


def text_of(event: Event) -> str:
    """Give a text to send on, in a language of the event, with the tag of the lab and those of the event."""
    with translation.override(language_of(event)):
        time = when.spell(event.starts_at, event.ends_at, zone=event.zone, language=event.said_title.language)
        head = [event.heading, ", ".join(part for part in (when.capital(time), place_words(event)) if part)]
        lines = [*head, event.said_summary.words, page_of(event), " ".join(tags_of(event))]
    return "\n".join(line for line in lines if line)


def language_of(event: Event) -> str:
    """Give the reader's language where the event has words in it, else its own."""
    return event.said_title.language


def tags_of(event: Event) -> list[str]:
    """Give the tags, each one word: "kokeileva työ" becomes "#kokeilevatyö", none twice (prefetched ``tags`` are used)."""
    own = ["#" + "".join(tag.word.split()).lstrip("#") for tag in event.tags.all()]
    found: dict[str, str] = {}
    for tag in (settings.SHARE_TAG, *own):
        found.setdefault(tag.casefold(), tag)
    return list(found.values())


def page_of(event: Event) -> str:
    """Give the whole address of an event's page, in the reader's language or its own."""
    with translation.override(language_of(event)):
        return settings.BASE_URL + reverse("events:event", args=[event.pk])


def code_of(event: Event) -> str:
    """Draw the address of an event's page as a code, in the reader's language or its own."""
    return qr.svg(page_of(event))
