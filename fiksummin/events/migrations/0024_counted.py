"""Who has a place counts in every quota that is hers; before, it was one of them."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import fiksummin.core.db.chains
import fiksummin.core.db.counting
import fiksummin.core.db.following
import fiksummin.core.db.limits
from fiksummin.core.time import today

COMES_UNDER = (
    "other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held"
    " WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL"
    " AND held.starts_on <= {today} AND (held.ends_on IS NULL OR held.ends_on >= {today}))"
)


def count_anew(apps, schema_editor):
    """Count all who have a place; nobody loses it: a quota that is fuller so is as large as what is taken."""
    roles = apps.get_model("people", "Role").objects.filter(ended_at=None, starts_on__lte=today())
    roles = roles.filter(Q(ends_on=None) | Q(ends_on__gte=today()))
    counted = apps.get_model("events", "Counted")
    for quota in apps.get_model("events", "Quota").objects.all():
        own = Q(person__in=roles.filter(kind=quota.role).values("person"))
        if not quota.role:
            own = Q(organisation=quota.organisation_id)
        holding = apps.get_model("events", "Registration").objects.filter(event=quota.event_id)
        rows = holding.filter(Q(quota=quota.pk) | own, pool__isnull=False).values_list("pk", "people")
        counted.objects.bulk_create(
            counted(registration_id=pk, quota_id=quota.pk, people=people) for pk, people in rows
        )
        quota.taken = sum(people for _pk, people in rows)
        quota.most = max(quota.most, quota.taken)
        quota.save()
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0023_own_wishes_and_counts"),
        ("people", "0004_leaders"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counted",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("people", models.PositiveSmallIntegerField()),
                (
                    "quota",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="counted",
                        to="events.quota",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="counted",
                        to="events.registration",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["quota", "people"], name="events_counted_taken")],
                "constraints": [
                    models.UniqueConstraint(fields=("registration", "quota"), name="events_counted_once")
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="registration", name="events_registration_quota_counts"),
        migrations.RemoveConstraint(model_name="registration", name="events_quota_counts"),
        migrations.RunPython(count_anew, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="registration", name="events_registration_shared"),
        migrations.RemoveField(model_name="registration", name="quota"),
        migrations.AddConstraint(
            model_name="counted",
            constraint=fiksummin.core.db.counting.CountsInto(
                amount="people", counter="taken", name="events_quota_sums", via="quota"
            ),
        ),
        migrations.AddConstraint(
            model_name="counted",
            constraint=fiksummin.core.db.following.Follows(
                amount="people",
                decides=("organisation", "person"),
                holds="pool",
                name="events_counted_follows",
                one="registration",
                other="quota",
                when=COMES_UNDER,
                within="event",
            ),
        ),
        migrations.AddConstraint(
            model_name="pool",
            constraint=fiksummin.core.db.chains.BornAs(fields=("event",), name="events_pool_stays"),
        ),
        migrations.AddConstraint(
            model_name="quota",
            constraint=fiksummin.core.db.chains.BornAs(
                fields=("event", "organisation", "role"), name="events_quota_stays"
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=fiksummin.core.db.limits.Never(
                fields=("event", "pool"),
                found="SELECT 1 FROM events_pool AS pool WHERE pool.id = NEW.pool_id AND pool.event_id <> NEW.event_id",
                name="events_registration_own_pool",
            ),
        ),
    ]
