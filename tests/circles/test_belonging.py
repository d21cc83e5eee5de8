"""Communities are founded, joined, left and ended; who belongs to a closed one is told to its members."""

from functools import partial

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from fiksummin.circles import actions, queries
from fiksummin.circles.choices import AskingState
from fiksummin.circles.models import Asking, Circle, Membership
from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.core.time import now
from fiksummin.people import actions as people
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import circles as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def members(circle: Circle) -> list[Person]:
    return [row.person for row in circle.members.all()]


def keepers(circle: Circle) -> list[Person]:
    return [row.person for row in circle.members.filter(keeper_at__isnull=False)]


def test_anyone_here_founds_one_and_joins_without_being_named(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.outsider, cast.partner)
    assert members(circle) == [cast.member, cast.outsider, cast.partner]
    assert keepers(circle) == [cast.member]
    with pytest.raises(NotNow, match="member already"):
        actions.join_circle(by=cast.outsider, circle=circle)
    with pytest.raises(NotAllowed, match="as a guest"):
        actions.join_circle(by=cast.guest, circle=circle)
    with pytest.raises(NotAllowed, match="as a guest"):
        make.circle(cast.guest)


@pytest.mark.parametrize(
    ("words", "field"),
    [({"name": " "}, "name"), ({"purpose": ""}, "purpose"), ({"language": "de"}, "language"),
     ({"joining": "secret"}, "joining"), ({"name": "x" * 101}, "name"), ({"purpose": "x" * 1001}, "purpose")],
)  # fmt: skip
def test_what_cannot_be_right_is_said_at_its_field(cast: Cast, words: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        make.circle(cast.member, **words)
    assert refusal.value.field == field


def test_two_that_stand_are_not_called_the_same(cast: Cast) -> None:
    first = make.circle(cast.member, name="Lean")
    with pytest.raises(Invalid, match="with this name"):
        make.circle(cast.colleague, name=" lean ")
    with pytest.raises(DatabaseError), transaction.atomic():
        Circle.objects.create(name="LEAN", purpose="x", language="fi")
    actions.end_circle(by=cast.member, circle=first, reason="Työ on tehty.")
    assert make.circle(cast.colleague, name="Lean").name == "Lean"


def test_whoever_is_faster_has_the_name(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    first = make.circle(cast.member, name="Lean")
    said = iter([("", ""), ("It is taken.", "name")])
    monkeypatch.setattr("fiksummin.circles.rules.why_not_words", lambda *_wish, **_but: next(said))
    with pytest.raises(Conflict, match="It is taken"):
        make.circle(cast.colleague, name="lean")
    assert list(Circle.objects.all()) == [first]


def test_a_closed_one_lets_in_whom_its_keepers_let_in(cast: Cast) -> None:
    circle = make.closed(cast.member)
    with pytest.raises(NotAllowed, match="ask to join"):
        actions.join_circle(by=cast.outsider, circle=circle)
    asking = actions.ask_to_join(by=cast.outsider, circle=circle, words="Teen samaa työtä.")
    with pytest.raises(NotNow, match="asked already"):
        actions.ask_to_join(by=cast.outsider, circle=circle)
    with pytest.raises(NotAllowed, match="keep the community"):
        actions.answer_asking(by=cast.outsider, asking=asking, accepts=True)
    with pytest.raises(Invalid) as refusal:
        actions.answer_asking(by=cast.member, asking=asking, accepts=False)
    assert refusal.value.field == "words"
    actions.answer_asking(by=cast.member, asking=asking, accepts=False, words="Ryhmä on täynnä.")
    again = actions.ask_to_join(by=cast.outsider, circle=circle)
    actions.answer_asking(by=cast.member, asking=again, accepts=True)
    with pytest.raises(NotNow, match="answer already"):
        actions.answer_asking(by=cast.member, asking=again, accepts=False, words="Ei sittenkään.")
    assert members(circle) == [cast.member, cast.outsider]


def test_who_is_invited_joins_at_once_or_says_no(cast: Cast) -> None:
    circle = make.closed(cast.member)
    with pytest.raises(NotAllowed, match="keep the community"):
        actions.invite_member(by=cast.colleague, circle=circle, newcomer=cast.outsider)
    with pytest.raises(NotAllowed, match="somebody else"):
        actions.invite_member(by=cast.member, circle=circle, newcomer=cast.guest)
    actions.invite_member(by=cast.member, circle=circle, newcomer=cast.outsider)
    actions.leave_circle(by=cast.outsider, circle=circle)
    assert not Asking.objects.exists()
    actions.invite_member(by=cast.member, circle=circle, newcomer=cast.outsider)
    actions.join_circle(by=cast.outsider, circle=circle)
    asking = actions.ask_to_join(by=cast.partner, circle=circle)
    assert actions.invite_member(by=cast.member, circle=circle, newcomer=cast.partner) == asking
    assert members(circle) == [cast.member, cast.outsider, cast.partner]
    assert not Asking.objects.waiting().exists()


def test_who_belongs_to_a_closed_one_is_told_to_its_members(cast: Cast) -> None:
    circle, open_one = make.closed(cast.member, cast.outsider), make.circle(cast.member)
    seen = Circle.objects.visible_to(cast.colleague)
    assert set(seen) == {circle, open_one}, "its name and purpose"
    assert list(queries.members_for(circle, cast.colleague)) == []
    assert list(queries.members_for(circle, cast.owner)) == []
    assert queries.members_for(circle, cast.outsider).count() == 2
    assert queries.members_for(open_one, cast.colleague).count() == 1
    for stranger in (None, cast.guest):
        assert not Circle.objects.visible_to(stranger).exists()


def test_the_last_keeper_hands_over_before_leaving(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.colleague)
    with pytest.raises(NotNow, match="alone"):
        actions.leave_circle(by=cast.member, circle=circle)
    membership = queries.standing_of(circle, cast.colleague)
    assert membership
    with pytest.raises(NotAllowed, match="keep the community"):
        actions.make_keeper(by=cast.colleague, membership=membership)
    actions.make_keeper(by=cast.member, membership=membership)
    actions.leave_circle(by=cast.member, circle=circle)
    assert keepers(circle) == members(circle) == [cast.colleague]


@pytest.mark.parametrize("way", ["delete", "update"])
def test_the_database_keeps_the_last_keeper(cast: Cast, way: str) -> None:
    circle = make.circle(cast.member, cast.colleague)
    rows = Membership.objects.filter(circle=circle, person=cast.member)
    act = rows.delete if way == "delete" else partial(rows.update, keeper_at=None)
    with pytest.raises(DatabaseError, match="circles_never_without_keeper"), transaction.atomic():
        act()
    actions.end_circle(by=cast.member, circle=circle, reason="Työ on tehty.")
    assert rows.delete()[0] == 1, "of one that has ended anybody may leave"


def test_keepers_take_members_off_and_not_each_other(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.colleague, cast.outsider)
    other, last = (queries.standing_of(circle, person) for person in (cast.colleague, cast.outsider))
    assert other
    assert last
    with pytest.raises(NotAllowed, match="keep the community"):
        actions.remove_member(by=cast.outsider, membership=other)
    actions.make_keeper(by=cast.member, membership=other)
    with pytest.raises(NotNow, match="only she herself"):
        actions.remove_member(by=cast.member, membership=other)
    actions.remove_member(by=cast.colleague, membership=last)
    assert members(circle) == [cast.member, cast.colleague]


def test_an_ended_one_stays_readable_and_nobody_joins(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.colleague)
    with pytest.raises(NotAllowed, match="or by a host"):
        actions.end_circle(by=cast.colleague, circle=circle, reason="Työ on tehty.")
    with pytest.raises(Invalid):
        actions.end_circle(by=cast.member, circle=circle, reason="ei")
    circle = actions.end_circle(by=cast.host, circle=circle, reason="Kukaan ei ole käynyt vuoteen.")
    with pytest.raises(NotNow, match="has ended"):
        actions.join_circle(by=cast.outsider, circle=circle)
    assert queries.members_for(circle, cast.outsider).count() == 2
    assert list(queries.find(cast.outsider)) == []
    assert list(queries.find(cast.outsider, ended=True)) == [circle]
    actions.leave_circle(by=cast.member, circle=circle)


def test_who_is_erased_hands_on_to_the_longest_standing(cast: Cast) -> None:
    circle, alone = make.circle(cast.member, cast.colleague, cast.outsider), make.circle(cast.member)
    asking = actions.ask_to_join(by=cast.member, circle=make.closed(cast.outsider))
    member = cast.member
    people.erase(by=member, person=member)
    assert keepers(circle) == [cast.colleague]
    assert members(circle) == [cast.colleague, cast.outsider]
    alone.refresh_from_db()
    assert alone.ended_at
    assert alone.reason == "Yhteisöön ei jäänyt ketään."
    assert not Asking.objects.filter(pk=asking.pk).exists()


def test_a_lapsed_keeper_is_followed_by_somebody_who_may_come(cast: Cast) -> None:
    circle, kept = make.circle(cast.partner, cast.outsider), make.circle(cast.partner, cast.member)
    membership = queries.standing_of(kept, cast.member)
    assert membership
    actions.make_keeper(by=cast.partner, membership=membership)
    assert actions.find_keepers(at=now()) == 0
    body = cast.partner.organisation
    assert body
    body.agreements.all().delete()
    assert actions.find_keepers(at=now()) == 1
    assert keepers(circle) == [cast.partner, cast.outsider]
    assert keepers(kept) == [cast.partner, cast.member]
    assert actions.find_keepers(at=now()) == 0


def test_words_find_by_name_and_purpose(cast: Cast) -> None:
    lean, _other = make.circle(cast.member, name="Lean"), make.circle(cast.member, name="Muu")
    assert list(queries.find(cast.colleague, "LEAN lyhen")) == [lean]
    assert list(queries.find(cast.colleague, "lean puuttuva")) == []


def test_states_are_told_apart(cast: Cast) -> None:
    circle = make.closed(cast.member)
    asking = actions.ask_to_join(by=cast.outsider, circle=circle)
    for words in ({"state": AskingState.ACCEPTED}, {"state": AskingState.DECLINED, "answered_at": asking.at}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Asking.objects.filter(pk=asking.pk).update(**words)
