"""What lies ahead of those whose right to come may have ended: rules say whether it has."""

from datetime import datetime

from django.db.models import Q, QuerySet

from fiksummin.people.choices import OrganisationKind
from fiksummin.spaces.models import Booking, Visit

_MAY_LAPSE = (
    Q(person__guest_until__isnull=False)
    | Q(person__organisation__ends_on__isnull=False)
    | Q(person__organisation__isnull=False) & ~Q(person__organisation__kind=OrganisationKind.STATE)
)
_PERSON = ("site", "person__organisation__successor")


def visits_that_may_lapse(at: datetime) -> QuerySet[Visit]:
    """The standing visits of guests, partners and ended organisations to which nobody has come yet."""
    coming = Visit.objects.standing().filter(ends_at__gt=at, arrived_at=None)
    return coming.filter(_MAY_LAPSE).select_related(*_PERSON)


def bookings_that_may_lapse(at: datetime) -> QuerySet[Booking]:
    """Such bookings; those only offered to somebody lapse with the offer."""
    coming = Booking.objects.standing().not_offered()
    coming = coming.filter(ends_at__gt=at, arrived_at=None, released_at=None)
    return (
        coming.filter(_MAY_LAPSE).select_related(*_PERSON).prefetch_related("members__person__organisation")
    )
