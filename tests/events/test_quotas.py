"""Whom quotas count: asked of one person and of a whole line at once, the answer is the same; the database counts so, too."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import now, today
from fiksummin.events import actions, queries, rules
from fiksummin.events.models import Counted, Event, Pool, Quota, Registration
from fiksummin.events.queries.wishes import PlaceWish, Share
from fiksummin.events.queries.words import queue_words
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
        if row.pool_id is not None
        or not rules.why_not_within(queries.quotas_for(event, row.person, row.organisation), row.people)
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


def taken(event: Event) -> list[int]:
    return list(event.quotas.order_by("pk").values_list("taken", flat=True))


def tried(sql: str, *values: object) -> bool:
    """Write past the actions, as the database's own shell does; say whether it was let."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            connection.check_constraints()
    except IntegrityError:
        return False
    return True


def test_who_comes_under_several_counts_in_each(body: Organisation) -> None:
    shares = (Share(2, organisation=body), Share(1, role="facilitator"), Share(1, role="host"))
    event = events.event(people.person(), places=9, virtual_places=9, quotas=shares)
    both = leader(body)
    people.role(both, "host", "helsinki")
    first, second = registration(both, event), registration(people.person(organisation=body), event)
    assert taken(event) == [2, 1, 1]
    assert not registration(leader(), event).holds, "her role has no room"
    waits = registration(people.person(organisation=body), event)
    assert not waits.holds, "her organisation has none"
    actions.switch_mode(by=both, registration=first, mode="virtual")
    assert (taken(event), Registration.objects.get(pk=first.pk).holds) == ([2, 1, 1], "virtual")
    wish = PlaceWish(mode="on_site", people=2)
    with pytest.raises(NotAllowed):
        actions.change_registration(by=second.person, registration=second, wish=wish)
    actions.cancel_registration(by=both, registration=first)
    assert (taken(event), Registration.objects.get(pk=waits.pk).holds) == ([2, 1, 0], "on_site")


def test_more_people_than_a_share_has_places_are_refused_as_for_the_event(body: Organisation) -> None:
    shares = (Share(2, organisation=body), Share(0, role="host"))
    event = events.event(people.person(), places=9, quotas=shares)
    ours, host = people.person(organisation=body), people.person()
    people.role(host, "host", "helsinki")
    with translation.override("en"), pytest.raises(Invalid, match=r"2 places .* Register fewer") as refused:
        registration(ours, event, people=3)
    assert (refused.value.field, Registration.objects.exists()) == ("people", False)
    assert registration(people.person(), event, people=3).holds, "no share is hers"
    with translation.override("en"), pytest.raises(Invalid, match="At most 0 places") as none:
        registration(host, event)
    assert "fewer" not in none.value.reason
    assert registration(people.person(organisation=body), event, people=2).holds
    waits = registration(ours, event)
    assert not waits.holds
    three, two = (PlaceWish(mode="on_site", people=size) for size in (3, 2))
    with pytest.raises(Invalid):
        actions.change_registration(by=ours, registration=waits, wish=three)
    actions.change_registration(by=ours, registration=waits, wish=two)
    assert Registration.objects.get(pk=waits.pk).people == 2


def test_whoever_waits_reads_what_she_waits_for(body: Organisation) -> None:
    event = events.event(people.person(), places=3, quotas=(Share(1, organisation=body),))
    assert registration(people.person(organisation=body), event).holds
    group = registration(people.person(), event, people=3)
    ours = registration(people.person(organisation=body), event)

    def said(row: Registration) -> str:
        with translation.override("en"):
            return queue_words(queries.with_event(Registration.objects.filter(pk=row.pk)).get())

    assert said(group).startswith("There are not enough free places for all of you")
    assert said(ours).startswith("A place is free, but the share of your organisation or role is full.")
    assert said(ours).endswith("at place 2.")
    assert registration(people.person(), event, people=2).holds
    for row in (group, ours):
        assert said(row).startswith("Every place is taken now.")


def test_a_place_that_is_handed_on_counts_where_its_new_holder_does(body: Organisation) -> None:
    shares = (Share(3, organisation=body), Share(1, role="facilitator"))
    event = events.event(people.person(), places=9, quotas=shares)
    member, one, other = people.person(organisation=body), leader(body), leader(body)
    registration(one, event)
    place = registration(member, event)
    assert taken(event) == [2, 1]
    with pytest.raises(NotAllowed, match="enintään 1 paikka"):
        actions.transfer_registration(by=member, registration=place, to=other)
    waits, hers = registration(other, event), Registration.objects.get(person=one)
    assert not waits.holds
    actions.transfer_registration(by=one, registration=hers, to=people.person(organisation=body))
    assert Registration.objects.get(pk=waits.pk).holds == "on_site", "a place for her role became free"
    assert taken(event) == [3, 1]


