"""The lots are counted again from their file, by a program that shares no code with the service."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from fiksummin.core.sealed import seal
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Draw, Event, Registration
from fiksummin.events.queries.wishes import PlaceWish, Share
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).parents[2] / "bin" / "recount_lots.py"
SAME = "EQUAL: counted again, the result is the same."


def recount(file: dict[str, Any], folder: Path, *fingerprint: str) -> tuple[int, str]:
    path = folder / "file.json"
    path.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(path), *fingerprint],
        capture_output=True, text=True, check=False, env={},
    )  # fmt: skip
    return ran.returncode, ran.stdout


def lottery(organiser: Person, *, wanted: int = 9, shares: tuple[Share, ...] = (), **words: Any) -> Event:
    """A lottery of groups and single people; somebody has priority."""
    closes = now() + timedelta(days=2)
    event = make.event(
        organiser, places=5, virtual_places=2, allocation="lottery", closes_at=closes, quotas=shares, **words
    )
    rows = [make.registration(people.person(), event, people=1 + number % 3) for number in range(wanted)] + [
        make.registration(people.person(), event, mode="virtual") for _one in range(4)
    ]
    actions.give_priority(by=organiser, registration=rows[-1], reason="Puhuja tarvitsee paikan")
    actions.draw_due_lots(at=closes)
    return Event.objects.get(pk=event.pk)


def file_of(event: Event) -> dict[str, Any]:
    file = queries.recount_of(event)
    assert file is not None
    return json.loads(json.dumps(file))  # type: ignore[no-any-return]  # JSON


def test_counted_again_the_lots_are_the_same(cast: Cast, tmp_path: Path) -> None:
    event = lottery(cast.owner)
    file = file_of(event)
    status, said = recount(file, tmp_path, queries.fingerprint_of(event))
    assert (status, said.splitlines()[-1]) == (0, SAME), said
    got = {row["number"] for row in file["lots"] if row["place"]}
    assert got == set(
        Registration.objects.filter(event=event, pool__isnull=False).values_list("pk", flat=True)
    )
    assert file["lots"][0]["priority"]
    lots = sorted(file["lots"], key=lambda row: row["rank"])
    assert [row["number"] for row in lots] == list(
        Registration.objects.filter(event=event).order_by("rank").values_list("pk", flat=True)
    )
    assert sorted(row["lot"] for row in lots) == [row["lot"] for row in lots]


def test_where_shares_hold_the_turns_are_counted(cast: Cast, tmp_path: Path) -> None:
    body = people.organisation()
    closes = now() + timedelta(days=2)
    event = make.event(
        cast.owner, places=4, allocation="lottery", closes_at=closes, quotas=(Share(1, organisation=body),)
    )
    rows = [make.registration(people.person(organisation=body), event) for _one in range(3)]
    actions.draw_due_lots(at=closes)
    file = file_of(Event.objects.get(pk=event.pk))
    assert recount(file, tmp_path)[1].splitlines()[-1] == SAME
    assert (file["quotas"], sum(row["place"] for row in file["lots"])) == (True, 1)
    told = [queries.drawn(queries.with_event(Registration.objects.filter(pk=row.pk)).get()) for row in rows]
    assert [(each.fits, each.was_given) for each in told if each and each.rank == 2] == [(True, False)]


def test_later_changes_do_not_change_the_file(cast: Cast) -> None:
    event = lottery(cast.owner)
    before = file_of(event)
    row = Registration.objects.filter(event=event, mode="on_site", people=1, person__isnull=False).first()
    assert row is not None
    assert row.person is not None
    actions.switch_mode(by=row.person, registration=row, mode="virtual")
    other = Registration.objects.filter(event=event, pool=None).exclude(pk=row.pk).first()
    assert other is not None
    actions.cancel_registration(by=other.person, registration=other)
    assert file_of(event) == before
    told = queries.drawn(queries.with_event(Registration.objects.filter(pk=row.pk)).get())
    assert told is not None
    assert told.rank == next(each["rank"] for each in before["lots"] if each["number"] == row.pk)


def test_the_database_keeps_a_draw_as_it_was(cast: Cast) -> None:
    draw = Draw.objects.get(event=lottery(cast.owner, wanted=2))
    for change in (lambda: Draw.objects.update(lots=[]), draw.delete):
        with pytest.raises(DatabaseError, match="kept"), transaction.atomic():
            change()
    assert len(Draw.objects.get().lots) == 6


def _another_turn(file: dict[str, Any]) -> None:
    file["lots"][0]["number"], file["lots"][1]["number"] = (row["number"] for row in file["lots"][1::-1])


def _another_place(file: dict[str, Any]) -> None:
    row = next(row for row in file["lots"] if not row["place"])
    row["place"] = True


def _another_priority(file: dict[str, Any]) -> None:
    file["lots"][-1]["priority"] = True


def _another_seed(file: dict[str, Any]) -> None:
    file["event"]["seed"] = "0" * 32


def _one_left_out(file: dict[str, Any]) -> None:
    del file["lots"][2]


def _more_free(file: dict[str, Any]) -> None:
    file["free"]["on_site"] += 6


def _twice(file: dict[str, Any]) -> None:
    file["lots"].append(file["lots"][-1])


@pytest.mark.parametrize(
    "tamper",
    [_another_turn, _another_place, _another_priority, _another_seed, _one_left_out, _more_free, _twice],
)
def test_a_file_that_was_changed_is_found_out(
    cast: Cast, tmp_path: Path, tamper: Callable[[dict[str, Any]], None]
) -> None:
    """By its digest, and even when that was made anew."""
    file = file_of(lottery(cast.owner))
    assert recount(file, tmp_path)[0] == 0
    tamper(file)
    status, said = recount(file, tmp_path)
    assert (status, "digest is another" in said) == (1, True)
    file["digest"] = seal(file)
    status, said = recount(file, tmp_path)
    assert status == 1, said


def test_another_secret_is_found_out_by_the_fingerprint_that_was_kept(cast: Cast, tmp_path: Path) -> None:
    event = lottery(cast.owner)
    kept = queries.fingerprint_of(event)
    event.lottery_seed = "0" * 32
    file = file_of(event)
    for row in file["lots"]:
        row["place"] = False
    assert "that you kept is not that of the seed" in recount(file, tmp_path, kept)[1]


def test_everybody_who_sees_the_event_counts_again_and_nobody_is_named(cast: Cast) -> None:
    closes = now() + timedelta(days=2)
    event = make.event(cast.owner, places=1, allocation="lottery", closes_at=closes)
    rows = [make.registration(person, event) for person in (cast.member, cast.colleague)]
    client, program = signed_in(cast.member), program_of(cast.colleague, language="en")
    before = program.get(f"events/{event.pk}").json()["lottery"]
    fingerprint = queries.fingerprint_of(event)
    assert before == {"fingerprint": fingerprint, "seed": None, "drawn_at": None}
    assert program.get(f"events/{event.pk}").json()["mine"]["rank"] is None
    page = client.get(f"/en/events/{event.pk}/").content.decode()
    assert fingerprint in page
    assert "lots.json" not in page
    early = client.get(f"/en/events/{event.pk}/lots.json")
    assert (early.status_code, "not drawn yet" in early.content.decode()) == (409, True)
    assert "Your lot" not in client.get(f"/en/registrations/{rows[0].pk}/").content.decode()
    actions.draw_due_lots(at=closes)
    event.refresh_from_db()
    assert program.get(f"events/{event.pk}").json()["lottery"]["seed"] == event.lottery_seed
    ranks = {
        program_of(row.person).get(f"registrations/{row.pk}").json()["rank"] for row in rows if row.person
    }
    assert ranks == {1, 2}
    answer = client.get(f"/en/events/{event.pk}/lots.json")
    assert answer.json() == program.get(f"events/{event.pk}/lots").json() == file_of(event)
    assert set(answer.json()["lots"][0]) == {
        "turn", "number", "lot", "mode", "people", "priority", "rank", "place",
    }  # fmt: skip
    assert not any(word in answer.content.decode() for word in (str(cast.member), str(cast.member.email)))
    assert "lots.json" in client.get(f"/en/events/{event.pk}/").content.decode()
    pages = [
        signed_in(person).get(f"/en/registrations/{row.pk}/").content.decode()
        for row, person in zip(rows, (cast.member, cast.colleague), strict=True)
    ]
    assert all(queries.lot(event.lottery_seed, row.pk) in page for row, page in zip(rows, pages, strict=True))
    assert sorted("Your lot brought you a place." in page for page in pages) == [False, True]
    assert sorted("There was no place left for 1 person." in page for page in pages) == [False, True]


def test_no_file_where_nothing_was_drawn_and_none_for_strangers(cast: Cast) -> None:
    queue = make.event(cast.owner)
    answer = signed_in(cast.member).get(f"/en/events/{queue.pk}/lots.json")
    assert (answer.status_code, "not given by lot" in answer.content.decode()) == (409, True)
    closed = make.event(cast.owner, allocation="lottery", audience="invited")
    assert signed_in(cast.member).get(f"/en/events/{closed.pk}/lots.json").status_code == 404
    assert program_of(cast.member).get(f"events/{closed.pk}/lots").status_code == 404
    assert Client().get(f"/en/events/{closed.pk}/lots.json").status_code in {302, 404}


def test_a_guest_reads_her_lot_and_the_file_by_her_link(cast: Cast) -> None:
    closes = now() + timedelta(days=2)
    event = make.event(cast.owner, audience=make.PUBLIC, allocation="lottery", closes_at=closes)
    wish = PlaceWish(mode="on_site", guest_name="Viivi", guest_email="v@vieras.example", guest_language="en")
    actions.ask_as_guest(event=event, wish=wish)
    link = event.links.get()
    row = actions.confirm_guest(link=link)
    actions.draw_due_lots(at=closes)
    event.refresh_from_db()
    address = f"/en/guests/{queries.secret_from(link.nonce)}/"
    page = Client().get(address).content.decode()
    assert queries.lot(event.lottery_seed, row.pk) in page
    assert f"{address}lots.json" in page
    assert Client().get(f"{address}lots.json").json() == file_of(event)


def test_who_registers_after_the_draw_stands_after_the_lots_and_reads_so(cast: Cast) -> None:
    """Registration is opened again: a free place is given at once, and the queue of the lots comes first."""
    closes = now() + timedelta(days=1)
    event = make.event(cast.owner, places=1, allocation="lottery", closes_at=closes)
    drawn = [make.registration(people.person(), event) for _one in range(3)]
    sentence = "The lots are drawn already."
    page = f"/en/events/{event.pk}/"
    assert sentence not in signed_in(cast.member).get(page).content.decode()
    actions.draw_due_lots(at=closes)
    event = Event.objects.get(pk=event.pk)
    wish = replace(queries.wish_of(event), closes_at=closes + timedelta(days=2))
    actions.change_event(by=cast.owner, event=event, wish=wish, at=closes + timedelta(hours=1))
    assert sentence in signed_in(cast.member).get(page).content.decode()
    late = make.registration(cast.member, event)
    places = {row.pk: queries.position(row) for row in Registration.objects.select_related("event", "pool")}
    assert (late.confirmed_at, places[late.pk], sorted(places[row.pk] for row in drawn)) == (
        None,
        3,
        [0, 1, 2],
    )
    for _twice in "ab":
        holder = Registration.objects.get(pool__isnull=False)
        actions.cancel_registration(by=holder.person, registration=holder)
        late.refresh_from_db()
        assert late.confirmed_at is None
    holder = Registration.objects.get(pool__isnull=False)
    actions.cancel_registration(by=holder.person, registration=holder)
    late.refresh_from_db()
    assert late.confirmed_at is not None
