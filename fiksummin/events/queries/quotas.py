"""Which quota counts somebody, asked of one person and of a whole line at once."""

from django.db.models import Case, IntegerField, Q, Value, When

from fiksummin.events.models import Event, Quota
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import holding_role

NONE = 0


def quota_for(event: Event, person: Person | None, organisation: Organisation | None) -> Quota | None:
    """Give the quota that counts somebody: her role's, else her organisation's (prefetched ``quotas`` are used)."""
    quotas = list(event.quotas.all())
    if not quotas:
        return None
    roles = {kind for kind, _place in person.held_roles} if person else set()
    by_role = (quota for quota in quotas if quota.role and quota.role in roles)
    whose = organisation.pk if organisation else None
    by_body = (quota for quota in quotas if whose is not None and quota.organisation_id == whose)
    return next(by_role, None) or next(by_body, None)


def within_quotas(line: RegistrationQuerySet, event: Event) -> RegistrationQuerySet:
    """Keep of a line those whose quota, as ``quota_for`` finds it, has room for them, in one question.

    Who has a place already counts in its quota, and needs no room there (prefetched ``quotas`` are used).
    """
    quotas = sorted(event.quotas.all(), key=lambda quota: not quota.role)
    full = Q()
    for quota in quotas:
        full |= Q(counted_in=quota.pk, people__gt=max(quota.most - quota.taken, 0))
    counted = Case(
        *(When(_counts(quota), then=Value(quota.pk)) for quota in quotas),
        default=Value(NONE),
        output_field=IntegerField(),
    )
    return line.annotate(counted_in=counted).exclude(Q(quota=None) & full) if quotas else line


def _counts(quota: Quota) -> Q:
    if quota.role:
        return Q(person__in=holding_role(quota.role))
    return Q(organisation=quota.organisation_id)
