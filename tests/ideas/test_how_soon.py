"""How soon ideas are answered, with those that wait counted honestly."""

from collections import Counter
from datetime import date, timedelta

import pytest

from fiksummin.core.time import now
from fiksummin.core.workdays import is_working_day, working_day_after, working_days_until
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience, IdeaState
from fiksummin.ideas.queries.answering import curve
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories.ideas import campaign, idea, move, reason


def test_the_curve_is_as_counted_by_hand() -> None:
    """Six ideas: answered after 1, 2, 4 and 7 days, two still open after 2 and 5.

    After 1 day 5/6 wait; after 2 of the five one more is answered: 5/6 · 4/5 = 2/3; after 4 days three are left,
    one is answered: 2/3 · 2/3 = 4/9; the last one left is answered after 7: none waits.
    """
    made = curve(Counter([(1, True), (2, True), (2, False), (4, True), (5, False), (7, True)]))
    assert [(point.day, point.waited, point.answered) for point in made.points] == [
        (1, 6, 1), (2, 5, 1), (4, 3, 1), (5, 2, 0), (7, 1, 1)
    ]  # fmt: skip
    assert [point.share for point in made.points] == pytest.approx([1 / 6, 1 / 3, 5 / 9, 5 / 9, 1])
    assert (made.half, made.open, made.longest) == (4, 2, 7)
    assert [made.share_by(day) for day in (0, 3, 6, 99)] == pytest.approx([0, 1 / 3, 5 / 9, 1])
    assert [made.waiting_at(day) for day in (0, 3, 7, 8)] == [6, 3, 1, 0]


def test_open_ones_are_neither_answered_nor_left_out() -> None:
    """Leaving the open out would say 100 %, taking them for unanswered for good 50 %; the truth lies between."""
    made = curve(Counter([(1, False), (1, False), (5, True), (6, True)]))
    assert made.share_by(5) == pytest.approx(0.5)
    assert made.share_by(6) == pytest.approx(1.0)
    assert curve(Counter([(9, False)] * 5)).share_by(9) == 0


def test_nothing_is_said_of_a_few() -> None:
    assert not curve(Counter([(1, True)] * 4)).says_enough
    assert curve(Counter([])).share_by(5) == 0


@pytest.mark.parametrize("length", [0, 1, 3, 40, 400])
def test_working_days_are_counted_as_they_are_promised(length: int) -> None:
    for start in (date(2026, 12, 23), date(2026, 12, 26), date(2027, 1, 1), date(2024, 2, 28)):
        until = working_day_after(start, length)
        assert working_days_until(start, until) == length
        days = (start + timedelta(days=n) for n in range(1, 80))
        assert working_days_until(start, start + timedelta(days=79)) == sum(map(is_working_day, days))
    assert working_days_until(date(2026, 5, 4), date(2026, 5, 1)) == 0


def test_the_history_gives_the_spans(cast: Cast) -> None:
    asked, at = campaign(cast.facilitator, audience=Audience.PUBLIC), now()
    began = at - timedelta(days=60)
    rows = [idea(cast.member, asked, moment=began) for _one in range(6)]
    move(cast.facilitator, rows[0], IdeaState.CONSIDERED, moment=began + timedelta(days=7))
    move(cast.facilitator, rows[0], IdeaState.DECLINED, moment=began + timedelta(days=14))
    move(cast.facilitator, rows[0], IdeaState.CONSIDERED, moment=began + timedelta(days=21))
    move(cast.facilitator, rows[1], IdeaState.ACCEPTED, moment=began + timedelta(days=28))
    actions.withdraw_idea(by=cast.member, idea=rows[2], reason=reason(), at=began + timedelta(days=21))
    actions.ask_to_merge(
        by=cast.member, idea=rows[3], into=rows[4], reason=reason(), at=began + timedelta(days=35)
    )
    found = queries.answering(asked, at)
    days = [
        working_days_until(began.date(), (began + timedelta(days=n)).date()) for n in (14, 21, 28, 35, 60)
    ]
    assert [point.day for point in found.points] == pytest.approx(days, abs=1)
    assert [(point.waited, point.answered) for point in found.points] == [
        (6, 1),
        (5, 0),
        (4, 1),
        (3, 0),
        (2, 0),
    ]
    assert found.points[-1].share == pytest.approx(1 - 5 / 6 * 3 / 4)
    page = signed_in(cast.outsider).get(f"/en/campaigns/{asked.slug}/answers/").content.decode()
    assert "Within the 10 working days promised" in page
    assert "6 ideas in all, 4 without an answer." in page


def test_the_page_of_all_is_open_and_names_no_idea(cast: Cast, client: object) -> None:
    asked = campaign(cast.facilitator)
    for number in range(5):
        idea(cast.member, asked, title=f"kanaria {number}")
    answer = client.get("/en/ideas/answers/")  # type: ignore[attr-defined]  # a browser
    assert answer.status_code == 200
    assert "5 ideas in all" in answer.content.decode()
    assert "kanaria" not in answer.content.decode()
