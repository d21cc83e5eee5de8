"""What a screen asks for by its secret address: its page, and the picture on it alone.

Nothing here looks at who is signed in: the texts are made without the request.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_safe

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now, today
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.models import Display, Site, Space
from fiksummin.spaces.views import codes
from fiksummin.ui import qr

TURN = 30
"""Seconds after which a screen shows its next language, or the next part of a long list."""
ASKS_EVERY = 15
"""Seconds between two questions of a screen: twice in a turn, so that none is left out."""
ROWS, TITLES = 6, 4
"""Spaces and events at a time on a screen that nobody scrolls."""
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@dataclass(frozen=True)
class Turn:
    """What is shown at a moment: a language, and which part of a long list; ``still`` when the address says the language."""

    language: str
    number: int
    still: bool


@require_safe
def display(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a screen; an address that opens nothing is told so calmly, whether it ever did or not."""
    found, at, wanted = queries.display_by(secret), now(), _wanted(request)
    if found is None:
        return _gone(wanted)
    actions.note_display_seen(display=found, at=at)
    turn = _turn(found, at, wanted)
    text = picture(found, at, turn)
    words = {
        "display": found,
        "site": found.site,
        "language": turn.language,
        "languages": [(code, name, code == wanted) for code, name in settings.LANGUAGES],
        "wanted": wanted,
        "picture": SafeString(text),
        "mark": mark_of(text),
        "clock": _clock(at.astimezone(found.site.zone), turn.language),
        "seconds": ASKS_EVERY,
    }
    with override(turn.language):
        return HttpResponse(render_to_string("spaces/screen.html", words), headers=HEADERS)


@require_safe
def display_picture(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the picture alone; 304 without it when it is the one that the screen has."""
    found, at, wanted = queries.display_by(secret), now(), _wanted(request)
    if found is None:
        return _gone(wanted, "spaces/_screen_gone.html")
    actions.note_display_seen(display=found, at=at)
    text = picture(found, at, _turn(found, at, wanted))
    mark = mark_of(text)
    headers = {**HEADERS, "ETag": mark}
    if request.headers.get("If-None-Match", "").removeprefix("W/") == mark:  # the packing makes it weak
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(text, headers=headers)


def mark_of(text: str) -> str:
    """Give the ETag of a picture."""
    return f'"{sha256(text.encode()).hexdigest()[:32]}"'


def picture(display: Display, at: datetime, turn: Turn) -> str:
    """Draw what a screen shows at a moment; it reads alike until something has changed."""
    with override(turn.language):
        build = f"{static('ui/display.css')} {static('ui/display.js')}"
        common = {"site": display.site, "build": build, "turn": turn, "day": today(display.site.zone, at)}
        if display.space:
            return render_to_string("spaces/_screen_door.html", common | _door(display.space, at)).strip()
        return render_to_string("spaces/_screen_lobby.html", common | _lobby(display.site, at, turn)).strip()


def _door(space: Space, at: datetime) -> dict[str, Any]:
    shown = queries.door_screen(space, at)
    until = rules.kept_until(shown.now.booking) if shown.now else None
    return {
        "shown": shown,
        "space": space,
        "later": [closure for closure in shown.closures if closure.starts_at > at],
        "check_in_by": until if until and until > at else None,
        "checks_in": space.policy.grace_minutes > 0,
        "code": SafeString(codes.picture_of(space)),
    }


def _lobby(site: Site, at: datetime, turn: Turn) -> dict[str, Any]:
    shown = queries.lobby_screen(site, at)
    parts = max(1, -(-len(shown.rows) // ROWS))
    part = turn.number % parts
    rows = shown.rows if turn.still else shown.rows[part * ROWS : (part + 1) * ROWS]
    help_at = reverse("spaces:report_new", args=[site.slug]).lstrip("/").partition("/")[2]
    return {
        "shown": shown,
        "rows": rows,
        "part": 0 if turn.still or parts == 1 else part + 1,
        "parts": parts,
        "coming": shown.coming if turn.still else shown.coming[:TITLES],
        "more": 0 if turn.still else max(0, len(shown.coming) - TITLES),
        "code": SafeString(qr.svg(f"{settings.BASE_URL}/{help_at}")),
    }


def _turn(display: Display, at: datetime, wanted: str) -> Turn:
    """Choose by the clock: every language shows a part before the next part comes."""
    languages, number = queries.languages_of(display), int(at.timestamp()) // TURN
    if wanted:
        return Turn(wanted, 0, still=True)
    return Turn(languages[number % len(languages)], number // len(languages), still=False)


def _wanted(request: HttpRequest) -> str:
    wanted = request.GET.get("lang", "")
    return wanted if wanted in LANGUAGES else ""


def _gone(wanted: str, template: str = "spaces/screen_gone.html") -> HttpResponse:
    """Say the same of an address that was and one that never was.

    Guesses are not counted: a secret has 256 bits, and many screens may stand behind one address.
    """
    first = wanted or LANGUAGES[0]
    words = {"languages": [first, *(code for code in LANGUAGES if code != first)], "language": first}
    with override(first):
        return HttpResponse(render_to_string(template, words), status=404, headers=HEADERS)


def _clock(local: datetime, language: str) -> str:
    """Say the hour and the minute always, as a clock on a wall does."""
    return f"{local.hour}{':' if language == 'en' else '.'}{local.minute:02}"
