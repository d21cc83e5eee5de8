"""Ideas as lines of a board: worded once, so that fifty of them cost little."""

from collections.abc import Mapping
from functools import cache

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.core.time import today
from fiksummin.ideas.badges import state_badge
from fiksummin.ideas.queries import Line
from fiksummin.ideas.templatetags.ideas import perspective_words
from fiksummin.people.models import Organisation
from fiksummin.ui.rows import Rows
from fiksummin.ui.templatetags.ui import day, said


class Wording:
    """The words of one board in its language, each made once."""

    def __init__(self, bodies: Mapping[int, Organisation]) -> None:
        """Know the organisations that are named."""
        self.rows = Rows("ideas/_idea_line.html")
        self.url = reverse("ideas:idea", args=[0]).replace("/0/", "/{}/")
        self.today, self.answer = today(), _("An answer")
        self.day, self.state = cache(day), cache(state_badge)
        self.perspective = cache(perspective_words)
        self.body = cache(lambda number: format_html("{}", said(bodies[number].short)))

    def line(self, line: Line) -> SafeString:
        """Word a line."""
        due = line.due_on if line.is_open else None
        return self.rows.draw(
            url=self.url.format(line.pk),
            language=line.language,
            title=line.title,
            perspective=self.perspective(line.perspective),
            body=self.body(line.organisation) if line.organisation else "",
            late="yes" if line.came_in else "",
            step=(line.next_step or self.answer) if line.is_open else "",
            due=self.day(due) if due else "",
            state=self.state(line.state, is_late=due is not None and due < self.today),
        )


def drawn(found: list[Line], bodies: Mapping[int, Organisation]) -> SafeString:
    """Word the lines of a board, one after another; "" when there are none."""
    wording = Wording(bodies)
    return SafeString("".join(wording.line(line) for line in found))
