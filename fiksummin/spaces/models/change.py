"""What changed in what is free: rows written by the database's own triggers, read by every process's memory."""

from django.db import models


class Change(models.Model):
    """Days of a cell were claimed or given back, or (cell 0) spaces and their rules were changed.

    ``mark`` is the transaction on PostgreSQL, on SQLite a random number. A row
    of the sweeper (cell -2) tells in ``first_day`` the oldest transaction that ran then.
    """

    cell = models.BigIntegerField()
    first_day = models.BigIntegerField()
    last_day = models.BigIntegerField()
    mark = models.BigIntegerField(db_index=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"change {self.pk}"
