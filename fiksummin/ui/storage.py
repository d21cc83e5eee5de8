"""Addresses of static files that change with their content, without a step that collects them."""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

VERSIONED = (".css", ".js", ".svg")
"""Fonts are not among them: the style sheet names them without a version, and they never change."""


class VersionedStorage(StaticFilesStorage):
    """Adds ``?v=`` and the first letters of the content's hash, so that an old style sheet never meets a new page."""

    def url(self, name: str | None) -> str:
        """Give the address of a static file."""
        url = super().url(name)
        mark = _mark(name) if name and name.endswith(VERSIONED) else ""
        return f"{url}?v={mark}" if mark else url


@cache
def _mark(name: str) -> str:
    path = finders.find(name)
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:10] if path else ""
