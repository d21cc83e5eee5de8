"""What came of an event stands on the trail: from a decision or a next step back to all who had a part."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from fiksummin.core.errors import Invalid
from fiksummin.core.time import now, today
from fiksummin.core.worker import drain
from fiksummin.events import actions
from fiksummin.events.models import Event, Outcome, OutcomeOnTrail
from fiksummin.events.queries.wishes import PlaceWish, TakeawayWish
from fiksummin.notifications.models import Notice
from fiksummin.trail import actions as trail
from fiksummin.trail.models import Node
from fiksummin.trail.queries import contributors, own_nodes, own_parts, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def event(cast: Cast) -> Event:
    """One of the owner's, at which the colleague and the outsider were."""
    event = make.event(cast.owner, after=-1, moment=now() - timedelta(days=5), audience=make.PUBLIC)
    for person in (cast.colleague, cast.outsider):
        place = PlaceWish(mode="on_site", person=person)
        actions.register(by=person, event=event, wish=place, at=event.opens_at + timedelta(hours=1))
    return event


def tell(cast: Cast, key: str, event: Event) -> None:
    actions.tell_takeaway(by=cast[key], event=event, wish=TakeawayWish(text=f"Oppi: {key}"))


def step(cast: Cast, event: Event, **words: object) -> Outcome:
    given = {
        "kind": "next_step",
        "text": "Kokeillaan",
        "owner": cast.outsider,
        "due_on": today() + timedelta(days=9),
    }
    return actions.add_outcome(by=cast.owner, event=event, **(given | words))  # type: ignore[arg-type]  # a test names the words


def node(outcome: Outcome) -> Node:
    return OutcomeOnTrail.objects.select_related("node").get(pk=outcome.pk).node


def test_from_an_outcome_back_to_all_who_had_a_part(cast: Cast, event: Event) -> None:
    tell(cast, "colleague", event)
    outcome = step(cast, event)
    tell(cast, "outsider", event)
    assert set(contributors([node(outcome).pk])) == {cast.owner, cast.colleague, cast.outsider}
    taken_back = event.takeaways.get(person=cast.colleague)
    actions.withdraw_takeaway(by=cast.colleague, takeaway=taken_back)
    assert set(contributors([node(outcome).pk])) == {cast.owner, cast.outsider}


def test_a_next_step_is_promised_until_it_is_taken(cast: Cast, event: Event) -> None:
    outcome = step(cast, event)
    place = node(outcome)
    assert (place.owner, place.due_on, place.closed_at) == (cast.outsider, outcome.due_on, None)
    assert trail.climb(at=now() + timedelta(days=11)) == 1
    actions.settle_outcome(by=cast.outsider, outcome=outcome)
    assert node(outcome).closed_at is not None
    assert trail.climb(at=now() + timedelta(days=40)) == 0
    parts = own_parts(cast.outsider, own_nodes(cast.outsider))
    assert ["carried it out"] in [[*part.parts] for part in parts]


def test_a_decision_and_a_question_are_closed_at_once(cast: Cast, event: Event) -> None:
    for kind in ("decision", "question"):
        assert node(step(cast, event, kind=kind, owner=None, due_on=None)).closed_at is not None


def test_what_is_taken_off_promises_nothing_and_came_of_nothing(cast: Cast, event: Event) -> None:
    outcome = step(cast, event)
    place = node(outcome)
    actions.remove_outcome(by=cast.owner, outcome=outcome)
    place.refresh_from_db()
    assert place.closed_at is not None
    assert [step.node.kind for step in story(event.on_trail.node, cast.owner)] == ["event"]


def test_a_next_step_of_yesterday_is_refused(cast: Cast, event: Event) -> None:
    with pytest.raises(Invalid, match="past"):
        step(cast, event, due_on=today() - timedelta(days=1))
    assert not Outcome.objects.exists()


def test_others_read_it_once_the_takeaways_are_out(cast: Cast, event: Event, client: Client) -> None:
    outcome = step(cast, event, kind="decision", owner=None, due_on=None, text="kanaria-paatos")
    page, story_page = f"/en/trail/result/{outcome.pk}/", f"/en/trail/event/{event.pk}/"
    assert signed_in(cast.member).get(page).status_code == 404
    assert "kanaria" not in client.get(story_page).text
    assert "kanaria" in signed_in(cast.owner).get(story_page).text
    actions.publish_digest(by=cast.owner, event=event)
    assert "kanaria" in client.get(page).text
    assert "kanaria" in client.get(story_page).text
    assert story_page in client.get(f"/en/events/{event.pk}/takeaways/").text


def test_each_hears_of_it_once(cast: Cast, event: Event) -> None:
    tell(cast, "colleague", event)
    before = step(cast, event)
    with time_machine.travel(now() + timedelta(minutes=1)):
        actions.publish_digest(by=cast.owner, event=event)
        drain()
    told = Notice.objects.filter(person=cast.colleague)
    assert [notice.what for notice in told.filter(thing=node(before).pk, what__startswith="trail")] == []
    with time_machine.travel(now() + timedelta(minutes=9)):
        after = step(cast, event, kind="decision", owner=None, due_on=None)
        drain()
    assert [n.what for n in told.filter(thing=node(after).pk)] == ["trail.grew"]
    mine = Notice.objects.filter(person=cast.outsider)
    assert not mine.filter(what__startswith="trail.promised").exists()


def test_an_overdue_step_climbs_to_who_held_the_event(cast: Cast, event: Event) -> None:
    step(cast, event)
    with time_machine.travel(now() + timedelta(days=17)):
        trail.climb(at=now())
        drain()
    heard = {(notice.what, notice.person) for notice in Notice.objects.filter(what__startswith="overdue")}
    assert heard == {("overdue.owner.result", cast.outsider), ("overdue.above", cast.owner)}
