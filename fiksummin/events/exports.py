"""Those who take part as a table: what stands in its first line, and a line for each."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from fiksummin.events import queries
from fiksummin.events.choices import AnswerKind, Mode, Standing
from fiksummin.events.models import Answer, Event, Question, Registration


def headings(questions: Sequence[Question]) -> list[str]:
    """Head the columns in the active language."""
    return [
        _("Number"), _("Name"), _("Organisation"), _("How"), _("People"), _("Who comes along"),
        _("State"), _("Place in the queue"), *(question.text for question in questions),
    ]  # fmt: skip


def lines(event: Event, questions: Sequence[Question]) -> Iterator[list[object]]:
    """Give a line for each registration that stands: those with a place first, then in the order of the line."""
    for standing in Standing:
        rows = list(queries.with_answers(queries.participants(event, standing), questions))
        places = queries.positions(rows) if rows else {}
        for row in rows:
            row.event = event
            yield _line(row, places.get(row.pk, 0), questions)


def _line(row: Registration, place: int, questions: Sequence[Question]) -> list[object]:
    answers = {answer.question_id: _words(answer) for answer in row.answers.all()}
    waits = place and not row.event.awaits_lots()
    return [
        row.pk, row.who, row.organisation or "", str(Mode(row.holds or row.mode).label), row.people,
        ", ".join(companion.name for companion in row.companions.all()), str(row.state.label),
        place if waits else "", *(answers.get(question.pk, "") for question in questions),
    ]  # fmt: skip


def _words(answer: Answer) -> str:
    if answer.question.kind != AnswerKind.YES_NO:
        return answer.value
    return _("Yes") if answer.value == "yes" else _("No")
