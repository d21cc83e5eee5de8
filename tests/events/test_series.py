"""The page of a series: its events, what came of them, which organisations came; nothing of what a reader may not see."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from fiksummin.events import actions
from fiksummin.events.models import Event, EventSeries, Registration, Theme
from fiksummin.events.queries.series import who_came
from fiksummin.people.models import Organisation
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(db: None) -> EventSeries:
    return EventSeries.objects.create(title="Uudistuva työ")


@pytest.fixture
def theme(db: None) -> Theme:
    return Theme.objects.create(slug="arki", name_fi="Arjen äly")


def come(event: Event, body: Organisation, number: int) -> None:
    """So many people of an organisation came."""
    for _one in range(number):
        row = make.registration(people.person(organisation=body), event)
        Registration.objects.filter(pk=row.pk).update(arrived=1)


def test_the_page_gathers_events_results_and_who_came(
    cast: Cast, client: Client, series: EventSeries, theme: Theme
) -> None:
    first = make.event(
        cast.member, title="Osa 1", audience=make.PUBLIC, places=40, series=series, theme=theme
    )
    later = make.event(cast.member, title="Osa 2", audience=make.PUBLIC, places=40, series=series, after=20)
    members = make.event(cast.member, title="Vain jäsenille", places=40, series=series, after=15)
    many, few = (
        people.organisation(name_fi=name, name_en=name) for name in ("Suuri virasto", "Pieni virasto")
    )
    come(first, many, 7)
    come(first, few, 4)
    come(members, few, 3)
    page = f"/en/events/series/{series.pk}/"
    assert page in client.get(f"/en/events/{first.pk}/").content.decode()
    with time_machine.travel(first.ends_at + timedelta(hours=1), tick=False):
        actions.add_outcome(by=cast.member, event=first, kind="decision", text="Kokeillaan etäjonoa")
        early = client.get(page).content.decode()
        assert "Kokeillaan" not in early, "the takeaways are not out"
        actions.publish_digest(by=cast.member, event=first)
        for address in (page, f"/en/themes/{theme.slug}/"):
            read = client.get(address).content.decode()
            assert f"/en/events/{first.pk}/takeaways/" in read
            assert "Kokeillaan etäjonoa" in read
        shown = client.get(page).content.decode()
        assert ("Osa 1" in shown, "Osa 2" in shown, "Vain jäsenille" in shown) == (True, True, False)
        assert ("Suuri virasto" in shown, "at least 5" in shown, "Pieni virasto" in shown) == (
            True,
            True,
            False,
        )
        body = program_of(cast.member).get(f"events/series/{series.pk}").json()
        assert body["attendance"] == [
            {"organisation": "Pieni virasto", "at_least": 5}, {"organisation": "Suuri virasto", "at_least": 5},
        ]  # fmt: skip
        assert [row["id"] for row in body["coming"]] == [members.pk, later.pk]
        assert ([row["id"] for row in body["past"]], body["themes"]) == ([first.pk], ["arki"])
        assert program_of(cast.member).get(f"events/{first.pk}").json()["series"] == series.pk


def test_one_person_more_is_not_seen_by_looking_twice(cast: Cast, series: EventSeries) -> None:
    event = make.event(cast.member, audience=make.PUBLIC, places=40, series=series)
    body = people.organisation(name_fi="Suuri virasto", name_en="Suuri virasto")
    seen = []
    for _step in range(4):
        come(event, body, 2)
        seen.append([row.at_least for row in who_came(series, None)])
    assert seen == [[], [], [5], [5]]


def test_a_series_of_which_she_sees_nothing_is_not_there(
    cast: Cast, client: Client, series: EventSeries
) -> None:
    assert client.get(f"/fi/events/series/{series.pk}/").status_code == 404
    make.event(cast.member, series=series, publish=False)
    assert client.get(f"/fi/events/series/{series.pk}/").status_code == 404
    make.event(cast.member, series=series, after=12)
    assert client.get(f"/fi/events/series/{series.pk}/").status_code == 404
    assert program_of(cast.colleague).get(f"events/series/{series.pk}").status_code == 200
