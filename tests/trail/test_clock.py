"""Under the turned clock, with runs missed and doubled: a turn of a baton and a review that nobody did are told once each."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from fiksummin.core import tasks, worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Errand, Letter
from fiksummin.core.time import HELSINKI, moment, now, today
from fiksummin.experiments import actions as trying
from fiksummin.experiments.queries import late_holds
from fiksummin.library import actions as keeping
from fiksummin.library.choices import Keeping, Kind
from fiksummin.library.models import Item
from fiksummin.library.queries import Finding, find
from fiksummin.notifications.choices import State
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.models import Overdue
from fiksummin.trail.rules import why_not_due
from tests.cast import Cast
from tests.events.test_moving import night_of_turning
from tests.factories import experiments, ideas, library, people

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(params=[3, 10])
def turned(request: pytest.FixtureRequest) -> date:
    """The Sunday on which the clock is turned forward, or back."""
    return night_of_turning(request.param)


@pytest.fixture
def host() -> Person:
    person = people.person()
    people.role(person, "host")
    return person


WORK = [
    task.work
    for task in tasks.PERIODIC
    if task.name.startswith(("fiksummin.trail", "fiksummin.library", "fiksummin.notifications"))
]
"""What the clock brings about with promises, reviews and their notices."""


def live(at: datetime) -> None:
    """A worker at a moment: all that the clock brings about, then the notices; all of it twice, as after a crash."""
    with time_machine.travel(at, tick=False):
        for _again in range(2):
            for work in WORK:
                work(at)
            worker.run_errands(at, 1000)
            Errand.objects.filter(entry__at__gte=at - DAY).update(done_at=None)


def live_through(begins: date, days: Sequence[int], hours: Sequence[int]) -> None:
    """Some days, counted from one, at some hours of the clock on the wall."""
    for day in days:
        for hour in hours:
            live(moment(begins + day * DAY, time(hour, 30), HELSINKI))


def told(person: Person, what: str) -> list[str]:
    rows = Notice.objects.filter(person=person, what__startswith=what).order_by("pk")
    return [f"{row.what} {row.created_at.astimezone(HELSINKI):%d.%m.}" for row in rows]


def on(day: date) -> str:
    return f"{day:%d.%m.}"


def letters_of(person: Person) -> int:
    """Letters that were sent to somebody because of what is overdue."""
    rows = Notice.objects.filter(person=person, what__startswith="overdue", state=State.MAILED)
    return Letter.objects.filter(pk__in=rows.values("bundle")).count()


def test_a_baton_reminds_its_holder_goes_to_the_host_and_is_freed(
    cast: Cast, host: Person, turned: date
) -> None:
    """Its last day is the Saturday before the clock is turned: the first run of Sunday reminds, none before it does."""
    holder = cast.member
    with time_machine.travel(moment(turned - 15 * DAY, time(12), HELSINKI), tick=False):
        baton = experiments.baton(cast.facilitator, holder)
        hold = baton.holds.get()
        assert hold.due_on == turned - DAY
    live_through(turned, [-1], (0, 23))
    assert told(holder, "overdue") == [], "not before its last day is over"
    live_through(turned, [0, 1, 12], (0, 4, 23))
    assert told(holder, "overdue") == [f"overdue.owner.baton {on(turned)}"]
    assert told(host, "overdue") == []
    live_through(turned, [13, 16], (0, 23))
    assert told(host, "overdue") == [f"overdue.host.baton {on(turned + 13 * DAY)}"]
    assert (letters_of(holder), letters_of(host)) == (1, 1)
    freed = moment(turned + 17 * DAY, time(9), HELSINKI)
    with time_machine.travel(freed, tick=False):
        assert list(late_holds(today())) == [hold]
        trying.free_baton(by=host, hold=hold, receiver=cast.colleague)
        assert list(late_holds(today())) == []
    live_through(turned, [17, 19], (12,))
    assert told(holder, "baton.freed") == [f"baton.freed {on(turned + 17 * DAY)}"]
    assert told(cast.colleague, "baton.offered") == [f"baton.offered {on(turned + 17 * DAY)}"]
    assert len(told(holder, "overdue")) == len(told(host, "overdue")) == 1


def test_a_baton_that_a_worker_missed_for_weeks_is_told_once_to_each(
    cast: Cast, host: Person, turned: date
) -> None:
    with time_machine.travel(moment(turned - 15 * DAY, time(12), HELSINKI), tick=False):
        experiments.baton(cast.facilitator, cast.member)
    late = turned + 40 * DAY
    live_through(late, [0, 1], (3, 4))
    assert told(cast.member, "overdue") == [f"overdue.owner.baton {on(late)}"]
    assert told(host, "overdue") == [f"overdue.host.baton {on(late)}"]
    assert (letters_of(cast.member), letters_of(host)) == (1, 1)


def test_a_baton_that_went_on_before_the_worker_came_reminds_nobody(
    cast: Cast, host: Person, turned: date
) -> None:
    """The turn of the next holder has its own days."""
    with time_machine.travel(moment(turned - 15 * DAY, time(12), HELSINKI), tick=False):
        hold = experiments.baton(cast.facilitator, cast.member).holds.get()
    with time_machine.travel(moment(turned + 2 * DAY, time(12), HELSINKI), tick=False):
        trying.pass_baton_on(by=cast.member, hold=hold, receiver=cast.colleague)
    live_through(turned, [2, 16], (23,))
    assert told(cast.member, "overdue") == told(host, "overdue") == told(cast.colleague, "overdue") == []
    live_through(turned, [17, 18], (0,))
    assert told(cast.colleague, "overdue") == [f"overdue.owner.baton {on(turned + 17 * DAY)}"]


def test_a_review_falls_from_owner_to_group_to_host_and_sinks(cast: Cast, host: Person, turned: date) -> None:
    """Due on the Saturday before the clock is turned: each is asked once, and the review sinks until somebody does it."""
    good_for = timedelta(days=180)
    with time_machine.travel(moment(turned - DAY - good_for, time(12), HELSINKI), tick=False):
        other = library.item(cast.outsider, Kind.MODEL, title="Malli", moment=now() - DAY)
        item = library.item(cast.member, Kind.TOOL, title="Ajastin")
        keeping.add_keeper(by=cast.member, item=item, newcomer=cast.colleague)
        assert list(find(None, Finding(), today())) == [item, other]
    due = turned - DAY
    assert item.review_on == due
    live_through(due, [0, 1, 6], (0, 23))
    assert told(cast.member, "overdue") == [f"overdue.owner.tool {on(turned)}"] or told(
        cast.member, "overdue"
    ) == [f"overdue.owner {on(turned)}"]
    assert told(cast.colleague, "library.fell") == []
    assert stands(item) == (Keeping.OWNER, cast.member)
    live_through(due, [7, 8, 27], (0, 23))
    assert stands(item) == (Keeping.GROUP, cast.colleague)
    assert len(told(cast.colleague, "library.fell")) == 1
    live_through(due, [28, 40], (0, 23))
    keeping_now, heir = stands(item)
    assert keeping_now == Keeping.HOST
    assert len(told(heir, "library.fell")) == 1
    assert len(told(cast.member, "overdue")) == 1
    with time_machine.travel(moment(due + 40 * DAY, time(12), HELSINKI), tick=False):
        assert list(find(None, Finding(), today())) == [other, item], "what nobody checked sinks"
        keeping.check_item(by=heir, item=item)
        assert list(find(None, Finding(), today())) == [item, other], "until somebody does"
    live_through(due, [41, 60], (23,))
    assert stands(item) == (Keeping.OWNER, cast.member)
    assert not Overdue.objects.filter(
        node__item=item, at__gt=moment(due + 41 * DAY, time(0), HELSINKI)
    ).exists()


def test_a_review_that_a_worker_missed_for_months_falls_once_a_run(
    cast: Cast, host: Person, turned: date
) -> None:
    with time_machine.travel(moment(turned - timedelta(days=181), time(12), HELSINKI), tick=False):
        item = library.item(cast.member, Kind.TOOL)
        keeping.add_keeper(by=cast.member, item=item, newcomer=cast.colleague)
    late = turned + 60 * DAY
    live_through(late, [0, 6], (3, 4))
    assert stands(item) == (Keeping.GROUP, cast.colleague), "the group still has its days"
    assert len(told(cast.colleague, "library.fell")) == 1
    live_through(late, [21, 22], (3,))
    assert stands(item)[0] == Keeping.HOST


def stands(item: Item) -> tuple[str, Person]:
    row = Item.objects.select_related("node__owner").get(pk=item.pk)
    assert row.node is not None
    assert row.node.owner is not None
    return row.keeping, row.node.owner


def test_what_was_told_before_costs_one_query_however_much_is_late(cast: Cast) -> None:
    later = now() + 25 * DAY
    counted = []
    for _more in range(2):
        ideas.idea(cast.member, ideas.campaign(cast.facilitator, promise_days=1))
        assert trail.climb(at=later) == 3, "each climb of the new one alone"
        with CaptureQueriesContext(connection) as asked:
            assert trail.climb(at=later) == 0
        counted.append(len(asked))
    assert counted == [2, 2]


def test_nothing_is_promised_by_a_day_that_nobody_lives_to_see(cast: Cast) -> None:
    day = today()
    assert why_not_due(day + timedelta(days=365 * 5), day) == ""
    with translation.override("en"):
        assert why_not_due(day + timedelta(days=365 * 6), day).endswith("Choose one within five years.")
        with pytest.raises(NotAllowed, match="too far off"):
            trail.enter(kind=NodeKind.IDEA, by=cast.member, owner=cast.member, due_on=date(2199, 12, 31))
