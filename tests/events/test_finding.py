"""Finding events: the same wishes for the page, for programs and for calendars, exact on both engines."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client

from fiksummin.core.time import now, today
from fiksummin.events import actions
from fiksummin.events.models import Event, Speaker, Theme, Wording
from fiksummin.events.queries import around, rows
from fiksummin.events.queries.finding import Finding
from fiksummin.events.queries.pages import events_between
from fiksummin.events.queries.today import start_page
from tests.cast import Cast
from tests.factories import events as make
from tests.factories import people, spaces

pytestmark = pytest.mark.django_db


def found(client: Client, **asked: str) -> list[str]:
    answer = client.get(f"/fi/events/?{urlencode(asked)}")
    assert answer.status_code == 200, answer.context["form"].errors
    return [event.title for event in answer.context["events"]]


@pytest.fixture
def theme(db: None) -> Theme:
    return Theme.objects.create(slug="arki", name_fi="Arjen äly", name_sv="Vardag", name_en="Daily")


def test_the_address_says_what_is_looked_for(cast: Cast, client: Client, theme: Theme) -> None:
    hall = spaces.space(cast.helsinki, kind="hall", seats=40)
    make.event(
        cast.member, title="Paja", space=hall, audience=make.PUBLIC, theme=theme, spoken=("sv",), places=5,
        tags=("kokeilu",), dimensions=("social", "mental"),
    )  # fmt: skip
    make.event(
        cast.member, title="Etänä", kind="theme-lunch", audience=make.PUBLIC, places=0, virtual_places=5,
        place="", online_link="https://kokous.example/x", after=20,
    )  # fmt: skip
    both = ["Paja", "Etänä"]
    assert found(client) == both
    assert found(client, kind="workshop") == found(client, site=cast.helsinki.slug) == ["Paja"]
    assert found(client, theme="arki") == found(client, language="sv") == ["Paja"]
    assert found(client, language="fi") == found(client, mode="virtual") == ["Etänä"]
    assert found(client, mode="on_site") == found(client, tag="kokeilu") == ["Paja"]
    assert found(client, language="en") == found(client, dimension="virtual") == []
    assert found(client, dimension="social") == ["Paja"]
    assert "Paja" in client.get("/fi/events/rss/?dimension=mental").content.decode()
    assert "Paja" not in client.get("/fi/events/rss/?dimension=virtual").content.decode()
    day = today() + timedelta(days=15)
    assert found(client, **{"from": day.isoformat()}) == ["Etänä"]
    assert found(client, to=day.isoformat()) == ["Paja"]
    assert found(client, free="on") == both


def test_words_are_found_whatever_their_case_on_both_engines(
    cast: Cast, client: Client, theme: Theme
) -> None:
    make.event(
        cast.member, title="ÄLYKÄS kokeilutyöpaja", text="Työtä ja 100 % iloa_", theme=theme,
        audience=make.PUBLIC, places=5,
    )  # fmt: skip
    for words in ("älykäs", "Työpaja", "arjen ÄLY", "vardag", "100 %", "iloa_", "KOKEILU iloa"):
        assert found(client, q=words) == ["ÄLYKÄS kokeilutyöpaja"], words
    for words in ("alykas", "iloax", "100_", "työpaja puuttuu"):
        assert found(client, q=words) == [], words


def test_speakers_are_found_by_their_consent_alone(cast: Cast, client: Client) -> None:
    event = make.event(cast.member, title="Puhe", audience=make.PUBLIC, places=5)
    speaker = Speaker.objects.create(event=event, name="Kanaria Puhuja", topic="Luottamus")
    actions.keep_wording(event=event.pk)
    assert found(client, q="kanaria") == found(client, q="luottamus") == []
    Speaker.objects.filter(pk=speaker.pk).update(consents=True)
    assert actions.look_over_wordings(at=now()) == 1
    assert found(client, q="kanaria") == found(client, q="luottamus") == ["Puhe"]
    assert actions.look_over_wordings(at=now()) == 0


def test_words_follow_every_change(cast: Cast) -> None:
    event = make.event(cast.member, title="Vanha", places=5)
    actions.change_event(by=cast.member, event=event, wish=make.wish(title="Uusi", places=5))
    assert Wording.objects.get(event=event).text.startswith("uusi")
    Wording.objects.all().delete()
    assert actions.look_over_wordings(at=now()) == 1


def test_nobody_finds_what_is_not_for_her(cast: Cast, client: Client) -> None:
    make.event(cast.member, title="Kanaria", places=5, audience="invited")
    make.event(cast.member, title="Kanarialuonnos", places=5, audience=make.PUBLIC, publish=False)
    assert found(client, q="kanaria") == []
    client.force_login(cast.colleague)
    assert found(client, q="kanaria") == []
    client.force_login(cast.member)
    assert found(client, q="kanaria") == ["Kanaria"]  # a draft is not on yet, not even for its organiser


def test_themes_of_hidden_events_are_not_offered(cast: Cast, client: Client, theme: Theme) -> None:
    make.event(cast.member, theme=theme, audience="invited", places=5)
    assert "Arjen äly" not in client.get("/fi/events/").content.decode()
    make.event(cast.member, theme=theme, audience=make.PUBLIC, places=5)
    assert "Arjen äly" in client.get("/fi/events/").content.decode()


def test_my_sites_are_those_where_i_come(cast: Cast, client: Client) -> None:
    other = spaces.site("muualla", name_fi="Muualla")
    for site, title in ((cast.helsinki, "Täällä"), (other, "Siellä")):
        make.event(cast.owner, title=title, space=spaces.space(site, seats=9), audience=make.PUBLIC, places=5)
    client.force_login(cast.member)
    assert found(client, near="on") == ["Täällä", "Siellä"]  # nothing is known: nothing is left out
    spaces.visit(cast.member, cast.helsinki)
    near = around.choices_for(cast.member, now()).near
    assert [slug for slug, _name in near] == [cast.helsinki.slug]
    assert found(client, near="on") == ["Täällä"]
    assert "near=on" in client.get("/fi/events/").context["this_week"]
    client.logout()
    assert found(client, near="on") == ["Täällä", "Siellä"]


def test_what_cannot_be_read_is_refused_in_words(cast: Cast, client: Client) -> None:
    make.event(cast.member, audience=make.PUBLIC, places=5)
    for asked in ("kind=olematon", "from=eilen", "from=2026-12-02&to=2026-12-01", "q=" + "a" * 101, "q=%00"):
        answer = client.get(f"/fi/events/?{asked}")
        assert (answer.status_code, answer.context["events"]) == (422, []), asked
        assert answer.context["form"].errors
        assert client.get(f"/fi/events/months/2026-12/?{asked}").status_code in {200, 422}


def test_free_means_that_one_can_register_and_gets_a_place(cast: Cast) -> None:
    full = make.event(cast.member, places=1)
    make.registration(cast.colleague, full)
    make.event(cast.member, places=3, opens_at=now() + timedelta(days=1))
    free = make.event(cast.member, places=1)
    assert rows.found_for(cast.member, Finding(free=True), now()).ids == (free.pk,)
    assert Event.objects.count() == 3


def test_no_free_place_is_told_of_to_whoever_may_not_take_part(cast: Cast) -> None:
    body = people.organisation()
    event = make.event(
        cast.member, space=spaces.space(cast.helsinki), audience="organisation", audience_organisation=body
    )
    wanted = Finding(free=True)
    day = event.starts_at - timedelta(days=1), event.ends_at
    for person, is_told in ((cast.host, False), (cast.owner, False), (cast.member, True)):
        assert rows.found_for(person, Finding(), now()).ids == (event.pk,)
        assert bool(rows.found_for(person, wanted, now()).ids) is is_told
        assert events_between(person, wanted, *day, now()).exists() is is_told
        assert bool(start_page(person, now()).free) is is_told


def test_free_online_means_that_the_free_places_are_online(cast: Cast) -> None:
    full_here = make.event(cast.member, places=1, virtual_places=3)
    make.registration(cast.colleague, full_here)
    full_there = make.event(cast.member, places=3, virtual_places=1)
    make.registration(cast.colleague, full_there, mode="virtual")
    make.event(cast.member, places=3)
    for mode, event in (("on_site", full_there), ("virtual", full_here)):
        both = Finding(mode=mode, free=True)
        ids = rows.found_for(cast.member, both, now()).ids
        assert (event.pk in ids, full_here.pk in ids and full_there.pk in ids) == (True, False)
    assert len(rows.found_for(cast.member, Finding(mode="virtual"), now()).ids) == 2
