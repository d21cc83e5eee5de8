"""Events like others: templates, series of events, this and the following and all; kinds, themes and seasons as data."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core.errors import Conflict, Invalid
from fiksummin.core.time import today
from fiksummin.events import actions, queries
from fiksummin.events.actions import Scope
from fiksummin.events.models import Event, EventKind, EventTemplate, Season, Theme
from fiksummin.events.queries.details import Part
from fiksummin.events.queries.wishes import Asked, Share
from fiksummin.spaces.models import Booking
from tests.cast import Cast
from tests.clients import signed_in
from tests.events.test_organising_pages import body, given
from tests.factories import events as make
from tests.factories import spaces

pytestmark = pytest.mark.django_db


def held(cast: Cast, **words: Any) -> Event:
    """An event with a question, a quota and a programme."""
    organisation = cast.member.organisation
    assert organisation is not None
    event = make.event(
        cast.member, space=spaces.space(cast.helsinki, seats=20), places=10, questions=(Asked("Mitä syöt?", "Lounas"),),
        quotas=(Share(4, organisation),), hosts=(cast.host,), **words,
    )  # fmt: skip
    actions.set_programme(by=cast.member, event=event, parts=[Part(event.starts_at, "Avaus")])
    event.refresh_from_db()
    return event


def weeks(event: Event, *numbers: int) -> list[Any]:
    first = event.starts_at.astimezone(event.zone).date()
    return [first + timedelta(weeks=number) for number in numbers]


def test_a_series_holds_an_event_again_with_all_it_asks(cast: Cast) -> None:
    event = held(cast)
    series = actions.repeat_event(by=cast.member, event=event, dates=weeks(event, 1, 2))
    rows = list(series.events.all())
    assert len(rows) == 3
    assert {row.starts_at.astimezone(row.zone).time() for row in rows} == {
        event.starts_at.astimezone(event.zone).time()
    }
    for row in rows[1:]:
        assert row.booking is not None
        assert (row.published_at is not None, row.questions.count(), row.quotas.get().most) == (True, 1, 4)
        assert [part.starts_at for part in row.programme.all()] == [row.starts_at]
        assert sorted(row.people.values_list("part", flat=True)) == ["host", "organiser"]


def test_all_dates_or_none(cast: Cast) -> None:
    event = held(cast)
    assert event.booking is not None
    space = event.booking.places.get().space
    assert [
        each.reason for each in actions.try_again(by=cast.member, event=event, dates=weeks(event, 1, 2))
    ] == ["", ""]
    day = weeks(event, 2)[0]
    start, end = (spaces.at(cast.helsinki, day, clock) for clock in ("13:00", "15:00"))
    actions.plan_event(by=cast.colleague, wish=replace(make.wish(space=space), start=start, end=end))
    tried = actions.try_again(by=cast.member, event=event, dates=weeks(event, 1, 2))
    assert [each.reason != "" for each in tried] == [False, True]
    before = (Event.objects.count(), Booking.objects.count())
    with pytest.raises(Conflict, match=f"{day.day}.{day.month}.{day.year}"):
        actions.repeat_event(by=cast.member, event=event, dates=weeks(event, 1, 2))
    with pytest.raises(Invalid):
        actions.repeat_event(by=cast.member, event=event, dates=[])
    assert (Event.objects.count(), Booking.objects.count()) == before


def test_this_and_the_following_move_together_or_not_at_all(cast: Cast) -> None:
    event = held(cast)
    actions.repeat_event(by=cast.member, event=event, dates=weeks(event, 1, 2))
    first, second, third = Event.objects.order_by("starts_at")
    wish = queries.wish_of(second)
    later = make.wish(space=wish.space, start="16:00", end="18:00", title="Toisin", places=10)
    day = second.starts_at.astimezone(second.zone).date()
    moved = {
        "start": spaces.at(cast.helsinki, day, "16:00"), "end": spaces.at(cast.helsinki, day, "18:00"), "series": second.series
    }  # fmt: skip
    count = actions.change_events(
        by=cast.member, event=second, wish=replace(later, **moved), scope=Scope.FOLLOWING
    )
    assert count == 2
    hours = [row.starts_at.astimezone(row.zone).hour for row in Event.objects.order_by("starts_at")]
    assert hours == [first.starts_at.astimezone(first.zone).hour, 16, 16]
    assert [row.booking.starts_at == row.starts_at for row in Event.objects.all() if row.booking] == [
        True
    ] * 3
    actions.cancel_events(by=cast.member, event=second, reason="Ei puhujaa", scope=Scope.ALL)
    assert Event.objects.filter(cancelled_at=None).count() == 0
    third.refresh_from_db()
    assert third.reason == "Ei puhujaa"


def test_registration_of_a_series_that_is_moved_closes_as_each_begins(cast: Cast) -> None:
    event = held(cast)
    actions.repeat_event(by=cast.member, event=event, dates=weeks(event, 1, 2))
    first, second, _third = Event.objects.order_by("starts_at")
    wish, step = queries.wish_of(second), timedelta(hours=2)
    wish = replace(wish, start=wish.start + step, end=wish.end + step)
    actions.change_events(by=cast.member, event=second, wish=wish, scope=Scope.FOLLOWING)
    rows = list(Event.objects.order_by("starts_at"))
    assert [row.closes_at for row in rows] == [row.starts_at for row in rows]
    assert (rows[0].starts_at, rows[1].starts_at) == (first.starts_at, second.starts_at + step)


def test_the_page_of_a_series_shows_dates_and_makes_those_chosen(cast: Cast) -> None:
    event, client = held(cast), signed_in(cast.member)
    address = f"/en/events/{event.pk}/series/"
    page = body(client.post(address, {"frequency": "weekly", "interval": "1", "count": "3"}))
    shown = re.findall(r'name="dates" value="([\d-]+)"', page)
    assert shown == [day.isoformat() for day in weeks(event, 1, 2, 3)]
    assert Event.objects.count() == 1
    wanted = {
        "frequency": "weekly",
        "interval": "1",
        "count": "3",
        "dates": shown[:2],
        "make": "1",
        "key": "k",
    }
    for _twice in range(2):
        assert client.post(address, wanted).status_code == 303
    assert Event.objects.count() == 3
    assert "This and the following events" in body(client.get(f"/en/events/{event.pk}/change/"))


def test_a_template_fills_in_everything_but_the_day(cast: Cast) -> None:
    event, client = (
        held(cast, title="Malli", online_link="https://kokous.example/salainen", virtual_places=5),
        signed_in(cast.member),
    )
    assert client.post(f"/en/events/{event.pk}/template/", {"name": "Pajamalli"}).status_code == 303
    row = EventTemplate.objects.get()
    assert "Pajamalli" in body(client.get("/en/events/mine/"))
    other = signed_in(cast.outsider)
    assert "Pajamalli" not in body(other.get("/en/events/mine/"))
    assert "Malli" not in body(other.get(f"/en/events/new/?like={event.pk}"))
    EventTemplate.objects.update(is_for_all=True)
    page = body(other.get(f"/en/events/new/?like={event.pk}"))
    assert ('value="Malli"' in page, "salainen" in page) == (True, False)
    answer = other.post("/en/events/new/", given(cast, title="Uusi", like=event.pk))
    assert answer.status_code == 303, body(answer)
    made = Event.objects.get(title="Uusi")
    assert (made.questions.count(), made.quotas.count(), made.programme.count()) == (1, 1, 1)
    assert other.post(f"/en/events/templates/{row.pk}/removal/").status_code == 403
    assert client.post(f"/en/events/templates/{row.pk}/removal/").status_code == 303


def test_kinds_themes_and_seasons_are_kept_by_those_who_run_the_lab(cast: Cast) -> None:
    client, stranger = signed_in(cast.manager), signed_in(cast.member)
    kind = {
        "name_fi": "Kävelykokous",
        "minutes": "45",
        "places": "6",
        "allocation": "queue",
        "audience": "members",
    }
    assert stranger.post("/en/kinds/new/", kind).status_code == 404
    assert client.post("/en/kinds/new/", kind).status_code == 303
    row = EventKind.objects.get(slug="kavelykokous")
    assert "Kävelykokous" in body(stranger.get("/en/events/new/"))
    assert client.post(f"/en/kinds/{row.slug}/change/", {**kind, "is_retired": "on"}).status_code == 303
    assert "Kävelykokous" not in body(stranger.get("/en/events/new/"))
    assert client.post("/en/kinds/new/", {**kind, "minutes": "1"}).status_code == 422
    assert client.post("/en/themes/new/", {"name_fi": "New"}).status_code == 303
    assert Theme.objects.get(name_fi="New").slug == "new-2"
    days = {"starts_on": today().isoformat(), "ends_on": (today() + timedelta(days=60)).isoformat()}
    assert client.post("/en/seasons/new/", {"name_fi": "Kevät", **days}).status_code == 303
    assert (
        client.post(
            "/en/seasons/new/",
            {"name_fi": "Takaperin", "starts_on": days["ends_on"], "ends_on": days["starts_on"]},
        ).status_code
        == 422
    )
    season, theme = Season.objects.get(), Theme.objects.get(name_fi="New")
    rows = {
        "form-TOTAL_FORMS": 1,
        "form-INITIAL_FORMS": 0,
        "form-0-theme": theme.pk,
        "form-0-owner": cast.member.email,
        "form-0-wish": "Kysely",
    }
    assert client.post(f"/en/seasons/{season.slug}/plan/", rows).status_code == 303
    assert [(str(row.theme), row.owner, row.wish) for row in season.plan.all()] == [
        ("New", cast.member, "Kysely")
    ]
