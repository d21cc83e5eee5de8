"""Where only Finnish words were given, a Swedish or English page says that they are Finnish."""

from datetime import date

import pytest
from django.test import Client

from fiksummin.core.languages import Foreign
from fiksummin.spaces.models import Site
from fiksummin.ui.templatetags.ui import said, tongue
from tests.cast import Cast
from tests.clients import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


@pytest.fixture
def site(lab: Site) -> Site:
    """Closed today; the reason, a topic and an instruction are said in Finnish alone."""
    ahead = date(2027, 5, 1)
    lab.special_days.create(date=date(2026, 11, 24), reason_fi="muutto & <siivous>")
    lab.contacts.create(topic_fi="Viat", email="viat@lab.example", review_by=ahead)
    lab.instructions.create(
        title_fi="Ovet", body_fi="Avaa ovi.", reviewed_on=date(2026, 11, 1), review_by=ahead
    )
    return lab


@pytest.mark.parametrize("language", ["sv", "en"])
def test_words_of_another_language_are_marked(site: Site, client: Client, language: str) -> None:
    page = client.get(f"/{language}/sites/helsinki/").content.decode()
    assert '<span lang="fi">muutto &amp; &lt;siivous&gt;</span>' in page
    assert '<dt lang="fi">Viat</dt>' in page
    assert '<h3 lang="fi">Ovet</h3>' in page
    assert '<div class="stack" lang="fi"><p>Avaa ovi.</p></div>' in page


def test_words_of_the_page_are_not(cast: Cast, site: Site, client: Client) -> None:
    page = client.get("/fi/sites/helsinki/").content.decode()
    assert "muutto &amp; &lt;siivous&gt;" in page
    assert 'lang="fi">muutto' not in page
    assert "<dt>Viat</dt>" in page
    site.special_days.update(reason_sv="flytt")
    assert 'lang="fi">muutto' not in client.get("/sv/sites/helsinki/").content.decode()
    desk = signed_in(cast.host).get("/sv/sites/helsinki/desk/").content.decode()
    assert "flytt" in desk
    assert "&lt;span" not in desk


def test_a_mark_is_only_for_those_words() -> None:
    words = Foreign.of("a<b", "fi")
    assert (said(words), tongue(words)) == ('<span lang="fi">a&lt;b</span>', ' lang="fi"')
    assert (said("a<b"), tongue("a<b"), said("")) == ("a<b", "", "")
