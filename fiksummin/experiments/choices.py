"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Works(models.TextChoices):
    """Does it work? The answer that every experiment is for."""

    YES = "works", pgettext_lazy("experiment", "works")
    PARTLY = "partly", pgettext_lazy("experiment", "works partly")
    NO = "no", pgettext_lazy("experiment", "does not work")


class Repeats(models.TextChoices):
    """How an experiment repeats another."""

    SAME = "same", _("in the same way")
    ADAPTED = "adapted", _("adapted")


class ExperimentState(models.TextChoices):
    """Where an experiment stands."""

    AHEAD = "ahead", pgettext_lazy("experiment", "begins later")
    ON = "on", pgettext_lazy("experiment", "goes on")
    OVERDUE = "overdue", pgettext_lazy("experiment", "not ended yet")
    ENDED = "ended", pgettext_lazy("experiment", "ended")


STANDINGS = [
    (state.value, state.label) for state in ExperimentState if state is not ExperimentState.ENDED
] + Works.choices
"""What one may look for: where it stands, and of what has ended, whether it works."""


class GivenTo(models.TextChoices):
    """How it is said to whom something goes: somebody known here, an address that is never looked up, a whole organisation."""

    PERSON = "person", _("a person")
    LETTER = "letter", _("an address")
    UNIT = "unit", _("an organisation")


class HoldState(models.TextChoices):
    """Where one turn of a baton stands."""

    OFFERED = "offered", pgettext_lazy("baton", "offered")
    HELD = "held", pgettext_lazy("baton", "held")
    HANDED = "handed", pgettext_lazy("baton", "handed on")
    PASSED = "passed", pgettext_lazy("baton", "passed on")
    FREED = "freed", pgettext_lazy("baton", "freed")