def test_a_role_counts_from_its_first_day_to_its_last(body: Organisation) -> None:
    event = events.event(people.person(), places=9, quotas=(Share(9, role="facilitator"),))
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    for name, starts, ends, is_ended in [
        ("today", "yesterday", None, False), ("today", "today", "today", False), ("not yet", "tomorrow", None, False),
        ("past", "yesterday", "yesterday", False), ("ended", "yesterday", None, True),
    ]:  # fmt: skip
        person, before = leader(), taken(event)[0]
        Role.objects.filter(person=person).update(
            starts_on=today() + timedelta(days=days[starts]),
            ends_on=today() + timedelta(days=days[ends]) if ends else None,
            ended_at=now() if is_ended else None,
        )
        assert registration(person, event).holds
        assert taken(event)[0] - before == (name == "today"), name


def test_the_shell_is_counted_as_everybody_is(body: Organisation) -> None:
    event = full(body)
    pool, (of_body, of_role) = event.pools.get(), event.quotas.order_by("pk")
    ours, hers, nobody = people.person(organisation=body), leader(), people.person()
    rows = {person.pk: registration(person, event) for person in (ours, hers)}
    elsewhere = events.event(people.person(), places=3, quotas=(Share(1, organisation=body),))
    give = "UPDATE events_registration SET pool_id = %s, confirmed_at = queued_at WHERE id = %s"
    for row in rows.values():
        assert not tried(give, pool.pk, row.pk), "without a quota there is no way around it"
    holder = registration(nobody, event)
    insert = "INSERT INTO events_counted (registration_id, quota_id, people) VALUES (%s, %s, %s)"
    for sql, *values in (
        ("UPDATE events_registration SET organisation_id = %s WHERE id = %s", body.pk, holder.pk),
        ("UPDATE events_registration SET people = 2 WHERE id = %s", of_body.counted.get().registration_id),
        (give, elsewhere.pools.get().pk, rows[ours.pk].pk),
        ("UPDATE events_pool SET event_id = %s WHERE id = %s", elsewhere.pk, pool.pk),
        ("UPDATE events_quota SET event_id = %s WHERE id = %s", elsewhere.pk, of_role.pk),
        ("UPDATE events_quota SET role = 'host' WHERE id = %s", of_role.pk),
        ("UPDATE events_quota SET taken = 0 WHERE id = %s", of_body.pk),
        ("UPDATE events_quota SET most = 0 WHERE id = %s", of_body.pk),
        ("DELETE FROM events_counted WHERE quota_id = %s", of_body.pk),
        ("UPDATE events_counted SET people = 0 WHERE quota_id = %s", of_body.pk),
        (insert, holder.pk, of_role.pk, 0),
        (insert, rows[ours.pk].pk, of_body.pk, 1),
        (insert, holder.pk, elsewhere.quotas.get().pk, 1),
        ("INSERT INTO events_quota (event_id, role, most, taken) SELECT %s, 'host', 3, 1", event.pk),
    ):  # fmt: skip
        assert not tried(sql, *values), sql
    assert taken(event) == [1, 1]
    assert tried(
        "UPDATE events_registration SET pool_id = NULL, confirmed_at = NULL WHERE organisation_id = %s",
        body.pk,
    )
    assert taken(event) == [0, 1]
    assert tried(give, pool.pk, rows[ours.pk].pk)
    assert taken(event) == [1, 1]
    assert tried("DELETE FROM events_registration WHERE id = %s", rows[ours.pk].pk)
    assert taken(event) == [0, 1]


def test_a_quota_that_comes_later_counts_who_has_a_place(body: Organisation) -> None:
    event = events.event(people.person(), places=9)
    for person in (leader(body), people.person(organisation=body), leader()):
        registration(person, event)
    new = "INSERT INTO events_quota (event_id, organisation_id, role, most, taken) VALUES (%s, %s, %s, %s, 0)"
    assert not tried(new, event.pk, body.pk, "", 1)
    assert tried(new, event.pk, body.pk, "", 2)
    assert tried(new, event.pk, None, "facilitator", 2)
    assert taken(event) == [2, 2]
    assert tried("DELETE FROM events_quota WHERE organisation_id = %s", body.pk)
    assert Counted.objects.filter(quota__event=event).count() == 2


def test_what_follows_still_does_when_its_tables_were_remade(transactional_db: None) -> None:
    """SQLite remakes a table to change it; triggers that another model has there stand afterwards."""
    if connection.vendor == "sqlite":
        with connection.schema_editor() as editor:
            for model in (Registration, Quota, Pool, Counted, Role):
                editor._remake_table(model)  # type: ignore[attr-defined]  # of SQLite alone
    test_who_comes_under_several_counts_in_each(people.organisation())
    test_a_quota_that_comes_later_counts_who_has_a_place(people.organisation())
