"""One app's catalogue in one language: merged without guesses, written the same way every time."""

from pathlib import Path

import polib

LANGUAGES = {"fi": "nplurals=2; plural=(n != 1);", "sv": "nplurals=2; plural=(n != 1);"}

type Key = tuple[str | None, str]


def path_of(app: Path, language: str) -> Path:
    """Give the place of the catalogue."""
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> polib.POFile:
    """Read a catalogue; one that does not exist yet is empty."""
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def key_of(entry: polib.POEntry) -> Key:
    """Give what makes an entry the same entry: its context and its English."""
    return entry.msgctxt, entry.msgid


def merged(sentences: polib.POFile, old: polib.POFile, language: str, *, tidy: bool) -> polib.POFile:
    """Give every sentence the translation it had. No guessing: a changed sentence is a new one.

    What the code no longer says is kept at the end, unless ``tidy``, so that a
    sentence that comes back finds its translation.
    """
    known = {key_of(entry): entry for entry in [*old.obsolete_entries(), *_live(old)]}
    new = polib.POFile(wrapwidth=0)
    new.metadata = _header(language)
    for sentence in sentences:
        new.append(_translated(sentence, known.pop(key_of(sentence), None)))
    if not tidy:
        for entry in known.values():
            if entry.msgstr or entry.msgstr_plural:
                new.append(_obsolete(entry))
    return new


def compiled(catalogue: polib.POFile) -> bytes:
    """Compile; the same bytes from the same catalogue, whichever gettext a machine has."""
    return bytes(catalogue.to_binary())


def text_of(catalogue: polib.POFile) -> str:
    """Write it as text."""
    return f"{catalogue}\n".replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def _live(catalogue: polib.POFile) -> list[polib.POEntry]:
    return [entry for entry in catalogue if not entry.obsolete]


def _translated(sentence: polib.POEntry, known: polib.POEntry | None) -> polib.POEntry:
    plural = sentence.msgid_plural
    entry = polib.POEntry(
        msgid=sentence.msgid,
        msgctxt=sentence.msgctxt,
        msgid_plural=plural,
        comment=sentence.comment,
        occurrences=sentence.occurrences,
        flags=[flag for flag in sentence.flags if flag != "fuzzy"],
    )
    if plural:
        entry.msgstr_plural = {0: "", 1: ""}
    if known is not None and bool(known.msgid_plural) == bool(plural):
        entry.msgstr = known.msgstr
        entry.msgstr_plural = dict(known.msgstr_plural) if plural else {}
        if "fuzzy" in known.flags:
            entry.flags.append("fuzzy")
    return entry


def _obsolete(entry: polib.POEntry) -> polib.POEntry:
    entry.obsolete = True
    entry.occurrences, entry.comment = [], ""
    return entry


def _header(language: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "fiksummin",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": LANGUAGES[language],
    }
