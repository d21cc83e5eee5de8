"""The board shows the ideas that stand for themselves: the newest first, the least shown while they are weighed."""

from datetime import timedelta

import pytest

from fiksummin.core.time import now, today
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience, IdeaState, PhaseKind
from fiksummin.ideas.models import Turn
from fiksummin.ideas.queries import lines
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people
from tests.factories.ideas import campaign, idea, move, reason

pytestmark = pytest.mark.django_db


def test_the_newest_come_first_a_part_at_a_time(cast: Cast) -> None:
    at = now()
    phases = {
        PhaseKind.COLLECT: at - timedelta(days=9),
        PhaseKind.WEIGH: at - timedelta(days=5),
        PhaseKind.DECIDE: at - timedelta(days=1),
    }
    asked = campaign(cast.facilitator, phases=phases, audience=Audience.PUBLIC)
    rows = [idea(cast.member, asked, moment=at - timedelta(hours=n)) for n in range(5)]
    actions.withdraw_idea(by=cast.member, idea=rows[1], reason=reason())
    move(cast.facilitator, rows[2], IdeaState.DECLINED)
    board, standing = queries.Board(asked, at), [rows[0], rows[2], rows[3], rows[4]]
    assert len(board) == 4
    assert [line.pk for line in board] == [row.pk for row in standing]
    assert [line.pk for line in board[1:3]] == [row.pk for row in standing[1:3]]
    assert board[3].title == rows[4].title
    assert [line.is_open for line in board] == [True, False, True, True]


def test_while_ideas_are_weighed_the_least_shown_come_first(cast: Cast) -> None:
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    rows = [idea(cast.member, asked) for _n in range(4)]
    for shown, row in zip((3, 1, 2, 0), rows, strict=True):
        Turn.objects.filter(idea=row).update(shown=shown)
    actions.withdraw_idea(by=cast.member, idea=rows[1], reason=reason())
    assert [line.pk for line in queries.Board(asked, now())] == [rows[3].pk, rows[2].pk, rows[0].pk]


def test_far_down_the_order_is_the_same(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    at = now()
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    rows = [idea(cast.member, asked, moment=at - timedelta(minutes=n)) for n in range(9)]
    for shown, row in zip((3, 1, 2, 0, 3, 1, 2, 0, 1), rows, strict=True):
        Turn.objects.filter(idea=row).update(shown=shown)
    actions.withdraw_idea(by=cast.member, idea=rows[1], reason=reason())
    over = queries.Board(asked, at)
    over.is_in_turn = False
    for board in (queries.Board(asked, at), over):
        whole = list(board)
        monkeypatch.setattr(lines, "DEEP", 3)
        assert [board[3:6], board[6:9], board[8:12]] == [whole[3:6], whole[6:9], []]
        assert board[7] == whole[7]
        monkeypatch.undo()
    assert list(over) != list(queries.Board(asked, at)), "two orders"


def test_a_line_says_what_it_said(cast: Cast) -> None:
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    body = people.organisation(name_fi="Tulosvirasto", name_sv="", name_en="", abbreviation="")
    one = idea(people.person(organisation=body), asked, title="<b>Kahvi</b> & pulla", language="sv")
    late = idea(cast.member, asked, title="Myöhässä")
    late.node.due_on = today() - timedelta(days=3)
    late.node.save()
    page = signed_in(cast.colleague).get(f"/en/campaigns/{asked.slug}/").text
    line = next(part for part in page.split("<li>") if f"/en/ideas/{one.pk}/" in part)
    assert '<bdi lang="sv">&lt;b&gt;Kahvi&lt;/b&gt; &amp; pulla</bdi>' in line
    assert 'Ways of working, <span lang="fi">Tulosvirasto</span>' in line
    assert "An answer" in line
    assert ">Open<" in line.replace("</svg>", ">")
    assert "The answer is late" in next(part for part in page.split("<li>") if "Myöhässä" in part)
