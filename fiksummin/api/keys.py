"""The key of a request: sent twice, it has one effect and one answer."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from ninja import Header

from fiksummin.api.inputs import Key
from fiksummin.core.idempotency import fingerprint, once
from fiksummin.people.models import Person

IdempotencyKey = Annotated[
    Key,
    Header(
        "",
        alias="Idempotency-Key",
        description="For a day, the same key has one effect and one answer",
    ),
]


def answered_once(
    person: Person, key: str, mark: Sequence[object], act: Callable[[], tuple[int, Any]], *, made: str = ""
) -> HttpResponse:
    """Act once for a key, and answer with the status and the body that ``act`` gives, now or the first time.

    ``mark`` tells this request from another; ``made`` names the address of what an act makes.
    """
    reply = once(person=person.pk, key=key, fingerprint=fingerprint(*mark), act=act)
    answer = JsonResponse(reply.body, status=reply.status, json_dumps_params={"sort_keys": True})
    if reply.replayed:
        answer["Idempotent-Replay"] = "true"
    if made:
        answer["Location"] = reverse(f"api:{made}", args=[reply.body["id"]])
    return answer
