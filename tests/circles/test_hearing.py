"""Those who keep a community hear who asks, who asked hears the answer, and each once; its words are found."""

import pytest
from django.utils import translation

from fiksummin.circles import actions, queries
from fiksummin.core import worker
from fiksummin.core.time import now
from fiksummin.notifications.models import Notice
from fiksummin.notifications.things import lines, standing
from fiksummin.people.models import Person
from fiksummin.search.queries import find
from tests.cast import Cast
from tests.factories import circles as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def heard(person: Person) -> list[tuple[str, str, str]]:
    for _twice in range(2):
        worker.drain()
    rows = Notice.objects.filter(person=person, what__startswith="circle.").order_by("pk")
    found = lines(rows, person)
    return [(one.notice.what, one.notice.kind, one.face.url if one.face else "") for one in found]


def test_a_request_comes_to_those_who_keep_it_and_the_answer_to_whoever_asked(cast: Cast) -> None:
    circle = make.closed(cast.member, cast.colleague)
    page = f"/en/circles/{circle.pk}/"
    asking = actions.ask_to_join(by=cast.outsider, circle=circle)
    assert heard(cast.member) == [("circle.asked", "about", f"{page}requests/")]
    assert heard(cast.outsider) == []
    assert len(standing(Notice.objects.filter(what="circle.asked"))) == 1
    actions.answer_asking(by=cast.member, asking=asking, accepts=False, words="Ryhmä on täynnä.")
    assert heard(cast.outsider) == [("circle.declined", "about", page)]
    assert standing(Notice.objects.filter(what="circle.asked")) == set(), (
        "it has its answer: nothing is mailed"
    )
    again = actions.ask_to_join(by=cast.outsider, circle=circle)
    actions.answer_asking(by=cast.member, asking=again, accepts=True)
    assert [what for what, _kind, _url in heard(cast.outsider)] == ["circle.declined", "circle.accepted"]


def test_who_is_invited_made_a_keeper_or_taken_off_hears_of_it(cast: Cast) -> None:
    circle = make.closed(cast.member, cast.colleague, cast.outsider)
    page = f"/en/circles/{circle.pk}/"
    actions.invite_member(by=cast.member, circle=circle, newcomer=cast.partner)
    assert heard(cast.partner) == [("circle.invited", "about", page)]
    membership, other = (queries.standing_of(circle, who) for who in (cast.colleague, cast.outsider))
    assert membership
    assert other
    actions.make_keeper(by=cast.member, membership=membership)
    actions.remove_member(by=cast.member, membership=other)
    actions.leave_circle(by=cast.member, circle=circle)
    assert heard(cast.colleague)[-1] == ("circle.keeper", "about", page)
    assert heard(cast.outsider)[-1] == ("circle.removed", "about", page)
    assert "circle.removed" not in [what for what, _kind, _url in heard(cast.member)]


def test_members_hear_that_it_has_ended(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.colleague)
    actions.end_circle(by=cast.host, circle=circle, reason="Kukaan ei ole käynyt vuoteen.")
    for person in (cast.member, cast.colleague):
        assert heard(person) == [("circle.ended", "about", f"/en/circles/{circle.pk}/")]


def test_its_name_and_purpose_are_found_by_members(cast: Cast) -> None:
    circle = make.closed(cast.member, name="Selkeä kieli", purpose="Luemme toistemme päätöksiä ääneen.")
    worker.drain()

    def found(question: str, reader: Person | None) -> list[int]:
        items = find(question, reader, now(), language="fi").items
        return [one.number for one in items if one.kind == "circle"]

    assert found("selkeää kieltä", cast.outsider) == found("päätös ääneen", cast.outsider) == [circle.pk]
    assert found("selkeää kieltä", None) == found("selkeää kieltä", cast.guest) == []
    wish = make.wish(name="Sujuva teksti", purpose="Luemme.")
    actions.change_circle(by=cast.member, circle=circle, wish=wish)
    worker.drain()
    assert (found("selkeää kieltä", cast.outsider), found("sujuvaa", cast.outsider)) == ([], [circle.pk])
