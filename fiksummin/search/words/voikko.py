"""Voikko, where the machine has it: Finnish base forms and the parts of compounds.

The library is spoken to directly (``libvoikko.so.1``, Debian's ``libvoikko1`` with ``voikko-fi``); without it
nothing here says anything, and the dictionaries of simplemma do the work. FIKSUMMIN_VOIKKO=0 leaves it aside.
"""

import ctypes
import os
import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_LOCK = threading.Lock()
"""Voikko's handle is not for two threads at once."""


@dataclass(frozen=True)
class Analysis:
    """A base form, and the base forms of its parts when it is a compound."""

    base: str
    parts: tuple[str, ...]


def is_here() -> bool:
    """Say whether Voikko is installed and wanted."""
    return _library() is not None


def base_form(word: str) -> str:
    """Give the base form of a Finnish word; "" when Voikko does not know the word, or is not there."""
    found = analyse(word)
    return found.base if found else ""


@lru_cache(maxsize=20_000)
def analyse(word: str) -> Analysis | None:
    """Take a Finnish word apart; of several readings the one with the fewest parts."""
    library = _library()
    if library is None:
        return None
    with _LOCK:
        readings = _read(library, word)
    return min(readings, key=lambda one: (len(one.parts), one.base != word), default=None)


def _read(library: tuple[Any, Any], word: str) -> list[Analysis]:
    voikko, handle = library
    rows = voikko.voikkoAnalyzeWordCstr(handle, word.encode())
    found = []
    for number in range(1000):
        if not rows or not rows[number]:
            break
        base = _value(voikko, rows[number], b"BASEFORM").lower()
        if base:
            found.append(Analysis(base, _cut(word, base, _value(voikko, rows[number], b"STRUCTURE"))))
    if rows:
        voikko.voikko_free_mor_analysis(rows)
    return found


def _cut(word: str, base: str, structure: str) -> tuple[str, ...]:
    """Cut a base form where the structure has "=": "=pppp=ppppp" is one of four letters and one of the rest."""
    lengths = [len(part) for part in structure.split("=") if part]
    heads, start = [], 0
    for length in lengths[:-1]:
        heads.append(word[start : start + length].strip("-"))
        start += length
    if not heads or base[:start] != word[:start] or not base[start:]:
        return ()
    return (*heads, base[start:])


def _value(voikko: Any, row: Any, key: bytes) -> str:
    text = voikko.voikko_mor_analysis_value_cstr(row, key)
    if not text:
        return ""
    said: str = ctypes.string_at(text).decode()
    voikko.voikko_free_mor_analysis_value_cstr(text)
    return said


@cache
def _library() -> tuple[Any, Any] | None:
    if os.environ.get("FIKSUMMIN_VOIKKO") == "0":
        return None
    try:
        voikko = ctypes.CDLL("libvoikko.so.1")
    except OSError:
        return None
    voikko.voikkoInit.restype = ctypes.c_void_p
    voikko.voikkoInit.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_char_p, ctypes.c_char_p]
    voikko.voikkoAnalyzeWordCstr.restype = ctypes.POINTER(ctypes.c_void_p)
    voikko.voikkoAnalyzeWordCstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    voikko.voikko_free_mor_analysis.argtypes = [ctypes.POINTER(ctypes.c_void_p)]
    voikko.voikko_mor_analysis_value_cstr.restype = ctypes.c_void_p
    voikko.voikko_mor_analysis_value_cstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    voikko.voikko_free_mor_analysis_value_cstr.argtypes = [ctypes.c_void_p]
    error = ctypes.c_char_p()
    handle = voikko.voikkoInit(ctypes.byref(error), b"fi", None)
    return (voikko, handle) if handle else None
