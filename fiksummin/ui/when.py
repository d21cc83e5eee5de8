"""Time as people say it, in three languages: pure, told by a table, exact over summer time.

Finnish: "tiistaina 24.11. klo 9–15". Swedish of Finland: "tisdag 24.11 kl. 9–15".
English: "Tue 24 Nov, 9:00–15:00". Days near today have their own word. A year is said
when it is not this one. An hour that comes twice, when summer time ends, says which it is.

Sources: the Institute for the Languages of Finland, on writing times and dates in
Finnish and in the Swedish of Finland.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache
from typing import Final

type Piece = tuple[str, datetime | date | None]


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """How a language says days and hours."""

    weekdays: tuple[str, ...]  # "on Tuesday", as said before a date in a sentence
    headings: tuple[str, ...]  # "Tuesday", as said alone
    months: tuple[str, ...] = ()
    near: dict[int, str]
    clock: str  # before the hour
    before_clock: str  # between the day and the hour
    dot: str = ""  # after the month's number
    from_to: tuple[str, str]  # which of two equal hours: summer time, standard time


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TONGUES: Final = {
    "fi": Tongue(
        weekdays=_words("maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina"),
        headings=_words("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"),
        near={-1: "eilen", 0: "tänään", 1: "huomenna"},
        clock="klo ",
        before_clock=" ",
        dot=".",
        from_to=("kesäaikaa", "normaaliaikaa"),
    ),
    "sv": Tongue(
        weekdays=_words("måndag tisdag onsdag torsdag fredag lördag söndag"),
        headings=_words("måndag tisdag onsdag torsdag fredag lördag söndag"),
        near={-1: "i går", 0: "i dag", 1: "i morgon"},
        clock="kl. ",
        before_clock=" ",
        from_to=("sommartid", "normaltid"),
    ),
    "en": Tongue(
        weekdays=_words("Mon Tue Wed Thu Fri Sat Sun"),
        headings=_words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        months=_words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        near={-1: "yesterday", 0: "today", 1: "tomorrow"},
        clock="",
        before_clock=", ",
        from_to=("summer time", "standard time"),
    ),
}


@cache
def tongue(language: str) -> tuple[str, Tongue]:
    """Give the language's code and table; a language we do not speak becomes Finnish."""
    code = language[:2].lower()
    return (code, TONGUES[code]) if code in TONGUES else ("fi", TONGUES["fi"])


def hour(clock: time, language: str) -> str:
    """Say the hour alone: "9", "9.30" in Finnish and Swedish, "9:00" in English."""
    code, _ = tongue(language)
    if code == "en":
        return f"{clock.hour}:{clock.minute:02}"
    return f"{clock.hour}.{clock.minute:02}" if clock.minute else str(clock.hour)


def hours(opens: time, closes: time, language: str) -> str:
    """Say a range of wall-clock times: "klo 9–15", "kl. 9.30–15", "9:00–15:00".

    Midnight as the end is said as 24.
    """
    _, words = tongue(language)
    return f"{words.clock}{hour(opens, language)}–{_end_hour(closes, language)}"


def clock(moment: datetime, *, zone: tzinfo, language: str, end: bool = False) -> str:
    """Say an aware moment's hour in the zone: "klo 9.30", "kl. 9.30", "9:30"; midnight as an end is 24."""
    _, words = tongue(language)
    local = moment.astimezone(zone)
    said = _end_hour(local.time(), language) if end else hour(local.time(), language)
    return f"{words.clock}{said}{_which(local, language)}"


def day(when: date, *, language: str, today: date) -> str:
    """Say a day inside a sentence: "tänään", "tiistaina 24.11.", "Tue 24 Nov 2027"."""
    _, words = tongue(language)
    near = words.near.get((when - today).days)
    return near or f"{words.weekdays[when.weekday()]} {_numbers(when, language, today)}"


def heading(when: date, *, language: str, today: date) -> str:
    """Say a day as a heading: "Tiistai 24.11.", "Tisdag 24.11", "Tuesday 24 Nov"."""
    _, words = tongue(language)
    text = f"{words.headings[when.weekday()]} {_numbers(when, language, today)}"
    return capital(text)


