"""Two ideas get the very same reason at once, on real connections; first shown to happen with the guard off."""

from collections.abc import Callable, Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import IdeaStep
from tests import races
from tests.cast import Cast
from tests.factories import ideas as make
from tests.factories import people

REASON = "Kahden toimipisteen seurantaluvut osoittivat, että ehdotus lyhentää odotusta."
[NEVER] = (one for one in IdeaStep._meta.constraints if one.name == "ideas_step_own_reason")


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Callable[[], None]]:
    def lift_from() -> None:
        with connection.schema_editor() as editor:
            editor.execute(NEVER.remove_sql(IdeaStep, editor))

    yield lift_from
    with connection.schema_editor() as editor:
        editor.add_constraint(IdeaStep, NEVER)


@pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
def test_two_ideas_never_get_one_reason_at_once(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Callable[[], None]
) -> None:
    by = people.person("facilitator")
    asked = make.campaign(by)
    ideas = [make.idea(by, asked) for _n in range(2)]
    races.meet_after(monkeypatch, "fiksummin.ideas.rules.ideas.why_not_reason")
    if not guard:
        races.without_order(monkeypatch)
        lift()
    outcomes = races.race(
        *[lambda one=one: make.move(by, one, IdeaState.DECLINED, reason=REASON).pk for one in ideas]
    )
    assert races.one_wins(outcomes) is guard, outcomes


@pytest.mark.django_db
def test_the_shell_of_the_database_copies_no_reason(cast: Cast) -> None:
    asked = make.campaign(cast.facilitator)
    first, second, third = (make.idea(cast.member, asked) for _n in range(3))
    elsewhere = make.idea(cast.member, make.campaign(cast.facilitator))
    make.move(cast.facilitator, first, IdeaState.ACCEPTED, reason=REASON)

    def written(idea: int, state: str, reason: str) -> bool:
        statement = "INSERT INTO ideas_ideastep (idea_id, state, at, reason, next_step, is_entrusting) SELECT %s, %s, at, %s, '', %s FROM ideas_ideastep LIMIT 1"
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [idea, state, reason, False])
        except IntegrityError:
            return False
        return True

    for state in (*IdeaState.values,):
        reasoned = state in {
            IdeaState.ACCEPTED,
            IdeaState.CARRIED_OUT,
            IdeaState.DECLINED,
            IdeaState.WITHDRAWN,
        }
        assert written(second.pk, state, f" {REASON.replace('Kahden', 'KAHDEN')} ") is not reasoned, state
        is_owed = reasoned or state == IdeaState.MERGED
        assert written(second.pk, state, "Liian lyhyt.") is not is_owed, state
        assert written(second.pk, state, " " * 60) is not is_owed, state
    assert written(first.pk, IdeaState.CARRIED_OUT, REASON), "an idea may repeat its own"
    assert written(elsewhere.pk, IdeaState.DECLINED, REASON), "another campaign asks something else"
    assert written(third.pk, IdeaState.DECLINED, f"{REASON} Tässä toisin.")
