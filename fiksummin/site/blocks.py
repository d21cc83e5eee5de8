"""What the body of a page is made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
"""What running text may hold: no embeds, no images (they are blocks), no code of one's own."""


class PictureBlock(blocks.StructBlock):
    """A picture; its alternative text belongs to the picture itself."""

    picture = ImageChooserBlock(label=gettext_lazy("Picture"))
    caption = blocks.CharBlock(required=False, max_length=250, label=gettext_lazy("Caption"))

    class Meta:
        icon = "image"
        label = gettext_lazy("Picture")
        template = "site/blocks/_picture.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, and whose they are."""

    text = blocks.TextBlock(label=gettext_lazy("What was said"))
    who = blocks.CharBlock(required=False, max_length=150, label=gettext_lazy("Who said it"))

    class Meta:
        icon = "openquote"
        label = gettext_lazy("Quote")
        template = "site/blocks/_quote.html"


class LinkBlock(blocks.StructBlock):
    """One link: to a page of ours or to an address."""

    text = blocks.CharBlock(max_length=150, label=gettext_lazy("Text"))
    page = blocks.PageChooserBlock(required=False, label=gettext_lazy("Page"))
    address = blocks.URLBlock(required=False, label=gettext_lazy("Address"))

    def clean(self, value: Any) -> Any:
        """One target, not two and not none; never the address of a draft."""
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("address")):
            raise ValidationError(_("Give either a page or an address."))
        if points_at_draft(cleaned.get("address") or ""):
            raise ValidationError(_("This is the address of a draft. Readers cannot open it."))
        return cleaned

    class Meta:
        icon = "link"
        label = gettext_lazy("Link")


class VideoBlock(SnippetChooserBlock):
    """A video of ours. One without captions cannot be published."""

    def __init__(self, **kwargs: Any) -> None:
        """Fix what is chosen."""
        super().__init__("site.Video", **kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse a video that nobody can follow without hearing it."""
        video = super().clean(value)
        if video and not video.has_captions:
            raise ValidationError(_("This video has no captions. Add them to the video first."))
        return video

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """For migrations: an ordinary chooser."""
        return "wagtail.snippets.blocks.SnippetChooserBlock", ["site.Video"], {}

    class Meta:
        icon = "media"
        label = gettext_lazy("Video")
        template = "site/blocks/_video.html"


class Body(blocks.StreamBlock):
    """The blocks that every page of text may use."""

    heading = blocks.CharBlock(
        max_length=150, icon="title", label=gettext_lazy("Heading"), template="site/blocks/_heading.html"
    )
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=gettext_lazy("Text"))
    picture = PictureBlock()
    quote = QuoteBlock()
    links = blocks.ListBlock(
        LinkBlock(), icon="list-ul", label=gettext_lazy("List of links"), template="site/blocks/_links.html"
    )
    video = VideoBlock()


class StepBlock(blocks.StructBlock):
    """One step of the way in."""

    heading = blocks.CharBlock(max_length=100, label=gettext_lazy("Heading"))
    text = blocks.TextBlock(max_length=400, label=gettext_lazy("Text"))

    class Meta:
        icon = "tick"
        label = gettext_lazy("Step")


def points_at_draft(address: str) -> bool:
    """Say whether an address leads to a preview or to the editing side, which readers cannot open."""
    return "preview=true" in address or "/admin/pages/" in address
