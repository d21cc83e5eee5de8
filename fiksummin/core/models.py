"""The journal, which is the outbox; letters; answers kept for replays; beats of the clock."""

from django.db import models


class Entry(models.Model):
    """One fact in the journal. Append-only; ids only, never personal data."""

    at = models.DateTimeField()
    fact = models.CharField(max_length=80)
    by = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["fact", "at"], name="core_entry_fact_at")]

    def __str__(self) -> str:
        return f"{self.fact} {self.at:%Y-%m-%d %H:%M}"


class Errand(models.Model):
    """One later reaction to one entry: due, done, or given up after many tries."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="errands")
    reaction = models.CharField(max_length=200)
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                name="core_errand_waiting",
                condition=models.Q(done_at=None, given_up_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.reaction} for {self.entry_id}"


class Letter(models.Model):
    """A mail on its way. What it says is forgotten once it is sent; that it was sent is kept."""

    key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=250, unique=True)
    to = models.CharField(max_length=254, blank=True)
    person = models.BigIntegerField(null=True, db_index=True)
    content = models.BinaryField(default=b"")
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                name="core_letter_waiting",
                condition=models.Q(sent_at=None, given_up_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.key


class Answer(models.Model):
    """What was answered to a request with an idempotency key; kept a day for replays."""

    person = models.BigIntegerField()
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="core_answer_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.key}"


class Beat(models.Model):
    """When a periodic task last ran, and when the worker last lived."""

    name = models.CharField(max_length=120, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"
