"""Who gets a baton or a lesson: an address is never looked up, an organisation's people may each take it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.addressed import MOST_LETTERS
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.experiments import actions, letters, queries
from fiksummin.experiments.choices import GivenTo, HoldState
from fiksummin.experiments.models import Baton, Hold, Reception
from fiksummin.people.models import Organisation, Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import people
from tests.postbox import Postbox

pytestmark = pytest.mark.django_db
UNKNOWN = "kanaria@muu.example"


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def held(baton: Baton) -> Hold:
    hold = queries.holder(baton)
    assert hold is not None
    return hold


def body(person: Person) -> Organisation:
    assert person.organisation is not None
    return person.organisation


def link(postbox: Postbox, to: str, part: str) -> str:
    """Give the link of a letter to somebody, to be read in English."""
    return f"/en{sent_link(postbox, to, part)[3:]}"


def sent_link(postbox: Postbox, to: str, part: str) -> str:
    worker.drain()
    letter: Any = next(one for one in postbox.got if one["To"] == to)
    found = re.search(rf"http://[^/]+(/\S+/{part}/\S+)", letter.get_body(("plain",)).get_content())
    assert found
    return found[1]


def test_a_baton_given_by_address_is_taken_by_who_signs_in_with_it(cast: Cast, postbox: Postbox) -> None:
    giver, address = signed_in(cast.member), str(cast.outsider.email)
    sent = {"title": "Kävelykokous", "receiver": address.upper(), "hold_days": "14"}
    assert giver.post("/en/batons/new/", sent).status_code == 303
    hold = held(Baton.objects.get())
    assert (hold.person, hold.given_to, hold.baton.node.owner) == (None, GivenTo.LETTER, cast.member)
    path = link(postbox, address, "offers")
    assert signed_in(cast.colleague).get(path).status_code == 404
    taker = signed_in(cast.outsider)
    assert "Kävelykokous" in taker.get(path).text
    for _twice in range(2):
        taker.post(path, {"wanted": "1"})
    hold = held(hold.baton)
    assert (hold.person, hold.state, hold.organisation) == (
        cast.outsider,
        HoldState.HELD,
        body(cast.outsider),
    )
    page = taker.get(path).text
    assert ("You hold the baton already" in page, "Take the baton" in page) == (True, False)


def test_what_came_by_letter_is_passed_on_without_shame(cast: Cast, postbox: Postbox) -> None:
    baton = make.baton(cast.member, str(cast.outsider.email))
    path = link(postbox, str(cast.outsider.email), "offers")
    taker = signed_in(cast.outsider)
    onward = taker.post(path, {"wanted": "0"})["Location"]
    assert onward.endswith(f"/batons/{baton.pk}/handover/")
    assert taker.post(onward, {"unit": body(cast.member).pk}).status_code == 303
    assert [turn.state for turn in baton.holds.all()] == [HoldState.PASSED, HoldState.OFFERED]


def shown(client: Any, path: str, sent: dict[str, Any]) -> tuple[int, str, int]:
    """Status, what is said and the number of queries; what tells one visit from another taken out."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(path, sent)
    page = client.get(answer["Location"]).text if answer.status_code == 303 else answer.text
    plain = re.sub(r'(name="(?:csrfmiddlewaretoken|key)" value|nonce)="[^"]*"', r"\1", page)
    return (
        answer.status_code,
        re.sub(r"\d+", "N", plain),
        len(asked),
    )


def test_nobody_finds_out_who_has_an_account(cast: Cast) -> None:
    """Of one domain: an account, one whose time is over, a guest, one who had the baton, and nobody."""
    domain = str(cast.outsider.email).rpartition("@")[2]
    gone = people.person(organisation=body(cast.outsider))
    Person.objects.get_queryset().filter(pk=gone.pk).update(
        email=f"lahtenyt@{domain}", guest_until=today() - timedelta(days=9)
    )
    addresses = [str(cast.outsider.email), f"lahtenyt@{domain}", f"ei.kukaan@{domain}"]
    giver = signed_in(cast.member)

    def throws(address: str) -> tuple[int, str, int]:
        return shown(giver, "/en/batons/new/", {"title": "Sama", "receiver": address, "hold_days": "14"})

    def hands(address: str) -> tuple[int, str, int]:
        baton = make.baton(cast.outsider, cast.member, title="Sama")
        return shown(giver, f"/en/batons/{baton.pk}/handover/", {"receiver": address})

    def ends(address: str) -> tuple[int, str, int]:
        experiment = make.experiment(cast.member, title="Sama")
        sent = {
            "works": "no",
            "lesson": "Kukaan ei tullut toista kertaa, aika oli väärä.",
            "receiver": address,
        }
        return shown(giver, f"/en/experiments/{experiment.pk}/ending/", sent)

    for act in (throws, hands, ends):
        act(f"ensin@{domain}")
        found = {act(address) for address in addresses}
        assert [status for status, _page, _count in found] == [303], act
    assert Letter.objects.filter(to__in=addresses).count() == 9


