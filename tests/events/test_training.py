"""Those who took part note a training themselves; leaders and those who run the lab read whom trainings reached."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.errors import NotNow
from fiksummin.core.models import Entry
from fiksummin.core.personal import erase_all, export_all
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.choices import Purpose
from fiksummin.events.models import Event, EventKind, Theme, TrainingNote
from fiksummin.people.models import Organisation, Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db


def training(by: Person, *, kind: str = "training", ago: int = 3, **words: Any) -> Event:
    """A training that has been held."""
    event = make.event(by, kind=kind, audience=words.pop("audience", "state"), **words)
    began = now() - timedelta(days=ago)
    Event.objects.filter(pk=event.pk).update(
        starts_at=began,
        ends_at=began + timedelta(hours=3),
        opens_at=began - timedelta(days=9),
        closes_at=began,
    )
    return Event.objects.get(pk=event.pk)


def noted(event: Event, body: Organisation, number: int) -> list[Person]:
    found = [people.person(organisation=body) for _one in range(number)]
    for person in found:
        actions.note_training(by=person, event=event)
    return found


def test_a_person_notes_a_training_and_takes_it_back(cast: Cast) -> None:
    event, client = training(cast.owner), signed_in(cast.member)
    address = f"/en/events/{event.pk}/"
    assert "Did you take part?" in client.get(address).content.decode()
    assert "Did you take part?" not in Client().get(address).content.decode()
    for _twice in range(2):
        assert client.post(f"{address}training/").status_code == 303
    assert TrainingNote.objects.get().organisation == cast.member.organisation
    assert Entry.objects.filter(fact="events.TrainingNoted").count() == 1
    assert "You noted that you took part" in client.get(address).content.decode()
    for _twice in range(2):
        assert client.post(f"{address}training/withdrawal/").status_code == 303
    assert not TrainingNote.objects.exists()


def test_also_one_that_others_held_and_that_one_registered_for_elsewhere(cast: Cast) -> None:
    event = training(
        cast.owner, kind="external-training", places=0, outside_link="https://koulutus.example/kurssi"
    )
    assert signed_in(cast.member).post(f"/en/events/{event.pk}/training/").status_code == 303
    assert queries.has_noted(event, cast.member)


def test_what_is_no_training_or_has_not_begun_is_not_noted(cast: Cast) -> None:
    coming, workshop = make.event(cast.owner, kind="training"), training(cast.owner, kind="workshop")
    off = make.event(cast.owner, kind="training")
    actions.cancel_event(by=cast.owner, event=off, reason="Kouluttaja sairastui")
    client = signed_in(cast.member)
    for event, sentence in (
        (coming, "You can note the training when it has begun."),
        (workshop, "Only trainings are noted."),
        (off, "The event has been cancelled."),
    ):
        answer = client.post(f"/en/events/{event.pk}/training/")
        assert (answer.status_code, sentence in answer.content.decode()) == (409, True)
        with pytest.raises(NotNow):
            actions.note_training(by=cast.member, event=Event.objects.get(pk=event.pk))
    hidden = training(cast.owner, audience="invited")
    assert client.post(f"/en/events/{hidden.pk}/training/").status_code == 404
    assert not TrainingNote.objects.exists()


def test_a_program_notes_alike(cast: Cast) -> None:
    event, program = training(cast.owner), program_of(cast.member, language="en")
    assert program.get(f"events/{event.pk}").json()["noted"] is False
    answers = [program.post(f"events/{event.pk}/training", key="k") for _time in range(2)]
    assert [answer.json()["noted"] for answer in answers] == [True, True]
    assert answers[1]["Idempotent-Replay"] == "true"
    assert program.post(f"events/{event.pk}/training/withdrawal").json()["noted"] is False
    other = make.event(cast.owner)
    refused = program.post(f"events/{other.pk}/training")
    assert (refused.status_code, refused.json()["detail"]) == (409, "Only trainings are noted.")
    assert program.get(f"events/{other.pk}").json()["noted"] is None


def test_small_groups_are_hidden_and_gaps_are_shown(cast: Cast) -> None:
    themes = [Theme.objects.create(slug=f"t{number}", name_fi=f"Teema {number}") for number in range(2)]
    first, second = (training(cast.owner, theme=theme) for theme in themes)
    again = training(cast.owner, theme=themes[0])
    many, few, none = (people.organisation(name_fi=f"Koulutettu {word}") for word in ("moni", "harva", "ei"))
    crowd = noted(first, many, 7)
    noted(again, many, 0)
    actions.note_training(by=crowd[0], event=again)  # the same person, the same theme: once
    noted(second, few, 4)
    table = queries.training_reached(cast.owner, now())
    assert [theme.slug if theme else "" for theme in table.themes] == ["t0", "t1"]
    cells = {row.organisation.pk: [(cell.is_gap, cell.at_least) for cell in row.cells] for row in table.rows}
    assert cells[many.pk] == [(False, 5), (True, 0)]
    assert cells[few.pk] == [(True, 0), (False, 0)]
    assert cells[none.pk] == [(True, 0), (True, 0)]
    assert table.rows[0].gaps == 2
    page = signed_in(cast.host).get("/en/training/").content.decode()
    assert "Teema 1" in page
    assert set(re.findall("<td>(.*?)</td>", page)) == {"at least 5", "fewer than 5", "nobody"}
    assert not any(str(person) in page for person in crowd)


def test_a_training_that_nobody_noted_is_a_gap_of_everybody(cast: Cast) -> None:
    training(cast.owner)
    table = queries.training_reached(cast.owner, now())
    assert table.themes == (None,)
    assert table.rows
    assert all(cell.is_gap for row in table.rows for cell in row.cells)


def test_leaders_and_hosts_read_it_and_nobody_else(cast: Cast) -> None:
    leader = people.person(roles=(("leader", ""),))
    answers = {
        name: signed_in(person).get("/en/training/").status_code
        for name, person in (
            ("host", cast.host),
            ("leader", leader),
            ("member", cast.member),
            ("guest", cast.guest),
        )
    }
    assert answers == {"host": 200, "leader": 200, "member": 403, "guest": 403}
    assert Client().get("/en/training/").status_code == 302
    assert "/en/training/" in signed_in(leader).get("/en/themes/").content.decode()
    assert "/en/training/" not in signed_in(cast.member).get("/en/themes/").content.decode()


def test_a_theme_of_trainings_that_one_may_not_see_is_not_named(cast: Cast) -> None:
    secret = Theme.objects.create(slug="salattu", name_fi="Kanariateema")
    event = training(cast.owner, theme=secret, audience="invited")
    actions.note_training(by=cast.owner, event=event)
    leader = people.person(roles=(("leader", ""),))
    assert "Kanariateema" not in signed_in(leader).get("/fi/training/").content.decode()
    assert "Kanariateema" in signed_in(cast.owner).get("/fi/training/").content.decode()


def test_who_leaves_is_forgotten_and_the_count_stays(cast: Cast) -> None:
    body = people.organisation()
    event = training(cast.owner, theme=Theme.objects.create(slug="t", name_fi="Teema"))
    crowd = noted(event, body, 5)
    assert event.title in str(export_all(crowd[0].pk))
    erase_all(crowd[0].pk)
    assert TrainingNote.objects.filter(person=None).count() == 1
    [cell] = next(
        row.cells for row in queries.training_reached(cast.owner, now()).rows if row.organisation == body
    )
    assert cell.at_least == 5


def test_a_kind_that_the_lab_adds_counts_as_training_when_it_says_so(cast: Cast) -> None:
    from fiksummin.events.queries.keeping import KindWish  # noqa: PLC0415 -- here alone

    kind = actions.save_kind(by=cast.owner, wish=KindWish(name_fi="verkkokurssi", purpose=Purpose.TRAINING))
    assert EventKind.objects.get(pk=kind.pk).purpose == "training"
    event = training(cast.owner, kind=kind.slug)
    actions.note_training(by=cast.member, event=event)
    assert queries.has_noted(event, cast.member)
