"""Months of notices against a plain model: exactly one state, at most one letter, nothing seen is mailed.

The worker's runs are missed, doubled and broken off in the middle; people read, change their minds and lose sight
of things; the clocks change in between.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from fiksummin.core.mail import post
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import Campaign
from fiksummin.notifications import actions, letters, queries
from fiksummin.notifications.actions import ledger, mailing
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from tests.factories import ideas, people
from tests.machines import Undone, act_out, play

HELSINKI = ZoneInfo("Europe/Helsinki")
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
SPRING, AUTUMN = datetime(2027, 3, 20, tzinfo=UTC), datetime(2026, 10, 17, tzinfo=UTC)
"""A week before the clocks change."""
who, kinds = st.integers(0, 1), st.sampled_from(["about", "follow"])


class Broken(Exception):
    """The worker was killed."""


@dataclass
class Told:
    """A notice as the model knows it."""

    number: int
    person: int
    kind: str
    at: datetime
    is_gone: bool
    state: str = "unread"


class Months(Undone):
    """Everything that may happen to notices, in any order, over months."""

    @initialize(begins=st.sampled_from([SPRING, AUTUMN]), minutes=st.integers(0, 24 * 60))
    def plan(self, begins: datetime, minutes: int) -> None:
        self.begin()
        self.now, self.ticks = begins + timedelta(minutes=minutes), 0
        owner = people.person()
        people.role(owner, "owner")
        self.campaign = ideas.campaign(owner, audience=Audience.PUBLIC)
        self.elsewhere = people.organisation()
        self.people = [people.person(), people.person()]
        self.wants = [{"about": True, "follow": False} for _person in self.people]
        self.last = [{"about": NEVER, "follow": NEVER} for _person in self.people]
        self.told: list[Told] = []
        self.letters = self.facts = 0
        self.is_hidden = False

    # --- Words -------------------------------------------------------------------------

    @property
    def at(self) -> datetime:
        """Now, and never the same moment twice."""
        self.ticks += 1
        return self.now + timedelta(microseconds=self.ticks)

    @property
    def count(self) -> int:
        """A number for each fact."""
        self.facts += 1
        return self.facts

    def morning(self, at: datetime) -> datetime:
        """The last time that a clock on the wall showed seven."""
        local = at.astimezone(HELSINKI)
        seven = local.replace(hour=7, minute=0, second=0, microsecond=0, fold=0)
        if seven.astimezone(UTC) > at:
            before = local.date() - timedelta(days=1)
            seven = datetime(before.year, before.month, before.day, 7, tzinfo=HELSINKI)
        return seven.astimezone(UTC)

    def run(self, at: datetime, kind: str, number: int) -> None:
        """What one run of the worker makes of one person's notices of a kind."""
        waiting = [
            one for one in self.told
            if one.person == number and one.kind == kind and one.state == "unread"
        ]  # fmt: skip
        last, morning = self.last[number][kind], self.morning(at)
        if kind == "about":
            is_due = bool(waiting) and last <= at - timedelta(hours=1)
        else:
            is_due = any(one.at <= morning for one in waiting) and last < morning
        if not is_due or not self.wants[number][kind]:
            return
        taken = waiting[:50]
        for one in taken:
            one.state = "dropped" if one.is_gone or self.is_hidden else "mailed"
        if any(one.state == "mailed" for one in taken):
            self.last[number][kind] = at
            self.letters += 1

    # --- Rules -------------------------------------------------------------------------

    @rule(minutes=st.one_of(st.integers(1, 90), st.integers(60, 60 * 30), st.integers(60 * 24, 60 * 24 * 12)))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(person=who, kind=kinds, gone=st.sampled_from([False, False, False, True]), many=st.integers(1, 4))
    def tell(self, person: int, kind: str, gone: bool, many: int) -> None:
        for _number in range(many):
            one = Told(self.count, person, kind, self.at, gone)
            words: dict[str, Any] = {kind: [self.people[person].pk]}
            for _again in range(2):  # a reaction is heard at least once
                actions.tell(
                    key=f"fact-{one.number}", what="idea.proposed",
                    thing=0 if gone else self.campaign.node_id, at=one.at, **words,
                )  # fmt: skip
            self.told.append(one)

    @rule(person=who)
    def get_a_letter_of_its_own(self, person: int) -> None:
        one = Told(self.count, person, "about", now(), is_gone=False, state="mailed")
        post(
            to="a@vm.example", person=self.people[person].pk, key=f"fact-{one.number}", subject="s", text="t"
        )
        self.told.append(one)

    @rule(person=who, most=st.integers(1, 6))
    def read_the_page(self, person: int, most: int) -> None:
        rows = list(Notice.objects.visible_to(self.people[person])[:most])
        actions.show(by=self.people[person], notices=[row.pk for row in rows], at=self.at)
        seen = {row.key for row in rows}
        for one in self.told:
            if f"fact-{one.number}" in seen and one.state == "unread":
                one.state = "shown"

    @rule(person=who, kind=kinds)
    def change_her_mind(self, person: int, kind: str) -> None:
        wants = self.wants[person]
        wants[kind] = not wants[kind]
        Person.objects.get_queryset().filter(pk=self.people[person].pk).update(
            mail_about_me=wants["about"], mail_follow=wants["follow"]
        )

    @rule()
    def hide_or_show_the_thing(self) -> None:
        self.is_hidden = not self.is_hidden
        Campaign.objects.filter(pk=self.campaign.pk).update(
            audience=Audience.ORGANISATION if self.is_hidden else Audience.PUBLIC, organisation=self.elsewhere
        )

    @rule(times=st.integers(1, 3))
    def worker_runs(self, times: int) -> None:
        for _time in range(times):
            at = self.at
            before = self.letters
            for kind in ("about", "follow"):
                for person in range(len(self.people)):
                    self.run(at, kind, person)
            assert actions.mail_due(at=at) == self.letters - before

    @precondition(lambda self: self.told)
    @rule(person=who, kind=kinds, place=st.sampled_from(["letters.write", "_settle", "_tellable"]))
    def worker_is_killed(self, person: int, kind: str, place: str) -> None:
        """In the middle of a letter, once it is written and before, and nothing of it remains.

        Where nothing is left to be told no letter is written, and nobody kills her then: her run ends.
        """
        at = self.at
        target, _dot, name = place.rpartition(".")
        owner = getattr(mailing, target) if target else mailing
        real = getattr(owner, name)

        def killed(*args: Any, **words: Any) -> Any:
            real(*args, **words)
            raise Broken

        try:
            with patch.object(owner, name, killed), transaction.atomic():
                mailing.mail_to(person=self.people[person].pk, kind=kind, at=at)
        except Broken:
            return
        self.run(at, kind, person)

    @rule()
    def old_ones_are_let_go(self) -> None:
        at = self.at
        actions.forget_old(at=at)
        for one in self.told:
            if one.state == "unread" and one.at < at - timedelta(days=90):
                one.state = "dropped"
        self.told = [one for one in self.told if one.at >= at - timedelta(days=365)]

    # --- What is always so --------------------------------------------------------------

    @invariant()
    def both_say_the_same(self) -> None:
        if not hasattr(self, "told"):
            return
        found = dict(Notice.objects.values_list("key", "state"))
        assert found == {f"fact-{one.number}": one.state for one in self.told}

    @invariant()
    def what_is_mailed_stands_in_one_letter_and_nothing_else_does(self) -> None:
        if not hasattr(self, "told"):
            return
        sent = Letter.objects.filter(key__startswith="notices-")
        assert sent.count() == self.letters
        for letter in sent:
            rows = Notice.objects.filter(bundle=letter)
            assert set(rows.values_list("state", flat=True)) == {"mailed"}
            assert rows.count() == bytes(letter.content).count(b"/campaigns/")
        assert not Notice.objects.exclude(state="mailed").exclude(bundle=None, letter=None).exists()


