"""What would be wrong in production, in sentences: ``fiksummin check --deploy``.

Django's own checks run beside these; what they say well is not said again here.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import Error, connection

from fiksummin.core.db import migrating, shim
from fiksummin.core.http import WORKER_IS_LATE_AFTER
from fiksummin.core.models import Beat
from fiksummin.core.serving.proxies import TrustedProxies
from fiksummin.core.time import now
from fiksummin.core.worker import HEARTBEAT

SHORTEST_KEY = 50


@register(Tags.security, deploy=True)
def check_settings(app_configs: object = None, **kwargs: object) -> list[CheckMessage]:
    """What the environment says that production must not."""
    return [*_mode(), *_address(), *_key(), *_proxies(), *_mail(), *_data_folder()]


@register(Tags.database, deploy=True)
def check_database(
    app_configs: object = None, databases: Iterable[str] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """What the database tells: engine, steps, and whether a worker lives. Only when databases are asked."""
    if not databases:
        return []
    try:
        return [*_engine(), *_steps(), *_worker()]
    except Error as problem:
        return [_said("E001", f"The database does not answer: {str(problem).strip()}")]


def _said(number: str, sentence: str) -> CheckMessage:
    return checks.Warning(sentence, id=f"fiksummin.{number}")


def _mode() -> Iterator[CheckMessage]:
    if settings.DEMO:
        yield _said("W001", "Demo mode is on: anyone may sign in as anyone. Unset FIKSUMMIN_DEMO.")
    if settings.DEBUG:
        yield _said(
            "W002", "Debugging is on: errors show code and settings to strangers. Unset FIKSUMMIN_DEBUG."
        )


def _address() -> Iterator[CheckMessage]:
    if not settings.HTTPS:
        yield _said(
            "W003",
            f"The service's address is {settings.BASE_URL}: sign-ins would travel in the open and links in "
            "letters would lead there. Set FIKSUMMIN_BASE_URL to the public address, beginning with https.",
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield _said(
            "W004",
            "Any host name is answered, so that a forged one could get into a letter. "
            "Name the hosts in FIKSUMMIN_HOSTS instead of *.",
        )


def _key() -> Iterator[CheckMessage]:
    if len(settings.SECRET_KEY) < SHORTEST_KEY or len(set(settings.SECRET_KEY)) < 10:
        yield _said(
            "W005",
            f"The secret key is short or simple: sessions could be forged. Give FIKSUMMIN_SECRET_KEY at least "
            f"{SHORTEST_KEY} random characters, or unset it and one is made in the data folder.",
        )


def _proxies() -> Iterator[CheckMessage]:
    try:
        trusted = TrustedProxies(settings.TRUSTED_PROXIES)
    except ValueError as wrong:
        yield _said("W006", f"FIKSUMMIN_TRUSTED_PROXIES cannot be used: {wrong}")
        return
    if any(network.prefixlen == 0 for network in trusted.networks):
        yield _said(
            "W007",
            "Everybody is trusted as a proxy, so that anyone may claim any address. "
            "Name your reverse proxy's address in FIKSUMMIN_TRUSTED_PROXIES.",
        )
    if settings.HTTPS and not trusted:
        yield _said(
            "W008",
            "The public address begins with https and no reverse proxy is trusted: every request would seem to "
            "come from the proxy itself, over http. Set FIKSUMMIN_TRUSTED_PROXIES to its address.",
        )


def _mail() -> Iterator[CheckMessage]:
    if not settings.SMTP.hostname:
        yield _said(
            "W009",
            f"Mail is written to files in {settings.MAIL_FOLDER} and reaches nobody. Set FIKSUMMIN_SMTP_URL.",
        )


def _data_folder() -> Iterator[CheckMessage]:
    if not os.access(settings.DATA, os.W_OK | os.X_OK):
        yield _said(
            "W010", f"The data folder {settings.DATA} cannot be written. Give it to the service's user."
        )
    elif settings.DATA.stat().st_mode & 0o007:
        yield _said(
            "W011",
            f"Every user of this machine can read the data folder. Run `chmod o= {settings.DATA}`.",
        )


def _engine() -> Iterator[CheckMessage]:
    if connection.vendor == "sqlite" and not shim.is_sound(sqlite3.sqlite_version_info):
        yield _said(
            "W012",
            f"SQLite {sqlite3.sqlite_version} can corrupt a database that several processes write. "
            "Install pysqlite3 0.6 or newer.",
        )


def _steps() -> Iterator[CheckMessage]:
    if lacking := migrating.missing():
        yield _said(
            "W013", f"The database lacks {len(lacking)} steps of this version. Run `fiksummin migrate`."
        )
    if strange := migrating.unknown():
        yield _said(
            "W014",
            f"The database has taken {len(strange)} steps that this version does not know: a newer version has "
            "been here. Install that version, or restore a backup of this one.",
        )


def _worker() -> Iterator[CheckMessage]:
    if migrating.missing():
        return
    beat: Any = Beat.objects.filter(name=HEARTBEAT).values_list("at", flat=True).first()
    if beat is None:
        yield _said("W015", "No worker has ever run here: letters are not sent. Start `fiksummin serve`.")
    elif now() - beat > WORKER_IS_LATE_AFTER:
        minutes = int((now() - beat).total_seconds() // 60)
        yield _said(
            "W016",
            f"The worker was last seen {minutes} minutes ago: letters are not sent. "
            "Start `fiksummin serve`, or `fiksummin worker` where pages run with --no-worker.",
        )
