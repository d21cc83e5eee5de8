"""What the visitor gets by mail: plain, short, in her own language, nothing more than needed."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast as typed

import pytest
from icalendar import Calendar

from fiksummin.core.models import Letter
from fiksummin.core.worker import run_errands
from fiksummin.spaces import actions
from fiksummin.spaces.models import Site
from tests.cast import Cast
from tests.factories import people, spaces
from tests.spaces.pages import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def letters() -> list[EmailMessage]:
    run_errands(MORNING)
    found = Letter.objects.filter(key__regex="^(visit|message)-").order_by("id")
    return [typed(EmailMessage, message_from_bytes(bytes(row.content), policy=policy.SMTP)) for row in found]


def said(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_the_confirmation_says_what_is_needed_and_where_to_change_it(cast: Cast, lab: Site) -> None:
    visit = spaces.visit(cast.member, lab, people=3, note="O'Brien & <co>")
    [letter] = letters()
    assert letter["To"] == "alba.kaisla@vm.example"
    assert letter["Subject"] == "Käyntisi: Toimipiste helsinki"
    assert said(letter) == (
        "Käyntisi on ilmoitettu. Tervetuloa.\n\n"
        "Keskiviikkona 25.11.2026 klo 9–15\n"
        "Toimipiste helsinki, Esimerkkikatu 5, 00100 Helsinki\n"
        "3 henkilöä\n\n"
        "Kun saavut, kerro hostille, kuka olet.\n\n"
        "Muuta tai peru käynti:\n"
        f"http://localhost:8000/fi/visits/{visit.pk}/\n\n"
        "Toimipisteen ohjeet:\n"
        "http://localhost:8000/fi/sites/helsinki/#instructions\n\n"
        "Liitteenä oleva tiedosto lisää käynnin kalenteriisi.\n\n"
        "Fiksummin\n"
    )
    [attachment] = letter.iter_attachments()
    assert (attachment.get_content_type(), attachment["Content-Type"].params["method"]) == (
        "text/calendar",
        "REQUEST",
    )


def test_a_cancellation_takes_the_visit_out_of_the_calendar(cast: Cast, lab: Site) -> None:
    visit = spaces.visit(cast.outsider, lab)
    actions.cancel_visit(by=cast.outsider, visit=visit)
    _confirmation, letter = letters()
    assert letter["Subject"] == "Ditt besök har ställts in: Toimipiste helsinki"
    assert said(letter) == (
        "Ditt besök har ställts in. Platserna är lediga för andra.\n\n"
        "Onsdag 25.11.2026 kl. 9–15\n"
        "Toimipiste helsinki, Esimerkkikatu 5, 00100 Helsingfors\n"
        "1 person\n\n"
        "Den bifogade filen tar bort besöket ur din kalender.\n\n"
        "Fiksummin\n"
    )
    [attachment] = letter.iter_attachments()
    calendar = Calendar.from_ical(attachment.get_content())
    assert (calendar["METHOD"], calendar.walk("VEVENT")[0]["SEQUENCE"]) == ("CANCEL", 1)


def test_a_change_says_so_in_english(cast: Cast, lab: Site) -> None:
    reader = people.person(language="en")
    visit = spaces.visit(reader, lab)
    day = spaces.open_day(lab, 3)
    actions.change_visit(
        by=reader, visit=visit, start=spaces.at(lab, day, "10:00"), end=spaces.at(lab, day, "12:00"), people=2
    )
    _confirmation, letter = letters()
    assert letter["Subject"] == "Your visit to Toimipiste helsinki was changed"
    assert said(letter).startswith("Your visit was changed.\n\nFri 27 Nov 2026, 10:00–12:00\n")


def test_the_hosts_word_comes_as_it_was_written_without_her_address(cast: Cast, lab: Site) -> None:
    visit = spaces.visit(cast.member, lab)
    actions.send_message(by=cast.host, visit=visit, text="Näyttö <3 & kahvi. مرحبا 😀")
    _confirmation, letter = letters()
    assert letter["Subject"] == "Viesti hostilta: käyntisi, Toimipiste helsinki"
    assert said(letter) == (
        "Host kirjoittaa käynnistäsi, Toimipiste helsinki, keskiviikkona 25.11.2026 klo 9–15:\n\n"
        "Näyttö <3 & kahvi. مرحبا 😀\n\n"
        "Käyntisi:\n"
        f"http://localhost:8000/fi/visits/{visit.pk}/\n\n"
        "Fiksummin\n"
    )
    assert "senaatti.example" not in letter.as_string()


def test_a_walk_in_gets_none(cast: Cast, lab: Site) -> None:
    actions.note_walk_in(by=cast.host, site=lab, end=spaces.at(lab, MORNING.date(), "12:00"))
    assert letters() == []
