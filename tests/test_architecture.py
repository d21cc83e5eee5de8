"""Three graphs, one direction: imports, foreign keys and templates.

The rows come from the contract in pyproject.toml, so there is one list of
rooms. Each rule is shown to catch what it is for.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "fiksummin"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROWS = CONTRACTS[0]["layers"]
HEIGHT = {app: -number for number, row in enumerate(ROWS) for app in re.findall(r"\w+", row)}
DOORS = {"models", "queries", "rules", "actions", "facts", "choices", "things"}
OPEN = {"core", "ui"}
BUILT = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

REACH = re.compile(r"{%\s*(include|extends)\s+[\"']([a-z_]+)/(?:[^\"']*/)?([^/\"']+)[\"']")
NAMED = re.compile(r"[\"']([a-z_]+)/([\w./-]+\.(?:html|txt))(?:#\w+)?[\"']")


def trespasses(imports: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Find imports that enter another app elsewhere than by its doors."""
    for importer, imported in imports:
        here, there = importer.split("."), imported.split(".")
        inside = len(here) >= 3 and len(there) >= 3 and here[1] != there[1]
        if inside and there[1] not in OPEN and there[2] not in DOORS:
            yield f"{importer} -> {imported}"


def uphill(keys: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Find foreign keys by which a lower app learns of a higher one."""
    for here, name, there in keys:
        if here in HEIGHT and there in HEIGHT and HEIGHT[there] > HEIGHT[here]:
            yield f"{here}.{name} -> {there}"


def strays(here: str, source: str) -> Iterator[str]:
    """Find templates that lean on another app's page, or on a higher one's fragment."""
    for verb, there, name in REACH.findall(source):
        shared = verb == "include" and name.startswith("_")
        if there in HEIGHT and there not in {here, "ui"}:
            if not shared:
                yield f"{verb} {there}/{name}"
            elif HEIGHT[there] >= HEIGHT[here]:
                yield f"uphill {verb} {there}/{name}"


def borrowed(here: str, source: str) -> Iterator[str]:
    """Find Python that answers with another app's page; a shared fragment (``_card.html``) may be lent."""
    for there, name in NAMED.findall(source):
        if there in HEIGHT and there not in {here, "ui"}:
            lent = Path(name).name.startswith("_") and HEIGHT[there] < HEIGHT[here]
            if not lent:
                yield f"{there}/{name}"


def test_apps_meet_only_at_their_doors() -> None:
    graph = grimp.build_graph("fiksummin", cache_dir=str(ROOT / ".state" / "grimp"))
    imports = [
        (module, target)
        for module in graph.modules
        for target in graph.find_modules_directly_imported_by(module)
    ]
    assert imports
    assert sorted(trespasses(imports)) == []


def test_foreign_keys_point_downwards() -> None:
    keys = [
        (model._meta.app_label, f"{model.__name__}.{field.name}", field.related_model._meta.app_label)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete
        and field.is_relation
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, Model)
    ]
    assert keys
    assert sorted(uphill(keys)) == []


def test_templates_lean_on_the_base_and_on_shared_fragments_below() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {stray}"
        for path in sorted(PACKAGE.rglob("templates/**/*.*"))
        if path.suffix in {".html", ".txt"}
        for stray in strays(path.relative_to(PACKAGE).parts[0], path.read_text())
    ]
    assert found == []


def test_views_answer_with_their_own_pages() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {stray}"
        for app in sorted(BUILT)
        for path in sorted((PACKAGE / app).rglob("*.py"))
        for stray in borrowed(app, path.read_text())
    ]
    assert found == []


def test_every_room_has_its_place_and_every_domain_app_its_order() -> None:
    assert sorted(BUILT - set(HEIGHT)) == []
    unbuilt = {name for row in ROWS for name in re.findall(r"\((\w+)\)", row)}
    assert sorted(unbuilt & BUILT) == [], "a room that is built stands without parentheses"
    ordered = {name.removeprefix("fiksummin.") for name in CONTRACTS[1]["containers"]}
    with_rules = {app for app in BUILT - OPEN if list((PACKAGE / app).glob("actions*"))}
    domain = {app for app in with_rules if HEIGHT["portal"] > HEIGHT[app]}
    assert sorted(domain - ordered) == []


@pytest.mark.parametrize(
    ("importer", "imported", "caught"),
    [
        ("fiksummin.portal.views", "fiksummin.spaces.views", True),
        ("fiksummin.api.visits", "fiksummin.spaces.forms", True),
        ("fiksummin.api.visits", "fiksummin.spaces.actions.visits", False),
        ("fiksummin.portal.views", "fiksummin.ui.dates", False),
        ("fiksummin.spaces.views", "fiksummin.spaces.forms", False),
        ("fiksummin.urls", "fiksummin.spaces.urls", False),
    ],
)
def test_a_trespass_is_caught(importer: str, imported: str, caught: bool) -> None:
    assert bool(list(trespasses([(importer, imported)]))) is caught


@pytest.mark.parametrize(
    ("here", "there", "caught"),
    [
        ("people", "spaces", True),
        ("core", "people", True),
        ("spaces", "people", False),
        ("spaces", "boards", False),
        ("people", "contenttypes", False),
    ],
)
def test_an_uphill_key_is_caught(here: str, there: str, caught: bool) -> None:
    assert bool(list(uphill([(here, "Thing.key", there)]))) is caught


@pytest.mark.parametrize(
    ("here", "source", "caught"),
    [
        ("people", '{% include "spaces/_visit.html" %}', True),
        ("portal", '{% include "spaces/visit.html" %}', True),
        ("portal", '{% extends "spaces/_visit.html" %}', True),
        ("spaces", '{% include "boards/_board.html" %}', True),
        ("portal", '{% include "spaces/_visit.html" %}', False),
        ("portal", '{% include "spaces/parts/_visit.html" with big=True %}', False),
        ("spaces", '{% extends "ui/base.html" %}{% include "spaces/row.html" %}', False),
        ("people", '{% extends "account/base.html" %}', False),
    ],
)
def test_a_stray_template_is_caught(here: str, source: str, caught: bool) -> None:
    assert bool(list(strays(here, source))) is caught


@pytest.mark.parametrize(
    ("here", "source", "caught"),
    [
        ("portal", 'render(request, "spaces/visit.html")', True),
        ("spaces", 'render(request, "portal/_panel.html")', True),
        ("portal", 'render(request, "spaces/_visit.html")', False),
        ("spaces", 'render(request, "spaces/visit.html#row")', False),
        ("people", 'render(request, "account/login.html")', False),
    ],
)
def test_a_borrowed_page_is_caught(here: str, source: str, caught: bool) -> None:
    assert bool(list(borrowed(here, source))) is caught
