"""Saying that one uses a thing, and whether one's agency permits a tool."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.library import rules
from fiksummin.library.actions.checking import locked
from fiksummin.library.facts import Adopted, AdoptionTold, RulingSaid
from fiksummin.library.models import Adoption, Item, Report, ToolRuling
from fiksummin.library.queries.wishes import AdoptionWish
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind, Part


def adopt(*, by: Person, item: Item, wish: AdoptionWish, at: datetime | None = None) -> Adoption:
    """Say that one uses a thing, or tell anew how it goes; what was told before stays. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_adopt(item, by))
        refuse_field(rules.why_not_adoption(wish))
        adoption = item.adoptions.filter(person=by).first()
        is_new = adoption is None
        if adoption is None:
            adoption = _adoption(by, item, at)
        adoption.reports.filter(superseded_at=None).update(superseded_at=at)
        Report.objects.create(
            adoption=adoption, at=at, place=wish.place.strip(), how=wish.how.strip(), result=wish.result,
            rating=wish.rating, ended=wish.ended,
        )  # fmt: skip
        fact = Adopted if is_new else AdoptionTold
        announce(fact(by=by.pk, adoption=adoption.pk))
    return adoption


def rule_tool(
    *, by: Person, item: Item, ruling: str, note: str = "", at: datetime | None = None
) -> ToolRuling:
    """Say whether one's agency permits a tool; what was said before stays. Raises NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_field(rules.why_not_rule(item, by, ruling, note))
        assert by.organisation is not None  # noqa: S101 -- the rule asked
        item.rulings.filter(organisation=by.organisation, superseded_at=None).update(superseded_at=at)
        row = ToolRuling.objects.create(
            item=item, organisation=by.organisation, ruling=ruling, note=note.strip(), at=at, by=by
        )
        announce(RulingSaid(by=by.pk, ruling=row.pk))
    return row


def _adoption(by: Person, item: Item, at: datetime) -> Adoption:
    assert item.node is not None  # noqa: S101 -- the rule asked whether it is published
    node = trail.enter(kind=NodeKind.ADOPTION, by=by, at=at)
    trail.contribute(node=node, person=by, part=Part.ADOPTED, at=at)
    adoption = Adoption.objects.create(item=item, node=node, person=by, organisation=by.organisation, at=at)
    trail.link(by=by, source=item.node, target=node, kind=LinkKind.ADOPTED, at=at)
    return adoption
