"""The index: things, words, and how much each word counts for each thing. No text, no name, no person."""

from django.db import models
from django.db.models import F

from fiksummin.search.choices import Audience

LONGEST_TOKEN = 80


class Entry(models.Model):
    """A thing that can be found: by its kind and its own number there."""

    kind = models.CharField(max_length=20)
    number = models.BigIntegerField()
    audience = models.CharField(max_length=10, choices=Audience)
    digest = models.CharField(max_length=40)
    """Of its words, and of the way in which they were taken apart: the same digest, the same postings."""
    at = models.DateTimeField()
    """How new the thing is."""

    class Meta:
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="search_entry_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Word(models.Model):
    """A word, stem or concept that something in the index has."""

    text = models.CharField(max_length=LONGEST_TOKEN, unique=True)

    def __str__(self) -> str:
        return self.text


class PostingList(models.Model):
    """The things of one kind and one audience that have a word: who may not see them need not read past them."""

    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="lists", db_index=False)
    kind = models.CharField(max_length=20)
    audience = models.CharField(max_length=10, choices=Audience)
    length = models.PositiveIntegerField(default=0)
    """How many there are, so that nobody counts them while somebody waits."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["word", "kind", "audience"], name="search_postinglist_once")
        ]

    def __str__(self) -> str:
        return f"{self.word_id} among {self.audience} {self.kind}: {self.length}"


class Posting(models.Model):
    """How much a word counts for a thing, in hundredths."""

    of = models.ForeignKey(PostingList, on_delete=models.CASCADE, related_name="postings", db_index=False)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="postings")
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "entry"], name="search_posting_once")]
        indexes = [models.Index("of", F("weight").desc(), "entry", name="search_posting_heaviest")]

    def __str__(self) -> str:
        return f"{self.of_id} in {self.entry_id}"


class Writing(models.Model):
    """One row, held by whoever writes the index: writers come one after another, so that words are seen in order."""

    made_by = models.CharField(max_length=40, blank=True)
    """The way of taking apart by which the whole index was last read through."""

    def __str__(self) -> str:
        return self.made_by
