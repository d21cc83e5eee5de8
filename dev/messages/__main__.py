"""``bin/messages [--check] [--tidy] [app…]``: see ``bin/messages --help``."""

import argparse
import os
import sys
from pathlib import Path

import django
import polib
from django.conf import settings

from dev.lint.bare_text import bare_text
from dev.messages import catalogue, checks, extract

PACKAGE = Path("fiksummin")


def main() -> int:
    """Write or check the catalogues of the apps named, or of all."""
    parser = argparse.ArgumentParser(
        prog="bin/messages", description="Keep the Finnish and Swedish catalogues."
    )
    parser.add_argument("apps", nargs="*", help="folders under fiksummin/; none means all")
    parser.add_argument("--check", action="store_true", help="change nothing; fail when anything is amiss")
    parser.add_argument("--tidy", action="store_true", help="drop translations that the code no longer says")
    wish = parser.parse_args()
    settings.configure(USE_I18N=True)
    django.setup()
    apps = extract.apps_of(PACKAGE)
    unknown = set(wish.apps) - {app.name for app in apps}
    if unknown:
        parser.error(f"no such app: {', '.join(sorted(unknown))}")
    chosen = [app for app in apps if not wish.apps or app.name in wish.apps]
    troubles: list[str] = []
    for app in chosen:
        troubles += _keep(app, check=wish.check, tidy=wish.tidy)
    for language in catalogue.LANGUAGES:
        every = [(app, catalogue.read(catalogue.path_of(app, language))) for app in apps]
        troubles += [f"{language}: {trouble}" for trouble in checks.disagreements(every)]
    for trouble in troubles:
        print(trouble)
    print(_verdict(chosen, troubles, check=wish.check))
    return 1 if troubles and wish.check else 0


def _keep(app: Path, *, check: bool, tidy: bool) -> list[str]:
    """Bring an app's catalogues up to date, and say what is wrong with them."""
    sentences = extract.sentences_of(app, package=PACKAGE)
    troubles = []
    for language in catalogue.LANGUAGES:
        path = catalogue.path_of(app, language)
        if not sentences and not path.exists():
            continue
        new = catalogue.merged(sentences, catalogue.read(path), language, tidy=tidy)
        troubles += _settle(path, new, check=check)
        troubles += [f"{path}: {complaint}" for complaint in checks.complaints(new)]
    for template in extract.templates_of(app, package=PACKAGE):
        troubles += map(str, bare_text(template, template.read_text()))
    return troubles


def _settle(path: Path, new: polib.POFile, *, check: bool) -> list[str]:
    """Write both files, or, when only checking, say which of them is stale."""
    wanted = {path: catalogue.text_of(new).encode(), path.with_suffix(".mo"): catalogue.compiled(new)}
    stale = [file for file, content in wanted.items() if not file.exists() or file.read_bytes() != content]
    if check:
        return [f"{file}: stale; run bin/messages and commit it." for file in stale]
    for file in stale:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}.{os.getpid()}")
        fresh.write_bytes(wanted[file])
        fresh.replace(file)
    return []


def _verdict(apps: list[Path], troubles: list[str], *, check: bool) -> str:
    if not troubles:
        return f"Translations of {len(apps)} folders are whole."
    kind = "to mend" if check else "still to mend"
    return f"{len(troubles)} {kind}."


if __name__ == "__main__":
    sys.exit(main())
