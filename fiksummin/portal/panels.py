"""The panels of Today: an explicit list, each from the room that knows."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from fiksummin.core.time import today as today_in
from fiksummin.events import queries as events
from fiksummin.events.choices import RegistrationState
from fiksummin.events.queries.today import StartPage, start_page
from fiksummin.experiments import queries as trying
from fiksummin.ideas import queries as ideas
from fiksummin.ideas.rules import why_not_moderate
from fiksummin.notifications.queries import count_unread
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Agreement, Person
from fiksummin.people.queries import receivers
from fiksummin.spaces import queries, rules
from fiksummin.spaces.models import Booking, Contact, Instruction, Site, Visit
from fiksummin.spaces.models import Waiting as WaitingRow
from fiksummin.trail.queries import promises_of
from fiksummin.trail.things import faces
from fiksummin.ui import when
from fiksummin.ui.addresses import address

SOON = timedelta(days=30)
AHEAD = timedelta(days=14)
"""So many days before its day a promise is shown."""
MOST_PROMISES = 10


@dataclass(frozen=True)
class Place:
    """A site today: whether its door is open, how many seats are free now, who receives people."""

    site: Site
    state: queries.OpenState
    free: int
    hosts: list[Person]


@dataclass(frozen=True)
class Waiting:
    """Something that waits for the reader, and where to see to it."""

    text: str
    url: str


def today(person: Person, at: datetime) -> dict[str, Any]:
    """Gather the start page of a person at a moment."""
    sites, ours = queries.seen_sites(person), start_page(person, at)
    return {
        "person": person,
        "places": places(sites, at),
        "visits": [_told(visit) for visit in queries.next_of_mine(person, at, sites)],
        "bookings": [_told(booking) for booking in queries.next_bookings(person, at, sites)],
        "events": ours,
        "at": at,
        "news": count_unread(person),
        "queues": queues(person),
        "waiting": [
            *approvals(person, sites, at),
            *desks(person, sites, at),
            *gaps(person, sites, at),
            *stale(person, sites, at),
            *agreements(person, at),
            *invitations(person, at),
            *of_events(ours),
            *promises(person, at),
            *offered(person),
            *moderation(person),
        ],
    }


def _told[Row: (Visit, Booking)](row: Row) -> tuple[Row, str]:
    """Give a visit or a booking with what is to be said of it: that the door is shut then."""
    return row, rules.why_not_there(row.site, row.starts_at, row.ends_at)


def queues(person: Person) -> list[tuple[WaitingRow, int | None]]:
    """Give what she waits for, places held for her first, each with her position in the line."""
    rows = list(queries.waitings_for(person).open()) if queries.waits(person) else []
    positions = queries.positions(rows)
    rows.sort(key=lambda row: not getattr(row, "open_offers", []))
    return [(row, positions.get(row.pk)) for row in rows]


def of_events(ours: StartPage) -> list[Waiting]:
    """Places at events that are held for her, and what she must see to of the events that she holds."""
    offered = [row for row in ours.mine if row.state == RegistrationState.OFFERED]
    held = _("A place is held for you: %(title)s")
    untold, homeless = _("Takeaways are not out yet: %(title)s"), _("The event needs a space: %(title)s")
    return [
        *(
            Waiting(held % {"title": row.event.heading}, address("events:registration", row.pk))
            for row in offered
        ),
        *(
            Waiting(
                (untold if is_over else homeless) % {"title": title},
                address("events:takeaway_gathering" if is_over else "events:event", pk),
            )
            for pk, title, is_over in ours.care
        ),
    ]


def promises(person: Person, at: datetime) -> list[Waiting]:
    """Say what she has promised on the trail, the nearest day first: ideas, experiments, batons, lessons, next steps.

    One query, and one for each kind of thing.
    """
    day, language = today_in(at=at), get_language() or ""
    nodes = list(promises_of(person, day + AHEAD)[:MOST_PROMISES])
    shown = faces(nodes, person)
    late, coming = _("%(kind)s “%(title)s”: late, promised by %(day)s"), _("%(kind)s “%(title)s”: by %(day)s")
    return [
        Waiting(
            (late if node.due_on < day else coming)
            % {
                "kind": when.capital(node.kind_words),
                "title": shown[node.pk].title,
                "day": when.day(node.due_on, language=language, today=day),
            },
            shown[node.pk].url,
        )
        for node in nodes
        if node.pk in shown and node.due_on
    ]


def offered(person: Person) -> list[Waiting]:
    """Say what anybody of her organisation may take: batons and lessons, the nearest day first. Two queries, none for guests."""
    baton = _("Offered to your organisation: the experiment baton “%(title)s”")
    lesson = _("Left to your organisation: the lesson of “%(title)s”")
    return [
        *(
            Waiting(baton % {"title": turn.baton.title}, address("experiments:baton", turn.baton_id))
            for turn in trying.turns_open_to(person)[:MOST_PROMISES]
        ),
        *(
            Waiting(
                lesson % {"title": row.experiment.title},
                address("experiments:experiment", row.experiment_id) + "#lesson",
            )
            for row in trying.lessons_open_to(person)[:MOST_PROMISES]
        ),
    ]


def moderation(person: Person) -> list[Waiting]:
    """For moderators: comments that are reported, and appeals that another than who hid the comment answers. Two queries."""
    if why_not_moderate(person):
        return []
    asked = (
        ideas.reported_comments(person).count()
        + ideas.hidings_of(person, moderates=True).waiting().exclude(by=person).count()
    )
    said = ngettext(
        "%(count)d comment waits for a moderator", "%(count)d comments wait for a moderator", asked
    )
    return [Waiting(said % {"count": asked}, address("ideas:moderation"))] if asked else []


def places(sites: list[Site], at: datetime) -> list[Place]:
    """Give each site as it is now."""
    free = queries.free_now(sites, at)
    hosts = receivers([site.slug for site in sites], today_in(at=at))
    return [
        Place(site, queries.open_state(site, at), free[site.pk], hosts.get(site.slug, [])) for site in sites
    ]


def approvals(person: Person, sites: list[Site], at: datetime) -> list[Waiting]:
    """For hosts: bookings that wait for an answer. One query."""
    if not person.may_somewhere(RoleKind.HOST):
        return []
    mine = {site.pk: site for site in sites if person.may(RoleKind.HOST, site.slug)}
    asked = queries.unanswered().filter(site__in=mine, ends_at__gt=at).values_list("site_id", flat=True)
    return [
        Waiting(
            ngettext(
                "%(site)s: %(count)d booking waits for your answer",
                "%(site)s: %(count)d bookings wait for your answer",
                count,
            )
            % {"site": mine[pk].name, "count": count},
            address("spaces:approvals", mine[pk].slug),
        )
        for pk, count in sorted(Counter(asked.order_by()).items())
    ]


def desks(person: Person, sites: list[Site], at: datetime) -> list[Waiting]:
    """For hosts: who is still expected today."""
    if not person.may_somewhere(RoleKind.HOST):
        return []
    mine = [site for site in sites if person.may(RoleKind.HOST, site.slug)]
    expected = (
        Visit.objects.filter(site__in=mine, arrived_at=None, ends_at__gt=at)
        .standing()
        .filter(starts_at__lt=at + timedelta(hours=24))
        .values_list("site_id", "starts_at")
    )
    counts = {site.pk: 0 for site in mine}
    zones = {site.pk: site.zone for site in mine}
    for site_id, starts_at in expected:
        counts[site_id] += starts_at.astimezone(zones[site_id]).date() == at.astimezone(zones[site_id]).date()
    return [
        Waiting(
            ngettext(
                "%(site)s: %(count)d visit expected", "%(site)s: %(count)d visits expected", counts[site.pk]
            )
            % {"site": site.name, "count": counts[site.pk]},
            address("spaces:desk_day", site.slug),
        )
        for site in mine
        if counts[site.pk]
    ]


def gaps(person: Person, sites: list[Site], at: datetime) -> list[Waiting]:
    """For site managers: hours of the coming two weeks without a host."""
    if not person.may_somewhere(RoleKind.MANAGER):
        return []
    mine = [site for site in sites if person.may(RoleKind.MANAGER, site.slug)]
    found = queries.roster.gaps_of(mine, at)
    return [
        Waiting(
            ngettext(
                "%(site)s: %(count)d gap in the roster",
                "%(site)s: %(count)d gaps in the roster",
                len(found[site.pk]),
            )
            % {"site": site.name, "count": len(found[site.pk])},
            address("spaces:roster", site.slug),
        )
        for site in mine
        if found[site.pk]
    ]


def stale(person: Person, sites: list[Site], at: datetime) -> list[Waiting]:
    """For site managers: instructions and contacts whose day of review has passed."""
    if not person.may_somewhere(RoleKind.MANAGER):
        return []
    mine = {site.pk: site for site in sites if person.may(RoleKind.MANAGER, site.slug)}
    day = today_in(at=at)
    old = [
        *Instruction.objects.filter(site__in=mine, review_by__lt=day).values_list("site_id", flat=True),
        *Contact.objects.filter(site__in=mine, review_by__lt=day).values_list("site_id", flat=True),
    ]
    return [
        Waiting(
            _("%(site)s: instructions or contacts need to be reviewed") % {"site": mine[pk].name},
            address("spaces:site", mine[pk].slug),
        )
        for pk in sorted(set(old))
    ]


def agreements(person: Person, at: datetime) -> list[Waiting]:
    """For owners: agreements with partners that end within a month."""
    if not person.may(RoleKind.OWNER):
        return []
    day = today_in(at=at)
    ending = Agreement.objects.filter(ends_on__gte=day, ends_on__lte=day + SOON).select_related(
        "organisation"
    )
    return [
        Waiting(
            _("The agreement with %(partner)s ends soon") % {"partner": agreement.organisation.name},
            address("people:organisation", agreement.organisation_id),
        )
        for agreement in ending.order_by("ends_on")
    ]


def invitations(person: Person, at: datetime) -> list[Waiting]:
    """For those who run the lab: invitations without an answer, those without a day, and how many are late. One query."""
    if not person.may_somewhere(RoleKind.HOST):
        return []
    open_ones, rows = events.open_invitations(at), []
    if count := open_ones.waiting:
        said = ngettext(
            "%(count)d agency waits for an answer to its invitation",
            "%(count)d agencies wait for an answer to their invitations",
            count,
        ) % {"count": count}
        rows.append(said + _late(open_ones.late))
    if count := open_ones.undated:
        undated = ngettext(
            "%(count)d accepted invitation has no day yet",
            "%(count)d accepted invitations have no day yet",
            count,
        )
        rows.append(undated % {"count": count} + _late(open_ones.overdue))
    return [Waiting(said, address("events:invitation_list")) for said in rows]


def _late(late: int) -> str:
    return ", " + ngettext("%(late)d is late", "%(late)d are late", late) % {"late": late} if late else ""
