"""Batons as they are read: who holds them, and which stand still."""

from datetime import date

from django.db.models import Count, Prefetch

from fiksummin.experiments.models import Baton, Hold
from fiksummin.experiments.models.baton import BatonQuerySet, HoldQuerySet
from fiksummin.people.models import Organisation, Person


def batons_for(reader: Person | None) -> BatonQuerySet:
    """Give the batons that a reader may see, with their turns."""
    turns = Hold.objects.select_related("person", "organisation", "experiment").order_by("number")
    return Baton.objects.visible_to(reader).prefetch_related(Prefetch("holds", turns))


def whole_baton(reader: Person | None) -> BatonQuerySet:
    """Give batons with all that a page about one says."""
    return batons_for(reader).select_related("node__owner", "campaign")


def holder(baton: Baton) -> Hold | None:
    """Give the turn that is not over; None when nobody holds the baton."""
    return baton.holds.standing().select_related("person", "experiment").first()


def seldom_reached(person: Person, day: date) -> list[Organisation]:
    """Give the organisations but her own that stand on a day, those first where batons have been most seldom; one query."""
    rows = Organisation.objects.standing(day).exclude(pk=person.organisation_id or 0)
    return list(rows.annotate(turns=Count("baton_turns")).order_by("turns", "name_fi", "pk"))


def late_holds(day: date) -> HoldQuerySet:
    """Give the turns whose last day is past."""
    return Hold.objects.standing().filter(due_on__lt=day).select_related("baton__node")
