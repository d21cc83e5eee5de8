"""Short recordings of sound that people bring: known by their first bytes, whatever they are called, and not too large."""

from dataclasses import dataclass
from typing import IO, Final

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid

MOST_BYTES: Final = 10 * 1024 * 1024
"""About ten minutes of speech."""
HEAD: Final = 64
TYPES: Final = {
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav", ".webm": "audio/webm"
}  # fmt: skip
"""As which a stored recording is served, by the ending that we gave it."""


@dataclass(frozen=True)
class Recorded:
    """A recording as it was brought, and the ending that its content asks for."""

    content: bytes
    ending: str

    @property
    def file(self) -> ContentFile[bytes]:
        """Give it as a file to be stored."""
        return ContentFile(self.content, name=f"recording{self.ending}")


def accepted(brought: IO[bytes]) -> Recorded:
    """Read an MP3, M4A, Ogg, WAV or WebM. Raises Invalid with the sentence for all else."""
    brought.seek(0)
    content = brought.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Invalid(_("The recording is too large: %(most)d MB at most.") % {"most": MOST_BYTES // 2**20})
    ending = _ending(content[:HEAD])
    if not ending:
        raise Invalid(_("This is not a recording that can be played. Choose an MP3, M4A, Ogg, WAV or WebM."))
    return Recorded(content, ending)


def is_recording(head: bytes) -> bool:
    """Say whether the first bytes are those of a recording."""
    return bool(_ending(head[:HEAD]))


def _ending(head: bytes) -> str:
    """Tell the kind by the signatures that its standards give; "" for what is no sound."""
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] and head[1] & 0xE6 == 0xE2):
        return ".mp3"
    if head.startswith(b"OggS"):
        return ".ogg"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return ".wav"
    if head[4:8] == b"ftyp":
        return ".m4a"
    return ".webm" if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head else ""
