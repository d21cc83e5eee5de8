"""What goes out by mail, in the reader's own language."""

from fiksummin.spaces.letters.visits import pass_on, tell

__all__ = ["pass_on", "tell"]
