"""A theme gathers its events, a season its themes; an event is told of elsewhere by a text and a poster."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.core.time import now
from fiksummin.events import actions, sharing
from fiksummin.events.models import Event, PlannedTheme, Season, Speaker, Theme
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme(db: None) -> Theme:
    return Theme.objects.create(slug="arki", name_fi="Arjen äly", about_fi="Pieniä parannuksia.")


@pytest.fixture
def season(db: None) -> Season:
    return Season.objects.create(
        slug="talvi", name_fi="Talvi", starts_on=date(2026, 12, 1), ends_on=date(2027, 2, 28)
    )


def test_a_theme_gathers_what_comes_and_what_was(cast: Cast, client: Client, theme: Theme) -> None:
    make.event(cast.member, title="Tuleva", audience=make.PUBLIC, places=5, theme=theme)
    old = make.event(cast.member, title="Mennyt", audience=make.PUBLIC, places=5, theme=theme)
    Event.objects.filter(pk=old.pk).update(
        starts_at=now() - timedelta(days=400), ends_at=now() - timedelta(days=399)
    )
    make.event(cast.member, title="Kanaria", places=5, theme=theme)
    make.event(
        cast.member, title="Kanarialuonnos", audience=make.PUBLIC, places=5, theme=theme, publish=False
    )
    context = client.get("/fi/themes/arki/").context
    assert ("Tuleva" in context["ahead"], "Mennyt" in context["behind"]) == (True, True)
    assert "Kanaria" not in context["ahead"] + context["behind"]
    [row] = client.get("/fi/themes/").context["themes"]
    assert (row, row.all, row.ahead) == (theme, 2, 1)
    client.force_login(cast.colleague)
    assert "Kanaria<" in client.get("/fi/themes/arki/").context["ahead"]


def test_a_theme_that_nobody_may_see_is_not_there(cast: Cast, client: Client, theme: Theme) -> None:
    assert client.get("/fi/themes/arki/").status_code == 404
    make.event(cast.member, places=5, theme=theme, audience="invited")
    assert client.get("/fi/themes/arki/").status_code == 404
    assert list(client.get("/fi/themes/").context["themes"]) == []


def test_a_season_shows_the_themes_of_what_is_seen(
    cast: Cast, client: Client, theme: Theme, season: Season
) -> None:
    hidden = Theme.objects.create(slug="salassa", name_fi="Kanariateema")
    for planned in (theme, hidden):
        PlannedTheme.objects.create(season=season, theme=planned, wish="Kanariatoive")
    assert client.get("/fi/seasons/talvi/").status_code == 404
    make.event(cast.member, title="Paja", audience=make.PUBLIC, places=5, theme=theme, season=season)
    make.event(cast.member, title="Suljettu", audience="invited", places=5, theme=hidden, season=season)
    answer = client.get("/fi/seasons/talvi/")
    assert list(answer.context["themes"]) == [theme]
    assert "Paja" in answer.context["ahead"]
    assert "anaria" not in answer.text
    assert "Suljettu" not in answer.text


def test_members_read_what_a_season_plans_and_which_idea_asked_for_it(
    cast: Cast, client: Client, theme: Theme, season: Season
) -> None:
    idea = "https://lab.example/fi/ideas/12/"
    PlannedTheme.objects.create(season=season, theme=theme, owner=cast.host, wish=f"Kanariatoive: {idea} <b>")
    make.event(cast.member, audience=make.PUBLIC, places=5, theme=theme, season=season)
    page = signed_in(cast.colleague).get("/fi/seasons/talvi/").text
    assert "Helmi Hostila" in page
    assert f'Kanariatoive: <a href="{idea}" rel="nofollow">' in page
    assert "&lt;b&gt;" in page
    for reader in (client, signed_in(cast.guest)):
        answer = reader.get("/fi/seasons/talvi/").text
        assert "anariatoive" not in answer
        assert "Hostila" not in answer


def test_the_text_to_send_on_is_in_the_language_of_the_event(cast: Cast, client: Client) -> None:
    event = make.event(
        cast.member, title="Kokeilupaja", summary="Tule mukaan.", language="sv", audience=make.PUBLIC,
        places=5, place="Storgatan 1", tags=("kokeileva työ", "työ2.0"),
    )  # fmt: skip
    Event.objects.filter(pk=event.pk).update(
        starts_at=datetime(2026, 12, 8, 7, tzinfo=UTC), ends_at=datetime(2026, 12, 8, 13, tzinfo=UTC)
    )
    event.refresh_from_db()
    expected = [
        "Kokeilupaja",
        "Tisdag 8.12.2026 kl. 9–15, Storgatan 1",
        "Tule mukaan.",
        f"{settings.BASE_URL}/sv/events/{event.pk}/",
        "#Työ2.0 #kokeilevatyö",
    ]
    assert sharing.text_of(event).splitlines() == expected
    assert "Kokeilupaja\nTisdag 8.12.2026" in client.get(f"/fi/events/{event.pk}/").text


def test_what_is_cancelled_or_a_draft_is_not_sent_on(cast: Cast, client: Client) -> None:
    event = make.event(cast.member, audience=make.PUBLIC, places=5)
    actions.cancel_event(by=cast.member, event=event, reason="Peruttu")
    assert client.get(f"/fi/events/{event.pk}/").context["share"] == ""


def test_a_poster_is_in_the_language_of_the_event_and_leads_to_its_page(cast: Cast, client: Client) -> None:
    event = make.event(
        cast.member, title="Öppet hus", language="sv", audience=make.PUBLIC, places=5, virtual_places=5,
        online_link="https://kokous.example/kanaria-linkki",
    )  # fmt: skip
    Speaker.objects.create(event=event, name="Kanaria Puhuja")
    Speaker.objects.create(event=event, name="Siiri Puhuja", consents=True)
    page = client.get(f"/fi/events/{event.pk}/poster/").text
    assert '<article class="poster" lang="sv"' in page
    assert "Läs mer och anmäl dig" in page
    assert f"{settings.BASE_URL}/sv/events/{event.pk}/" in page
    assert "<svg" in page
    assert "Siiri Puhuja" in page
    assert "anaria" not in page
