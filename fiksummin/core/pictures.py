"""Pictures that people bring are drawn anew: upright, and without what a camera or a wrongdoer wrote into them."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO, Final

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from fiksummin.core.errors import Invalid

KINDS: Final = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
MOST_BYTES: Final = 10 * 1024 * 1024
MOST_POINTS: Final = 40_000_000
UNREADABLE: Final = (
    OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning
)  # fmt: skip
"""What Pillow raises for files that are no pictures, broken ones, and bombs."""


@dataclass(frozen=True)
class Drawn:
    """A picture drawn by us: nothing but its points; ``width`` and ``height`` in pixels."""

    content: bytes
    name: str
    width: int
    height: int

    @property
    def file(self) -> ContentFile[bytes]:
        """Give it as a file to be stored."""
        return ContentFile(self.content, name=self.name)


def drawn(brought: IO[bytes], name: str, *, longest_side: int | None = None) -> Drawn:
    """Draw a picture anew, at most so many pixels on its longer side.

    What is neither JPEG, PNG nor WebP becomes PNG. Raises OSError and what else Pillow
    raises for what it cannot read; ``accepted`` asks first.
    """
    with Image.open(brought) as picture:
        kind = picture.format if picture.format in KINDS else "PNG"
        if longest_side and max(picture.size) > longest_side:
            picture.thumbnail((longest_side, longest_side))
        upright = ImageOps.exif_transpose(picture)
        mode = "RGBA" if upright.has_transparency_data and kind != "JPEG" else "RGB"
        bare = Image.new(mode, upright.size)
        bare.paste(upright.convert(mode))
    written = BytesIO()
    bare.save(written, kind, **({"quality": 88} if kind != "PNG" else {}))
    return Drawn(written.getvalue(), f"{PurePath(name).stem or 'picture'}{KINDS[kind]}", *bare.size)


def accepted(brought: IO[bytes], name: str, size: int, *, longest_side: int) -> Drawn:
    """Draw a still JPEG, PNG or WebP of so many bytes anew. Raises Invalid with the sentence for all else."""
    if size > MOST_BYTES:
        raise Invalid(_("The picture is too large: %(most)d MB at most.") % {"most": MOST_BYTES // 2**20})
    try:
        _look(brought)
        brought.seek(0)
        return drawn(brought, name, longest_side=longest_side)
    except UNREADABLE as trouble:
        raise Invalid(_("This is not a picture that can be shown. Choose a JPEG, PNG or WebP.")) from trouble


def _look(brought: IO[bytes]) -> None:
    """Read the head of the file only: its signature, how large it says it is, whether it moves."""
    brought.seek(0)
    with Image.open(brought, formats=tuple(KINDS)) as picture:
        if picture.width * picture.height > MOST_POINTS:
            raise Invalid(
                _("The picture is too large: %(most)d million points at most.")
                % {"most": MOST_POINTS // 10**6}
            )
        if getattr(picture, "is_animated", False):
            raise UnidentifiedImageError
