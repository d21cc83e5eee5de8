"""Every story can be told, on both engines, and what it leaves is as the stories say."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Sum
from django.test import Client

from fiksummin.circles.models import Circle
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.demo import cast, stories
from fiksummin.demo.cast_table import CAST
from fiksummin.demo.events import FULL
from fiksummin.demo.ideas import came_at, promise_days
from fiksummin.demo.names import names as drawn
from fiksummin.demo.teller import Teller
from fiksummin.demo.weighing_table import LATE
from fiksummin.events import actions
from fiksummin.events.models import (
    Digest,
    Event,
    EventKind,
    EventTemplate,
    Feedback,
    Invitation,
    Outcome,
    Registration,
    Target,
)
from fiksummin.events.queries import tour
from fiksummin.experiments.models import Baton, Experiment, Hold
from fiksummin.ideas import queries as ideas
from fiksummin.ideas.choices import IdeaState, Perspective
from fiksummin.ideas.models import Campaign, CommentReport, Hiding, Idea, Merge, Support
from fiksummin.library.choices import Kind
from fiksummin.library.models import Adoption, Item
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces.models import (
    BookedSpace,
    Booking,
    Claim,
    Closure,
    Display,
    Report,
    Series,
    Shift,
    Site,
    Space,
    Visit,
    VisitCount,
    Waiting,
)

pytestmark = pytest.mark.django_db


def tell(name: str) -> None:
    stories.load(name, 7, say=list[str]().append)


def test_full_swing(tmp_path: Path) -> None:
    tell("full_swing")
    assert Organisation.objects.count() == 42
    assert Person.objects.count() == 300
    assert {site.slug: site.cells.filter(kind="seat").count() for site in Site.objects.all()} == {
        "helsinki": 40,
        "porvoo": 24,
        "joensuu": 12,
    }
    assert Visit.objects.filter(starts_at__gt=now()).count() > 100
    _booked()
    assert (VisitCount.objects.aggregate(all=Sum("people"))["all"] or 0) > 100
    _held()
    _tried()
    _shelved()
    _weighed()
    _met()
    seated = Visit.objects.standing().filter(left_at=None).aggregate(all=Sum("people"))["all"]
    assert Claim.objects.filter(hold__visit__isnull=False, hold__visit__left_at=None).count() == seated
    assert Letter.objects.filter(key__startswith="visit-").count() == 3
    cast.write_files(tmp_path, "http://localhost:8000")
    crowd = json.loads((tmp_path / "crowd.json").read_text())
    assert (len(crowd), len({row["email"] for row in crowd})) == (200, 200)
    assert len({row["organisation"] for row in crowd}) > 20
    parts = json.loads((tmp_path / "cast.json").read_text())
    assert [part["key"] for part in parts] == [part.key for part in CAST]
    cast.write_files(tmp_path, "http://localhost:8000")
    assert json.loads((tmp_path / "crowd.json").read_text()) == crowd


def _met() -> None:
    """Two communities, each of people of several organisations; one has a meeting, the other somebody who waits."""
    opened, closed = Circle.objects.order_by("pk")
    bodies = [circle.members.values("person__organisation").distinct().count() for circle in (opened, closed)]
    assert min(bodies) > 3, bodies
    event = Event.objects.get(audience="circle")
    assert (event.audience_circle, "(esimerkki)" in event.title) == (opened, True)
    assert closed.askings.waiting().count() == 1


def _held() -> None:
    """Sixty events of every kind: one full with fifteen in line, a hybrid hall, a lottery, takeaways, invitations."""
    assert Event.objects.filter(season__slug="kausi").count() == 60
    assert Event.objects.filter(published_at=None).count() == 2
    door = Event.objects.get(title="Avoimet ovet kumppanin luona")
    arrived = sum(row.arrived for row in door.registrations.all())
    assert 0 < arrived < door.registrations.count(), "some have come to the door of today"
    assert EventTemplate.objects.count() == 1
    assert not EventKind.objects.filter(events=None).exists()
    full = Event.objects.get(title=FULL)
    assert (full.pools.get().free, Registration.objects.filter(event=full).queued("on_site").count()) == (
        0,
        15,
    )
    hall = Event.objects.get(booking__places__space__name_fi="Sali")
    assert set(hall.modes) == {"on_site", "virtual"}
    drawing = Event.objects.standing().filter(allocation="lottery", drawn_at=None, starts_at__gt=now())
    assert drawing.exists()
    assert Digest.objects.count() > 5
    assert (Feedback.objects.aggregate(all=Sum("count"))["all"] or 0) > 50
    answers = [invitation.state for invitation in Invitation.objects.all()]
    assert sorted(answers) == ["declined", "scheduled", "waiting", "waiting"]
    assert [target.name for target in Target.objects.filter(chosen_at__isnull=False)] == ["Esimerkkisairaala"]
    assert any(visited.stops for visited in tour(now()))
    assert (actions.ask_takeaways(at=now()), actions.remind_organisers(at=now())) == (0, 0), "told already"
    assert {outcome.kind for outcome in Outcome.objects.all()} == {"decision", "next_step", "question"}


def _tried() -> None:
    """A campaign with ideas in every state, two of them joined and one late; what was tried out, and two batons."""
    asked = Campaign.objects.get(slug="sinunideasi-esimerkki")
    thoughts = asked.ideas.filter(came_in="")
    assert (thoughts.count(), asked.ideas.exclude(came_in="").count()) == (60, 1)
    assert {idea.language for idea in thoughts} == {"fi", "sv", "en"}
    assert set(thoughts.values_list("state", flat=True)) == set(IdeaState.values)
    assert thoughts.filter(state=IdeaState.MERGED).count() == 2
    first = thoughts.filter(state=IdeaState.OPEN).order_by("made_at").select_related("node")[0]
    assert first.node.due_on is not None
    assert first.node.due_on < today(), "whatever day it is told on"
    alone = Experiment.objects.filter(hold=None)
    assert alone.count() == 25 + 1, "one is carried out by a team of several organisations"
    assert {name for one in alone for name in one.perspectives} == set(Perspective.values)
    assert len({one.lesson for one in alone.filter(works="no")}) > 3
    assert any(one.state(today()) == "overdue" for one in alone)
    through = [baton for baton in Baton.objects.all() if _agencies(baton) >= 5]
    assert len(through) == 1
    assert any(hold.accepted_at is None and hold.due_on < today() for hold in Hold.objects.standing())


def _agencies(baton: Baton) -> int:
    return len({hold.organisation_id for hold in baton.holds.exclude(handed_at=None)})


def _shelved() -> None:
    """Twenty things of each kind in the library, some of them used."""
    published = Item.objects.exclude(published_at=None)
    assert published.count() >= 20
    assert set(published.values_list("kind", flat=True)) == set(Kind.values)
    assert Adoption.objects.count() > 5


def _weighed() -> None:
    """Approvals that are counted, grades in their second round, an appeal, a merge and a branched baton that wait."""
    approved = Campaign.objects.get(weighing="approve")
    ranked = ideas.result_of(approved)
    unseen = [Idea.objects.get(pk=row.idea).title for row in ranked if not row.is_seen_enough]
    assert (len(ranked), unseen) == (12, [LATE.title])
    graded = Campaign.objects.get(weighing="scale")
    assert graded.round_at(now()) == 2
    assert Support.objects.filter(idea__campaign=graded, round=2).exists()
    assert (
        Hiding.objects.waiting().count(),
        Merge.objects.filter(agreed_at=None, undone_at=None).count(),
    ) == (1, 1)
    assert (CommentReport.objects.waiting().count(), CommentReport.objects.count()) == (1, 2)
    assert Baton.objects.exclude(first=None).count() == 2


def _booked() -> None:
    """Thirty spaces, two months of bookings of every fate."""
    assert Space.objects.count() == 30
    assert Space.objects.get(name_fi="Sali").layouts.count() == 4
    bookings = Booking.objects.not_offered()
    assert bookings.count() > 200
    assert Series.objects.count() == 4
    for fate in ("arrived_at", "released_at", "approved_at", "declined_at"):
        assert bookings.exclude(**{fate: None}).exists(), fate
    assert bookings.filter(answer_due_at__isnull=False, approved_at=None, declined_at=None).exists()
    assert BookedSpace.objects.filter(changeover_minutes__gt=0).exists()
    assert (Closure.objects.count(), Report.objects.count(), Waiting.objects.count()) == (1, 1, 1)
    assert Shift.objects.count() > 5
    assert [display.space and display.space.name for display in Display.objects.all()] == [None, "Kaiku"]


def test_the_first_week() -> None:
    tell("first_week")
    assert [site.slug for site in Site.objects.all()] == ["helsinki"]
    assert Person.objects.count() == 30
    assert Visit.objects.exists()


def test_empty() -> None:
    tell("empty")
    assert Person.objects.count() == 10
    assert not Visit.objects.exists()


def test_the_same_seed_tells_the_same_story() -> None:
    tell("first_week")
    first = list(Person.objects.values_list("email", flat=True).order_by("email"))
    names = {str(email).partition("@")[0] for email in first}
    assert {"alba.kaisla", "outi.omanen"} < names
    seven, again, eight = (Teller(seed=seed, say=print).random for seed in (7, 7, 8))
    assert drawn(seven, 20) == (same := drawn(again, 20))
    assert drawn(eight, 20) != same


def test_an_unknown_story_is_refused_with_what_there_is() -> None:
    with pytest.raises(NotAllowed, match="There are: empty, first_week, full_swing"):
        tell("last_week")


def test_one_press_signs_in_and_only_with_its_own_link(settings: Any, client: Client) -> None:
    settings.DEMO, settings.ROOT_URLCONF = True, "tests.demo.urls"
    tell("empty")
    link = cast.sign_in_path("colleague")
    assert client.get(link)["Location"] == "/sv/today/"
    assert client.get("/sv/today/").status_code == 200
    assert client.get(link.replace("colleague", "owner")).status_code == 404
    settings.DEMO = False
    assert client.get(link).status_code == 404


def test_whatever_day_it_is_the_first_open_idea_is_late() -> None:
    """Over Christmas, Easter and the summer as well: the working days of the promise follow the calendar."""
    for number in range(0, 370, 3):
        at = datetime(2026, 11, 1, 22, 30, tzinfo=UTC) + timedelta(days=number)
        teller: Any = SimpleNamespace(at=at)
        days = promise_days(teller)
        due_on = working_day_after(today(at=came_at(teller, 6)), days)
        assert 20 <= days <= 30
        assert due_on < today(at=at)
