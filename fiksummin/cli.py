"""The program ``fiksummin``: everything that is done from a command line.

What the commands do stands in ``commands.py`` of the rooms; this file reads the words, and imports nothing
that a command does not need. Exit codes: 0 done, 1 refused (a sentence on standard error says why), 2 not
understood.
"""

import argparse
import difflib
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from fiksummin.core.errors import NotDone
from fiksummin.core.serving import sockets


def main(argv: Sequence[str] | None = None) -> int:
    """Do one command; answer the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        parser().print_help()
        return 2
    arguments = parser().parse_args(words[:1] if words[:1] == ["manage"] else words)
    try:
        return _do(arguments, words[1:])
    except NotDone as sentence:
        sys.stderr.write(f"{sentence}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _do(arguments: argparse.Namespace, rest: list[str]) -> int:
    if arguments.demo:
        os.environ["FIKSUMMIN_DEMO"] = "1"
        os.environ.setdefault("FIKSUMMIN_LOG_LEVEL", "WARNING")
    if arguments.target == "manage":
        return _manage(rest)
    with ExitStack() as until_done:
        if "port" in arguments:
            # Before anything slow: a port in use is known at once, and early visitors wait in its queue.
            port = _default_port() if arguments.port is None else arguments.port
            arguments.socket = until_done.enter_context(sockets.listen(arguments.host, port))
            os.environ["PORT"] = str(arguments.socket.getsockname()[1])
        _set_django_up()
        module, _, name = arguments.target.partition(":")
        command: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
        return command(arguments)


def _set_django_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fiksummin.settings")
    import django  # noqa: PLC0415 -- `fiksummin --help` needs none of it
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- as above

    gc.disable()  # importing makes much and drops little: looking for garbage meanwhile costs a fifth
    try:
        django.setup()
    except (ImproperlyConfigured, ValueError) as wrong:
        raise NotDone(f"The settings cannot be used: {wrong}") from wrong
    finally:
        gc.enable()
        gc.freeze()


def _manage(words: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fiksummin.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- as above

    execute_from_command_line(["fiksummin manage", *words])
    return 0


# --- Words -------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    """Says what was meant instead of listing what is possible."""

    def error(self, message: str) -> NoReturn:
        """Leave with code 2 and a sentence."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` tells more.\n")

    def _check_value(self, action: argparse.Action, value: str) -> None:
        if action.choices is not None and value not in action.choices:
            near = difflib.get_close_matches(str(value), [str(choice) for choice in action.choices], n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            self.exit(2, f"There is no {value!r} here.{hint} `{self.prog} --help` lists what there is.\n")


def parser() -> Parser:
    """All commands and their options."""
    top = Parser(prog="fiksummin", description="The operating system of a public-sector co-creation lab.")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, target: str, sentence: str, *, demo: bool = False) -> argparse.ArgumentParser:
        words: argparse.ArgumentParser = commands.add_parser(name, help=sentence, description=sentence)
        words.set_defaults(target=target, demo=demo)
        return words

    core, demo, people = "fiksummin.core.commands", "fiksummin.demo.commands", "fiksummin.people.commands"
    serve = command("serve", f"{core}:serve", "Serve pages and do the worker's work, on one public port.")
    serve.add_argument("--no-worker", action="store_true", help="leave that work to `fiksummin worker`")
    show = command("demo", f"{demo}:demo", "Serve example data; prepare them first if need be.", demo=True)
    for words in (serve, show):
        words.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        words.add_argument("--port", type=_port, help="port to listen on (PORT, else 8000; 0: any free one)")
        words.add_argument("--pages", type=_count, default=1, help="number of page processes (1)")
    command("worker", f"{core}:worker", "Do the worker's work alone: mail, reactions, periodic tasks.")
    command("migrate", f"{core}:migrate", "Bring the database's tables up to this version.")
    story = command("story", f"{demo}:story", "Fill an empty database with example data.", demo=True)
    story.add_argument("name", metavar="NAME", help="empty, first_week or full_swing")
    story.add_argument("--seed", type=int, default=7, help="the same seed tells the same story (7)")
    command("cast", f"{demo}:cast", "Show the people of the demo and their sign-in links.", demo=True)
    backup = command("backup", f"{core}:backup", "Write database and media to one file, while serving.")
    backup.add_argument("path", metavar="PATH", type=Path, help="the file to write; it must not exist yet")
    restore = command("restore", f"{core}:restore", "Bring back what `fiksummin backup` wrote.")
    restore.add_argument("path", metavar="PATH", type=Path, help="the file to read")
    restore.add_argument("--force", action="store_true", help="also over existing data, which are put aside")
    facts = command("facts", f"{core}:facts", "Write docs/facts.md: what is announced and who listens.")
    facts.add_argument(
        "--check", action="store_true", help="write nothing; code 1 if the page is out of date"
    )
    facts.add_argument("--path", type=Path, default=Path("docs/facts.md"), help="the page (docs/facts.md)")
    check = command("check", f"{core}:check", "Look for mistakes in settings and code.")
    check.add_argument("--deploy", action="store_true", help="also for what would be wrong in production")
    token = command("api-token", f"{people}:api_token", "Make an API token for a person; shown once.")
    token.add_argument("email", metavar="EMAIL", help="the person's address")
    token.add_argument("--read-only", action="store_true", help="the token may read but not change")
    spaces = "fiksummin.spaces.commands"
    mail = command(
        "receive-mail", f"{spaces}:receive_mail", "Take one letter for a space's mailbox from standard input."
    )
    mail.add_argument("--to", metavar="ADDRESS", default="", help="whom the envelope is for")
    command(
        "import-busy", f"{spaces}:import_busy", "Read all calendars elsewhere now, not when they are due."
    )
    again = command(
        "reindex", "fiksummin.search.commands:reindex", "Bring the index of the search up to date."
    )
    again.add_argument(
        "--anew", action="store_true", help="take everything apart again, also what is as it was"
    )
    command("manage", "manage", "Any command of Django, such as `fiksummin manage shell`.")
    return top


def _default_port() -> int:
    text = os.environ.get("PORT", "") or "8000"
    try:
        return _port(text)
    except argparse.ArgumentTypeError as wrong:
        raise NotDone(f"PORT: {wrong}") from wrong


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: give one from 1 to 64")
    return int(text)
