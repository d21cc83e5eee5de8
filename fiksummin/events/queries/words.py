"""Where an event is held and how many places it has, in words of the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.events.choices import Mode
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.events.queries.quotas import quotas_for
from fiksummin.events.queries.standing import position


def place_words(event: Event, *, begins: bool = True) -> str:
    """Say where an event is held (prefetched spaces and ``pools`` are used); ``begins``: whether a line begins with it."""
    here = bool(event.pool(Mode.ON_SITE)) or not event.modes
    words = [_place_on_site(event)] if here else []
    if event.pool(Mode.VIRTUAL):
        words.append(_("online"))
    said = _(" and ").join(word for word in words if word)
    return said[:1].upper() + said[1:] if begins else said


def spaces_words(event: Event) -> str:
    """Name the spaces of an event, as in "Sali A + Sali B"; "" when it has none (prefetched spaces are used)."""
    booking = event.booking
    return " + ".join(row.space.name for row in booking.places.all()) if booking else ""


def free_words(event: Event) -> str:
    """Say how many places are free, or wait for the lottery, each mode for itself; "" when every place is taken."""
    if event.awaits_lots():
        return ", ".join(_drawn(pool, alone=len(event.modes) == 1) for pool in event.pools.all())
    pools = [pool for pool in event.pools.all() if pool.free > 0]
    if len(event.modes) == 1:
        return _free(pools[0]) if pools else ""
    return ", ".join(free_of(pool) for pool in pools)


def queue_words(registration: Registration) -> str:
    """Say why somebody stands in the queue, and at which place: all is taken, it is a group, or a share is full."""
    pool = registration.event.pool(registration.mode)
    if pool is None or pool.free <= 0:
        said = _("Every place is taken now. You are in the queue, at place %(place)d.")
    elif pool.free < registration.people:
        said = _(
            "There are not enough free places for all of you together now. You are in the queue, at place %(place)d."
        )
    elif not registration.holds and _share_is_full(registration):
        said = _(
            "A place is free, but the share of your organisation or role is full. You are in the queue, at place %(place)d."
        )
    else:
        said = _("You are in the queue, at place %(place)d.")
    return said % {"place": position(registration)}


def capacity_words(event: Event, pool: Pool) -> str:
    """Say how many places of a mode are free, of how many; all of them wait for the lots that are not drawn yet."""
    if event.awaits_lots():
        return _drawn(pool, alone=True)
    if pool.free <= 0:
        return ngettext("Full: %(all)d place", "Full: %(all)d places", pool.capacity) % {"all": pool.capacity}
    return ngettext("%(free)d of %(all)d place free", "%(free)d of %(all)d places free", pool.capacity) % {
        "free": pool.free,
        "all": pool.capacity,
    }


def free_of(pool: Pool) -> str:
    """Say how many places of a mode are free, and which mode."""
    count = pool.free
    if pool.mode == Mode.ON_SITE:
        return ngettext("%(count)d place free on site", "%(count)d places free on site", count) % {
            "count": count
        }
    return ngettext("%(count)d place free online", "%(count)d places free online", count) % {"count": count}


def _drawn(pool: Pool, *, alone: bool) -> str:
    count = pool.capacity
    if alone:
        words = ngettext("%(count)d place given by lot", "%(count)d places given by lot", count)
    elif pool.mode == Mode.ON_SITE:
        words = ngettext(
            "%(count)d place on site given by lot", "%(count)d places on site given by lot", count
        )
    else:
        words = ngettext("%(count)d place online given by lot", "%(count)d places online given by lot", count)
    return words % {"count": count}


def _free(pool: Pool) -> str:
    return ngettext("%(count)d place free", "%(count)d places free", pool.free) % {"count": pool.free}


def _share_is_full(registration: Registration) -> bool:
    quotas = quotas_for(registration.event, registration.person, registration.organisation)
    return not all(quota.has_room(registration.people) for quota in quotas)


def _place_on_site(event: Event) -> str:
    if event.lost_space_at and event.booking is None:
        site = event.site.name if event.site and not event.lost_to_id else ""
        return (
            _("%(site)s, the space is announced later") % {"site": site}
            if site
            else _("the place is announced later")
        )
    parts = [spaces_words(event), event.site.name if event.site else "", event.place]
    return ", ".join(part for part in parts if part)
