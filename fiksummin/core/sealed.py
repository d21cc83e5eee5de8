"""Files that anybody counts again: a digest tells whether one is as it was given."""

import hashlib
import json
from typing import Any


def sealed(document: dict[str, Any]) -> dict[str, Any]:
    """Give a document with its digest."""
    return document | {"digest": seal(document)}


def seal(document: dict[str, Any]) -> str:
    """Give the SHA-256 of a document but its digest: keys in order, no blanks, UTF-8."""
    told = {name: part for name, part in document.items() if name != "digest"}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
