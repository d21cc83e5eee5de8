"""Gaps of the roster are seen before the day comes; who hosts now and next is said where people look."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client

from fiksummin.core.time import HELSINKI
from fiksummin.spaces import queries
from fiksummin.spaces.models import Hours, Site, SpecialDay
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.spaces.pages import errors_of, forms_of, main_of, queries_of
from tests.spaces.test_roster import MONDAY, WEDNESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def hours(gaps: list[queries.roster.Gap], site: Site) -> list[tuple[str, str]]:
    zone = site.zone
    return [
        (f"{gap.starts_at.astimezone(zone):%a %H:%M}", f"{gap.ends_at.astimezone(zone):%H:%M}")
        for gap in gaps
    ]


def test_gaps_are_what_no_shift_covers_of_the_opening_hours(cast: Cast, lab: Site) -> None:
    second = people.person(roles=[("host", "")])
    spaces.shift(cast.host, lab, day=WEDNESDAY, start="9:00", end="12:00")
    spaces.shift(second, lab, day=WEDNESDAY, start="11:00", end="14:00")
    spaces.shift(cast.host, lab, day=WEDNESDAY, start="18:00", end="21:00")
    days = queries.roster.week(lab, MONDAY, datetime(2026, 11, 24, 7, 5, tzinfo=UTC))
    assert hours(days[0].gaps, lab) == []
    assert hours(days[1].gaps, lab) == [("Tue 09:05", "20:00")]
    assert hours(days[2].gaps, lab) == [("Wed 07:00", "09:00"), ("Wed 14:00", "18:00")]
    assert (days[5].gaps, days[5].opening.is_open) == ([], False)


def test_hosting_hours_and_days_without_hosts_say_where_gaps_are(cast: Cast, lab: Site) -> None:
    Hours.objects.filter(weekday=2).update(staffed_from=time(9), staffed_until=time(15))
    Hours.objects.filter(weekday=3).update(is_staffed=False)
    SpecialDay.objects.create(site=lab, date=date(2026, 11, 27), reason_fi="muutto", reason_sv="flytt")
    SpecialDay.objects.create(
        site=lab, date=date(2026, 11, 28), opens=time(10), closes=time(14), reason_fi="avoimet ovet"
    )
    spaces.shift(cast.host, lab, start="8:00", end="20:00")
    gaps = queries.roster.head(lab, datetime(2026, 11, 24, 7, 5, tzinfo=UTC)).gaps
    assert hours(gaps, lab)[:3] == [("Wed 09:00", "15:00"), ("Sat 10:00", "14:00"), ("Mon 07:00", "20:00")]


def test_the_hours_page_says_when_a_host_is_expected(cast: Cast, lab: Site) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    form = forms_of(manager.get(path))[0] | {"from_0": "9:00", "until_0": "15:00", "unstaffed_1": "on"}
    del form["unstaffed_0"], form["unstaffed_2"], form["unstaffed_3"], form["unstaffed_4"]
    form = {name: value for name, value in form.items() if name not in {"unstaffed_5", "unstaffed_6"}}
    assert manager.post(path, form).status_code == 303
    week = {row.weekday: (row.staffed_from, row.staffed_until, row.is_staffed) for row in lab.hours.all()}
    assert week[0] == (time(9), time(15), True)
    assert (week[1][2], week[2]) == (False, (None, None, True))
    assert 'name="unstaffed_1" id="id_unstaffed_1" checked' in manager.get(path).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"from_0": "9:00"}, "Anna sekä hostin tuloaika että lähtöaika tai jätä molemmat tyhjiksi."),
        ({"from_0": "15:00", "until_0": "9:00"}, "Hostin on lähdettävä tulonsa jälkeen."),
        ({"from_0": "6:00", "until_0": "9:00"}, "Hostin aikojen on oltava aukioloaikojen sisällä."),
        ({"from_5": "9:00", "until_5": "10:00"}, "Hostin aikojen on oltava aukioloaikojen sisällä."),
    ],
)
def test_hosting_hours_that_cannot_be_are_told_at_their_day(
    cast: Cast, lab: Site, wrong: dict[str, str], sentence: str
) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    page = manager.post(path, forms_of(manager.get(path))[0] | wrong)
    assert page.status_code == 422
    assert list(errors_of(page).values()) == [sentence]


def test_the_day_on_which_the_clock_goes_back_has_an_hour_more_to_host(cast: Cast) -> None:
    """From one to six by the wall clock it is six hours; shift and gaps cover them all."""
    day = date(2026, 10, 25)
    site = spaces.site("kello", opens=time(1), closes=time(6))
    Hours.objects.create(site=site, weekday=6, opens=time(1), closes=time(6))
    at = datetime(2026, 10, 20, 12, tzinfo=HELSINKI)
    with time_machine.travel(at, tick=False):
        host = people.person(roles=[("host", "")])
        shift = spaces.shift(host, site, day=day, start="2:00", end="4:30")
        (gap, last) = queries.roster.week(site, date(2026, 10, 19), at)[6].gaps
    assert shift.ends_at - shift.starts_at == timedelta(hours=3, minutes=30)
    assert (gap.ends_at, last.starts_at) == (shift.starts_at, shift.ends_at)
    assert last.ends_at - gap.starts_at == timedelta(hours=6)


# --- Who hosts now and next -----------------------------------------------------------------------------


def test_the_site_page_says_who_hosts_now_and_next_by_name_to_those_signed_in(
    cast: Cast, lab: Site, client: Client
) -> None:
    second = people.person(name="Hilla Toinen", roles=[("host", "helsinki")])
    spaces.shift(cast.host, lab, start="9:00", end="12:00")
    spaces.shift(second, lab, start="12:00", end="15:00")
    said = main_of(signed_in(cast.member).get("/fi/sites/helsinki/"))
    assert "Nyt hostina: Helmi Hostila (klo 12 asti)." in said
    assert "Seuraavaksi tänään klo 12: Hilla Toinen." in said
    public = main_of(client.get("/fi/sites/helsinki/"))
    assert "Host on paikalla klo 12 asti. Seuraava host tulee tänään klo 12." in public
    assert not {"Helmi", "Hilla"} & set(public.replace(",", " ").split())


def test_the_desk_heads_with_hosts_gaps_and_requests_at_a_fixed_cost(cast: Cast, lab: Site) -> None:
    host = signed_in(cast.host)
    assert "Kukaan ei ole nyt vuorossa." in main_of(host.get("/fi/sites/helsinki/desk/"))
    before = queries_of(host, "/fi/sites/helsinki/desk/")
    spaces.shift(cast.host, lab, start="9:00", end="20:00")
    spaces.report(lab, kind="help", text="")
    spaces.report(lab, kind="help", text="")
    said = main_of(host.get("/fi/sites/helsinki/desk/"))
    assert "2 avunpyyntöä on auki" in said
    assert "Nyt hostina: Helmi Hostila (klo 20 asti)." in said
    assert "9 aukkoa kahden viikon aikana" in said
    assert queries_of(host, "/fi/sites/helsinki/desk/") == before
    assert "avunpyyntöä" not in main_of(host.get("/fi/sites/helsinki/desk/2026-11-25/"))


def test_today_tells_managers_of_gaps(cast: Cast, lab: Site) -> None:
    assert "Toimipiste helsinki: vuorolistassa 10 aukkoa" in main_of(
        signed_in(cast.manager).get("/fi/today/")
    )
    assert "aukkoa" not in main_of(signed_in(cast.host).get("/fi/today/"))
