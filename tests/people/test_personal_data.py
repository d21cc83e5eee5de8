"""Net: whoever points at a person says what export and erasure do; erased is erased, everywhere."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.test import Client

from fiksummin.core import worker
from fiksummin.core.personal import REGISTRY, export_all
from fiksummin.core.time import now, today
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people import actions
from fiksummin.people.models import Person, Session
from fiksummin.people.sessions import SessionStore
from tests.cast import Cast
from tests.factories import events, people, spaces
from tests.people.filling import columns_of_people, row
from tests.people.signing import CONFIRM, ask_for_code, browser_of, code_in

NUMBER = 987_654_321
"""Her number: so odd that no other column holds it by chance."""
NAME, EMAIL, WORD = "Kanerva Kanarialintu", "kanerva.kanarialintu@vm.example", "kanariansana"
NUMBERED = {"core.Letter": "person", "core.Answer": "person", "core.Entry": "by", "people.Session": "person"}
"""Columns that hold a person's number without being a foreign key."""
EVERY = apps.get_models(include_auto_created=True)
STUB = {"people_person"} | {
    apps.get_model(label)._meta.db_table for label, item in REGISTRY.items() if item.erase is None
}
"""Tables in which her bare number may stay: her own row, and what declares that it holds no more."""


def test_every_model_that_points_at_a_person_is_declared() -> None:
    pointing = {model._meta.label for model, _field in columns_of_people(EVERY)} | set(NUMBERED)
    assert len(pointing) > 30
    assert sorted(pointing - set(REGISTRY)) == []


def test_no_number_of_a_person_hides_in_a_plain_column() -> None:
    """A new column by the name of a person's role must be a key, or be listed here."""
    hidden = {
        f"{model._meta.label}.{field.name}"
        for model in EVERY
        for field in model._meta.local_fields
        if isinstance(field, models.IntegerField) and not field.is_relation
        if field.name in {"person", "by", "user", "owner"} or field.name.endswith("_by")
    }
    assert hidden == {f"{label}.{column}" for label, column in NUMBERED.items()}


def test_every_declaration_says_why(db: None) -> None:
    for item in REGISTRY.values():
        assert str(item.purpose)


@pytest.fixture
def canary(
    cast: Cast, client: Client, caplog: pytest.LogCaptureFixture, settings: Any, tmp_path: Path
) -> Person:
    """Somebody who has left something everywhere."""
    settings.MAIL_FOLDER = tmp_path / "mail"
    folder = {
        "BACKEND": "fiksummin.core.mailfolder.EmailBackend",
        "OPTIONS": {"folder": str(settings.MAIL_FOLDER)},
    }
    settings.MAILERS = {"default": folder}
    caplog.set_level(logging.DEBUG)
    people.organisation("vm")
    _next_number(NUMBER)
    ask_for_code(client, EMAIL)
    worker.drain()
    letter = next(path for path in settings.MAIL_FOLDER.glob("*.eml") if EMAIL in path.read_text())
    client.post(CONFIRM, {"code": code_in(_read(letter))})
    person = Person.objects.get_queryset().get(email=EMAIL)
    assert person.pk == NUMBER
    client.post("/en/me/", {"name": NAME, "language": "en", "mail_weekly": "on"})
    client.post("/en/me/tokens/", {"name": WORD, "scope": "write", "until": ""})
    person = Person.objects.get_queryset().get(email=EMAIL)
    _left_by_acts(person, cast)
    _left_everywhere_else(person)
    ask_for_code(Client(), EMAIL)
    worker.drain()
    return person


def _left_by_acts(person: Person, cast: Cast) -> None:
    """What the product's own acts leave."""
    people.role(person, "facilitator", "")
    actions.invite_guest(
        by=person, email=f"{WORD}@vieras.example", purpose=WORD, guest_until=today() + timedelta(days=9)
    )
    actions.invite_guest(by=cast.member, email=EMAIL, guest_until=today() + timedelta(days=9))
    people.guest(person)
    lab = cast.helsinki
    spaces.visit(person, lab, note=WORD)
    from fiksummin.spaces import actions as places  # noqa: PLC0415 -- this test alone needs it

    visit = spaces.visit(person, lab, day=spaces.open_day(lab, 8), note=f"{WORD} {NAME}")
    places.send_message(by=cast.host, visit=visit, text=f"{WORD} {NAME}", at=now())
    _left_with_events(cast)
    browser_of(person)
    worker.drain()


def _left_with_events(cast: Cast) -> None:
    """Links in letters to her, and a place that she took as a guest."""
    from fiksummin.events import actions as places  # noqa: PLC0415 -- this test alone needs it

    event = events.event(cast.owner, places=9, audience=events.PUBLIC)
    places.invite_guest(by=cast.owner, event=event, email=EMAIL, name=NAME)
    wish = PlaceWish(mode="on_site", guest_name=NAME, guest_email=EMAIL, guest_language="fi")
    places.ask_as_guest(event=event, wish=wish)
    places.confirm_guest(link=event.links.get(kind="asked"))
    place = events.registration(cast.owner, event)
    places.hand_over(by=cast.owner, registration=place, email=EMAIL)


def _left_everywhere_else(person: Person) -> None:
    """A row in every other table that can point at her, in every column that can."""
    columns: dict[type[models.Model], list[str]] = {}
    for model, field in columns_of_people(EVERY):
        columns.setdefault(model, []).append(field.name)
    for model, names in columns.items():
        rows = model._default_manager
        if not all(rows.filter(**{name: person}).exists() for name in names):
            try:
                row(model, **dict.fromkeys(names, person))
            except AssertionError:  # one cannot be all of them: who answers an appeal is somebody else
                for name in names:
                    row(model, **{name: person})
        assert all(rows.filter(**{name: person}).exists() for name in names), model._meta.label


