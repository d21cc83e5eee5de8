"""Spaces of the examples: which there are at each site, of which parts, how they are furnished. All invented."""

from dataclasses import dataclass, field
from typing import Any

from fiksummin.demo.cast_table import LAB
from fiksummin.demo.places import Words


@dataclass(frozen=True)
class Room:
    """A space as it is entered; ``parts`` are labels of parts, or "seat 3" for a seat of the site."""

    kind: str
    name: Words
    seats: int
    zone: str
    policy: str = "open"
    parts: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    confidentiality: str = "discreet"
    layouts: tuple[dict[str, Any], ...] = ()
    plan: tuple[int, int, int, int] = (0, 0, 0, 0)
    changeovers: dict[tuple[str, str], int] = field(default_factory=dict)
    mailbox: str | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The parts it is made of: a room that is never divided is one part of its own name."""
        return self.parts or (self.name[0],)


ZONES: dict[str, tuple[str, Words]] = {
    "quiet": ("quiet", ("Hiljainen kirjasto", "Tysta biblioteket", "Quiet library")),
    "talk": ("talk", ("Keskustelukulma", "Samtalshörnan", "Talking corner")),
    "phone": ("phone", ("Puhelinkopit", "Telefonbåsen", "Phone booths")),
    "open": ("open", ("Avoin sali", "Öppna salen", "Open hall")),
}
POLICIES: dict[str, tuple[Words, dict[str, Any]]] = {
    "open": (
        ("Huoneiden säännöt", "Regler för rum", "Rules of the rooms"),
        {"days_ahead": 90, "longest_minutes": 480, "grace_minutes": 15, "for_guests": True},
    ),
    "short": (
        ("Puhelinkoppien säännöt", "Regler för telefonbås", "Rules of the booths"),
        {"days_ahead": 14, "longest_minutes": 120, "ahead_per_person": 5, "for_guests": True},
    ),
    "hall": (
        ("Salin säännöt", "Regler för salen", "Rules of the hall"),
        {"days_ahead": 180, "shortest_minutes": 30, "approval": "holds", "answer_hours": 48},
    ),
    "studio": (
        ("Studion säännöt", "Regler för studion", "Rules of the studio"),
        {"days_ahead": 60, "longest_minutes": 240, "approval": "waits", "answer_hours": 24},
    ),
}


def _furnish(
    kind: str, seats: int, furniture: Words, minutes: int = 0, *, usual: bool = False
) -> dict[str, Any]:
    words = {f"furniture_{code}": text for code, text in zip(("fi", "sv", "en"), furniture, strict=True)}
    return {"kind": kind, "seats": seats, "setup_minutes": minutes, "is_usual": usual, **words}


HALL_LAYOUTS = (
    _furnish(
        "islands",
        48,
        ("8 pöytäryhmää, 48 tuolia", "8 bordsgrupper, 48 stolar", "8 islands, 48 chairs"),
        usual=True,
    ),
    _furnish(
        "theatre",
        110,
        ("110 tuolia riveissä, koroke", "110 stolar i rader, podium", "110 chairs in rows, a podium"),
        45,
    ),
    _furnish(
        "board",
        30,
        ("Yksi pitkä pöytä, 30 tuolia", "Ett långt bord, 30 stolar", "One long table, 30 chairs"),
        40,
    ),
    _furnish(
        "lounge",
        40,
        ("Sohvaryhmät ja seisomapöydät", "Soffgrupper och ståbord", "Sofas and standing tables"),
        30,
    ),
)
ROOM_LAYOUTS = (
    _furnish("board", 10, ("Pöytä ja 10 tuolia", "Bord och 10 stolar", "A table and 10 chairs"), usual=True),
    _furnish("circle", 14, ("14 tuolia ringissä", "14 stolar i ring", "14 chairs in a circle"), 10),
)
PARTS = {"A": (0, 0, 20, 20), "B": (20, 0, 20, 20), "C": (40, 0, 20, 20)}


def _part(label: str) -> Room:
    name = (f"Sali {label}", f"Sal {label}", f"Hall {label}")
    return Room(
        "room",
        name,
        30,
        "open",
        "hall",
        (f"Sali {label}",),
        ("step_free", "screen"),
        "open",
        plan=PARTS[label],
    )


def _booth(number: int, at: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Room:
    name = (f"Koppi {number}", f"Bås {number}", f"Booth {number}")
    return Room("booth", name, 1, "phone", "short", features=("video",), confidentiality="closed", plan=at)


def _desk(number: int) -> Room:
    name = (f"Ikkunapöytä {number}", f"Fönsterbord {number}", f"Window desk {number}")
    return Room(
        "desk", name, 1, "quiet", "open", (f"seat {number}",), ("height_adjustable", "window"), "open"
    )


def _room(
    name: str, seats: int, zone: str, *, plan: tuple[int, int, int, int] = (0, 0, 0, 0), **more: Any
) -> Room:
    features = more.pop("features", ("step_free", "screen", "wall"))
    return Room("room", (name, name, name), seats, zone, features=features, plan=plan, **more)


ROOMS: dict[str, tuple[Room, ...]] = {
    LAB: (
        Room(
            "hall", ("Sali", "Salen", "The hall"), 48, "open", "hall", ("Sali A", "Sali B", "Sali C"),
            ("step_free", "hearing_loop", "screen", "video", "wall"), "open", HALL_LAYOUTS,
            changeovers={("theatre", "islands"): 60, ("board", "lounge"): 20},
        ),
        _part("A"), _part("B"), _part("C"),
        Room("hall", ("Sali A+B", "Sal A+B", "Hall A+B"), 60, "open", "hall", ("Sali A", "Sali B"), ("screen",), "open"),
        Room("hall", ("Sali B+C", "Sal B+C", "Hall B+C"), 60, "open", "hall", ("Sali B", "Sali C"), ("screen",), "open"),
        _room("Kaiku", 10, "talk", plan=(0, 20, 15, 12), layouts=ROOM_LAYOUTS, mailbox="kaiku@fiksummin.example"),
        _room("Säie", 6, "talk", plan=(15, 20, 12, 12)),
        _room("Loimi", 8, "talk", plan=(27, 20, 12, 12), features=("step_free", "video", "screen")),
        _room("Ruori", 4, "quiet", plan=(39, 20, 9, 12), confidentiality="closed"),
        _room("Studio", 5, "quiet", plan=(48, 20, 12, 12), policy="studio", features=("video",)),
        *(_booth(number, (6 * (number - 1), 32, 6, 6)) for number in range(1, 5)),
        *(_desk(number) for number in range(1, 5)),
    ),
    "porvoo": (
        _room("Ankkuri", 12, "talk", layouts=ROOM_LAYOUTS), _room("Köysi", 6, "talk"),
        _room("Poiju", 4, "quiet", confidentiality="closed"), _booth(1), _booth(2), _desk(1), _desk(2),
    ),
    "joensuu": (_room("Tervas", 10, "talk"), _room("Honka", 6, "quiet"), _booth(1), _desk(1)),
}  # fmt: skip
TITLES = (
    "Viikkopalaveri", "Työpaja: palvelupolku", "Kokeilun suunnittelu", "Verkoston tapaaminen", "Etätyöpäivä yhdessä",
    "Yhteiskehittäminen", "Veckomöte", "Ideointi", "Perehdytys", "Esimiesten sparraus", "Ilmiöryhmä", "",
)  # fmt: skip
