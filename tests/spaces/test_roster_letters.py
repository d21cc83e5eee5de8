"""Hosts are told: put on a shift, moved, taken off, once for each act; and when a booking waits for an answer."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from fiksummin.core import worker
from fiksummin.core.errors import Conflict
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.people import actions as people_actions
from fiksummin.people.models import Person, Role
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Shift, Site
from tests.cast import Cast
from tests.factories import people, spaces
from tests.factories.spaces import at
from tests.postbox import Postbox

pytestmark = pytest.mark.usefixtures("tuesday")
DAY = timedelta(days=1)


def got(postbox: Postbox, person: Person) -> list[str]:
    """Give the subjects of what somebody got, but what her role is."""
    worker.drain()
    mine = [letter["Subject"] for letter in postbox.got if letter["To"] == person.email]
    return [subject for subject in mine if not subject.startswith("Roolisi")]


def files(postbox: Postbox, person: Person) -> list[Calendar]:
    worker.drain()
    mine = [letter for letter in postbox.got if letter["To"] == person.email]
    parts = [part for letter in mine for part in letter.iter_attachments()]
    return [Calendar.from_ical(part.get_content()) for part in parts]


def events(file: Calendar) -> list[tuple[str, int, str]]:
    return [
        (str(one["UID"]), int(str(one.decoded("SEQUENCE"))), str(one["STATUS"]))
        for one in file.walk("VEVENT")
    ]


def put(by: Person, host: Person, site: Site, start: str = "9:00", end: str = "15:00") -> Shift:
    day = spaces.open_day(site)
    return actions.add_shift(
        by=by, site=site, person=host, start=at(site, day, start), end=at(site, day, end)
    )


def test_a_shift_is_told_moved_and_taken_away(cast: Cast, lab: Site, postbox: Postbox) -> None:
    host = cast.host
    shift = put(cast.manager, host, lab)
    actions.change_shift(by=cast.manager, shift=shift, start=shift.starts_at + DAY, end=shift.ends_at + DAY)
    actions.remove_shift(by=cast.manager, shift=shift)
    assert got(postbox, host) == [
        f"Olet vuorolistalla: {lab.name}",
        f"Vuoroasi siirrettiin: {lab.name}",
        f"Sinut poistettiin vuorolistalta: {lab.name}",
    ]
    uid = f"shift-{shift.pk}@fiksummin.example"
    found = files(postbox, host)
    assert [str(file["METHOD"]) for file in found] == ["REQUEST", "REQUEST", "CANCEL"]
    said = [event for file in found for event in events(file)]
    assert [(sequence, status) for _uid, sequence, status in said] == [
        (0, "CONFIRMED"),
        (1, "CONFIRMED"),
        (2, "CANCELLED"),
    ]
    assert len({name for name, _sequence, _status in said}) == 1
    assert said[0][0].startswith(uid.partition("@")[0])


def test_a_shift_given_to_another_is_told_to_both(cast: Cast, lab: Site, postbox: Postbox) -> None:
    host, second = cast.host, people.person(roles=[("host", lab.slug)])
    shift = put(cast.manager, host, lab)
    actions.change_shift(
        by=cast.manager, shift=shift, start=shift.starts_at, end=shift.ends_at, person=second
    )
    assert got(postbox, host)[1:] == [f"Sinut poistettiin vuorolistalta: {lab.name}"]
    assert got(postbox, second) == [f"Olet vuorolistalla: {lab.name}"]


def test_nothing_moved_nothing_told(cast: Cast, lab: Site, postbox: Postbox) -> None:
    shift = put(cast.manager, cast.host, lab)
    actions.change_shift(by=cast.manager, shift=shift, start=shift.starts_at, end=shift.ends_at)
    assert len(got(postbox, cast.host)) == 1


def test_a_week_copied_is_one_letter_for_each_host(cast: Cast, lab: Site, postbox: Postbox) -> None:
    host, second = cast.host, people.person(roles=[("host", lab.slug)])
    monday = queries.roster.week_of(today())
    for days in range(1, 4):
        day = monday + days * DAY
        for who, start, end in ((host, "10:00", "12:00"), (second, "12:00", "15:00")):
            actions.add_shift(
                by=cast.manager, site=lab, person=who, start=at(lab, day, start), end=at(lab, day, end)
            )
    before = len(got(postbox, host))
    assert actions.copy_week(by=cast.manager, site=lab, monday=monday).made == 6
    assert actions.copy_week(by=cast.manager, site=lab, monday=monday).made == 0
    assert len(got(postbox, host)) == before + 1
    assert len(events(files(postbox, host)[-1])) == 3
    assert str(files(postbox, host)[-1]["METHOD"]) == "PUBLISH"


def test_what_is_refused_is_not_told(cast: Cast, lab: Site) -> None:
    put(cast.manager, cast.host, lab)
    with pytest.raises(Conflict):
        put(cast.manager, cast.host, lab, start="10:00", end="11:00")
    assert Letter.objects.count() == 1


def test_whose_role_ended_hears_once_that_she_is_off(cast: Cast, lab: Site, postbox: Postbox) -> None:
    host = cast.host
    put(cast.manager, host, lab, end="12:00")
    put(cast.manager, host, lab, start="13:00")
    people_actions.end_role(by=cast.owner, role=Role.objects.get(person=host))
    assert [one for one in got(postbox, host) if "poistettiin" in one] == [
        f"Sinut poistettiin vuorolistalta: {lab.name}"
    ]


# --- Bookings that wait -----------------------------------------------------------------------------------

ASKED = "Varaus odottaa vastaustasi: "


def test_hosts_hear_of_a_booking_that_waits_and_of_no_other(cast: Cast, lab: Site, postbox: Postbox) -> None:
    asked, plain = spaces.space(lab, approval="holds"), spaces.space(lab)
    spaces.booking(cast.member, plain, start="13:00", end="14:00")
    assert got(postbox, cast.host) == []
    made = spaces.booking(cast.member, asked, title="Salainen asia")
    assert got(postbox, cast.host) == [f"{ASKED}{lab.name}"]
    assert got(postbox, cast.manager) == []
    mine = [one.get_content() for one in postbox.got if one["To"] == cast.host.email]
    assert not any("Salainen" in said for said in mine)
    wish = queries.BookingWish(queries.wish_of(made).places, made.starts_at - DAY / 24, made.ends_at)
    actions.change_booking(by=cast.member, booking=made, wish=wish, at=now() + DAY / 24)
    assert got(postbox, cast.host) == [f"{ASKED}{lab.name}"] * 2


def test_a_series_that_waits_is_one_letter(cast: Cast, lab: Site, postbox: Postbox) -> None:
    spaces.series(cast.member, spaces.space(lab, approval="waits"))
    assert got(postbox, cast.host) == [f"{ASKED}{lab.name}"]
    assert "ja 2 muuta sarjan päivää" in str(postbox.got[-1].get_content()) or any(
        "ja 2 muuta sarjan päivää" in one.get_content() for one in postbox.got if one["To"] == cast.host.email
    )


def test_without_hosts_those_who_look_after_the_site_are_asked(
    cast: Cast, lab: Site, postbox: Postbox
) -> None:
    manager = cast.manager
    Role.objects.filter(kind="host").delete()
    spaces.booking(cast.member, spaces.space(lab, approval="holds"))
    assert got(postbox, manager) == [f"{ASKED}{lab.name}"]
