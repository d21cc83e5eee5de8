"""What is announced about screens on doors and in lobbies."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DisplayMade(Fact):
    """A screen was given a secret address."""

    sentence = _("took a screen into use")
    display: int


@dataclass(frozen=True, kw_only=True)
class DisplayChanged(Fact):
    """A screen got another name or language."""

    sentence = _("changed a screen")
    display: int


@dataclass(frozen=True, kw_only=True)
class DisplayRenewed(Fact):
    """A screen was given a new address; the old one opens nothing."""

    sentence = _("gave a screen a new address")
    display: int


@dataclass(frozen=True, kw_only=True)
class DisplayRevoked(Fact):
    """A screen was taken out of use; its address opens nothing."""

    sentence = _("took a screen out of use")
    display: int