@pytest.mark.parametrize("address", ["ei osoite", "a@b", "<script>@x.example", "x" * 260 + "@x.example"])
def test_what_is_no_address_is_refused_by_its_look(cast: Cast, address: str) -> None:
    sent = {"title": "Kävelykokous", "receiver": address, "hold_days": "14"}
    assert signed_in(cast.member).post("/en/batons/new/", sent).status_code == 422
    with pytest.raises(NotAllowed, match="not an e-mail"):
        make.baton(cast.member, address)


def test_neither_oneself_by_address_nor_both_nor_none(cast: Cast) -> None:
    client, unit = signed_in(cast.member), str(body(cast.outsider).pk)
    sent = {"title": "Kävelykokous", "hold_days": "14"}
    for more in (
        {"receiver": str(cast.member.email)},
        {},
        {"receiver": UNKNOWN, "unit": unit},
        {"unit": "999999"},
    ):
        assert client.post("/en/batons/new/", sent | more).status_code == 422, more
    assert not Baton.objects.exists()


def test_anybody_of_an_organisation_takes_what_it_is_offered_and_nobody_else(cast: Cast) -> None:
    baton = make.baton(cast.member, body(cast.outsider))
    hold = held(baton)
    with pytest.raises(NotAllowed, match="somebody else's hands"):
        actions.accept_baton(by=cast.colleague, hold=hold)
    assert signed_in(cast.outsider).post(f"/en/batons/{baton.pk}/acceptance/").status_code == 303
    assert held(baton).person == cast.outsider
    with pytest.raises(NotAllowed):
        actions.accept_baton(by=people.person(organisation=body(cast.outsider)), hold=hold)
    with pytest.raises(NotAllowed, match="another organisation"):
        make.baton(cast.member, body(cast.member))


def test_who_had_it_does_not_take_it_again(cast: Cast) -> None:
    baton = make.baton(cast.facilitator, cast.member)
    actions.pass_baton_on(by=cast.member, hold=held(baton), receiver=body(cast.outsider))
    actions.accept_baton(by=cast.outsider, hold=held(baton))
    actions.pass_baton_on(by=cast.outsider, hold=held(baton), receiver=body(cast.member))
    with pytest.raises(NotNow, match="had this baton already"):
        actions.accept_baton(by=cast.member, hold=held(baton))


def test_whoever_gave_it_takes_back_what_nobody_has_taken(cast: Cast) -> None:
    baton = make.baton(cast.member, UNKNOWN)
    giver = signed_in(cast.member)
    assert giver.post(f"/en/batons/{baton.pk}/release/", {"receiver": "oikea@muu.example"}).status_code == 303
    assert [turn.state for turn in baton.holds.all()] == [HoldState.FREED, HoldState.OFFERED]
    with pytest.raises(NotAllowed, match="freed by a host"):
        actions.free_baton(by=cast.colleague, hold=held(baton), receiver=UNKNOWN)


def test_the_first_proposed_are_those_where_batons_seldom_go(cast: Cast) -> None:
    others = {body(cast.outsider), body(cast.partner)}
    first = queries.seldom_reached(cast.member, today())
    assert set(first) == others
    make.baton(cast.member, first[0])
    assert queries.seldom_reached(cast.member, today())[-1] == first[0]


def test_a_lesson_is_left_to_somebody_elses_organisation(cast: Cast) -> None:
    gone = people.organisation()
    Organisation.objects.filter(pk=gone.pk).update(ends_on=today() - timedelta(days=1))
    gone.refresh_from_db()
    for unit, sentence in ((body(cast.member), "to another organisation"), (gone, "is no more")):
        with pytest.raises(Invalid, match=sentence):
            actions.end_experiment(
                by=cast.member, experiment=make.experiment(cast.member), wish=make.ending(receiver=unit)
            )
    assert not Reception.objects.exists()


