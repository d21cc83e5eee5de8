"""The same request twice has one effect and one answer."""

from typing import Any

import pytest

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.idempotency import fingerprint, once
from fiksummin.core.models import Answer

pytestmark = pytest.mark.django_db

done: list[str] = []


@pytest.fixture(autouse=True)
def _clean() -> None:
    done.clear()


def act() -> tuple[int, Any]:
    done.append("once")
    return 201, {"id": len(done)}


def send(key: str = "k", what: str = "a", person: int = 1) -> tuple[int, Any, bool]:
    reply = once(person=person, key=key, fingerprint=fingerprint(what), act=act)
    return reply.status, reply.body, reply.replayed


def test_the_second_time_gets_the_first_answer() -> None:
    assert send() == (201, {"id": 1}, False)
    assert send() == (201, {"id": 1}, True)
    assert done == ["once"]


def test_keys_belong_to_people() -> None:
    send(person=1)
    assert send(person=2) == (201, {"id": 2}, False)


def test_a_key_used_for_something_else_is_refused() -> None:
    send(what="a")
    with pytest.raises(Invalid, match="jo käytetty"):
        send(what="b")


def test_without_a_key_each_request_is_its_own() -> None:
    send(key="")
    assert send(key="") == (201, {"id": 2}, False)


def test_a_refusal_is_not_kept() -> None:
    def refuse() -> tuple[int, Any]:
        raise NotAllowed("not today")

    with pytest.raises(NotAllowed):
        once(person=1, key="k", fingerprint=fingerprint("a"), act=refuse)
    assert not Answer.objects.exists()
    assert send() == (201, {"id": 1}, False)


def test_a_key_of_more_than_200_characters_is_refused() -> None:
    with pytest.raises(Invalid, match="200"):
        send(key="k" * 201)
    assert send(key="k" * 200)[0] == 201


def test_fingerprints_do_not_depend_on_the_order_of_names() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
