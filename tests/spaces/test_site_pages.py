"""Sites: for everybody to see, for their managers to change."""

from datetime import date, datetime, time

import pytest
import time_machine
from django.test import Client

from fiksummin.core.time import HELSINKI
from fiksummin.spaces.models import Cell, Contact, Hours, Instruction, Site, SpecialDay
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import OTHER_SITE, guest_of, other_host, other_site
from tests.spaces.pages import errors_of, forms_of, main_of, queries_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]

PUBLIC = ["/fi/sites/", "/fi/sites/helsinki/"]
MANAGING = ["change", "hours", "special-days", "seats", "contacts", "instructions"]


# --- Seen by everybody -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_public_reads_without_signing_in(client: Client, path: str, language: str) -> None:
    assert client.get(path.replace("/fi/", f"/{language}/")).status_code == 200


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-24T09:05", "Auki nyt sulkeutuu klo 20"),
        ("2026-11-24T06:59", "Suljettu nyt avautuu tänään klo 7"),
        ("2026-11-24T20:00", "Suljettu nyt avautuu huomenna klo 7"),
        ("2026-11-28T12:00", "Suljettu nyt avautuu maanantaina 30.11. klo 7"),
        ("2026-12-24T12:00", "Suljettu nyt jouluaatto; avautuu maanantaina 28.12. klo 7"),
    ],
)
def test_the_page_says_whether_the_door_is_open(client: Client, moment: str, said: str) -> None:
    with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=HELSINKI), tick=False):
        assert said in main_of(client.get("/fi/sites/helsinki/"))
        assert said in main_of(client.get("/fi/sites/"))


def test_a_site_that_never_opens_says_until_further_notice(client: Client) -> None:
    Hours.objects.all().delete()
    assert "Suljettu nyt toistaiseksi" in main_of(client.get("/fi/sites/helsinki/"))


def test_the_page_says_what_is_free_when_it_is_open_and_how_to_come(
    cast: Cast, lab: Site, client: Client
) -> None:
    spaces.visit(people.person(), lab, day=date(2026, 11, 24), start="12:00", people=4)
    SpecialDay.objects.create(
        site=lab, date="2026-11-27", opens="9:00", closes="12:00", reason_fi="kehittämispäivä"
    )
    Site.objects.update(languages=["fi", "sv"])
    said = main_of(client.get("/fi/sites/helsinki/"))
    assert "6 paikkaa 10 paikasta on vapaana loppupäivän" in said
    assert (
        "klo 9.05–12: 10 vapaata paikkaa klo 12–15: 6 vapaata paikkaa klo 15–20: 10 vapaata paikkaa" in said
    )
    assert "Tiistai 24.11. (tänään) klo 7–20" in said
    assert "Perjantai 27.11. klo 9–12, kehittämispäivä Lauantai 28.11. suljettu" in said
    assert "Osoite Esimerkkikatu 5, 00100 Helsinki" in said
    assert "Palvelukielet suomi, ruotsi" in said


def test_sites_stand_side_by_side(cast: Cast, client: Client) -> None:
    other = other_site()
    spaces.visit(people.person(), other, day=date(2026, 11, 24), start="12:00", people=4)
    said = main_of(client.get("/fi/sites/"))
    assert (
        "Toimipiste helsinki yhteiskehittämisen laboratorio Auki nyt sulkeutuu klo 20 10 paikkaa vapaana klo 7–20"
        in said
    )
    assert (
        "Vaasan yhteistoimisto yhteiskehittämisen laboratorio Auki nyt sulkeutuu klo 20 Paikkoja osan päivästä"
        in said
    )


def test_no_site_at_all_invites_its_owner(cast: Cast, client: Client) -> None:
    owner = signed_in(cast.owner)
    Cell.objects.all().delete()
    Site.objects.all().delete()
    assert 'href="/fi/sites/new/"' in owner.get("/fi/sites/").content.decode()
    page = client.get("/fi/sites/")
    assert "Toimipisteitä ei vielä ole" in main_of(page)
    assert "/fi/sites/new/" not in page.content.decode()


def test_a_guest_sees_the_place_of_her_invitation(cast: Cast) -> None:
    other_site()
    guest = signed_in(guest_of(OTHER_SITE))
    assert "Toimipiste helsinki" not in text_of(guest.get("/fi/sites/"))
    assert guest.get("/fi/sites/helsinki/").status_code == 404
    assert guest.get(f"/fi/sites/{OTHER_SITE}/").status_code == 200


