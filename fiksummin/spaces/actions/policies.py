"""The rules of booking and the zones of a site are set by those who run it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.people.models import Person
from fiksummin.spaces import rules
from fiksummin.spaces.facts import SiteChanged
from fiksummin.spaces.models import Policy, Site, Zone


def add_policy(*, by: Person, site: Site, **particulars: Any) -> Policy:
    """Enter rules of booking; ``particulars`` are the fields of Policy. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        _refuse(particulars)
        policy = Policy.objects.create(site=site, **particulars)
        announce(SiteChanged(by=by.pk, site=site.pk))
    return policy


def change_policy(*, by: Person, policy: Policy, **particulars: Any) -> Policy:
    """Change rules of booking; what is booked already stands. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, policy.site))
        stands = {"shortest_minutes": policy.shortest_minutes, "longest_minutes": policy.longest_minutes}
        _refuse(stands | particulars)
        for name, value in particulars.items():
            setattr(policy, name, value)
        policy.save(update_fields=list(particulars))
        announce(SiteChanged(by=by.pk, site=policy.site_id))
    return policy


def set_zones(*, by: Person, site: Site, zones: Sequence[Mapping[str, Any]]) -> None:
    """Replace the zones; each maps the fields of Zone, with ``pk`` for one that stays.

    The spaces of one that goes belong to none. Raises NotAllowed, Invalid.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        stay = {int(zone["pk"]) for zone in zones if zone.get("pk")}
        if stay - set(Zone.objects.filter(site=site).values_list("pk", flat=True)):
            raise Invalid(_("There is no such zone at this site."), "pk")
        Zone.objects.filter(site=site).exclude(pk__in=stay).delete()
        for place, zone in enumerate(zones):
            words = {name: value for name, value in zone.items() if name != "pk"}
            if zone.get("pk"):
                Zone.objects.filter(pk=zone["pk"]).update(**words, position=place)
            else:
                Zone.objects.create(site=site, **words, position=place)
        announce(SiteChanged(by=by.pk, site=site.pk))


def _refuse(given: Mapping[str, Any]) -> None:
    shortest, longest = given.get("shortest_minutes", 15), given.get("longest_minutes", 780)
    if shortest < 5:
        raise Invalid(_("A booking takes at least 5 minutes."), "shortest_minutes")
    if longest < shortest:
        raise Invalid(_("The longest time must not be less than the shortest."), "longest_minutes")
