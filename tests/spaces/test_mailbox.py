"""Mailboxes of spaces: invitations by mail become bookings by everybody's rules, and are answered once."""

from datetime import timedelta

import pytest
from django.test import Client

from fiksummin.core import worker
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.mailbox import Outcome
from fiksummin.spaces.models import Booking, Series, Site, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.postbox import Postbox
from tests.spaces.inviting import ADDRESS, Organiser, answers, hour, standing, take
from tests.spaces.pages import errors_of

pytestmark = pytest.mark.django_db


def test_an_invitation_becomes_a_booking_is_accepted_once_moves_and_is_cancelled(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    nine, ten, noon = (hour(peili.site, clock) for clock in ("9:00", "10:00", "12:00"))
    first = organiser.asks(nine, ten)
    assert take(first) == Outcome.TAKEN
    assert (Booking.objects.get().person, Booking.objects.get().title) == (cast.member, "Suunnittelu")
    assert answers(postbox) == [(organiser.address, "ACCEPTED", "")]
    assert take(first) == Outcome.TAKEN
    assert (standing(), answers(postbox)) == ([(nine, ten)], [])
    take(organiser.asks(ten, noon, "SEQUENCE:1"))
    assert (standing(), Booking.objects.count()) == ([(ten, noon)], 1)
    assert answers(postbox) == [(organiser.address, "ACCEPTED", "")]
    take(first)
    assert standing() == [(ten, noon)]
    take(organiser.asks(ten, noon, "SEQUENCE:2", method="CANCEL"))
    assert standing() == []
    take(organiser.asks(nine, ten, "SEQUENCE:1"))
    assert standing() == []


def test_a_cancellation_that_overtakes_its_invitation_wins(peili: Space, organiser: Organiser) -> None:
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    asked = organiser.asks(nine, ten)
    take(organiser.asks(nine, ten, "SEQUENCE:1", method="CANCEL"))
    take(asked)
    assert standing() == []


def test_what_is_taken_is_declined_with_the_reason_and_what_is_free(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    nine, ten, noon = (hour(peili.site, clock) for clock in ("9:00", "10:00", "12:00"))
    spaces.booking(cast.colleague, peili, start="9:00", end="10:00")
    worker.drain()
    postbox.got.clear()
    refused = organiser.asks(nine, noon)
    take(refused)
    take(refused)
    worker.drain()
    [letter] = postbox.got
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Peili" in body.get_content()
    [(to, answer, comment)] = answers(postbox)
    assert (to, answer, bool(comment)) == (organiser.address, "DECLINED", True)
    take(organiser.asks(ten, noon, "SEQUENCE:1"))
    assert (ten, noon) in standing()


def test_a_refused_move_leaves_the_booking_as_it_was(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    nine, ten, noon = (hour(peili.site, clock) for clock in ("9:00", "10:00", "12:00"))
    take(organiser.asks(nine, ten))
    spaces.booking(cast.colleague, peili, start="10:00", end="12:00")
    worker.drain()
    postbox.got.clear()
    take(organiser.asks(ten, noon, "SEQUENCE:1"))
    assert standing() == [(nine, ten), (ten, noon)]
    assert [answer for _to, answer, _comment in answers(postbox)] == ["DECLINED"]
    take(organiser.asks(ten, noon, "SEQUENCE:2", method="CANCEL"))
    assert standing() == [(ten, noon)]


def three_weeks(site: Site) -> int:
    """Give in how many days a day comes that is open, and a week and two weeks later too."""
    first = today(site.zone)

    def is_open(after: int) -> bool:
        return spaces.open_day(site, after) == first + timedelta(days=after)

    return next(day for day in range(1, 80) if all(is_open(day + 7 * week) for week in range(3)))


def test_a_series_is_booked_whole_or_not_at_all_and_one_date_of_it_is_cancelled(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    after = three_weeks(peili.site)
    nine, ten = hour(peili.site, "9:00", after), hour(peili.site, "10:00", after)
    weekly = "RRULE:FREQ=WEEKLY;COUNT=3"
    blocking = spaces.booking(cast.colleague, peili, after=after + 7, start="9:00", end="10:00")
    worker.drain()
    postbox.got.clear()
    take(organiser.asks(nine, ten, weekly))
    assert (len(standing()), Series.objects.count()) == (1, 0)
    assert [answer for _to, answer, _comment in answers(postbox)] == ["DECLINED"]
    actions.cancel_booking(by=cast.colleague, booking=blocking)
    worker.drain()
    postbox.got.clear()
    take(organiser.asks(nine, ten, weekly, "SEQUENCE:1"))
    assert [start for start, _end in standing()] == [nine + timedelta(days=7 * n) for n in range(3)]
    assert answers(postbox) == [(organiser.address, "ACCEPTED", "")]
    second = nine + timedelta(days=7)
    mark = f"RECURRENCE-ID:{second:%Y%m%dT%H%M%SZ}"
    take(organiser.asks(second, second + timedelta(hours=1), mark, "SEQUENCE:2", method="CANCEL"))
    assert [start for start, _end in standing()] == [nine, nine + timedelta(days=14)]
    third, later = nine + timedelta(days=14), nine + timedelta(days=14, hours=3)
    mark = f"RECURRENCE-ID:{third:%Y%m%dT%H%M%SZ}"
    take(organiser.asks(later, later + timedelta(hours=1), mark, "SEQUENCE:2"))
    assert [start for start, _end in standing()] == [nine, later]
    take(organiser.asks(nine, ten, weekly, "SEQUENCE:3", method="CANCEL"))
    assert standing() == []


def test_a_newer_version_takes_the_place_of_the_older_and_is_answered_by_one_letter(
    peili: Space, organiser: Organiser, postbox: Postbox
) -> None:
    after = three_weeks(peili.site)
    nine, ten = hour(peili.site, "9:00", after), hour(peili.site, "10:00", after)
    weekly = "RRULE:FREQ=WEEKLY;COUNT=%d"
    for number, rule in enumerate([weekly % 2, weekly % 3, None, weekly % 2]):
        take(organiser.asks(nine, ten, *([rule] if rule else []), f"SEQUENCE:{number}"))
        assert answers(postbox, only=True) == [(organiser.address, "ACCEPTED", "")]
    assert [start for start, _end in standing()] == [nine, nine + timedelta(days=7)]
    take(organiser.asks(nine, ten, weekly % 2, "SEQUENCE:4", method="CANCEL"))
    assert (standing(), answers(postbox)) == ([], [])
    second = nine + timedelta(days=7)
    old = organiser.asks(
        second, second + timedelta(hours=1), f"RECURRENCE-ID:{second:%Y%m%dT%H%M%SZ}", "SEQUENCE:3"
    )
    take(old)
    assert standing() == [], "a date of a series that is off does not come back"


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY", "FREQ=SECONDLY", "FREQ=YEARLY;COUNT=2", "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU;COUNT=3"],
)
def test_a_series_that_cannot_be_is_answered_with_a_sentence(
    peili: Space, organiser: Organiser, postbox: Postbox, rule: str
) -> None:
    raw = organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00"), f"RRULE:{rule}")
    outcome = take(raw)
    assert standing() == []
    assert outcome == Outcome.NOT_UNDERSTOOD or [row[1] for row in answers(postbox)] == ["DECLINED"]


def test_where_a_host_approves_the_answer_is_first_perhaps_then_yes(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    type(peili.policy).objects.filter(pk=peili.policy_id).update(approval="holds")
    take(organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00")))
    assert [row[1] for row in answers(postbox)] == ["TENTATIVE"]
    actions.approve_booking(by=cast.host, booking=Booking.objects.get())
    assert [row[1] for row in answers(postbox)] == ["ACCEPTED"]
    actions.cancel_booking(by=cast.host, booking=Booking.objects.get(), reason="Vesivahinko")
    assert answers(postbox) == [(organiser.address, "DECLINED", "Vesivahinko")]


def test_the_reason_comes_in_the_senders_language(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    type(peili.policy).objects.filter(pk=peili.policy_id).update(longest_minutes=30)
    said = set()
    for number, language in enumerate(("fi", "sv", "en")):
        Person.objects.filter(pk=cast.member.pk).update(language=language)
        take(organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00"), f"SEQUENCE:{number}"))
        [(_to, answer, comment)] = answers(postbox)
        assert answer == "DECLINED"
        said.add(comment)
    assert len(said) == 3


def test_a_manager_gives_a_space_its_mailbox_and_those_signed_in_see_it(peili: Space, cast: Cast) -> None:
    other = spaces.space(peili.site, name="Kaiku")
    sent = {
        "name_fi": "Kaiku", "kind": "room", "cells": [cell.pk for cell in other.cells.all()], "new_parts": "",
        "seats": "8", "policy": other.policy_id, "confidentiality": "open", "buffer_minutes": "0", "position": "0",
    }  # fmt: skip
    manager, address = signed_in(cast.manager), f"/fi/spaces/{other.pk}/change/"
    shown = manager.post(address, sent | {"mailbox": ADDRESS.upper(), "sure": "1"})
    assert errors_of(shown) == {"mailbox": "Toisella tilalla on jo tämä sähköpostiosoite."}
    assert manager.post(address, sent | {"mailbox": "Kaiku@Lab.example"}).status_code == 303
    other.refresh_from_db()
    assert other.mailbox == "kaiku@lab.example"
    page = f"/fi/spaces/{other.pk}/"
    assert "kaiku@lab.example" in signed_in(cast.member).get(page).text
    assert "kaiku@lab.example" not in Client().get(page).text
    assert manager.post(address, sent).status_code == 303
    other.refresh_from_db()
    assert other.mailbox is None
