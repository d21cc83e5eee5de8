"""Whatever is sent, the API answers as it says it does, and never breaks.

``FIKSUMMIN_FUZZ_EXAMPLES=2000`` looks longer, and at other examples each time.
"""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.generation.case import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from fiksummin.api.urls import api
from fiksummin.core.attachments import Kept, Kind
from fiksummin.ideas import actions
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import circles, events, experiments, ideas, library, people, spaces

WANTED = int(os.environ.get("FIKSUMMIN_FUZZ_EXAMPLES", "0"))
EXAMPLES = WANTED or 20
DESCRIBED = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
OPERATIONS = [(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods]
ODD = [0, 2**63, 10**30]
MAYBE = [positive_data_acceptance]
EXCUSED = {
    ("/api/v1/visits", "post"): MAYBE,
    ("/api/v1/waitings", "post"): MAYBE,
    ("/api/v1/bookings", "post"): MAYBE,
    ("/api/v1/bookings/preview", "post"): MAYBE,
    ("/api/v1/bookings/series", "post"): MAYBE,
    ("/api/v1/bookings/series/preview", "post"): MAYBE,
    ("/api/v1/bookings/{booking}", "patch"): MAYBE,
    ("/api/v1/bookings/{booking}/cancellation", "post"): MAYBE,
    ("/api/v1/events", "get"): MAYBE,
    ("/api/v1/events", "post"): MAYBE,
    ("/api/v1/events/{event}", "patch"): MAYBE,
    ("/api/v1/events/{event}/cancellation", "post"): MAYBE,
    ("/api/v1/events/{event}/online", "post"): MAYBE,
    ("/api/v1/events/{event}/registrations", "post"): MAYBE,
    ("/api/v1/events/{event}/takeaways", "post"): MAYBE,
    ("/api/v1/events/{event}/publication", "post"): MAYBE,
    ("/api/v1/events/{event}/takeaways/picture", "post"): MAYBE,
    ("/api/v1/events/{event}/takeaways/recording", "post"): MAYBE,
    ("/api/v1/invitations", "post"): MAYBE,
    ("/api/v1/targets", "post"): MAYBE,
    ("/api/v1/targets/{target}/removal", "post"): MAYBE,
    ("/api/v1/registrations/{registration}/cancellation", "post"): MAYBE,
    ("/api/v1/registrations/{registration}/check-in", "post"): MAYBE,
    ("/api/v1/registrations/{registration}/handover", "post"): MAYBE,
    ("/api/v1/campaigns/{campaign}/ideas", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/support", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/decisions", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/entrusting", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/merge", "post"): MAYBE,
    ("/api/v1/experiments", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}", "patch"): MAYBE,
    ("/api/v1/experiments/{experiment}/ending", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}/last-day", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}/repetitions", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}/notes", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}/team", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}/lesson/answer", "post"): MAYBE,
    ("/api/v1/experiments/{experiment}/lesson/receiver", "post"): MAYBE,
    ("/api/v1/batons", "post"): MAYBE,
    ("/api/v1/batons/{baton}/acceptance", "post"): MAYBE,
    ("/api/v1/batons/{baton}/experiments", "post"): MAYBE,
    ("/api/v1/batons/{baton}/release", "post"): MAYBE,
    ("/api/v1/batons/{baton}/hand-over", "post"): MAYBE,
    ("/api/v1/campaigns/{campaign}/batons", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/merge/answer", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/merge/undoing", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/authors", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/comments", "post"): MAYBE,
    ("/api/v1/ideas/{idea}/attachments", "post"): MAYBE,
    ("/api/v1/comments/{comment}/hiding", "post"): MAYBE,
    ("/api/v1/comments/{comment}", "patch"): MAYBE,
    ("/api/v1/comments/{comment}/taking-back", "post"): MAYBE,
    ("/api/v1/comments/{comment}/report", "post"): MAYBE,
    ("/api/v1/comments/{comment}/leaving", "post"): MAYBE,
    ("/api/v1/hidings/{hiding}/appeal", "post"): MAYBE,
    ("/api/v1/hidings/{hiding}/ruling", "post"): MAYBE,
    ("/api/v1/library/{item}/adoptions", "post"): MAYBE,
    ("/api/v1/circles", "post"): MAYBE,
    ("/api/v1/circles/{circle}/joining", "post"): MAYBE,
    ("/api/v1/circles/{circle}/leaving", "post"): MAYBE,
    ("/api/v1/availability", "get"): MAYBE,
    ("/api/v1/spaces/{space}/timeline", "get"): MAYBE,
    ("/api/v1/sites/{slug}/timeline", "get"): MAYBE,
}
"""A wish may be well-formed and yet in the past, at a site that is closed then, or end before it begins."""
WEATHER = settings(
    max_examples=EXAMPLES,
    derandomize=not WANTED,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def read_whole(environ: dict[str, Any], start: Any) -> list[bytes]:
    """Answer as the service does, and close what was read from: the fuzzer does not."""
    answer = WSGIHandler()(environ, start)
    try:
        return [b"".join(answer)]
    finally:
        answer.close()


class Fuzzed:
    """The API with something in it, and a description that hints at what is there."""

    def __init__(self, cast: Cast) -> None:
        """Make a visit, a booking, and an event with somebody in it."""
        self.visit = spaces.visit(cast.member, cast.helsinki, note="Tulemme junalla")
        room = spaces.space(cast.helsinki, name="Kallio", layouts={"board": 8, "theatre": 20})
        self.booking = spaces.booking(cast.member, room, note="Tulemme junalla")
        event = events.event(cast.member, space=spaces.space(cast.helsinki, seats=8), virtual_places=5)
        registration = events.registration(cast.member, event)
        described = json.loads(json.dumps(DESCRIBED))
        hints = {"slug": ["helsinki", "vaasa"], "visit": [self.visit.pk, *ODD]}
        hints |= {"space": [room.pk, *ODD], "booking": [self.booking.pk, *ODD]}
        hints |= {"event": [event.pk, *ODD], "registration": [registration.pk, *ODD]}
        hints |= self._trail(cast)
        for path, method in OPERATIONS:
            for parameter in described["paths"][path][method]["parameters"]:
                if parameter["in"] == "path" and parameter["name"] in hints:
                    parameter["schema"]["enum"] = hints[parameter["name"]]
        self.schema = schemathesis.openapi.from_dict(described)
        self.schema.app = read_whole

    def _trail(self, cast: Cast) -> dict[str, list[Any]]:
        campaign = ideas.campaign(cast.facilitator)
        idea = ideas.idea(cast.member, campaign)
        experiment, baton = (
            experiments.experiment(cast.member),
            experiments.baton(cast.facilitator, cast.member),
        )
        comment = actions.comment_on_idea(by=cast.colleague, idea=idea, text="Hyvä ajatus.")
        hidden = actions.comment_on_idea(by=cast.member, idea=idea, text="Kukaan ei osaa mitään.")
        hiding = actions.hide_comment(by=cast.host, comment=hidden, reason="Kommentti puhuu ihmisistä.")
        kept = Kept(b"Muistio", ".txt", Kind.DOCUMENT)
        attachment = actions.attach_to_idea(by=cast.member, idea=idea, kept=kept, words="Muistio")
        found = {
            "attachment": attachment,
            "comment": comment,
            "hiding": hiding,
            "circle": circles.circle(cast.colleague),
            "item": library.item(cast.colleague),
            "campaign": campaign,
            "idea": idea,
            "experiment": experiment,
            "baton": baton,
        }
        hints: dict[str, list[Any]] = {name: [row.pk, *ODD] for name, row in found.items()}
        return hints | {"kind": ["idea", "nothing"], "number": [idea.pk, *ODD]}

    def send(self, person: Person, path: str, method: str, mode: GenerationMode) -> None:
        """Send many requests of one kind, and judge every answer."""
        headers = {"Authorization": f"Bearer {people.token(person)}", "Accept-Encoding": "identity"}

        @WEATHER
        @given(case=self.schema[path][method.upper()].as_strategy(generation_mode=mode))
        def judge(case: Case) -> None:
            case.call_and_validate(headers=headers, excluded_checks=EXCUSED.get((path, method), []))

        judge()


@pytest.fixture
def fuzzed(cast: Cast) -> Iterator[Fuzzed]:
    signals = (request_started, request_finished)
    for signal in signals:  # as Django's own test client: the test's transaction lives in this connection
        signal.disconnect(close_old_connections)
    yield Fuzzed(cast)
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_as_described(
    fuzzed: Fuzzed, cast: Cast, path: str, method: str, mode: GenerationMode
) -> None:
    fuzzed.send(cast.host if "expected" in path else cast.member, path, method, mode)


def test_a_defect_would_be_found(fuzzed: Fuzzed, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(*_args: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("fiksummin.api.sites.queries.for_reader", careless)
    with pytest.raises(BaseExceptionGroup):
        fuzzed.send(cast.member, "/api/v1/sites", "get", GenerationMode.POSITIVE)
