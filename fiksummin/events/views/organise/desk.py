"""The one page on which an event is planned or changed: what stands in it, what is pressed, what its space would take."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import NotAllowed
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.languages import further_given
from fiksummin.events.forms.planning import EventForm
from fiksummin.events.forms.usual import usual_of, written
from fiksummin.events.models import Event, EventKind
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.models import Person
from fiksummin.spaces import queries as spaces
from fiksummin.spaces import rules as space_rules
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import Answer
from fiksummin.ui.attempts import sent

PRESSES = ("look", "usual", "instead")
"""Buttons that only look or fill in."""
MOST = 6
"""Other spaces and times shown."""
type Make = Callable[..., EventForm]


@dataclass(frozen=True)
class Instead:
    """Another space or time, and the fields that take it with one press."""

    answer: Answer
    fields: str


@dataclass(frozen=True)
class Look:
    """What the space chosen would take, why it cannot be had ("" when it can), and what is free instead."""

    site: Site | None = None
    takes: queries.Takes | None = None
    reason: str = ""
    start: datetime | None = None
    end: datetime | None = None
    instead: list[Instead] = field(default_factory=list)
    missing: bool = False
    """The day, the hours or the site are not known yet."""

    @property
    def is_free(self) -> bool:
        """Say whether the space chosen can be had."""
        return self.takes is not None and not self.reason

    @property
    def verdict(self) -> str:
        """How it stands with the space chosen, in a sentence; "" when none is chosen."""
        if self.missing:
            given = _("Give the day and the hours, and you see what is free.")
            return given if self.site else _("Choose a site, and you see what is free there.")
        if self.takes is None or self.reason:
            return self.reason
        return _("%(space)s is free then.") % {"space": self.takes.place.space.name}

    @property
    def nothing(self) -> str:
        """That nothing else can be had; "" where something can."""
        if self.missing or self.is_free or self.instead:
            return ""
        return _(
            "Nothing free was found near that time. Another day, a shorter time or fewer places may fit."
        )

    @property
    def summary(self) -> str:
        """What is read out when this changes while somebody chooses."""
        number = len(self.instead)
        others = ngettext("%(number)d other is free.", "%(number)d others are free.", number)
        said = [self.verdict, others % {"number": number} if number else self.nothing]
        return " ".join(filter(None, said))


@dataclass(frozen=True)
class Desk:
    """Who plans, when, and the event that is changed."""

    person: Person
    at: datetime
    event: Event | None = None

    def maker(self, form: type[EventForm]) -> Make:
        """Give what makes the form, bound or not."""
        sites, choices = spaces.seen_sites(self.person), queries.choices_for(self.person, self.event)
        return lambda *args, **kwargs: form(*args, sites=sites, choices=choices, event=self.event, **kwargs)

    def shown(
        self, request: HttpRequest, make: Make, beginning: dict[str, Any]
    ) -> tuple[EventForm, Look | None]:
        """Give the form, and, when a button was pressed that only looks, what there is to see."""
        if request.method != "POST" or not any(name in request.POST for name in PRESSES):
            return make(sent(request), initial=beginning), None
        given = request.POST.copy()
        if "instead" in given:
            _take(given, QueryDict(str(given["instead"])).dict())
        probe = make(given, initial=beginning)
        probe.is_valid()
        if "usual" in given and (kind := probe.cleaned_data.get("kind")):
            _fill(given, kind, probe)
            probe = make(given, initial=beginning)
            probe.is_valid()
        return make(initial=_values(probe, given)), self.look(probe)

    def look(self, form: EventForm, refused: Iterable[object] | None = None) -> Look:
        """Say what stands in the way of what a bound form asks for; ``refused`` are the answers of an act that was."""
        given, site = form.cleaned_data, form.chosen_site
        start, end = given.get("start_at"), given.get("end_at")
        if site is None or start is None or end is None or end <= start:
            return Look(site=site, missing=True)
        people = max(given.get("places") or 0, 1)
        setting = next((one for one in form.settings if one.value == given.get("space")), None)
        if setting is None:
            return Look(site, None, "", start, end, self._others(site, start, end, people))
        if refused is None:
            reason, answers = self._tried(form, setting, start, end)
        else:
            reason, answers = _("The space is taken then."), list(refused)
        others = _instead(queries.alone(answers))
        if reason:
            known = {other.fields for other in others}
            further = self._others(site, start, end, people)
            others = [*others, *(other for other in further if other.fields not in known)][:MOST]
        return Look(site, queries.takes(setting.place, start, self.event), reason, start, end, others)

    def _tried(
        self, form: EventForm, setting: queries.Setting, start: datetime, end: datetime
    ) -> tuple[str, list[object]]:
        given = form.cleaned_data
        kind = given.get("kind") or EventKind.objects.first()
        assert kind is not None  # noqa: S101 -- a lab has kinds: a migration writes them
        wish = EventWish(
            kind=kind, title=given.get("title", ""), start=start, end=end, site=form.chosen_site,
            space=setting.place.space, layout=setting.place.layout, places=given.get("places") or 0,
        )  # fmt: skip
        try:
            actions.try_space(by=self.person, wish=wish, event=self.event, at=self.at)
        except NotAllowed as refusal:
            return refusal.reason, refusal.alternatives
        return "", []

    def _others(self, site: Site, start: datetime, end: datetime, people: int) -> list[Instead]:
        asker = space_rules.asker(self.person)
        return _instead(queries.free_then(site, start, end, people, asker=asker, at=self.at))


def begins_from(event: Event) -> dict[str, Any]:
    """Give what the form of an event's change begins from; that registration closes as it begins stays unsaid."""
    wish = queries.wish_of(event)
    same = {name: getattr(wish, name) for name in EventForm.base_fields if hasattr(wish, name)}
    place = spaces.Place(wish.space, wish.layout) if wish.space else None
    opens, closes = (
        moment.astimezone(event.zone).replace(tzinfo=None) for moment in (event.opens_at, event.closes_at)
    )
    return {
        **same, **written(event.starts_at, event.ends_at, event.zone), "opens_at": opens,
        "closes_at": None if event.closes_at == event.starts_at else closes,
        "space": queries.setting_value(place) if place else "", "tags": ", ".join(wish.tags),
        "places": wish.places or None, "virtual_places": wish.virtual_places or None,
        "spoken": list(wish.spoken), "dimensions": list(wish.dimensions), **further_given(wish),
    }  # fmt: skip