@pytest.mark.django_db
def test_some_histories_that_are_the_same_each_time() -> None:
    play(Months, 12, Phase.generate, steps=40)


@pytest.mark.django_db
@pytest.mark.slow
def test_histories_of_months() -> None:
    play(Months, 60, steps=50)


def _a_pause(months: Months) -> None:
    months.plan(begins=SPRING, minutes=0)
    for _time in range(2):
        months.tell(person=0, kind="about", gone=False, many=1)
        months.worker_runs(times=1)
        months.wait(minutes=5)


def _a_morning(months: Months) -> None:
    months.plan(begins=SPRING, minutes=0)
    months.change_her_mind(person=0, kind="follow")
    months.tell(person=0, kind="follow", gone=False, many=1)
    months.wait(minutes=6 * 60)
    months.worker_runs(times=1)


def _hidden(months: Months) -> None:
    months.plan(begins=AUTUMN, minutes=0)
    months.tell(person=0, kind="about", gone=False, many=1)
    months.hide_or_show_the_thing()
    months.worker_runs(times=1)


def _grown_old(months: Months) -> None:
    months.plan(begins=AUTUMN, minutes=0)
    months.change_her_mind(person=0, kind="about")
    months.tell(person=0, kind="about", gone=False, many=1)
    months.wait(minutes=3 * 24 * 60)
    months.old_ones_are_let_go()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("module", "forgotten", "instead", "history"),
    [
        (queries, "PAUSE", timedelta(0), _a_pause),
        (queries, "MORNING", time(19), _a_morning),
        (mailing, "_tellable", letters.read, _hidden),
        (ledger, "LET_GO_AFTER", timedelta(days=1), _grown_old),
    ],
    ids=["the pause of an hour", "the morning", "what she may see", "how long it stays new"],
)
def test_the_model_notices_what_is_forgotten(
    monkeypatch: pytest.MonkeyPatch, module: Any, forgotten: str, instead: Any, history: Any
) -> None:
    """With all its parts a history goes as the model says; without one of them they part ways."""
    act_out(Months, history)
    monkeypatch.setattr(module, forgotten, instead)
    with pytest.raises(AssertionError):
        act_out(Months, history)
