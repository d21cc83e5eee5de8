"""The page of a series: its events, what came of them, which organisations came; nothing of what a reader may not see."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from fiksummin.core.errors import Invalid
from fiksummin.events import actions
from fiksummin.events.models import Event, EventSeries, Registration, Theme
from fiksummin.events.queries import wish_of
from fiksummin.events.queries.keeping import SeriesWish
from fiksummin.events.queries.series import who_came
from fiksummin.people.models import Organisation
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(cast: Cast) -> EventSeries:
    draft = make.event(cast.member, publish=False)
    return actions.make_series(by=cast.member, event=draft, wish=SeriesWish(name_fi="Uudistuva työ"))


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


def test_whoever_holds_an_event_says_what_its_series_is_about(
    cast: Cast, client: Client, theme: Theme
) -> None:
    first = make.event(cast.member, title="Osa 1", audience=make.PUBLIC)
    second = make.event(cast.member, title="Osa 2", audience=make.PUBLIC, after=20)
    client.force_login(cast.colleague)
    assert client.get(f"/fi/events/{first.pk}/series/new/").status_code == 404
    client.force_login(cast.member)
    assert 'value="Osa 1"' in client.get(f"/fi/events/{first.pk}/series/new/").content.decode()
    words = {"name_fi": "Työtavat uusiksi", "name_sv": "Nya arbetssätt", "about_sv": "Tre eftermiddagar."}
    refused = client.post(f"/fi/events/{first.pk}/series/new/", {**words, "name_fi": "x" * 151})
    assert (refused.status_code, "Tre eftermiddagar." in refused.content.decode()) == (422, True)
    made = client.post(f"/fi/events/{first.pk}/series/new/", {**words, "theme": theme.pk})
    series = EventSeries.objects.get()
    assert made.headers["Location"] == f"/fi/events/series/{series.pk}/"
    first.refresh_from_db()
    assert (first.series, first.theme) == (series, theme), "it has the theme that its series shares"
    assert client.get(f"/fi/events/{first.pk}/series/new/").status_code == 409
    actions.change_event(by=cast.member, event=second, wish=replace(wish_of(second), series=series))
    second.refresh_from_db()
    assert (second.series, second.theme) == (series, theme)
    shown = client.get(f"/sv/events/series/{series.pk}/").content.decode()
    assert ("Nya arbetssätt" in shown, "Tre eftermiddagar." in shown, "Osa 2" in shown) == (True, True, True)
    assert '<div class="prose" lang="sv">' in client.get(f"/fi/events/series/{series.pk}/").content.decode()
    assert f"/events/series/{series.pk}/change/" in shown
    other = Theme.objects.create(slug="toinen", name_fi="Toinen")
    page = f"/fi/events/series/{series.pk}/change/"
    assert client.post(page, {"name_fi": " "}).status_code == 422
    assert client.post(page, {"name_fi": "Työtavat", "theme": other.pk}).status_code == 303
    assert [event.theme for event in series.events.all()] == [other, other]
    client.force_login(cast.colleague)
    assert client.post(page, {"name_fi": "Minun"}).status_code == 404
    assert page not in client.get(f"/fi/events/series/{series.pk}/").content.decode()


def test_an_event_joins_a_series_of_which_one_is_hers(cast: Cast, series: EventSeries) -> None:
    make.event(cast.member, series=series)
    own = make.event(cast.colleague, after=20)
    with pytest.raises(Invalid) as refused:
        actions.change_event(by=cast.colleague, event=own, wish=replace(wish_of(own), series=series))
    assert refused.value.field == "series"
    with pytest.raises(Invalid):
        make.event(cast.colleague, after=30, series=series)


def test_an_event_held_again_names_its_series_in_each_of_its_languages(cast: Cast) -> None:
    event = make.event(cast.member, title="Frukost", language="sv", titles={"fi": "Aamiainen"})
    day = (event.starts_at + timedelta(days=7)).date()
    series = actions.repeat_event(by=cast.member, event=event, dates=[day])
    assert (series.name_fi, series.name_sv, series.events.count()) == ("Aamiainen", "Frukost", 2)


def test_programs_word_a_series(cast: Cast, theme: Theme) -> None:
    event = make.event(cast.member, title="Osa 1", audience=make.PUBLIC)
    hers, other = program_of(cast.member), program_of(cast.colleague)
    words = {"event": event.pk, "abouts": {"fi": "Kolme iltapäivää."}, "theme": theme.slug}
    assert other.post("events/series", words).status_code == 403
    assert other.post("events/series", {**words, "event": event.pk + 99}).status_code == 404
    first, again = (hers.post("events/series", words, key="sarja") for _one in range(2))
    assert (first.status_code, again.json()) == (201, first.json())
    made = first.json()
    assert (made["names"], made["about"], made["themes"]) == ({"fi": "Osa 1"}, "Kolme iltapäivää.", ["arki"])
    address = f"events/series/{made['id']}"
    assert first.headers["Location"].endswith(address)
    assert hers.post("events/series", words).status_code == 409
    changed = hers.patch(address, {"names": {"en": "Part one"}}).json()
    assert (changed["names"], changed["abouts"]) == ({"fi": "Osa 1", "en": "Part one"}, made["abouts"])
    for bad in ({"names": {"fi": "", "en": ""}}, {"names": {"xx": "a"}}, {"theme": "olematon"}, {"nimi": 1}):
        assert hers.patch(address, bad).status_code == 422
    assert other.patch(address, {"abouts": {"fi": "Minun"}}).status_code == 403
    second = make.event(cast.member, after=20)
    assert hers.patch(f"events/{second.pk}", {"series": made["id"]}).json()["series"] == made["id"]
    own = make.event(cast.colleague, after=30)
    assert other.patch(f"events/{own.pk}", {"series": made["id"]}).status_code == 422
    assert hers.patch(f"events/{second.pk}", {"series": None}).json()["series"] is None


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
