"""What people attach: a picture, a recording of sound or picture, a document; known by what is in it, with words for those who do not see or hear it."""

import secrets
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, Any, Final

from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fiksummin.core import documents, recordings
from fiksummin.core.errors import Invalid
from fiksummin.core.files import drop_file
from fiksummin.core.time import now
from fiksummin.core.wording import why_too_long

LONGEST_WORDS: Final = 2000
VIDEOS: Final = {".mp4": "video/mp4", ".webm": "video/webm"}
TYPES: Final = documents.TYPES | recordings.TYPES | {".mp4": VIDEOS[".mp4"]}
"""As which what is attached is served, by the ending that we gave it; a WebM is a film or sound by its kind."""
_PICTURES: Final = (".jpg", ".png", ".webp")
_SOUND_BRANDS: Final = (b"M4A ", b"M4B ", b"M4P ")
_FILM_CODECS: Final = (b"V_VP8", b"V_VP9", b"V_AV1")
_LOOK: Final = 64 * 1024


class Kind(models.TextChoices):
    """What is attached."""

    PICTURE = "picture", _("picture")
    SOUND = "sound", _("recording")
    FILM = "film", _("film")
    DOCUMENT = "document", _("document")


@dataclass(frozen=True)
class Kept:
    """What was brought as it is kept: drawn anew, or as it was; under a name that tells nothing."""

    content: bytes
    ending: str
    kind: Kind

    @property
    def file(self) -> ContentFile[bytes]:
        """Give it as a file to be stored: the name with which it was brought may name somebody, or be a trap."""
        return ContentFile(self.content, name=f"{secrets.token_hex(12)}{self.ending}")


def accepted(brought: IO[bytes], name: str, size: int) -> Kept:
    """Read a picture, a PDF, an office document, plain text, sound or a film. Raises Invalid with the sentence for all else.

    An SVG, a page and a program are none of these, whatever they are called.
    """
    brought.seek(0)
    head = brought.read(_LOOK)
    if recordings.is_recording(head[: recordings.HEAD]):
        recorded = recordings.accepted(brought)
        is_film = _is_film(head)
        ending = ".mp4" if is_film and recorded.ending == ".m4a" else recorded.ending
        return Kept(recorded.content, ending, Kind.FILM if is_film else Kind.SOUND)
    document = documents.accepted(brought, name, size)
    kind = Kind.PICTURE if document.ending in _PICTURES else Kind.DOCUMENT
    return Kept(document.content, document.ending, kind)


def kind_of(row: "Attached") -> str:
    """Give the type as which what is attached is served; "" for what no ending of ours names."""
    ending = PurePath(row.file.name or "").suffix
    if row.kind == Kind.FILM and ending in VIDEOS:
        return VIDEOS[ending]
    return TYPES.get(ending, "")


def path_of(row: "Attached") -> Path | None:
    """Give where what is attached lies; None when it is there no more."""
    path = Path(row.file.path) if row.file else None
    return path if path is not None and path.is_file() else None


def why_not_words(words: str) -> str:
    """Say what is missing from the words for what is attached."""
    if not words.strip():
        return str(
            _(
                "Say in words what it shows, what is said in it, or what it is about: not everybody sees and hears it."
            )
        )
    return why_too_long(words, LONGEST_WORDS)


class Attached(models.Model):
    """Something attached, with its words; whoever inherits says to what, and how its constraints are called."""

    kind = models.CharField(max_length=10, choices=Kind)
    file = models.FileField(upload_to="attached/")
    words = models.TextField(max_length=LONGEST_WORDS)
    at = models.DateTimeField(default=now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def ending(self) -> str:
        """The ending of its name, without the dot."""
        return PurePath(self.file.name or "").suffix.lstrip(".")


def whole(name: str) -> list[Any]:
    """Give the constraints of a model of what is attached: there is a file, and words."""
    return [
        models.CheckConstraint(condition=Q(file__gt="", words__gt=""), name=f"{name}_has_words"),
        models.CheckConstraint(condition=Q(kind__in=Kind.values), name=f"{name}_of_a_kind"),
    ]


def refuse_words(words: str) -> str:
    """Give the words as they are kept. Raises Invalid."""
    if sentence := why_not_words(words):
        raise Invalid(sentence, "words")
    return words.strip()


def forget(rows: models.QuerySet[Any]) -> None:
    """Remove what somebody attached, with its files: a voice or a face is hers."""
    for row in rows:
        drop_file(row.file)
    rows.delete()


def _is_film(head: bytes) -> bool:
    """Say whether a container holds moving pictures: by its brand (ISO 14496-12), or the codec that a WebM names."""
    if head[4:8] == b"ftyp":
        return head[8:12] not in _SOUND_BRANDS
    return any(codec in head for codec in _FILM_CODECS)
