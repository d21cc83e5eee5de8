"""Who hears of batons and lessons: whoever may take one, whoever gave it, and whoever was told that it is late."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.time import now
from fiksummin.experiments import actions as trying
from fiksummin.experiments.queries import turns_open_to
from fiksummin.experiments.rules import why_not_claim
from fiksummin.notifications.models import Notice
from fiksummin.notifications.things import lines, standing
from fiksummin.people import actions as accounts
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from tests.cast import Cast
from tests.factories import experiments, people
from tests.notifications.test_hearing import forget, heard

pytestmark = pytest.mark.django_db


def test_whoever_gave_a_baton_or_left_a_lesson_hears_that_it_was_taken(cast: Cast) -> None:
    baton = experiments.baton(cast.facilitator, cast.member)
    ended = experiments.experiment(cast.editor)
    wish = experiments.ending(receiver=cast.outsider.organisation)
    trying.end_experiment(by=cast.editor, experiment=ended, wish=wish)
    forget()
    trying.accept_baton(by=cast.member, hold=baton.holds.get())
    assert heard(cast.facilitator) == ["baton.taken (about)"]
    trying.take_lesson(by=cast.outsider, reception=ended.reception)
    assert heard(cast.editor) == ["lesson.taken (about)"]
    assert heard(cast.member) == heard(cast.outsider) == []


def test_the_people_of_an_organisation_find_what_it_is_offered(cast: Cast) -> None:
    """Once, as what they follow; it is mailed to nobody any more when somebody has taken it."""
    unit = cast.outsider.organisation
    assert unit is not None
    other, _guest = people.person(organisation=unit), cast.guest
    forget()
    baton = experiments.baton(cast.facilitator, unit)
    ended = experiments.experiment(cast.editor)
    trying.end_experiment(by=cast.editor, experiment=ended, wish=experiments.ending(receiver=unit))
    said = ["baton.offered_unit (follow)", "lesson.offered_unit (follow)"]
    assert heard(cast.outsider) == heard(other) == said
    assert heard(cast.guest) == heard(cast.member) == []
    rows = Notice.objects.filter(person=other)
    assert standing(rows) == set(rows.values_list("pk", flat=True))
    trying.accept_baton(by=cast.outsider, hold=baton.holds.get())
    trying.take_lesson(by=cast.outsider, reception=ended.reception)
    assert standing(rows) == set()


def test_who_gave_it_is_reminded_of_what_nobody_has_taken(cast: Cast) -> None:
    unit = cast.outsider.organisation
    assert unit is not None
    experiments.baton(cast.facilitator, unit)
    ended = experiments.experiment(cast.facilitator)
    trying.end_experiment(by=cast.facilitator, experiment=ended, wish=experiments.ending(receiver=unit))
    forget()
    trail.climb(at=now() + timedelta(days=60))
    said = {"overdue.owner.baton.given (about)", "overdue.owner.outcome.given (about)"}
    assert said <= set(heard(cast.facilitator))


def test_whose_lesson_is_left_to_somebody_else_hears_it_and_the_new_one_too(cast: Cast) -> None:
    ended = experiments.experiment(cast.editor)
    trying.end_experiment(by=cast.editor, experiment=ended, wish=experiments.ending(receiver=cast.member))
    forget()
    trying.leave_lesson_anew(by=cast.member, reception=ended.reception, receiver=cast.facilitator)
    assert heard(cast.facilitator) == ["trail.promised.outcome (about)"]
    assert heard(cast.member) == [], "she did it herself"
    host = people.person()
    people.role(host, "host")
    late, unit = now() + timedelta(days=60), cast.outsider.organisation
    assert unit is not None
    trying.leave_lesson_anew(by=host, reception=ended.reception, receiver=unit, at=late)
    assert heard(cast.facilitator) == ["trail.promised.outcome (about)", "lesson.left_anew (about)"]
    assert heard(cast.outsider) == ["lesson.offered_unit (follow)"]
    forget()
    trying.take_lesson(by=cast.outsider, reception=ended.reception, at=late)
    assert heard(host) == ["lesson.taken (about)"], "she answered for it until then"
    assert heard(cast.editor) == heard(cast.outsider) == []
    trying.leave_lesson_anew(
        by=cast.outsider, reception=ended.reception, receiver="joku@muu.example", at=late
    )
    trying.take_lesson(by=cast.colleague, reception=ended.reception, is_asked=True, at=late)
    assert heard(cast.outsider) == ["lesson.taken (about)"], "each time by a key of its own"


def test_who_left_a_lesson_hears_what_became_of_it_without_anybody_taking_it_up(cast: Cast) -> None:
    ended, unit = experiments.experiment(cast.editor), cast.outsider.organisation
    assert unit is not None
    trying.end_experiment(by=cast.editor, experiment=ended, wish=experiments.ending(receiver=cast.member))
    host = people.person()
    people.role(host, "host")
    late = now() + timedelta(days=60)
    trying.leave_lesson_anew(by=host, reception=ended.reception, receiver=unit, at=late)
    forget()
    reception = type(ended.reception).objects.get(pk=ended.reception.pk)
    trying.answer_lesson(
        by=cast.outsider, reception=reception, answer="Otimme sen käyttöön kahdessa yksikössä."
    )
    assert heard(host) == heard(cast.editor) == ["lesson.answered (about)"]


def test_who_heard_that_a_lesson_is_late_hears_that_it_was_left_to_somebody_else(cast: Cast) -> None:
    ended, late = experiments.experiment(cast.editor), now() + timedelta(days=60)
    trying.end_experiment(by=cast.editor, experiment=ended, wish=experiments.ending(receiver=cast.member))
    hosts = [people.person() for _n in range(2)]
    for host in hosts:
        people.role(host, "host")
    forget()
    trail.climb(at=late)
    assert heard(hosts[0]) == heard(hosts[1]) == ["overdue.host (about)"]
    Notice.objects.exclude(key__startswith="overdue").delete()
    trying.leave_lesson_anew(by=hosts[0], reception=ended.reception, receiver=cast.facilitator, at=late)
    assert heard(hosts[0]) == ["overdue.host (about)"], "she did it herself"
    assert heard(hosts[1]) == ["overdue.host (about)", "lesson.left_late (about)"]
    assert heard(cast.member)[-1] == "lesson.left_anew (about)", "once, and as whose it was"
    assert "lesson.left_late (about)" not in heard(cast.member)
    assert heard(cast.facilitator) == ["trail.promised.outcome (about)"]


def test_what_is_offered_or_promised_to_another_by_now_is_mailed_to_nobody(cast: Cast) -> None:
    """Agency by agency, and person by person: each notice is true of its reader or is let go."""
    first, second = people.person(organisation=people.organisation()), cast.outsider
    one, other = first.organisation, second.organisation
    assert one is not None
    assert other is not None
    ended = experiments.experiment(cast.editor)
    trying.end_experiment(by=cast.editor, experiment=ended, wish=experiments.ending(receiver=one))

    def true(person: Person) -> list[str]:
        worker.drain()
        rows = Notice.objects.filter(
            person=person, what__in=["lesson.offered_unit", "trail.promised.outcome"]
        )
        return [row.what for row in rows if row.pk in standing(rows)]

    assert (true(first), true(second)) == (["lesson.offered_unit"], [])
    trying.leave_lesson_anew(by=cast.editor, reception=ended.reception, receiver=other)
    assert (true(first), true(second)) == ([], ["lesson.offered_unit"])
    trying.leave_lesson_anew(by=cast.editor, reception=ended.reception, receiver=cast.member)
    assert (true(second), true(cast.member)) == ([], ["trail.promised.outcome"])
    trying.leave_lesson_anew(by=cast.member, reception=ended.reception, receiver="joku@muu.example")
    assert true(cast.member) == [], "she answers for it until somebody takes it, but is named no more"


def test_who_had_a_branch_is_not_offered_another_of_the_same_family(cast: Cast) -> None:
    """Nobody has two turns of one chain: neither Today nor a notice offers what she could not take."""
    unit = cast.outsider.organisation
    assert unit is not None
    other, baton = people.person(organisation=unit), experiments.baton(cast.facilitator, cast.member)
    hold = baton.holds.get()
    tried = trying.try_with_baton(by=cast.member, hold=hold, wish=experiments.wish())
    trying.end_experiment(by=cast.member, experiment=tried, wish=experiments.ending())
    trying.hand_over_baton(by=cast.member, hold=hold, receiver=cast.colleague, more=[cast.outsider])
    forget()
    trying.pass_baton_on(by=cast.colleague, hold=baton.holds.last(), receiver=unit)
    assert (heard(cast.outsider), heard(other)) == ([], ["baton.offered_unit (follow)"])
    assert [list(turns_open_to(person)) for person in (cast.outsider, other)] == [[], [baton.holds.last()]]
    with CaptureQueriesContext(connection) as asked:
        list(turns_open_to(other))
    assert len(asked) == 1
    assert why_not_claim(baton.holds.last(), cast.outsider, is_asked=False)


def test_who_inherited_what_nobody_has_is_not_told_that_she_gave_it(cast: Cast) -> None:
    translation.activate("en")
    heir, hold = cast.owner, experiments.baton(cast.facilitator, cast.member).holds.get()
    trying.accept_baton(by=cast.member, hold=hold)
    ended = experiments.experiment(cast.editor)
    trying.end_experiment(by=cast.editor, experiment=ended, wish=experiments.ending(receiver=cast.member))
    accounts.erase(by=cast.member, person=cast.member)
    forget()
    trail.climb(at=now() + timedelta(days=60))
    worker.drain()
    rows = Notice.objects.filter(person=heir, what__endswith=".given").order_by("what")
    assert [line.words for line in lines(rows, heir)] == [
        "Nobody has in hand a baton for which you answer: give it to somebody else",
        "Nobody sees to a lesson for which you answer: leave it to somebody else",
    ]
