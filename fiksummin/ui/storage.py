"""Addresses of static files that change with their content, without a step that collects them."""

import hashlib
from functools import cache, cached_property
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

VERSIONED = (".css", ".js", ".svg")
"""Fonts are not among them: the style sheet names them without a version, and they never change."""


class VersionedStorage(StaticFilesStorage):
    """Adds ``?v=`` and the first letters of the content's hash, so that an old style sheet never meets a new page."""

    @cached_property
    def _addresses(self) -> dict[str | None, str]:
        return {}

    def url(self, name: str | None) -> str:
        """Give the address of a static file; the files of a running process do not change."""
        if name not in self._addresses:
            mark = _mark(name) if name and name.endswith(VERSIONED) else ""
            self._addresses[name] = super().url(name) + (f"?v={mark}" if mark else "")
        return self._addresses[name]


@cache
def _mark(name: str) -> str:
    path = finders.find(name)
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:10] if path else ""
