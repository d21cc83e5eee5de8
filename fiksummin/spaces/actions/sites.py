"""A site is opened and changed: particulars, hours, exceptions, seats, contacts, instructions."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import comes_after, now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.facts import SiteChanged, SiteOpened
from fiksummin.spaces.models import Cell, Claim, Contact, Hours, Instruction, Site, SpecialDay

MOST_SEATS = 2000


def open_site(*, by: Person, seats: int = 0, **particulars: Any) -> Site:
    """Enter a site with so many seats; ``particulars`` are the fields of Site. Raises NotAllowed, Invalid."""
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by))
        site = enter(**particulars)
        _set_seats(site, seats, now())
        announce(SiteOpened(by=by.pk, site=site.pk))
    return site


def enter(**particulars: Any) -> Site:
    """Write the row of a new site, for the actions that open one. Raises Invalid about its name in addresses.

    Two who choose the same name at once: the database lets one of them have it.
    """
    _refuse_slug(particulars.get("slug", ""))
    try:
        with transaction.atomic():
            return Site.objects.create(**particulars)
    except IntegrityError as taken:
        _refuse_slug(particulars.get("slug", ""))
        raise taken from None


def change_site(*, by: Person, site: Site, **particulars: Any) -> Site:
    """Change a site's particulars. Raises NotAllowed."""
    with transaction.atomic():
        _begin(by, site)
        for name, value in particulars.items():
            setattr(site, name, value)
        site.save(update_fields=list(particulars))
        announce(SiteChanged(by=by.pk, site=site.pk))
    return site


def set_hours(
    *,
    by: Person,
    site: Site,
    week: Mapping[int, tuple[time, time] | None],
    staffed: Mapping[int, tuple[time, time] | None] | None = None,
) -> None:
    """Set the weekly hours: weekday (0 is Monday) → opening and closing by the site's clock, or None.

    ``staffed`` says likewise when a host is expected, None for a day without hosts; a day that it
    does not name has hosts as long as the door is open.
    """
    for hours in [*week.values(), *(staffed or {}).values()]:
        if hours and not comes_after(hours[1], hours[0]):
            raise Invalid(_("Closing time must be after opening time."), "closes")
    with transaction.atomic():
        _begin(by, site)
        site.hours.all().delete()
        Hours.objects.bulk_create(
            Hours(site=site, weekday=weekday, opens=hours[0], closes=hours[1], **_staffed(staffed, weekday))
            for weekday, hours in week.items()
            if hours
        )
        announce(SiteChanged(by=by.pk, site=site.pk))


def set_special_day(
    *,
    by: Person,
    site: Site,
    day: date,
    reason: Mapping[str, str],
    opens: time | None = None,
    closes: time | None = None,
    at: datetime | None = None,
) -> SpecialDay:
    """Make a dated exception: closed without hours, else open at these; ``reason`` by language code.

    Raises NotAllowed, and Invalid for hours that cannot be, no reason, or a day that has passed.
    """
    if (opens is None) != (closes is None):
        raise Invalid(_("Give both the opening and the closing time, or neither."), "closes")
    if opens is not None and closes is not None and not comes_after(closes, opens):
        raise Invalid(_("Closing time must be after opening time."), "closes")
    if not reason.get("fi"):
        raise Invalid(_("Give the reason in Finnish."), "reason_fi")
    if day < (at or now()).astimezone(site.zone).date():
        raise Invalid(_("That day has passed already."), "day")
    with transaction.atomic():
        _begin(by, site)
        words = {f"reason_{language}": text for language, text in reason.items()}
        row, _made = SpecialDay.objects.update_or_create(
            site=site, date=day, closure=None, defaults={"opens": opens, "closes": closes, **words}
        )
        announce(SiteChanged(by=by.pk, site=site.pk))
    return row


