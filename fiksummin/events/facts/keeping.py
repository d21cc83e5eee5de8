"""What is announced about what events are arranged by."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class TemplateMade(Fact):
    """An event was kept as a pattern for others."""

    sentence = _("made a template of an event")
    event: int


@dataclass(frozen=True, kw_only=True)
class TemplateRemoved(Fact):
    """An event is a pattern no longer."""

    sentence = _("removed a template of an event")
    event: int


@dataclass(frozen=True, kw_only=True)
class KindKept(Fact):
    """A kind of event was added or changed."""

    sentence = _("changed the kinds of events")
    kind: int


@dataclass(frozen=True, kw_only=True)
class ThemeKept(Fact):
    """A theme was added or reworded."""

    sentence = _("changed the themes of events")
    theme: int


@dataclass(frozen=True, kw_only=True)
class SeriesKept(Fact):
    """A series of events was made or reworded."""

    sentence = _("changed a series of events")
    series: int


@dataclass(frozen=True, kw_only=True)
class SeasonKept(Fact):
    """A season was added, changed or planned."""

    sentence = _("changed a season of events")
    season: int
