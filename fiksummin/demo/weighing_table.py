"""Ideas of the examples that are weighed by turn: their words, and how much people want each, from 0 to 1."""

from typing import NamedTuple

from fiksummin.ideas.choices import Perspective
from fiksummin.people.choices import Language


class Weighed(NamedTuple):
    """An idea as its author writes it, and how much it is wanted."""

    title: str
    text: str
    perspective: Perspective
    language: Language
    wanted: float


_FI, _SV, _EN = Language.FI, Language.SV, Language.EN
_LEAD, _WAYS, _SKILL, _PLACE, _ICT = Perspective

SPACES = tuple(
    Weighed(*row)
    for row in (
        ("Varaamaton huone joka aamu", "Yksi huone jää aina varaamatta, jotta yllättävä tapaaminen onnistuu.", _PLACE, _FI, 0.9),
        ("Yhteinen aamukahvi tiistaisin", "Talon väki ja vieraat tapaavat puolen tunnin ajan.", _WAYS, _FI, 0.8),
        ("Tyst arbetsrum efter klockan tolv", "På eftermiddagen vill många läsa i fred.", _PLACE, _SV, 0.75),
        ("Vieraiden vastaanotto vuorolla", "Joka viikko toinen virasto toivottaa vieraat tervetulleiksi.", _LEAD, _FI, 0.6),
        ("One screen for every meeting room", "The same cable, the same button, everywhere.", _ICT, _EN, 0.55),
        ("Seinä keskeneräisille ajatuksille", "Jokainen saa jatkaa toisen ajatusta lapulla.", _WAYS, _FI, 0.5),
        ("Kort rundtur för nya gäster", "Fem minuter räcker för att hitta och känna sig hemma.", _SKILL, _SV, 0.4),
        ("Kasvit jokaiseen huoneeseen", "Viherkasvi ja päivänvalo pitävät ajatuksen hereillä.", _PLACE, _FI, 0.35),
        ("Varaus päättyy, jos kukaan ei tule", "Huone vapautuu vartissa, kun varaaja ei saavu.", _ICT, _FI, 0.3),
        ("A shelf to borrow from", "Chargers, markers and games, signed out by name.", _PLACE, _EN, 0.2),
        ("Kenkien vaihto ovella", "Sisäkengät pitävät olohuoneen siistinä.", _PLACE, _FI, 0.1),
    )
)  # fmt: skip
LATE = Weighed(
    "Lounas vieraan pöydässä", "Kerran viikossa istutaan sen viereen, jota ei tunneta.", _SKILL, _FI, 0.85
)
"""It comes when most have weighed already."""

LETTERS = tuple(
    Weighed(*row)
    for row in (
        ("Päätös ensimmäiseen lauseeseen", "Lukija näkee heti, mitä päätettiin.", _WAYS, _FI, 0.95),
        ("Kerro, mihin mennessä vastaamme", "Odottaminen on helpompaa, kun päivä on tiedossa.", _WAYS, _FI, 0.85),
        ("Ett telefonnummer till en människa", "Den som undrar ska få tag på någon som vet.", _LEAD, _SV, 0.8),
        ("Liitteet luettavaan muotoon", "Skannattu kuva ei kelpaa ruudunlukijalle.", _ICT, _FI, 0.7),
        ("Test every letter with two readers", "Two people who do not know the matter read it first.", _SKILL, _EN, 0.6),
        ("Ei lyhenteitä otsikkoon", "Lyhenne on tuttu vain sille, joka sen keksi.", _WAYS, _FI, 0.5),
        ("Samma ord i alla brev", "En ordlista som alla ämbetsverk använder.", _SKILL, _SV, 0.45),
        ("Kirje ja verkkosivu samoin sanoin", "Sama asia ei saa kuulostaa kahdelta.", _WAYS, _FI, 0.4),
        ("Kuva prosessista kirjeen loppuun", "Piirros kertoo, missä kohtaa asia on.", _SKILL, _FI, 0.3),
        ("A postcard when it is done", "A line that says it is finished, without a form.", _WAYS, _EN, 0.25),
        ("Allekirjoitus sinisellä", "Virallinen kirje tunnistetaan väristä.", _LEAD, _FI, 0.1),
        ("Tackbrev till alla som svarade", "Ett tack kostar inget.", _LEAD, _SV, 0.05),
    )
)  # fmt: skip
