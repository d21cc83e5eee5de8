"""Examples of the library: models, tools, tips and methods in three languages. All invented."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Shelved:
    """One thing of the examples, published so many days ago."""

    kind: str
    language: str
    title: str
    texts: dict[str, str]
    labels: tuple[str, ...]
    age: int = 40
    results: str = ""
    """How it goes where it is used: w works, p partly, n does not, e too early."""
    facets: dict[str, Any] = field(default_factory=dict)


_LEAD, _WAYS, _SKILL, _PLACE, _ICT = (
    "leadership", "ways_of_working", "competence", "work_environment", "use_of_ict",
)  # fmt: skip
_WALL = {"people_least": 2, "people_most": 40, "price": "partly", "login": "link", "data_in": "eu"}

SHELF = (
    Shelved("model", "fi", "Kokous alkaa hiljaisella lukemisella (esimerkki)", {
        "problem": "Puolet ajasta kuluu taustan kertomiseen, eikä kaikilla ole samaa tietoa.",
        "steps": "Lähetä kahden sivun muistio edellisenä päivänä.\nLue se kokouksen alussa yhdessä, kymmenen minuuttia.\nJokainen kirjaa yhden kysymyksen.\nPäätä, kuka tekee mitä.",
        "conditions": "Muistion kirjoittajalla on tunti aikaa.",
        "pitfalls": "Jos muistio on pitkä, kukaan ei lue sitä.",
        "evidence": "Kolme yksikköä mittasi: kokoukset lyhenivät kolmanneksen.",
        "effort": "Tunti kirjoittajalta, kymmenen minuuttia muilta.",
    }, (_WAYS, "social"), 90, "wwwpwne"),
    Shelved("model", "fi", "Etäpäivät sovitaan tiimissä (esimerkki)", {
        "problem": "Yhteiset päivät jäävät sattuman varaan, ja säännöt vaihtelevat.",
        "steps": "Listatkaa työt, jotka vaativat läsnäoloa.\nSopikaa yksi yhteinen päivä viikossa.\nKatsokaa kuukauden kuluttua, toimiiko se.",
        "conditions": "Esihenkilö lupaa olla muuttamatta sovittua.",
        "pitfalls": "Jos poikkeuksia on paljon, sopimus unohtuu.",
    }, (_WAYS, _PLACE), 200, "wpwn"),
    Shelved("model", "fi", "Osaamisen tunti yli virastorajojen (esimerkki)", {
        "problem": "Oman viraston ulkopuolista osaamista ei tunneta.",
        "steps": "Kerro yksi asia, jonka osaat.\nSaat parin toisesta virastosta.\nTavatkaa tunti laboratoriossa tai etänä.",
        "evidence": "Useimmat parit tapasivat toisenkin kerran.",
    }, (_SKILL, "social"), 60, "wwp"),
    Shelved("model", "fi", "Kokeilun päätöstilaisuus (esimerkki)", {
        "problem": "Kokeilut alkavat helposti, mutta niiden oppi jää tekijöille.",
        "steps": "Varaa tunti jo kokeilun alkaessa.\nKutsu se, joka voi päättää jatkosta.\nVastaa ensin: toimiiko?\nKirjaa oppi saman tien.",
        "pitfalls": "Jos päättäjä puuttuu, tilaisuudesta tulee esitelmä.",
    }, (_LEAD, _WAYS), 30, "wwe"),
    Shelved("model", "sv", "Gemensam arbetsdag i labbet (exempel)", {
        "problem": "Team från olika ämbetsverk ses bara på distans.",
        "steps": "Boka ett rum för hela dagen.\nBörja med vad var och en behöver hjälp med.\nÄt lunch tillsammans.\nSluta med ett löfte var.",
        "conditions": "Chefen ger dagen som arbetstid.",
    }, (_PLACE, "physical"), 50, "wpw"),
    Shelved("model", "en", "Handing over a project in one page (example)", {
        "problem": "What was learnt leaves with the person.",
        "steps": "Write what is agreed, what is open, whom to ask.\nWalk through it together.\nMeet once more after a month.",
    }, (_WAYS,), 70, "wn"),
    Shelved("tool", "fi", "Yhteinen valkotaulu selaimessa (esimerkki)", {
        "purpose": "Ideoiden kerääminen ja ryhmittely, kun osa on paikalla ja osa etänä.",
        "steps": "Avaa taulu ja jaa linkki.\nAnna kaikille kaksi minuuttia kirjoittaa hiljaa.",
        "pitfalls": "Näppäimistöllä lappujen siirtäminen on hidasta: pyydä joku kirjuriksi.",
        "data": "Ei salassa pidettävää tietoa eikä henkilötietoja.",
    }, (_ICT, "virtual"), 45, "wwpwn", {**_WALL, "accessibility": "partly", "address": "https://taulu.example/"}),
    Shelved("tool", "fi", "Kysely puhelimella (esimerkki)", {
        "purpose": "Nopea mielipide isolta joukolta tilaisuuden aikana.",
        "data": "Vastaukset poistuvat viikon kuluttua.",
    }, (_ICT, "virtual"), 40, "ww", {"people_least": 10, "people_most": 500, "price": "free", "login": "none", "accessibility": "good", "data_in": "finland", "address": "https://kysely.example/"}),
    Shelved("tool", "fi", "Tekstitys puheesta (esimerkki)", {
        "purpose": "Puhe näkyy tekstinä heti: auttaa kuulovammaisia ja vieraskielisiä.",
        "pitfalls": "Nimet menevät väärin, ja ruotsi toimii heikommin kuin suomi.",
    }, (_ICT, _WAYS), 35, "wpp", {"price": "licence", "login": "account", "accessibility": "good", "data_in": "own"}),
    Shelved("tool", "sv", "Gemensam uppgiftstavla (exempel)", {
        "purpose": "Alla ser vem som gör vad och vad som väntar.",
        "data": "Bara offentliga uppgifter.",
    }, (_ICT,), 210, "pn", {"people_least": 2, "people_most": 15, "price": "free", "login": "account", "accessibility": "unknown", "data_in": "eu"}),
    Shelved("tool", "en", "Timer that everybody sees (example)", {
        "purpose": "Keeps a round of comments fair on site and online.",
    }, (_WAYS,), 20, "w", {"price": "free", "login": "none", "accessibility": "good", "data_in": "own"}),
    Shelved("tool", "fi", "Vanha taulusovellus (esimerkki)", {
        "purpose": "Ideoiden kerääminen taululle.",
    }, (_ICT,), 170, "n", {"price": "free", "login": "account", "accessibility": "poor", "data_in": "outside"}),
    Shelved("tip", "fi", "Aloita kysymyksellä (esimerkki)", {"text": "Aloita kokous kysymyksellä, johon jokainen vastaa yhdellä lauseella. Hiljaisimmatkin ovat silloin jo puhuneet."}, (_WAYS, "social"), 25, "www"),
    Shelved("tip", "fi", "Varaa lopusta viisi minuuttia (esimerkki)", {"text": "Varaa tilaisuuden lopusta viisi minuuttia siihen, mitä kukin tekee ensin. Lupaus muille pitää paremmin kuin oma muistilista."}, (_WAYS,), 15, "w"),
    Shelved("tip", "sv", "Fråga en kollega i ett annat ämbetsverk (exempel)", {"text": "Fråga en kollega i ett annat ämbetsverk innan du skriver ett nytt. Frågan tar fem minuter och sparar ofta en vecka."}, (_SKILL, "mental"), 12, "wp"),
    Shelved("tip", "en", "Say what you stopped doing (example)", {"text": "When you start something new, say what you stopped doing. Permission to stop is what people wait for."}, (_LEAD, "mental"), 10, ""),
    Shelved("method", "fi", "Akvaariokeskustelu (esimerkki)", {
        "aim": "Iso joukko kuulee, miten muutama ajattelee ääneen, ja pääsee mukaan.",
        "steps": "Neljä tuolia keskelle, muut ympärille.\nKolme keskustelee, yksi tuoli on tyhjä.\nKuka tahansa voi istua tyhjälle, jolloin joku nousee.\nKoonti: mitä kuulimme?",
        "materials": "Neljä tuolia; etänä kamera päällä vain keskustelijoilla.",
    }, ("social",), 80, "wwp", {"people_least": 10, "people_most": 40, "minutes": 45, "mode": "hybrid"}),
    Shelved("method", "fi", "Yksin, kaksin, neljin, kaikki (esimerkki)", {
        "aim": "Jokaisen ajatus mukaan ennen kuin äänekkäin ehtii sanoa.",
        "steps": "Minuutti yksin.\nKaksi minuuttia kaksin.\nNeljä minuuttia neljin.\nViisi minuuttia yhdessä.",
    }, ("social", "mental"), 55, "wwww", {"people_least": 8, "people_most": 100, "minutes": 12, "mode": "hybrid"}),
    Shelved("method", "sv", "Tyst skrivande (exempel)", {
        "aim": "Alla hinner tänka och alla tankar väger lika.",
        "steps": "Ställ frågan.\nFem minuter tyst skrivande.\nLäs alla lappar.\nRösta med tre prickar var.",
        "materials": "Lappar och pennor, på distans en gemensam tavla.",
    }, ("social",), 33, "wp", {"people_least": 4, "people_most": 30, "minutes": 30, "mode": "hybrid"}),
    Shelved("method", "en", "Walking in pairs (example)", {
        "aim": "A hard question gets air.",
        "steps": "Find somebody you do not know.\nWalk for fifteen minutes, each speaks for half.\nSay one thing to all.",
    }, ("physical", "social"), 28, "wn", {"people_least": 2, "people_most": 50, "minutes": 25, "mode": "on_site"}),
)  # fmt: skip

TOLD = {
    "w": "Otimme käyttöön sellaisenaan, ja se jäi tavaksi.",
    "p": "Sovelsimme: teimme tästä lyhyemmän. Puolet hyötyi selvästi.",
    "n": "Ei toiminut meillä: ryhmä oli liian suuri ja aika väärä.",
    "e": "Aloitimme vasta, kerromme keväällä.",
}
LAB: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    (
        {
            "fi": "Laboratorio on kaikkien valtion työntekijöiden yhteinen paikka. Host ottaa vastaan, kävijä kertoo tulostaan etukäteen.\n\nKokeilut alkavat ilman lupaa ja päättyvät kysymykseen: toimiiko?",
            "sv": "Labbet är en gemensam plats för alla statsanställda. En värd tar emot, besökaren berättar på förhand att hen kommer.\n\nFörsök börjar utan tillstånd och slutar med frågan: fungerar det?",
            "en": "The lab is a place shared by everybody who works for the state. A host receives people, visitors tell beforehand that they come.\n\nExperiments begin without permission and end with a question: does it work?",
        },
        {},
    ),
    (
        {
            "fi": "Laboratorio on kaikkien valtion työntekijöiden yhteinen paikka, ovi auki tai kiinni. Host ottaa vastaan paikalla ja etänä, kävijä kertoo tulostaan etukäteen.\n\nKokeilut alkavat ilman lupaa ja päättyvät kysymykseen: toimiiko?",
            "sv": "Labbet är en gemensam plats för alla statsanställda, oavsett om dörren är öppen eller stängd. En värd tar emot på plats och på distans, besökaren berättar på förhand att hen kommer.\n\nFörsök börjar utan tillstånd och slutar med frågan: fungerar det?",
            "en": "The lab is a place shared by everybody who works for the state, whether its door is open or shut. A host receives people on site and online, visitors tell beforehand that they come.\n\nExperiments begin without permission and end with a question: does it work?",
        },
        {
            "fi": "Palaute: toiminta ei saa pysähtyä, kun tila on suljettu (esimerkki).",
            "sv": "Respons: verksamheten får inte stanna när lokalen är stängd (exempel).",
            "en": "Feedback: the lab must go on when its space is shut (example).",
        },
    ),
)
"""How the lab works, version by version, and because of what it changed."""
LESSONS = (
    (160, "physical", {"fi": "Hiljainen paikka puuttui: puhelut siirtyivät käytäville (esimerkki).", "sv": "Ett tyst ställe saknades: samtalen flyttade ut i korridorerna (exempel).", "en": "A quiet place was missing: calls moved to the corridors (example)."}),
    (110, "virtual", {"fi": "Työkalun voi opettaa kymmenessä minuutissa, luottamusta ei (esimerkki).", "sv": "Ett verktyg kan man lära ut på tio minuter, men inte förtroende (exempel).", "en": "A tool is taught in ten minutes, trust is not (example)."}),
    (60, "social", {"fi": "Ihmiset tulevat toistensa takia: kerro, kuka on paikalla minäkin päivänä (esimerkki).", "sv": "Människor kommer för varandras skull: berätta vem som är på plats vilken dag (exempel).", "en": "People come because of one another: tell who is there on which day (example)."}),
    (20, "mental", {"fi": "Lupa pitää sanoa ääneen, muuten kukaan ei kokeile (esimerkki).", "sv": "Tillståndet måste sägas högt, annars prövar ingen (exempel).", "en": "Permission must be said aloud, or nobody tries (example)."}),
)  # fmt: skip
