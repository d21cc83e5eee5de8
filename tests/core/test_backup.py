"""Backup and restore on real data: whole, under writers, damaged, and onto what is not empty."""

import hashlib
import io
import json
import os
import shutil
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from fiksummin.core import backup, running
from fiksummin.core.backup import archive
from fiksummin.core.errors import NotDone
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from tests import engines
from tests.core.places import Places, postgres_programs


@pytest.fixture
def place(tmp_path: Path, _programs: None, django_db_blocker: Any) -> Iterator[Places]:
    places = Places(tmp_path, django_db_blocker)
    yield places
    places.clear()


@pytest.fixture(scope="module")
def _programs(django_db_setup: None) -> Iterator[None]:
    """Put PostgreSQL's programs of the server's own version first on the path."""
    with pytest.MonkeyPatch.context() as patch:
        if engines.ENGINE == "postgres":
            patch.setenv("PATH", f"{postgres_programs()}:{os.environ['PATH']}")
        yield


def fill(data: Path) -> None:
    """Give the place the migrated template, some rows, two pictures and a key."""
    connection.close()
    if engines.ENGINE == "postgres":
        engines._copy_postgres(engines._template(), connection.settings_dict["NAME"])
    else:
        shutil.copyfile(engines.STATE / f"{engines._template()}.sqlite3", connection.settings_dict["NAME"])
    for number in range(20):
        Entry.objects.create(
            at=now(), fact="tests.Ä", data={"n": number, "text": "ääkkösiä \N{WAVING HAND SIGN}"}
        )
    (data / "media" / "kuvat").mkdir(parents=True, exist_ok=True)
    (data / "media" / "kuvat" / "ovi ja pöytä.png").write_bytes(os.urandom(200_000))
    (data / "media" / "a.png").write_bytes(b"a")
    (data / "secret.key").write_text("the key")


def contents(data: Path) -> dict[str, Any]:
    """Everything that a backup must bring back."""
    media = data / "media"
    return {
        "entries": list(Entry.objects.order_by("id").values()),
        "media": {
            str(file.relative_to(media)): file.read_bytes() for file in media.rglob("*") if file.is_file()
        },
        "key": (data / "secret.key").read_text(),
        "rows": backup._engine().count_now(),
    }


@pytest.fixture(scope="module")
def _saved_once(
    tmp_path_factory: pytest.TempPathFactory, _programs: None, django_db_blocker: Any
) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("saved")
    places = Places(folder, django_db_blocker)
    with places("one") as data:
        fill(data)
        before = contents(data)
        sentence = backup.back_up(folder / "backup.tar")
        assert "3 files" in sentence
        assert contents(data) == before
    places.clear()
    assert sorted(file.name for file in folder.iterdir()) == ["backup.tar", "one"]
    return folder / "backup.tar", before


