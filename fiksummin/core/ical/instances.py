"""The single times of events within a window: rules expanded, exceptions left out, changed dates in their place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid
from fiksummin.core.ical.events import Event
from fiksummin.core.ical.recurrence import Rule
from fiksummin.core.ical.values import Moment, utc

MOST_OF_EVENT = 500


@dataclass
class Budget:
    """How much expanding a calendar may cost: work in days looked through, about 0.2 ms each, and times found."""

    work: float = 40_000
    times: int = 5_000

    def spend(self, rule: Rule, first: datetime, end: datetime) -> None:
        """Take what a rule may cost at worst (measured). Raises Invalid when nothing is left."""
        weights = {"DAILY": 1.0, "WEEKLY": 0.25} if rule.numbers else {}
        self.work -= max((end - first).days, 1) * weights.get(rule.frequency, 0.06 if rule.numbers else 0.01)
        if self.work < 0:
            raise Invalid(_("The calendar has too many events that come again since long ago."))

    def find(self, number: int) -> None:
        """Take so many times. Raises Invalid when there are too many."""
        self.times -= number
        if self.times < 0:
            raise Invalid(_("The calendar has too many times ahead."))


@dataclass(frozen=True)
class Instance:
    """One time of an event: days (the end not included), or moments in UTC."""

    uid: str
    key: str
    """Which date of a series it is, as RECURRENCE-ID in UTC; "" for an event that does not come again."""
    start: Moment
    end: Moment
    event: Event


def instances(
    events: Iterable[Event], start: datetime, end: datetime, zone: ZoneInfo, budget: Budget
) -> tuple[list[Instance], list[tuple[str, str]]]:
    """Give what takes time within a window (aware), and for each event that cannot be the UID and the sentence.

    ``zone`` tells which days a window of days is.
    """
    found: list[Instance] = []
    refused: list[tuple[str, str]] = []
    by_uid: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_uid[event.uid].append(event)
    for uid, versions in by_uid.items():
        try:
            budget.find(0)
            own = [one for one in _of_uid(versions, end, budget) if _within(one, start, end, zone)]
            _count(own, budget)
        except Invalid as why:
            refused.append((uid, why.reason))
        else:
            found += own
    return found, refused


def _count(own: list[Instance], budget: Budget) -> None:
    if len(own) > MOST_OF_EVENT:
        raise Invalid(_("The event comes again too often: at most %(most)d times.") % {"most": MOST_OF_EVENT})
    budget.find(len(own))


def key_of(moment: Moment) -> str:
    """Write which date of a series is meant, alike whatever zone it was given in."""
    return f"{utc(moment):%Y%m%dT%H%M%SZ}" if isinstance(moment, datetime) else f"{moment:%Y%m%d}"


def times(event: Event, end: datetime, budget: Budget) -> Iterator[Moment]:
    """Go through the beginnings of an event before a moment, its exceptions left out."""
    skipped = {key_of(moment) for moment in event.left_out}
    seen: set[str] = set()
    for moment in (*_ruled(event, end, budget), *event.extra):
        key = key_of(moment)
        if (
            key not in skipped
            and key not in seen
            and isinstance(moment, datetime) == isinstance(event.start, datetime)
        ):
            seen.add(key)
            yield moment


def _of_uid(versions: list[Event], end: datetime, budget: Budget) -> Iterator[Instance]:
    masters = [event for event in versions if event.recurrence is None]
    changed: dict[str, Event] = {}
    for event in sorted((one for one in versions if one.recurrence is not None), key=lambda one: one.version):
        if event.recurrence is not None:
            changed[key_of(event.recurrence)] = event
    if masters:
        master = max(masters, key=lambda event: event.version)
        yield from _of_master(master, set(changed), end, budget)
    for key, event in changed.items():
        if event.busy and not event.cancelled:
            yield Instance(event.uid, key, _plain(event.start), _plain(event.end), event)


def _of_master(master: Event, changed: set[str], end: datetime, budget: Budget) -> Iterator[Instance]:
    if master.cancelled or not master.busy:
        return
    alone = master.rule is None and not master.extra
    for moment in times(master, end, budget):
        if key_of(moment) in changed:
            continue
        begins = _plain(moment)
        lasts = _plain(master.end) - _plain(master.start)
        yield Instance(master.uid, "" if alone else key_of(moment), begins, begins + lasts, master)


def _ruled(event: Event, end: datetime, budget: Budget) -> Iterator[Moment]:
    if event.rule is None:
        yield event.start
        return
    zone = event.start.tzinfo if isinstance(event.start, datetime) else None
    first = event.start.replace(tzinfo=None) if isinstance(event.start, datetime) else _midnight(event.start)
    last = (end.astimezone(zone) if zone else end).replace(tzinfo=None)
    budget.spend(event.rule, first, last)
    for number, clock in enumerate(event.rule.clocks(first, last)):
        if number > 20_000:
            raise Invalid(
                _("The event comes again too often: at most %(most)d times.") % {"most": MOST_OF_EVENT}
            )
        yield clock.replace(tzinfo=zone) if zone else clock.date()


def _plain(moment: Moment) -> Moment:
    return utc(moment) if isinstance(moment, datetime) else moment


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _within(one: Instance, start: datetime, end: datetime, zone: ZoneInfo) -> bool:
    if isinstance(one.start, datetime) and isinstance(one.end, datetime):
        return one.start < end and one.end > start
    first = datetime.combine(one.start, time(), tzinfo=zone).astimezone(UTC)
    last = datetime.combine(one.end, time(), tzinfo=zone).astimezone(UTC)
    return first < end and last > start
