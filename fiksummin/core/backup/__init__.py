"""Backup and restore: database and media in one file that proves itself.

Taken while the service runs, of one moment: the database first, then the media, which are only ever added.
Restored only onto an empty service that is not running, or by force, and then what was there is put aside.
"""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import connection

import fiksummin
from fiksummin.core import running
from fiksummin.core.backup import archive, postgres, sqlite
from fiksummin.core.backup.archive import Manifest
from fiksummin.core.db import migrating
from fiksummin.core.errors import NotDone, stop_if
from fiksummin.core.time import now

KEY = "secret.key"


def back_up(path: Path) -> str:
    """Write a backup to ``path``; answer a sentence. Raises NotDone when it cannot be."""
    if path.exists():
        raise NotDone(f"{path} exists already. A backup never writes over a file: choose another name.")
    if not path.parent.is_dir():
        raise NotDone(f"There is no folder {path.parent}.")
    if not migrating.taken():
        raise NotDone("There is nothing to back up: the database is empty.")
    engine = _engine()
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        copy = Path(folder) / engine.FILE
        rows = engine.dump(copy)
        manifest = Manifest(
            engine=connection.vendor,
            version=fiksummin.__version__,
            made_at=now().isoformat(),
            rows=rows,
            steps=sorted(f"{app}.{name}" for app, name in migrating.taken()),
        )
        archive.write(path, [(engine.FILE, copy), *_beside()], manifest)
    size = path.stat().st_size / 1024 / 1024
    return f"Wrote {path}: {manifest.total} rows, {len(manifest.files) - 1} files, {size:.1f} MB."


def restore(path: Path, *, force: bool = False) -> str:
    """Bring the backup at ``path`` back; answer a sentence. Raises NotDone before anything is changed.

    With ``force`` also over existing data, which are moved to a folder beside them first.
    """
    if not path.is_file():
        raise NotDone(f"There is no file {path}.")
    stop_if(running.why_not_alone())
    engine = _engine()
    if connection.vendor == "postgresql":
        stop_if(postgres.why_not_alone())
    occupied = not engine.is_empty() or _has_files(settings.MEDIA_ROOT)
    if occupied and not force:
        raise NotDone(
            f"There are data already in {settings.DATA} or its database. "
            "Restore to an empty one, or with --force, which puts them aside first."
        )
    with tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".restore-") as name:
        folder = Path(name)
        manifest = archive.read(path, folder)
        _refuse_strangers(manifest)
        engine.prove(folder / engine.FILE)
        aside = _put_aside(engine) if occupied else None
        _move_in(folder, engine)
    if engine.count_now() != manifest.rows:
        raise NotDone("The database does not hold what the backup says. Do not use it; restore again.")
    where = f" What was there is in {aside}." if aside else ""
    todo = " Run `fiksummin migrate` before serving." if migrating.missing() else ""
    return f"Restored the backup of {manifest.made_at}: {manifest.total} rows, checked.{where}{todo}"


class Engine(Protocol):
    """What ``sqlite`` and ``postgres`` both can."""

    FILE: str

    def dump(self, into: Path) -> dict[str, int]: ...
    def prove(self, path: Path) -> None: ...
    def is_empty(self) -> bool: ...
    def put_aside(self, folder: Path) -> None: ...
    def load(self, file: Path) -> None: ...
    def count_now(self) -> dict[str, int]: ...


def _engine() -> Engine:
    return postgres if connection.vendor == "postgresql" else sqlite


def _beside() -> Iterator[tuple[str, Path]]:
    """What belongs to a backup beside the database: media, and the key if it is kept in the data folder."""
    key = settings.DATA / KEY
    if key.exists():
        yield KEY, key
    media = Path(settings.MEDIA_ROOT)
    for file in sorted(media.rglob("*")):
        if file.is_file():
            yield f"media/{file.relative_to(media).as_posix()}", file


def _has_files(folder: str | Path) -> bool:
    return any(path.is_file() for path in Path(folder).rglob("*"))


def _refuse_strangers(manifest: Manifest) -> None:
    if manifest.engine != connection.vendor:
        raise NotDone(
            f"The backup is of {manifest.engine}, and this service uses {connection.vendor}. Nothing was changed."
        )
    ours = {f"{app}.{name}" for app, name in migrating.steps()}
    if not ours.issuperset(manifest.steps):
        raise NotDone(
            f"The backup is from version {manifest.version}, which is newer than this program "
            f"({fiksummin.__version__}). Update the program first. Nothing was changed."
        )


def _put_aside(engine: Engine) -> Path:
    """Move what is there to a folder of its own; answer which."""
    folder = settings.DATA / f"before-restore-{now():%Y%m%dT%H%M%SZ}"
    folder.mkdir(mode=0o700)
    engine.put_aside(folder)
    if Path(settings.MEDIA_ROOT).exists():
        Path(settings.MEDIA_ROOT).rename(folder / "media")
    if (settings.DATA / KEY).exists():
        (settings.DATA / KEY).rename(folder / KEY)
    return Path(folder)


def _move_in(folder: Path, engine: Engine) -> None:
    """Put what was unpacked and proven into place."""
    engine.load(folder / engine.FILE)
    if (folder / "media").exists():
        with suppress(FileNotFoundError):
            Path(settings.MEDIA_ROOT).rmdir()
        (folder / "media").rename(settings.MEDIA_ROOT)
    if (folder / KEY).exists():
        (folder / KEY).chmod(0o600)
        (folder / KEY).replace(settings.DATA / KEY)
