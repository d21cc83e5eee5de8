"""Announcing a visit: in under a minute, once, and never half."""

from datetime import UTC, datetime, time

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.core.models import Entry
from fiksummin.spaces import actions
from fiksummin.spaces.models import Cell, Claim, Hours, Site, SpecialDay, Visit
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import OTHER_SITE, guest_of, other_site
from tests.spaces.pages import errors_of, forms_of, main_of, queries_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]

NEW = "/fi/sites/helsinki/visits/new/"
WISH = {
    "day": "2026-11-25",
    "start": "09:00",
    "end": "15:00",
    "people": "3",
    "note": "Tulemme porukalla",
    "key": "k1",
}


def nothing_is_written() -> bool:
    left = (
        Visit.objects.count(),
        Claim.objects.count(),
        Entry.objects.filter(fact="spaces.VisitAnnounced").count(),
    )
    return left == (0, 0, 0)


def test_the_page_shows_what_is_free_before_it_asks(cast: Cast, lab: Site) -> None:
    spaces.visit(people.person(), lab, people=4)
    SpecialDay.objects.create(site=lab, date="2026-11-26", reason_fi="muutto")
    page = signed_in(cast.member).get(NEW)
    said = main_of(page).partition("Lisää päiviä")[0]
    assert "Tiistai 24.11. auki klo 7–20 Valittu 10 paikkaa vapaana" in said
    assert "Keskiviikko 25.11. auki klo 7–20 6 paikkaa vapaana" in said
    assert "Torstai 26.11. suljettu: muutto Perjantai 27.11." in said
    assert "Lauantai" not in main_of(page)
    assert forms_of(page)[0] | {"key": "", "csrfmiddlewaretoken": ""} == {
        "day": "2026-11-24", "start": "09:15", "end": "16:00", "people": "1", "note": "",
        "key": "", "csrfmiddlewaretoken": "",
    }  # fmt: skip


def test_two_presses_announce_a_visit_for_another_day(cast: Cast, lab: Site) -> None:
    member = signed_in(cast.member)
    page = member.get(f"{NEW}?day=2026-11-25")
    answer = member.post(NEW, forms_of(page)[0])
    visit = Visit.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/fi/visits/{visit.pk}/")
    assert (visit.person, visit.site, visit.people) == (cast.member, lab, 1)
    assert (visit.starts_at, visit.ends_at) == (
        datetime(2026, 11, 25, 7, tzinfo=UTC),
        datetime(2026, 11, 25, 14, tzinfo=UTC),
    )


def test_the_confirmation_says_when_where_how_many_and_what_then(cast: Cast, lab: Site) -> None:
    lab.instructions.create(
        title_fi="Näin saavut", body_fi="Pääovesta.", reviewed_on="2026-11-01", review_by="2027-05-01"
    )
    lab.contacts.create(topic_fi="Hostit", email="hostit@lab.example", review_by="2027-05-01")
    member = signed_in(cast.member)
    page = member.post(NEW, WISH, follow=True)
    visit = Visit.objects.get()
    assert visit.hold is not None
    assert visit.hold.claims.count() == 3
    said = main_of(page)
    assert "Käyntisi on ilmoitettu. Vahvistus on matkalla sähköpostiisi." in said
    assert "Keskiviikkona 25.11.2026 klo 9–15" in said
    assert "Esimerkkikatu 5, 00100 Helsinki" in said
    assert "3 henkilöä" in said
    assert "Tulemme porukalla" in said
    assert "Näin saavut" in said
    assert "hostit@lab.example" in said
    instruction = lab.instructions.get()
    links = [f"/fi/visits/{visit.pk}/{path}" for path in ("visit.ics", "change/", "cancellation/")]
    for link in [*links, f"/fi/sites/helsinki/#instruction-{instruction.pk}"]:
        assert f'href="{link}"' in page.content.decode()


def test_the_same_form_sent_twice_is_one_visit_with_one_page(cast: Cast) -> None:
    member = signed_in(cast.member)
    first, second = member.post(NEW, WISH), member.post(NEW, WISH)
    visit = Visit.objects.get()
    assert [first["Location"], second["Location"]] == [f"/fi/visits/{visit.pk}/"] * 2
    assert Entry.objects.filter(fact="spaces.VisitAnnounced").count() == 1


