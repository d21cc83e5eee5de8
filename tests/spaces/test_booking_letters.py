"""What those who hold a booking get by mail: each in her language, with a calendar file of her own."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast as typed

import pytest
from icalendar import Calendar

from fiksummin.core.models import Letter
from fiksummin.core.worker import run_errands
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Layout, Site, Space
from tests.cast import Cast
from tests.factories import people, spaces
from tests.factories.spaces import booking
from tests.spaces.pages import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


@pytest.fixture
def hall(lab: Site) -> Space:
    """A hall that may stand in rows."""
    made = spaces.space(lab, name="Sali", seats=60, layouts={"islands": 60, "theatre": 120})
    Layout.objects.filter(space=made, kind="theatre").update(setup_minutes=45)
    return made


def letters() -> list[EmailMessage]:
    run_errands(MORNING)
    found = Letter.objects.filter(key__startswith="booking-").order_by("id")
    return [typed(EmailMessage, message_from_bytes(bytes(row.content), policy=policy.SMTP)) for row in found]


def said(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def calendar_of(letter: EmailMessage) -> Calendar:
    [attachment] = letter.iter_attachments()
    assert attachment.get_content_type() == "text/calendar"
    found = Calendar.from_ical(attachment.get_content())
    assert attachment["Content-Type"].params["method"] == found["METHOD"]
    return found


def test_the_confirmation_says_what_is_needed_and_where_to_change_it(
    cast: Cast, lab: Site, hall: Space
) -> None:
    made = booking(
        cast.member,
        hall,
        layout=hall.layouts.get(kind="theatre"),
        people=3,
        title="O'Brien & <co>",
        note="Sana",
    )
    [letter] = letters()
    assert letter["To"] == "alba.kaisla@vm.example"
    assert letter["Subject"] == "Varauksesi: Toimipiste helsinki"
    assert said(letter) == (
        "Varauksesi on tehty.\n\n"
        "Keskiviikkona 25.11.2026 klo 9–12\n"
        "Sali, tuolirivit\n"
        "Toimipiste helsinki, Esimerkkikatu 5, 00100 Helsinki\n"
        "3 henkilöä\n"
        "O'Brien & <co>\n\n"
        "Sali: muut kuulevat: ei luottamuksellisia asioita.\n\n"
        "Muuta, jaa tai peru varaus:\n"
        f"http://localhost:8000/fi/bookings/{made.pk}/\n\n"
        "Toimipisteen ohjeet:\n"
        "http://localhost:8000/fi/sites/helsinki/#instructions\n\n"
        "Liitteenä oleva tiedosto lisää varauksen kalenteriisi.\n\n"
        "Fiksummin\n"
    )
    event = calendar_of(letter).walk("VEVENT")[0]
    assert (str(event["UID"]), event["SEQUENCE"], event["STATUS"]) == (
        f"booking-{made.pk}@localhost",
        0,
        "CONFIRMED",
    )
    assert event["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert event["LOCATION"] == "Sali, Toimipiste helsinki, Esimerkkikatu 5, 00100 Helsinki"


def test_each_holder_gets_a_letter_in_her_language_that_names_no_other_address(
    cast: Cast, hall: Space
) -> None:
    reader = people.person(language="en")
    booking(cast.member, hall, members=[cast.outsider, reader])
    found = letters()
    assert [letter["To"] for letter in found] == [cast.member.email, cast.outsider.email, reader.email]
    assert [letter["Subject"].partition(":")[0] for letter in found] == [
        "Varauksesi",
        "Din bokning",
        "Your booking",
    ]
    for letter, person in zip(found, (cast.member, cast.outsider, reader), strict=True):
        attendees = calendar_of(letter).walk("VEVENT")[0]["ATTENDEE"]
        assert str(attendees) == f"MAILTO:{person.email}"
        others = {str(one.email) for one in (cast.member, cast.outsider, reader)} - {str(person.email)}
        assert not any(address in letter.as_string() for address in others)


def test_a_change_counts_on_and_a_cancellation_clears(cast: Cast, hall: Space) -> None:
    made = booking(cast.outsider, hall)
    wish = queries.wish_of(made)
    actions.change_booking(by=cast.host, booking=made, wish=wish)
    _made, changed = letters()
    assert changed["Subject"] == "Din bokning har ändrats: Toimipiste helsinki"
    assert calendar_of(changed).walk("VEVENT")[0]["SEQUENCE"] == 1
    actions.cancel_booking(by=cast.host, booking=made, reason="Vattenskada")
    *_earlier, letter = letters()
    assert letter["Subject"] == "Din bokning har avbokats: Toimipiste helsinki"
    assert "Vattenskada" in said(letter)
    calendar = calendar_of(letter)
    assert (calendar["METHOD"], calendar.walk("VEVENT")[0]["SEQUENCE"]) == ("CANCEL", 2)


def test_what_waits_is_told_as_such_then_approved(cast: Cast, lab: Site) -> None:
    made = booking(cast.member, spaces.space(lab, approval="holds", answer_hours=4))
    [asked] = letters()
    assert asked["Subject"] == "Varauksesi odottaa vastausta: Toimipiste helsinki"
    assert (
        "Host vastaa viimeistään tiistaina 24.11.2026 klo 13.05. Tilat pidetään sinulle siihen asti."
        in said(asked)
    )
    assert calendar_of(asked).walk("VEVENT")[0]["STATUS"] == "TENTATIVE"
    actions.approve_booking(by=cast.host, booking=made)
    _asked, approved = letters()
    assert approved["Subject"] == "Varauksesi on hyväksytty: Toimipiste helsinki"
    assert calendar_of(approved).walk("VEVENT")[0]["STATUS"] == "CONFIRMED"
    assert calendar_of(approved).walk("VEVENT")[0]["SEQUENCE"] == 1


def test_a_refusal_tells_its_reason_and_the_way_to_another(cast: Cast, lab: Site) -> None:
    made = booking(cast.member, spaces.space(lab, approval="waits"))
    actions.decline_booking(by=cast.host, booking=made, reason="Tila on remontissa")
    *_asked, letter = letters()
    assert letter["Subject"] == "Varaustasi ei hyväksytty: Toimipiste helsinki"
    assert "Syy: Tila on remontissa" in said(letter)
    assert "http://localhost:8000/fi/sites/helsinki/bookings/new/" in said(letter)
    assert calendar_of(letter)["METHOD"] == "CANCEL"


def test_what_nobody_answered_says_so_and_regrets(cast: Cast, lab: Site) -> None:
    made = booking(cast.member, spaces.space(lab, approval="waits"))
    actions.lapse_unanswered(at=made.starts_at)
    *_asked, letter = letters()
    assert letter["Subject"] == "Varauksesi jäi ilman vastausta: Toimipiste helsinki"
    assert "Syy" not in said(letter)
    assert calendar_of(letter)["METHOD"] == "CANCEL"


def test_what_is_overdue_is_told_to_the_manager_once(cast: Cast, lab: Site) -> None:
    manager, _host = cast.manager, cast.host
    made = booking(cast.member, spaces.space(lab, approval="waits", answer_hours=1))
    for hours in (2, 3):
        actions.climb_overdue(at=MORNING + timedelta(hours=hours))
    overdue = [letter for letter in letters() if letter["To"] == manager.email]
    assert [letter["Subject"] for letter in overdue] == ["Varaus odottaa vastausta: Toimipiste helsinki"]
    assert f"/fi/bookings/{made.pk}/" in said(overdue[0])


def test_without_a_manager_the_owners_hear_of_it(cast: Cast, lab: Site) -> None:
    owner = cast.owner
    booking(cast.member, spaces.space(lab, approval="waits", answer_hours=1))
    actions.climb_overdue(at=MORNING + timedelta(hours=2))
    assert owner.email in [letter["To"] for letter in letters()]


def test_who_is_taken_off_hears_it_and_her_calendar_is_cleared(cast: Cast, hall: Space) -> None:
    made = booking(cast.member, hall, members=[cast.outsider])
    actions.set_members(by=cast.member, booking=made, members=[])
    last = [letter for letter in letters() if letter["To"] == cast.outsider.email][-1]
    assert last["Subject"] == "Du har inte längre bokningen: Toimipiste helsinki"
    assert calendar_of(last)["METHOD"] == "CANCEL"


def test_who_booked_for_another_is_named(cast: Cast, hall: Space) -> None:
    booking(cast.colleague, hall, for_=cast.member)
    [letter] = letters()
    assert letter["To"] == cast.member.email
    assert "Bo Strandvik" in said(letter)


def test_an_erased_holder_gets_nothing(cast: Cast, hall: Space) -> None:
    made = booking(cast.member, hall, members=[cast.outsider])
    made.members.all().delete()
    type(made).objects.filter(pk=made.pk).update(person=None)
    assert letters() == []
