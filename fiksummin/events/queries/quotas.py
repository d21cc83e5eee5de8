"""Which quotas count somebody, asked of one person and of a whole line at once."""

from django.db.models import Q, Sum

from fiksummin.events.models import Event, Quota, Registration
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.events.queries.wishes import Share
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import holding_role


def quotas_for(event: Event, person: Person | None, organisation: Organisation | None) -> list[Quota]:
    """Give the quotas that count somebody: of each of her roles and of her organisation (prefetched ``quotas`` are used)."""
    quotas = list(event.quotas.all())
    if not quotas:
        return []
    roles = {kind for kind, _place in person.held_roles} if person else set()
    whose = organisation.pk if organisation else 0
    return [quota for quota in quotas if quota.role in roles or quota.organisation_id == whose]


def counting(registration: Registration) -> list[Quota]:
    """Give the quotas in which a registration counts, having a place (its event's prefetched ``quotas`` are used)."""
    quotas = registration.event.quotas.all()
    counted = set(registration.counted.values_list("quota", flat=True)) if quotas else set()
    return [quota for quota in quotas if quota.pk in counted]


def within_quotas(line: RegistrationQuerySet, event: Event) -> RegistrationQuerySet:
    """Keep of a line those for whom all quotas that ``quotas_for`` finds have room, in one question.

    Who has a place already counts in hers, and needs no room there (prefetched ``quotas`` are used).
    """
    full = Q()
    for quota in event.quotas.all():
        full |= _counts(quota.role, quota.organisation_id) & Q(people__gt=max(quota.most - quota.taken, 0))
    return line.exclude(Q(pool=None) & full) if full else line


def too_large(event: Event) -> RegistrationQuerySet:
    """Give the groups that wait for more places than there are of their mode, or in a quota of theirs: they are never served.

    Prefetched ``pools`` and ``quotas`` are used; one query.
    """
    wrong = Q()
    for pool in event.pools.all():
        wrong |= Q(mode=pool.mode, people__gt=pool.capacity)
    for quota in event.quotas.all():
        wrong |= Q(pool=None, people__gt=quota.most) & _counts(quota.role, quota.organisation_id)
    rows = Registration.objects.filter(event=event)
    return rows.waiting().filter(wrong) if wrong else rows.none()


def taken_by(event: Event, share: Share) -> int:
    """Count the places that an organisation, or those with a role, have at an event already."""
    holding = Registration.objects.standing().filter(event=event, pool__isnull=False)
    whose = _counts(share.role, share.organisation.pk if share.organisation else None)
    return holding.filter(whose).aggregate(people=Sum("people"))["people"] or 0


def _counts(role: str, organisation: int | None) -> Q:
    return Q(person__in=holding_role(role)) if role else Q(organisation=organisation)