def days(first: date, last: date, *, language: str, today: date) -> str:
    """Say a range of days, both included: "23.–27.11.", "23–27.11", "23–27 Nov", "30.12.2026–2.1.2027"."""
    if first == last:
        return day(first, language=language, today=today)
    code, words = tongue(language)
    if first.year != last.year:
        gap = " – " if code == "en" else "–"
        return f"{_numbers(first, language, None)}{gap}{_numbers(last, language, None)}"
    end = _numbers(last, language, today)
    if first.month == last.month:
        return f"{first.day}{words.dot}–{end}"
    if code == "en":
        return f"{first.day} {words.months[first.month - 1]} – {end}"
    return f"{first.day}.{first.month}{words.dot}–{end}"


def spell(
    start: datetime, end: datetime | None = None, *, zone: tzinfo, language: str, today: date | None = None
) -> str:
    """Say a moment, or a half-open range of aware moments, in the zone.

    ``today`` is the reader's calendar day in the zone; without it the near days
    get no word of their own and the year is always said (right for what is kept: mail, files).
    """
    return "".join(text for text, _ in pieces(start, end, zone=zone, language=language, today=today))


def pieces(
    start: datetime, end: datetime | None = None, *, zone: tzinfo, language: str, today: date | None = None
) -> list[Piece]:
    """Give what ``spell`` says in pieces, each with the moment that it names, if any."""
    _, words = tongue(language)
    first = start.astimezone(zone)
    head = f"{_day_or_date(first.date(), language, today)}{words.before_clock}{words.clock}"
    said: list[Piece] = [(f"{head}{hour(first.time(), language)}", first)]
    if end is None or end.astimezone(UTC) == start.astimezone(UTC):  # in one zone == overlooks the fold
        return [*said, (_which(first, language), None)] if _which(first, language) else said
    last = end.astimezone(zone)
    if _same_day(first, last):
        said.append(("–", None))
        said.append((_end_hour(last.time(), language), last))
    else:
        head = f"{_day_or_date(last.date(), language, today)}{words.before_clock}{words.clock}"
        said.append((" – ", None))
        said.append((f"{head}{hour(last.time(), language)}", last))
    which = _which(first, language), _which(last, language)
    if which[0]:
        said.insert(1, (which[0], None))
    if which[1]:
        said.append((which[1], None))
    return said


def length(minutes: int) -> str:
    """Say how long something takes, alike in all three languages: "45 min", "2 h", "1 h 30 min"."""
    hours_, rest = divmod(minutes, 60)
    parts = [f"{hours_} h"] if hours_ else []
    return " ".join([*parts, f"{rest} min"] if rest or not parts else parts)


def capital(text: str) -> str:
    """Give the text with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def _day_or_date(when: date, language: str, today: date | None) -> str:
    if today is not None:
        return day(when, language=language, today=today)
    _, words = tongue(language)
    return f"{words.weekdays[when.weekday()]} {_numbers(when, language, None)}"


def _numbers(when: date, language: str, today: date | None) -> str:
    """Say "24.11.", "24.11", "24 Nov", with the year unless it is today's year."""
    code, words = tongue(language)
    year = today is None or when.year != today.year
    if code == "en":
        return f"{when.day} {words.months[when.month - 1]}" + (f" {when.year}" if year else "")
    if year:
        return f"{when.day}.{when.month}.{when.year}"
    return f"{when.day}.{when.month}{words.dot}"


def _same_day(first: datetime, last: datetime) -> bool:
    """Midnight closes the day that it ends."""
    if first.date() == last.date():
        return True
    return last.time() == time() and (last.date() - first.date()).days == 1


def _end_hour(closes: time, language: str) -> str:
    if closes == time():
        return "24:00" if tongue(language)[0] == "en" else "24"
    return hour(closes, language)


def _which(local: datetime, language: str) -> str:
    """Say which of two equal wall-clock times is meant, when the hour comes twice."""
    twin = local.replace(fold=1 - local.fold)
    if twin.utcoffset() == local.utcoffset():
        return ""
    return f" ({tongue(language)[1].from_to[local.fold]})"
