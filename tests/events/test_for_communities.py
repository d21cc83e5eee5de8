"""Events for the members of a community: who sees them, who may plan them, what is refused."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import translation

from fiksummin.circles import actions as circles
from fiksummin.circles.queries import standing_of
from fiksummin.core.errors import Invalid
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.choices import Audience
from fiksummin.events.models import Event
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import circles as make
from tests.factories import events


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_its_members_see_it_and_nobody_else(cast: Cast) -> None:
    circle = make.closed(cast.member, cast.partner)
    event = events.event(cast.member, audience=Audience.CIRCLE, audience_circle=circle)
    for reader in (cast.member, cast.partner):
        assert list(Event.objects.visible_to(reader)) == [event]
    for stranger in (None, cast.colleague, cast.outsider, cast.guest, cast.host):
        assert not Event.objects.visible_to(stranger).exists()
    draft = events.event(cast.member, publish=False, audience=Audience.CIRCLE, audience_circle=circle)
    assert draft not in Event.objects.visible_to(cast.partner)


def test_who_left_or_was_taken_off_sees_only_what_she_registered_for(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.outsider)
    ours = {"audience": Audience.CIRCLE, "audience_circle": circle}
    registered, other = events.event(cast.member, **ours), events.event(cast.member, **ours)
    events.registration(cast.outsider, registered)
    assert set(Event.objects.visible_to(cast.outsider)) == {registered, other}
    membership = standing_of(circle, cast.outsider)
    assert membership
    circles.remove_member(by=cast.member, membership=membership)
    assert list(Event.objects.visible_to(cast.outsider)) == [registered]
    circles.end_circle(by=cast.member, circle=circle, reason="Työ on tehty.")
    assert set(Event.objects.visible_to(cast.member)) == {registered, other}


def test_only_a_community_of_ones_own_that_stands_can_be_chosen(cast: Cast) -> None:
    foreign, ended = make.circle(cast.colleague), make.circle(cast.member)
    circles.end_circle(by=cast.member, circle=ended, reason="Työ on tehty.")
    ended.refresh_from_db()
    for circle, said in ((None, "Choose the community"), (foreign, "do not belong"), (ended, "has ended")):
        with pytest.raises(Invalid, match=said) as refusal:
            events.event(cast.member, audience=Audience.CIRCLE, audience_circle=circle)
        assert refusal.value.field == "audience_circle"
    assert events.event(cast.member, audience_circle=foreign).audience_circle is None, "it is for others"


def test_what_it_was_for_stays_when_it_is_changed_or_held_again(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.colleague)
    event = events.event(
        cast.member, organisers=(cast.outsider,), audience=Audience.CIRCLE, audience_circle=circle
    )
    wish = queries.wish_of(event)
    assert wish.audience_circle == circle
    assert actions.change_event(by=cast.outsider, event=event, wish=wish).audience_circle == circle
    again = actions.plan_like(by=cast.colleague, pattern=event, wish=wish)
    assert again.audience_circle == circle
    circles.end_circle(by=cast.member, circle=circle, reason="Työ on tehty.")
    assert actions.change_event(by=cast.member, event=event, wish=wish).audience_circle == circle


@pytest.mark.parametrize("words", [{"audience": "circle"}, {"audience": "members"}])
def test_the_database_knows_which_community(cast: Cast, words: dict[str, str]) -> None:
    circle = make.circle(cast.member)
    plain = events.event(cast.member)
    ours = events.event(cast.member, audience=Audience.CIRCLE, audience_circle=circle)
    event = plain if words["audience"] == "circle" else ours
    with pytest.raises(DatabaseError, match="events_event_whose_circle"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**words)


def test_planning_begins_from_the_community(cast: Cast) -> None:
    circle, foreign = make.circle(cast.member), make.circle(cast.colleague)
    client: Client = signed_in(cast.member)
    page = client.get(f"/en/circles/{circle.pk}/").content.decode()
    assert f"/en/events/new/?circle={circle.pk}" in page
    form = client.get(f"/en/events/new/?circle={circle.pk}").context["form"]
    assert (form["audience"].value(), form["audience_circle"].value()) == ("circle", circle.pk)
    for other in (foreign.pk, "x", "9" * 30):
        form = client.get(f"/en/events/new/?circle={other}").context["form"]
        assert form["audience_circle"].value() is None
    assert f"?circle={foreign.pk}" not in client.get(f"/en/circles/{foreign.pk}/").content.decode()


def test_what_is_usual_of_a_kind_leaves_it_for_the_community(cast: Cast) -> None:
    circle = make.circle(cast.member)
    client: Client = signed_in(cast.member)
    kind = client.get("/en/events/new/").context["form"].fields["kind"].queryset[0].pk
    given = {"kind": str(kind), "audience": "circle", "audience_circle": str(circle.pk), "usual": "1"}
    form = client.post("/en/events/new/", given).context["form"]
    assert (form["audience"].value(), form["audience_circle"].value()) == ("circle", str(circle.pk))


def test_a_wrong_choice_is_said_at_the_field_and_nothing_is_lost(cast: Cast) -> None:
    foreign = make.circle(cast.colleague)
    client: Client = signed_in(cast.member)
    for chosen, said in (("", "Choose the community"), (str(foreign.pk), "Choose one of those given")):
        given = {"title": "Yhteinen tapaaminen", "audience": "circle", "audience_circle": chosen,
                 "day": f"{now() + timedelta(days=30):%d.%m.%Y}", "start": "9.00", "end": "10.00", "language": "fi", "places": "5",
                 "allocation": "queue", "place": "Katu 1"}  # fmt: skip
        given["kind"] = str(client.get("/en/events/new/").context["form"].fields["kind"].queryset[0].pk)
        answer = client.post("/en/events/new/", given)
        assert answer.status_code == 422
        form = answer.context["form"]
        assert form["title"].value() == "Yhteinen tapaaminen"
        assert said in str(form.errors["audience_circle"])
    assert not Event.objects.exists()
