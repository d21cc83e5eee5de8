"""Things of the library and their use, made by the actions themselves."""

from datetime import datetime
from itertools import count

from fiksummin.library import actions
from fiksummin.library.choices import OWED, Kind, Result
from fiksummin.library.models import Adoption, Item
from fiksummin.library.queries import AdoptionWish, Change, ItemWish, LabWish
from fiksummin.people.models import Person

_numbers = count(1)
WORDS = {
    "problem": "Kokoukset venyvät, ja päätökset jäävät tekemättä.",
    "steps": "Lähetä asialista ajoissa.\nAloita hiljaisella lukemisella.",
    "purpose": "Yhteinen seinä, jolle kaikki kirjoittavat.",
    "text": "Aloita kokous kysymyksellä. Se säästää vartin.",
    "aim": "Ryhmä löytää yhteisen ongelman.",
}


def wish(kind: str = Kind.MODEL, **words: object) -> ItemWish:
    """The words of a thing of a kind."""
    words.setdefault("title", f"Esimerkki {next(_numbers)}")
    words.setdefault("texts", {name: WORDS[name] for name in OWED[kind]})
    return ItemWish(**({"language": "fi"} | words))  # type: ignore[arg-type]  # a test names the words


def draft(by: Person, kind: str = Kind.MODEL, *, moment: datetime | None = None, **words: object) -> Item:
    """A draft."""
    return actions.draft_item(by=by, kind=kind, wish=wish(kind, **words), at=moment)


def item(by: Person, kind: str = Kind.MODEL, *, moment: datetime | None = None, **words: object) -> Item:
    """A published thing."""
    return actions.publish_item(by=by, item=draft(by, kind, moment=moment, **words), at=moment)


def change(number: int = 1, **words: object) -> Change:
    """What changed upon a version."""
    words.setdefault("changed", "Lisätty yksi vaihe")
    return Change(number=number, **words)  # type: ignore[arg-type]  # a test names the words


def using(result: str = Result.WORKS, **words: object) -> AdoptionWish:
    """How somebody uses a thing."""
    words.setdefault("place", "Tietopalvelut")
    return AdoptionWish(result=result, **words)  # type: ignore[arg-type]  # a test names the words


def adoption(by: Person, of: Item, result: str = Result.WORKS, **words: object) -> Adoption:
    """Say that somebody uses it."""
    return actions.adopt(by=by, item=of, wish=using(result, **words))


def lab_wish(number: int = 0, **words: str) -> LabWish:
    """How the lab works, upon a version."""
    text = {
        "fi": "Talo on auki arkisin.",
        "sv": "Huset är öppet på vardagar.",
        "en": "The house is open on weekdays.",
    }
    because = {"fi": words.get("because", "Palaute: sovelluksella pääsee sisään hitaasti" if number else "")}
    return LabWish(number=number, text=text | {"fi": words.get("text", text["fi"])}, because=because)
