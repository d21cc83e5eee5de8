"""Batons: throw them, and where they went. The same actions as on the pages."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Router, Schema

from fiksummin.api.answers import page_of
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.experiment_inputs import Giving, Throw, ThrowMany
from fiksummin.api.experiments import REFUSALS, found, receiver_of
from fiksummin.api.ideas import seen_campaign
from fiksummin.api.inputs import PageQuery
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.time import today
from fiksummin.experiments import actions, models, queries, rules
from fiksummin.experiments.choices import HoldState
from fiksummin.people.models import Organisation, Person

router = Router(tags=["Experiments"])


class Turn(Schema):
    """One turn of a baton."""

    number: int
    organisation: str | None
    state: HoldState
    due_on: date
    experiment: int | None


class Baton(Schema):
    """A baton, and where it went."""

    id: int
    title: str
    turns: list[Turn]
    url: str


class Batons(Schema):
    """A page of batons."""

    items: list[Baton]
    page: int
    size: int
    total: int


class Thrown(Schema):
    """Batons that were thrown at once, one for each receiver."""

    items: list[Baton]


@router.get("batons", auth=READ, response=responses(Batons, 422), url_name="batons")
def list_batons(request: Asked, page: PageQuery) -> dict[str, object]:
    """The batons that go round, the newest first."""
    rows = queries.batons_for(request.auth.person)
    return page_of(rows, page, described)


@router.get(
    "campaigns/{int:campaign}/batons", auth=READ, response=responses(Batons, 404, 422),
    url_name="campaign_batons",
)  # fmt: skip
def list_thrown(request: Asked, campaign: int, page: PageQuery) -> dict[str, object]:
    """The batons of a campaign, with those that branched off, the newest first."""
    person = request.auth.person
    rows = queries.batons_for(person).filter(campaign=seen_campaign(person, campaign))
    return page_of(rows, page, described)


@router.post(
    "campaigns/{int:campaign}/batons", auth=WRITE, response=responses({201: Thrown}, *REFUSALS),
    url_name="campaign_batons",
)  # fmt: skip
def throw_many(request: Asked, campaign: int, wish: ThrowMany, key: IdempotencyKey) -> HttpResponse:
    """For those who run a campaign: throw a baton to each address and organisation, all or none; each address gets a letter."""
    person, row = request.auth.person, seen_campaign(request.auth.person, campaign)
    words = queries.BatonWish(title=wish.title, text=wish.text, hold_days=wish.hold_days)

    def act() -> tuple[int, Any]:
        refuse_if(rules.why_not_throw_many(row, person, len({*wish.receivers}) + len({*wish.organisations})))
        thrown = actions.throw_many(by=person, campaign=row, wish=words, receivers=_receivers(wish))
        numbers = [baton.pk for baton in thrown]
        rows = queries.batons_for(person).filter(pk__in=numbers).order_by("pk")
        return 201, Thrown(items=[described(baton) for baton in rows]).model_dump(mode="json")

    return answered_once(person, key, ["throw-many", campaign, wish.model_dump(mode="json")], act)


@router.get("batons/{int:baton}", auth=READ, response=responses(Baton, 404), url_name="baton")
def read_baton(request: Asked, baton: int) -> Baton:
    """Where a baton went, hand by hand."""
    return described(seen_baton(request.auth.person, baton))


@router.post("batons", auth=WRITE, response=responses({201: Baton}, *REFUSALS), url_name="batons")
def throw(request: Asked, wish: Throw, key: IdempotencyKey) -> HttpResponse:
    """Throw a baton to an address or an organisation; the address gets a letter."""
    person = request.auth.person

    def act() -> tuple[int, Any]:
        words = queries.BatonWish(title=wish.title, text=wish.text, hold_days=wish.hold_days)
        thrown = actions.throw_baton(by=person, wish=words, receiver=needed_receiver(wish))
        return 201, described(seen_baton(person, thrown.pk)).model_dump(mode="json")

    return answered_once(person, key, ["throw", wish.model_dump(mode="json")], act, made="baton")


def _receivers(wish: ThrowMany) -> list[queries.Receiver]:
    bodies = Organisation.objects.standing(today())
    units = [found(bodies, number, "organisations") for number in dict.fromkeys(wish.organisations)]
    return [*(address.strip().lower() for address in wish.receivers), *(unit for unit in units if unit)]


def needed_receiver(wish: Giving) -> queries.Receiver:
    """Give to whom a baton goes. Raises Invalid when nobody is named."""
    receiver = receiver_of(wish)
    if receiver is None:
        raise Invalid(_("Give an address, or choose an organisation."), "receiver")
    return receiver


def seen_baton(person: Person, number: int) -> models.Baton:
    """Give a baton that somebody may see."""
    return get_object_or_404(queries.batons_for(person), pk=number)


def described(row: models.Baton) -> Baton:
    """Describe a baton with all its turns (prefetched)."""
    turns = [
        Turn(
            number=hold.number, organisation=hold.organisation.name if hold.organisation else None,
            state=hold.state, due_on=hold.due_on, experiment=hold.experiment_id,
        )
        for hold in row.holds.all()
    ]  # fmt: skip
    url = settings.BASE_URL + reverse("experiments:baton", args=[row.pk])
    return Baton(id=row.pk, title=row.title, turns=turns, url=url)
