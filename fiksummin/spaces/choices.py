"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SiteKind(models.TextChoices):
    """What kind of place a site is. None of them belongs to one agency alone."""

    LAB = "lab", _("co-creation lab")
    SHARED_OFFICE = "shared_office", _("shared office")
    SERVICE_POINT = "service_point", _("joint customer service point")


class ServiceLanguage(models.TextChoices):
    """In what one is served at a site."""

    FI = "fi", pgettext_lazy("language of service", "Finnish")
    SV = "sv", pgettext_lazy("language of service", "Swedish")
    EN = "en", pgettext_lazy("language of service", "English")


class CellKind(models.TextChoices):
    """What cannot be in two places."""

    SEAT = "seat", _("seat")
    PART = "part", _("part of a room")


class Weekday(models.IntegerChoices):
    """Days of the week, Monday first, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class VisitState(models.TextChoices):
    """Where a visit stands today."""

    EXPECTED = "expected", _("expected")
    HERE = "here", _("here now")
    LEFT = "left", _("left")
    CANCELLED = "cancelled", _("cancelled")
    MISSED = "missed", _("did not come")


class ZoneKind(models.TextChoices):
    """The custom of a part of a site."""

    QUIET = "quiet", _("quiet")
    TALK = "talk", _("talk")
    PHONE = "phone", _("phone")
    OPEN = "open", pgettext_lazy("zone", "open")


class SpaceKind(models.TextChoices):
    """What is booked."""

    DESK = "desk", _("desk")
    ROOM = "room", _("room")
    BOOTH = "booth", _("phone booth")
    HALL = "hall", _("hall")


class LayoutKind(models.TextChoices):
    """A way to furnish a space."""

    BOARD = "board", _("one table")
    ISLANDS = "islands", _("islands")
    THEATRE = "theatre", _("rows of chairs")
    LOUNGE = "lounge", _("lounge")
    CIRCLE = "circle", _("circle of chairs")
    DESKS = "desks", _("desks")
    EMPTY = "empty", _("open floor")


class Feature(models.TextChoices):
    """What a space or a layout offers; the first three are about access."""

    STEP_FREE = "step_free", _("step-free access")
    HEARING_LOOP = "hearing_loop", _("hearing loop")
    ADJUSTABLE = "height_adjustable", _("height-adjustable tables")
    SCREEN = "screen", _("screen")
    VIDEO = "video", _("video conference")
    WALL = "wall", _("wall to write on")
    WINDOW = "window", _("window")
    KITCHEN = "kitchen", _("kitchen corner")

    @property
    def is_about_access(self) -> bool:
        """Say whether somebody may need it to come at all."""
        return self in {Feature.STEP_FREE, Feature.HEARING_LOOP, Feature.ADJUSTABLE}


class Purpose(models.TextChoices):
    """What somebody goes somewhere to do."""

    FOCUS = "focus", _("to focus")
    MEET = "meet", _("to meet")
    WORKSHOP = "workshop", _("to hold a workshop")


class Confidentiality(models.TextChoices):
    """What may be spoken of in a space."""

    OPEN = "open", _("others hear you: nothing confidential")
    DISCREET = "discreet", _("walls dampen sound: no secret matters")
    CLOSED = "closed", _("sound-proof: also confidential matters")


class Approval(models.TextChoices):
    """Whether somebody approves a booking, and what it holds meanwhile."""

    NONE = "none", _("no approval")
    HOLDS = "holds", _("approval; the space is held meanwhile")
    WAITS = "waits", _("approval; others may book meanwhile")


class Frequency(models.TextChoices):
    """How a series comes again."""

    DAILY = "daily", _("every day")
    WEEKLY = "weekly", _("every week")
    MONTHLY_DATE = "monthly_date", _("every month on the same date")
    MONTHLY_WEEKDAY = "monthly_weekday", _("every month on the same weekday")


class BookingState(models.TextChoices):
    """Where a booking stands."""

    ASKED = "asked", _("waits for approval")
    BOOKED = "booked", _("booked")
    HERE = "here", _("in use")
    OVER = "over", _("over")
    MISSED = "missed", _("nobody came")
    DECLINED = "declined", _("declined")
    CANCELLED = "cancelled", _("cancelled")


class ReportKind(models.TextChoices):
    """What somebody tells the hosts."""

    HELP = "help", _("I need help")
    FAULT = "fault", _("something is broken")
    SAFETY = "safety", _("something is dangerous")

    @property
    def noun(self) -> str:
        """What the hosts call it."""
        nouns = {"help": _("request for help"), "fault": _("fault report"), "safety": _("report of danger")}
        return str(nouns[self.value])


class FeedDetail(models.TextChoices):
    """How much a calendar feed tells."""

    BUSY = "busy", _("only when it is taken")
    FULL = "full", _("also what for")


class WaitingEnd(models.TextChoices):
    """Why somebody waits no longer."""

    ACCEPTED = "accepted", _("got a place")
    DECLINED = "declined", _("declined the place")
    LAPSED = "lapsed", _("did not answer in time")
    LEFT = "left", _("left the queue")
    PASSED = "passed", _("the time passed")
    RETIRED = "retired", _("the space was taken out of use")
