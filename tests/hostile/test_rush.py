"""Five hundred people for twenty places on site and thirty online, within seconds, while processes are killed.

Beside them a smaller crowd rushes for an event that holds offered places for a while, with quotas of an
organisation and of a role; a worker runs the errands and sends the letters meanwhile, and is killed, too.

``FIKSUMMIN_RUSH`` is the number of people (``make hostile``: five thousand, for two hundred places).
"""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import connection

from fiksummin.core import worker
from fiksummin.core.models import Errand, Letter
from fiksummin.core.time import today
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.events.queries.wishes import Share
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person, Role
from tests.factories import events, people
from tests.factories.crowd import Member, crowd
from tests.hostile import rush
from tests.hostile.offers import PATIENCE, Answering
from tests.hostile.rush import Rush, Story, Watcher
from tests.postbox import Postbox
from tests.serving import Server

PEOPLE = int(os.environ.get("FIKSUMMIN_RUSH", "500"))
PLACES = (20, 30) if PEOPLE <= 500 else (120, 80)
CLIENTS = 16
KILLS = 3
FEW = PEOPLE // 6
"""So many rush for the event with offers and quotas."""
ROUNDS = 10
"""So many rushes without the guard at most: chance decides whether one shows what is missing."""


def dice(seed: int) -> random.Random:
    """Dice that fall the same way each time."""
    return random.Random(seed)  # noqa: S311 -- chance, not secrets


def hybrid(places: tuple[int, int] = PLACES) -> Event:
    return events.event(people.person(), places=places[0], virtual_places=places[1])


