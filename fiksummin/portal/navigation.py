"""The main navigation: the same nouns on every page, and one more for those who run the lab."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person


@dataclass(frozen=True)
class Item:
    """An entry; current when the reader is on its pages."""

    label: str
    url: str
    icon: str
    current: bool = False


def main(request: HttpRequest) -> list[Item]:
    """Give the entries for this reader."""
    items = [_entry(request, _("Spaces"), "spaces:site_list", "door-open")]
    person = request.user
    if not isinstance(person, Person):
        front = Item(_("Front page"), reverse("wagtail_serve", args=[""]), "house", _is_front(request))
        return [front, *items]
    items.insert(0, _entry(request, _("Today"), "portal:today", "sun"))
    if person.may_somewhere(RoleKind.HOST):
        items.append(_entry(request, _("Host's desk"), "spaces:desk", "clipboard-list"))
    return items


def account(request: HttpRequest) -> Item | None:
    """Give the entry to the reader's own things; None for those not signed in."""
    if not isinstance(request.user, Person):
        return None
    return _entry(request, request.user.get_short_name(), "people:me", "user")


def _entry(request: HttpRequest, label: str, name: str, icon: str) -> Item:
    url = reverse(name)
    return Item(label, url, icon, request.path.startswith(url))


def _is_front(request: HttpRequest) -> bool:
    return request.path == reverse("wagtail_serve", args=[""])
