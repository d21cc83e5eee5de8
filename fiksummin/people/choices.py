"""Words with a fixed meaning."""

from collections.abc import Callable

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(models.TextChoices):
    """The languages of the service, each by its own name."""

    FI = "fi", "suomi"
    SV = "sv", "svenska"
    EN = "en", "English"


class OrganisationKind(models.TextChoices):
    """Whose people come by right (state), by agreement (partner), or by invitation only (other)."""

    STATE = "state", _("state administration")
    PARTNER = "partner", _("partner")
    OTHER = "other", pgettext_lazy("organisation", "other")


class RoleKind(models.TextChoices):
    """What a person does for the lab, at one site or for the whole of it; and who leads in her own agency.

    A leader may do nothing more than others: events and places at them can be for leaders.
    """

    HOST = "host", _("host")
    FACILITATOR = "facilitator", _("facilitator")
    EDITOR = "editor", _("editor")
    MANAGER = "manager", _("site manager")
    OWNER = "owner", _("owner")
    LEADER = "leader", pgettext_lazy("role", "leader")


STANDS_IN_FOR: dict[str, tuple[str, ...]] = {
    RoleKind.HOST: (RoleKind.HOST, RoleKind.MANAGER, RoleKind.OWNER),
    RoleKind.FACILITATOR: (RoleKind.FACILITATOR, RoleKind.OWNER),
    RoleKind.EDITOR: (RoleKind.EDITOR, RoleKind.OWNER),
    RoleKind.MANAGER: (RoleKind.MANAGER, RoleKind.OWNER),
    RoleKind.OWNER: (RoleKind.OWNER,),
    RoleKind.LEADER: (RoleKind.LEADER,),
}
"""Which roles may do the work of a role."""


class Scope(models.TextChoices):
    """What the bearer of a token may do."""

    READ = "read", _("read")
    WRITE = "write", _("read and write")


type Places = dict[str, str]
"""Slug → name of every place, in the active language."""

_places: list[Callable[[], Places]] = []


def places_are(read: Callable[[], Places]) -> None:
    """Learn from the room of places, at start, how to list them; here they are slugs only."""
    _places.append(read)


def places() -> Places:
    """Give the places that a role, an agreement or an invitation can name."""
    return {slug: name for read in _places for slug, name in read().items()}
