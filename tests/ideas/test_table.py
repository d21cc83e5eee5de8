"""The ideas of a campaign as a table, for those who run it: every cell is text, and says no more than the pages."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now
from fiksummin.ideas import actions
from fiksummin.ideas.choices import IdeaState, PhaseKind
from fiksummin.ideas.models import Campaign
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import ideas as make

pytestmark = pytest.mark.django_db

TRAPS = (
    '=cmd|"/c calc"!A1',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    " =1+1",
    "＝1+1",
    '=HYPERLINK("http://paha.example")',
)


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return make.campaign(cast.facilitator)


def table(cast: Cast, campaign: Campaign, key: str = "facilitator") -> list[list[str]]:
    answer = signed_in(cast[key]).get(f"/en/campaigns/{campaign.slug}/ideas.csv")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{campaign.slug}-')
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("trap", TRAPS)
def test_no_cell_is_a_formula(cast: Cast, asked: Campaign, trap: str) -> None:
    idea = make.idea(cast.member, asked, title=trap, text=trap)
    make.move(cast.facilitator, idea, IdeaState.CONSIDERED, next_step=trap)
    _head, row = table(cast, asked)
    assert sum(trap.strip() in cell for cell in row) == 3
    assert not [cell for cell in row if cell.lstrip()[:1] in tuple("=+-@\t＝")]


def test_rows_and_lines_within_a_cell_stay_in_it(cast: Cast, asked: Campaign) -> None:
    make.idea(cast.member, asked, title='a;b"c', text='ensin\r\n"=1+1";toinen')
    _head, row = table(cast, asked)
    assert row[1:3] == ['a;b"c', 'ensin\r\n"=1+1";toinen']


def test_all_but_withdrawn_ones_with_joined_and_late(cast: Cast) -> None:
    past = now() - timedelta(days=9)
    asked = make.campaign(
        cast.facilitator, phases={PhaseKind.COLLECT: past, PhaseKind.TALK: now() - timedelta(days=1)}
    )
    one, two, three = (make.idea(cast.member, asked, moment=past + timedelta(hours=1)) for _n in range(3))
    late = make.idea(cast.member, asked)
    actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=make.reason())
    actions.withdraw_idea(by=cast.member, idea=three, reason=make.reason())
    head, *rows = table(cast, asked)
    states = dict(zip([int(row[0]) for row in rows], [row[head.index("State")] for row in rows], strict=True))
    assert list(states) == [one.pk, two.pk, late.pk]
    assert [row[head.index("Came late")] for row in rows] == ["", "", "yes"]
    assert {len(row) for row in rows} == {len(head)}


def test_support_is_told_when_it_may_be_known(cast: Cast, asked: Campaign) -> None:
    one, two, three = (make.idea(cast.member, asked) for _n in range(3))
    for idea in (one, two, three):
        actions.support_idea(by=cast.colleague, idea=idea)
    make.move(cast.facilitator, two, IdeaState.DECLINED)
    actions.ask_to_merge(by=cast.member, idea=three, into=one, reason=make.reason())
    head, *rows = table(cast, asked)
    told = [row[head.index("Supporters")] for row in rows]
    assert told == ["", "1", ""], "votes for one that was joined to another count there, where they go on"


def test_only_who_runs_it_gets_it_and_it_asks_as_much_for_many(cast: Cast, asked: Campaign) -> None:
    make.idea(cast.member, asked)
    table(cast, asked, "owner")  # the first time signing in asks more
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked_of:
            table(cast, asked, "owner")
        counts.append(len(asked_of))
        for _n in range(3):
            make.idea(cast.member, asked)
    assert counts[0] == counts[1]
    for key in ("member", "host", "guest"):
        assert signed_in(cast[key]).get(f"/en/campaigns/{asked.slug}/ideas.csv").status_code == 404