def unset_special_day(*, by: Person, site: Site, day: date) -> None:
    """Take an exception back; the weekly hours hold again."""
    with transaction.atomic():
        _begin(by, site)
        site.special_days.filter(date=day, closure=None).delete()
        announce(SiteChanged(by=by.pk, site=site.pk))


def set_seats(*, by: Person, site: Site, seats: int, at: datetime | None = None) -> None:
    """Have so many seats. Raises Invalid when a seat that would go is claimed for a time to come."""
    with transaction.atomic():
        _begin(by, site)
        _set_seats(site, seats, at or now())
        announce(SiteChanged(by=by.pk, site=site.pk))


def set_contacts(*, by: Person, site: Site, contacts: Sequence[Mapping[str, Any]]) -> None:
    """Replace the contacts; each maps the fields of Contact, in the order of showing."""
    with transaction.atomic():
        _begin(by, site)
        site.contacts.all().delete()
        Contact.objects.bulk_create(
            Contact(site=site, position=n, **contact) for n, contact in enumerate(contacts)
        )
        announce(SiteChanged(by=by.pk, site=site.pk))


def set_instructions(*, by: Person, site: Site, instructions: Sequence[Mapping[str, Any]]) -> None:
    """Replace the instructions; each maps the fields of Instruction, in the order of showing."""
    with transaction.atomic():
        _begin(by, site)
        site.instructions.all().delete()
        Instruction.objects.bulk_create(
            Instruction(site=site, position=n, **instruction) for n, instruction in enumerate(instructions)
        )
        announce(SiteChanged(by=by.pk, site=site.pk))


def _staffed(staffed: Mapping[int, tuple[time, time] | None] | None, weekday: int) -> dict[str, Any]:
    if not staffed or weekday not in staffed:
        return {}
    hosting = staffed[weekday]
    if hosting is None:
        return {"is_staffed": False}
    return {"staffed_from": hosting[0], "staffed_until": hosting[1]}


def _refuse_slug(slug: str) -> None:
    """An address leads to one page only: not to another site's, and not to the form for new ones."""
    if not slug:
        raise Invalid(_("Give the name in addresses."), "slug")
    if slug == "new" or Site.objects.filter(slug=slug).exists():
        raise Invalid(_("Another page has this name in addresses already."), "slug")


def _begin(by: Person, site: Site) -> None:
    refuse_if(rules.why_not_manage(by, site))
    claims.choose_in_order(site)


def _set_seats(site: Site, seats: int, at: datetime) -> None:
    if not 0 <= seats <= MOST_SEATS:
        raise Invalid(_("A site has from 0 to %(most)d seats.") % {"most": MOST_SEATS}, "seats")
    cells = list(Cell.objects.filter(site=site, kind=CellKind.SEAT).order_by("position"))
    going = [cell for cell in cells[seats:] if cell.retired_at is None]
    _refuse_going(site, going, at)
    Cell.objects.filter(pk__in=[cell.pk for cell in going]).update(retired_at=at)
    Cell.objects.filter(pk__in=[cell.pk for cell in cells[:seats]]).update(retired_at=None)
    Cell.objects.bulk_create(
        Cell(site=site, kind=CellKind.SEAT, label=str(n + 1), position=n + 1)
        for n in range(len(cells), seats)
    )


def _refuse_going(site: Site, going: list[Cell], at: datetime) -> None:
    """A seat stays while a coming booking or visit holds it, and while a space is made of it."""
    why = rules.why_not_without(queries.holding_cells(going, at), site)
    held = Claim.objects.filter(cell__in=going, ends_at__gt=at).values("hold").distinct().count()
    if held and not why:
        raise Invalid(
            ngettext(
                "%(count)d coming visit holds a seat that would go.",
                "%(count)d coming visits hold seats that would go.",
                held,
            )
            % {"count": held},
            "seats",
        )
    why = why or rules.why_not_without_parts(queries.made_of(going))
    if why:
        raise Invalid(why, "seats")
