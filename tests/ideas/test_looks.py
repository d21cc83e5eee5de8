"""A campaign's own look within the design; what happens to ideas and votes when its phases change."""

import colorsys
import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils import translation
from PIL import Image

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.pictures import drawn
from fiksummin.core.time import now
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Accent, PhaseKind
from fiksummin.ideas.models import Campaign, CampaignPicture, Support, Turn
from fiksummin.ideas.queries import CampaignWish
from fiksummin.notifications.actions.following import follow
from fiksummin.notifications.models import Notice
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories.ideas import campaign, idea, weighed

THEME = Path(__file__).parents[2] / "fiksummin" / "ui" / "static" / "ui" / "theme.css"
WORDS = {"alt_fi": "Aamukahvi aulassa", "alt_sv": "Morgonkaffe i aulan"}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def photo(colour: str = "teal") -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    file.seek(0)
    return file


@pytest.mark.parametrize("accent", [accent for accent in Accent.values if accent != Accent.SEA])
def test_every_accent_reads_at_seven_to_one_in_light_and_in_dark(accent: str) -> None:
    light, dark = THEME.read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)
    for scheme in (light, dark):
        ink, paper = _colour(scheme, f"look-{accent}"), _colour(scheme, "paper")
        assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 7, (accent, ink, paper)


def _colour(scheme: str, name: str) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    found = re.search(rf"--{name}: hsl\((\d+) ([\d.]+)% ([\d.]+)%\)", scheme)
    assert found, name
    hue, saturation, lightness = (float(part) for part in found.groups())
    parts = colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_picture_has_words_and_goes_with_its_file(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    asked = campaign(cast.facilitator)
    picture = drawn(photo(), "kahvi.png")
    with pytest.raises(Invalid, match="what the picture shows"):
        actions.set_look(by=cast.facilitator, campaign=asked, accent="plum", words={}, picture=picture)
    with pytest.raises(NotAllowed, match="owner of the campaign"):
        actions.set_look(by=cast.member, campaign=asked, accent="plum", words={})
    with pytest.raises(Invalid, match="Choose a colour"):
        actions.set_look(by=cast.facilitator, campaign=asked, accent="red", words={})
    actions.set_look(by=cast.facilitator, campaign=asked, accent="plum", words=WORDS, picture=picture)
    page = signed_in(cast.member).get(f"/fi/campaigns/{asked.slug}/").content.decode()
    assert 'alt="Aamukahvi aulassa" width="40" height="30"' in page
    assert 'class="look plum"' in page
    with pytest.raises(DatabaseError), transaction.atomic():
        CampaignPicture.objects.update(alt_fi="")
    path = Path(CampaignPicture.objects.get().file.path)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django's
        actions.set_look(by=cast.facilitator, campaign=asked, accent="sea", words={}, removed=True)
    assert not path.exists()
    assert not CampaignPicture.objects.exists()


def test_the_form_draws_the_picture_anew_and_refuses_what_is_none(cast: Cast) -> None:
    asked, browser = campaign(cast.facilitator), signed_in(cast.facilitator)
    url = f"/en/campaigns/{asked.slug}/look/"
    broken = SimpleUploadedFile("kuva.png", b"not a picture", "image/png")
    assert browser.post(url, {"accent": "brick", "file": broken, **WORDS}).status_code == 422
    whole = SimpleUploadedFile("kuva.png", photo().read(), "image/png")
    assert browser.post(url, {"accent": "brick", "file": whole, **WORDS}).status_code == 303
    assert browser.post(url, {"accent": "sea", "alt_fi": "", "alt_sv": "Kaffe"}).status_code == 422
    kept = CampaignPicture.objects.get()
    assert "kuva" not in str(kept.file.name)
    shown = browser.get(kept.file.url)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    assert b"".join(shown.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]  # a file
    another = SimpleUploadedFile("kuva.png", photo("navy").read(), "image/png")
    both = browser.post(url, {"accent": "sea", "file": another, "removed": "on", **WORDS})
    assert (both.status_code, "not both" in both.text) == (422, True)
    assert CampaignPicture.objects.get() == kept
    assert browser.post(url, {"accent": "sea", "removed": "on", **WORDS}).status_code == 303
    assert not CampaignPicture.objects.exists()


def test_nobody_is_told_of_another_colour(cast: Cast) -> None:
    asked = campaign(cast.facilitator)
    follow(by=cast.member, node=asked.node)
    actions.set_look(by=cast.facilitator, campaign=asked, accent="plum", words={})
    worker.drain()
    assert not Notice.objects.filter(what="campaign.changed").exists()
    wish = CampaignWish(title={"fi": "Toinen"}, question={"fi": "Mitä?"}, organisation=asked.organisation)
    actions.change_campaign(by=cast.facilitator, campaign=asked, wish=wish)
    worker.drain()
    assert Notice.objects.filter(what="campaign.changed", person=cast.member).count() == 1


def test_a_change_of_phases_loses_neither_idea_nor_vote_nor_look(cast: Cast) -> None:
    asked = weighed(cast.facilitator, over=False)
    late = idea(cast.member, asked)
    before = (
        list(Support.objects.order_by("pk").values()),
        list(Turn.objects.order_by("pk").values("idea", "shown")),
    )
    at = now()
    orders = [
        {},
        {PhaseKind.COLLECT: at - timedelta(days=1)},
        {PhaseKind.COLLECT: at - timedelta(days=9), PhaseKind.DECIDE: at - timedelta(days=1)},
        {PhaseKind.COLLECT: at - timedelta(days=9), PhaseKind.WEIGH: at - timedelta(days=1)},
    ]
    for phases in orders:
        wish = CampaignWish(
            title={"fi": "Nimi"}, question={"fi": "Mitä?"}, organisation=asked.organisation, phases=phases
        )
        asked = actions.change_campaign(by=cast.facilitator, campaign=asked, wish=wish)
        after = (
            list(Support.objects.order_by("pk").values()),
            list(Turn.objects.order_by("pk").values("idea", "shown")),
        )
        assert after == before
        late.refresh_from_db()
        assert late.came_in == PhaseKind.WEIGH
    page = signed_in(cast.member).get(f"/en/campaigns/{asked.slug}/").content.decode()
    assert page.count("came late") == 1
    assert late.pk in {row.idea for row in queries.result_of(Campaign.objects.get(pk=asked.pk))}


def test_what_somebody_writes_while_the_phase_changes_is_kept_and_labelled(cast: Cast) -> None:
    """The form was opened while ideas were collected, and is sent when they are weighed or answered."""
    at = now()
    for kind in (PhaseKind.WEIGH, PhaseKind.DECIDE):
        asked = campaign(cast.facilitator, phases={PhaseKind.COLLECT: at - timedelta(days=9)})
        browser, url = signed_in(cast.member), f"/en/campaigns/{asked.slug}/ideas/new/"
        assert browser.get(url).status_code == 200
        asked.phases.create(kind=kind, starts_at=at - timedelta(minutes=1))
        draft = {
            "title": "Myöhässä",
            "text": "Silti hyvä.",
            "perspective": "ways_of_working",
            "language": "fi",
        }
        assert browser.post(url, draft).status_code == 303
        assert asked.ideas.get().came_in == kind
        page = browser.get(f"/en/ideas/{asked.ideas.get().pk}/").content.decode()
        assert "late, when ideas were not collected any more" in page