def test_sent_again_it_does_not_say_of_a_cancelled_visit_that_it_is_announced(cast: Cast) -> None:
    member = signed_in(cast.member)
    assert "Käyntisi on ilmoitettu." in main_of(member.post(NEW, WISH, follow=True))
    actions.cancel_visit(by=cast.member, visit=Visit.objects.get())
    again = member.post(NEW, WISH, follow=True)
    assert "Käyntisi on ilmoitettu." not in main_of(again)
    assert "Peruttu" in main_of(again)


def test_the_same_form_with_another_time_is_another_wish(cast: Cast) -> None:
    member = signed_in(cast.member)
    member.post(NEW, WISH)
    member.post(NEW, WISH | {"day": "2026-11-27"})
    assert Visit.objects.count() == 2


def test_somebody_elses_key_is_not_mine(cast: Cast) -> None:
    signed_in(cast.member).post(NEW, WISH)
    signed_in(cast.colleague).post("/sv/sites/helsinki/visits/new/", WISH)
    assert sorted(Visit.objects.values_list("person__name", flat=True)) == ["Alba Kaisla", "Bo Strandvik"]


def test_what_was_typed_waits_for_the_one_who_must_sign_in(cast: Cast, client: Client) -> None:
    answer = client.post(f"{NEW}?day=2026-11-25", WISH)
    assert answer.status_code == 303
    assert answer["Location"].startswith("/fi/accounts/login/?next=/fi/sites/helsinki/visits/new/")
    client.force_login(cast.member, backend=settings.AUTHENTICATION_BACKENDS[0])
    page = client.get(NEW)
    assert WISH.items() - {("key", "k1")} <= forms_of(page)[0].items()
    assert forms_of(client.get(NEW))[0]["note"] == ""
    assert nothing_is_written()


def test_a_reader_signs_in_and_comes_back(client: Client) -> None:
    answer = client.get(f"{NEW}?day=2026-11-25")
    assert answer.status_code == 302
    assert answer["Location"] == "/fi/accounts/login/?next=/fi/sites/helsinki/visits/new/%3Fday%3D2026-11-25"


def test_full_says_so_and_one_press_takes_another_time(cast: Cast, lab: Site) -> None:
    spaces.visit(people.person(), lab, people=8)
    member = signed_in(cast.member)
    page = member.post(NEW, WISH)
    assert page.status_code == 409
    assert errors_of(page) == {"": "Koko ajaksi vapaana on vain 2 paikkaa."}
    assert Visit.objects.count() == 1
    first, *_others = forms_of(page)
    assert [form["day"] for form in forms_of(page)] == [
        "2026-11-26",
        "2026-11-27",
        "2026-11-30",
        "2026-11-25",
    ]
    answer = member.post(NEW, first)
    visit = Visit.objects.get(person=cast.member)
    assert answer["Location"] == f"/fi/visits/{visit.pk}/"
    assert (visit.people, visit.note) == (3, "Tulemme porukalla")
    assert visit.starts_at == datetime(2026, 11, 26, 7, tzinfo=UTC)


def test_a_closed_day_says_why_and_offers_the_nearest(cast: Cast) -> None:
    page = signed_in(cast.member).post(NEW, WISH | {"day": "2026-12-06"})
    assert page.status_code == 422
    assert errors_of(page) == {"day": "Toimipiste on suljettu sunnuntaina 6.12.2026: itsenäisyyspäivä."}
    assert [form["day"] for form in forms_of(page)[:3]] == ["2026-12-07", "2026-12-08", "2026-12-09"]
    assert nothing_is_written()