@pytest.fixture
def saved(_saved_once: tuple[Path, dict[str, Any]], tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """A backup of a place, and what was there when it was made."""
    return shutil.copy2(_saved_once[0], tmp_path / "backup.tar"), _saved_once[1]


def rewrite(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> None:
    """Write the archive again, each member as ``change`` says."""
    out = io.BytesIO()
    with tarfile.open(path) as old, tarfile.open(fileobj=out, mode="w") as new:
        for member in old:
            file = old.extractfile(member)
            assert file
            changed = change(member.name, file.read())
            if changed:
                entry = tarfile.TarInfo(changed[0])
                entry.size = len(changed[1])
                new.addfile(entry, io.BytesIO(changed[1]))
    path.write_bytes(out.getvalue())


def refusal(path: Path, **options: bool) -> str:
    """The sentence with which a restore is refused."""
    with pytest.raises(NotDone) as sentence:
        backup.restore(path, **options)
    return str(sentence.value)


def test_what_was_saved_comes_back_elsewhere(place: Places, saved: tuple[Path, dict[str, Any]]) -> None:
    path, before = saved
    assert path.stat().st_mode & 0o777 == 0o600
    with place("two") as data:
        (data / "secret.key").write_text("made by the first command")
        sentence = backup.restore(path)
        assert "checked" in sentence
        assert "migrate" not in sentence
        assert contents(data) == before
        assert not list(data.glob(".restore-*"))
        Entry.objects.create(at=now(), fact="tests.After")


def test_a_backup_under_writers_holds_all_that_was_acknowledged_before(place: Places, tmp_path: Path) -> None:
    with place("one") as data:
        fill(data)
        acknowledged: list[int] = []
        stop = threading.Event()

        def write() -> None:
            while not stop.is_set():
                with transaction.atomic():
                    entry = Entry.objects.create(at=now(), fact="tests.Written", data={"x": "y" * 500})
                acknowledged.append(entry.pk)
            connection.close()

        writers = [threading.Thread(target=write) for _ in range(3)]
        for writer in writers:
            writer.start()
        while len(acknowledged) < 50:
            time.sleep(0.01)
        before = set(acknowledged)
        backup.back_up(tmp_path / "backup.tar")
        while len(acknowledged) < len(before) + 50:
            time.sleep(0.01)
        stop.set()
        for writer in writers:
            writer.join()
    with place("two"):
        backup.restore(tmp_path / "backup.tar")
        there = set(Entry.objects.filter(fact="tests.Written").values_list("pk", flat=True))
    assert before <= there <= set(acknowledged)


def test_a_damaged_backup_is_refused_and_nothing_is_changed(
    place: Places, saved: tuple[Path, dict[str, Any]]
) -> None:
    path, _ = saved
    whole = path.read_bytes()
    with tarfile.open(path) as tar:
        members = tar.getmembers()
        end = tar.getmember("manifest.json").offset
    flips = [member.offset + 10 for member in members]
    flips += [member.offset_data + member.size // 2 for member in members]
    flips += [member.offset_data + member.size - 1 for member in members]
    with place("two") as data:
        for at in flips:
            damaged = bytearray(whole)
            damaged[at] ^= 0xFF
            path.write_bytes(damaged)
            assert "Nothing was changed" in refusal(path)
        for share in (0.0, 0.3, 0.9, 0.999):
            path.write_bytes(whole[: int(end * share)])
            assert "Nothing was changed" in refusal(path)
        assert backup._engine().is_empty()
        assert not (data / "media").exists()
        assert not list(data.glob(".restore-*"))


def test_a_file_that_is_no_backup_is_refused(place: Places, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear lab, " * 500)
    with place("two"):
        assert "cannot be read as a backup" in refusal(tmp_path / "letter.txt")
        assert refusal(tmp_path / "missing.tar") == f"There is no file {tmp_path / 'missing.tar'}."


def test_a_member_that_would_land_elsewhere_is_refused(
    place: Places, saved: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    path, _ = saved
    whole = path.read_bytes()
    with place("two"):
        for name in ("../evil", "/etc/evil", "media/../../evil", "notes.txt"):
            path.write_bytes(whole)
            rewrite(path, lambda old, content, name=name: (name if old == "media/a.png" else old, content))
            assert "which no backup of Fiksummin does" in refusal(path)
    assert not list(tmp_path.rglob("evil"))


def test_a_file_added_or_taken_away_is_refused(place: Places, saved: tuple[Path, dict[str, Any]]) -> None:
    path, _ = saved
    whole = path.read_bytes()
    with place("two"):
        rewrite(path, lambda name, content: None if name == "media/a.png" else (name, content))
        assert "media/a.png is not what was written" in refusal(path)
        path.write_bytes(whole)
        rewrite(path, lambda name, content: ("media/b.png" if name == "media/a.png" else name, content))
        assert "is not what was written" in refusal(path)


def test_a_reference_to_nothing_is_refused(
    place: Places, saved: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    if engines.ENGINE == "postgres":
        with place("two"):
            backup.restore(saved[0])  # PostgreSQL checks every reference while it restores
        return
    import pysqlite3  # noqa: PLC0415 -- only this engine needs it

    with place("one") as data:
        backup.restore(saved[0])
    database = pysqlite3.connect(data / "fiksummin.sqlite3")
    database.execute(
        "INSERT INTO core_errand (entry_id, reaction, due_at, tries, error) VALUES (999999, 'x', '', 0, '')"
    )
    database.commit()
    database.close()
    with place("one"), pytest.raises(NotDone, match="core_errand refers to nothing in core_entry"):
        backup.back_up(tmp_path / "second.tar")
    assert not (tmp_path / "second.tar").exists()


def test_existing_data_are_kept_unless_forced_and_then_put_aside(
    place: Places, saved: tuple[Path, dict[str, Any]]
) -> None:
    path, before = saved
    with place("one") as data:
        backup.restore(path)
        Entry.objects.filter(fact="tests.Ä").delete()
        Entry.objects.create(at=now(), fact="tests.Since")
        (data / "media" / "since.png").write_bytes(b"since")
        since = contents(data)
        assert "with --force, which puts them aside first" in refusal(path)
        assert contents(data) == since
        sentence = backup.restore(path, force=True)
        assert contents(data) == before
        aside = next(data.glob("before-restore-*"))
        assert str(aside) in sentence
        assert (aside / "media" / "since.png").read_bytes() == b"since"
        assert (
            aside / backup._engine().FILE.replace("database.sqlite3", "fiksummin.sqlite3")
        ).stat().st_size > 10_000


def test_nothing_is_restored_under_a_running_service(
    place: Places, saved: tuple[Path, dict[str, Any]]
) -> None:
    with place("two") as data:
        running.hold()
        assert refusal(saved[0]) == f"Fiksummin is running on {data}. Stop it first."
        os.close(running._held.pop())
        backup.restore(saved[0])


def test_a_backup_of_another_engine_or_a_newer_version_is_refused(
    place: Places, saved: tuple[Path, dict[str, Any]]
) -> None:
    path, _ = saved
    whole = path.read_bytes()

    def claiming(**claim: Any) -> Callable[[str, bytes], tuple[str, bytes]]:
        text = b""

        def change(name: str, content: bytes) -> tuple[str, bytes]:
            nonlocal text
            if name == archive.MANIFEST:
                text = json.dumps({**json.loads(content), **claim}).encode()
                return name, text
            return name, hashlib.sha256(text).hexdigest().encode() if name == archive.SEAL else content

        return change

    with place("two"):
        rewrite(path, claiming(engine="oracle"))
        assert "The backup is of oracle" in refusal(path)
        path.write_bytes(whole)
        rewrite(path, claiming(steps=["spaces.9999_rooms"], version="9.0"))
        assert "The backup is from version 9.0, which is newer" in refusal(path)
        path.write_bytes(whole)
        rewrite(path, claiming(format=2))
        assert "newer version of Fiksummin" in refusal(path)


def test_a_backup_writes_over_nothing_and_needs_something(place: Places, tmp_path: Path) -> None:
    with place("one") as data:
        with pytest.raises(NotDone, match="the database is empty"):
            backup.back_up(tmp_path / "backup.tar")
        fill(data)
        (tmp_path / "backup.tar").write_text("old")
        with pytest.raises(NotDone, match="never writes over a file"):
            backup.back_up(tmp_path / "backup.tar")
        with pytest.raises(NotDone, match="There is no folder"):
            backup.back_up(tmp_path / "nowhere" / "backup.tar")
    assert (tmp_path / "backup.tar").read_text() == "old"
