"""A proposed visit is reworded by whoever proposed it, and taken off by those who run the lab, with a reason that she reads."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from fiksummin.core import worker
from fiksummin.core.errors import NotNow
from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Target, TargetVote
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in

pytestmark = pytest.mark.django_db
WHY = "Talo on suljettu remontin vuoksi"


def proposed(cast: Cast, name: str = "Esimerkkitehdas") -> Target:
    target = actions.propose_target(by=cast.member, name=name)
    actions.vote_for_target(by=cast.colleague, target=target)
    return target


def told() -> list[tuple[int | None, bool]]:
    worker.run_errands(now())
    rows = Letter.objects.filter(key__contains="-removed-")
    return [(row.person, WHY in bytes(row.content).decode()) for row in rows]


def test_a_proposal_is_taken_off_and_can_be_made_anew(cast: Cast) -> None:
    target, page = proposed(cast), "/en/targets/"
    address = f"{page}{target.pk}/removal/"
    assert address not in signed_in(cast.member).get(page).content.decode()
    assert signed_in(cast.member).post(address, {"reason": WHY}).status_code == 403
    host = signed_in(cast.host)
    assert address in host.get(page).content.decode()
    assert host.post(address, {"reason": ""}).status_code == 422
    assert host.post(address, {"reason": "lyhyt"}).status_code == 422
    assert host.post(address, {"reason": WHY}).status_code == 303
    assert "Esimerkkitehdas" not in host.get(page).content.decode()
    assert host.get(address).status_code == 404
    assert signed_in(cast.colleague).post(f"{page}{target.pk}/vote/").status_code == 404
    assert (TargetVote.objects.count(), told()) == (0, [(cast.member.pk, True)])
    for act in (actions.vote_for_target, actions.withdraw_vote):
        with pytest.raises(NotNow, match="taken off"):
            act(by=cast.colleague, target=target)
    again = actions.propose_target(by=cast.colleague, name="esimerkkitehdas")
    assert again != target
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.create(name="ESIMERKKITEHDAS")


def test_what_was_chosen_stays_and_who_takes_her_own_off_gets_no_letter(cast: Cast) -> None:
    chosen, own = proposed(cast), actions.propose_target(by=cast.host, name="Oma talo")
    actions.choose_target(by=cast.host, target=chosen, reason="Moni haluaa sinne")
    assert signed_in(cast.host).post(f"/en/targets/{chosen.pk}/removal/", {"reason": WHY}).status_code == 409
    for _twice in "ab":
        actions.remove_target(by=cast.host, target=own, reason=WHY)
    assert Entry.objects.filter(fact="events.TargetRemoved").count() == 1
    assert told() == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.filter(pk=chosen.pk).update(removed_at=now())


def test_what_was_taken_off_is_gone_in_time(cast: Cast) -> None:
    target = proposed(cast)
    actions.remove_target(by=cast.host, target=target, reason=WHY)
    actions.forget_participants(at=now() + timedelta(days=89))
    assert Target.objects.count() == 1
    actions.forget_participants(at=now() + timedelta(days=91))
    assert Target.objects.count() == 0


def test_programs_read_proposals_and_take_them_off(cast: Cast) -> None:
    target = proposed(cast)
    [read] = program_of(cast.member).get("targets").json()["items"]
    assert (read["id"], read["mine"], read["wanted"], read["chosen_at"]) == (target.pk, False, None, None)
    assert program_of(cast.colleague).get("targets").json()["items"][0]["wanted"] == 1
    path, host = f"targets/{target.pk}/removal", program_of(cast.host)
    assert program_of(cast.member).post(path, {"reason": WHY}).status_code == 403
    assert host.post("targets/999999/removal", {"reason": WHY}).status_code == 404
    assert host.post(path, {}).status_code == 422
    short = host.post(path, {"reason": "ei"})
    assert (short.status_code, short.json()["errors"][0]["field"]) == (422, "reason")
    answers = [host.post(path, {"reason": WHY}, key="k") for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["reason"] == WHY
    assert host.get("targets").json()["items"] == []
    assert told() == [(cast.member.pk, True)]


def test_a_proposal_is_reworded_until_somebody_else_has_voted_for_it(cast: Cast) -> None:
    target, page = actions.propose_target(by=cast.member, name="Esimerktehdas"), "/en/targets/"
    actions.vote_for_target(by=cast.member, target=target)
    actions.propose_target(by=cast.colleague, name="Toinen talo")
    address, words = f"{page}{target.pk}/rewording/", {"name": "Esimerkkitehdas", "why": "Sama murros"}
    member = signed_in(cast.member)
    assert signed_in(cast.colleague).post(address, words).status_code == 403
    assert address not in signed_in(cast.colleague).get(page).content.decode()
    assert address in member.get(page).content.decode()
    assert 'value="Esimerktehdas"' in member.get(address).content.decode()
    for wrong, said in (("", "Say whom to visit."), ("toinen TALO", "is proposed already")):
        refused = member.post(address, {**words, "name": wrong})
        assert (refused.status_code, said in refused.content.decode()) == (422, True)
        assert 'value="Sama murros"' in refused.content.decode()
    for _twice in "ab":
        assert member.post(address, words).status_code == 303
    target.refresh_from_db()
    assert (target.name, target.why) == ("Esimerkkitehdas", "Sama murros")
    actions.vote_for_target(by=cast.colleague, target=target)
    assert address not in member.get(page).content.decode()
    late = member.post(address, {**words, "name": "Toisaalla"})
    assert (late.status_code, "voted for it as it stands" in late.content.decode()) == (409, True)
    actions.choose_target(by=cast.host, target=target, reason="Moni haluaa sinne")
    assert member.get(address).status_code == 409


def test_programs_propose_and_vote_and_read_counts_after_their_own_vote(cast: Cast) -> None:
    member, colleague = program_of(cast.member), program_of(cast.colleague)
    for wrong, said in (({"name": " "}, "Say whom"), ({"name": "Talo", "season": "x"}, "no such season")):
        refused = member.post("targets", wrong)
        assert (refused.status_code, said in refused.json()["detail"]) == (422, True)
    made = [member.post("targets", {"name": "Talo", "why": "Sama murros"}, key="k") for _twice in "ab"]
    assert [answer.status_code for answer in made] == [201, 201]
    again = colleague.post("targets", {"name": "TALO"})
    assert (again.status_code, again.json()["id"]) == (200, made[0].json()["id"])
    votes = f"targets/{again.json()['id']}/votes"
    voted = [colleague.post(votes, key="v") for _twice in "ab"]
    assert [(answer.status_code, answer.json()["wanted"]) for answer in voted] == [(200, 1)] * 2
    assert member.get("targets").json()["items"][0]["wanted"] is None
    assert member.post(votes).json()["wanted"] == 2
    back = member.post(f"{votes}/withdrawal").json()
    assert (back["mine"], back["wanted"]) == (False, None)
    guest = program_of(cast.guest)
    assert [
        guest.post(path, {"name": "Oma"} if path == "targets" else None).status_code
        for path in ("targets", votes)
    ] == [403, 403]
    assert member.post("targets/999999/votes").status_code == 404
    actions.choose_target(by=cast.host, target=Target.objects.get(), reason="Moni haluaa sinne")
    assert member.post(votes).status_code == 409
