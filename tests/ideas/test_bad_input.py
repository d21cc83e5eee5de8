"""What people send by mistake or to see what happens: a million letters, scripts in every word, accounts that have ended."""

from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from django.utils import translation

from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.core.worker import drain
from fiksummin.experiments import actions as trying
from fiksummin.experiments import queries as tried
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Audience, IdeaState
from fiksummin.ideas.models import Comment, Idea, IdeaStep
from fiksummin.notifications import actions as notifications
from fiksummin.people.models import Agreement
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories.ideas import campaign, idea, move, reason

pytestmark = pytest.mark.django_db
MILLION = "Kokeillaan uutta. " * 58_000
SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
TRAPS = ("<script>alert", "<img src=x", 'onerror=alert(2)>"')


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.mark.parametrize("field", ["title", "text"])
def test_an_idea_of_a_million_letters_is_refused_at_its_field(cast: Cast, field: str) -> None:
    asked = campaign(cast.facilitator)
    sent = {
        "title": "Kokeillaan",
        "text": "Yhdessä",
        "perspective": "use_of_ict",
        "language": "fi",
        field: MILLION,
    }
    page = signed_in(cast.member).post(f"/en/campaigns/{asked.slug}/ideas/new/", sent)
    assert (page.status_code, f'id="id_{field}_error"' in page.text or "characters" in page.text) == (
        422,
        True,
    )
    body = {("body" if name == "text" else name): words for name, words in sent.items()}
    program = program_of(cast.member)
    answer = program.post(f"campaigns/{asked.pk}/ideas", body)
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert not Idea.objects.exists()


def test_a_million_letters_elsewhere_are_refused_too(cast: Cast) -> None:
    one, two = (idea(cast.member, (asked := campaign(cast.facilitator))) for _n in range(2))
    lead, author = signed_in(cast.facilitator), signed_in(cast.member)
    steps = IdeaStep.objects.count()
    for client, path, sent in (
        (lead, f"ideas/{one.pk}/step/", {"state": "declined", "reason": MILLION}),
        (author, f"ideas/{one.pk}/withdrawal/", {"reason": MILLION}),
        (author, f"ideas/{one.pk}/comments/", {"text": MILLION, "stance": "for"}),
        (author, f"ideas/{one.pk}/merge/?q={two.title}", {"into": two.pk, "reason": MILLION}),
    ):
        assert client.post(f"/en/{path}", sent).status_code == 422, path
    assert (IdeaStep.objects.count(), Comment.objects.count(), asked.ideas.count()) == (steps, 0, 1)


def test_scripts_in_every_word_are_words(cast: Cast) -> None:
    """In titles, texts, reasons, next steps, comments, lessons and batons; on pages, the trail, notices and letters."""
    asked = campaign(cast.facilitator, audience=Audience.PUBLIC)
    row = idea(cast.member, asked, title=SCRIPT, text=SCRIPT)
    actions.support_idea(by=cast.colleague, idea=row)
    actions.comment_on_idea(by=cast.colleague, idea=row, text=SCRIPT)
    move(cast.facilitator, row, IdeaState.ACCEPTED, next_step=SCRIPT, reason=f"{SCRIPT} {reason()}")
    started = make.experiment(cast.colleague, title=SCRIPT, why=SCRIPT, place=SCRIPT, idea=row)
    trying.note_experiment(by=cast.colleague, experiment=started, text=SCRIPT)
    trying.ask_team(by=cast.member, experiment=started, text=SCRIPT)
    lesson = f"{SCRIPT} ja jotain opittiin"
    trying.end_experiment(
        by=cast.colleague, experiment=started, wish=make.ending(lesson=lesson, result=SCRIPT)
    )
    baton = make.baton(cast.facilitator, "joku@virasto.example", title=SCRIPT, text=SCRIPT)
    drain()
    reader = signed_in(cast.member)
    pages = [
        f"ideas/{row.pk}/", f"campaigns/{asked.slug}/", f"trail/idea/{row.pk}/", "trail/", "notices/",
        f"experiments/{started.pk}/", "experiments/", f"batons/{baton.pk}/", "batons/", "search/?q=script",
        f"experiments/{started.pk}/repetitions/new/", f"experiments/new/?idea={row.pk}",
    ]  # fmt: skip
    for page in pages:
        answer = reader.get(f"/en/{page}")
        assert answer.status_code == 200, page
        assert not [trap for trap in TRAPS if trap in answer.text], page
    assert "&lt;script&gt;alert(1)" in reader.get(f"/en/ideas/{row.pk}/").text
    notifications.mail_due(at=now() + timedelta(hours=2))
    raws = [bytes(letter.content) for letter in Letter.objects.all()]
    assert raws
    for raw in raws:
        parts = [part for part in message_from_bytes(raw, policy=default).walk() if not part.is_multipart()]
        assert {part.get_content_type() for part in parts} == {"text/plain"}


