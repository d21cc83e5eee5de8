"""What is announced about trainings."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class TrainingNoted(Fact):
    """Somebody noted that she took part in a training."""

    sentence = _("noted a training")
    event: int
