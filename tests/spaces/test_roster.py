"""The roster of hosts: who may, what cannot be, gaps seen before the day comes, a week copied in one press."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client

from fiksummin.core import worker
from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.core.time import HELSINKI
from fiksummin.people import actions as people_actions
from fiksummin.people.models import Person, Role
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Hours, Shift, Site, SpecialDay
from tests import races
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import other_host, other_site
from tests.races import Lift
from tests.spaces.pages import errors_of, forms_of, main_of, queries_of
from tests.spaces.test_races import GUARD, lift, site

pytestmark = [pytest.mark.usefixtures("tuesday")]
__all__ = ["lift", "site"]

ROSTER = "/fi/sites/helsinki/roster/"
TUESDAY, WEDNESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 23)


def hours(gaps: list[queries.roster.Gap], site: Site) -> list[tuple[str, str]]:
    zone = site.zone
    return [
        (f"{gap.starts_at.astimezone(zone):%a %H:%M}", f"{gap.ends_at.astimezone(zone):%H:%M}")
        for gap in gaps
    ]


def given(
    start: str = "9:00", end: str = "15:00", day: date = WEDNESDAY, **more: object
) -> dict[str, object]:
    return {"day": day.isoformat(), "start": start, "end": end, **more}


def test_a_host_takes_a_shift_and_leaves_it(cast: Cast, lab: Site) -> None:
    host = signed_in(cast.host)
    answer = host.post(f"{ROSTER}new/", given())
    shift = Shift.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"{ROSTER}?week=2026-11-23#shift-{shift.pk}")
    assert (shift.person, shift.starts_at) == (cast.host, spaces.at(lab, WEDNESDAY, "9:00"))
    assert "klo 9–15 Helmi Hostila" in main_of(host.get(ROSTER))
    assert host.post(f"/fi/shifts/{shift.pk}/removal/").status_code == 303
    assert not Shift.objects.exists()
    facts = Entry.objects.filter(fact__startswith="spaces.Shift").order_by("id")
    assert [entry.fact for entry in facts] == ["spaces.ShiftAdded", "spaces.ShiftRemoved"]


def test_a_form_sent_twice_makes_one_shift(cast: Cast, lab: Site) -> None:
    host = signed_in(cast.host)
    form = forms_of(host.get(f"{ROSTER}new/?day=2026-11-25&start=09:00&end=12:00"))[0]
    assert (form["day"], form["start"], form["end"]) == ("2026-11-25", "09:00", "12:00")
    answers = [host.post(f"{ROSTER}new/", form) for _press in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert Shift.objects.count() == 1


def test_who_looks_after_the_site_chooses_the_host(cast: Cast, lab: Site) -> None:
    second, host = people.person(name="Hilla Toinen", roles=[("host", "helsinki")]), cast.host
    manager = signed_in(cast.manager)
    page = manager.get(f"{ROSTER}new/")
    assert [name for _pk, name in page.context["form"].fields["person"].choices][1:] == [
        "Helmi Hostila",
        "Hilla Toinen",
    ]
    assert manager.post(f"{ROSTER}new/", given(person=second.pk)).status_code == 303
    shift = Shift.objects.get()
    path = f"/fi/shifts/{shift.pk}/change/"
    assert manager.post(path, given("10:00", person=host.pk)).status_code == 303
    shift.refresh_from_db()
    assert (shift.person, shift.starts_at) == (host, spaces.at(lab, WEDNESDAY, "10:00"))


def test_a_host_does_not_touch_the_shifts_of_others(cast: Cast, lab: Site) -> None:
    other = people.person(name="Hilla Toinen", roles=[("host", "helsinki")])
    shift = spaces.shift(other, lab, day=WEDNESDAY)
    host = signed_in(cast.host)
    assert f"/fi/shifts/{shift.pk}/" not in host.get(ROSTER).content.decode()
    for path in ("change", "removal"):
        answer = host.post(f"/fi/shifts/{shift.pk}/{path}/", given())
        assert (answer.status_code, "Host muuttaa omia vuorojaan" in answer.content.decode()) == (403, True)
    with pytest.raises(NotAllowed, match="Host muuttaa"):
        actions.add_shift(
            by=cast.host, site=lab, person=other, start=shift.ends_at, end=shift.ends_at + timedelta(hours=1)
        )
    with pytest.raises(NotAllowed, match="Host muuttaa"):
        actions.change_shift(
            by=other, shift=shift, person=cast.host, start=shift.starts_at, end=shift.ends_at
        )
    shift.refresh_from_db()
    assert shift.person == other


@pytest.mark.parametrize("key", ["member", "guest", "partner", "facilitator", "editor"])
def test_strangers_find_no_roster(cast: Cast, lab: Site, key: str) -> None:
    shift = spaces.shift(cast.host, lab, day=WEDNESDAY)
    stranger = signed_in(cast[key])
    for path in (
        ROSTER,
        f"{ROSTER}new/",
        f"/fi/shifts/{shift.pk}/change/",
        f"/fi/shifts/{shift.pk}/removal/",
    ):
        assert (stranger.get(path).status_code, stranger.post(path, given()).status_code) == (404, 404)
    assert Shift.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (given(end="9:00"), "end"),
        (given(start="yhdeksän"), "start"),
        (given(day=MONDAY), "day"),
        (given(day=date(2028, 1, 3)), "day"),
        (given("0:00", "23:00"), "end"),
        (given() | {"day": "2026-02-30"}, "day"),
        (given() | {"day": "9999-12-31"}, "day"),
        (given() | {"end": ""}, "end"),
        (given(person=0), "person"),
        (given(person="x"), "person"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    cast: Cast, lab: Site, wrong: dict[str, Any], field: str
) -> None:
    wrong = {"person": cast.host.pk} | wrong
    page = signed_in(cast.manager).post(f"{ROSTER}new/", wrong)
    assert (page.status_code, list(errors_of(page))) == (422, [field])
    assert page.context["form"]["start"].value() == wrong["start"]
    assert not Shift.objects.exists()


def test_only_who_is_a_host_then_has_a_shift(cast: Cast, lab: Site) -> None:
    for kind, last in (("host", TUESDAY), ("facilitator", None)):
        person = people.person(name="Sama Henkilö")
        people.role(person, kind, ends_on=last)
        with pytest.raises(
            Invalid, match=r"Sama Henkilö ei ole tämän toimipisteen host keskiviikkona 25\.11\.2026\."
        ):
            actions.add_shift(
                by=cast.manager, site=lab, person=person,
                start=spaces.at(lab, WEDNESDAY, "9:00"), end=spaces.at(lab, WEDNESDAY, "10:00"),
            )  # fmt: skip


def test_nobody_hosts_in_two_places_at_once(cast: Cast, lab: Site) -> None:
    away = other_site()
    people.role(cast.host, "host", away.slug)
    spaces.shift(cast.host, away, day=WEDNESDAY, start="9:00", end="12:00")
    page = signed_in(cast.host).post(f"{ROSTER}new/", given("11:00", "15:00"))
    assert page.status_code == 409
    assert errors_of(page)[""] == (
        "Helmi Hostila on jo vuorossa keskiviikkona 25.11.2026 klo 9–12: Vaasan yhteistoimisto."
    )
    assert signed_in(cast.host).post(f"{ROSTER}new/", given("12:00", "15:00")).status_code == 303
    late, early = Shift.objects.get(site=lab), Shift.objects.get(site=away)
    with pytest.raises(Conflict):
        actions.change_shift(by=cast.host, shift=late, start=early.starts_at, end=late.ends_at)
    late.refresh_from_db()
    assert late.starts_at == early.ends_at


def test_the_database_refuses_whoever_writes(cast: Cast, lab: Site) -> None:
    shift = spaces.shift(cast.host, lab, day=WEDNESDAY)
    row = {"site": other_site(), "person": cast.host, "starts_at": shift.starts_at, "ends_at": shift.ends_at}
    with pytest.raises(IntegrityError), transaction.atomic():
        Shift.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO spaces_shift (site_id, person_id, starts_at, ends_at, made_at)"
            " SELECT site_id, person_id, starts_at, ends_at, made_at FROM spaces_shift"
        )
    assert Shift.objects.count() == 1


def overlapping_shifts() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM spaces_shift a JOIN spaces_shift b ON a.person_id = b.person_id AND a.id < b.id"
            " AND a.starts_at < b.ends_at AND a.ends_at > b.starts_at"
        )
        return int(cursor.fetchone()[0])


@GUARD
def test_two_managers_want_one_host_at_once(
    site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    away = spaces.site()
    host = people.person(roles=[("host", "")])
    owner = people.person(roles=[("owner", "")])
    day = spaces.open_day(site)

    def adding(place: Site, start: str, end: str) -> Any:
        moments = {"start": spaces.at(place, day, start), "end": spaces.at(place, day, end)}
        return lambda: actions.add_shift(by=owner, site=place, person=host, **moments).pk

    races.meet_after(monkeypatch, "fiksummin.spaces.queries.roster.clash_of")
    if not guard:
        races.without_order(monkeypatch)
        lift(Shift)
    outcomes = races.race(adding(site, "9:00", "12:00"), adding(away, "11:00", "14:00"))
    holds = races.one_wins(outcomes) and overlapping_shifts() == 0 and Shift.objects.count() == 1
    assert holds is guard, outcomes


def test_the_constraint_alone_refuses_a_rival_with_a_sentence(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, day = people.person(roles=[("host", "")]), spaces.open_day(site)
    monkeypatch.setattr(queries.roster, "clash_of", lambda _shift: None)
    rivals = [lambda: spaces.shift(host, site, day=day).pk] * 6
    outcomes = races.race(*rivals)
    assert races.one_wins(outcomes), outcomes
    assert all(isinstance(outcome, int | Conflict) for outcome in outcomes)


# --- Gaps ------------------------------------------------------------------------------------------


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


def test_an_hour_that_does_not_exist_is_told(cast: Cast, lab: Site) -> None:
    page = signed_in(cast.host).post(f"{ROSTER}new/", given("3:30", "9:00", date(2027, 3, 28)))
    assert (page.status_code, list(errors_of(page))) == (422, ["start"])


# --- A week copied -----------------------------------------------------------------------------------


def test_a_week_is_copied_by_the_wall_clock_across_the_change_of_clocks(cast: Cast, lab: Site) -> None:
    with time_machine.travel(datetime(2026, 10, 19, 8, tzinfo=HELSINKI), tick=False):
        shift = spaces.shift(cast.host, lab, day=date(2026, 10, 20), start="9:00", end="15:00")
        copied = actions.copy_week(by=cast.manager, site=lab, monday=date(2026, 10, 19))
    copy = Shift.objects.exclude(pk=shift.pk).get()
    assert (copied.made, copied.left) == (1, [])
    assert copy.starts_at.astimezone(HELSINKI).time() == time(9)
    assert copy.starts_at - shift.starts_at == timedelta(days=7, hours=1)


def test_one_press_copies_and_tells_what_it_left_out(cast: Cast, lab: Site) -> None:
    leaving = people.person(name="Lotta Lähtevä")
    people.role(leaving, "host", "helsinki", ends_on=date(2026, 11, 30))
    spaces.shift(cast.host, lab, day=WEDNESDAY)
    spaces.shift(leaving, lab, day=WEDNESDAY)
    spaces.shift(cast.host, lab, day=date(2026, 11, 26))
    SpecialDay.objects.create(site=lab, date=date(2026, 12, 3), reason_fi="muutto", reason_sv="flytt")
    manager = signed_in(cast.manager)
    page = manager.post(f"{ROSTER}?week=2026-11-25", follow=True)
    assert page.redirect_chain == [(f"{ROSTER}?week=2026-11-30", 303)]
    said = main_of(page)
    assert "1 vuoro on kopioitu." in said
    assert "Ei kopioitu: Lotta Lähtevä ei ole tämän toimipisteen host keskiviikkona 2.12.2026." in said
    assert "Ei kopioitu: Toimipiste on suljettu torstaina 3.12.2026: muutto." in said
    again = manager.post(f"{ROSTER}?week=2026-11-25", follow=True)
    assert "kopioitu." not in main_of(again).partition("Ei kopioitu")[0]
    assert Shift.objects.count() == 4
    empty = manager.post(f"{ROSTER}?week=2027-01-04", follow=True)
    assert "Uutta kopioitavaa ei ollut." in main_of(empty)


def test_a_host_copies_no_week(cast: Cast, lab: Site) -> None:
    spaces.shift(cast.host, lab, day=WEDNESDAY)
    assert signed_in(cast.host).post(ROSTER).status_code == 403
    assert Shift.objects.count() == 1


@pytest.mark.parametrize("week", ["eilen", "2026-02-30", "0001-01-01", "9999-12-31", "-1", ""])
def test_a_week_that_is_none_is_this_week(cast: Cast, lab: Site, week: str) -> None:
    page = signed_in(cast.host).get(ROSTER, {"week": week})
    assert (page.status_code, page.context["monday"]) == (200, MONDAY)


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


def test_who_is_no_host_any_more_leaves_her_coming_shifts(cast: Cast, lab: Site) -> None:
    away, host = other_site(), cast.host
    people.role(host, "host", away.slug)
    ongoing = spaces.shift(host, lab, start="9:00", end="12:00")
    spaces.shift(host, lab, day=WEDNESDAY)
    kept = spaces.shift(host, away, day=date(2026, 11, 26))
    people_actions.end_role(by=None, role=Role.objects.get(person=host, place=lab.slug))
    worker.drain()
    assert set(Shift.objects.values_list("pk", flat=True)) == {ongoing.pk, kept.pk}


def test_the_host_of_another_site_is_a_stranger_here(cast: Cast, lab: Site) -> None:
    other_site()
    vera: Person = other_host()
    assert signed_in(vera).get(ROSTER).status_code == 404
    with pytest.raises(NotAllowed):
        spaces.shift(vera, lab, day=WEDNESDAY)
