"""Places in a page that a room above fills: the page names the place and never learns who fills it."""

from collections import defaultdict
from collections.abc import Callable

from django.http import HttpRequest
from django.utils.safestring import SafeString

type Filler = Callable[[HttpRequest, object], str]

_fillers: dict[str, list[Filler]] = defaultdict(list)


def fill(name: str, filler: Filler) -> None:
    """Let a function draw something at a place, from the request and from what the page is about; "" for nothing."""
    if filler not in _fillers[name]:
        _fillers[name].append(filler)


def drawn(name: str, request: HttpRequest, about: object) -> SafeString:
    """Give all that rooms above have for a place; the pieces are drawn by templates, which escape."""
    return SafeString("".join(filler(request, about) for filler in _fillers[name]))
