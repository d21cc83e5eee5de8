"""Communities with their members and keepers, and who asks to join or is invited."""

from fiksummin.circles.models.asking import Asking
from fiksummin.circles.models.circle import Circle, Membership

__all__ = ["Asking", "Circle", "Membership"]
