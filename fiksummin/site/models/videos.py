"""Videos: none without captions."""

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from fiksummin.core.languages import LANGUAGES
from fiksummin.people.choices import Language
from fiksummin.site.models.files import is_new

LARGEST_CAPTIONS = 1024 * 1024
"""Bytes of a file of captions."""


class Video(models.Model):
    """A video file with captions in WebVTT, at least in the language that is spoken in it."""

    title = models.CharField(verbose_name=_("title"), max_length=150)
    file = models.FileField(verbose_name=_("video file (MP4 or WebM)"), upload_to="videos/")
    language = models.CharField(
        verbose_name=_("language spoken"), max_length=2, choices=Language.choices, default="fi"
    )
    captions_fi = models.FileField(
        verbose_name=_("captions in Finnish (WebVTT)"), upload_to="videos/captions/", blank=True
    )
    captions_sv = models.FileField(
        verbose_name=_("captions in Swedish (WebVTT)"), upload_to="videos/captions/", blank=True
    )
    captions_en = models.FileField(
        verbose_name=_("captions in English (WebVTT)"), upload_to="videos/captions/", blank=True
    )
    transcript = models.TextField(
        verbose_name=_("what is said and seen, as text"), blank=True, max_length=20000
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("language"),
        MultiFieldPanel(
            [FieldPanel("captions_fi"), FieldPanel("captions_sv"), FieldPanel("captions_en")],
            heading=_("Captions"),
        ),
        FieldPanel("transcript"),
    ]

    class Meta:
        ordering = ["title"]
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        constraints = [
            models.CheckConstraint(
                condition=~Q(captions_fi="", captions_sv="", captions_en=""), name="site_video_has_captions"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_captions(self) -> bool:
        """Say whether what is said can be read in the language it is said in."""
        return bool(getattr(self, f"captions_{self.language}"))

    @property
    def tracks(self) -> list[tuple[str, str, str]]:
        """The captions as (language, its own name, address)."""
        files = [(code, getattr(self, f"captions_{code}")) for code in LANGUAGES]
        return [(code, Language(code).label, file.url) for code, file in files if file]

    @property
    def type(self) -> str:
        """The media type, by the name that the check below allowed."""
        return "video/webm" if str(self.file.name).lower().endswith(".webm") else "video/mp4"

    def clean(self) -> None:
        """Refuse what is not a video, what are not captions, and a video without them."""
        super().clean()
        if not self.has_captions:
            raise ValidationError(
                {f"captions_{self.language}": _("A video needs captions in the language spoken in it.")}
            )
        if self.file and is_new(self.file) and not _is_video(self.file):
            raise ValidationError({"file": _("The file is not an MP4 or WebM video.")})
        for code in LANGUAGES:
            captions = getattr(self, f"captions_{code}")
            if captions and is_new(captions) and not _are_captions(captions):
                raise ValidationError(
                    {f"captions_{code}": _("The file does not hold captions in the WebVTT form.")}
                )


def _is_video(file: File[bytes]) -> bool:
    name = (file.name or "").lower()
    start = _beginning(file, 12)
    return (name.endswith(".mp4") and start[4:8] == b"ftyp") or (
        name.endswith(".webm") and start[:4] == b"\x1a\x45\xdf\xa3"
    )


def _are_captions(file: File[bytes]) -> bool:
    if not (file.name or "").lower().endswith(".vtt") or file.size > LARGEST_CAPTIONS:
        return False
    try:
        text = _beginning(file, LARGEST_CAPTIONS).decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return text.startswith("WEBVTT") and "-->" in text


def _beginning(file: File[bytes], size: int) -> bytes:
    file.seek(0)
    start: bytes = file.read(size)
    file.seek(0)
    return start
