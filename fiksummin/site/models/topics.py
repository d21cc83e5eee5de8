"""Tags of posts: with å, ä, ö and full stops, the same tag whatever its capitals."""

import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

LONGEST = 60


def key_of(name: str) -> str:
    """Give what makes two spellings the same tag, and what stands in its address: "Työ 2.0" → "työ_2.0"."""
    return "_".join(tidy(name).casefold().split())


def tidy(name: str) -> str:
    """Give a tag as it is shown: composed letters, single spaces, no hash sign, no slash."""
    composed = unicodedata.normalize("NFC", name).replace("/", " ").lstrip("# ")
    return " ".join(composed.split())


class Topic(TagBase):
    """A tag. ``slug`` is the key that makes it unique and that its address is made of."""

    name = models.CharField(verbose_name=_("name"), max_length=LONGEST, unique=True)
    slug = models.CharField(verbose_name=_("key"), max_length=LONGEST, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key in step with the name."""
        self.name = tidy(self.name)
        self.slug = key_of(self.name)
        super().save(*args, **kwargs)

    @classmethod
    def known(cls, names: list[str]) -> list[str]:
        """Give each tag once, and one that exists already by the name it has."""
        wanted = {key_of(name): tidy(name) for name in reversed(names) if tidy(name)}
        existing = dict(cls.objects.filter(slug__in=wanted).values_list("slug", "name"))
        return [existing.get(key, name) for key, name in reversed(wanted.items())]


class PostTopic(ItemBase):
    """A tag on a post."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")
    content_object = ParentalKey("site.BlogPost", on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="site_post_topic_once")]


def check_names(names: list[str]) -> None:
    """Raise ValidationError for a tag that is too long, or has neither letters nor numbers."""
    for name in names:
        if len(tidy(name)) > LONGEST:
            raise ValidationError(_("A tag may have at most %(most)d letters.") % {"most": LONGEST})
        if not any(letter.isalnum() for letter in name):
            raise ValidationError(_("A tag needs letters or numbers."))
