"""The standing pages: home, text, instructions, contacts, cookies, glossary."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from fiksummin.site import blocks
from fiksummin.site.models.base import PublicPage


class HomePage(PublicPage):
    """The front door: what this is, whether it is open, what is on, how to come."""

    what = RichTextField(
        verbose_name=_("what this is"),
        features=["bold", "italic", "link"],
        help_text=_("About three sentences for somebody who comes for the first time."),
    )
    steps = StreamField(
        [("step", blocks.StepBlock())],
        verbose_name=_("first steps"),
        blank=True,
        help_text=_("How one comes for the first time, in the order of doing."),
    )
    arrival = RichTextField(
        verbose_name=_("how to get here"), features=["bold", "ol", "ul", "link"], blank=True
    )

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("what"),
        FieldPanel("steps"),
        FieldPanel("arrival"),
    ]
    template = "site/home.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "site.ContentPage",
        "site.InstructionsPage",
        "site.ContactsPage",
        "site.BlogIndexPage",
        "site.AccessibilityStatementPage",
        "site.PrivacyNoticePage",
        "site.CookiePage",
        "site.GlossaryPage",
    ]

    class Meta:
        verbose_name = _("start page")


class ContentPage(PublicPage):
    """A page of text. It may have pages of text below it."""

    body = StreamField(blocks.Body(), verbose_name=_("content"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    template = "site/content.html"
    subpage_types: ClassVar[list[str]] = ["site.ContentPage"]

    class Meta:
        verbose_name = _("page of text")


class InstructionsPage(PublicPage):
    """How to be at each site. The instructions belong to the sites; only the words around them are here."""

    body = StreamField(blocks.Body(), verbose_name=_("content"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    template = "site/instructions.html"
    footer_place = 1

    class Meta:
        verbose_name = _("instructions")


class ContactsPage(PublicPage):
    """Whom to ask: the contacts of each site, and what concerns the whole service."""

    body = StreamField(blocks.Body(), verbose_name=_("content"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    template = "site/contacts.html"
    footer_place = 2

    class Meta:
        verbose_name = _("contacts")


class CookiePage(PublicPage):
    """What is kept in the reader's browser. The table is made from the settings in force."""

    body = StreamField(blocks.Body(), verbose_name=_("content"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    template = "site/cookies.html"
    footer_place = 5

    class Meta:
        verbose_name = _("cookies")


class GlossaryPage(PublicPage):
    """The words of the service, each with an anchor."""

    body = StreamField(blocks.Body(), verbose_name=_("content"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]
    template = "site/glossary.html"
    footer_place = 6

    class Meta:
        verbose_name = _("glossary")
