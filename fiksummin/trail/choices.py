"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NodeKind(models.TextChoices):
    """What stands on the trail."""

    CAMPAIGN = "campaign", _("campaign")
    IDEA = "idea", _("idea")
    DECISION = "decision", _("decision")
    EXPERIMENT = "experiment", _("experiment")
    BATON = "baton", _("experiment baton")
    MODEL = "model", pgettext_lazy("way of working", "model")
    TOOL = "tool", _("tool")
    TIP = "tip", _("tip")
    METHOD = "method", _("method")
    ADOPTION = "adoption", _("adoption")
    EVENT = "event", _("event")
    TAKEAWAY = "takeaway", _("takeaway")
    OUTCOME = "outcome", _("outcome")
    RESULT = "result", _("result of an event")
    THEME = "theme", _("theme of a season")
    LAB_VERSION = "lab_version", pgettext_lazy("of the lab", "way of working")
    LAB_LESSON = "lab_lesson", pgettext_lazy("of the lab", "lesson")


class LinkKind(models.TextChoices):
    """How one thing came of another, said of the later one."""

    ASKED = "asked", _("was asked for by")
    WISHED = "wished", _("was asked for in the idea")
    BORN = "born", _("was born at")
    MERGED = "merged", _("took in")
    DECIDED = "decided", _("answers")
    TRIED = "tried", _("tries out")
    REPEATED = "repeated", _("repeats elsewhere")
    HANDED = "handed", _("went on from")
    MODELLED = "modelled", _("was written down from")
    ADOPTED = "adopted", _("takes into use")
    TOOK_AWAY = "took_away", _("was taken away from")
    LED = "led", _("came of")


class Part(models.TextChoices):
    """How somebody contributed."""

    WROTE = "wrote", _("wrote it")
    SUPPORTED = "supported", _("supported it")
    COMMENTED = "commented", _("commented on it")
    DECIDED = "decided", _("answered it")
    RAN = "ran", _("carried it out")
    HELD = "held", _("held the baton")
    HOSTED = "hosted", _("held the event")
    TOLD = "told", _("told what was taken away")
    ADOPTED = "adopted", _("took it into use")


UNNAMED = (Part.SUPPORTED, Part.TOLD)
"""Nobody is named as one who had such a part: votes are nobody's business, and takeaways name whom they may themselves."""
BY = {
    Part.WROTE: _("Written by"),
    Part.RAN: _("Carried out by"),
    Part.HELD: _("Held by"),
    Part.HOSTED: _("Organised by"),
    Part.ADOPTED: _("Taken into use by"),
    Part.DECIDED: _("Answered by"),
    Part.COMMENTED: _("Commented on by"),
}
"""How the others are told of, in this order."""


class Climb(models.TextChoices):
    """Whom a promise that is overdue has reached."""

    OWNER = "owner", _("owner")
    ABOVE = "above", _("owner of what it belongs to")
    HOST = "host", _("host")


class Perspective(models.TextChoices):
    """The five perspectives of the lab."""

    LEADERSHIP = "leadership", _("leadership")
    WAYS = "ways_of_working", _("ways of working")
    COMPETENCE = "competence", _("competence")
    ENVIRONMENT = "work_environment", _("work environment")
    ICT = "use_of_ict", _("use of ICT")


class Dimension(models.TextChoices):
    """The four sides of a place to work together."""

    PHYSICAL = "physical", pgettext_lazy("dimension", "physical")
    VIRTUAL = "virtual", pgettext_lazy("dimension", "virtual")
    SOCIAL = "social", pgettext_lazy("dimension", "social")
    MENTAL = "mental", pgettext_lazy("dimension", "mental")
