"""Words of the glossary lead to their meaning in the texts of the library, each in its own language."""

import pytest
from django.core.cache import cache
from django.test import Client

from fiksummin.site import actions as site
from fiksummin.site.models import Term
from tests.cast import Cast
from tests.factories import library as make
from tests.factories.library import WORDS

pytestmark = pytest.mark.django_db


def test_a_word_leads_to_its_meaning_in_the_language_of_the_text(cast: Cast) -> None:
    site.build_site()
    cache.clear()
    word = Term.objects.filter(linked=True).earliest("pk").word_fi
    item = make.item(cast.member, texts=WORDS | {"problem": f"Täältä puuttuu {word} ja toinen {word}."})
    for language in ("fi", "en"):
        page = Client().get(f"/{language}/library/{item.pk}/").content.decode()
        assert page.count('class="term"') == 1, language
    cache.clear()
