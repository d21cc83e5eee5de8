"""What is said of communities."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.circles.models import Asking, Circle
from fiksummin.notifications.things import found_in, kept_on, said
from fiksummin.people.models import Person
from fiksummin.trail.things import Face


def _page(circle: Circle, name: str = "circles:circle") -> Face:
    return Face(circle.name, reverse(name, args=[circle.pk]), circle.language)


def _askings(numbers: set[int], reader: Person) -> dict[int, Face]:
    """Lead those who keep a community to what waits for them, and whoever asked or is invited to its page."""
    rows = Asking.objects.visible_to(reader).filter(pk__in=numbers).select_related("circle")
    pages = {True: "circles:circle", False: "circles:request_list"}
    return {row.pk: _page(row.circle, pages[row.person_id == reader.pk]) for row in rows}


def _waiting(numbers: set[int]) -> set[int]:
    return set(Asking.objects.waiting().filter(pk__in=numbers).values_list("pk", flat=True))


found_in("circle", Circle.objects.visible_to, _page)
kept_on("circle_asking", _askings)

said("circle.asked", _("Somebody asks to join a community that you keep"), "circle_asking", stands=_waiting)
said("circle.accepted", _("You are a member of a community now"), "circle_asking")
said("circle.declined", _("Your request to join a community was not accepted"), "circle_asking")
said("circle.invited", _("You are invited to a community"), "circle_asking", stands=_waiting)
said("circle.keeper", _("You keep a community from now on"), "circle")
said("circle.removed", _("You were taken off the members of a community"), "circle")
said("circle.ended", _("A community that you belong to has ended"), "circle")