def test_support_for_ones_own_idea_and_what_it_was_joined_to_is_one(cast: Cast) -> None:
    asked = campaign(cast.facilitator)
    one, two = (idea(cast.member, asked) for _n in range(2))
    program = program_of(cast.member)
    for _time in range(2):
        for row in (one, two):
            assert program.post(f"ideas/{row.pk}/support", {}).status_code == 200
    actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=reason())
    assert program.post(f"ideas/{one.pk}/support", {}).status_code in {403, 409}
    assert program.get(f"ideas/{two.pk}").json()["supporters"] == 1


type Deciding = Callable[[Any, Idea], int]
WAYS: dict[str, Deciding] = {
    "page": lambda cast, row: (
        signed_in(cast.colleague)
        .post(f"/en/ideas/{row.pk}/step/", {"state": "declined", "reason": reason()})
        .status_code
    ),
    "program": lambda cast, row: (
        program_of(cast.colleague)
        .post(f"ideas/{row.pk}/decisions", {"state": "declined", "reason": reason()})
        .status_code
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_nobody_decides_without_the_role(cast: Cast, way: str) -> None:
    row = idea(cast.member, campaign(cast.facilitator))
    assert WAYS[way](cast, row) == 403
    with pytest.raises(NotAllowed):
        move(cast.colleague, row, IdeaState.DECLINED)
    row.refresh_from_db()
    assert row.state == IdeaState.OPEN


def test_neither_a_baton_nor_a_lesson_goes_to_an_account_that_has_ended(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    hold = tried.holder(baton)
    assert hold is not None
    Agreement.objects.filter(organisation=cast.partner.organisation).update(
        starts_on=today() - timedelta(days=40), ends_on=today() - timedelta(days=1)
    )
    with pytest.raises(NotAllowed, match="to a member"):
        trying.pass_baton_on(by=cast.member, hold=hold, receiver=cast.partner)
    started = make.experiment(cast.member)
    with pytest.raises(NotAllowed, match="Name a member"):
        trying.end_experiment(by=cast.member, experiment=started, wish=make.ending(receiver=cast.partner))
    started.refresh_from_db()
    assert started.ended_at is None


@pytest.mark.parametrize("nothing", ["\u200b", "\u202e\u202c", "\u3164 \u2800"])
def test_what_shows_nothing_is_no_idea(cast: Cast, nothing: str) -> None:
    asked = campaign(cast.facilitator)
    sent = {"title": nothing, "text": nothing, "perspective": "leadership", "language": "fi"}
    assert signed_in(cast.member).post(f"/fi/campaigns/{asked.slug}/ideas/new/", sent).status_code == 422
    wish = {"title": nothing, "body": nothing, "perspective": "leadership", "language": "fi"}
    assert program_of(cast.member).post(f"campaigns/{asked.pk}/ideas", wish).status_code == 422
    assert not asked.ideas.exists()
