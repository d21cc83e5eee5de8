"""Every standing page in every language, the way between them, and what they say of themselves."""

import gzip
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Locale, Page

from fiksummin.core.time import now, today
from fiksummin.site import actions
from fiksummin.site.actions.building import STANDING
from fiksummin.site.choices import Conformance, Method
from fiksummin.site.models import (
    AccessibilityStatementPage,
    BlogPost,
    ContentPage,
    HomePage,
    ServiceBreak,
    Term,
)
from fiksummin.site.queries import untranslated
from fiksummin.spaces.models import Instruction
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.site import makers

pytestmark = pytest.mark.django_db
LANGUAGES = ("fi", "sv", "en")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *STANDING])
def test_a_fresh_installation_has_each_standing_page_in_each_language(
    client: Client, language: str, name: str
) -> None:
    text = page(client, f"/{language}/{name}/".replace("//", "/"))
    assert f'<html lang="{language}">' in text
    assert text.count("<h1>") == 1
    assert "not been translated" not in text


@pytest.mark.parametrize("name", ["", *STANDING])
def test_each_page_has_a_title_of_its_own_in_each_language(client: Client, name: str) -> None:
    titles = [
        page(client, f"/{code}/{name}/".replace("//", "/")).partition("<title>")[2].partition("</title>")[0]
        for code in LANGUAGES
    ]
    assert len(set(titles)) == 3


def test_building_again_changes_nothing(cast: Cast) -> None:
    before = list(Page.objects.order_by("pk").values_list("pk", "last_published_at"))
    actions.build_site(by=cast.owner)
    actions.build_site()
    actions.lay_grounds()
    assert list(Page.objects.order_by("pk").values_list("pk", "last_published_at")) == before


def test_the_start_page_tells_whether_it_is_open_and_why_not(client: Client) -> None:
    site = spaces.site("toimisto", name_fi="Toimisto", name_sv="Kontoret")
    open_day = spaces.open_day(site)
    with time_machine.travel(spaces.at(site, open_day, "9:00"), tick=False):
        text = page(client, "/fi/")
        assert "Auki nyt" in text
        assert "klo 20" in text
        assert "Esimerkkikatu 5" in text
    with time_machine.travel(spaces.at(site, open_day, "21:00"), tick=False):
        assert "Suljettu nyt" in page(client, "/fi/")
    with time_machine.travel("2026-12-25T10:00:00+02:00", tick=False):
        text = page(client, "/sv/")
        assert "Stängt nu" in text
        assert "juldagen" in text


