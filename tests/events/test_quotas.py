"""Whom a quota counts: asked of one person and of a whole line at once, the answer is the same, and costs the same."""

from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core.time import now, today
from fiksummin.events import actions, queries, rules
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.wishes import PlaceWish, Share
from fiksummin.people.models import Organisation, Person, Role
from tests.factories import events, people
from tests.factories.events import registration


@pytest.fixture
def body(db: None) -> Organisation:
    return people.organisation()


def leader(body: Organisation | None = None) -> Person:
    holder = people.person(organisation=body) if body else people.person()
    people.role(holder, "facilitator")
    return holder


def full(body: Organisation, *, places: int = 40) -> Event:
    """One place for each quota, and both are taken."""
    shares = (Share(1, organisation=body), Share(1, role="facilitator"))
    event = events.event(people.person(), places=places, quotas=shares)
    for person in (people.person(organisation=body), leader()):
        assert registration(person, event).holds
    return event


def one_by_one(event: Event) -> list[int]:
    """Ask of each in line what ``within_quotas`` asks of all."""
    line = Registration.objects.filter(event=event).queued("on_site")
    return [
        row.pk
        for row in line
        if row.quota_id is not None
        or not rules.why_not_quota(queries.quota_for(event, row.person, row.organisation), row.people)
    ]


def test_a_line_is_asked_as_each_in_it_would_be(body: Organisation) -> None:
    event = events.event(
        people.person(), places=1, quotas=(Share(2, organisation=body), Share(1, role="facilitator"))
    )
    registration(people.person(), event)
    ended, later = leader(body), leader(body)
    Role.objects.filter(person=ended).update(ended_at=now())
    Role.objects.filter(person=later).update(starts_on=today() + timedelta(days=9))
    for person in (leader(body), leader(), ended, later, people.person(organisation=body), people.person()):
        registration(person, event, people=1)
    guest = PlaceWish(mode="on_site", guest_name="Vieras", guest_email="vieras@vieras.example")
    event.audience = "public"
    event.save(update_fields=["audience"])
    actions.register(by=None, event=event, wish=guest)
    line = Registration.objects.filter(event=event).queued("on_site")
    assert line.count() == 7
    for taken in ((0, 0), (1, 0), (2, 0), (0, 1), (2, 1)):
        counted = Event.objects.prefetch_related("quotas").get(pk=event.pk)
        for quota, number in zip(counted.quotas.all(), taken, strict=True):
            quota.taken = number
        assert [row.pk for row in queries.within_quotas(line, counted)] == one_by_one(counted), taken
    assert len(one_by_one(counted)) == 2, "those whom no quota counts"


@pytest.mark.parametrize("waiting", [3, 30])
def test_who_waits_for_a_quota_costs_those_behind_nothing(
    body: Organisation, waiting: int, django_assert_num_queries: Any
) -> None:
    event = full(body)
    for number in range(waiting):
        assert not registration(leader() if number % 2 else people.person(organisation=body), event).holds
    person = people.person()
    with django_assert_num_queries(11):
        assert registration(person, event).holds
