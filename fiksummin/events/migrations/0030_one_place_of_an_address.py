"""Whoever has an account stands once at an event; a link governs no place that was handed on."""

from django.conf import settings
from django.db import migrations
from django.db.models import Exists, OuterRef

import fiksummin.core.db.limits


def part(apps, schema_editor):
    """Take from places that were handed on the links of those who had them before."""
    handed = apps.get_model("events", "Link").objects.filter(
        registration=OuterRef("pk"), kind="handed", used_at__isnull=False
    )
    noted = apps.get_model("events", "AuditLine").objects.filter(registration=OuterRef("pk"), what="handed")
    places = apps.get_model("events", "Registration").objects.filter(person__isnull=False)
    places.filter(Exists(handed) | Exists(noted)).exclude(secret="").update(secret="")


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0029_visits_ask_about_access"),
        ("people", "0004_leaders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(part, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="registration",
            constraint=fiksummin.core.db.limits.Never(
                alike="concat(NEW.event_id, ' ', NEW.guest_email, (SELECT email FROM people_person WHERE id = NEW.person_id))",
                fields=("event", "person", "guest_email", "ended_at"),
                found="SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id AND NOT (other.guest_email = '') AND other.guest_email = (SELECT email FROM people_person WHERE id = NEW.person_id) UNION ALL SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id AND other.person_id = (SELECT id FROM people_person WHERE email = NEW.guest_email)",
                name="events_registration_address_once",
            ),
        ),
    ]
