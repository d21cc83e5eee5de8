"""Rules for Python: each a question to a syntax tree, with the lesson that a finding says."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from dev.lint.syntax import calls, chain, functions, is_text, layer, room, run_at_import

type Rule = Callable[[Path, ast.Module], Iterator[int]]
RULES: dict[str, tuple[Rule, str]] = {}

WRITERS = {"actions", "migrations", "personal"}
"""Where writing belongs: actions, history, and what an erasure does."""
FOR_OPERATORS = {"commands", "management", "migrations"}
"""Where the reader is who runs the service, in English."""
MAKING = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "acreate"}
CHANGING = {"update", "delete"}
READER = re.compile(r"\b(?:request|reader|person|user|me)\b")
"""Who asks: a row found by its owner is loaded through the person, too."""
PERMISSION = re.compile(r"(?:may|can|allows?|permits?)_")
SENTENCES = {"NotAllowed", "Conflict", "ValidationError"}
MESSAGES = {"success", "info", "warning", "error"}
TRANSLATING = {"gettext", "ngettext", "pgettext", "npgettext"}
CLOCKS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "timezone": {"now", "localtime", "localdate"},
}


def rule(name: str, lesson: str) -> Callable[[Rule], Rule]:
    """Enter a rule under the name by which it is excused, with the sentence that a finding says."""

    def enter(check: Rule) -> Rule:
        RULES[name] = check, lesson
        return check

    return enter


@rule(
    "writes",
    "Only actions write. Write or call one in the app's actions: one transaction locks, asks the "
    "rule, writes narrow and announces the fact, and every face of the product does the same.",
)
def writes(path: Path, tree: ast.Module) -> Iterator[int]:
    if not room(path) or room(path) in {"core", "demo"} or layer(path) in WRITERS:
        return
    for call, name in calls(tree):
        on = chain(call)
        saves = name == "save" and isinstance(call.func, ast.Attribute) and not call.args
        makes = name in MAKING and ".objects" in on
        changes = name in CHANGING and any(part in on for part in (".objects", ".filter(", ".exclude("))
        if saves or makes or changes:
            yield call.lineno


@rule(
    "through-the-person",
    "Load it through the person: get_object_or_404(Visit.objects.visible_to(person), …). Then a "
    "stranger gets 404 without anyone remembering to check.",
)
def through_the_person(path: Path, tree: ast.Module) -> Iterator[int]:
    if layer(path) != "views" and room(path) != "api":
        return
    for call, name in calls(tree):
        on = chain(call)
        source = ast.unparse(call.args[0]) if call.args else ""
        direct = name in {"get", "aget"} and ".objects" in on
        shortcut = name in {"get_object_or_404", "get_list_or_404"} and source[:1].isupper()
        mine = READER.search(" ".join(ast.unparse(word.value) for word in call.keywords))
        if (direct or shortcut) and not mine and "visible_to" not in on + source:
            yield call.lineno


@rule(
    "lock-says-key",
    "Say select_for_update(no_key=True): without it PostgreSQL also blocks everyone who only points "
    "at the row by a foreign key.",
)
def lock_says_key(path: Path, tree: ast.Module) -> Iterator[int]:
    for call, name in calls(tree):
        if name == "select_for_update" and "no_key" not in {word.arg for word in call.keywords}:
            yield call.lineno


@rule(
    "now",
    "Ask fiksummin.core.time for the time, or better take it as at=: one clock, always with its zone,"
    " that tests can set.",
)
def one_clock(path: Path, tree: ast.Module) -> Iterator[int]:
    if not room(path) or path.parts[1:3] == ("core", "time.py"):
        return
    for call, name in calls(tree):
        if name in CLOCKS.get(chain(call).rpartition(".")[2], ()) and not call.args:
            yield call.lineno


@rule(
    "mail",
    "Write mail with fiksummin.core.mail.post: in the same transaction as what it tells, sent once, "
    "also after a crash.",
)
def mail_goes_by_post(path: Path, tree: ast.Module) -> Iterator[int]:
    if not room(path) or room(path) == "core":
        return
    for call, name in calls(tree):
        if name in {"send_mail", "send_mass_mail", "mail_admins", "EmailMessage", "EmailMultiAlternatives"}:
            yield call.lineno


@rule(
    "after-commit",
    "What runs after the commit is lost when the process dies in between. Announce a fact and hear it"
    " with @later: the worker does it at least once.",
)
def nothing_after_commit(path: Path, tree: ast.Module) -> Iterator[int]:
    if room(path) != "core":
        yield from (call.lineno for call, name in calls(tree) if name == "on_commit" and room(path))


@rule(
    "keywords-only",
    "An action takes keywords only, so that a call reads as a sentence: cancel(visit=visit, "
    "by=person, at=now()).",
)
def actions_take_keywords(path: Path, tree: ast.Module) -> Iterator[int]:
    if layer(path) != "actions":
        return
    for function in functions(tree):
        if function.name.startswith("_"):
            continue
        names = {argument.arg for argument in [*function.args.args, *function.args.kwonlyargs]}
        if "by" in names and (function.args.args or function.args.posonlyargs):
            yield function.lineno


@rule(
    "rules-say-why",
    "A rule answers with the sentence that forbids, and with an empty one for yes: why_not_cancel(…) "
    "-> str. The same sentence explains the button and is raised by the action.",
)
def rules_say_why(path: Path, tree: ast.Module) -> Iterator[int]:
    if layer(path) != "rules":
        return
    for function in functions(tree):
        returns = ast.unparse(function.returns) if function.returns else ""
        if returns == "bool" and PERMISSION.match(function.name):
            yield function.lineno


@rule(
    "translated",
    "People read this sentence: wrap it in gettext, so that it exists in Finnish and Swedish too.",
)
def sentences_are_translated(path: Path, tree: ast.Module) -> Iterator[int]:
    if room(path) in {"", "demo"} or layer(path) in FOR_OPERATORS:
        return
    for call, name in calls(tree):
        sentence = call.args[:1] if name in SENTENCES else []
        if name in MESSAGES and chain(call) == "messages":
            sentence = call.args[1:2]
        if layer(path) == "forms":
            sentence = [
                *sentence,
                *(word.value for word in call.keywords if word.arg in {"label", "help_text"}),
            ]
        if any(is_text(argument) and ast.unparse(argument).strip("'\"") for argument in sentence):
            yield call.lineno


@rule(
    "lazy",
    "This is translated once, when the module is read, in no one's language. Use gettext_lazy here.",
)
def lazy_at_import(path: Path, tree: ast.Module) -> Iterator[int]:
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in TRANSLATING
    }
    for node in run_at_import(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node.lineno


@rule(
    "found-by-xgettext",
    "Under this name, or within an f-string, xgettext does not see the sentences, and nobody will "
    "translate them. Import it plainly, say it before; only gettext or gettext_lazy may be called _.",
)
def found_by_xgettext(path: Path, tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation" and room(path):
            for alias in node.names:
                plain = alias.asname is None or "gettext" not in alias.name
                if not plain and (alias.asname, alias.name) not in {("_", "gettext"), ("_", "gettext_lazy")}:
                    yield node.lineno
        if isinstance(node, ast.JoinedStr):
            yield from (call.lineno for call, name in calls(node) if name in {"_", *TRANSLATING})
