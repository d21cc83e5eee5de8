"""In which language a program is answered: the one it asks for, else the bearer's own."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from fiksummin.people.models import Person

OURS = [code for code, _name in settings.LANGUAGES]


def asked_for(request: HttpRequest) -> str:
    """Give the best of our languages that Accept-Language names, or ""."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return next((code[:2] for code, _quality in wanted if code[:2] in OURS), "")


def speak(request: HttpRequest, person: Person | None = None) -> None:
    """Answer this request in its language; before the bearer is known, in Finnish."""
    translation.activate(asked_for(request) or (person.language if person else settings.LANGUAGE_CODE))
