"""The board shows the ideas that stand for themselves: the newest first, the least shown while they are weighed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now, today
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience, IdeaState, PhaseKind
from fiksummin.ideas.models import Turn
from fiksummin.ideas.queries import Finding, lines
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


def test_the_board_is_narrowed_by_its_address_in_either_order(cast: Cast) -> None:
    at = now()
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    rows = [idea(cast.member, asked, moment=at - timedelta(minutes=n)) for n in range(3)]
    rows.append(idea(cast.member, asked, language="sv", perspective="leadership"))
    for shown, row in zip((2, 1, 0, 3), rows, strict=True):
        Turn.objects.filter(idea=row).update(shown=shown)
    move(cast.facilitator, rows[0], IdeaState.DECLINED)
    actions.withdraw_idea(by=cast.member, idea=rows[1], reason=reason())
    in_turn, newest = (
        queries.Board(asked, at, Finding(language="fi")),
        queries.Board(asked, at, Finding(language="fi")),
    )
    newest.is_in_turn = False
    assert [line.pk for line in in_turn] == [rows[2].pk, rows[0].pk]
    assert [line.pk for line in newest] == [rows[0].pk, rows[2].pk]
    for finding, found in (
        (Finding(state="declined"), [rows[0].pk]),
        (Finding(perspective="leadership", language="sv"), [rows[3].pk]),
        (Finding(perspective="leadership", language="fi"), []),
    ):
        board = queries.Board(asked, at, finding)
        assert ([line.pk for line in board], len(board)) == (found, len(found)), finding
    browser, url = signed_in(cast.colleague), f"/en/campaigns/{asked.slug}/"
    page = browser.get(f"{url}?state=declined&language=fi")
    assert "1 such idea" in page.text
    assert f"/en/ideas/{rows[0].pk}/" in page.text
    assert f"/en/ideas/{rows[3].pk}/" not in page.text
    assert "No such ideas" in browser.get(f"{url}?perspective=use_of_ict").text
    unread = browser.get(f"{url}?state=<script>")
    assert unread.status_code == 200
    assert f"/en/ideas/{rows[3].pk}/" in unread.text, "what cannot be read does not narrow"


@pytest.mark.parametrize("query", ["", "?state=open&language=fi"])
def test_a_narrowed_board_costs_as_many_queries_however_long(cast: Cast, query: str) -> None:
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    url, counted = f"/en/campaigns/{asked.slug}/{query}", []
    for _more in range(2):
        idea(cast.member, asked)
        Client().get(url)
        with CaptureQueriesContext(connection) as found:
            Client().get(url)
        counted.append(len(found))
    assert counted == [8, 8]


def test_a_campaign_counts_the_ideas_that_its_page_lists(cast: Cast) -> None:
    asked = campaign(cast.facilitator)
    one, two, gone = (idea(cast.member, asked) for _number in range(3))
    actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=reason())
    actions.withdraw_idea(by=cast.member, idea=gone, reason=reason())
    counted = queries.campaigns_for(cast.member).values_list("idea_count", flat=True)
    assert list(counted) == [len(queries.Board(asked, now()))] == [1]
