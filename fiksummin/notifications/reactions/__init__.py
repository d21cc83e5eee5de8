"""Who hears each fact of the rooms below: a module for each room.

To tell a new fact: say it in ``sentences`` (one line), and write here who hears it, in one ``@later`` function
that calls ``tell`` with a key of the fact. The key makes it once for each person, however often it is heard.
"""

from fiksummin.notifications.reactions import circles, experiments, ideas, library, moderation, trail

__all__ = ["circles", "experiments", "ideas", "library", "moderation", "trail"]