def test_her_copy_holds_what_she_left(canary: Person) -> None:
    copy = export_all(canary.pk)
    text = json.dumps(copy, default=str, ensure_ascii=False)
    for word in (NAME, EMAIL, WORD):
        assert word in text
    empty = {label for label, item in copy.items() if not item["rows"]}
    told = {model._meta.label for model, field in columns_of_people(EVERY) if not field.null}
    told |= {"people.Person", "core.Entry", "core.Letter", "people.Session"}
    assert sorted(empty & told) == []
    assert str(settings.SECRET_KEY) not in text


def test_an_erased_person_leaves_a_number(
    canary: Person, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    assert _found(NAME, EMAIL, WORD), "the net can find her before"
    assert _in_files(settings.MAIL_FOLDER), "in the mail folder, too"
    assert _numbers_left() - STUB, "and her number"
    answer = client.post("/en/me/erasure/", {"email": EMAIL})
    assert (answer.status_code, answer.url) == (303, "/en/erased/")
    worker.drain()
    assert _found(NAME, EMAIL, WORD) == []
    assert _numbers_left() <= STUB
    assert _in_files(settings.MAIL_FOLDER) == []
    assert _in_files(Path(settings.MEDIA_ROOT)) == []
    assert not [line for line in caplog.text.splitlines() if EMAIL in line or NAME in line or WORD in line]
    stub = Person.objects.get_queryset().get(pk=NUMBER)
    assert (stub.email, stub.name, stub.organisation, stub.is_active) == (None, "", None, False)
    assert client.get("/en/me/").status_code == 302
    assert Person.objects.get_queryset().filter(sponsor=NUMBER).count() == 0


def test_others_keep_what_is_theirs(canary: Person, cast: Cast) -> None:
    colleague = spaces.visit(cast.colleague, cast.helsinki, note="toinen")
    actions.erase(by=canary, person=canary)
    colleague.refresh_from_db()
    assert colleague.note == "toinen"
    assert cast.member.email


def test_nobody_erases_somebody_else_and_the_last_owner_stays(cast: Cast) -> None:
    from fiksummin.core.errors import NotAllowed  # noqa: PLC0415 -- this test alone needs it

    owner = cast.owner
    for by, person in ((cast.colleague, cast.member), (owner, cast.member), (owner, owner)):
        with pytest.raises(NotAllowed):
            actions.erase(by=by, person=person)
    people.role(cast.member, "owner", "")
    actions.erase(by=owner, person=owner)
    assert browser_of(cast.member).post("/en/me/erasure/", {"email": cast.member.email}).status_code == 403


def test_a_wrong_address_erases_nothing(cast: Cast) -> None:
    answer = browser_of(cast.member).post("/en/me/erasure/", {"email": "bo.strandvik@vm.example"})
    assert answer.status_code == 422
    assert "bo.strandvik@vm.example" in answer.content.decode()
    assert cast.member.name == "Alba Kaisla"


def test_a_guest_is_erased_a_month_after_her_last_day(cast: Cast) -> None:
    from fiksummin.people.tasks import forget_guests  # noqa: PLC0415 -- this test alone needs it

    guest = people.guest(cast.member, days=5)
    forget_guests(now() + timedelta(days=35))
    assert Person.objects.get_queryset().get(pk=guest.pk).email
    forget_guests(now() + timedelta(days=37))
    forget_guests(now() + timedelta(days=37))
    assert Person.objects.get_queryset().get(pk=guest.pk).email is None


def test_an_invitation_that_came_to_nothing_is_forgotten(cast: Cast) -> None:
    from fiksummin.people.models import Invitation  # noqa: PLC0415 -- this test alone needs it
    from fiksummin.people.tasks import forget_guests  # noqa: PLC0415 -- this test alone needs it

    actions.invite_guest(by=cast.member, email="x@vieras.example", guest_until=today() + timedelta(days=40))
    forget_guests(now() + timedelta(days=20))
    assert Invitation.objects.count() == 1
    forget_guests(now() + timedelta(days=22))
    assert not Invitation.objects.exists()


def _next_number(number: int) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(pg_get_serial_sequence('people_person', 'id'), %s)", [number - 1])
        else:
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = 'people_person'")
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('people_person', %s)", [number - 1]
            )


def _cells() -> Any:
    """Go through every cell of every table."""
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- names from the database itself
            names = [column[0] for column in cursor.description or []]
            for cells in cursor.fetchall():
                yield from ((table, name, _text(cell)) for name, cell in zip(names, cells, strict=True))
    for session in Session.objects.all():
        yield "people_session", "decoded", json.dumps(SessionStore(session.pk).decode(session.session_data))


def _text(cell: Any) -> str:
    return bytes(cell).decode("utf-8", "replace") if isinstance(cell, bytes | memoryview) else str(cell)


def _found(*words: str) -> list[str]:
    return sorted(
        {f"{table}.{name}" for table, name, text in _cells() if any(word in text for word in words)}
    )


def _numbers_left() -> set[str]:
    return {table for table, _name, text in _cells() if str(NUMBER) in text}


def _in_files(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    words = [word.encode() for word in (NAME, EMAIL, WORD)]
    return [str(path) for path in files if any(word in path.read_bytes() for word in words)]


def _read(path: Path) -> Any:
    from email import message_from_bytes, policy  # noqa: PLC0415 -- this test alone needs it

    return message_from_bytes(path.read_bytes(), policy=policy.default)
