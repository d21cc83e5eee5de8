"""The programme of the examples: sixty events of every kind. All invented."""

from dataclasses import dataclass

SPEAKERS = (
    ("Alisa Esimerkki", "Esimerkkivirasto"),
    ("Otso Malli", "Mallilaitos"),
    ("Siiri Exempel", "Exempelverket"),
)


@dataclass(frozen=True)
class Planned:
    """An event of the examples, so many days from the day of the story (behind when negative)."""

    kind: str
    day: int
    title: str
    hour: int = 13
    language: str = "fi"
    theme: str = ""
    where: str = "site"
    """``site``, ``online``, ``hybrid``, ``elsewhere``, or the name of a space."""
    people: int = 6
    """How many register."""
    swedish: str = ""
    """The title in Swedish, too."""


THEMES = (
    ("monipaikkainen-tyo", "Monipaikkainen työ", "Multilokalt arbete", "Multi-locational work"),
    ("kokeilukulttuuri", "Kokeilukulttuuri", "Försökskultur", "A culture of experiments"),
    ("tekoaly-arjessa", "Tekoäly arjen työssä", "AI i vardagsarbetet", "AI in everyday work"),
)
_PLACE, _TRY, _AI = (slug for slug, *_names in THEMES)

ASKED_IN = {
    _PLACE: ("Yhteiset etätyötilat maakuntiin", "Delade arbetsrum i Vasa"),
    _TRY: ("Kokeilun aloituspaketti", "A budget of five hundred euros for trials"),
    _AI: ("Tekoälyapuri muistioihin",),
}
"""Titles of the ideas that asked for each theme."""

SERIES = {
    "name_fi": "Uudistuva työ (esimerkkisarja)",
    "name_sv": "Arbete i förändring (en exempelserie)",
    "name_en": "Work renewed (a series as an example)",
    "about_fi": (
        "Johtajat ja asiantuntijat monesta virastosta samassa salissa: tilat, tavat, osaaminen, johtaminen. "
        "Joka kerralla kolme lyhyttä puheenvuoroa ja yksi kokeilu, jonka kukin vie omaan virastoonsa.\n\n"
        "Sarja on esimerkki, ja kaikki sen tapahtumat ovat keksittyjä."
    ),
    "about_sv": (
        "Chefer och sakkunniga från många ämbetsverk i samma sal: lokaler, arbetssätt, kompetens, ledarskap. "
        "Varje gång tre korta inlägg och ett försök som var och en tar med sig till sitt eget ämbetsverk.\n\n"
        "Serien är ett exempel, och alla dess evenemang är påhittade."
    ),
    "about_en": (
        "Leaders and experts of many agencies in one hall: spaces, ways, skills, leadership. "
        "Each time three short talks, and one experiment that everybody takes home.\n\n"
        "The series is an example, and all of its events are invented."
    ),
}
"""The series of the events whose titles begin with its first words."""