def test_a_lesson_left_by_letter_and_to_an_organisation_gets_its_answer(cast: Cast, postbox: Postbox) -> None:
    by_letter, to_unit = make.experiment(cast.member), make.experiment(cast.member)
    actions.end_experiment(
        by=cast.member, experiment=by_letter, wish=make.ending(receiver=str(cast.outsider.email))
    )
    path = link(postbox, str(cast.outsider.email), "lessons")
    assert signed_in(cast.colleague).get(path).status_code == 404
    taker = signed_in(cast.outsider)
    assert taker.post(path)["Location"].endswith(f"/experiments/{by_letter.pk}/#lesson")
    reception = Reception.objects.get(experiment=by_letter)
    assert (reception.person, reception.node.owner) == (cast.outsider, cast.outsider)
    actions.end_experiment(by=cast.member, experiment=to_unit, wish=make.ending(receiver=body(cast.outsider)))
    sent = {"answer": "Otimme tämän käyttöön kahdessa yksikössä."}
    assert signed_in(cast.colleague).post(f"/en/experiments/{to_unit.pk}/lesson/", sent).status_code == 404
    assert taker.post(f"/en/experiments/{to_unit.pk}/lesson/", sent).status_code == 303
    reception = Reception.objects.get(experiment=to_unit)
    assert (reception.person, bool(reception.answered_at)) == (cast.outsider, True)


def test_letters_have_an_end_and_are_forgotten(cast: Cast) -> None:
    for number in range(MOST_LETTERS):
        make.baton(cast.member, f"{number}@muu.example")
    with pytest.raises(NotAllowed, match="very many"):
        make.baton(cast.member, UNKNOWN)
    Letter.objects.filter(key__startswith="baton-").update(sent_at=now())
    letters.forget(now() + timedelta(days=8))
    assert not Letter.objects.filter(key__startswith="baton-").exists()


@pytest.mark.parametrize("token", ["", "1", "1.x", "..", "999999999999999999999." + "x" * 50])
def test_a_forged_link_opens_nothing(cast: Cast, token: str) -> None:
    make.baton(cast.member, UNKNOWN)
    for part in ("batons/offers", "experiments/lessons"):
        assert signed_in(cast.outsider).get(f"/en/{part}/{token}/").status_code == 404


def test_the_database_knows_no_unit_without_an_organisation(cast: Cast) -> None:
    make.baton(cast.member, body(cast.outsider))
    with pytest.raises(DatabaseError), transaction.atomic():
        Hold.objects.update(organisation=None)


def test_what_a_letter_offers_is_taken_from_her_notices_too(cast: Cast, postbox: Postbox) -> None:
    """The sender's language is not the reader's: neither in the letter's link nor on the page."""
    Person.objects.filter(pk=cast.outsider.pk).update(language="sv")
    with translation.override("fi"):
        baton = make.baton(cast.member, str(cast.outsider.email))
    assert sent_link(postbox, str(cast.outsider.email), "offers").startswith("/sv/batons/")
    reader = signed_in(cast.outsider)
    [offer] = re.findall(r'href="(/en/batons/offers/[^"]+)"', reader.get("/en/notices/").text)
    assert "/en/batons/offers/" not in signed_in(cast.colleague).get("/en/notices/").text
    assert reader.post(offer).status_code == 303
    assert held(baton).person == cast.outsider


def left(cast: Cast, receiver: Person | Organisation | str) -> Reception:
    ended = make.experiment(cast.member)
    actions.end_experiment(by=cast.member, experiment=ended, wish=make.ending(receiver=receiver))
    return Reception.objects.select_related("node", "experiment").get(experiment=ended)


def test_a_lesson_that_nobody_answers_is_left_to_somebody_else(cast: Cast, postbox: Postbox) -> None:
    reception = left(cast, UNKNOWN)
    page = f"/en/experiments/{reception.experiment_id}/"
    giver, address = signed_in(cast.member), f"{page}lesson/receiver/"
    assert address in giver.get(page).text
    refused = giver.post(address, {"receiver": "ei osoite"})
    assert (refused.status_code, "ei osoite" in refused.text) == (422, True)
    outsider = str(cast.outsider.email)
    assert giver.post(address, {"receiver": outsider}).status_code == 303
    path = link(postbox, outsider, "lessons")
    assert signed_in(cast.outsider).post(path).status_code == 303
    reception = Reception.objects.get(pk=reception.pk)
    assert (reception.person, reception.node.owner) == (cast.outsider, cast.outsider)
    assert address not in giver.get(page).text, "another answers for it now"
    assert giver.get(address).status_code == 403
    actions.answer_lesson(
        by=cast.outsider, reception=reception, answer="Otimme tämän käyttöön kahdessa yksikössä."
    )
    with pytest.raises(NotNow, match="answered already"):
        actions.leave_lesson_anew(by=cast.outsider, reception=reception, receiver=cast.colleague)


