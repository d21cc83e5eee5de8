"""The host's desk: her own site's day, received with one press."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from fiksummin.core.models import Entry
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Claim, Hours, Message, Site, SpecialDay, Visit
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import OTHER_SITE, other_host, other_site
from tests.spaces.pages import MORNING, errors_of, forms_of, main_of, queries_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]

DESK = "/fi/sites/helsinki/desk/"
PAGES = [DESK, f"{DESK}week/", f"{DESK}2026-11-25/", "/fi/sites/helsinki/walk-ins/"]
CANARY = "Kanarialinnun sana"
TODAY = MORNING.date()


def visit_today(person: Person, site: Site, start: str = "9:00", **words: Any) -> Visit:
    return spaces.visit(person, site, day=TODAY, start=start, end="15:00", **words)


@pytest.mark.parametrize("key", ["host", "manager", "owner"])
@pytest.mark.parametrize("path", PAGES)
def test_those_who_receive_people_see_their_desk(cast: Cast, key: str, path: str) -> None:
    assert signed_in(cast[key]).get(path).status_code == 200


@pytest.mark.parametrize("key", ["member", "outsider", "partner", "guest", "facilitator", "editor"])
@pytest.mark.parametrize("path", [*PAGES, "/fi/desk/"])
def test_nobody_else_does(cast: Cast, lab: Site, key: str, path: str) -> None:
    visit_today(cast.colleague, lab, note=CANARY)
    stranger = signed_in(cast[key])
    answer = stranger.get(path)
    assert answer.status_code == 404
    assert CANARY not in text_of(answer)
    if "walk-ins" in path:
        assert stranger.post(path, {"people": "1", "end": "15:00"}).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_the_host_of_another_site_is_a_stranger(path: str) -> None:
    other_site()
    assert signed_in(other_host()).get(path).status_code == 404


def test_a_host_who_showed_a_code_alone_is_sent_to_her_second_step(cast: Cast, client: Client) -> None:
    client.force_login(cast.host, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(DESK).status_code == 302


@pytest.mark.parametrize("path", PAGES)
def test_who_is_not_signed_in_is_asked_to(client: Client, path: str) -> None:
    assert client.get(path)["Location"] == f"/fi/accounts/login/?next={path}"


def test_my_desk_leads_to_my_site(cast: Cast) -> None:
    other_site()
    assert signed_in(cast.host).get("/fi/desk/")["Location"] == DESK
    assert signed_in(other_host()).get("/fi/desk/")["Location"] == f"/fi/sites/{OTHER_SITE}/desk/"


def test_the_day_stands_by_arrival_with_counts_in_words(cast: Cast, lab: Site) -> None:
    visit_today(cast.outsider, lab, start="10:00", people=2, note="Tarvitsemme näytön")
    visit_today(cast.member, lab)
    actions.cancel_visit(by=cast.colleague, visit=visit_today(cast.colleague, lab, note=CANARY))
    spaces.visit(cast.partner, lab, note=CANARY)
    spaces.visit(people.person(), other_site(), day=TODAY, note=CANARY)
    page = signed_in(cast.host).get(DESK)
    said = main_of(page)
    assert (
        "Odotetaan: 3 Paikalla: 0 Lähtenyt: 0 Päivän käynnit klo 9–15 Alba Kaisla VM, 1 henkilö Odotetaan"
        in said
    )
    assert "klo 10–15 Cilla Norrgård Migri, 2 henkilöä Tarvitsemme näytön Odotetaan" in said
    assert said.index("Alba") < said.index("Cilla")
    assert CANARY not in said


def test_one_press_receives_and_leads_back_to_the_row(cast: Cast, lab: Site) -> None:
    visit = visit_today(cast.member, lab, people=2)
    host = signed_in(cast.host)
    assert f'formaction="/fi/visits/{visit.pk}/arrival/"' in host.get(DESK).content.decode()
    answers = [host.post(f"/fi/visits/{visit.pk}/arrival/") for _press in range(2)]
    assert [(a.status_code, a["Location"]) for a in answers] == [(303, f"{DESK}#visit-{visit.pk}")] * 2
    visit.refresh_from_db()
    assert (visit.arrived_by, Entry.objects.filter(fact="spaces.VisitorArrived").count()) == (cast.host, 1)
    page = host.get(DESK)
    assert "Odotetaan: 0 Paikalla: 2 Lähtenyt: 0" in main_of(page)
    assert "Paikalla klo 9.05 lähtien" in main_of(page)
    assert f'<li id="visit-{visit.pk}" tabindex="-1">' in page.content.decode()


def test_an_arrival_is_taken_back(cast: Cast, lab: Site) -> None:
    visit = visit_today(cast.member, lab)
    host = signed_in(cast.host)
    host.post(f"/fi/visits/{visit.pk}/arrival/")
    answers = [host.post(f"/fi/visits/{visit.pk}/arrival/undoing/") for _press in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    visit.refresh_from_db()
    assert (visit.arrived_at, visit.arrived_by) == (None, None)


def test_who_leaves_gives_her_seats_back(cast: Cast, lab: Site) -> None:
    visit = visit_today(cast.member, lab, people=3)
    host = signed_in(cast.host)
    early = host.post(f"/fi/visits/{visit.pk}/departure/")
    assert (early.status_code, "Kävijä ei ole vielä saapunut." in text_of(early)) == (409, True)
    host.post(f"/fi/visits/{visit.pk}/arrival/")
    with time_machine.travel(MORNING + timedelta(hours=1), tick=False):
        answers = [host.post(f"/fi/visits/{visit.pk}/departure/") for _press in range(2)]
        assert [answer.status_code for answer in answers] == [303, 303]
        assert "Lähtenyt: 3" in main_of(host.get(DESK))
    assert set(Claim.objects.values_list("ends_at", flat=True)) == {MORNING + timedelta(hours=1)}
    late = host.post(f"/fi/visits/{visit.pk}/arrival/undoing/")
    assert (late.status_code, "Peruttavaa saapumista ei ole." in text_of(late)) == (409, True)


PRESSES = ["arrival/", "arrival/undoing/", "departure/"]


@pytest.mark.parametrize("press", PRESSES)
def test_the_visitor_does_not_receive_herself(cast: Cast, lab: Site, press: str) -> None:
    visit = visit_today(cast.member, lab)
    actions.check_in(by=cast.host, visit=visit)
    answer = signed_in(cast.member).post(f"/fi/visits/{visit.pk}/{press}")
    assert (answer.status_code, "Vain tämän toimipisteen host voi tehdä tämän." in text_of(answer)) == (
        403,
        True,
    )
    visit.refresh_from_db()
    assert (visit.arrived_by, visit.left_at) == (cast.host, None)


@pytest.mark.parametrize("press", PRESSES)
def test_a_stranger_does_not_know_the_visit(cast: Cast, lab: Site, press: str) -> None:
    visit = visit_today(cast.member, lab)
    for stranger in (cast.colleague, other_host()):
        assert signed_in(stranger).post(f"/fi/visits/{visit.pk}/{press}").status_code == 404


@pytest.mark.parametrize("press", PRESSES)
def test_a_press_is_not_a_link(cast: Cast, lab: Site, press: str) -> None:
    visit = visit_today(cast.member, lab)
    answer = signed_in(cast.host).get(f"/fi/visits/{visit.pk}/{press}")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert Visit.objects.get().arrived_at is None


def test_tomorrows_visitor_is_not_received_today(cast: Cast, lab: Site) -> None:
    visit = spaces.visit(cast.member, lab)
    host = signed_in(cast.host)
    assert "Merkitse saapuneeksi" not in main_of(host.get(f"{DESK}2026-11-25/"))
    answer = host.post(f"/fi/visits/{visit.pk}/arrival/")
    assert (answer.status_code, "Käynti alkaa vasta keskiviikkona 25.11.2026 klo 9." in text_of(answer)) == (
        409,
        True,
    )


def test_a_part_of_the_page_renews_itself_and_is_the_same_text(cast: Cast, lab: Site) -> None:
    visit_today(cast.member, lab)
    host = signed_in(cast.host)
    part, page = host.get(f"{DESK}?part=rows").content.decode(), host.get(DESK).content.decode()
    assert "<html" not in part
    assert " ".join(part.split()) in " ".join(page.split())
    assert part == host.get(f"{DESK}?part=rows").content.decode()


def test_an_empty_day_says_so_and_a_closed_one_why(cast: Cast, lab: Site) -> None:
    host = signed_in(cast.host)
    assert "Tälle päivälle ei ole ilmoitettu käyntejä" in main_of(host.get(DESK))
    SpecialDay.objects.create(site=lab, date="2026-11-26", reason_fi="muutto")
    assert "Suljettu tänä päivänä: muutto." in main_of(host.get(f"{DESK}2026-11-26/"))


@pytest.mark.parametrize("day", ["2026-02-30", "1999-12-31", "3000-01-01", "eilen", "2026-11-24T09"])
def test_a_day_that_is_none_does_not_exist(cast: Cast, day: str) -> None:
    assert signed_in(cast.host).get(f"{DESK}{day}/").status_code == 404


@pytest.mark.parametrize("day", ["2000-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_have_pages(cast: Cast, day: str) -> None:
    assert signed_in(cast.host).get(f"{DESK}{day}/").status_code == 200


def test_the_week_shows_who_comes_on_each_day(cast: Cast, lab: Site) -> None:
    spaces.visit(cast.member, lab, people=2)
    spaces.visit(people.person(), other_site(), note=CANARY)
    said = main_of(signed_in(cast.host).get(f"{DESK}week/"))
    assert (
        "Keskiviikko 25.11. auki klo 7–20 (odotetaan 2 henkilöä) klo 9–15 Alba Kaisla VM, 2 henkilöä" in said
    )
    assert "Lauantai 28.11. suljettu" in said
    assert CANARY not in said


def test_the_desk_asks_the_same_for_one_and_for_three(cast: Cast, lab: Site) -> None:
    visit_today(people.person(), lab)
    host = signed_in(cast.host)
    one, week = queries_of(host, DESK), queries_of(host, f"{DESK}week/")
    for _n in range(2):
        visit_today(people.person(organisation=people.organisation()), lab)
    assert queries_of(host, DESK) == one == (8, 11)
    assert queries_of(host, f"{DESK}week/") == week == (4, 7)


# --- Unannounced -----------------------------------------------------------------------------------

WALK_IN = "/fi/sites/helsinki/walk-ins/"


def test_who_came_unannounced_gets_a_seat_and_no_name(cast: Cast) -> None:
    host = signed_in(cast.host)
    form = forms_of(host.get(WALK_IN))[0]
    assert (form["people"], form["end"]) == ("1", "11:05")
    answers = [host.post(WALK_IN, form | {"people": "2"}) for _press in range(2)]
    visit = Visit.objects.get()
    assert [a["Location"] for a in answers] == [f"{DESK}#visit-{visit.pk}"] * 2
    assert (visit.person, visit.people, visit.arrived_by) == (None, 2, cast.host)
    page = host.get(DESK)
    assert "Ilman ilmoitusta 2 henkilöä Paikalla klo 9.05 lähtien" in main_of(page)
    assert f"/fi/visits/{visit.pk}/messages/" not in page.content.decode()


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"people": "0"}, {"people": "Käynnillä on oltava vähintään yksi henkilö."}),
        ({"people": "10000"}, {"people": "Toimipisteessä on kaikkiaan 10 paikkaa."}),
        ({"people": "x"}, {"people": "Anna henkilömäärä numeroina, esimerkiksi 3."}),
        ({"end": "09:00"}, {"end": "Lähtöajan on oltava saapumisajan jälkeen."}),
        ({"end": "21:00"}, {"end": "Toimipiste on auki tiistaina 24.11.2026 klo 7–20. Valitse aika tältä väliltä."}),
        ({"end": ""}, {"end": "Anna lähtöaika."}),
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_is_told_at_its_field(
    cast: Cast, given: dict[str, str], errors: dict[str, str]
) -> None:
    page = signed_in(cast.host).post(WALK_IN, {"people": "2", "end": "12:00", "key": "k"} | given)
    assert (page.status_code, errors_of(page)) == (422, errors)
    assert given.items() <= forms_of(page)[0].items()
    assert (Visit.objects.count(), Claim.objects.count()) == (0, 0)


def test_a_full_house_says_how_many_seats_there_are(cast: Cast, lab: Site) -> None:
    visit_today(people.person(), lab, people=9)
    page = signed_in(cast.host).post(WALK_IN, {"people": "2", "end": "12:00"})
    assert (page.status_code, errors_of(page)) == (409, {"": "Siihen saakka vapaana on vain 1 paikka."})


def test_a_closed_house_takes_nobody_in(cast: Cast) -> None:
    Hours.objects.all().delete()
    host = signed_in(cast.host)
    assert "suljettu" in main_of(host.get(WALK_IN))
    page = host.post(WALK_IN, {"people": "1", "end": "12:00"})
    assert (page.status_code, Visit.objects.count()) == (422, 0)


# --- A word to the visitor ---------------------------------------------------------------------------


def test_a_word_reaches_the_visitors_page_once(cast: Cast, lab: Site) -> None:
    visit = visit_today(cast.member, lab)
    host, path = signed_in(cast.host), f"/fi/visits/{visit.pk}/messages/"
    form = forms_of(host.get(path))[0] | {"text": "Näyttö odottaa <ikkunan> luona. مرحبا"}
    answers = [host.post(path, form) for _press in range(2)]
    assert [a["Location"] for a in answers] == [f"{DESK}#visit-{visit.pk}"] * 2
    assert Message.objects.count() == 1
    said = main_of(signed_in(cast.member).get(f"/fi/visits/{visit.pk}/"))
    assert "Hostilta Näyttö odottaa <ikkunan> luona. مرحبا Tänään klo 9.05, Helmi Hostila" in said


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Kirjoita, mitä haluat sanoa."),
        ("  \n ", "Kirjoita, mitä haluat sanoa."),
        ("x" * 1_000_000, "Viesti on liian pitkä: 1000000 merkkiä, enintään 1000."),
    ],
)
def test_a_word_that_is_none_is_told_so(cast: Cast, lab: Site, text: str, sentence: str) -> None:
    visit = visit_today(cast.member, lab)
    page = signed_in(cast.host).post(f"/fi/visits/{visit.pk}/messages/", {"text": text})
    assert (page.status_code, errors_of(page)) == (422, {"text": sentence})
    assert Message.objects.count() == 0


def test_only_a_host_of_the_site_writes(cast: Cast, lab: Site) -> None:
    visit = visit_today(cast.member, lab)
    for person in (cast.member, cast.colleague, cast.editor, other_host()):
        someone = signed_in(person)
        assert someone.get(f"/fi/visits/{visit.pk}/messages/").status_code == 404
        assert someone.post(f"/fi/visits/{visit.pk}/messages/", {"text": "hei"}).status_code == 404
    assert Message.objects.count() == 0


def test_a_walk_in_cannot_be_written_to(cast: Cast, lab: Site) -> None:
    visit = actions.note_walk_in(by=cast.host, site=lab, end=MORNING + timedelta(hours=1))
    host, path = signed_in(cast.host), f"/fi/visits/{visit.pk}/messages/"
    for page in (host.get(path), host.post(path, {"text": "hei"})):
        assert page.status_code == 409
        assert "Ilman ilmoitusta tulleelle ei voi lähettää viestiä" in text_of(page)
        assert "None" not in text_of(page)
        assert f'<a class="button" href="/fi/visits/{visit.pk}/">' in page.content.decode()
