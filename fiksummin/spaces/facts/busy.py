"""What is announced about calendars elsewhere that are read."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class BusyFeedAdded(Fact):
    """A calendar elsewhere tells from now on when a space is taken there."""

    sentence = _("had another calendar read for a space")
    feed: int


@dataclass(frozen=True, kw_only=True)
class BusyFeedEnded(Fact):
    """A calendar elsewhere is read no more; what it took is freed."""

    sentence = _("stopped reading another calendar for a space")
    feed: int


@dataclass(frozen=True, kw_only=True)
class BusyFeedSilent(Fact):
    """A calendar elsewhere has not answered well for a day; what it said last stands."""

    sentence = _("found that another calendar does not answer")
    feed: int
    since: str