def guidance(lab: Site, owner: object = None) -> None:
    Instruction.objects.create(
        site=lab, title_fi="Talon tavat", body_fi="Siivoa <jälkesi>.\n\nKatso https://lab.example/", owner=owner,
        reviewed_on="2026-01-02", review_by="2026-11-23",
    )  # fmt: skip
    Contact.objects.create(site=lab, topic_fi="Viat", email="viat@lab.example", review_by="2026-11-23")


def test_instructions_and_contacts_are_for_everybody_their_age_for_the_staff(cast: Cast, lab: Site) -> None:
    guidance(lab, cast.manager)
    late = ["Vanhentunut: luettava läpi", "Vanhentunut: tarkistettava"]
    for reader, owner, flags in (
        (Client(), False, []),
        (signed_in(cast.member), True, []),
        (signed_in(other_host()), True, []),
        (signed_in(cast.host), True, late),
        (signed_in(cast.editor), True, late),
    ):
        said = main_of(reader.get("/fi/sites/helsinki/"))
        assert "Talon tavat Siivoa <jälkesi>. Katso https://lab.example/" in said
        assert "Luettu läpi perjantaina 2.1." in said
        assert "viat@lab.example" in said
        assert ("ohjeesta huolehtii Matti Paikkala" in said) is owner
        assert [flag for flag in late if flag in said] == flags


def test_a_missing_translation_falls_back(lab: Site, client: Client) -> None:
    guidance(lab)
    assert "Talon tavat" in main_of(client.get("/sv/sites/helsinki/"))


def test_the_pages_ask_the_same_for_one_and_for_three(cast: Cast, lab: Site, client: Client) -> None:
    guidance(lab, cast.manager)
    one = [queries_of(client, path) for path in PUBLIC]
    for slug in ("turku", "oulu"):
        spaces.site(slug)
        guidance(lab, cast.host)
    assert [queries_of(client, path) for path in PUBLIC] == one == [(5, 5), (8, 9)]


# --- Changed by its managers -----------------------------------------------------------------------


@pytest.mark.parametrize("page", MANAGING)
@pytest.mark.parametrize("key", ["manager", "owner"])
def test_managers_keep_their_site(cast: Cast, key: str, page: str) -> None:
    manager = signed_in(cast[key])
    assert manager.get(f"/fi/sites/helsinki/{page}/").status_code == 200
    assert f'href="/fi/sites/helsinki/{page}/"' in manager.get("/fi/sites/helsinki/").content.decode()


@pytest.mark.parametrize("page", MANAGING)
@pytest.mark.parametrize(
    "key", ["member", "colleague", "outsider", "partner", "guest", "host", "facilitator", "editor"]
)
def test_others_find_no_such_page(cast: Cast, key: str, page: str) -> None:
    stranger = signed_in(cast[key])
    assert stranger.get(f"/fi/sites/helsinki/{page}/").status_code == 404
    assert stranger.post(f"/fi/sites/helsinki/{page}/", {"seats": "1"}).status_code == 404
    assert f"/helsinki/{page}/" not in stranger.get("/fi/sites/helsinki/").content.decode()
    assert Cell.objects.filter(retired_at=None).count() == 10


def test_a_manager_has_no_say_at_another_site_nor_over_new_ones(cast: Cast) -> None:
    other_site()
    manager = signed_in(cast.manager)
    assert [manager.get(f"/fi/sites/{OTHER_SITE}/{page}/").status_code for page in MANAGING] == [404] * 6
    assert [manager.get("/fi/sites/new/").status_code, manager.post("/fi/sites/new/").status_code] == [
        404,
        404,
    ]


@pytest.mark.parametrize("page", MANAGING)
def test_who_is_not_signed_in_is_asked_to(client: Client, page: str) -> None:
    path = f"/fi/sites/helsinki/{page}/"
    assert client.get(path)["Location"] == f"/fi/accounts/login/?next={path}"


NEW = {
    "name_fi": "Turun toimisto", "kind": "shared_office", "street": "Linnankatu 1", "postcode": "20100",
    "town_fi": "Turku", "languages": ["fi", "sv"], "timezone": "Europe/Helsinki", "days_ahead": "30",
    "visits_per_person": "5", "keep_visits_days": "7", "position": "2", "seats": "12",
}  # fmt: skip


