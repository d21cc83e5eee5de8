"""The index follows what happens, can be made again at any time, and holds no word that nothing has."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core import worker
from fiksummin.core.time import now, today
from fiksummin.ideas import actions as ideas_actions
from fiksummin.ideas.choices import Audience as For
from fiksummin.ideas.queries import CampaignWish, IdeaWish
from fiksummin.library import actions as keeping
from fiksummin.library.choices import Kind
from fiksummin.library.models import Item
from fiksummin.people.models import Person
from fiksummin.search import actions
from fiksummin.search.choices import Audience
from fiksummin.search.models import Entry, Posting, Word
from fiksummin.search.queries import find, tried
from fiksummin.search.shelves import SHELVES
from tests.cast import Cast
from tests.factories import experiments, ideas, library

pytestmark = pytest.mark.django_db


def titles(question: str, reader: Person | None, **words: Any) -> list[str]:
    return [found.hit.title for found in find(question, reader, now(), language="fi", **words).items]


def test_what_is_written_is_found_once_the_worker_has_read_it(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator), title="Kävelykokoukset oletukseksi")
    assert titles("kävelykokouksissa", cast.member) == []
    worker.drain()
    assert titles("kävelykokouksissa", cast.member) == ["Kävelykokoukset oletukseksi"]
    wish = IdeaWish(title="Hiljainen huone", text="Keskittymistä varten.", perspective=idea.perspective)
    ideas_actions.reword_idea(by=cast.member, idea=idea, wish=wish)
    worker.drain()
    assert titles("kävelykokouksissa", cast.member) == []
    assert titles("hiljaisia huoneita", cast.member) == ["Hiljainen huone"]
    assert not Word.objects.filter(text__startswith="kävelykoko").exists()


def test_the_ideas_of_a_campaign_go_along_to_another_audience(cast: Cast) -> None:
    """Without waiting for the night; another change of the campaign reads none of them anew."""
    asked = ideas.campaign(cast.facilitator, audience=For.MEMBERS)
    row = ideas.idea(cast.member, asked, title="Kävelykokoukset oletukseksi")
    other = ideas.idea(cast.member, ideas.campaign(cast.facilitator), title="Muualla")
    worker.drain()
    assert titles("kävelykokouksissa", None) == []
    wish = CampaignWish(title={"fi": "Kysymys"}, question={"fi": "Mitä?"}, organisation=asked.organisation)
    for audience, kept in (
        (For.PUBLIC, Audience.PUBLIC),
        (For.ORGANISATION, Audience.FEW),
        (For.MEMBERS, Audience.MEMBERS),
    ):
        ideas_actions.change_campaign(
            by=cast.facilitator, campaign=asked, wish=replace(wish, audience=audience)
        )
        worker.drain()
        assert Entry.objects.get(kind="idea", number=row.pk).audience == kept
        assert titles("kävelykokouksissa", None) == ([row.title] if audience == For.PUBLIC else [])
    Entry.objects.filter(kind="idea").update(digest="as it was")
    ideas_actions.change_campaign(by=cast.facilitator, campaign=asked, wish=wish)
    worker.drain()
    assert {entry.digest for entry in Entry.objects.filter(kind="idea", number__in=(row.pk, other.pk))} == {
        "as it was"
    }


def test_a_lesson_is_found_whether_it_worked_or_not(cast: Cast) -> None:
    experiments.ended(cast.member, "no", title="Avokonttorin hiljainen tunti")
    worker.drain()
    found = find("hiljainen tunti", cast.colleague, now(), language="fi").items
    assert [(one.kind, one.hit.state, one.hit.tone) for one in found] == [("experiment", "ei toimi", "good")]
    assert found[0].hit.lesson


def test_what_nobody_checked_and_what_is_out_of_use_sinks(cast: Cast) -> None:
    """Three tips alike but for that; what is checked, and what comes back into use, rises at once."""
    long_ago = now() - timedelta(days=2000)
    fresh = library.item(cast.member, Kind.TIP, title="Parikeskustelu", moment=long_ago)
    stale = library.item(cast.member, Kind.TIP, title="Parikeskustelu", moment=long_ago)
    retired = library.item(cast.member, Kind.TIP, title="Parikeskustelu")
    keeping.check_item(by=cast.member, item=fresh)
    keeping.retire_item(by=cast.member, item=retired, reason="Tapa on korvattu")
    actions.reindex()

    def order() -> list[int]:
        found = find("parikeskustelu", cast.member, now(), language="fi", kinds=["item"]).items
        like = tried("Parikeskustelu", "", cast.member, now(), language="fi")
        assert [one.number for one in found] == [one.number for one in like]
        return [one.number for one in found]

    assert order() == [fresh.pk, stale.pk, retired.pk]
    Item.objects.filter(pk=fresh.pk).update(review_on=today() - timedelta(days=1))
    keeping.check_item(by=cast.member, item=stale)
    worker.drain()
    actions.reindex()
    assert order() == [stale.pk, fresh.pk, retired.pk]
    keeping.return_item(by=cast.member, item=retired)
    worker.drain()
    assert order()[2] == fresh.pk


def test_reading_everything_again_changes_nothing(cast: Cast) -> None:
    ideas.idea(cast.member, ideas.campaign(cast.facilitator), title="Pyörähuolto keväällä")
    experiments.ended(cast.member, title="Pyörähuolto pihalla")
    actions.reindex()
    before = sorted(Posting.objects.values_list("pk", "entry", "of", "weight"))
    assert sum(actions.reindex().values()) == 0
    assert sorted(Posting.objects.values_list("pk", "entry", "of", "weight")) == before
    Entry.objects.update(digest="")
    actions.reindex()
    same = sorted(Posting.objects.values_list("entry", "of", "weight"))
    assert same == sorted((entry, of, weight) for _pk, entry, of, weight in before)


def test_what_is_gone_is_forgotten_with_its_words(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator), title="Yksinhuoltajien saunailta")
    actions.reindex()
    assert Word.objects.filter(text="yksinhuoltaja").exists()
    SHELVES["idea"].whole().filter(pk=idea.pk).update(title="Muuta", text="Muuta")
    actions.keep(kind="idea", number=idea.pk)
    assert not Word.objects.filter(text="yksinhuoltaja").exists()
    assert not Word.objects.filter(lists=None).exists()
