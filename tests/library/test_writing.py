"""A thing is drafted, published, changed in versions, and copied."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.library import actions, queries, rules
from fiksummin.library.choices import Audience, Kind
from fiksummin.library.models import Item, Version
from fiksummin.notifications.models import Notice
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part
from fiksummin.trail.queries import contributors, story
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import library as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_a_draft_is_nobody_elses(cast: Cast) -> None:
    draft = make.draft(cast.member)
    assert list(Item.objects.visible_to(cast.member)) == [draft]
    for reader in (None, cast.colleague, cast.host, cast.owner, cast.guest):
        assert not Item.objects.visible_to(reader).exists()
    assert draft.node is None


def test_what_is_published_is_seen_by_those_for_whom_it_is(cast: Cast) -> None:
    public = make.item(cast.member)
    members = make.item(cast.member, audience=Audience.MEMBERS)
    assert set(Item.objects.visible_to(None)) == {public}
    assert set(Item.objects.visible_to(cast.guest)) == {public}
    assert set(Item.objects.visible_to(cast.outsider)) == {public, members}


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_says_what_it_cannot_do_without(cast: Cast, kind: str) -> None:
    with pytest.raises(Invalid) as refusal:
        make.draft(cast.member, kind, texts={})
    assert refusal.value.field in {"problem", "purpose", "text", "aim"}
    assert make.item(cast.member, kind).node.kind == kind  # type: ignore[union-attr]  # published


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [
        ("model", {"title": " "}, "title"),
        ("model", {"title": "x" * 151}, "title"),
        ("model", {"language": "de"}, "language"),
        ("model", {"labels": ("weather",)}, "labels"),
        ("tip", {"texts": {"text": "Yksi. Kaksi! Kolme?"}}, "text"),
        ("tip", {"texts": {"text": "x" * 401}}, "text"),
        ("tool", {"address": "javascript:alert(1)"}, "address"),
        ("tool", {"people_least": 9, "people_most": 3}, "people_most"),
        ("tool", {"price": "cheap"}, "price"),
        ("method", {"minutes": 0}, "minutes"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(
    cast: Cast, kind: str, words: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        make.draft(cast.member, kind, **words)
    assert refusal.value.field == field


def test_guests_read(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="Members add"):
        make.draft(cast.guest)


def test_a_change_is_a_version_that_says_what_and_why(cast: Cast) -> None:
    item = make.item(cast.member, title="Lyhyt kokous")
    with pytest.raises(NotAllowed, match="by those who keep it up"):
        actions.change_item(by=cast.colleague, item=item, wish=make.wish(), change=make.change())
    with pytest.raises(Invalid) as refusal:
        actions.change_item(by=cast.member, item=item, wish=make.wish(), change=make.change(changed=" "))
    assert refusal.value.field == "changed"
    texts = {"problem": make.WORDS["problem"], "steps": "Aloita hiljaisella lukemisella ja kellolla."}
    wish = make.wish(title="Lyhyt kokous", texts=texts)
    actions.change_item(by=cast.member, item=item, wish=wish, change=make.change(because="Palaute"))
    with pytest.raises(NotNow, match="changed it meanwhile"):
        actions.change_item(by=cast.member, item=item, wish=wish, change=make.change())
    second, first = queries.history(item)
    assert (first.number, second.number, second.because) == (1, 2, "Palaute")
    (steps,) = queries.differences(first, second, item.kind)
    states = {piece.state for piece in steps.pieces}
    assert (steps.heading, states) == ("Steps", {"kept", "added", "removed"})
    assert "".join(piece.text for piece in steps.pieces if piece.state != "removed") == texts["steps"]


def test_versions_stay_as_they_were_written(cast: Cast) -> None:
    item = make.item(cast.member)
    version = Version.objects.get()
    for statement in (
        "UPDATE library_version SET title = 'muu'",
        "UPDATE library_version SET texts = '{}'",
        "DELETE FROM library_version",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(item=item, number=2, title="Kaksi", changed="rinnalla")
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(item=item, number=1, title="Sama", superseded_at=version.at)
    with pytest.raises(DatabaseError), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(review_on=None)


def test_what_it_was_as_a_draft_stays_with_whoever_wrote_it(cast: Cast) -> None:
    draft = make.draft(cast.member, title="Vielä raakile")
    actions.change_item(by=cast.member, item=draft, wish=make.wish(title="Valmis"), change=make.change())
    item = actions.publish_item(by=cast.member, item=draft)
    assert [row.title for row in queries.history(item)] == ["Valmis"]
    client = Client()
    assert client.get(f"/en/library/{item.pk}/versions/1/").status_code == 302
    assert client.get(f"/en/library/{item.pk}/versions/2/").status_code == 200
    assert "raakile" not in client.get(f"/en/library/{item.pk}/versions/2/").content.decode()


def test_a_copy_is_ones_own_and_tells_where_it_came_from(cast: Cast) -> None:
    item = make.item(cast.member, title="Lyhyt kokous", labels=("leadership", "social"))
    copy = actions.copy_item(by=cast.outsider, item=item)
    assert (copy.source, str(copy)) == (item.node, "Lyhyt kokous")
    assert {label.word for label in copy.labels.all()} == {"leadership", "social"}
    assert list(Item.objects.visible_to(cast.member)) == [item]
    actions.publish_item(by=cast.outsider, item=copy)
    copy.refresh_from_db()
    assert copy.node is not None
    assert [step.node for step in story(copy.node, None)] == [item.node, copy.node]
    assert set(contributors([copy.node.pk])) == {cast.member, cast.outsider}


def test_those_who_are_asked_keep_it_up(cast: Cast) -> None:
    item = make.item(cast.member)
    with pytest.raises(NotAllowed, match="kept up by members"):
        actions.add_keeper(by=cast.member, item=item, newcomer=cast.guest)
    actions.add_keeper(by=cast.member, item=item, newcomer=cast.colleague)
    with pytest.raises(NotNow, match="already"):
        actions.add_keeper(by=cast.member, item=item, newcomer=cast.colleague)
    actions.change_item(by=cast.colleague, item=item, wish=make.wish(), change=make.change())


@pytest.mark.parametrize(
    ("finding", "found"),
    [
        ({}, ["Vinkki", "Taulu", "Menetelmä"]),
        ({"kind": "tool"}, ["Taulu"]),
        ({"label": "leadership"}, ["Vinkki"]),
        ({"language": "sv"}, ["Menetelmä"]),
        ({"q": "tau"}, ["Taulu"]),
        ({"people": 30}, ["Vinkki", "Menetelmä"]),
        ({"facets": {"price": "free"}}, ["Taulu"]),
    ],
)
def test_the_library_is_narrowed(cast: Cast, finding: dict[str, object], found: list[str]) -> None:
    from fiksummin.core.time import today  # noqa: PLC0415 -- of this test alone

    make.item(cast.member, Kind.METHOD, title="Menetelmä", language="sv")
    make.item(cast.member, Kind.TOOL, title="Taulu", people_most=20, price="free")
    make.item(cast.member, Kind.TIP, title="Vinkki", labels=("leadership",))
    rows = queries.find(None, queries.Finding(**finding), today())  # type: ignore[arg-type]  # a table of words
    assert [str(row) for row in rows] == found


def test_the_field_of_a_keeper_does_not_tell_who_is_here(cast: Cast) -> None:
    """Of an address elsewhere it says the same, whoever has it; a colleague, and who had a part in it, can be asked."""
    item = make.item(cast.member, Kind.TOOL)
    client, address = signed_in(cast.member), f"/en/library/{item.pk}/keepers/"
    said = []
    for email in (cast.outsider.email, "nobody@migri.example", cast.guest.email):
        answer = client.post(address, {"person": email})
        said.append((answer.status_code, answer.context["keeper"].errors))
    assert said == [(422, {"person": [str(rules.not_known())]})] * 3
    with pytest.raises(NotAllowed, match="colleague"):
        actions.add_keeper(by=cast.member, item=item, newcomer=cast.outsider)
    assert client.post(address, {"person": cast.colleague.email}).status_code == 303
    assert item.node is not None
    trail.contribute(node=item.node, person=cast.outsider, part=Part.WROTE)
    assert client.post(address, {"person": cast.outsider.email}).status_code == 303
    worker.drain()
    for person in (cast.colleague, cast.outsider):
        assert Notice.objects.get(person=person, what="library.keeper").kind == "about"


def test_guests_read_the_library_and_are_not_led_to_add_to_it(cast: Cast) -> None:
    for reader, is_led in ((cast.guest, False), (cast.member, True)):
        assert ("/en/library/new/" in signed_in(reader).get("/en/library/").text) is is_led
