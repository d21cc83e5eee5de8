"""Bodies of pages from plain HTML: each second-rank heading a block, what follows it running text."""

import json
import re
from typing import Any

import nh3

PARTS = re.compile(r"(<h2>.*?</h2>)", re.DOTALL)
TAGS = {"p", "h3", "b", "i", "strong", "em", "ol", "ul", "li", "a", "br"}


def blocks_of(html: str) -> str:
    """Give the JSON of a StreamField's body for HTML with ``h2`` as its only divisions; other tags are cleaned."""
    found: list[dict[str, Any]] = []
    for part in PARTS.split(html):
        if part.startswith("<h2>"):
            found.append({"type": "heading", "value": nh3.clean(part, tags=set())})
        elif part.strip():
            found.append({"type": "text", "value": nh3.clean(part.strip(), tags=TAGS, link_rel=None)})
    return json.dumps(found)
