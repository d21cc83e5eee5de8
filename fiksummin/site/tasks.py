"""Periodic work of the site."""

from datetime import datetime

from django.core.management import call_command

from fiksummin.core.tasks import every
from fiksummin.people.models import Person
from fiksummin.site import actions
from fiksummin.site.choices import GROUPS
from fiksummin.site.queries import staff


@every(minutes=360)
def remind_of_feedback(at: datetime) -> None:
    """The owners are reminded of accessibility feedback three days before its last day."""
    actions.remind_of_feedback(at)


@every(minutes=24 * 60)
def forget_addresses(at: datetime) -> None:
    """Addresses of answered feedback are forgotten."""
    actions.forget_addresses(at)


@every(minutes=60)
def follow_roles(at: datetime) -> None:
    """Roles that begin or end by their date open or shut the editors' door."""
    inside = Person.objects.filter(groups__name__in=GROUPS.values()).distinct()
    for person in {*inside, *staff.editors(at)}:
        actions.let_edit(person=person)


@every(minutes=5)
def publish_scheduled(at: datetime) -> None:
    """Pages whose hour has come are published, and those whose hour has passed are taken away."""
    call_command("publish_scheduled")
