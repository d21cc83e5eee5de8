"""The file of a backup: a plain tar with a manifest that says what every other member must be."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from fiksummin.core.errors import NotDone

MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
FORMAT = 1
PIECE = 1024 * 1024
LONGEST_MANIFEST = 256 * PIECE


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. ``made_at`` is ISO 8601 in UTC, ``rows`` counts each table's."""

    engine: str
    version: str
    made_at: str
    rows: dict[str, int]
    steps: list[str]
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def total(self) -> int:
        """All rows together."""
        return sum(self.rows.values())


class Digesting:
    """A file that is hashed as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on, and take note."""
        piece = self.file.read(size)
        self.sha256.update(piece)
        return piece


def write(path: Path, members: Iterable[tuple[str, Path]], manifest: Manifest) -> None:
    """Write ``members`` (name, file) and the manifest to ``path``, whole or not at all.

    Only the owner may read it: it holds everything the service knows. Raises NotDone when a file changes
    while it is read, or cannot be written.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        fd = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(fd, "wb") as out:
            with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
                for name, source in members:
                    with suppress(FileNotFoundError):  # a picture deleted since it was listed
                        manifest.files[name] = _add(tar, name, source)
                text = json.dumps(asdict(manifest), indent=1, sort_keys=True)
                _add_text(tar, MANIFEST, text)
                _add_text(tar, SEAL, _digest(text.encode()))
            out.flush()
            os.fsync(out.fileno())
        partial.rename(path)
        _sync_folder(path.parent)
    except OSError as problem:
        raise NotDone(f"The backup could not be written: {problem}. Try again.") from problem
    finally:
        partial.unlink(missing_ok=True)


def read(path: Path, into: Path) -> Manifest:
    """Unpack ``path`` below ``into`` and prove every member; answer the manifest.

    Raises NotDone when the file is no backup, is damaged, cut short, or from a newer format.
    """
    found: dict[str, str] = {}
    said: dict[str, bytes] = {}
    try:
        with tarfile.open(path, "r:") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isfile() else None
                if content is None or not _is_ours(member.name):
                    raise NotDone(f"{path} holds {member.name!r}, which no backup of Fiksummin does.")
                if member.name in {MANIFEST, SEAL}:
                    said[member.name] = content.read(LONGEST_MANIFEST)
                else:
                    found[member.name] = _unpack(content, into / member.name)
    except (tarfile.TarError, OSError, ValueError, EOFError) as problem:
        raise NotDone(f"{path} cannot be read as a backup: {problem}. Nothing was changed.") from problem
    manifest = _manifest(path, said.get(MANIFEST, b""), said.get(SEAL, b"").decode(errors="replace"))
    wrong = sorted(name for name in {*found, *manifest.files} if found.get(name) != manifest.files.get(name))
    if wrong:
        raise NotDone(f"{path} is damaged: {wrong[0]} is not what was written. Nothing was changed.")
    return manifest


def _manifest(path: Path, text: bytes, seal: str) -> Manifest:
    if not text or not seal:
        raise NotDone(f"{path} is no whole backup: its manifest is missing. Nothing was changed.")
    if seal != _digest(text):
        raise NotDone(f"{path} is damaged: its manifest is not what was written. Nothing was changed.")
    said: dict[str, Any] = json.loads(text)
    if said.get("format") != FORMAT:
        raise NotDone(f"{path} was written by a newer version of Fiksummin. Nothing was changed.")
    return Manifest(**said)


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _add(tar: tarfile.TarFile, name: str, source: Path) -> str:
    with source.open("rb") as file:
        status = os.fstat(file.fileno())
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = status.st_size, int(status.st_mtime), 0o600
        digesting = Digesting(file)
        tar.addfile(entry, digesting)
        return digesting.sha256.hexdigest()


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(text.encode()), 0o600
    tar.addfile(entry, io.BytesIO(text.encode()))


def _unpack(content: IO[bytes], target: Path) -> str:
    digesting = Digesting(content)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        while piece := digesting.read(PIECE):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    return digesting.sha256.hexdigest()


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return ".." not in parts and (
        name in {MANIFEST, SEAL, "database.sqlite3", "database.dump", "secret.key"} or parts[:1] == ("media",)
    )


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
