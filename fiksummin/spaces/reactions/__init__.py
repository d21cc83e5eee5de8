"""What this room does when something has happened."""

from fiksummin.spaces.reactions import visits

__all__ = ["visits"]
