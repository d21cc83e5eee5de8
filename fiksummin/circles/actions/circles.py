"""A community is founded, changed, and ended."""

from datetime import datetime

from django.db import IntegrityError, transaction

from fiksummin.circles import rules
from fiksummin.circles.facts import CircleChanged, CircleEnded, CircleFounded
from fiksummin.circles.models import Circle, Membership
from fiksummin.circles.models.circle import LONGEST_REASON
from fiksummin.circles.queries import CircleWish
from fiksummin.core.errors import Conflict, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.core.wording import why_no_reason
from fiksummin.people.models import Person

WORDS = ("name", "purpose", "language", "joining")
"""What a community says of itself."""


def locked(circle: Circle) -> Circle:
    """Take a community's row first: everybody who writes about it or its members does."""
    return Circle.objects.select_for_update(no_key=True).get(pk=circle.pk)


def found_circle(*, by: Person, wish: CircleWish, at: datetime | None = None) -> Circle:
    """Found a community; who founds it is its first member and keeps it. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_found(by))
        refuse_field(rules.why_not_words(wish))
        circle = Circle(founded_at=at, founded_by=by)
        _write(circle, wish)
        Membership.objects.create(circle=circle, person=by, joined_at=at, keeper_at=at)
        announce(CircleFounded(by=by.pk, circle=circle.pk))
    return circle


def change_circle(*, by: Person, circle: Circle, wish: CircleWish, at: datetime | None = None) -> Circle:
    """Change what it says of itself, or how one joins it. Raises NotAllowed, NotNow, Invalid (with its field)."""
    with transaction.atomic():
        circle = locked(circle)
        refuse_if(rules.why_not_change(circle, by))
        refuse_field(rules.why_not_words(wish, but=circle.pk))
        _write(circle, wish)
        announce(CircleChanged(by=by.pk, circle=circle.pk))
    return circle


def end_circle(*, by: Person, circle: Circle, reason: str, at: datetime | None = None) -> Circle:
    """End a community and say why; its page stays. Raises NotAllowed, NotNow, Invalid (with its field)."""
    with transaction.atomic():
        circle = locked(circle)
        refuse_if(rules.why_not_end(circle, by))
        refuse_field(why_no_reason(reason, LONGEST_REASON))
        return close(circle=circle, by=by, reason=" ".join(reason.split()), at=at or now())


def close(*, circle: Circle, by: Person | None, reason: str, at: datetime) -> Circle:
    """Write down that a community, whose row is taken, has ended."""
    circle.ended_at, circle.ended_by, circle.reason = at, by, reason
    circle.save(update_fields=["ended_at", "ended_by", "reason"])
    announce(CircleEnded(by=by.pk if by else None, circle=circle.pk))
    return circle


def _write(circle: Circle, wish: CircleWish) -> None:
    """Write down what is wanted of a community. Raises Conflict when somebody was faster with its name."""
    circle.name, circle.purpose = " ".join(wish.name.split()), wish.purpose.strip()
    circle.language, circle.joining = wish.language, wish.joining
    new = circle.pk is None
    try:
        with transaction.atomic():
            circle.save(force_insert=new, update_fields=None if new else WORDS)
    except IntegrityError as taken:
        raise Conflict(rules.why_not_words(wish, but=circle.pk)[0]) from taken