HOURS = "Toimipiste on auki keskiviikkona 25.11.2026 klo 7–20. Valitse aika tältä väliltä."
AHEAD = "Voit tulla viimeistään lauantaina 23.1.2027: käynnistä voi ilmoittaa enintään 60 päivää etukäteen."


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"day": "2026-11-23"}, "day", "Tämä aika on jo mennyt."),
        ({"day": "2026-11-24", "start": "07:00", "end": "09:00"}, "day", "Tämä aika on jo mennyt."),
        ({"day": "2027-12-29"}, "day", AHEAD),
        ({"day": "0001-01-01"}, "day", "Tarkista vuosi."),
        ({"day": "9999-12-31"}, "day", "Tarkista vuosi."),
        ({"day": "2026-02-30"}, "day", "Anna päivä muodossa päivä, kuukausi ja vuosi, esimerkiksi 24.11.2026."),
        ({"day": ""}, "day", "Valitse päivä."),
        ({"day": ["2026-11-25", "eilen"]}, "day", "Anna päivä muodossa päivä, kuukausi ja vuosi, esimerkiksi 24.11.2026."),
        ({"start": "15:00", "end": "09:00"}, "end", "Lähtöajan on oltava saapumisajan jälkeen."),
        ({"start": "09:00", "end": "09:00"}, "end", "Lähtöajan on oltava saapumisajan jälkeen."),
        ({"start": "06:59"}, "start", HOURS),
        ({"end": "20:01"}, "end", HOURS),
        ({"start": "25:00"}, "start", "Anna aika tunteina ja minuutteina, esimerkiksi 9.30."),
        ({"end": ""}, "end", "Anna lähtöaika."),
        ({"people": "0"}, "people", "Käynnillä on oltava vähintään yksi henkilö."),
        ({"people": "-1"}, "people", "Käynnillä on oltava vähintään yksi henkilö."),
        ({"people": "10000"}, "people", "Toimipisteessä on kaikkiaan 10 paikkaa."),
        ({"people": "9" * 5000}, "people", "Anna henkilömäärä numeroina, esimerkiksi 3."),
        ({"people": "kolme"}, "people", "Anna henkilömäärä numeroina, esimerkiksi 3."),
        ({"people": "1.5"}, "people", "Anna henkilömäärä numeroina, esimerkiksi 3."),
        ({"note": "ä" * 1001}, "note", "Viesti on liian pitkä: 1001 merkkiä, enintään 1000."),
        ({"note": "x" * 1_000_000}, "note", "Viesti on liian pitkä: 1000000 merkkiä, enintään 1000."),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(
    cast: Cast, given: dict[str, str], field: str, sentence: str
) -> None:
    page = signed_in(cast.member).post(NEW, WISH | given)
    assert page.status_code == 422
    assert errors_of(page) == {field: sentence}
    assert f"{sentence}" in text_of(page)
    assert 'role="alert"' in page.content.decode()
    kept = forms_of(page)[-1]
    assert kept["key"] == "k1"
    wanted = {name: value[-1] if isinstance(value, list) else value for name, value in (WISH | given).items()}
    assert {name: kept[name] for name in WISH} == wanted
    assert nothing_is_written()


def test_an_empty_form_asks_for_everything_at_once(cast: Cast) -> None:
    page = signed_in(cast.member).post(NEW, {})
    assert page.status_code == 422
    assert errors_of(page) == {
        "day": "Valitse päivä.",
        "start": "Anna saapumisaika.",
        "end": "Anna lähtöaika.",
        "people": "Anna henkilöiden määrä.",
    }


def test_a_key_that_is_no_key_is_refused(cast: Cast) -> None:
    page = signed_in(cast.member).post(NEW, WISH | {"key": "k" * 65})
    assert (page.status_code, list(errors_of(page))) == (422, ["key"])
    assert nothing_is_written()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_sentence_is_in_the_language_of_the_page(cast: Cast, language: str) -> None:
    page = signed_in(cast.outsider).post(
        f"/{language}/sites/helsinki/visits/new/", WISH | {"day": "2026-12-06"}
    )
    assert errors_of(page) == {
        "day": {
            "sv": "Verksamhetsstället är stängt söndag 6.12.2026: självständighetsdagen.",
            "en": "The site is closed on Sun 6 Dec 2026: Independence Day.",
        }[language]
    }


def test_the_hour_that_summer_time_skips_does_not_exist(cast: Cast, lab: Site) -> None:
    _open_all_night(lab)
    page = signed_in(cast.member).post(NEW, WISH | {"day": "2027-03-28", "start": "03:30", "end": "06:00"})
    assert page.status_code == 422
    assert errors_of(page) == {
        "start": "Kelloa siirretään sinä yönä eteenpäin: tätä aikaa ei ole. Valitse toinen aika."
    }
    assert nothing_is_written()


def test_of_the_hour_that_comes_twice_the_first_is_meant(cast: Cast, lab: Site) -> None:
    _open_all_night(lab)
    page = signed_in(cast.member).post(
        NEW, WISH | {"day": "2027-10-31", "start": "03:30", "end": "06:00"}, follow=True
    )
    assert Visit.objects.get().starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert "klo 3.30 (kesäaikaa)–6" in main_of(page)


def _open_all_night(lab: Site) -> None:
    Site.objects.update(days_ahead=365)
    Hours.objects.create(site=lab, weekday=6, opens=time(1), closes=time(20))


