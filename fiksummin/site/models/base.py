"""What every page of the public site has in common."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from fiksummin.site.addresses import address_of
from fiksummin.ui.languages import alternatives

SERVED_BY_WAGTAIL = "wagtail_serve"


class PublicPage(Page):
    """A page with a lead, which knows its other languages.

    A page that nobody has translated yet stands in the other languages as an alias:
    the same text at that language's address, marked as what it is.
    """

    lead = models.TextField(
        verbose_name=_("lead"),
        max_length=500,
        blank=True,
        help_text=_("One to three sentences that say what the page is about."),
    )

    footer_place: ClassVar[int] = 0
    """Where it stands among the links at the foot of every page; 0 is not at all."""

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    promote_panels = [FieldPanel("slug"), FieldPanel("search_description")]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    @cached_property
    def written_in(self) -> str:
        """The language that its words are in, whatever language the address is for.

        One whose translation has begun shows the words it was an alias of until it is published itself.
        """
        page = self
        while page.alias_of_id:
            page = page.alias_of
        if page.live_revision_id is None:
            own = Page.objects.filter(translation_key=self.translation_key, alias_of=None).exclude(pk=page.pk)
            page = (
                own.filter(live_revision__isnull=False).select_related("locale").order_by("pk").first()
                or page
            )
        return str(page.locale.language_code)

    @property
    def address(self) -> str:
        """Its address on this site."""
        return address_of(self.url_path)

    @property
    def foreign(self) -> str:
        """The language of its words where that is not the language of its address; "" where it is."""
        return "" if self.written_in == self.locale.language_code else self.written_in

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the other languages, and the language of the words where it is not the reader's."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["languages"] = alternatives(request, self.urls_by_language())
        context["foreign"] = self.foreign
        from fiksummin.site.contexts import more  # noqa: PLC0415 -- reads need the models

        return {**context, **more(self, request)}

    def urls_by_language(self) -> dict[str, str]:
        """Give the address of each published translation; a language without one leads to its start page."""
        found = {code: f"/{code}/" for code, _name in settings.LANGUAGES}
        from fiksummin.site.queries import pages  # noqa: PLC0415 -- reads need the models

        for code, path in pages.paths_by_language(self.translation_key):
            found[code] = address_of(path) or found[code]
        found[self.locale.language_code] = self.address or found[self.locale.language_code]
        return found

    def clean(self) -> None:
        """Refuse an address that a page of the service itself has."""
        super().clean()
        parent = self.get_parent() if self.path else None
        if parent is not None and parent.depth == 2 and _is_taken(self.slug, self.locale.language_code):
            raise ValidationError({"slug": _("A page of the service has this address. Choose another.")})


def _is_taken(slug: str, language: str) -> bool:
    """Say whether an address right under the start page leads elsewhere than to the site's own pages."""
    try:
        return resolve(f"/{language}/{slug}/").url_name != SERVED_BY_WAGTAIL
    except Resolver404:
        return False
