"""What is said of each fact, and where the thing that it is about is found: a module for each room below.

A new fact of a room gets its sentence here in one line, and its hearers in ``reactions``.
"""

from fiksummin.notifications.sentences import (
    circles,
    events,
    experiments,
    ideas,
    letters,
    library,
    people,
    spaces,
    trail,
)

__all__ = ["circles", "events", "experiments", "ideas", "letters", "library", "people", "spaces", "trail"]
