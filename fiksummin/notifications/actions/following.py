"""Following what stands on the trail."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.notifications import rules
from fiksummin.notifications.models import Follow
from fiksummin.people.models import Person
from fiksummin.trail.models import Node


def follow(*, by: Person, node: Node, at: datetime | None = None) -> Follow:
    """Hear of the steps of a thing from now on; twice is once. Raises NotAllowed."""
    refuse_if(rules.why_not_follow(node))
    with transaction.atomic():
        row, _is_new = Follow.objects.get_or_create(person=by, node=node, defaults={"made_at": at or now()})
    return row


def unfollow(*, by: Person, node: int) -> None:
    """Hear of a thing no more; doing it again changes nothing."""
    Follow.objects.visible_to(by).filter(node=node).delete()
