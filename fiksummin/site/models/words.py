"""Words: the glossary, and what is said about a break in the service."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from fiksummin.core.languages import Spoken


class Term(index.Indexed, models.Model):
    """A word of the service in three languages, with what it means here."""

    anchor = models.SlugField(
        verbose_name=_("anchor"),
        max_length=60,
        unique=True,
        help_text=_("The same in every language; it stands in addresses."),
    )
    word_fi = models.CharField(verbose_name=_("in Finnish"), max_length=80)
    word_sv = models.CharField(verbose_name=_("in Swedish"), max_length=80, blank=True)
    word_en = models.CharField(verbose_name=_("in English"), max_length=80, blank=True)
    meaning_fi = models.TextField(verbose_name=_("what it means, in Finnish"), max_length=600)
    meaning_sv = models.TextField(verbose_name=_("what it means, in Swedish"), max_length=600, blank=True)
    meaning_en = models.TextField(verbose_name=_("what it means, in English"), max_length=600, blank=True)
    forms_fi = models.CharField(
        verbose_name=_("other forms in Finnish"),
        max_length=300,
        blank=True,
        help_text=_("Separated by commas: forms that the ordinary endings do not make, and synonyms."),
    )
    forms_sv = models.CharField(verbose_name=_("other forms in Swedish"), max_length=300, blank=True)
    forms_en = models.CharField(verbose_name=_("other forms in English"), max_length=300, blank=True)
    linked = models.BooleanField(
        verbose_name=_("linked in texts"),
        default=True,
        help_text=_("The first time the word comes up on a page, it leads to the glossary."),
    )

    word = Spoken("word")
    meaning = Spoken("meaning")

    panels = [
        FieldPanel("anchor"),
        *[
            MultiFieldPanel(
                [FieldPanel(f"word_{code}"), FieldPanel(f"meaning_{code}"), FieldPanel(f"forms_{code}")],
                heading=heading,
            )
            for code, heading in (("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English")))
        ],
        FieldPanel("linked"),
    ]
    search_fields = [index.SearchField("word_fi"), index.SearchField("word_sv"), index.SearchField("word_en")]

    class Meta:
        ordering = ["word_fi"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def __str__(self) -> str:
        return self.word_fi


class ServiceBreak(models.Model):
    """A time when the service is or may be away: said beforehand and during it, with another way to act.

    The Act on the Provision of Digital Services (306/2019, section 4) asks for both.
    """

    starts_at = models.DateTimeField(verbose_name=_("begins"))
    ends_at = models.DateTimeField(verbose_name=_("ends"))
    told_from = models.DateTimeField(
        verbose_name=_("told from"), help_text=_("From this moment every page tells about it.")
    )
    text_fi = models.CharField(verbose_name=_("what happens, in Finnish"), max_length=300)
    text_sv = models.CharField(verbose_name=_("what happens, in Swedish"), max_length=300)
    text_en = models.CharField(verbose_name=_("what happens, in English"), max_length=300, blank=True)
    alternative_fi = models.CharField(verbose_name=_("what to do instead, in Finnish"), max_length=300)
    alternative_sv = models.CharField(verbose_name=_("what to do instead, in Swedish"), max_length=300)
    alternative_en = models.CharField(
        verbose_name=_("what to do instead, in English"), max_length=300, blank=True
    )

    text = Spoken("text")
    alternative = Spoken("alternative")

    panels = [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("told_from")]),
        *[
            MultiFieldPanel([FieldPanel(f"text_{code}"), FieldPanel(f"alternative_{code}")], heading=heading)
            for code, heading in (("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English")))
        ],
    ]

    class Meta:
        ordering = ["starts_at"]
        verbose_name = _("service break")
        verbose_name_plural = _("service breaks")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="site_break_order"),
            models.CheckConstraint(condition=Q(told_from__lte=F("starts_at")), name="site_break_told_before"),
        ]

    def __str__(self) -> str:
        return self.text_fi

    def clean(self) -> None:
        """Say the order of the moments in words."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The break must end after it begins.")})
        if self.starts_at and self.told_from and self.told_from > self.starts_at:
            raise ValidationError({"told_from": _("Tell about the break before it begins.")})
