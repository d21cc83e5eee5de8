"""What was committed is on the disk before anybody hears of it, and rivals go on meanwhile."""

import threading

import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction

from fiksummin.core.models import Entry, Errand
from fiksummin.core.time import now
from tests import engines

pytestmark = pytest.mark.django_db(transaction=True)
SQLITE = pytest.mark.skipif(engines.ENGINE != "sqlite", reason="SQLite's own way")
POSTGRES = pytest.mark.skipif(engines.ENGINE != "postgres", reason="PostgreSQL's own way")
PATIENCE = 20


def write(fact: str = "core.Tried") -> Entry:
    return Entry.objects.create(at=now(), fact=fact, by=None, data={})


def asked(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


@SQLITE
def test_the_next_writes_while_the_disk_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    syncing, written, told = threading.Event(), threading.Event(), threading.Event()
    engine = type(connections["default"])
    real = engine._sync

    def slow(wrapper: object) -> None:
        if threading.current_thread() is first:
            syncing.set()
            assert written.wait(PATIENCE)
        real(wrapper)

    def act() -> None:
        with transaction.atomic():
            write()
        told.set()
        connections.close_all()

    first = threading.Thread(target=act)
    monkeypatch.setattr(engine, "_sync", slow)
    first.start()
    assert syncing.wait(PATIENCE)
    with transaction.atomic():
        write()
    assert (Entry.objects.count(), told.is_set()) == (2, False)
    written.set()
    first.join(PATIENCE)
    assert told.is_set()


@SQLITE
def test_only_a_transaction_syncs_by_itself() -> None:
    before = asked("PRAGMA synchronous")
    with transaction.atomic():
        within = asked("PRAGMA synchronous")
    with pytest.raises(ZeroDivisionError):
        _write_in_vain()
    assert (before, within, asked("PRAGMA synchronous"), Entry.objects.count()) == (2, 1, 2, 0)


@SQLITE
def test_what_cannot_begin_leaves_nothing_behind() -> None:
    import pysqlite3  # noqa: PLC0415 -- this engine alone has it

    other = pysqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asked("PRAGMA busy_timeout = 20")
    try:
        with pytest.raises(OperationalError):
            _write_in_vain()
    finally:
        other.close()
    assert asked("PRAGMA synchronous") == 2
    with transaction.atomic():
        write()
    connection.close()


@POSTGRES
@pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
def test_the_log_is_on_the_disk_when_the_commit_returns(monkeypatch: pytest.MonkeyPatch, guard: bool) -> None:
    from fiksummin.core.db.postgres import base  # noqa: PLC0415 -- its driver may be absent

    if connections["default"].pg_version < 170000:
        pytest.skip("it waits for the disk by itself")
    if not guard:
        monkeypatch.setattr(base, "COMMIT", base.COMMIT.rpartition(";")[0])
    kept = 0
    for _time in range(20):
        with transaction.atomic():
            write()
            written = asked("SELECT pg_current_wal_insert_lsn()")
        kept += bool(asked(f"SELECT pg_current_wal_flush_lsn() >= '{written}'"))
    assert (kept == 20) is guard, kept


def test_what_the_end_refuses_is_not_written() -> None:
    with pytest.raises(IntegrityError):
        _point_at_nothing()
    assert not Entry.objects.exists()
    with transaction.atomic():
        write("core.Again")
    assert Entry.objects.get().fact == "core.Again"


@transaction.atomic
def _write_in_vain() -> None:
    write()
    raise ZeroDivisionError


@transaction.atomic
def _point_at_nothing() -> None:
    Errand.objects.create(entry_id=write().pk + 1, reaction="tests.nobody", due_at=now())
