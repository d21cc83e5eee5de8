"""Words with a fixed meaning, and the steps that an idea may take."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.trail import choices as trail

Perspective = trail.Perspective


class Audience(models.TextChoices):
    """For whom a campaign is."""

    PUBLIC = "public", _("everybody reads, members take part")
    MEMBERS = "members", _("members")
    ORGANISATION = "organisation", _("people of one organisation")


class PhaseKind(models.TextChoices):
    """What a campaign does at a time, in this order."""

    COLLECT = "collect", _("ideas are collected")
    TALK = "talk", _("ideas are talked over")
    WEIGH = "weigh", _("ideas are weighed")
    WEIGH_AGAIN = "weigh_2", _("the best third is weighed again")
    DECIDE = "decide", _("ideas are answered")
    CARRY_OUT = "carry_out", _("what was decided is carried out")


class Weighing(models.TextChoices):
    """How people weigh ideas."""

    SUPPORT = "support", _("each supports as many ideas as she likes")
    APPROVE = "approve", _("each approves of a set number of ideas")
    SCALE = "scale", _("each gives an idea from 0 to 4")


class Accent(models.TextChoices):
    """The colour that a campaign wears: each reads at 7 to 1 in light and in dark."""

    SEA = "sea", _("sea")
    FOREST = "forest", _("forest")
    PLUM = "plum", _("plum")
    BRICK = "brick", _("brick")


class IdeaState(models.TextChoices):
    """Where an idea stands."""

    OPEN = "open", pgettext_lazy("idea", "open")
    CONSIDERED = "considered", pgettext_lazy("idea", "under consideration")
    ACCEPTED = "accepted", pgettext_lazy("idea", "accepted")
    TRIED = "tried", pgettext_lazy("idea", "being tried out")
    CARRIED_OUT = "carried_out", pgettext_lazy("idea", "carried out")
    DECLINED = "declined", pgettext_lazy("idea", "not carried out")
    MERGED = "merged", pgettext_lazy("idea", "joined to another")
    WITHDRAWN = "withdrawn", pgettext_lazy("idea", "withdrawn")


JOINABLE_STATES = (IdeaState.OPEN, IdeaState.CONSIDERED)
"""In these an idea can be joined to another: it has no answer that stands."""
OPEN_STATES = (IdeaState.OPEN, IdeaState.CONSIDERED, IdeaState.ACCEPTED, IdeaState.TRIED)
"""Those in which somebody answers for the next step; the others need a reason."""
STANDING_STATES = (*OPEN_STATES, IdeaState.CARRIED_OUT, IdeaState.DECLINED)
"""Those in which an idea stands for itself: neither joined to another nor withdrawn."""
ANSWERS = (IdeaState.ACCEPTED, IdeaState.CARRIED_OUT, IdeaState.DECLINED)
"""Those that are the lab's answer to an idea, with its reason: a decision."""
ALONE = (*ANSWERS, IdeaState.WITHDRAWN)
"""Those whose reason is one idea's alone: several that are joined to one may have one reason for it."""
STEPS = (
    (IdeaState.OPEN, IdeaState.CONSIDERED),
    (IdeaState.OPEN, IdeaState.ACCEPTED),
    (IdeaState.OPEN, IdeaState.TRIED),
    (IdeaState.OPEN, IdeaState.DECLINED),
    (IdeaState.OPEN, IdeaState.MERGED),
    (IdeaState.OPEN, IdeaState.WITHDRAWN),
    (IdeaState.CONSIDERED, IdeaState.OPEN),
    (IdeaState.CONSIDERED, IdeaState.ACCEPTED),
    (IdeaState.CONSIDERED, IdeaState.TRIED),
    (IdeaState.CONSIDERED, IdeaState.DECLINED),
    (IdeaState.CONSIDERED, IdeaState.MERGED),
    (IdeaState.CONSIDERED, IdeaState.WITHDRAWN),
    (IdeaState.ACCEPTED, IdeaState.TRIED),
    (IdeaState.ACCEPTED, IdeaState.CARRIED_OUT),
    (IdeaState.ACCEPTED, IdeaState.DECLINED),
    (IdeaState.TRIED, IdeaState.CARRIED_OUT),
    (IdeaState.TRIED, IdeaState.DECLINED),
    (IdeaState.TRIED, IdeaState.ACCEPTED),
    (IdeaState.DECLINED, IdeaState.CONSIDERED),
    (IdeaState.MERGED, IdeaState.OPEN),
)
"""From which state to which; the database refuses every other step, whoever takes it.

What its authors have withdrawn stays so: only they could want it again, and they propose it anew.
"""


class Stance(models.TextChoices):
    """What a comment is."""

    FOR = "for", _("for")
    AGAINST = "against", _("against")
    QUESTION = "question", _("question")
    REMARK = "remark", _("remark")


class ReportState(models.TextChoices):
    """What became of a report of a comment."""

    WAITING = "waiting", _("Waits for an answer")
    HIDDEN = "hidden", _("The comment was hidden")
    LEFT = "left", _("The comment stays")
