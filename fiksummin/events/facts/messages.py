"""What is announced about letters of organisers."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class MessageSent(Fact):
    """The organisers wrote to those who take part."""

    sentence = _("wrote to those who take part in an event")
    message: int
