"""What is announced about requests for help and reports."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ReportSent(Fact):
    """Somebody asked for help, or told of a fault or a danger."""

    sentence = _("sent a report")
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportSeen(Fact):
    """A host has seen a report."""

    sentence = _("saw a report")
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportAnswered(Fact):
    """A host answered a report."""

    sentence = _("answered a request or report")
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportClosed(Fact):
    """A host closed a report; after ninety days only a count remains."""

    sentence = _("closed a report")
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportOverdue(Fact):
    """Nobody answered a report in time; those who look after the site are told, once."""

    sentence = _("left a report without an answer in time")
    report: int
