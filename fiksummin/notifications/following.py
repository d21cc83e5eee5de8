"""The button by which somebody follows a thing, on the pages of the rooms below."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.notifications import queries
from fiksummin.people.queries import reader_of


def follow_button(request: HttpRequest, about: object) -> str:
    """Draw it for a thing on the trail, by its number; nothing for who has not signed in. One query."""
    reader = reader_of(request)
    if reader is None or not isinstance(about, int):
        return ""
    words = {"node": about, "follows": queries.is_followed(about, reader)}
    return render_to_string("notifications/_follow.html", words, request)


def word_button(request: HttpRequest, about: object) -> str:
    """Draw the way to write to those who took part, on the page of a campaign for whoever runs it."""
    return render_to_string("notifications/_word.html", {"slug": about}, request)
