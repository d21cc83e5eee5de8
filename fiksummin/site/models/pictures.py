"""Pictures: drawn anew when they come in, and never without words."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from fiksummin.core.languages import LANGUAGES, spoken
from fiksummin.core.pictures import drawn
from fiksummin.site.models.files import is_new


class Picture(AbstractImage):
    """A picture with its alternative text in the languages of the service, or none because it is decoration."""

    alt_fi = models.CharField(
        verbose_name=_("alternative text in Finnish"),
        max_length=300,
        blank=True,
        help_text=_("What the picture tells, for somebody who does not see it."),
    )
    alt_sv = models.CharField(verbose_name=_("alternative text in Swedish"), max_length=300, blank=True)
    alt_en = models.CharField(verbose_name=_("alternative text in English"), max_length=300, blank=True)
    ornament = models.BooleanField(
        verbose_name=_("decoration only"),
        default=False,
        help_text=_("The picture tells nothing that the text does not. It is left out for screen readers."),
    )

    admin_form_fields = ("title", "file", "alt_fi", "alt_sv", "alt_en", "ornament", "collection")
    search_fields: ClassVar[list[Any]] = [
        *AbstractImage.search_fields,
        index.SearchField("alt_fi"),
        index.SearchField("alt_sv"),
        index.SearchField("alt_en"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=Q(ornament=True) | ~(Q(alt_fi="") | Q(alt_sv="")), name="site_picture_has_words"
            )
        ]

    def clean(self) -> None:
        """Ask for the words in both languages of the country, unless the picture is decoration."""
        super().clean()
        if self.ornament:
            return
        missing = [code for code in ("fi", "sv") if not getattr(self, f"alt_{code}").strip()]
        if missing:
            raise ValidationError(
                {
                    f"alt_{code}": _("Say what the picture tells, or mark it as decoration only.")
                    for code in missing
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Draw a new file anew, which leaves behind what a camera or a wrongdoer wrote into it."""
        if self.file and is_new(self.file):
            self._redraw()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """The words in the language of the page; nothing for decoration."""
        return self.words(get_language() or "fi")

    def words(self, language: str) -> str:
        """Give the alternative text in a language, else in the first that has one."""
        return "" if self.ornament else spoken(self, "alt", language)

    def words_language(self, language: str) -> str:
        """Give the language that ``words`` answers in."""
        return next((code for code in (language[:2], *LANGUAGES) if getattr(self, f"alt_{code}", "")), "fi")

    def _redraw(self) -> None:
        brought: File[bytes] = getattr(self, "file")  # noqa: B009 -- Wagtail has no types
        brought.seek(0)
        self.file = drawn(brought, brought.name or "").file
        self._set_image_file_metadata()


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="site_rendition_once"
            )
        ]
