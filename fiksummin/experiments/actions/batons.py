"""Throwing a baton, taking it, trying something with it, and handing it on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.experiments import letters, rules
from fiksummin.experiments.actions.experiments import parts_of, start_experiment
from fiksummin.experiments.facts import BatonFreed, BatonHanded, BatonTaken
from fiksummin.experiments.models import Baton, Experiment, Hold
from fiksummin.experiments.queries.wishes import BatonWish, ExperimentWish, Receiver
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind, Part


def throw_baton(*, by: Person, wish: BatonWish, receiver: Receiver, at: datetime | None = None) -> Baton:
    """Throw a baton to its first holder. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_throw(by))
        refuse_field(rules.why_not_baton(wish))
        return _begin(by, wish, receiver, at)


def throw_many(
    *,
    by: Person,
    campaign: Campaign,
    wish: BatonWish,
    receivers: Sequence[Receiver],
    at: datetime | None = None,
) -> list[Baton]:
    """Throw the batons of a campaign at once: one for each receiver, however often she is named. All or none.

    Raises NotAllowed, Invalid (with its field).
    """
    at, each = at or now(), list(dict.fromkeys(receivers))
    with transaction.atomic():
        refuse_if(rules.why_not_throw(by) or rules.why_not_throw_many(campaign, by, len(each)))
        wish = replace(wish, campaign=campaign)
        refuse_field(rules.why_not_baton(wish))
        return [_begin(by, wish, receiver, at) for receiver in each]


def _begin(
    by: Person, wish: BatonWish, receiver: Receiver, at: datetime, split_from: Hold | None = None
) -> Baton:
    """Give a new baton to its first holder; whoever throws it has a part in it. One that branches off comes of a turn of another."""
    due_on = today(at=at) + timedelta(days=wish.hold_days)
    owner = parts_of(receiver)[0] or by
    node = trail.enter(kind=NodeKind.BATON, by=by, owner=owner, due_on=due_on, at=at)
    source = split_from.baton if split_from else None
    baton = Baton.objects.create(
        node=node, title=wish.title.strip(), text=wish.text.strip(), campaign=wish.campaign,
        hold_days=wish.hold_days, launched_at=at, launched_by=by, split_from=split_from,
        first=(source.first or source) if source else None,
    )  # fmt: skip
    if source is not None:
        trail.link(by=by, source=source.node, target=node, kind=LinkKind.HANDED, at=at)
    else:
        trail.contribute(node=node, person=by, part=Part.WROTE, at=at)
        if wish.campaign is not None:
            trail.link(by=by, source=wish.campaign.node, target=node, kind=LinkKind.ASKED, at=at)
    _offer(by, baton, receiver, at)
    return baton


def claim_baton(*, by: Person, hold: Hold, is_asked: bool = False, at: datetime | None = None) -> Hold:
    """Say that an offer to one's organisation, or to one's address (``is_asked``), is one's own: to take or to pass on.

    Again, it changes nothing. Raises NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        hold = _locked(hold)
        if hold.person_id != by.pk:
            refuse_if(rules.why_not_claim(hold, by, is_asked=is_asked))
            hold.person, hold.organisation = by, by.organisation or hold.organisation
            hold.save(update_fields=["person", "organisation"])
            trail.promise(by=by, node=hold.baton.node, owner=by, due_on=max(hold.due_on, today(at=at)), at=at)
    return hold


def accept_baton(*, by: Person, hold: Hold, is_asked: bool = False, at: datetime | None = None) -> Hold:
    """Take a baton that is offered; the days of the turn begin anew. ``is_asked``: by a letter. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        hold = _locked(hold)
        if hold.is_open:
            hold = claim_baton(by=by, hold=hold, is_asked=is_asked, at=at)
        refuse_if(rules.why_not_accept(hold, by))
        hold.accepted_at, hold.due_on = at, today(at=at) + timedelta(days=hold.baton.hold_days)
        hold.save(update_fields=["accepted_at", "due_on"])
        trail.promise(by=by, node=hold.baton.node, owner=by, due_on=hold.due_on, at=at)
        trail.contribute(node=hold.baton.node, person=by, part=Part.HELD, at=at)
        announce(BatonTaken(by=by.pk, hold=hold.pk))
    return hold


