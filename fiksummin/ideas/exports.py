"""The ideas of a campaign as a table: what stands in its first line, and a line for each."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from fiksummin.core.time import today
from fiksummin.ideas import queries
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Idea


def headings() -> list[str]:
    """Head the columns in the active language."""
    return [
        _("Number"), _("Title"), _("What and why"), _("Language"), _("Perspective"), _("Who wrote it"),
        _("Organisation"), _("Came"), _("Came late"), _("State"), _("Reason of the answer"), _("Answers for it"),
        _("Next step"), _("By when"), _("Supporters"), _("Page"),
    ]  # fmt: skip


def lines(campaign: Campaign, at: datetime) -> Iterator[list[object]]:
    """Give a line for each idea that is not withdrawn, also for those joined to others, the first first; a few queries for any number.

    How many support one is told when it is closed for itself or the weighing is over, as on its page.
    """
    rows = Idea.objects.filter(campaign=campaign).exclude(state=IdeaState.WITHDRAWN)
    ideas = list(
        rows.select_related("node__owner", "organisation").prefetch_related("authors__person").order_by("pk")
    )
    known = queries.supporters_of(ideas)
    weighing_is_over = campaign.weighing_is_over_at(at)
    for idea in ideas:
        yield _line(idea, known.get(idea.pk, "") if weighing_is_over or idea.is_over else "")


def _line(idea: Idea, supporters: object) -> list[object]:
    owner, due_on = (idea.node.owner, idea.node.due_on) if idea.is_open else ("", "")
    return [
        idea.pk, idea.title, idea.text, idea.language, idea.get_perspective_display(),
        ", ".join(str(author.person) for author in idea.authors.all() if author.person),
        idea.organisation or "", today(at=idea.made_at), _("yes") if idea.came_in else "",
        idea.get_state_display(), idea.reason, owner, idea.node.next_step if idea.is_open else "", due_on,
        supporters, settings.BASE_URL + reverse("ideas:idea", args=[idea.pk]),
    ]  # fmt: skip
