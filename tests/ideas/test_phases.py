"""When a campaign goes on to its next phase, those whom it concerns hear of it once, however often the clock calls."""

from datetime import timedelta

import pytest

from fiksummin.core import worker
from fiksummin.core.time import now
from fiksummin.ideas import actions, tasks
from fiksummin.ideas.choices import Audience, PhaseKind
from fiksummin.ideas.models import Campaign, Phase, PhaseBegun
from fiksummin.notifications.actions import follow
from fiksummin.notifications.models import Notice
from tests.cast import Cast
from tests.factories import people
from tests.factories.ideas import campaign, idea

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    """Ideas are collected for ten days, then weighed for five, then once more, then answered."""
    at = now()
    days = {PhaseKind.COLLECT: -1, PhaseKind.WEIGH: 10, PhaseKind.WEIGH_AGAIN: 15, PhaseKind.DECIDE: 20}
    phases = {kind: at + timedelta(days=day) for kind, day in days.items()}
    return campaign(cast.facilitator, phases=phases, audience=Audience.PUBLIC)


def told() -> set[tuple[int, str]]:
    worker.run_errands(now(), 500)
    rows = Notice.objects.filter(what__startswith="campaign.phase.").values_list("person", "what", "kind")
    assert len(set(rows)) == len(rows)
    assert {kind for _person, _what, kind in rows} <= {"follow"}
    return {(person, what.removeprefix("campaign.phase.")) for person, what, _kind in rows}


def test_who_follows_or_had_a_part_hears_once_that_a_phase_began(cast: Cast, asked: Campaign) -> None:
    follower, supporter, bystander = people.person(), people.person(), people.person()
    own = idea(cast.member, asked)
    actions.support_idea(by=supporter, idea=own)
    tasks.begin_phases(now())
    before = told()
    assert before == {(person.pk, "collect") for person in (cast.facilitator, cast.member, supporter)}
    follow(by=follower, node=asked.node)
    for days in (10.01, 10.02, 12):
        assert actions.begin_phases(at=now() + timedelta(days=days)) == int(days == 10.01)
    new = {(person.pk, "weigh") for person in (cast.facilitator, cast.member, supporter, follower)}
    assert told() == before | new
    assert bystander.pk not in {person for person, _what in told()}


def test_of_phases_that_began_while_nobody_looked_the_last_is_told(cast: Cast, asked: Campaign) -> None:
    own = idea(cast.member, asked)
    assert actions.begin_phases(at=now() + timedelta(days=21)) == 1
    assert actions.begin_phases(at=now() + timedelta(days=30)) == 0
    assert told() == {(cast.facilitator.pk, "decide"), (own.authors.get().person_id, "decide")}


def test_a_day_that_is_set_anew_tells_nothing_again(cast: Cast, asked: Campaign) -> None:
    """Phases are made anew when a campaign is changed; what was told of them stays told."""
    idea(cast.member, asked)
    at = now() + timedelta(days=11)
    assert actions.begin_phases(at=at) == 1
    rows = list(Phase.objects.filter(campaign=asked).values("campaign_id", "kind", "starts_at"))
    Phase.objects.filter(campaign=asked).delete()
    Phase.objects.bulk_create(Phase(**row) for row in rows)
    assert actions.begin_phases(at=at) == 0
    assert PhaseBegun.objects.count() == 1


def test_a_channel_has_no_phase_to_begin(cast: Cast) -> None:
    campaign(cast.facilitator)
    assert actions.begin_phases(at=now() + timedelta(days=99)) == 0
