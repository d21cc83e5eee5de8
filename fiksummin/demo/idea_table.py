"""Examples of ideas: language, perspective, title, and what would be done and why."""

from typing import NamedTuple


class Thought(NamedTuple):
    """One idea of the examples."""

    language: str
    perspective: str
    title: str
    text: str


_FI, _SV, _EN = "fi", "sv", "en"
_LEAD, _WAYS, _SKILL, _PLACE, _ICT = (
    "leadership", "ways_of_working", "competence", "work_environment", "use_of_ict",
)  # fmt: skip

THOUGHTS = tuple(
    Thought(*row)
    for row in (
        (_FI, _WAYS, "Yhtenäinen etätyökäytäntö kaikille virastoille", "Sovitaan yhteiset periaatteet, jotta yhteistyö ei kaadu eri sääntöihin."),
        (_FI, _PLACE, "Yhteiset etätyötilat maakuntiin", "Avataan virastojen tyhjät huoneet toistensa henkilöstölle."),
        (_FI, _LEAD, "Kellokortit pois asiantuntijatyöstä", "Seurataan tuloksia eikä minuutteja, ja kokeillaan sitä yhdessä yksikössä."),
        (_FI, _SKILL, "Osaamisen vaihtopörssi", "Kerrotaan, mitä osaan opettaa ja mitä haluan oppia, ja sovitaan tunnin tapaaminen."),
        (_FI, _ICT, "Yksi kalenteri kaikille yhteisille tiloille", "Tilat löytyvät samasta paikasta riippumatta siitä, kenen ne ovat."),
        (_FI, _WAYS, "Lean-kierros jokaiseen yksikköön", "Käydään yksi prosessi läpi yhdessä ja poistetaan turha vaihe."),
        (_FI, _LEAD, "Johtajan avoin ovi joka viikko", "Tunti viikossa, jolloin kuka tahansa voi tulla keskustelemaan."),
        (_FI, _PLACE, "Hiljainen huone joka kerrokseen", "Keskittymistä vaativa työ tarvitsee paikan, jossa ei puhuta."),
        (_FI, _SKILL, "Mentorit yli virastorajojen", "Mentori toisesta virastosta näkee asiat uusin silmin."),
        (_FI, _ICT, "Sähköinen allekirjoitus kaikkiin sopimuksiin", "Paperin kierrätys vie viikon, sähköinen allekirjoitus minuutin."),
        (_FI, _WAYS, "Palaveriton keskiviikko", "Yksi päivä viikossa ilman kokouksia, jotta pitkä ajatus ehtii valmiiksi."),
        (_FI, _WAYS, "Kävelykokous oletukseksi kahdelle", "Kahden hengen kokoukset pidetään kävellen, kun asia sen sallii."),
        (_FI, _LEAD, "Epäonnistumisten ilta", "Johtajat kertovat, mikä ei onnistunut ja mitä siitä opittiin."),
        (_FI, _SKILL, "Selkokielen koulutus kaikille kirjoittajille", "Päätökset ymmärretään ensimmäisellä lukemalla."),
        (_FI, _PLACE, "Kasvit ja valo neuvotteluhuoneisiin", "Tila, jossa viihtyy, pitää ajatuksen hereillä."),
        (_FI, _ICT, "Yhteinen pikaviestin virastojen välille", "Kysymys toisen viraston asiantuntijalle ei vaadi sähköpostia."),
        (_FI, _WAYS, "Lausuntopyyntö yhdellä sivulla", "Kerrotaan heti, mitä kysytään ja mihin mennessä vastataan."),
        (_FI, _LEAD, "Tiimi valitsee työaikansa", "Tiimi sopii itse, milloin ollaan paikalla yhtä aikaa."),
        (_FI, _SKILL, "Työpari toisesta virastosta kuukaudeksi", "Kuukauden vaihto opettaa enemmän kuin kurssi."),
        (_FI, _PLACE, "Lainattava kokouslaukku", "Laukussa on kaikki, mitä hybridikokous tarvitsee."),
        (_FI, _ICT, "Tekoälyapuri muistioihin", "Muistio syntyy kokouksen aikana, ja ihminen tarkistaa sen."),
        (_FI, _WAYS, "Asiakkaan päivä virastossa", "Jokainen seuraa kerran vuodessa yhden asiakkaan asiaa alusta loppuun."),
        (_FI, _LEAD, "Päätökset näkyviin samana päivänä", "Johtoryhmän päätökset perusteluineen luettavissa illalla."),
        (_FI, _SKILL, "Kokeilun aloituspaketti", "Yhden sivun ohje: mitä, miksi, miten tiedetään, milloin lopetetaan."),
        (_SV, _WAYS, "Gemensam tid för tvärsektoriellt arbete", "En eftermiddag i veckan när alla ämbetsverk kan nå varandra."),
        (_SV, _PLACE, "Delade arbetsrum i Vasa", "Ämbetsverken i Vasa öppnar sina rum för varandra."),
        (_SV, _LEAD, "Chefen frågar tre frågor", "Varje månad samma tre frågor till alla, och svaren publiceras."),
        (_SV, _SKILL, "Språkpar finska och svenska", "Två kolleger talar varannan vecka på den andras språk."),
        (_SV, _ICT, "En blankett i stället för tre", "Samma uppgifter ska lämnas bara en gång."),
        (_SV, _WAYS, "Kort beredning i två varv", "Först en sida, sedan resten om det behövs."),
        (_SV, _PLACE, "Ståplats vid varje bord", "Alla ska kunna arbeta stående utan att fråga."),
        (_SV, _SKILL, "Lunch med en okänd kollega", "En gång i månaden äter man med någon från ett annat ämbetsverk."),
        (_SV, _LEAD, "Avsluta ett projekt varje kvartal", "Det som inte behövs ska få ett synligt slut."),
        (_SV, _ICT, "Undertexter på alla direktsändningar", "Då kan alla följa med, också utan ljud."),
        (_SV, _WAYS, "Öppna anteckningar från möten", "Den som inte kunde komma ska kunna läsa samma dag."),
        (_SV, _PLACE, "Cykelservice på våren", "Fler cyklar när cykeln är i skick."),
        (_SV, _SKILL, "Metodverkstad varje fredag", "En timme, en metod, genast i bruk."),
        (_SV, _LEAD, "Belöna den som delar med sig", "Lyft fram dem som hjälper andra ämbetsverk."),
        (_SV, _ICT, "Gemensam sökning i anvisningar", "Anvisningarna finns, men på tio ställen."),
        (_SV, _WAYS, "Möten på 25 minuter", "Fem minuter paus mellan alla möten."),
        (_SV, _PLACE, "Barnhörna under lovveckor", "Det är lättare att komma till kontoret."),
        (_SV, _SKILL, "Nya anställda besöker tre ämbetsverk", "Introduktionen ska visa hela staten."),
        (_EN, _WAYS, "One shared list of who does what", "Finding the right colleague in another agency takes days; a list would take minutes."),
        (_EN, _ICT, "A sandbox for trying new tools", "Try a tool for two weeks before anyone buys it."),
        (_EN, _SKILL, "Peer review of services between agencies", "Two teams test each other's service once a year."),
        (_EN, _LEAD, "Decide what to stop", "For every new task, name one that ends."),
        (_EN, _PLACE, "Bookable phone booths at every site", "Calls are taken where they disturb nobody."),
        (_EN, _WAYS, "Plain answers within ten days", "Every question from another agency gets an answer or a date."),
        (_EN, _SKILL, "Show and tell across ministries", "Fifteen minutes a week, three teams, no slides."),
        (_EN, _ICT, "Common video meeting settings", "Captions on, recording off, the same everywhere."),
        (_EN, _LEAD, "Rotate the chair of the meeting", "Everyone learns to lead, and meetings get shorter."),
        (_EN, _PLACE, "A living room instead of a lobby", "Visitors sit down and meet someone."),
        (_EN, _WAYS, "Start with the user's day", "Every reform begins with one day beside a user."),
        (_EN, _SKILL, "A month of job shadowing", "Follow a colleague whose work touches yours."),
        (_EN, _ICT, "Open data calendar", "Tell in advance when data are published."),
        (_EN, _LEAD, "A budget of five hundred euros for trials", "Small money without an application."),
        (_EN, _WAYS, "Retrospective after every bill", "What would we do otherwise next time?"),
        (_EN, _PLACE, "Quiet carriage in the shared office", "One zone where nobody speaks."),
        (_EN, _SKILL, "Library of facilitation methods", "What worked, for how many, in how many minutes."),
        (_EN, _ICT, "Translate drafts automatically, check by hand", "Swedish and English versions come out the same day."),
    )
)  # fmt: skip

ANSWERS = {
    "declined": "Ehdotus koskee virkaehtoja, joista lab ei päätä; perustelu ja yhteystieto on lähetetty tekijöille.",
    "accepted": "Ehdotus on rajattu, se maksaa vähän ja kaksi virastoa on luvannut kokeilla sitä keväällä.",
    "carried_out": "Ehdotuksen malli otettiin käyttöön kahdessa yksikössä, ja palaute oli selvästi myönteistä.",
    "withdrawn": "Sama asia on jo käytössä toisella nimellä, joten kokeilulle ei ole tarvetta tässä muodossa.",
    "merged": "Ehdotukset kuvaavat samaa muutosta, ja yhdessä niillä on enemmän kannattajia ja parempi perustelu.",
}
"""Reasons of the examples; each idea adds its own title, so that no two are alike."""
