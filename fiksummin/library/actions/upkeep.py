"""Saying that a thing still holds, taking it out of use, and to whom a review falls that nobody did."""

from datetime import date, datetime, timedelta

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.library import queries, rules
from fiksummin.library.actions.checking import locked
from fiksummin.library.actions.items import to_check
from fiksummin.library.choices import GOOD_FOR_DAYS, Keeping
from fiksummin.library.facts import ItemChecked, ItemRetired, ItemReturned, ReviewFell
from fiksummin.library.models import Check, Item, Retirement
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail

TIME_TO_CHECK = timedelta(days=14)
"""How long somebody has to whom a review has fallen."""


def check_item(*, by: Person, item: Item, at: datetime | None = None) -> Item:
    """Say that it still holds: it is taken to until its kind is to be checked again. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_check(item, by))
        until = _hold(by, item, at)
        row = Check.objects.create(item=item, at=at, by=by, until=until)
        announce(ItemChecked(by=by.pk, check=row.pk))
    return item


def retire_item(
    *, by: Person, item: Item, reason: str, replacement: Item | None = None, at: datetime | None = None
) -> Retirement:
    """Take it out of use, with the reason and what replaces it. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_retire(item, by))
        refuse_field(rules.why_not_retirement(item, replacement, reason))
        row = Retirement.objects.create(
            item=item, replacement=replacement, reason=" ".join(reason.split()), at=at, by=by
        )
        if item.node is not None:
            trail.close(node=item.node, at=at)
        announce(ItemRetired(by=by.pk, retirement=row.pk))
    return row


def return_item(*, by: Person, item: Item, at: datetime | None = None) -> Item:
    """Take it back into use: it holds from today on. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_return(item, by))
        row = item.retirements.get(undone_at=None)
        row.undone_at = at
        row.save(update_fields=["undone_at"])
        _hold(by, item, at)
        announce(ItemReturned(by=by.pk, item=item.pk))
    return item


def let_reviews_fall(*, at: datetime) -> int:
    """Ask the next one for what nobody checked: the others who keep it up, then a host. Answers how many fell."""
    return sum(_fall(item, at) for item in queries.late_reviews(today(at=at)))


def _fall(item: Item, at: datetime) -> int:
    with transaction.atomic():
        item = locked(item)
        day = today(at=at)
        if not queries.late_reviews(day).filter(pk=item.pk).exists() or item.node is None:
            return 0
        after = queries.next_keeper(item) if item.keeping == Keeping.OWNER else None
        keeping = Keeping.GROUP if after else Keeping.HOST
        after = after or queries.host_of_lab(day)
        if after is None:
            return 0
        item.keeping = keeping
        item.save(update_fields=["keeping"])
        trail.promise(
            by=None, node=item.node, owner=after, due_on=day + TIME_TO_CHECK, next_step=to_check(item), at=at
        )
        announce(ReviewFell(by=None, item=item.pk))
    return 1


def _hold(by: Person, item: Item, at: datetime) -> date:
    """Take it to hold from a moment on, and give the last day; whoever of the keepers looked at it looks at it next time, too."""
    assert item.node is not None  # noqa: S101 -- what is published stands on the trail
    keepers = [
        row.person for row in item.keepers.select_related("person") if row.person and row.person.is_active
    ]
    owner = by if by in keepers or not keepers else keepers[0]
    item.checked_at, item.keeping = at, Keeping.OWNER
    item.review_on = until = today(at=at) + timedelta(days=GOOD_FOR_DAYS[item.kind])
    item.save(update_fields=["checked_at", "keeping", "review_on"])
    trail.promise(by=by, node=item.node, owner=owner, due_on=until, next_step=to_check(item), at=at)
    return until
