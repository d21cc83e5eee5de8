"""What ``fiksummin demo``, ``story`` and ``cast`` do."""

import json
from argparse import Namespace
from typing import Any

from django.conf import settings

from fiksummin.core import examples
from fiksummin.core.commands import bring_up_to_date, say
from fiksummin.core.errors import NotDone, stop_if
from fiksummin.core.serving import service
from fiksummin.demo import cast as people_of_the_demo
from fiksummin.demo import stories
from fiksummin.people.models import Person

STORY = "full_swing"
SEED = 7


def demo(arguments: Namespace) -> int:
    """Serve example data; prepare them first if the database has no people yet."""
    bring_up_to_date()
    stop_if(examples.why_not())
    if not Person.objects.exists():
        stories.load(STORY, SEED, say)
    people_of_the_demo.write_files(settings.DATA, settings.BASE_URL)

    def welcome() -> None:
        _show_cast()
        say(f"\nFiksummin: {settings.BASE_URL}\nStop it with Ctrl-C. Data are kept in {settings.DATA}.")

    return service.run(arguments.socket, page_processes=arguments.pages, with_worker=True, on_start=welcome)


def story(arguments: Namespace) -> int:
    """Fill an empty database with a story; refuses one that has people."""
    bring_up_to_date()
    stop_if(examples.why_not())
    if Person.objects.exists():
        raise NotDone(
            "The database already has people, and a story needs an empty one. Choose another FIKSUMMIN_DATA."
        )
    if arguments.name not in stories.NAMES:
        raise NotDone(f"There is no story {arguments.name!r}. There are: {', '.join(stories.NAMES)}.")
    stories.load(arguments.name, arguments.seed, say)
    people_of_the_demo.write_files(settings.DATA, settings.BASE_URL)
    return 0


def cast(arguments: Namespace) -> int:
    """Show who is in the demo, each with a link that signs in."""
    stop_if(examples.why_not())
    people_of_the_demo.write_files(settings.DATA, settings.BASE_URL)
    _show_cast()
    return 0


def _show_cast() -> None:
    people: list[dict[str, Any]] = json.loads((settings.DATA / "cast.json").read_text(encoding="utf-8"))
    rows = [(one["key"], one["name"], one["organisation"], one["sign_in_url"]) for one in people]
    widths = [max(len(row[column]) for row in rows) for column in range(3)] if rows else []
    for *words, link in rows:
        say("  ".join([*(word.ljust(width) for word, width in zip(words, widths, strict=True)), link]))