def test_a_second_site_is_a_form(cast: Cast) -> None:
    owner = signed_in(cast.owner)
    answer = owner.post("/fi/sites/new/", NEW)
    assert (answer.status_code, answer["Location"]) == (303, "/fi/sites/turun-toimisto/hours/")
    site = Site.objects.get(slug="turun-toimisto")
    assert (site.name, site.languages, site.days_ahead, site.closed_on_holidays) == (
        "Turun toimisto", ["fi", "sv"], 30, False,
    )  # fmt: skip
    assert site.cells.count() == 12
    assert owner.get("/fi/sites/turun-toimisto/visits/new/").status_code == 200


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name_fi": ""}, "name_fi"),
        ({"name_fi": "x" * 121}, "name_fi"),
        ({"kind": "palatsi"}, "kind"),
        ({"slug": "helsinki"}, "slug"),
        ({"slug": "new"}, "slug"),
        ({"slug": "ä ö"}, "slug"),
        ({"slug": "", "name_fi": "→ ☃"}, "slug"),
        ({"timezone": "Kuu/Kopernikus"}, "timezone"),
        ({"timezone": "../../etc/passwd"}, "timezone"),
        ({"languages": ["fi", "klingon"]}, "languages"),
        ({"days_ahead": "366"}, "days_ahead"),
        ({"visits_per_person": "0"}, "visits_per_person"),
        ({"keep_visits_days": "15"}, "keep_visits_days"),
        ({"position": "-1"}, "position"),
        ({"seats": "2001"}, "seats"),
        ({"seats": "-1"}, "seats"),
        ({"seats": "monta"}, "seats"),
    ],
)
def test_a_site_that_cannot_be_is_told_at_its_field(cast: Cast, given: dict[str, str], field: str) -> None:
    page = signed_in(cast.owner).post("/fi/sites/new/", NEW | given)
    assert (page.status_code, list(errors_of(page))) == (422, [field])
    assert forms_of(page)[0]["street"] == "Linnankatu 1"
    assert (Site.objects.count(), Cell.objects.count()) == (1, 10)


def test_particulars_begin_from_what_they_are_and_change(cast: Cast, lab: Site) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/change/"
    form = forms_of(manager.get(path))[0] | {"kind": "lab", "name_sv": "Labbet", "slug": "toinen"}
    answer = manager.post(path, form)
    assert answer["Location"] == "/fi/sites/helsinki/"
    lab.refresh_from_db()
    assert (lab.slug, lab.name_fi, lab.name_sv) == ("helsinki", "Toimipiste helsinki", "Labbet")
    page = manager.post(path, form | {"name_fi": ""})
    assert (page.status_code, list(errors_of(page))) == (422, ["name_fi"])


def test_weekly_hours_change_and_empty_days_are_closed(cast: Cast, lab: Site) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    form = forms_of(manager.get(path))[0]
    assert (form["opens_0"], form["closes_4"], form["opens_5"]) == ("07:00", "20:00", "")
    answer = manager.post(path, form | {"opens_4": "", "closes_4": "", "opens_5": "10", "closes_5": "14.30"})
    assert answer.status_code == 303
    week = {hours.weekday: (hours.opens, hours.closes) for hours in lab.hours.all()}
    assert (4 in week, week[5]) == (False, (time(10), time(14, 30)))


def test_an_empty_form_of_hours_shuts_nothing_unless_that_is_chosen(cast: Cast, lab: Site) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    for nothing in ({}, dict.fromkeys(forms_of(manager.get(path))[0], "")):
        page = manager.post(path, nothing)
        assert (page.status_code, list(errors_of(page))) == (422, ["shut"])
        assert lab.hours.count() == 5
    page = manager.post(path, {"closes_0": "9:00"})
    assert list(errors_of(page)) == ["closes_0"], "one thing at a time"
    assert manager.post(path, {"shut": "on"}).status_code == 303
    assert lab.hours.count() == 0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"closes_0": ""}, "Anna sekä avaamis- että sulkemisaika tai jätä molemmat tyhjiksi."),
        ({"opens_0": "20:00"}, "Sulkemisajan on oltava avaamisajan jälkeen."),
    ],
)
def test_hours_that_cannot_be_are_told_at_their_day(cast: Cast, given: dict[str, str], sentence: str) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    page = manager.post(path, forms_of(manager.get(path))[0] | given)
    assert (page.status_code, errors_of(page)) == (422, {"closes_0": sentence})
    assert Hours.objects.count() == 5