def like(pattern: Event, person: Person) -> dict[str, Any]:
    """Give what a new event begins from that is like another: all but the day and the series; the link to join only for those who run that."""
    runs = not rules.why_not_run(pattern, person)
    given = {
        **begins_from(pattern),
        "day": None,
        "last_day": None,
        "opens_at": None,
        "closes_at": None,
        "series": None,
    }
    return {
        **given,
        "online_link": pattern.online_link if runs else "",
        "like": pattern.pk,
    }


def _instead(answers: Iterable[Answer]) -> list[Instead]:
    return [Instead(answer, _fields_of(answer)) for answer in answers]


def _fields_of(answer: Answer) -> str:
    place = answer.places[0]
    said = written(answer.start, answer.end, place.space.site.zone)
    return urlencode(
        {
            "site": place.space.site_id, "space": queries.setting_value(place), "day": said["day"],
            "start": f"{said['start']:%H:%M}", "end": f"{said['end']:%H:%M}", "last_day": "",
        }
    )  # fmt: skip


def _take(given: QueryDict, chosen: dict[str, Any]) -> None:
    for name in ("site", "space", "day", "start", "end", "last_day"):
        given[name] = str(chosen.get(name, ""))


def _fill(given: QueryDict, kind: EventKind, probe: EventForm) -> None:
    known = probe.cleaned_data
    for name, value in usual_of(kind, known.get("day"), known.get("start")).items():
        if name == "audience" and known.get("audience_circle"):
            continue  # a meeting of a community stays one
        given[name] = f"{value:%H:%M}" if name == "end" else "" if value is None else str(value)


def _values(form: EventForm, given: QueryDict) -> dict[str, Any]:
    """Give what was sent, to begin a form from that says nothing yet about what is wrong."""
    lists = {name for name, each in form.fields.items() if hasattr(each.widget, "allow_multiple_selected")}
    several = {"spoken", "dimensions", "questions"} & lists
    given = form.data if isinstance(form.data, QueryDict) else given
    return {name: given.getlist(name) if name in several else given.get(name, "") for name in form.fields}
