"""Net 1: every address by every method as every persona, and no canary where it must not sing."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction

from fiksummin.api import bearers
from fiksummin.people.choices import Scope
from fiksummin.people.models import Role
from tests.doors import world as worlds
from tests.doors.verdicts import Row, read
from tests.doors.walk import Walker, homeless, ours, routes, unruled
from tests.permissions import API, EDITED, GROUPS, PAGES

ROWS = [*PAGES, *EDITED, *API]
SEEDED = "tests.doors.seeded"
OUTSIDE = ("anonymous", "member", "manager", "weak_owner", "lapsed")
"""Those to whom the editors' side is shut."""


@pytest.fixture(scope="module")
def walker(django_db_setup: None, django_db_blocker: Any) -> Iterator[Walker]:
    """One world for all doors, undone at the end; its clock stands."""
    with django_db_blocker.unblock(), time_machine.travel(worlds.MOMENT, tick=False), transaction.atomic():
        yield Walker(worlds.build())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def known() -> dict[str, bool]:
    return routes()


def row_of(route: str) -> Row:
    return next(row for row in ROWS if row.route == route)


def test_every_address_has_a_row_and_every_row_an_address(known: dict[str, bool]) -> None:
    assert unruled(known, ROWS, GROUPS, ours()) == []
    assert homeless(known, ROWS, GROUPS) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.route)
def test_door(walker: Walker, known: dict[str, bool], row: Row) -> None:
    assert walker.findings(row, spoken=known[row.address]) == []


def test_the_editors_side_is_shut_to_everybody_else(walker: Walker, known: dict[str, bool]) -> None:
    addresses = [route for route in known if route.startswith("admin/") and "<" not in route]
    assert len(addresses) > 50
    found = []
    for route in addresses:
        for persona in OUTSIDE:
            answer = walker.knock(persona, "GET", f"/{route}", api=False)
            if answer.status_code not in {302, 403, 404, 405} or walker.leaks(route, persona, answer):
                found.append(f"{route} as {persona}: {answer.status_code}")
    assert found == []
    assert walker.knock("editor", "GET", "/admin/", api=False).status_code == 200


def test_pages_about_signing_in_tell_nothing(walker: Walker, known: dict[str, bool]) -> None:
    addresses = [route for route in known if route.startswith("accounts/") and "<" not in route]
    assert len(addresses) > 10
    found = []
    for route in addresses:
        for persona in ("anonymous", "colleague", "outsider"):
            answer = walker.knock(persona, "GET", f"/fi/{route}", api=False)
            if answer.status_code >= 500 or walker.leaks(route, persona, answer):
                found.append(f"{route} as {persona}: {answer.status_code}")
    assert found == []


# --- The net itself ------------------------------------------------------------------------------------


def test_an_address_without_a_row_is_named() -> None:
    found = unruled(routes(SEEDED), ROWS, GROUPS, ours(SEEDED))
    assert found == [f"seeded/<int:visit>/{name}/" for name in ("open", "talkative", "whispering")]


def test_a_view_of_our_own_is_not_taken_in_by_a_group_of_others() -> None:
    """One stands bare, one is a class, one is wrapped by a library; what we wrap of a library is not ours."""
    own = {"admin/account/", "accounts/login/", "admin/reports/untranslated/"}
    rows = [row for row in ROWS if row.address not in own]
    found = unruled(routes(), rows, GROUPS, ours())
    assert {route for route in found if route.startswith(tuple(GROUPS))} == own
    assert "accounts/2fa/totp/activate/" not in ours()
    assert "admin/" not in ours()


def test_a_row_without_an_address_is_named(known: dict[str, bool]) -> None:
    gone = read("visits/<int:pk>/price/  GET  rest 200")
    assert homeless(known, [*ROWS, *gone], {**GROUPS, "forum/": ""}) == ["visits/<int:pk>/price/", "forum/"]


@pytest.mark.parametrize(
    ("name", "finds"),
    [
        ("open", {"200, the table says 403", "shows “kanaria-kaynti”"}),
        ("talkative", {"shows “kanaria-kaynti”"}),
        ("whispering", {"shows “kanaria-kaynti”"}),
    ],
)
def test_a_leak_is_found(walker: Walker, settings: Any, name: str, finds: set[str]) -> None:
    settings.ROOT_URLCONF = SEEDED
    everywhere = "anonymous lapsed expired weak_owner rest 403"
    row = read(f"seeded/<int:visit>/{name}/  ANY  {everywhere}")[0]
    found = [finding for finding in walker.findings(row, spoken=False) if " as outsider" in finding]
    assert {finding.partition(": ")[2] for finding in found} == finds


def everything(rows: Any, *_args: Any) -> Any:
    return rows.all()


def no_reason(*_args: Any) -> str:
    return ""


@pytest.mark.parametrize(
    "mutant",
    [
        ("fiksummin.spaces.models.visit.VisitQuerySet.visible_to", everything, "visits/<int:pk>/"),
        ("fiksummin.spaces.models.visit.VisitQuerySet.visible_to", everything, "api/v1/visits/<int:visit>"),
        ("fiksummin.spaces.rules.why_not_host", no_reason, "sites/<slug:slug>/desk/"),
        ("fiksummin.spaces.rules.why_not_host", no_reason, "api/v1/sites/<slug:slug>/expected"),
        ("fiksummin.spaces.rules.why_not_host", no_reason, "visits/<int:pk>/arrival/"),
        ("fiksummin.spaces.rules.why_not_change", no_reason, "visits/<int:pk>/change/"),
        ("fiksummin.spaces.rules.why_not_manage", no_reason, "sites/new/"),
        ("fiksummin.people.rules.why_not_run", no_reason, "organisations/"),
        (
            "fiksummin.people.queries.roles_seen_by",
            lambda *_args: Role.objects.all(),
            "roles/<int:role=elsewhere_role>/end/",
        ),
        ("fiksummin.people.rules.why_not_enter", no_reason, "today/"),
        ("fiksummin.api.bearers.why_not_enter", no_reason, "api/v1/sites"),
        ("fiksummin.people.models.Person.standing_roles", [("owner", "")], "sites/<slug:slug>/seats/"),
        (
            "fiksummin.site.models.talk.CommentQuerySet.visible_to",
            everything,
            "comments/<int:comment=removed>/report/",
        ),
        (
            "fiksummin.site.models.feedback.FeedbackQuerySet.visible_to",
            everything,
            "accessibility-feedback/<int:feedback>/",
        ),
    ],
    ids=lambda mutant: f"{mutant[0].rpartition('.')[2]} at {mutant[2]}",
)
def test_a_guard_that_is_gone_is_missed(
    walker: Walker, known: dict[str, bool], monkeypatch: pytest.MonkeyPatch, mutant: tuple[str, Any, str]
) -> None:
    guard, gone, route = mutant
    row = row_of(route)
    monkeypatch.setattr(guard, gone)
    assert walker.findings(row, spoken=known[row.address]) != []


def test_a_token_that_writes_though_it_may_only_read_is_found(
    walker: Walker, known: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = row_of("api/v1/visits/<int:visit>/cancellation")
    monkeypatch.setattr(bearers.WRITE, "scope", Scope.READ)
    found = walker.findings(row, spoken=known[row.address])
    told = [re.sub(r"visits/\d+/", "visits/N/", finding) for finding in found]
    assert told == ["POST /api/v1/visits/N/cancellation as reader: 200, the table says 403"]
