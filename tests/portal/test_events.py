"""Today's panel of events: mine, what still has places, what I must see to; the next public ones where everybody reads."""

from datetime import timedelta

import pytest
from django.test import Client

from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.portal import panels
from fiksummin.site.models import HomePage
from tests.cast import Cast
from tests.factories import events as make
from tests.factories import spaces

pytestmark = pytest.mark.django_db


def seen(person: object) -> tuple[list[str], list[str], list[str]]:
    page = panels.today(person, now())  # type: ignore[arg-type]  # one of the cast
    ours = page["events"]
    told = [row.text for row in panels.of_events(ours)]
    return [row.event.title for row in ours.mine], [event.title for event in ours.free], told


def test_mine_come_first_and_what_is_full_or_hidden_is_not_offered(cast: Cast) -> None:
    mine = make.event(cast.owner, title="Oma", places=5)
    make.registration(cast.member, mine)
    full = make.event(cast.owner, title="Täysi", places=1)
    make.registration(cast.colleague, full)
    make.event(cast.owner, title="Vapaa", places=5)
    make.event(cast.owner, title="Kanaria", places=5, audience="invited")
    make.event(cast.owner, title="Kanarialuonnos", places=5, publish=False)
    make.event(cast.owner, title="Kaukana", places=5, after=30)
    assert seen(cast.member) == (["Oma"], ["Vapaa"], [])
    assert seen(cast.member) == (["Oma"], ["Vapaa"], [])  # asked again, by the question that is kept
    assert "Kanaria" in seen(cast.owner)[1]


def test_who_loses_her_part_sees_no_more_what_went_with_it(cast: Cast) -> None:
    make.event(cast.owner, title="Hallinnon oma", places=5, audience="state")
    member = cast.member
    assert seen(member)[1] == ["Hallinnon oma"]
    member.organisation = cast.partner.organisation
    assert seen(member)[1] == []


def test_a_held_place_and_untold_takeaways_wait_for_me(cast: Cast) -> None:
    event = make.event(cast.owner, title="Vierailu", places=1, offer_hours=48)
    first = make.registration(cast.colleague, event)
    make.registration(cast.member, event)
    actions.cancel_registration(by=cast.colleague, registration=first)
    assert seen(cast.member)[2] == ["Sinulle varattu paikka odottaa vastausta: Vierailu"]
    held = make.event(cast.member, title="Pidetty", places=5)
    make.registration(cast.colleague, held)
    Event.objects.filter(pk=held.pk).update(
        starts_at=now() - timedelta(days=3), ends_at=now() - timedelta(days=2)
    )
    assert seen(cast.member)[2][1:] == ["Tuliaisia ei ole vielä julkaistu: Pidetty"]
    assert seen(cast.colleague)[2] == []


def test_the_public_reads_the_next_public_events_on_the_front_page_and_on_the_site_s(
    cast: Cast, client: Client
) -> None:
    hall = spaces.space(cast.helsinki, seats=20)
    public = make.event(cast.owner, title="Avoin paja", audience=make.PUBLIC, places=5, space=hall)
    make.event(cast.owner, title="Kanaria", places=5, space=hall, after=9)
    make.event(cast.owner, title="Muualla", audience=make.PUBLIC, places=5)
    home = HomePage.objects.get(locale__language_code="fi").get_url()
    for reader in (None, cast.owner):
        if reader:
            client.force_login(reader)
        for address, others in ((home, True), (f"/fi/sites/{cast.helsinki.slug}/", False)):
            text = client.get(address).text
            assert ("Avoin paja" in text, "Muualla" in text, "Kanaria" in text) == (True, others, False)
    actions.cancel_event(by=cast.owner, event=public, reason="Peruttu")
    assert "Avoin paja" not in client.get(f"/fi/sites/{cast.helsinki.slug}/").text


def test_the_map_for_search_engines_has_public_events_and_no_others(cast: Cast, client: Client) -> None:
    public = make.event(cast.owner, audience=make.PUBLIC, places=5)
    hidden = make.event(cast.owner, places=5)
    draft = make.event(cast.owner, audience=make.PUBLIC, places=5, publish=False)
    text = client.get("/sitemap.xml").text
    assert [f"/fi/events/{event.pk}/<" in text for event in (public, hidden, draft)] == [True, False, False]
