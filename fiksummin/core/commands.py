"""What ``fiksummin serve``, ``worker``, ``migrate``, ``backup``, ``restore``, ``facts`` and ``check`` do."""

import os
import sys
import time
from argparse import Namespace

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import Error

from fiksummin.core import examples, factbook, running
from fiksummin.core.db import migrating
from fiksummin.core.errors import NotDone, stop_if
from fiksummin.core.serving import service, sockets

#: What connecting may raise; the latter for a SQLite library that would corrupt the database.
NO_DATABASE = (Error, ImproperlyConfigured)


def serve(arguments: Namespace) -> int:
    """Serve until SIGTERM or SIGINT. Refuses a database that lacks steps of this version."""
    try:
        lacking = migrating.missing()
    except NO_DATABASE as problem:
        raise _no_database(problem) from problem
    if lacking:
        raise NotDone(f"The database lacks {len(lacking)} steps of this version. Run `fiksummin migrate`.")
    stop_if(examples.why_not())
    address = sockets.address(arguments.socket)
    return service.run(
        arguments.socket,
        page_processes=arguments.pages,
        with_worker=not arguments.no_worker,
        on_start=lambda: say(f"Serving on {address} (process {os.getpid()})"),
    )


def worker(arguments: Namespace) -> int:
    """Do the worker's work until SIGTERM or SIGINT; refuses where another worker does it."""
    stop_if(examples.why_not())
    running.work_alone()
    service.work()
    return 0


def migrate(arguments: Namespace) -> int:
    """Take the steps that the database lacks."""
    say("The database is up to date." if not bring_up_to_date() else "The database is up to date now.")
    return 0


def bring_up_to_date() -> int:
    """Take the missing steps and show how far it is; answer how many there were."""
    began = time.monotonic()
    try:
        taken = migrating.bring_up_to_date(_show_steps)
    except NO_DATABASE as problem:
        raise _no_database(problem) from problem
    if taken:
        say(f"\rPreparing the database: {taken} steps, {time.monotonic() - began:.0f} s")
    return taken


def backup(arguments: Namespace) -> int:
    """Write a backup while the service runs."""
    from fiksummin.core import backup  # noqa: PLC0415 -- serving needs none of it

    say(backup.back_up(arguments.path))
    return 0


def restore(arguments: Namespace) -> int:
    """Bring a backup back."""
    from fiksummin.core import backup  # noqa: PLC0415 -- serving needs none of it

    say(backup.restore(arguments.path, force=arguments.force))
    return 0


def facts(arguments: Namespace) -> int:
    """Write the page of facts, or with ``--check`` say whether it is true."""
    page, path = factbook.page(), arguments.path
    if not arguments.check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != page:
        raise NotDone(f"{path} is out of date. Run `fiksummin facts` and keep what it writes.")
    return 0


def check(arguments: Namespace) -> int:
    """Run all checks and print each finding as a sentence; code 1 when there is one."""
    findings = [
        finding
        for finding in checks.run_checks(
            include_deployment_checks=arguments.deploy, databases=["default"] if arguments.deploy else None
        )
        if not finding.is_silenced()
    ]
    for finding in findings:
        say(f"{finding.id or finding.__class__.__name__}: {finding.msg} {finding.hint or ''}".rstrip())
    if not findings:
        say("Nothing is wrong." if arguments.deploy else "Nothing is wrong. --deploy looks further.")
    return int(bool(findings))


def say(sentence: str, end: str = "\n") -> None:
    """Print to whoever started the command, at once."""
    print(sentence, end=end, flush=True)  # noqa: T201 -- a command speaks by printing


def _show_steps(done: int, total: int) -> None:
    if sys.stdout.isatty() or done == 1:
        say(f"\rPreparing the database: step {done} of {total}", end="" if sys.stdout.isatty() else "\n")


def _no_database(problem: Exception) -> NotDone:
    return NotDone(f"The database cannot be used: {str(problem).strip()}")
