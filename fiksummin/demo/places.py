"""Sites of the examples. The rooms, numbers and mailboxes are invented."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from fiksummin.demo.cast_table import LAB

type Words = tuple[str, str, str]
"""The same in Finnish, Swedish and English."""


@dataclass(frozen=True)
class Place:
    """A site as it is entered: particulars, hours of weekdays, seats, whom to ask, how to be there."""

    particulars: dict[str, Any]
    opens: time
    closes: time
    seats: int
    contacts: tuple[tuple[Words, str, str], ...]
    instructions: tuple[tuple[Words, Words], ...]
    owner: str = "manager"


def said(name: str, words: Words) -> dict[str, str]:
    """Spread words over the three columns of a name."""
    return {f"{name}_{code}": text for code, text in zip(("fi", "sv", "en"), words, strict=True)}


def contact_rows(place: Place, today: date) -> list[dict[str, Any]]:
    """Give the contacts as ``set_contacts`` takes them; one was to be checked a week ago."""
    days = [date.fromordinal(today.toordinal() + n) for n in (90, -7, 120)]
    return [
        {**said("topic", topic), "email": email, "phone": phone, "review_by": days[n % 3]}
        for n, (topic, email, phone) in enumerate(place.contacts)
    ]


def instruction_rows(place: Place, owner: Any, today: date) -> list[dict[str, Any]]:
    """Give the instructions as ``set_instructions`` takes them."""
    reviewed = date.fromordinal(today.toordinal() - 40)
    by = date.fromordinal(today.toordinal() + 140)
    return [
        {
            **said("title", title),
            **said("body", body),
            "owner": owner,
            "reviewed_on": reviewed,
            "review_by": by,
        }
        for title, body in place.instructions
    ]


HOUSE_RULES = (
    ("Talon tavat", "Husets regler", "House rules"),
    (
        (
            "Jätä paikka seuraavalle siistinä. Puhu puhelimessa puhelinkopissa tai keskusteluvyöhykkeellä. "
            "Syöminen sopii keittiössä ja olohuoneessa."
        ),
        (
            "Lämna platsen snygg åt nästa. Tala i telefon i telefonbåset eller i samtalszonen. "
            "Ät gärna i köket och i vardagsrummet."
        ),
        (
            "Leave your place tidy for the next person. Take phone calls in the booth or in the talk zone. "
            "Eating is fine in the kitchen and in the living room."
        ),
    ),
)
CONFIDENTIAL = (
    ("Luottamukselliset asiat", "Konfidentiella ärenden", "Confidential matters"),
    (
        (
            "Tilassa työskentelee ihmisiä monesta virastosta. Käsittele salassa pidettäviä asioita vain suljetussa "
            "huoneessa, käytä näytössä tietoturvasuojaa ja lukitse koneesi aina, kun poistut."
        ),
        (
            "I lokalen arbetar människor från många ämbetsverk. Behandla sekretessbelagda ärenden endast i ett stängt "
            "rum, använd sekretessfilter på skärmen och lås alltid datorn när du går."
        ),
        (
            "People of many agencies work here. Handle confidential matters only in a closed room, use a privacy "
            "filter on your screen and lock your computer whenever you leave it."
        ),
    ),
)

PLACES = (
    Place(
        particulars={
            "slug": LAB,
            "kind": "lab",
            **said("name", ("Helsingin laboratorio", "Laboratoriet i Helsingfors", "Helsinki lab")),
            "street": "Yliopistonkatu 5",
            "postcode": "00100",
            **said("town", ("Helsinki", "Helsingfors", "Helsinki")),
            **said(
                "lead",
                (
                    "Valtionhallinnon yhteinen olohuone: työpisteitä, muuntuva tila ja host, joka auttaa alkuun.",
                    "Statsförvaltningens gemensamma vardagsrum: arbetsplatser, en flexibel lokal och en värd som hjälper dig i gång.",
                    "A shared living room of the state: desks, a room that transforms and a host who helps you begin.",
                ),
            ),
            "languages": ["fi", "sv", "en"],
            "position": 1,
        },
        opens=time(7),
        closes=time(20),
        seats=40,
        contacts=(
            (("Hostit", "Värdarna", "Hosts"), "hostit@fiksummin.example", ""),
            (
                ("Tilat ja viat", "Lokaler och fel", "Premises and faults"),
                "tilat@fiksummin.example",
                "0295 000 000",
            ),
            (("Yhteistyö", "Samarbete", "Cooperation"), "yhteistyo@fiksummin.example", ""),
        ),
        instructions=(
            (
                ("Näin saavut", "Så här kommer du", "How to arrive"),
                (
                    (
                        "Tule pääovesta toiseen kerrokseen. Host ottaa sinut vastaan ja näyttää paikat. "
                        "Rautatieasemalta kävelee noin viisi minuuttia."
                    ),
                    (
                        "Kom in genom huvuddörren till andra våningen. Värden tar emot dig och visar platserna. "
                        "Från järnvägsstationen går man på cirka fem minuter."
                    ),
                    (
                        "Come through the main door to the second floor. The host receives you and shows you around. "
                        "It is about five minutes on foot from the railway station."
                    ),
                ),
            ),
            HOUSE_RULES,
            (
                ("Laitteet ja verkko", "Utrustning och nät", "Devices and network"),
                (
                    (
                        "Paikoilla on näyttö, telakka ja virta. Vierasverkon tunnuksen saat hostilta. "
                        "Videoneuvottelulaitteet ovat muuntuvassa tilassa."
                    ),
                    (
                        "Platserna har skärm, docka och ström. Koden till gästnätet får du av värden. "
                        "Videokonferensutrustningen finns i den flexibla lokalen."
                    ),
                    (
                        "Desks have a screen, a dock and power. The host gives you the code of the guest network. "
                        "Video conferencing is in the room that transforms."
                    ),
                ),
            ),
            (
                ("Esteettömyys", "Tillgänglighet i lokalen", "Accessibility of the premises"),
                (
                    (
                        "Pääovi avautuu painikkeesta, ja toiseen kerrokseen pääsee hissillä. Esteetön wc on hissin "
                        "vieressä. Kaikkien paikkojen korkeutta voi säätää. Muuntuvassa tilassa on induktiosilmukka."
                    ),
                    (
                        "Huvuddörren öppnas med knapp och det finns hiss till andra våningen. En tillgänglig toalett "
                        "finns bredvid hissen. Alla bord är höj- och sänkbara. I den flexibla lokalen finns hörslinga."
                    ),
                    (
                        "The main door opens by a button, and a lift goes to the second floor. An accessible toilet is "
                        "next to the lift. All desks adjust in height. The room that transforms has a hearing loop."
                    ),
                ),
            ),
            CONFIDENTIAL,
        ),
    ),
    Place(
        particulars={
            "slug": "porvoo",
            "kind": "shared_office",
            **said(
                "name", ("Porvoon yhteinen toimisto", "Gemensamma kontoret i Borgå", "Porvoo shared office")
            ),
            "street": "Esimerkkikatu 1",
            "postcode": "06100",
            **said("town", ("Porvoo", "Borgå", "Porvoo")),
            **said(
                "lead",
                (
                    "Useiden virastojen yhteinen toimisto Porvoon keskustassa. Palvelemme suomeksi ja ruotsiksi.",
                    "Flera ämbetsverks gemensamma kontor i Borgå centrum. Vi betjänar på svenska och finska.",
                    "An office shared by several agencies in the centre of Porvoo. We serve in Swedish and Finnish.",
                ),
            ),
            "languages": ["fi", "sv"],
            "position": 2,
        },
        opens=time(8),
        closes=time(16, 30),
        seats=24,
        contacts=(
            (("Toimiston asiat", "Kontorets ärenden", "Office matters"), "porvoo@fiksummin.example", ""),
        ),
        instructions=(HOUSE_RULES, CONFIDENTIAL),
    ),
    Place(
        particulars={
            "slug": "joensuu",
            "kind": "service_point",
            **said(
                "name",
                ("Joensuun yhteispalvelu", "Samservicen i Joensuu", "Joensuu joint service point"),
            ),
            "street": "Esimerkkikatu 2",
            "postcode": "80100",
            **said("town", ("Joensuu", "Joensuu", "Joensuu")),
            **said(
                "lead",
                (
                    "Yhteinen asiakaspalvelupiste, jossa voi myös tehdä päivän omaa työtä.",
                    "En gemensam kundservice där man också kan arbeta en dag.",
                    "A joint customer service point where you can also do a day’s own work.",
                ),
            ),
            "languages": ["fi"],
            "position": 3,
        },
        opens=time(9),
        closes=time(15),
        seats=12,
        contacts=((("Neuvonta", "Rådgivning", "Advice"), "joensuu@fiksummin.example", ""),),
        instructions=(HOUSE_RULES, CONFIDENTIAL),
    ),
)
