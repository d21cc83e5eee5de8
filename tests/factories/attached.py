"""Files that people attach, of each kind, as small as they may be."""

from io import BytesIO

from PIL import Image

from fiksummin.core.attachments import Kept, accepted

MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" * 40
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
M4A = b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00M4A isom"
WEBM = b"\x1a\x45\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1f\x42\x82\x84webm" + b"\x00" * 60 + b"V_VP9"
PDF = b"%PDF-1.4\n%%EOF\n"


def picture() -> bytes:
    """A small PNG."""
    written = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(written, "PNG")
    return written.getvalue()


def all_kinds() -> list[tuple[Kept, str]]:
    """A picture, a recording, a film and a document, each with its words."""
    brought = (
        (picture(), "kuva.png", "Kaksi ihmistä kävelee ja puhuu."),
        (MP3, "puhe.mp3", "Ensimmäinen päivä meni hyvin."),
        (MP4, "video.mp4", "Kuvassa on tyhjä kokoushuone."),
        (PDF, "ohje.pdf", "Ohje kävelykokoukseen."),
    )
    return [(accepted(BytesIO(content), name, len(content)), words) for content, name, words in brought]
