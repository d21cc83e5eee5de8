"""Communities by the API: found, joined, asked and left, by the same rules as the pages; the same key has one effect."""

from typing import Any

from fiksummin.circles import actions
from fiksummin.circles.models import Circle, Membership
from fiksummin.events.models import Event
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import circles as make
from tests.factories import events

WISH: dict[str, Any] = {"name": "Lean", "purpose": "Lyhennämme jonoja.", "language": "fi"}


def test_one_is_founded_once_for_a_key(cast: Cast) -> None:
    program = program_of(cast.member)
    first, again = (program.post("circles", WISH, key="k") for _twice in range(2))
    assert (first.status_code, first.json()["standing"], first.json()["joining"]) == (201, "keeper", "open")
    assert (again["Idempotent-Replay"], again["Location"]) == ("true", first["Location"])
    assert Circle.objects.count() == 1
    taken = program_of(cast.colleague).post("circles", WISH)
    assert (taken.status_code, taken.json()["detail"]) == (
        422, "There is a community with this name already. Join it, or choose another name.",
    )  # fmt: skip
    assert program_of(cast.guest).post("circles", WISH).status_code == 403
    assert program_of(cast.guest).get("circles").json()["items"] == []


def test_an_open_one_is_joined_and_a_closed_one_asked(cast: Cast) -> None:
    opened, closed = make.circle(cast.member), make.closed(cast.member)
    program = program_of(cast.outsider)
    first, again = (program.post(f"circles/{opened.pk}/joining", {}, key="k") for _twice in range(2))
    assert (first.status_code, first.json()["standing"], again.json()) == (200, "member", first.json())
    asked = program.post(f"circles/{closed.pk}/joining", {"words": "Saanko tulla?"})
    assert (asked.status_code, asked.json()["standing"]) == (200, "asked")
    assert program.post(f"circles/{closed.pk}/joining", {}).status_code == 409
    assert [one["standing"] for one in program.get("circles").json()["items"]] == ["asked", "member"]
    assert program.post(f"circles/{closed.pk}/leaving").json()["standing"] is None
    actions.invite_member(by=cast.member, circle=closed, newcomer=cast.outsider)
    assert program.get(f"circles/{closed.pk}").json()["standing"] == "invited"
    assert program.post(f"circles/{closed.pk}/joining", {}).json()["standing"] == "member"


def test_the_last_keeper_is_told_to_hand_over(cast: Cast) -> None:
    circle = make.circle(cast.member, cast.colleague)
    refused = program_of(cast.member).post(f"circles/{circle.pk}/leaving")
    assert (refused.status_code, "alone" in refused.json()["detail"]) == (409, True)
    assert program_of(cast.colleague).post(f"circles/{circle.pk}/leaving", key="k").status_code == 200
    assert program_of(cast.colleague).post(f"circles/{circle.pk}/leaving", key="k").status_code == 200
    assert Membership.objects.count() == 1


def test_words_and_ended_ones_are_looked_for(cast: Cast) -> None:
    lean, gone = make.circle(cast.member, name="Lean"), make.circle(cast.member, name="Mennyt")
    actions.end_circle(by=cast.member, circle=gone, reason="Työ on tehty.")
    program = program_of(cast.outsider)

    def found(**query: Any) -> list[int]:
        return [one["id"] for one in program.get("circles", **query).json()["items"]]

    assert (found(q="lean"), found(), found(ended="true"), found(q="muu")) == (
        [lean.pk],
        [lean.pk],
        [gone.pk],
        [],
    )
    assert program.get(f"circles/{gone.pk}").json()["reason"] == "Työ on tehty."


def test_an_event_is_planned_for_a_community_of_ones_own(cast: Cast) -> None:
    circle, foreign = make.circle(cast.member), make.circle(cast.colleague)
    like = events.wish()
    wish = {
        "title": "Tapaaminen", "kind": "workshop", "place": "Katu 1", "places": 5, "publish": True,
        "start": like.start.isoformat(), "end": like.end.isoformat(), "audience": "circle",
    }  # fmt: skip
    program = program_of(cast.member)
    for named, said in (
        ({}, "Choose the community"), ({"audience_circle": foreign.pk}, "You do not belong"),
        ({"audience_circle": 10**6}, "There is no such community."),
    ):  # fmt: skip
        refused = program.post("events", wish | named)
        assert (refused.status_code, said in refused.json()["detail"]) == (422, True), refused.json()
    made = program.post("events", wish | {"audience_circle": circle.pk})
    assert made.status_code == 201
    assert (made.json()["audience"], made.json()["audience_circle"]) == ("circle", circle.pk)
    event = Event.objects.get(pk=made.json()["id"])
    assert event.audience_circle == circle
    widened = program.patch(f"events/{event.pk}", {"audience": "members"})
    assert widened.status_code == 200
    event.refresh_from_db()
    assert event.audience_circle is None
