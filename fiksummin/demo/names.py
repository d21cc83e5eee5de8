"""Invented names: combinations of common first names and made-up surnames."""

from random import Random

FIRST = (
    "Aada", "Aleksi", "Anni", "Astrid", "Benjamin", "Cecilia", "Daniel", "Eino", "Elias", "Ella", "Emma", "Erik",
    "Filippa", "Fredrik", "Hanna", "Helka", "Henrik", "Ida", "Iida", "Ilmari", "Inka", "Jari", "Jenni", "Joel",
    "Johan", "Juho", "Kaisa", "Kalle", "Karin", "Kirsi", "Lauri", "Leena", "Linnea", "Lotta", "Maija", "Malin",
    "Markus", "Mikael", "Minna", "Nea", "Niilo", "Noora", "Olavi", "Oskar", "Otto", "Pauli", "Petra", "Pihla",
    "Raili", "Rasmus", "Riina", "Roope", "Saana", "Sami", "Sanna", "Sara", "Seppo", "Silja", "Sofia", "Tapio",
    "Terhi", "Tiina", "Tuomas", "Ulla", "Urho", "Valtteri", "Veera", "Viivi", "Wilma", "Yrjö", "Åke", "Örjan",
)  # fmt: skip
LAST = (
    "Aallokko", "Aamusto", "Alkula", "Björkdunge", "Edelmaa", "Ehtoolahti", "Granbacka", "Haavikkola", "Halmetmaa",
    "Harjunlaita", "Hietasola", "Iltaranta", "Jokivarsi", "Kaarnalaakso", "Kaislikko", "Kallionlaki", "Kanervisto",
    "Ketomaa", "Kivenheitto", "Kotolehto", "Kuulas", "Källbäcken", "Lahdenpoukama", "Lehväslaiho", "Lindhagen",
    "Lumikko", "Metsäpolku", "Niittyranta", "Norrsund", "Ojankulma", "Pajukoski", "Pihlajisto", "Poutataivas",
    "Purohelmi", "Rantakivi", "Ruskolammi", "Saarelma", "Sammalsuo", "Sjöstrandh", "Solbacka", "Suopursula",
    "Suvituuli", "Sävelkangas", "Talvitie", "Tuulenpesä", "Usvametsä", "Vainiola", "Vesikko", "Virranniemi",
    "Västerback", "Ylämaja", "Äyräs", "Österhamn",
)  # fmt: skip
_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")


def names(random: Random, count: int) -> list[str]:
    """Give so many different names, the same for the same random numbers."""
    every = [f"{first} {last}" for first in FIRST for last in LAST]
    return random.sample(every, count)


def address(name: str, domain: str) -> str:
    """Make an address of a name, as ``etu.suku@domain``."""
    return f"{name.lower().replace(' ', '.').translate(_PLAIN)}@{domain}"