def test_any_script_is_kept_and_shown_as_written(cast: Cast) -> None:
    note = "مرحبا 😀 <b>O'Brien & Åsa</b>\r\nriville 2"
    page = signed_in(cast.member).post(NEW, WISH | {"note": note}, follow=True)
    assert Visit.objects.get().note == note.replace("\r\n", "\n")
    assert "&lt;b&gt;O&#x27;Brien &amp; Åsa&lt;/b&gt;<br>riville 2" in page.content.decode()


def test_a_line_break_counts_as_one_character(cast: Cast) -> None:
    answer = signed_in(cast.member).post(NEW, WISH | {"note": "rivi\r\n" * 199 + "loppu"})
    assert (answer.status_code, len(Visit.objects.get().note)) == (303, 1000)


def test_a_site_that_is_none_does_not_exist(cast: Cast) -> None:
    member = signed_in(cast.member)
    paths = [
        "/fi/sites/ei-ole/visits/new/",
        "/fi/sites/HELSINKI%00/visits/new/",
        f"/fi/sites/{'a' * 3000}/visits/new/",
    ]
    assert [member.get(path).status_code for path in paths] == [404, 404, 404]


def test_a_guest_comes_to_the_place_of_her_invitation_only(cast: Cast) -> None:
    other_site()
    guest = signed_in(guest_of(OTHER_SITE))
    assert guest.get(NEW).status_code == 404
    assert guest.post(NEW, WISH).status_code == 404
    assert guest.get("/fi/visits/new/")["Location"] == f"/fi/sites/{OTHER_SITE}/visits/new/"
    assert guest.post(f"/fi/sites/{OTHER_SITE}/visits/new/", WISH).status_code == 303


def test_a_partner_whose_agreement_does_not_cover_the_site_hears_so_before_typing(cast: Cast) -> None:
    cast.partner.organisation.agreements.update(places=[OTHER_SITE])
    partner = signed_in(cast.partner)
    why = "Organisaatiosi sopimus ei koske tätä toimipistettä."
    page = partner.get(NEW)
    assert why in main_of(page)
    assert forms_of(page) == []
    answer = partner.post(NEW, WISH)
    assert (answer.status_code, errors_of(answer)) == (403, {"": why})
    assert nothing_is_written()


def test_the_limit_of_visits_says_what_would_be_allowed(cast: Cast, lab: Site) -> None:
    Site.objects.update(visits_per_person=1)
    member = signed_in(cast.member)
    member.post(NEW, WISH)
    why = "Sinulla voi olla kerrallaan 1 tuleva käynti. Peru se tai ilmoita uudesta vasta sen jälkeen."
    assert why in main_of(member.get(NEW))
    answer = member.post(NEW, WISH | {"day": "2026-11-27"})
    assert (answer.status_code, errors_of(answer)) == (403, {"": why})
    assert Visit.objects.count() == 1


def test_two_visits_at_once_are_one_too_many(cast: Cast, lab: Site) -> None:
    spaces.visit(cast.member, lab)
    page = signed_in(cast.member).post(NEW, WISH | {"start": "14:00", "end": "16:00"})
    assert page.status_code == 422
    assert errors_of(page) == {
        "start": "Sinulla on jo käynti samaan aikaan: Toimipiste helsinki. Voit muuttaa sitä."
    }


def test_several_sites_are_offered_first(cast: Cast) -> None:
    other_site()
    page = signed_in(cast.member).get("/fi/visits/new/")
    assert "Toimipiste helsinki" in main_of(page)
    assert "Vaasan yhteistoimisto" in main_of(page)


def test_the_only_site_is_not_asked_for(cast: Cast) -> None:
    assert signed_in(cast.member).get("/fi/visits/new/")["Location"] == NEW


def test_a_site_without_seats_or_hours_still_has_a_page(cast: Cast, lab: Site) -> None:
    Cell.objects.filter(site=lab).delete()
    Hours.objects.all().delete()
    page = signed_in(cast.member).get(NEW)
    assert page.status_code == 200
    assert "Toimipiste ei ole auki seuraavien kolmen viikon aikana." in main_of(page)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(cast: Cast, method: str) -> None:
    assert getattr(signed_in(cast.member), method)(NEW).status_code == 405


def test_the_page_asks_the_same_however_many_visits_there_are(cast: Cast, lab: Site) -> None:
    member = signed_in(cast.member)
    spaces.visit(people.person(), lab)
    one = queries_of(member, NEW)
    for _n in range(2):
        spaces.visit(people.person(), lab)
    assert queries_of(member, NEW) == one
    assert one == (6, 9)
