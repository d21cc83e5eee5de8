"""Postings stand in lists of one word, kind and audience, the heaviest first; what was indexed stays indexed."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F

AUDIENCES = [("public", "public"), ("members", "members"), ("few", "few")]
LISTS = """
INSERT INTO search_postinglist (word_id, kind, audience, length)
SELECT old.word_id, entry.kind, entry.audience, count(*)
FROM search_oldposting old JOIN search_entry entry ON entry.id = old.entry_id
GROUP BY old.word_id, entry.kind, entry.audience
"""
POSTINGS = """
INSERT INTO search_posting (of_id, entry_id, weight)
SELECT head.id, old.entry_id, old.weight
FROM search_oldposting old JOIN search_entry entry ON entry.id = old.entry_id
JOIN search_postinglist head
  ON head.word_id = old.word_id AND head.kind = entry.kind AND head.audience = entry.audience
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("posting", "search_posting_once"),
        migrations.RenameModel("Posting", "OldPosting"),
        migrations.AlterField(
            "oldposting",
            "entry",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="search.entry"
            ),
        ),
        migrations.CreateModel(
            name="PostingList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("audience", models.CharField(choices=AUDIENCES, max_length=10)),
                ("length", models.PositiveIntegerField(default=0)),
                (
                    "word",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lists",
                        to="search.word",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("word", "kind", "audience"), name="search_postinglist_once"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weight", models.PositiveSmallIntegerField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="search.entry",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="search.postinglist",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("of", "entry"), name="search_posting_once")],
                "indexes": [models.Index("of", F("weight").desc(), "entry", name="search_posting_heaviest")],
            },
        ),
        migrations.RunSQL(LISTS, migrations.RunSQL.noop),
        migrations.RunSQL(POSTINGS, migrations.RunSQL.noop),
        migrations.DeleteModel("OldPosting"),
    ]
