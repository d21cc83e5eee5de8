"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.trail import choices as trail

Dimension = trail.Dimension


class Mode(models.TextChoices):
    """Where somebody takes part, each with its own places and its own queue."""

    ON_SITE = "on_site", _("on site")
    VIRTUAL = "virtual", _("online")


class Allocation(models.TextChoices):
    """How places are given when more people want one than there are."""

    QUEUE = "queue", _("first come, first served")
    LOTTERY = "lottery", _("by lot when registration closes")


class Audience(models.TextChoices):
    """Who sees an event and may register for it."""

    PUBLIC = "public", _("everybody")
    MEMBERS = "members", _("people of the state administration and partners")
    STATE = "state", _("people of the state administration")
    PARTNERS = "partners", _("partners by agreement")
    ORGANISATION = "organisation", _("people of one organisation")
    CIRCLE = "circle", _("members of a community")
    ROLE = "role", _("those who have a certain role")
    INVITED = "invited", _("those who are invited")


class Purpose(models.TextChoices):
    """What a kind of events is counted for, beside being an event."""

    NONE = "", _("for nothing else")
    TOUR = "tour_stop", _("visits to agencies, on the page of the tour")
    TRAINING = "training", _("trainings, which those who took part note themselves")


class Part(models.TextChoices):
    """What somebody does for an event."""

    ORGANISER = "organiser", _("organiser")
    HOST = "host", pgettext_lazy("at an event", "host")


class AnswerKind(models.TextChoices):
    """How a question of an event is answered."""

    TEXT = "text", _("in one's own words")
    YES_NO = "yes_no", _("yes or no")
    CHOICE = "choice", _("one of several")


class Sensitivity(models.TextChoices):
    """Which answers are forgotten soon after the event."""

    ORDINARY = "ordinary", _("ordinary")
    DIET = "diet", _("diet")
    ACCESS = "access", _("accessibility")


class EventState(models.TextChoices):
    """Where an event stands at a moment."""

    DRAFT = "draft", pgettext_lazy("event", "draft")
    CANCELLED = "cancelled", pgettext_lazy("event", "cancelled")
    COMING = "coming", pgettext_lazy("event", "coming")
    ON = "on", pgettext_lazy("event", "on now")
    OVER = "over", pgettext_lazy("event", "over")


class RegistrationState(models.TextChoices):
    """Where a registration stands."""

    CONFIRMED = "confirmed", pgettext_lazy("registration", "confirmed")
    OFFERED = "offered", pgettext_lazy("registration", "offered, waits for an answer")
    QUEUED = "queued", pgettext_lazy("registration", "in the queue")
    DRAWING = "drawing", pgettext_lazy("registration", "waits for the lottery")
    ENDED = "ended", pgettext_lazy("registration", "ended")


class RegistrationEnd(models.TextChoices):
    """Why a registration ended."""

    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")
    DECLINED = "declined", pgettext_lazy("registration", "the offered place was declined")
    LAPSED = "lapsed", pgettext_lazy("registration", "the offered place was not taken in time")
    REMOVED = "removed", pgettext_lazy("registration", "removed by an organiser")
    CALLED_OFF = "called_off", pgettext_lazy("registration", "the event was cancelled")


class OutcomeKind(models.TextChoices):
    """What came of an event beside what each took away."""

    DECISION = "decision", pgettext_lazy("outcome", "decision")
    NEXT_STEP = "next_step", _("next step")
    QUESTION = "question", _("open question")


class InvitationState(models.TextChoices):
    """Where an agency's invitation stands."""

    WAITING = "waiting", pgettext_lazy("invitation", "waits for an answer")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "accepted, a day is sought")
    SCHEDULED = "scheduled", pgettext_lazy("invitation", "scheduled")
    DECLINED = "declined", pgettext_lazy("invitation", "declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("invitation", "withdrawn")


class LinkKind(models.TextChoices):
    """What a secret link in a letter is for."""

    ASKED = "asked", pgettext_lazy("link", "a guest confirms her address")
    INVITED = "invited", pgettext_lazy("link", "a guest is invited")
    HANDED = "handed", pgettext_lazy("link", "a place is handed to a colleague")


class Near(models.TextChoices):
    """How long before an event those who take part are reminded."""

    DAY = "day", pgettext_lazy("before an event", "a day")
    HOUR = "hour", pgettext_lazy("before an event", "an hour")


class After(models.TextChoices):
    """What is asked after an event, each once."""

    ASKED = "asked", pgettext_lazy("after an event", "what those who took part took away")
    TWO_DAYS = "digest-2", pgettext_lazy("after an event", "the takeaways, after two days")
    THIRTY_DAYS = "digest-30", pgettext_lazy("after an event", "the takeaways, after thirty days")


class PressKind(models.TextChoices):
    """What a press at a door says. In the order in which presses of one moment count."""

    RECEIVED = "received", pgettext_lazy("at the door", "received")
    UNDONE = "undone", pgettext_lazy("at the door", "taken back")


class Audited(models.TextChoices):
    """What the audit log of an event tells."""

    PRIORITY = "priority", pgettext_lazy("audit log", "was put at the head of the queue")
    WALK_IN = "walk_in", pgettext_lazy("audit log", "got a place at the door")
    REMOVED = "removed", pgettext_lazy("audit log", "was cancelled for somebody by another")
    HANDED = "handed", pgettext_lazy("audit log", "was handed to a colleague by whoever had it")
    CAPACITY = "capacity", pgettext_lazy("audit log", "the number of places was changed")


class Reached(models.TextChoices):
    """Whom a letter of the organisers reaches."""

    ALL = "all", _("everybody who is registered")
    CONFIRMED = "confirmed", _("those who have a place")
    WAITING = "waiting", _("those who wait for a place")
    HERE = "here", _("those who have come")


class Standing(models.TextChoices):
    """Where those who are registered stand, as organisers list them."""

    PLACE = "place", pgettext_lazy("participants", "have a place")
    OFFERED = "offered", pgettext_lazy("participants", "a place is held for them")
    WAITING = "waiting", pgettext_lazy("participants", "wait")
