"""A turn of a baton: take it, try something, hand it on; free one that stands still. The same actions as on the pages."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from ninja import Router

from fiksummin.api.batons import Baton, described, needed_receiver, seen_baton
from fiksummin.api.bearers import WRITE, Asked
from fiksummin.api.experiment_inputs import ExperimentWish, Giving, HandOver
from fiksummin.api.experiments import REFUSALS, wish_of
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.experiments import actions, models, queries, rules
from fiksummin.people.models import Person

router = Router(tags=["Experiments"])


@router.post(
    "batons/{int:baton}/acceptance", auth=WRITE, response=responses(Baton, *REFUSALS),
    url_name="baton_acceptance",
)  # fmt: skip
def accept(request: Asked, baton: int, key: IdempotencyKey) -> HttpResponse:
    """Take a baton that is offered to you or to your organisation; the days of your turn begin."""

    def act(person: Person, hold: models.Hold) -> None:
        actions.accept_baton(by=person, hold=hold)

    return _once(request.auth.person, baton, key, ["accept-baton"], act)


@router.post(
    "batons/{int:baton}/experiments", auth=WRITE, response=responses({201: Baton}, *REFUSALS),
    url_name="baton_experiments",
)  # fmt: skip
def try_out(request: Asked, baton: int, wish: ExperimentWish, key: IdempotencyKey) -> HttpResponse:
    """Start the small experiment of your turn; the baton is taken with it. Its id stands at your turn."""

    def act(person: Person, hold: models.Hold) -> None:
        actions.try_with_baton(by=person, hold=hold, wish=wish_of(person, wish))

    return _once(
        request.auth.person, baton, key, ["try-baton", wish.model_dump(mode="json")], act, status=201
    )


@router.post(
    "batons/{int:baton}/hand-over", auth=WRITE, response=responses(Baton, *REFUSALS),
    url_name="baton_hand_over",
)  # fmt: skip
def hand_over(request: Asked, baton: int, wish: HandOver, key: IdempotencyKey) -> HttpResponse:
    """Hand the baton on after your own experiment has its answer, to `more` than one if you like, or pass it on without one.

    What became of your turn is its `state`: `handed` or `passed`.
    """

    def act(person: Person, hold: models.Hold) -> None:
        receiver, passes = needed_receiver(wish), wish.pass_on
        if passes is None:
            passes = bool(rules.why_not_hand_over(hold, person)) and not wish.more
        if passes:
            actions.pass_baton_on(by=person, hold=hold, receiver=receiver)
        else:
            more = [address.strip().lower() for address in wish.more]
            actions.hand_over_baton(by=person, hold=hold, receiver=receiver, more=more)

    return _once(request.auth.person, baton, key, ["hand-over", wish.model_dump(mode="json")], act)


@router.post(
    "batons/{int:baton}/release", auth=WRITE, response=responses(Baton, *REFUSALS), url_name="baton_release",
)  # fmt: skip
def release(request: Asked, baton: int, wish: Giving, key: IdempotencyKey) -> HttpResponse:
    """For hosts, and for who offered it in vain: give a baton that stands still to somebody else."""

    def act(person: Person, hold: models.Hold) -> None:
        actions.free_baton(by=person, hold=hold, receiver=needed_receiver(wish))

    return _once(request.auth.person, baton, key, ["release", wish.model_dump(mode="json")], act)


def _once(
    person: Person, number: int, key: str, mark: list[object], act: Callable[[Person, models.Hold], None], *,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Act once for a key on the turn that stands, and answer with the baton."""
    row = seen_baton(person, number)

    def describe() -> tuple[int, Any]:
        hold = queries.holder(row)
        assert hold is not None  # noqa: S101 -- a baton is always in somebody's hands
        act(person, hold)
        return status, described(seen_baton(person, number)).model_dump(mode="json")

    return answered_once(person, key, [*mark, number], describe)
