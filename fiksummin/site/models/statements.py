"""The pages that the law asks for: the accessibility statement and the privacy notice."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from fiksummin.site import blocks
from fiksummin.site.choices import Conformance, Method, ShortcomingReason
from fiksummin.site.models.base import PublicPage

ANSWER_DAYS = 14
"""Days within which accessibility feedback is answered (Act on the Provision of Digital Services 306/2019)."""


class AccessibilityStatementPage(PublicPage):
    """The accessibility statement (Act 306/2019, section 9). It claims nothing that nobody has tested."""

    covers = models.TextField(verbose_name=_("what the statement covers"), max_length=500)
    status = models.CharField(
        verbose_name=_("status"),
        max_length=20,
        choices=Conformance.choices,
        default=Conformance.NOT_ASSESSED,
    )
    method = models.CharField(
        verbose_name=_("how it was assessed"), max_length=10, choices=Method.choices, blank=True
    )
    assessed_on = models.DateField(verbose_name=_("assessed on"), null=True, blank=True)
    drawn_up_on = models.DateField(verbose_name=_("statement drawn up on"))
    contact_email = models.EmailField(verbose_name=_("address for feedback"), blank=True)
    supervisor = models.CharField(verbose_name=_("supervising authority"), max_length=200)
    supervisor_address = models.URLField(verbose_name=_("the authority's web address"), blank=True)
    supervisor_email = models.EmailField(verbose_name=_("the authority's e-mail"), blank=True)
    supervisor_phone = models.CharField(
        verbose_name=_("the authority's telephone"), max_length=40, blank=True
    )
    body = StreamField(blocks.Body(), verbose_name=_("further text"), blank=True)

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("covers"),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("method"),
                FieldPanel("assessed_on"),
                FieldPanel("drawn_up_on"),
            ],
            heading=_("What is known"),
        ),
        InlinePanel("shortcomings", heading=_("Shortcomings"), label=_("Shortcoming")),
        FieldPanel("contact_email"),
        MultiFieldPanel(
            [
                FieldPanel("supervisor"),
                FieldPanel("supervisor_address"),
                FieldPanel("supervisor_email"),
                FieldPanel("supervisor_phone"),
            ],
            heading=_("Supervising authority"),
        ),
        FieldPanel("body"),
    ]
    template = "site/accessibility.html"
    footer_place = 3
    answer_days: ClassVar[int] = ANSWER_DAYS

    class Meta:
        verbose_name = _("accessibility statement")

    def clean(self) -> None:
        """Nothing is claimed that nobody has tested: a status needs the day and the method."""
        super().clean()
        if self.status != Conformance.NOT_ASSESSED and not (self.assessed_on and self.method):
            raise ValidationError(
                {"status": _("A status can be claimed only with the day and the method of the assessment.")}
            )


class Shortcoming(Orderable):
    """Something that is not accessible, and why."""

    page = ParentalKey(AccessibilityStatementPage, on_delete=models.CASCADE, related_name="shortcomings")
    what = models.TextField(verbose_name=_("what is not accessible"), max_length=500)
    criterion = models.CharField(
        verbose_name=_("requirement"), max_length=120, blank=True, help_text=_("For example WCAG 1.4.3.")
    )
    reason = models.CharField(
        verbose_name=_("reason"),
        max_length=10,
        choices=ShortcomingReason.choices,
        default=ShortcomingReason.UNFIXED,
    )
    fixed_by = models.DateField(verbose_name=_("to be fixed by"), null=True, blank=True)

    panels = [FieldPanel("what"), FieldPanel("criterion"), FieldPanel("reason"), FieldPanel("fixed_by")]

    def __str__(self) -> str:
        return self.what


class PrivacyNoticePage(PublicPage):
    """The privacy notice (GDPR, articles 12–14 and 26). The list of data is made from what is declared."""

    updated_on = models.DateField(verbose_name=_("updated on"))
    controllers = models.TextField(
        verbose_name=_("controllers"),
        max_length=1000,
        blank=True,
        help_text=_("The organisations that are joint controllers, one on each line."),
    )
    contact_email = models.EmailField(verbose_name=_("address for questions about privacy"), blank=True)
    officer_email = models.EmailField(verbose_name=_("address of the data protection officer"), blank=True)
    body = StreamField(blocks.Body(), verbose_name=_("content"), blank=True)

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("updated_on"),
        FieldPanel("controllers"),
        FieldPanel("contact_email"),
        FieldPanel("officer_email"),
        FieldPanel("body"),
    ]
    template = "site/privacy.html"
    footer_place = 4

    class Meta:
        verbose_name = _("privacy notice")
