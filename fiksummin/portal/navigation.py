"""The main navigation: the same nouns on every page, and one more for those who run the lab."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.ui.addresses import address

AT_THE_DESK = {
    "desk", "desk_day", "desk_week", "walk_in", "message", "roster", "shift_new", "shift_change",
    "shift_removal", "report_list", "report_answer", "approvals", "booking_approval",
    "booking_refusal",
}  # fmt: skip
"""Pages of a host's work, by the names of their addresses."""


@dataclass(frozen=True)
class Item:
    """An entry; current when the reader is on its pages."""

    label: str
    url: str
    icon: str
    current: bool = False


def main(request: HttpRequest) -> list[Item]:
    """Give the entries for this reader."""
    part, person = _part_of_spaces(request), request.user
    trail = "experiments:experiment_list" if isinstance(person, Person) else "ideas:campaign_list"
    items = [
        Item(_("Spaces"), address("spaces:site_list"), "door-open", part == "spaces"),
        Item(_("Events"), address("events:event_list"), "calendar-days", _is_of(request, "events")),
        Item(_("Experiments"), address(trail), "lightbulb", _is_trail(request)),
        Item(_("Library"), address("library:item_list"), "book-open", _is_of(request, "library")),
    ]
    if not isinstance(person, Person):
        front = Item(_("Front page"), address("wagtail_serve", ""), "house", _is_front(request))
        return [front, *items]
    items.insert(0, _entry(request, _("Today"), "portal:today", "sun"))
    if not person.is_guest:
        items.insert(-1, Item(_("Networks"), address("circles:circle_list"), "users", _is_networks(request)))
    if person.may_somewhere(RoleKind.HOST):
        items.append(Item(_("Host's desk"), address("spaces:desk"), "clipboard-list", part == "desk"))
    if person.may_somewhere(RoleKind.EDITOR):
        items.append(Item(_("Edit pages"), address("wagtailadmin_home"), "pencil"))
    return items


def account(request: HttpRequest) -> Item | None:
    """Give the entry to the reader's own things; None for those not signed in."""
    if not isinstance(request.user, Person):
        return None
    return _entry(request, request.user.get_short_name(), "people:me", "user")


def _entry(request: HttpRequest, label: str, name: str, icon: str) -> Item:
    url = address(name)
    return Item(label, url, icon, request.path.startswith(url))


def _part_of_spaces(request: HttpRequest) -> str:
    """Tell the host's pages of the room of places from everybody's; "" for pages of other rooms."""
    match = request.resolver_match
    if match is None or match.app_name != "spaces":
        return ""
    return "desk" if match.url_name in AT_THE_DESK else "spaces"


def _is_trail(request: HttpRequest) -> bool:
    return any(_is_of(request, room) for room in ("ideas", "experiments", "trail"))


def _is_networks(request: HttpRequest) -> bool:
    match = request.resolver_match
    return _is_of(request, "circles") or (match is not None and match.view_name == "people:organisation_work")


def _is_of(request: HttpRequest, room: str) -> bool:
    match = request.resolver_match
    return match is not None and match.app_name == room


def _is_front(request: HttpRequest) -> bool:
    return request.path == address("wagtail_serve", "")
