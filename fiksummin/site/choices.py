"""Words with a fixed meaning."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from fiksummin.people.choices import RoleKind

GROUPS: Final = {RoleKind.EDITOR: "Editors of the site", RoleKind.OWNER: "Owners of the site"}
"""Wagtail's group for each role. Nobody is put into one by hand."""


class Conformance(models.TextChoices):
    """How far the service meets the accessibility requirements, as far as anyone has tested it."""

    NOT_ASSESSED = "not_assessed", _("not assessed yet")
    FULL = "full", _("meets the requirements")
    PARTIAL = "partial", _("meets the requirements in part")
    NONE = "none", _("does not meet the requirements yet")


class Method(models.TextChoices):
    """Who looked, when accessibility was assessed."""

    SELF = "self", _("assessed by the organisation itself")
    EXPERT = "expert", _("assessed by an outside expert")
    BOTH = "both", _("assessed by the organisation itself and by an outside expert")


class ShortcomingReason(models.TextChoices):
    """Why something is not accessible, as the law asks it to be told."""

    UNFIXED = "unfixed", _("not fixed yet")
    BURDEN = "burden", _("disproportionate burden")
    OUTSIDE = "outside", _("outside the scope of the law")


class Commenting(models.TextChoices):
    """Who may comment on a post."""

    NONE = "none", _("nobody")
    MEMBERS = "members", _("those signed in")
