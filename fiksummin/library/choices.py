"""Words with a fixed meaning, and what each kind of thing in the library tells."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.trail.choices import Dimension, NodeKind, Perspective


class Kind(models.TextChoices):
    """What stands in the library; the same words as on the trail."""

    MODEL = NodeKind.MODEL.value, pgettext_lazy("way of working", "model")
    TOOL = NodeKind.TOOL.value, _("tool")
    TIP = NodeKind.TIP.value, _("tip")
    METHOD = NodeKind.METHOD.value, _("method")


class Audience(models.TextChoices):
    """Who reads a thing of the library once it is published."""

    PUBLIC = "public", _("everybody")
    MEMBERS = "members", _("members")


class Mode(models.TextChoices):
    """Where people are when they use it."""

    ON_SITE = "on_site", _("on site")
    REMOTE = "remote", _("remotely")
    HYBRID = "hybrid", _("on site and remotely")


class Price(models.TextChoices):
    """What a tool costs."""

    FREE = "free", _("free of charge")
    PARTLY = "partly", _("free within limits")
    LICENCE = "licence", _("needs a licence")


class Login(models.TextChoices):
    """What somebody needs to get in."""

    NONE = "none", _("no account needed")
    LINK = "link", _("guests come by a link")
    ACCOUNT = "account", _("everybody needs an account")


class Accessibility(models.TextChoices):
    """What is known of a tool's accessibility."""

    GOOD = "good", _("tested: works by keyboard and screen reader")
    PARTLY = "partly", _("tested: works in part")
    POOR = "poor", _("tested: does not work")
    UNKNOWN = "unknown", _("not tested")


class DataIn(models.TextChoices):
    """Where the data of a tool lie."""

    OWN = "own", _("in the agency's own service")
    FINLAND = "finland", _("in Finland")
    EU = "eu", _("in the EU")
    OUTSIDE = "outside", _("outside the EU")
    UNKNOWN = "unknown", pgettext_lazy("where data lie", "not known")


class Ruling(models.TextChoices):
    """Whether an agency permits a tool."""

    PERMITTED = "permitted", _("permitted")
    LIMITED = "limited", _("permitted with limits")
    FORBIDDEN = "forbidden", _("not permitted")


class Result(models.TextChoices):
    """What came of taking something into use."""

    WORKS = "works", pgettext_lazy("adoption", "works")
    PARTLY = "partly", pgettext_lazy("adoption", "works partly")
    NO = "no", pgettext_lazy("adoption", "does not work")
    EARLY = "early", pgettext_lazy("adoption", "too early to say")


class Keeping(models.TextChoices):
    """To whom the review of a thing has fallen."""

    OWNER = "owner", _("owner")
    GROUP = "group", _("those who keep it up")
    HOST = "host", _("host")


SECTIONS = {
    "problem": _("Problem"),
    "aim": _("Aim"),
    "purpose": _("What it is for"),
    "text": _("The tip"),
    "steps": _("Steps"),
    "conditions": _("Conditions"),
    "pitfalls": _("Pitfalls"),
    "evidence": _("Evidence"),
    "effort": _("Effort"),
    "data": _("Data and permission"),
    "materials": _("Materials"),
}
"""What can be told of a thing, in the order in which it is read."""
TOLD: dict[str, tuple[str, ...]] = {
    Kind.MODEL: ("problem", "steps", "conditions", "pitfalls", "evidence", "effort", "materials"),
    Kind.TOOL: ("purpose", "steps", "pitfalls", "data", "materials"),
    Kind.TIP: ("text",),
    Kind.METHOD: ("aim", "steps", "pitfalls", "materials"),
}
"""What each kind tells."""
OWED: dict[str, tuple[str, ...]] = {
    Kind.MODEL: ("problem", "steps"),
    Kind.TOOL: ("purpose",),
    Kind.TIP: ("text",),
    Kind.METHOD: ("aim", "steps"),
}
"""What each kind cannot do without."""
FACETS: dict[str, tuple[str, ...]] = {
    Kind.MODEL: (),
    Kind.TOOL: ("address", "people_least", "people_most", "price", "login", "accessibility", "data_in"),
    Kind.TIP: (),
    Kind.METHOD: ("people_least", "people_most", "minutes", "mode"),
}
"""Plain facts that each kind may have beside its words."""
NAMES = {
    "title": _("Title"),
    **SECTIONS,
    "address": _("Address on the web"),
    "people_least": _("People, at least"),
    "people_most": _("People, at most"),
    "minutes": _("Minutes"),
    "mode": _("Where"),
    "price": _("Price"),
    "login": _("Getting in"),
    "accessibility": _("Accessibility"),
    "data_in": _("Where the data lie"),
}
"""What is told of a thing and its plain facts, by name."""
LABELS = [*Perspective.choices, *Dimension.choices]
"""By which things are grouped: the five perspectives and the four dimensions."""
GOOD_FOR_DAYS: dict[str, int] = {Kind.MODEL: 365, Kind.TOOL: 180, Kind.TIP: 730, Kind.METHOD: 365}
"""How long what was checked is taken to hold, in days."""
