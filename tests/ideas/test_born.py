"""An idea is born at an event, or of what somebody took away: from any outcome one walks back to it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from fiksummin.events import actions as events
from fiksummin.events.choices import Audience as ForWhom
from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models import EventOnTrail, TakeawayOnTrail
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import Idea
from fiksummin.trail.queries import ancestors, contributors, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories.ideas import campaign, idea

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_from_an_idea_back_to_the_event(cast: Cast) -> None:
    event = make.event(cast.owner, audience=ForWhom.PUBLIC)
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    one, two = (idea(cast.member, asked, born_at=event) for _n in range(2))
    node = EventOnTrail.objects.get().node
    assert node.pk in ancestors([one.node_id]) & ancestors([two.node_id])
    assert cast.owner in contributors([one.node_id])
    assert "event" in [step.node.kind for step in story(one.node, cast.member)]
    client = signed_in(cast.colleague)
    assert event.title in client.get(f"/en/ideas/{one.pk}/").text
    assert one.title in client.get(f"/en/trail/event/{event.pk}/").text


def test_what_was_taken_away_goes_on_to_an_idea_on_the_pages(cast: Cast) -> None:
    event = make.event(cast.owner, audience=ForWhom.PUBLIC)
    make.registration(cast.colleague, event)
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    with time_machine.travel(event.ends_at + timedelta(hours=1)):
        told = events.tell_takeaway(
            by=cast.colleague, event=event, wish=TakeawayWish(text="Voisiko tämän tehdä meilläkin?")
        )
    with time_machine.travel(event.ends_at + timedelta(hours=2)):
        events.publish_digest(by=cast.owner, event=event)
        client = signed_in(cast.member)
        assert f"?takeaway={told.pk}" in client.get(f"/en/events/{event.pk}/takeaways/").text
        for path in (
            "/en/campaigns/",
            f"/en/campaigns/{asked.slug}/",
            f"/en/campaigns/{asked.slug}/ideas/new/",
        ):
            assert told.text in client.get(f"{path}?takeaway={told.pk}").text
        sent = {"title": "Kokeillaan", "text": "Tehdään sama", "perspective": "use_of_ict", "language": "fi"}
        path = f"/en/campaigns/{asked.slug}/ideas/new/?takeaway={told.pk}"
        assert client.post(path, sent).status_code == 303
        born = Idea.objects.get()
        assert born.born_at == event
        kinds = [step.node.kind for step in story(born.node, cast.member)]
        assert {"event", "takeaway", "idea"} <= set(kinds)
        assert kinds.index("event") < kinds.index("takeaway") < kinds.index("idea")
        events.withdraw_takeaway(by=cast.colleague, takeaway=told)
        assert not TakeawayOnTrail.objects.exists()
        assert "takeaway" not in [step.node.kind for step in story(born.node, cast.member)]


def test_an_open_question_goes_on_to_an_idea(cast: Cast) -> None:
    event = make.event(cast.owner, audience=ForWhom.PUBLIC)
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    with time_machine.travel(event.ends_at + timedelta(hours=2)):
        for kind, text in ((OutcomeKind.QUESTION, "Kuka kokoaa opit?"), (OutcomeKind.DECISION, "Jatkamme")):
            events.add_outcome(by=cast.owner, event=event, kind=kind, text=text)
        question, decision = event.outcomes.get(kind="question"), event.outcomes.get(kind="decision")
        page, client = f"/en/events/{event.pk}/takeaways/", signed_in(cast.member)
        new = f"/en/campaigns/{asked.slug}/ideas/new/?question={question.pk}"
        assert question.text not in client.get(new).text, "it is not out yet"
        events.publish_digest(by=cast.owner, event=event)
        assert f"?question={question.pk}" in client.get(page).text
        assert f"?question={decision.pk}" not in client.get(page).text
        assert "?question=" not in Client().get(page).text
        assert f">\n{question.text}" in client.get(new).text
        assert decision.text not in client.get(new.replace(str(question.pk), str(decision.pk))).text
        sent = {"title": "Kokeillaan", "text": "Kootaan", "perspective": "use_of_ict", "language": "fi"}
        assert client.post(new, sent).status_code == 303
    assert Idea.objects.get().born_at == event


def test_nobody_names_what_she_may_not_see(cast: Cast) -> None:
    hidden = make.event(cast.owner, audience=ForWhom.INVITED, title="kanaria-tapahtuma")
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    client = signed_in(cast.member)
    for query in (f"event={hidden.pk}", "event=x", "takeaway=999999", "event=9999999999999999999"):
        page = client.get(f"/en/campaigns/{asked.slug}/ideas/new/?{query}")
        assert page.status_code == 200
        assert "kanaria" not in page.text
    born = idea(cast.owner, asked, born_at=hidden)
    assert "kanaria" not in client.get(f"/en/ideas/{born.pk}/").text
    assert "kanaria" not in client.get(f"/en/trail/idea/{born.pk}/").text
    assert client.get(f"/en/trail/event/{hidden.pk}/").status_code == 404