def test_the_start_page_costs_the_same_with_one_site_and_post_or_with_three(
    client: Client, cast: Cast, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        spaces.site()
        makers.post(words={"fi": makers.words(f"Kirjoitus {number}")})
        client.get("/fi/")
        with django_assert_num_queries(9):
            client.get("/fi/")


def test_the_first_view_is_small(client: Client, cast: Cast) -> None:
    spaces.site()
    makers.post()
    css = Path("fiksummin/ui/static/ui/fiksummin.css").read_bytes()
    assert len(gzip.compress(client.get("/fi/").content)) + len(gzip.compress(css)) < 14 * 1024


def test_languages_lead_to_the_same_page(client: Client, cast: Cast) -> None:
    both = {"fi": makers.words("Hyvä kokeilu"), "sv": makers.words("Ett bra försök", slug="ett-bra-forsok")}
    makers.post(words=both)
    text = page(client, "/fi/blog/hyvä-kokeilu/")
    assert 'href="/sv/blog/ett-bra-forsok/"' in text
    assert 'hreflang="en" href="/en/blog/hyv' in text, (
        "not in English yet: the same words at the English address"
    )


def test_what_is_not_translated_says_so_in_the_readers_language(client: Client, cast: Cast) -> None:
    makers.post(words={"fi": makers.words("Vain suomeksi", slug="vain-suomeksi")})
    text = page(client, "/sv/blog/vain-suomeksi/")
    assert '<html lang="sv">' in text
    assert "Den här sidan finns bara på finska" in text
    assert '<span lang="fi">Vain suomeksi</span>' in text
    assert '<div class="prose" lang="fi">' in text
    assert "på finska" in page(client, "/sv/blog/")


def test_an_alias_follows_its_page_and_goes_with_it(cast: Cast) -> None:
    post = makers.post()
    assert Page.objects.filter(translation_key=post.translation_key, live=True).count() == 3
    post.title = "Uusi otsikko"
    post.save_revision().publish()
    alias = Page.objects.get(translation_key=post.translation_key, locale__language_code="sv")
    assert alias.title == "Uusi otsikko"
    post.unpublish()
    assert not Page.objects.filter(translation_key=post.translation_key, live=True).exists()
    post.delete()
    assert not Page.objects.filter(translation_key=post.translation_key).exists()


def test_a_translation_begins_as_a_draft_and_readers_see_it_when_it_is_published(
    client: Client, cast: Cast
) -> None:
    post = makers.post(words={"fi": makers.words("Vain suomeksi", slug="vain")})
    alias = Page.objects.get(translation_key=post.translation_key, locale__language_code="sv")
    editor = signed_in(cast.editor)
    address = f"/admin/pages/{alias.pk}/edit/"
    assert "Aloita käännös" in page(editor, address)
    assert editor.post(address).status_code == 302
    assert "Aloita käännös" not in page(editor, address), "now it is an ordinary draft"
    assert "finns bara på finska" in page(client, "/sv/blog/vain/")
    assert ("Vain suomeksi", "sv") in {(gap.title, gap.language) for gap in untranslated.gaps(cast.editor)}
    own = BlogPost.objects.get(pk=alias.pk)
    own.title = "På svenska nu"
    own.save_revision().publish()
    text = page(client, "/sv/blog/vain/")
    assert "På svenska nu" in text
    assert "finns bara på finska" not in text
    post.title = "Suomea muutettiin"
    post.save_revision().publish()
    assert "På svenska nu" in page(client, "/sv/blog/vain/")


def test_like_days_are_told_together(client: Client, cast: Cast) -> None:
    spaces.site()
    with time_machine.travel("2026-11-24T10:00:00+02:00", tick=False):
        text = page(client, "/fi/")
        assert "Tiistai–perjantai 24.–27.11." in text
        assert "<dt>Lauantai–sunnuntai 28.–29.11.</dt><dd>suljettu</dd>" in text
    with time_machine.travel("2026-12-22T10:00:00+02:00", tick=False):
        assert "Perjantai 25.12.</dt><dd>suljettu: joulupäivä" in page(client, "/fi/")


def test_a_draft_is_nobodys_page(client: Client, cast: Cast) -> None:
    home = HomePage.objects.get(locale__language_code="fi")
    home.add_child(instance=ContentPage(title="Luonnos", slug="luonnos", live=False, locale=home.locale))
    assert client.get("/fi/luonnos/").status_code == 404
    assert signed_in(cast.owner).get("/fi/luonnos/").status_code == 404


def test_a_page_cannot_take_an_address_of_the_service(cast: Cast) -> None:
    home = HomePage.objects.get(locale__language_code="fi")
    taken = home.add_child(instance=ContentPage(title="Käynnit", slug="kaynnit", locale=home.locale))
    taken.slug = "visits"
    with pytest.raises(ValidationError, match="slug"):
        taken.full_clean()
    taken.slug = "kaynneista"
    taken.full_clean()


def test_the_statement_claims_nothing_untested(client: Client) -> None:
    assert "ei ole vielä arvioitu" in page(client, "/fi/accessibility/")
    statement = AccessibilityStatementPage.objects.get(locale__language_code="fi")
    statement.status = Conformance.PARTIAL
    with pytest.raises(ValidationError, match="status"):
        statement.full_clean()
    statement.method, statement.assessed_on = Method.SELF, today()
    statement.shortcomings.create(what="Karttakuvalla ei ole tekstivastinetta.", criterion="WCAG 1.1.1")
    statement.full_clean()
    statement.save_revision().publish()
    text = page(client, "/fi/accessibility/")
    assert "täyttää vaatimukset osittain" in text
    assert "Karttakuvalla" in text
    assert "WCAG 1.1.1" in text
    assert "Traficom" in text
    assert "14 päivän" in text


def test_the_cookie_table_is_made_of_the_settings(client: Client, settings: Any) -> None:
    settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE = "__Host-oma", 3 * 3600
    text = page(client, "/fi/cookies/")
    assert "__Host-oma" in text
    assert "3 tuntia" in text
    assert settings.CSRF_COOKIE_NAME in text


def test_reading_sets_no_cookie(client: Client, cast: Cast) -> None:
    makers.post()
    for address in ("/fi/", "/fi/cookies/", "/fi/blog/", "/fi/blog/kokeilu-onnistui/", "/fi/glossary/"):
        assert not client.get(address).cookies, address


def test_the_privacy_notice_lists_what_the_rooms_declare(client: Client, cast: Cast) -> None:
    site = spaces.site(keep_visits_days=11)
    text = page(client, "/fi/privacy/")
    assert "6 artiklan 1 kohdan e alakohta" in text
    assert "Kommenttisi kirjoituksiin" in text
    assert site.name in text
    assert "11 päivää" in text


def test_words_lead_to_the_glossary_once_a_page(client: Client, cast: Cast) -> None:
    twice = "<p>Toimipisteessä on rauhallista. Toimipiste on auki.</p><h2>Toimipiste</h2>"
    makers.post(words={"fi": makers.words("Sanat", body=twice)})
    text = page(client, "/fi/blog/sanat/")
    assert text.count('href="/fi/glossary/#site"') == 1
    assert ">Toimipisteessä</a>" in text
    assert 'id="site"' in page(client, "/fi/glossary/")


def test_a_word_that_is_not_linked_stays_plain(client: Client, cast: Cast) -> None:
    Term.objects.filter(anchor="site").first().delete()
    makers.post(words={"fi": makers.words("Sanat", body="<p>Toimipiste</p>")})
    assert "#site" not in page(client, "/fi/blog/sanat/")


def test_the_glossary_follows_the_finnish_alphabet(client: Client) -> None:
    Term.objects.create(anchor="a", word_fi="äly", meaning_fi="x")
    Term.objects.create(anchor="o", word_fi="öljy", meaning_fi="x")
    Term.objects.create(anchor="z", word_fi="zoom", meaning_fi="x")
    text = page(client, "/fi/glossary/")
    assert text.index(">zoom<") < text.index(">äly<") < text.index(">öljy<")


def test_instructions_show_owner_and_age_and_staff_see_the_stale(client: Client, cast: Cast) -> None:
    site = cast.helsinki
    Instruction.objects.create(
        site=site, title_fi="Saapuminen", body_fi="Ovi on pihalla.", owner=cast.manager,
        reviewed_on=today() - timedelta(days=400), review_by=today() - timedelta(days=30),
    )  # fmt: skip
    text = page(client, "/fi/instructions/")
    assert "Saapuminen" in text
    assert "Matti Paikkala" in text
    assert "olisi pitänyt tarkistaa" not in text
    assert "olisi pitänyt tarkistaa" in page(signed_in(cast.editor), "/fi/instructions/")


def test_a_service_break_is_told_before_and_during(client: Client) -> None:
    start = now() + timedelta(hours=10)
    ServiceBreak.objects.create(
        starts_at=start, ends_at=start + timedelta(hours=2), told_from=start - timedelta(hours=6),
        text_fi="Palvelua huolletaan.", text_sv="Tjänsten underhålls.",
        alternative_fi="Soita hostille.", alternative_sv="Ring värden.",
    )  # fmt: skip
    for hours, told in ((0, False), (5, True), (11, True), (13, False)):
        with time_machine.travel(start + timedelta(hours=hours - 10), tick=False):
            ServiceBreak.objects.first().save()
            text = page(client, "/sv/accessibility-feedback/new/")
            assert ("Tjänsten underhålls." in text and "Ring värden." in text) is told, hours


def test_a_service_break_must_be_told_beforehand() -> None:
    late = ServiceBreak(
        starts_at=now(), ends_at=now() - timedelta(hours=1), told_from=now() + timedelta(hours=1)
    )
    with pytest.raises(ValidationError) as found:
        late.clean()
    assert "ends_at" in found.value.message_dict


def test_editors_see_what_is_not_translated(cast: Cast) -> None:
    makers.post(words={"fi": makers.words("Vain suomeksi", slug="vain-suomeksi")})
    spaces.site("kuopio", name_fi="Kuopio")
    found = {(gap.title, gap.language) for gap in untranslated.gaps(cast.editor)}
    assert {("Vain suomeksi", "sv"), ("Vain suomeksi", "en"), ("Kuopio", "sv")} <= found
    assert not [
        gap for gap in untranslated.gaps(cast.editor) if gap.title in {"Blogi", "Saavutettavuusseloste"}
    ]
    text = page(signed_in(cast.editor), "/admin/reports/untranslated/?language=sv")
    assert "Vain suomeksi" in text
    assert signed_in(cast.member).get("/admin/reports/untranslated/").status_code == 404


def test_each_language_has_its_locale() -> None:
    assert set(Locale.objects.values_list("language_code", flat=True)) == set(LANGUAGES)
