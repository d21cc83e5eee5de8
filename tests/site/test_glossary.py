"""Which words of a text lead to the glossary."""

import pytest

from fiksummin.ui import glossary

FORMS = {
    "fi": {
        "toimipiste": "site",
        "kokeilu": "experiment",
        "monipaikkainen työ": "multi",
        "monipaikkaisen työn": "multi",
    },
    "sv": {"försök": "experiment", "verksamhetsställe": "site"},
    "en": {"experiment": "experiment", "site": "site"},
}


def linked(html: str, language: str) -> str:
    return glossary.link(html, FORMS[language], language, "/g/")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fi", "Toimipisteessä on hiljaista", "Toimipisteessä"),
        ("fi", "toimipisteen ovi", "toimipisteen"),
        ("fi", "toimipisteeseen", "toimipisteeseen"),
        ("fi", "Kokeilut jatkuvat", "Kokeilut"),
        ("fi", "kokeilussamme", "kokeilussamme"),
        ("fi", "kokeiluista", "kokeiluista"),
        ("fi", "kokeiluihinkin", "kokeiluihinkin"),
        ("fi", "Monipaikkainen  työ", "Monipaikkainen  työ"),
        ("fi", "monipaikkaisen työn", "monipaikkaisen työn"),
        ("fi", "kokeilukulttuuri", ""),
        ("fi", "aluetoimipiste", ""),
        ("fi", "kokeilu-ohjelma", ""),
        ("sv", "försöket lyckades", "försöket"),
        ("sv", "försöksledare", ""),
        ("en", "Experiments go on", "Experiments"),
        ("en", "website", ""),
        ("en", "the site’s door", "site’s"),
    ],
)
def test_words_are_found_in_their_forms_and_not_in_other_words(language: str, text: str, found: str) -> None:
    html = linked(f"<p>{text}</p>", language)
    assert (f">{found}</a>" in html) if found else ("<a" not in html)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">toimipiste</a>',
        "<h2>Toimipiste</h2>",
        '<p title="toimipiste">x</p>',
        "<code>toimipiste</code>",
        "<p>&lt;toimipisteX&gt; &amp; &#229;</p>",
        '<img alt="toimipiste">',
        "<!-- toimipiste -->",
    ],
)
def test_what_is_not_running_text_is_left_alone(html: str) -> None:
    assert linked(html, "fi") == html


def test_only_the_first_occurrence_is_linked() -> None:
    html = linked("<p>toimipiste</p><p>Toimipisteet ja kokeilu</p>", "fi")
    assert html == (
        '<p><a class="term" href="/g/#site">toimipiste</a></p>'
        '<p>Toimipisteet ja <a class="term" href="/g/#experiment">kokeilu</a></p>'
    )


def test_no_words_no_change() -> None:
    assert glossary.link("<p>x</p>", {}, "fi", "/g/") == "<p>x</p>"
