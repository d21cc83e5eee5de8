"""Documents that people bring: known by what is in them, whatever they are called; nothing that a browser would run."""

import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Final

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from fiksummin.core import pictures
from fiksummin.core.errors import Invalid

MOST_BYTES: Final = 20 * 1024 * 1024
LONGEST_SIDE: Final = 2400
"""Pixels of a picture: a slide is sharp, and a photo light."""
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_ODF: Final = "application/vnd.oasis.opendocument."
TYPES: Final = {
    ".pdf": "application/pdf", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
    ".docx": f"{_OFFICE}wordprocessingml.document", ".pptx": f"{_OFFICE}presentationml.presentation",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet", ".odt": f"{_ODF}text", ".odp": f"{_ODF}presentation",
    ".ods": f"{_ODF}spreadsheet", ".txt": "text/plain; charset=utf-8",
}  # fmt: skip
"""As which a stored document is served, by the ending that we gave it."""
_PARTS: Final = {"word/": ".docx", "ppt/": ".pptx", "xl/": ".xlsx"}
_MOST_PARTS: Final = 20_000


@dataclass(frozen=True)
class Brought:
    """A document as it is kept, and the ending that its content asks for."""

    content: bytes
    ending: str

    @property
    def file(self) -> ContentFile[bytes]:
        """Give it as a file to be stored."""
        return ContentFile(self.content, name=f"document{self.ending}")


def accepted(brought: IO[bytes], name: str, size: int) -> Brought:
    """Read a PDF, an office document, a picture or plain text. Raises Invalid with the sentence for all else.

    A picture is drawn anew. An SVG, a page, a program, and a document with macros are none of these.
    """
    if size > MOST_BYTES:
        raise Invalid(_("The file is too large: %(most)d MB at most.") % {"most": MOST_BYTES // 2**20})
    brought.seek(0)
    head = brought.read(16)
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff")) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        drawn = pictures.accepted(brought, name, size, longest_side=LONGEST_SIDE)
        return Brought(drawn.content, PurePath(drawn.name).suffix)
    ending = (
        ".pdf" if head.startswith(b"%PDF-") else _packed(brought) if head.startswith(b"PK\x03\x04") else ""
    )
    brought.seek(0)
    content = brought.read(MOST_BYTES + 1)
    ending = ending or (".txt" if PurePath(name).suffix.lower() == ".txt" and _is_text(content) else "")
    if not ending or len(content) > MOST_BYTES:
        raise Invalid(
            _(
                "This file cannot be kept. Choose a PDF, a picture, plain text, or an office document without macros."
            )
        )
    return Brought(content, ending)


def _packed(brought: IO[bytes]) -> str:
    """Tell an office document by the names of its parts; nothing is unpacked but its type, of a hundred bytes."""
    brought.seek(0)
    try:
        with zipfile.ZipFile(brought) as parts:
            names = parts.namelist()[:_MOST_PARTS]
            if any("vbaproject" in name.lower() or name.lower().startswith("basic/") for name in names):
                return ""
            if "[Content_Types].xml" in names:
                return next(
                    (end for part, end in _PARTS.items() if any(n.startswith(part) for n in names)), ""
                )
            if "mimetype" in names:
                with parts.open("mimetype") as kind:
                    said = kind.read(100).decode("ascii", "replace").strip()
                return next((end for end, kind_of in TYPES.items() if kind_of == said), "")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return ""
    return ""


def _is_text(content: bytes) -> bool:
    """Say whether it is plain text and not a page or a picture written as text."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not text.lstrip("\ufeff \t\r\n").startswith("<") and "\x00" not in text
