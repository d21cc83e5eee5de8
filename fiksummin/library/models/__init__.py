"""Things of the library with their versions, reviews and retirements; their use; the lab's own way of working."""

from fiksummin.library.models.adoption import Adoption, Report, ToolRuling
from fiksummin.library.models.item import Item, Keeper, Label
from fiksummin.library.models.lab import LabLesson, LabVersion
from fiksummin.library.models.upkeep import Check, Retirement
from fiksummin.library.models.version import Version

__all__ = [
    "Adoption",
    "Check",
    "Item",
    "Keeper",
    "LabLesson",
    "LabVersion",
    "Label",
    "Report",
    "Retirement",
    "ToolRuling",
    "Version",
]
