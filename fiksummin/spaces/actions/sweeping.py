"""The log of what changed is swept: whoever has not looked since reads all anew."""

from django.db import connection, transaction

from fiksummin.spaces.models import Change
from fiksummin.spaces.queries.availability.news import SWEPT


def sweep_changes() -> None:
    """Forget what changed before the last sweep but one, and what ran then; called every hour by the worker."""
    with transaction.atomic():
        last = Change.objects.filter(cell=SWEPT).order_by("pk").last()
        if last:
            old = Change.objects.filter(pk__lt=last.pk)
            old = old.filter(mark__lt=last.first_day) if connection.vendor == "postgresql" else old
            old.delete()
        Change.objects.create(cell=SWEPT, first_day=_oldest(), last_day=0, mark=_mark())


def _oldest() -> int:
    return _one("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", "SELECT 0")


def _mark() -> int:
    return _one("SELECT pg_current_xact_id()::text::bigint", "SELECT random()")


def _one(of_postgres: str, of_sqlite: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(of_postgres if connection.vendor == "postgresql" else of_sqlite)
        return int(cursor.fetchone()[0])
