"""A campaign is launched at an event, also at somebody else's: the two pages lead to each other, as far as one sees them."""

from datetime import timedelta

import pytest
from django.test import Client

from fiksummin.core.time import now
from fiksummin.events.models import Event
from fiksummin.ideas.models import Campaign
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events
from tests.factories import ideas as make

pytestmark = pytest.mark.django_db


def words(event: int | str) -> dict[str, object]:
    return {
        "title_fi": "Messujen kysymys", "title_sv": "Mässans fråga", "question_fi": "Mitä?", "question_sv": "Vad?",
        "audience": "public", "promise_days": 10, "weighing": "support", "approve_most": 3, "born_at": event,
    }  # fmt: skip


def test_the_two_pages_lead_to_each_other(cast: Cast) -> None:
    fair = events.event(
        cast.facilitator, audience="public", title="Messut muualla", places=0, kind="external-fair",
        outside_link="https://messut.example/",
    )  # fmt: skip
    page = signed_in(cast.facilitator).get(f"/en/events/{fair.pk}/").content.decode()
    assert f'href="/en/campaigns/new/?event={fair.pk}"' in page
    form = signed_in(cast.facilitator).get(f"/en/campaigns/new/?event={fair.pk}").context["form"]
    assert form["born_at"].value() == fair.pk
    body = cast.facilitator.organisation_id
    told = signed_in(cast.facilitator).post(
        "/en/campaigns/new/", words(fair.pk) | {"organisation": body, "owner": cast.facilitator.pk}
    )
    assert told.status_code == 303, told.content.decode()
    campaign = Campaign.objects.get(born_at=fair)
    assert f"/en/events/{fair.pk}/" in Client().get(f"/en/campaigns/{campaign.slug}/").content.decode()
    assert f"/en/campaigns/{campaign.slug}/" in Client().get(f"/en/events/{fair.pk}/").content.decode()


def test_a_change_keeps_the_event_and_can_take_it_away(cast: Cast) -> None:
    event = events.event(cast.facilitator, audience="public")
    campaign = make.campaign(cast.facilitator, born_at=event)
    browser = signed_in(cast.facilitator)
    form = browser.get(f"/en/campaigns/{campaign.slug}/change/").context["form"]
    assert form["born_at"].value() == event.pk
    body = cast.facilitator.organisation_id
    browser.post(
        f"/en/campaigns/{campaign.slug}/change/",
        words("") | {"organisation": body, "owner": cast.facilitator.pk},
    )
    campaign.refresh_from_db()
    assert (campaign.born_at, campaign.title_fi) == (None, "Messujen kysymys")


def test_what_one_does_not_see_is_not_told(cast: Cast) -> None:
    hidden = events.event(cast.facilitator, audience="invited", title="Salainen messu")
    campaign = make.campaign(cast.facilitator, born_at=hidden, audience="public")
    page = signed_in(cast.outsider).get(f"/en/campaigns/{campaign.slug}/").content.decode()
    assert "Salainen messu" not in page
    open_one = events.event(cast.facilitator, audience="public")
    closed = make.campaign(cast.facilitator, born_at=open_one, audience="members")
    assert f"/campaigns/{closed.slug}/" not in Client().get(f"/en/events/{open_one.pk}/").content.decode()


def test_an_event_that_one_does_not_see_or_that_is_long_past_is_no_choice(cast: Cast) -> None:
    past = events.event(cast.facilitator, audience="public")
    Event.objects.filter(pk=past.pk).update(
        starts_at=now() - timedelta(days=90), ends_at=now() - timedelta(days=90, hours=-2)
    )
    body = cast.facilitator.organisation_id
    for number in (past.pk, 10**12, "x"):
        given = words(number) | {"organisation": body}
        answer = signed_in(cast.facilitator).post("/en/campaigns/new/", given)
        assert answer.status_code == 422
        assert "Messujen kysymys" in answer.content.decode()
