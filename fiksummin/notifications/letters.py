"""The letter that tells what is new, with a way out of it by one click."""

from collections.abc import Iterable

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.mail import post
from fiksummin.core.models import Letter
from fiksummin.notifications.choices import Kind
from fiksummin.notifications.models import Notice
from fiksummin.notifications.things import Line, lines
from fiksummin.people.models import Person

BUNDLE = "notices-"
"""How the keys of these letters begin."""
_SALT = "fiksummin.notifications.letters"


def read(notices: Iterable[Notice], reader: Person) -> list[Line]:
    """Say notices in the language of their reader."""
    with translation.override(reader.language):
        return lines(notices, reader)


def write(reader: Person, kind: str, told: list[Line]) -> Letter:
    """Put the letter on its way: each notice with its thing and its address, then why it came and how to stop it."""
    with translation.override(reader.language):
        way_out = f"{settings.BASE_URL}{reverse('notifications:letters_end', args=[token_of(reader, kind)])}"
        return post(
            to=reader.email or "",
            person=reader.pk,
            key=f"{BUNDLE}{kind}-{reader.pk}-{told[-1].notice.pk}",
            subject=_subject(told),
            text="\n\n".join([*(_said(line) for line in told), "—", _why(kind), _end(way_out)]) + "\n",
            headers={
                "List-Unsubscribe": f"<{way_out}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )


def token_of(reader: Person, kind: str) -> str:
    """Give the secret by which whoever has the letter stops letters like it, and can do nothing else."""
    return signing.dumps([reader.pk, kind], salt=_SALT)


def read_token(token: str) -> tuple[Person, str] | None:
    """Say whose letters of which kind a secret stops; None for one that is not ours, or of somebody who is gone."""
    try:
        number, kind = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    person = Person.objects.get_queryset().filter(pk=number, is_active=True).first()
    return (person, kind) if person and kind in Kind.values else None


def _subject(told: list[Line]) -> str:
    first = told[0]
    title = first.face.title if first.face else ""
    words = f"{first.words}: {title}" if title else first.words
    more = len(told) - 1
    if not more:
        return words
    return ngettext("%(first)s, and %(count)d more", "%(first)s, and %(count)d more", more) % {
        "first": words,
        "count": more,
    }


def _said(line: Line) -> str:
    if line.face is None:
        return line.words
    address = f"{settings.BASE_URL}{line.face.url}"
    return "\n".join(part for part in (line.words, line.face.title, address) if part)


def _why(kind: str) -> str:
    page = f"{settings.BASE_URL}{reverse('notifications:notices')}"
    sentence = (
        _("You get this letter because it is about you.")
        if kind == Kind.ABOUT
        else _("You get this letter because you follow these, and asked for it by mail.")
    )
    all_of_them = _("All your notices:")
    return f"{sentence} {all_of_them}\n{page}"


def _end(way_out: str) -> str:
    return _("No more letters like this:") + f"\n{way_out}\n\nFiksummin"
