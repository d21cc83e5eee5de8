"""What the site adds to the editors' side: words, videos, breaks, the list of what is not translated."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.site import actions, finds, mirrors
from fiksummin.site.models import AccessibilityFeedback, CommentReport, ServiceBreak, Term, Topic, Video
from fiksummin.site.queries import untranslated

hooks.register("after_create_page", mirrors.mirror_new)
hooks.register("after_copy_page", mirrors.mirror_copy)
for moment in ("after_publish_page", "after_unpublish_page", "after_delete_page"):
    hooks.register(moment, finds.page_kept)
for moment in ("after_create_snippet", "after_edit_snippet"):
    hooks.register(moment, finds.term_kept)
hooks.register("after_delete_snippet", finds.terms_removed)


class TermViewSet(SnippetViewSet):
    """The glossary."""

    model = Term
    icon = "openquote"
    add_to_admin_menu = True
    menu_order = 300
    list_display = ("word_fi", "word_sv", "word_en")


class VideoViewSet(SnippetViewSet):
    """Videos with captions."""

    model = Video
    icon = "media"
    add_to_admin_menu = True
    menu_order = 320


class ServiceBreakViewSet(SnippetViewSet):
    """Breaks in the service, told on every page."""

    model = ServiceBreak
    icon = "warning"
    add_to_admin_menu = True
    menu_order = 340
    list_display = ("text_fi", "starts_at", "ends_at")


class TopicViewSet(SnippetViewSet):
    """Tags, to be renamed or removed."""

    model = Topic
    icon = "tag"


for viewset in (TermViewSet, VideoViewSet, ServiceBreakViewSet, TopicViewSet):
    register_snippet(viewset)


@hooks.register("before_edit_page", order=-1)
def translate_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Offer to begin a translation where an editor opens a page that has none."""
    if page.alias_of_id is None or page.alias_of.locale_id == page.locale_id:
        return None
    if request.method == "POST":
        actions.begin_translation(by=cast(Person, request.user), page=page)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return render(request, "site/editor/alias.html", {"page": page, "original": page.alias_of})


@hooks.register("register_reports_menu_item")
def untranslated_item() -> MenuItem:
    """Put the list of what is not translated among the reports."""
    return MenuItem(
        _("Not translated"), reverse("untranslated"), name="untranslated", icon_name="globe", order=100
    )


class Waiting(Component):
    """What waits for the editors, on their first page."""

    name = "waiting"
    template_name = "site/editor/_waiting.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, int]:
        """Count, by query, what is open."""
        return {
            "required": len(
                {
                    gap.title
                    for gap in untranslated.gaps(person_of(parent_context["request"]))
                    if gap.is_required
                }
            ),
            "feedback": AccessibilityFeedback.objects.open().count(),
            "reports": CommentReport.objects.filter(answered_at=None).values("comment").distinct().count(),
        }


@hooks.register("construct_homepage_panels")
def waiting(request: HttpRequest, panels: list[Component]) -> None:
    """Show it first."""
    panels.insert(0, Waiting())
