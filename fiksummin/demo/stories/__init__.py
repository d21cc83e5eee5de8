"""Stories: the same actions that people take, told for development, demos and tests."""

from collections.abc import Callable
from importlib import import_module

from django.db import transaction

from fiksummin.core.errors import NotAllowed
from fiksummin.demo.teller import Teller
from fiksummin.search import actions as search

NAMES = ("empty", "first_week", "full_swing")


def load(name: str, seed: int, say: Callable[[str], None] = print) -> None:
    """Tell a story into an empty database; ``say`` gets a line for each chapter.

    The same name and seed on the same day tell the same story. Raises
    NotAllowed for a story that does not exist.
    """
    if name not in NAMES:
        raise NotAllowed(f"There is no story {name!r}. There are: {', '.join(NAMES)}.")
    with transaction.atomic():
        import_module(f"fiksummin.demo.stories.{name}").tell(Teller(seed=seed, say=say))
        search.reindex()
