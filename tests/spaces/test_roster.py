"""The roster of hosts: who may, what cannot be, gaps seen before the day comes, a week copied in one press."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from fiksummin.core import worker
from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.core.time import HELSINKI
from fiksummin.people import actions as people_actions
from fiksummin.people.models import Person, Role
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Shift, Site, SpecialDay
from tests import races
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import other_host, other_site
from tests.races import Lift
from tests.spaces.pages import errors_of, forms_of, main_of
from tests.spaces.test_races import GUARD, lift, site

pytestmark = [pytest.mark.usefixtures("tuesday")]
__all__ = ["lift", "site"]

ROSTER = "/fi/sites/helsinki/roster/"
TUESDAY, WEDNESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 23)


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
