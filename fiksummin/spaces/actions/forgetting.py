"""Visits long over become counts: nobody's presence is kept, least of all for an employer."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from fiksummin.core.models import Entry
from fiksummin.spaces.models import Site, Visit, VisitCount


def forget_visits(*, at: datetime) -> None:
    """Turn the visits of each site into counts after its days (fourteen, unless it says less).

    The journal forgets who announced and received them. Doing it again changes nothing.
    """
    for site in Site.objects.all():
        with transaction.atomic():
            _forget(
                site, Visit.objects.filter(site=site, ends_at__lt=at - timedelta(days=site.keep_visits_days))
            )


def _forget(site: Site, old: QuerySet[Visit]) -> None:
    for day, people in _arrived(old, site):
        VisitCount.objects.get_or_create(site=site, date=day)
        VisitCount.objects.filter(site=site, date=day).update(
            visits=F("visits") + 1, people=F("people") + people
        )
    ids = list(old.values_list("pk", flat=True))
    Entry.objects.filter(fact__startswith="spaces.", data__visit__in=ids).update(by=None)
    for visit in old.select_related("hold"):
        hold = visit.hold
        visit.delete()
        if hold:
            hold.delete()


def _arrived(old: QuerySet[Visit], site: Site) -> list[tuple[date, int]]:
    came = old.exclude(arrived_at=None).values_list("starts_at", "people")
    return [(start.astimezone(site.zone).date(), people) for start, people in came]
