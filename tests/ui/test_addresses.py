"""Addresses that are remembered say what Django says."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from fiksummin.ui.addresses import address


def drawn(text: str, **words: object) -> str:
    return Template(text).render(Context(words))


@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_an_address_is_that_of_the_language(code: str) -> None:
    for language in (code, "fi", code):
        with override(language):
            assert address("spaces:site", "helsinki") == reverse("spaces:site", args=["helsinki"])
            assert address("spaces:site", "helsinki") == f"/{language}/sites/helsinki/"


def test_what_is_equal_but_reads_otherwise_has_its_own_address() -> None:
    with override("fi"):
        assert address("spaces:visit", 1) == "/fi/visits/1/"
        with pytest.raises(NoReverseMatch):
            address("spaces:visit", True)
        with pytest.raises(NoReverseMatch):
            address("spaces:visit", 1.5)


def test_the_tag_writes_names_and_escapes_as_django_does() -> None:
    with override("en"):
        assert drawn('{% url "spaces:visit" pk %}', pk=7) == "/en/visits/7/"
        assert drawn('{% url "spaces:visit" pk=pk %}', pk=7) == "/en/visits/7/"
        assert drawn('{% url "spaces:visit" pk as it %}<{{ it }}>', pk=7) == "</en/visits/7/>"
        assert drawn('{% url "spaces:nowhere" as it %}<{{ it }}>') == "<>"
        with pytest.raises(NoReverseMatch):
            drawn('{% url "spaces:nowhere" %}')
