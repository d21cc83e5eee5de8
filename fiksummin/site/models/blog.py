"""The blog: its index, posts, and the people who wrote them."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.site import blocks
from fiksummin.site.choices import Commenting
from fiksummin.site.models.base import PublicPage
from fiksummin.site.models.topics import Topic, check_names
from fiksummin.site.widgets import PersonByAddress


class BlogIndexPage(PublicPage):
    """The list of posts, the latest first."""

    template = "site/blog.html"
    footer_place = 0
    subpage_types: ClassVar[list[str]] = ["site.BlogPost"]

    class Meta:
        verbose_name = _("blog")


class PostForm(WagtailAdminPageForm):
    """The form of a post in the editor."""

    def clean_topics(self) -> list[str]:
        """Give each tag once, by the name it has already if it exists in other capitals."""
        names = list(self.cleaned_data["topics"])
        check_names(names)
        return Topic.known(names)


class BlogPost(PublicPage):
    """A story or a report, by people of the service."""

    date = models.DateField(verbose_name=_("date"), default=today)
    body = StreamField(blocks.Body(), verbose_name=_("content"))
    topics = ClusterTaggableManager(
        through="site.PostTopic", verbose_name=_("tags"), blank=True, related_name="+"
    )
    comments = models.CharField(
        verbose_name=_("who may comment"),
        max_length=10,
        choices=Commenting.choices,
        default=Commenting.MEMBERS,
    )

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("date"),
        InlinePanel("authors", heading=_("Authors"), label=_("Author"), min_num=1),
        FieldPanel("body"),
        FieldPanel("topics"),
        FieldPanel("comments"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("lead"), index.SearchField("body")]
    base_form_class = PostForm
    template = "site/post.html"
    parent_page_types: ClassVar[list[str]] = ["site.BlogIndexPage"]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    @property
    def author_names(self) -> list[str]:
        """The names that readers see; somebody who was erased has none."""
        return [name for author in self.authors.all() if (name := author.shown_name)]


class PostAuthor(Orderable):
    """Who wrote a post: a person of the service by her name there, or a visiting writer by a given name."""

    post = ParentalKey(BlogPost, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The e-mail address of her account. Readers see her name only."),
    )
    name = models.CharField(verbose_name=_("name of a writer without an account"), max_length=150, blank=True)

    panels = [FieldPanel("person", widget=PersonByAddress), FieldPanel("name")]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person=None) | models.Q(name=""), name="site_author_person_or_name"
            )
        ]

    def __str__(self) -> str:
        return self.shown_name

    def clean(self) -> None:
        """One of the two, so that nobody has two names and no line is empty."""
        super().clean()
        if bool(self.person_id) == bool(self.name):
            raise ValidationError(_("Give either the address of an account or a name."))

    @property
    def shown_name(self) -> str:
        """The name that readers see: never an address."""
        return self.person.name if self.person else self.name