def test_a_letter_about_a_lesson_that_went_to_somebody_else_opens_nothing(
    cast: Cast, postbox: Postbox
) -> None:
    """Its notice leads to the lesson then, and the newest letter's to what it offers."""
    first, second = (str(person.email) for person in (cast.outsider, cast.colleague))
    reception = left(cast, first)
    page = f"/en/experiments/{reception.experiment_id}/#lesson"
    former, later = signed_in(cast.outsider), signed_in(cast.colleague)
    path = link(postbox, first, "lessons")

    def leads(client: Client) -> list[str]:
        return re.findall(r'href="(/en/experiments/[^"]*lesson[^"]*)"', client.get("/en/notices/").text)

    assert (former.get(path).status_code, leads(former)) == (200, [path])
    actions.leave_lesson_anew(by=cast.member, reception=reception, receiver=second)
    own = link(postbox, second, "lessons")
    assert (former.get(path).status_code, leads(former)) == (404, [page])
    assert (later.get(own).status_code, leads(later)) == (200, [own])
    assert former.post(path).status_code == 404, "nor is it taken up by it"
    actions.leave_lesson_anew(by=cast.member, reception=reception, receiver=body(cast.host))
    assert (later.get(own).status_code, leads(later)) == (404, [page])
    actions.leave_lesson_anew(by=cast.member, reception=reception, receiver=first)
    assert (former.get(path).status_code, later.get(own).status_code) == (404, 404)
    assert [former.get(offer).status_code for offer in leads(former)] == [200, 200]


def test_a_second_letter_about_one_lesson_goes_out_too(cast: Cast, postbox: Postbox) -> None:
    reception = left(cast, UNKNOWN)
    for address in ("toinen@muu.example", "kolmas@muu.example"):
        actions.leave_lesson_anew(by=cast.member, reception=reception, receiver=address)
    worker.drain()
    assert {one["To"] for one in postbox.got} == {UNKNOWN, "toinen@muu.example", "kolmas@muu.example"}


def test_who_was_to_receive_it_leaves_it_on_and_a_host_past_its_day(cast: Cast) -> None:
    reception = left(cast, cast.colleague)
    with pytest.raises(NotAllowed, match="or a host"):
        actions.leave_lesson_anew(by=cast.outsider, reception=reception, receiver=cast.editor)
    with pytest.raises(NotNow, match="still has time"):
        actions.leave_lesson_anew(by=cast.host, reception=reception, receiver=cast.editor)
    late = now() + timedelta(days=60)
    with pytest.raises(Invalid, match="left there already"):
        actions.leave_lesson_anew(by=cast.host, reception=reception, receiver=cast.colleague, at=late)
    with pytest.raises(Invalid, match="you have it already"):
        actions.leave_lesson_anew(by=cast.colleague, reception=reception, receiver=str(cast.colleague.email))
    unit = body(cast.outsider)
    reception = actions.leave_lesson_anew(by=cast.colleague, reception=reception, receiver=unit)
    assert (reception.person, reception.organisation, reception.is_open) == (None, unit, True)
    assert Reception.objects.get(pk=reception.pk).node.owner == cast.colleague, "until somebody takes it up"
    with pytest.raises(Invalid, match="left there already"):
        actions.leave_lesson_anew(by=cast.colleague, reception=reception, receiver=unit)
    reception = actions.leave_lesson_anew(by=cast.host, reception=reception, receiver=cast.editor, at=late)
    node = Reception.objects.get(pk=reception.pk).node
    assert (node.owner, node.due_on is not None and node.due_on > today(at=late)) == (cast.editor, True)


def test_a_program_leaves_a_lesson_to_somebody_else(cast: Cast) -> None:
    reception, unit = left(cast, UNKNOWN), body(cast.outsider)
    path, wish = f"experiments/{reception.experiment_id}/lesson/receiver", {"organisation": unit.pk}
    assert program_of(cast.guest).post(path, wish).status_code == 404
    assert program_of(cast.outsider).post(path, wish).status_code == 403
    assert program_of(cast.member).post(path, {}).status_code == 422
    first, again = (program_of(cast.member).post(path, wish, key="k") for _n in range(2))
    assert (first.status_code, again.json()) == (200, first.json())
    assert first.json()["receiver"] in {unit.name_fi, unit.name_sv, unit.name_en}
    assert program_of(cast.member).post(path, wish, key="other").status_code == 422, "it is there already"