PROGRAMME = (
    Planned("workshop", -78, "Yhteinen tila, yhteiset tavat", theme=_PLACE, people=9),
    Planned("theme-lunch", -75, "Perjantailounas: palaverit puoliksi", 11, theme=_PLACE),
    Planned("thinking-date", -72, "Ajattelutreffit: mistä luovumme", 11),
    Planned("collision-meeting", -70, "Törmäämö: kuka kaipaa ketä", 14, people=12),
    Planned("company-visit", -66, "Vierailu: miten yritys suunnitteli monitilansa", 9, theme=_PLACE, where="elsewhere", people=14),
    Planned("expert-visit", -63, "Asiantuntijavieras: palvelupolut näkyviksi", where="hybrid", people=11),
    Planned("tour-stop", -60, "Kiertue: laboratorio vierailee virastossa", 9, where="elsewhere", people=10),
    Planned(
        "series-event", -57, "Uudistuva työ, osa 1: tilat", 14, where="hybrid", theme=_PLACE, people=90,
        swedish="Arbete i förändring, del 1: lokaler",
    ),
    Planned("training", -54, "Etäkokouksen vetäjän perustaidot", 9, where="online", theme=_PLACE),
    Planned("external-training", -51, "Muun järjestämä: valmentava esihenkilötyö", 9, where="link", people=0),
    Planned("tool-try-out", -49, "Kokeillaan: yhteinen valkotaulu", 13, where="online", theme=_AI),
    Planned("sparring-clinic", -46, "Sparrausklinikka: solmut auki", 12, people=5),
    Planned("remote-coffee", -44, "Etäkahvit: uudet kasvot", 9, where="online"),
    Planned("open-door", -42, "Avoimet ovet: tule katsomaan", 10, people=15),
    Planned("external-fair", -40, "Muun järjestämä: julkisen työn messut", 9, where="link", people=0),
    Planned("workshop", -37, "Kokeilukorttien paja", theme=_TRY, where="Kaiku", people=7),
    Planned("theme-lunch", -35, "Temalunch: tvåspråkig service", 11, "sv"),
    Planned("thinking-date", -32, "Tankeutbyte: mötesfria dagar", 11, "sv", where="online"),
    Planned("expert-visit", -30, "Asiantuntijavieras: kielimallit hallinnossa", theme=_AI, where="hybrid", people=13),
    Planned("training", -27, "Saavutettava esitys tunnissa", 9, where="online"),
    Planned("tool-try-out", -24, "Kokeillaan: tekoäly muistion apuna", 13, theme=_AI, where="online"),
    Planned("workshop", -21, "Palvelupolun piirtopaja", where="Loimi", people=6),
    Planned("remote-coffee", -17, "Etäkahvit: viikon opit", 9, where="online"),
    Planned("collision-meeting", -14, "Törmäämö: asiat ja ihmiset", 14, people=10),
    Planned(
        "series-event", -10, "Uudistuva työ, osa 2: tavat", 14, where="hybrid", theme=_TRY, people=90,
        swedish="Arbete i förändring, del 2: arbetssätt",
    ),
    Planned("company-visit", -7, "Vierailu: varaston robotit", 9, where="elsewhere", people=12),
    Planned("theme-lunch", -4, "Perjantailounas: oppi epäonnistumisesta", 11, theme=_TRY),
    Planned("sparring-clinic", -2, "Sparrausklinikka: ensimmäinen kokeilu", 12, people=4),
    Planned(
        "workshop", 2, "Kokeilupaja: ideasta kokeiluksi", theme=_TRY, where="Kaiku", people=6,
        swedish="Försöksverkstad: från idé till försök",
    ),
    Planned("remote-coffee", 3, "Etäkahvit: mitä opin tällä viikolla", 9, where="online"),
    Planned("theme-lunch", 4, "Perjantailounas: ilmiöt ja budjetti", 11, people=8),
    Planned("thinking-date", 6, "Ajattelutreffit: luottamus etätyössä", 11, theme=_PLACE),
    Planned("tool-try-out", 8, "Kokeillaan: yhteinen tehtävätaulu", 13, where="online"),
    Planned("expert-visit", 10, "Asiantuntijavieras: tilat ja hyvinvointi", theme=_PLACE, where="hybrid", people=12),
    Planned("training", 11, "Fasilitoinnin alkeet", 9, where="Loimi", people=6),
    Planned("sparring-clinic", 14, "Sparrausklinikka: arvonta", 12, people=11),
    Planned("collision-meeting", 15, "Törmäämö: uudet tulokkaat", 14, people=9),
    Planned("workshop", 17, "Arjen tekoäly: yhteiset pelisäännöt", theme=_AI, where="Säie", people=6),
    Planned("open-door", 18, "Avoimet ovet", 10, people=10, swedish="Öppna dörrar"),
    Planned("external-training", 20, "Muun järjestämä: muutoksen johtaminen", 9, where="link", people=0),
    Planned(
        "company-visit", 21, "Yritysvierailu: tehdas ilman toimistoa", 9, theme=_PLACE, where="elsewhere", people=34,
        swedish="Företagsbesök: en fabrik utan kontor",
    ),
    Planned(
        "series-event", 24, "Uudistuva työ, osa 3: osaaminen", 14, where="Sali", people=14,
        swedish="Arbete i förändring, del 3: kompetens",
    ),
    Planned("theme-lunch", 25, "Temalunch: distansledarskap", 11, "sv"),
    Planned("remote-coffee", 27, "Distanskaffe", 9, "sv", where="online"),
    Planned("tour-stop", 29, "Kiertue: tilannekuva kahvikupin ääressä", 9, where="elsewhere", people=6),
    Planned("expert-visit", 31, "Expert visit: public labs compared", 14, "en", where="online", people=8),
    Planned("tool-try-out", 34, "Kokeillaan: äänimuistiosta tekstiksi", 13, theme=_AI, where="online"),
    Planned("workshop", 36, "Kokeilukapulan heitto", theme=_TRY, people=7),
    Planned("thinking-date", 38, "Ajattelutreffit: mikä riittää", 11, where="online"),
    Planned("training", 41, "Selkeä virkakieli", 9, where="online"),
    Planned("collision-meeting", 43, "Törmäämö: laboratoriot kohtaavat", 14),
    Planned("external-fair", 46, "Muun järjestämä: digipäivät", 9, where="link", people=0),
    Planned("sparring-clinic", 48, "Sparrausklinikka: vaikuttavuus", 12),
    Planned("workshop", 52, "Vuoden oppien paja", theme=_TRY),
    Planned(
        "series-event", 55, "Uudistuva työ, osa 4: johtaminen", 14, where="hybrid", people=8,
        swedish="Arbete i förändring, del 4: ledarskap",
    ),
    Planned("open-door", 59, "Öppet hus", 10, "sv"),
    Planned("company-visit", 62, "Vierailu: kirjasto työpaikkana", 9, where="elsewhere"),
    Planned("theme-lunch", 66, "Perjantailounas: kevään kokeilut", 11),
    Planned("tour-stop", 70, "Kiertue: laboratorio rajalla", 9, where="elsewhere"),
    Planned("remote-coffee", 74, "Etäkahvit: kevään avaus", 9, where="online"),
)  # fmt: skip

TAKEAWAYS = (
    "Kysy ensin, mitä ihminen yrittää saada aikaan.",
    "Pieni kokeilu viikossa opettaa enemmän kuin suuri hanke vuodessa.",
    "Vi behöver inte ett nytt system, vi behöver en gemensam kalender.",
    "Hiljaisuus kokouksen alussa auttoi kaikkia ajattelemaan.",
    "Sama vaiva on neljässä virastossa. Sovimme jatkosta.",
)
