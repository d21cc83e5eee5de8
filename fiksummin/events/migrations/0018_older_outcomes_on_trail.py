"""What came of events before it had a place on the trail gets one: as it would today, and nobody is told.

Event by event, so that a long run that is stopped goes on where it was.
"""

from datetime import timedelta
from itertools import batched

from django.db import migrations, transaction

from fiksummin.core.time import today

AT_ONCE = 100
CLIMBS = {"owner": timedelta(days=1), "above": timedelta(days=7), "host": timedelta(days=14)}
"""As in ``trail.actions`` when this was written."""


def put_on_trail(apps, _schema_editor):
    """Give each outcome without a place its node, its link, and those who had a part; announce nothing."""
    lacking = apps.get_model("events", "Outcome").objects.filter(on_trail=None).order_by("event", "pk")
    events = list(dict.fromkeys(lacking.values_list("event", flat=True)))
    for some in batched(events, AT_ONCE):
        with transaction.atomic():
            for event in some:
                rows = list(lacking.filter(event=event).order_by("made_at", "pk").select_related("event"))
                source = _event(apps, rows[0].event, rows[0].made_at)
                for outcome in rows:
                    _outcome(apps, outcome, source)


def _event(apps, event, at):
    standing = (
        apps.get_model("events", "EventOnTrail").objects.filter(event=event).select_related("node").first()
    )
    if standing is not None:
        return standing.node
    begun = min(event.starts_at, at)
    node = apps.get_model("trail", "Node").objects.create(kind="event", opened_at=begun, closed_at=begun)
    apps.get_model("events", "EventOnTrail").objects.create(event=event, node=node)
    for row in apps.get_model("events", "EventPerson").objects.filter(event=event, part="organiser"):
        _part(apps, node, row.person_id, "hosted", at)
    for told in apps.get_model("events", "Takeaway").objects.filter(event=event, person__isnull=False):
        _part(apps, node, told.person_id, "told", max(at, told.made_at))
    return node


def _outcome(apps, outcome, source):
    is_step = outcome.kind == "next_step"
    is_promised = is_step and outcome.owner_id is not None
    closed_at = outcome.done_at if is_promised else outcome.made_at
    node = apps.get_model("trail", "Node").objects.create(
        kind="result", opened_at=outcome.made_at, next_step=outcome.text[:200].strip(), closed_at=closed_at,
        owner_id=outcome.owner_id if is_promised else None, due_on=outcome.due_on if is_promised else None,
    )  # fmt: skip
    apps.get_model("events", "OutcomeOnTrail").objects.create(outcome=outcome, node=node)
    apps.get_model("trail", "Link").objects.create(source=source, target=node, kind="led", at=outcome.made_at)
    if outcome.owner_id is not None and not is_step:
        _part(apps, node, outcome.owner_id, "decided", outcome.made_at)
    if is_promised and outcome.done_at is not None:
        _part(apps, node, outcome.owner_id, "ran", outcome.done_at)
    if closed_at is None:
        _told_already(apps, node)


def _told_already(apps, node):
    """Its day was told when it was written down: what of it is past does not climb now, all at once."""
    for climb, after in CLIMBS.items():
        if node.due_on + after <= today():
            apps.get_model("trail", "Overdue").objects.create(node=node, due_on=node.due_on, climb=climb)


def _part(apps, node, person, part, at):
    apps.get_model("trail", "Contribution").objects.get_or_create(
        node=node, person_id=person, part=part, defaults={"at": at}
    )


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("events", "0017_themes_on_trail"),
        ("trail", "0003_theme"),
    ]

    operations = [migrations.RunPython(put_on_trail, migrations.RunPython.noop, elidable=True)]
