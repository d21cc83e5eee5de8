"""What ``fiksummin reindex`` does."""

import time
from argparse import Namespace

from fiksummin.core.commands import say
from fiksummin.search import actions
from fiksummin.search.models import Entry


def reindex(arguments: Namespace) -> int:
    """Bring the index up to date; ``--anew`` takes everything apart again."""
    began = time.perf_counter()
    if arguments.anew:
        Entry.objects.all().update(digest="")  # allow(writes): only so that everything is read anew
    written = actions.reindex()
    for kind, count in written.items():
        say(f"{kind}: {count}")
    say(f"{Entry.objects.count()} things in the index, {time.perf_counter() - began:.1f} s")
    return 0