def try_with_baton(*, by: Person, hold: Hold, wish: ExperimentWish, at: datetime | None = None) -> Experiment:
    """Start the small experiment of one's turn: one in each. Raises as accepting and starting do."""
    with transaction.atomic():
        hold = _locked(hold)
        if hold.accepted_at is None:
            hold = accept_baton(by=by, hold=hold, at=at)
        refuse_if(rules.why_not_try(hold, by))
        experiment = start_experiment(by=by, wish=wish, at=at)
        hold.experiment = experiment
        hold.save(update_fields=["experiment"])
        trail.link(by=by, source=hold.baton.node, target=experiment.node, kind=LinkKind.HANDED, at=at)
    return experiment


def hand_over_baton(
    *, by: Person, hold: Hold, receiver: Receiver, more: Sequence[Receiver] = (), at: datetime | None = None
) -> Hold:
    """Hand the baton to somebody, best in another agency, after one's own experiment has its answer.

    To ``more`` than one, a new baton branches off for each. Raises NotAllowed, NotNow, Invalid.
    """
    at = at or now()
    with transaction.atomic():
        hold = _locked(hold)
        refuse_if(rules.why_not_hand_over(hold, by))
        others = [one for one in dict.fromkeys(more) if one != receiver]
        refuse_if(rules.why_not_branch(len(others)))
        given = _go_on(by, hold, receiver, "handed_at", at)
        baton = hold.baton
        wish = BatonWish(
            title=baton.title, text=baton.text, hold_days=baton.hold_days, campaign=baton.campaign
        )
        for other in others:
            _begin(by, wish, other, at, split_from=hold)
    return given


def show_holder(*, by: Person, hold: Hold, is_named: bool) -> Hold:
    """Say whether members read one's name with one's turn, or one's organisation alone. Raises NotAllowed."""
    with transaction.atomic():
        hold = _locked(hold)
        refuse_if(rules.why_not_show(hold, by))
        hold.is_named = is_named
        hold.save(update_fields=["is_named"])
    return hold


def pass_baton_on(*, by: Person, hold: Hold, receiver: Receiver, at: datetime | None = None) -> Hold:
    """Pass the baton on without trying: no shame in it. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        hold = _locked(hold)
        refuse_if(rules.why_not_pass_on(hold, by))
        return _go_on(by, hold, receiver, "passed_at", at or now())


def free_baton(*, by: Person, hold: Hold, receiver: Receiver, at: datetime | None = None) -> Hold:
    """Give a baton that stands still, or that nobody has taken, to another. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        hold = _locked(hold)
        refuse_if(rules.why_not_free(hold, by, today(at=at)))
        announce(BatonFreed(by=by.pk, hold=hold.pk))
        return _go_on(by, hold, receiver, "freed_at", at)


def _go_on(by: Person, hold: Hold, receiver: Receiver, ended: str, at: datetime) -> Hold:
    """End a turn, by the field that says how, and give the next one."""
    setattr(hold, ended, at)
    hold.save(update_fields=[ended])
    return _offer(by, hold.baton, receiver, at)


def _offer(by: Person, baton: Baton, receiver: Receiver, at: datetime) -> Hold:
    """Give the next turn to somebody, an organisation or an address.

    From now on she answers for the baton; until somebody takes what has no name, who gave it does.
    """
    refuse_field((rules.why_not_receive(baton, receiver, by), "receiver"))
    number = Hold.objects.filter(baton=baton).count() + 1
    due_on = today(at=at) + timedelta(days=baton.hold_days)
    person, organisation, kind = parts_of(receiver)
    hold = Hold.objects.create(
        baton=baton, number=number, person=person, organisation=organisation, given_to=kind, given_by=by,
        given_at=at, due_on=due_on,
    )  # fmt: skip
    trail.promise(by=by, node=baton.node, owner=person or by, due_on=due_on, at=at)
    if isinstance(receiver, str):
        letters.offer_baton(by=by, baton=baton, hold=hold, address=receiver, at=at)
    announce(BatonHanded(by=by.pk, hold=hold.pk))
    return hold


def _locked(hold: Hold) -> Hold:
    """Take the row of the baton with which the chain began, then the baton's own, then the turn's.

    So nobody gets two turns of one chain by two batons of it at once.
    """
    own = Baton.objects.filter(pk=hold.baton_id)
    chain = Baton.objects.filter(Q(pk=hold.baton_id) | Q(pk__in=own.values("first"))).order_by("pk")
    rows = chain.select_for_update(no_key=True, of=("self",)).select_related("node")
    baton = {row.pk: row for row in rows}[hold.baton_id]
    hold = (
        Hold.objects.select_for_update(no_key=True, of=("self",)).select_related("experiment").get(pk=hold.pk)
    )
    hold.baton = baton
    return hold
