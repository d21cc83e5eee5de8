"""What nobody answers in time climbs to those who look after the site: once, also when the worker stood still."""

from datetime import timedelta

import pytest

from fiksummin.core import tasks, worker
from fiksummin.core.models import Letter
from fiksummin.core.time import HELSINKI, now
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Report, Site, SpecialDay
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.spaces.pages import MORNING, main_of

pytestmark = pytest.mark.usefixtures("tuesday")


def sent(lab: Site, kind: str, moment: str) -> Report:
    """Give a report sent at a moment by the lab's clock."""
    report = spaces.report(lab, kind=kind, text="" if kind == "help" else "Lamppu vilkkuu")
    day, clock = moment.split()
    report.made_at = spaces.at(
        lab, MORNING.date().replace(month=int(day.split("-")[0]), day=int(day.split("-")[1])), clock
    )
    report.save(update_fields=["made_at"])
    return report


def due(report: Report) -> str:
    found = queries.ageing.answer_due(Report.objects.select_related("site").get(pk=report.pk))
    return f"{found.astimezone(HELSINKI):%m-%d %H:%M}" if found else ""


def overdue() -> list[str]:
    worker.drain()
    return sorted(Letter.objects.filter(key__contains="-overdue-").values_list("key", flat=True))


@pytest.mark.parametrize(
    ("kind", "moment", "by"),
    [
        ("help", "11-24 9:00", "11-24 09:15"),
        ("help", "11-24 19:50", "11-25 07:05"),  # the door shuts at eight
        ("help", "11-24 22:00", "11-25 07:15"),
        ("help", "11-28 10:00", "11-30 07:15"),  # a Saturday
        ("safety", "11-24 9:00", "11-25 09:00"),
        ("safety", "11-27 16:00", "11-30 16:00"),  # over the weekend
        ("fault", "11-24 9:00", "11-27 09:00"),
        ("fault", "12-04 9:00", "12-09 09:00"),
        ("fault", "12-03 9:00", "12-08 09:00"),
    ],
)
def test_by_when_an_answer_is_due(lab: Site, kind: str, moment: str, by: str) -> None:
    assert due(sent(lab, kind, moment)) == by


def test_a_closed_day_does_not_count_for_help(lab: Site) -> None:
    SpecialDay.objects.create(site=lab, date=MORNING.date() + timedelta(days=1), reason_fi="Kiinni")
    assert due(sent(lab, "help", "11-24 21:00")) == "11-26 07:15"


def test_a_site_that_opens_no_more_promises_nothing(lab: Site) -> None:
    lab.hours.all().delete()
    report = sent(lab, "help", "11-24 9:00")
    assert due(report) == ""
    assert actions.climb_reports(at=now() + timedelta(days=30)) == 0


def test_it_climbs_once_to_the_manager(cast: Cast, lab: Site) -> None:
    manager, host = cast.manager, cast.host
    report = spaces.report(lab, kind="help", text="")
    tasks.tick(MORNING + timedelta(minutes=14))
    assert overdue() == []
    for minutes in (16, 17, 90):
        tasks.tick(MORNING + timedelta(minutes=minutes))
        worker.drain()
    assert overdue() == [f"report-{report.pk}-overdue-{manager.pk}"]
    report.refresh_from_db()
    assert report.is_late
    client = signed_in(host)
    assert "Odottaa vastausta, lähetetty tänään klo 9.05" in main_of(
        client.get("/fi/sites/helsinki/desk/reports/")
    )
    desk = main_of(client.get("/fi/sites/helsinki/desk/"))
    assert "1 ilmoitus on odottanut vastausta liian kauan" in desk
    actions.answer_report(by=host, report=report, answer="Tulen heti")
    assert "liian kauan" not in main_of(client.get("/fi/sites/helsinki/desk/"))


def test_the_worker_stood_still_for_a_week_and_each_climbs_once(cast: Cast, lab: Site) -> None:
    manager = cast.manager
    late = [sent(lab, kind, "11-24 9:00") for kind in ("help", "fault", "safety")]
    seen = sent(lab, "fault", "11-24 9:00")
    actions.note_seen(by=cast.host, report=seen)
    answered = sent(lab, "help", "11-24 9:00")
    actions.answer_report(by=cast.host, report=answered, answer="Hoidettu")
    closed = sent(lab, "fault", "11-24 9:00")
    actions.close_report(by=cast.host, report=closed)
    fresh = sent(lab, "fault", "12-01 9:00")
    at = MORNING + timedelta(days=7, hours=1)
    assert actions.climb_reports(at=at) == 4
    assert actions.climb_reports(at=at + timedelta(days=1)) == 0
    assert overdue() == sorted(f"report-{one.pk}-overdue-{manager.pk}" for one in [*late, seen])
    fresh.refresh_from_db()
    assert fresh.climbed_at is None


def test_answered_before_the_letter_is_written_nothing_is_told(cast: Cast, lab: Site) -> None:
    cast.manager  # noqa: B018 -- she is to be there
    report = spaces.report(lab, kind="help", text="")
    actions.climb_reports(at=MORNING + timedelta(minutes=20))
    actions.answer_report(by=cast.host, report=report, answer="Tulen heti")
    assert overdue() == []