def with_offers(members: list[Member]) -> Event:
    """An event that makes offers, at which one in three is of an organisation with a quota, one in four of a role."""
    body = people.organisation()
    ours, leading = members[::3], members[::4]
    Person.objects.get_queryset().filter(pk__in=[each.person.pk for each in ours]).update(organisation=body)
    Role.objects.bulk_create(
        Role(person=each.person, kind=RoleKind.LEADER, starts_on=today()) for each in leading
    )
    quotas = (Share(FEW // 16, organisation=body), Share(FEW // 20, role=RoleKind.LEADER))
    return events.event(
        people.person(), places=FEW // 6, virtual_places=FEW // 10, offer_hours=1, quotas=quotas
    )


def killing(server: Server, attack: Rush, done: threading.Event) -> threading.Thread:
    """Kill the worker, and then page processes, each time a further share of the crowd was answered."""

    def kill() -> None:
        killed = 0
        while killed < KILLS and not done.wait(0.05):
            if len(attack.took) >= len(attack.stories) * (killed + 1) / (KILLS + 1):
                os.kill(server.children()[0 if killed else -1], signal.SIGKILL)
                killed += 1

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def test_a_rush_is_fair_and_exact(start_server: Callable[..., Server], postbox: Postbox) -> None:
    event, many, few, chance = hybrid(), crowd(PEOPLE), crowd(FEW), dice(1)
    other = with_offers(few)
    server = start_server("--pages", "2", FIKSUMMIN_SMTP_URL=postbox.url)
    told = rush.stories(many, event, chance)
    beside = rush.stories(few, other, chance, fickle=3)
    both = chance.sample([*told, *beside], len(told) + len(beside))
    attack, done = Rush(server.port, both), threading.Event()
    with (
        Watcher(event.pk) as watcher,
        Watcher(other.pk) as quotas,
        Answering(attack, other.pk) as answering,
    ):
        killer = killing(server, attack, done)
        attack.run(CLIENTS)
        done.set()
        killer.join()
    assert (watcher.wrong, quotas.wrong, answering.wrong) == ([], [], [])
    assert min(watcher.looks, quotas.looks) > 20
    assert heard(both) == []
    for each, its in ((event, told), (other, beside)):
        model = rush.recount(each, its)
        assert stands(each) == {
            row.number: (row.want, row.holds, row.people, row.over) for row in model.rows.values()
        }
        taken = {pool.mode: pool.taken for pool in each.pools.all()}
        assert taken == {mode: model.taken(mode) for mode in model.room}
        shared = [(quota.taken, quota.most) for quota in each.quotas.order_by("pk")]
        assert shared == [(model.shared(name), most) for name, most in model.quotas.items()]
    assert list(event.pools.order_by("mode").values_list("taken", "capacity")) == [(n, n) for n in PLACES]
    did = {story.to_offer for story in beside}
    assert {"accept", "refuse", "lapse"} <= did, "something was never tried"
    assert any(each.taken == each.most for each in other.quotas.all()), "no quota was ever in the way"
    server.stop()  # what its worker has not done yet, the test does
    everybody_is_told_once([event, other], postbox)


def heard(told: list[Story]) -> list[Any]:
    """Give what was acknowledged and is not so, what was answered twice differently, and refusals without a reason."""
    rows = {row.pk: row for row in Registration.objects.all()}
    wrong: list[Any] = []
    for story in told:
        row = rows.get(story.number)
        bodies = {str(body) for act, _status, body in story.answers if act == "register"}
        end = {"refuse": "declined", "lapse": "lapsed"}.get(story.to_offer, "")
        ends = {"cancelled"} if story.then == "cancel" else {end, ""} if story.then == "switch" else {end}
        fine = (
            row is not None
            and row.person_id == story.member.person.pk
            and len(bodies) == 1
            and set(story.statuses("register")) <= {201, 202}
            and story.statuses("again") in ([], [409])
            and all(story.statuses(act) in ([], [200]) for act in ("cancel", "switch", "accept", "refuse"))
            and row.end in ends
            and (row.mode != story.mode) is (story.then == "switch")
        )
        if not fine:
            answers = [(act, status) for act, status, _body in story.answers]
            asked = (story.mode, story.then, story.to_offer)
            wrong.append((asked, answers, row and (row.mode, row.holds, row.end)))
    return wrong if len(rows) == len(told) else [*wrong, len(rows)]


def stands(event: Event) -> dict[int, tuple[str, str, int, bool]]:
    rows = Registration.objects.filter(event=event).select_related("pool")
    return {row.pk: (row.mode, row.holds, row.people, row.ended_at is not None) for row in rows}


def everybody_is_told_once(of: list[Event], postbox: Postbox) -> None:
    """All that stands was told, nothing that never was, and each by one letter, though the worker was killed."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and (
        Errand.objects.filter(done_at=None).exists() or Letter.objects.filter(sent_at=None).exists()
    ):
        if not worker.drain(limit=10 * PEOPLE):
            time.sleep(0.2)
    letters = Letter.objects.filter(key__startswith="registration-")
    keys = set(letters.values_list("key", flat=True))
    assert set().union(*map(rush.letters_due, of)) <= keys <= set().union(*map(rush.letters_possible, of))
    sent = [message["Message-ID"] for message in postbox.got]
    assert set(sent) == set(letters.values_list("message_id", flat=True))
    assert len(sent) - len(set(sent)) <= 1, (
        "a letter in hand when the worker was killed may arrive twice, as the same"
    )


def test_without_the_guard_the_rush_goes_wrong(start_server: Callable[..., Server]) -> None:
    """PostgreSQL sells places twice, SQLite breaks people off with an error where a place in line is due."""
    server = start_server("--pages", "2", "--no-worker", DJANGO_SETTINGS_MODULE="tests.unguarded")
    lifted = [each for each in Pool._meta.constraints if each.name == "events_pool_not_oversold"]
    with connection.schema_editor() as editor:
        if connection.vendor == "postgresql":
            for constraint in lifted:
                editor.execute(constraint.remove_sql(Pool, editor))
    wrong = any(goes_wrong(server, seed) for seed in range(ROUNDS))
    Registration.objects.all().delete()
    with connection.schema_editor() as editor:
        if connection.vendor == "postgresql":
            for constraint in lifted:
                editor.execute(constraint.create_sql(Pool, editor))
    assert wrong


def goes_wrong(server: Server, seed: int) -> bool:
    """Let a crowd rush for twenty places of an event; tell whether it shows that nobody waits for another's turn."""
    event = hybrid((10, 10))
    told = rush.stories(crowd(120), event, dice(seed))
    Rush(server.port, told, keyed=False).run(CLIENTS)
    if connection.vendor == "postgresql":
        return any(pool.taken > pool.capacity for pool in event.pools.all())
    return any(599 in story.statuses("register") for story in told)
