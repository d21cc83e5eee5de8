"""Takes the translatable sentences of one app, in the order of the files that say them.

Django's own ``makemessages`` reads the code and the templates; it runs on a
copy, so that two developers may run it at once and nothing is left behind.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib
from django.core.management import call_command

READ = {".py", ".html", ".txt", ".svg"}
PASSED_OVER = {"locale", "migrations", "static", "__pycache__"}


def apps_of(package: Path) -> list[Path]:
    """Name the folders that have a catalogue of their own: every app, and the package for its own files."""
    inner = [path.parent for path in sorted(package.glob("*/__init__.py"))]
    return [*inner, package]


def sentences_of(app: Path, *, package: Path) -> polib.POFile:
    """Read what an app says; of the package itself only the files that lie in no app."""
    with tempfile.TemporaryDirectory(prefix="fiksummin-messages-") as folder:
        copy = Path(folder)
        for source in _sources(app, deep=app != package):
            target = copy / source.relative_to(app)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        (copy / "locale").mkdir(exist_ok=True)
        with contextlib.chdir(copy):
            call_command(
                "makemessages",
                all=True,
                keep_pot=True,
                no_wrap=True,
                add_location="file",
                extensions=["py", "html", "txt", "svg"],
                verbosity=0,
            )
        template = copy / "locale" / "django.pot"
        return polib.pofile(str(template)) if template.exists() else polib.POFile()


def templates_of(app: Path, *, package: Path) -> Iterator[Path]:
    """Name the templates of an app: pages, fragments, drawings and the texts of letters."""
    for source in _sources(app, deep=app != package):
        if source.suffix != ".py" and "templates" in source.parts:
            yield source


def _sources(app: Path, *, deep: bool) -> Iterator[Path]:
    if not deep:
        yield from sorted(app.glob("*.py"))
        yield from sorted(path for path in app.glob("templates/**/*") if path.suffix in READ)
        return
    for folder, names, files in os.walk(app):
        names[:] = sorted(set(names) - PASSED_OVER)
        yield from (Path(folder) / name for name in sorted(files) if Path(name).suffix in READ)
