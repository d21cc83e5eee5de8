"""Why a space, its parts, its layouts or its policy cannot be as wished."""

from collections.abc import Iterable, Sequence
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.spaces.models import Booking, Cell, Policy, Site, Space, Zone
from fiksummin.spaces.rules.refusals import Refusal, say_moment

MOST_CELLS = 200
LONGEST_CHANGE = 480
"""Minutes that a change-over, a set-up or a buffer takes at most."""


def why_not_space(
    site: Site, cells: Sequence[Cell], policy: Policy | None, zone: Zone | None, seats: int
) -> Refusal | None:
    """Say what is wrong with a space that somebody wants to enter or change."""
    if not cells:
        return Refusal(_("Choose at least one part or seat that the space is made of."), "cells")
    if len(cells) > MOST_CELLS:
        return Refusal(_("A space is made of at most %(most)d parts.") % {"most": MOST_CELLS}, "cells")
    if any(cell.site_id != site.pk or cell.retired_at for cell in cells):
        return Refusal(_("There is no such part at this site."), "cells")
    if policy is None or policy.site_id != site.pk:
        return Refusal(_("Choose the rules of booking."), "policy")
    if zone is not None and zone.site_id != site.pk:
        return Refusal(_("There is no such zone at this site."), "zone")
    return Refusal(_("A space seats at least one person."), "seats") if seats < 1 else None


def why_not_mailbox(address: str, *, taken: bool) -> str:
    """Say why an address cannot be the mailbox of a space."""
    if address != address.lower().strip() or address == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower():
        return _("This address cannot be the mailbox of a space.")
    return _("Another space has this mailbox already.") if taken else ""


def why_not_without(bookings: Iterable[Booking], site: Site) -> str:
    """Say who holds what somebody wants to take away: its coming bookings, the first three by name."""
    held = list(bookings)
    if not held:
        return ""
    first = "; ".join(
        f"{booking.person or '–'}, {say_moment(booking.starts_at, site)}" for booking in held[:3]
    )
    return ngettext(
        "%(count)d coming booking holds it: %(first)s. Move or cancel it first.",
        "%(count)d coming bookings hold it: %(first)s. Move or cancel them first.",
        len(held),
    ) % {"count": len(held), "first": first}


def why_not_without_parts(spaces: Iterable[Space]) -> str:
    """Say which spaces are made of parts or seats that somebody wants to take away, the first three by name."""
    made = list(spaces)
    if not made:
        return ""
    return ngettext(
        "%(count)d space is made of it: %(names)s. Change the space or take it out of use first.",
        "%(count)d spaces are made of it: %(names)s. Change the spaces or take them out of use first.",
        len(made),
    ) % {"count": len(made), "names": ", ".join(space.name for space in made[:3])}


def why_not_minutes(minutes: int) -> str:
    """Say why something cannot take so long."""
    if 0 <= minutes <= LONGEST_CHANGE:
        return ""
    return _("It takes from 0 to %(most)d minutes.") % {"most": LONGEST_CHANGE}
