"""Kinds carry questions: a new event has them, in its own language, unless its organiser takes them away."""

from dataclasses import fields
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Event, EventKind, KindQuestion
from fiksummin.events.queries.keeping import KindAsks, KindWish
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lunch(db: None) -> EventKind:
    return EventKind.objects.get(slug="theme-lunch")


def form(kind: EventKind, **words: Any) -> dict[str, Any]:
    """What the page that plans an event sends at least."""
    day = (now() + timedelta(days=14)).date()
    return {
        "kind": kind.pk, "title": "Lounas", "language": "fi", "day": day.isoformat(), "start": "11:00",
        "end": "12:00", "place": "Esimerkkikatu 7", "places": "5", "allocation": "queue",
        "audience": "members", **words,
    }  # fmt: skip


def asked(title: str) -> list[str]:
    return [question.text for question in Event.objects.get(title=title).questions.all()]


def test_kinds_ask_about_access_and_where_food_is_served_about_diet(lunch: EventKind) -> None:
    told = {
        kind.slug: [row.sensitivity for row in kind.questions.all()]
        for kind in EventKind.objects.prefetch_related("questions")
    }
    assert told.pop("theme-lunch") == ["access", "diet"]
    others = {"external-training", "external-fair"}
    assert told == {slug: [] if slug in others else ["access"] for slug in told}


def test_visits_that_ask_about_access_already_are_left_as_they_are(db: None) -> None:
    step = import_module("fiksummin.events.migrations.0029_visits_ask_about_access")
    visit = EventKind.objects.get(slug="company-visit")
    visit.questions.update(sensitivity="ordinary")
    for _twice in range(2):
        step.ask(apps, None)
    assert [row.sensitivity for row in visit.questions.all()] == ["ordinary", "access"]
    assert EventKind.objects.get(slug="tour-stop").questions.count() == 1


def test_the_page_offers_them_and_the_organiser_takes_one_away(cast: Cast, lunch: EventKind) -> None:
    client = signed_in(cast.member)
    access, diet = lunch.questions.all()
    shown = client.get("/fi/events/new/?kind=theme-lunch").content.decode()
    assert (access.text_fi in shown, diet.text_fi in shown, diet.why_fi in shown) == (True, True, True)
    ticked = {"questions_of": lunch.pk, "questions": [diet.pk]}
    refused = client.post("/fi/events/new/", form(lunch, title="", **ticked))
    page = refused.content.decode()
    boxes = [f'value="{row.pk}" id="id_questions_{place}"' for place, row in enumerate((access, diet))]
    assert (refused.status_code, f"{boxes[0]} checked" in page, f"{boxes[1]} checked" in page) == (
        422,
        False,
        True,
    )
    assert client.post("/fi/events/new/", form(lunch, **ticked)).status_code == 303
    assert asked("Lounas") == [diet.text_fi]
    nothing = form(lunch, title="Mitään ei kysytä", questions_of=lunch.pk)
    assert client.post("/fi/events/new/", nothing).status_code == 303
    assert asked("Mitään ei kysytä") == []


def test_another_kind_that_was_chosen_since_asks_all_of_its_own(cast: Cast, lunch: EventKind) -> None:
    workshop = EventKind.objects.get(slug="workshop")
    given = form(lunch, language="sv", questions_of=workshop.pk, questions=[workshop.questions.get().pk])
    assert signed_in(cast.member).post("/fi/events/new/", given).status_code == 303
    assert asked("Lounas") == [row.text_sv for row in lunch.questions.all()], "in the language of its words"


def test_programs_get_them_unless_they_name_their_own(cast: Cast, lunch: EventKind) -> None:
    actions.save_kind(by=cast.owner, kind=lunch, wish=kind_wish(lunch, keep_answers_days=3))
    start = now().replace(minute=0, second=0, microsecond=0) + timedelta(days=14)
    wish = {
        "kind": "theme-lunch", "start": start.isoformat(), "end": (start + timedelta(hours=1)).isoformat(),
        "place": "Esimerkkikatu 7", "places": 5, "language": "en",
    }  # fmt: skip
    hers = program_of(cast.member)
    usual = hers.post("events", {**wish, "title": "Usual"})
    assert usual.status_code == 201
    assert [row["text"] for row in usual.json()["questions"]] == [
        row.text_en for row in lunch.questions.all()
    ]
    assert Event.objects.get(title="Usual").keep_answers_days == 3
    for title, own in (("None", []), ("Own", [{"text": "Why do you come?"}])):
        made = hers.post("events", {**wish, "title": title, "questions": own}).json()
        assert [row["text"] for row in made["questions"]] == [row["text"] for row in own]


def kind_wish(kind: EventKind, **words: Any) -> KindWish:
    known = {each.name: getattr(kind, each.name) for each in fields(KindWish) if hasattr(kind, each.name)}
    return KindWish(**{**known, **words})


def test_those_who_run_the_lab_say_what_a_kind_asks(cast: Cast, lunch: EventKind) -> None:
    page = "/fi/kinds/theme-lunch/questions/"
    rows = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-answer": "yes_no"}
    words = {"form-0-text_fi": "Syötkö kasvisruokaa?", "form-0-sensitivity": "diet"}
    client = signed_in(cast.owner)
    refused = client.post(page, {**rows, **words})
    assert (refused.status_code, "Syötkö kasvisruokaa?" in refused.content.decode()) == (422, True)
    assert client.post(page, {**rows, **words, "form-0-why_fi": "Tilaamme ruoan"}).status_code == 303
    assert [row.text_fi for row in lunch.questions.all()] == ["Syötkö kasvisruokaa?"]
    assert signed_in(cast.member).get(page).status_code == 404
    with pytest.raises(NotAllowed):
        actions.set_kind_questions(by=cast.member, kind=lunch, rows=[])
    for bad in (KindAsks(), KindAsks(text_fi="x" * 301), KindAsks(text_fi="Mikä?", answer="choice")):
        with pytest.raises(Invalid):
            actions.set_kind_questions(by=cast.owner, kind=lunch, rows=[bad])
    with pytest.raises(IntegrityError), transaction.atomic():
        KindQuestion.objects.create(kind=lunch, text_fi="Allergiat?", sensitivity="diet")