def test_an_exception_is_entered_warns_of_visits_and_is_taken_back(cast: Cast, lab: Site) -> None:
    spaces.visit(cast.member, lab)
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/special-days/"
    page = manager.post(path, {"day": "2026-11-25", "reason_fi": "muutto", "reason_sv": "flytt"}, follow=True)
    said = main_of(page)
    assert "Sille päivälle on ilmoitettu 1 käynti. Lähetä kävijälle viesti työpöydältä." in said
    assert "Keskiviikko 25.11.: suljettu: muutto" in said
    assert manager.post(path, {"unset": "2026-11-25"}).status_code == 303
    assert SpecialDay.objects.count() == 0
    assert manager.post(path, {"unset": "eilen"}).status_code == 404


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"day": "2026-02-30"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "2026-11-23"}, "day"),
        ({"reason_fi": ""}, "reason_fi"),
        ({"opens": "9:00"}, "closes"),
        ({"opens": "9:00", "closes": "8:00"}, "closes"),
        ({"opens": "yhdeksän"}, "opens"),
    ],
)
def test_an_exception_that_cannot_be_is_told_at_its_field(
    cast: Cast, given: dict[str, str], field: str
) -> None:
    page = signed_in(cast.manager).post(
        "/fi/sites/helsinki/special-days/", {"day": "2026-11-25", "reason_fi": "muutto"} | given
    )
    assert (page.status_code, list(errors_of(page))) == (422, [field])
    assert SpecialDay.objects.count() == 0


def test_seats_that_visits_hold_stay(cast: Cast, lab: Site) -> None:
    spaces.visit(cast.member, lab, people=4)
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/seats/"
    assert forms_of(manager.get(path))[0]["seats"] == "10"
    page = manager.post(path, {"seats": "3"})
    assert (page.status_code, errors_of(page)) == (
        422, {"seats": "1 tuleva käynti on varannut paikan, joka poistuisi."},
    )  # fmt: skip
    assert manager.post(path, {"seats": "4"}).status_code == 303
    assert Cell.objects.filter(retired_at=None).count() == 4


def rows(form: dict[str, str], **words: str) -> dict[str, str]:
    """Fill the last, empty row of a list."""
    last = int(form["form-TOTAL_FORMS"]) - 1
    return form | {f"form-{last}-{name}": value for name, value in words.items()}


def test_contacts_are_added_changed_and_removed(cast: Cast, lab: Site) -> None:
    guidance(lab)
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/contacts/"
    form = forms_of(manager.get(path))[0]
    form.pop("form-0-DELETE")
    added = rows(form, topic_fi="Tilat", email="tilat@lab.example", review_by="2027-05-01")
    assert manager.post(path, added | {"form-0-phone": "0295 000 000"}).status_code == 303
    assert list(lab.contacts.values_list("topic_fi", "phone")) == [("Viat", "0295 000 000"), ("Tilat", "")]
    form = forms_of(manager.get(path))[0]
    form.pop("form-1-DELETE")
    assert manager.post(path, form | {"form-0-DELETE": "on"}).status_code == 303
    assert list(lab.contacts.values_list("topic_fi", flat=True)) == ["Tilat"]


def test_a_contact_that_cannot_be_keeps_the_list_as_it_was(cast: Cast, lab: Site) -> None:
    guidance(lab)
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/contacts/"
    form = forms_of(manager.get(path))[0]
    page = manager.post(path, rows(form, topic_fi="Tilat", email="ei osoite"))
    assert page.status_code == 422
    assert "Syötä kelvollinen sähköpostiosoite" in text_of(page) or "sähköposti" in text_of(page)
    assert forms_of(page)[0]["form-1-email"] == "ei osoite"
    assert list(lab.contacts.values_list("topic_fi", flat=True)) == ["Viat"]


@pytest.mark.parametrize("page", ["contacts", "instructions"])
def test_a_list_without_its_count_is_refused(cast: Cast, lab: Site, page: str) -> None:
    guidance(lab)
    answer = signed_in(cast.manager).post(f"/fi/sites/helsinki/{page}/", {"form-0-topic_fi": "x"})
    assert answer.status_code == 422
    assert (Contact.objects.count(), Instruction.objects.count()) == (1, 1)


def test_an_instruction_gets_an_owner_among_the_staff(cast: Cast, lab: Site) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/instructions/"
    outsider, host = cast.outsider, cast.host
    page = manager.get(path)
    assert "Helmi Hostila" in text_of(page)
    assert outsider.name not in text_of(page)
    given = {
        "title_fi": "Laitteet",
        "body_fi": "Näyttö on paikalla.",
        "reviewed_on": "2026-11-01",
        "review_by": "2027-05-01",
    }
    form = rows(forms_of(page)[0], **given)
    foreign = manager.post(path, form | {"form-0-owner_id": str(outsider.pk)})
    backwards = manager.post(path, form | {"form-0-review_by": "2026-10-01"})
    assert [foreign.status_code, backwards.status_code, Instruction.objects.count()] == [422, 422, 0]
    assert manager.post(path, form | {"form-0-owner_id": str(host.pk)}).status_code == 303
    assert Instruction.objects.get().owner == host
