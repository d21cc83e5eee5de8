"""Joining an idea to another: its authors agree, its supporters count once, and it can be undone."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.ideas import queries, rules
from fiksummin.ideas.actions.ideas import locked, step
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.facts import MergeAsked, MergeRefused, MergeWithdrawn
from fiksummin.ideas.models import Idea, Merge
from fiksummin.ideas.queries.wishes import StepWish
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Link


def ask_to_merge(*, by: Person, idea: Idea, into: Idea, reason: str, at: datetime | None = None) -> Merge:
    """Ask the authors of an idea whether it may be joined to another; an author who asks herself has agreed.

    Raises NotAllowed, NotNow, Invalid.
    """
    at = at or now()
    with transaction.atomic():
        idea, into = _both(idea, into)
        is_author = queries.is_author(idea, by)
        refuse_if(rules.why_not_ask(idea, by) or rules.why_not_ask_merge(idea, into))
        sentence = rules.why_not_reason(idea, StepWish(state=IdeaState.MERGED, reason=reason))
        if sentence:
            raise Invalid(sentence, "reason")
        merge = Merge.objects.create(
            idea=idea, into=into, asked_at=at, asked_by=by, reason=" ".join(reason.split())
        )
        if is_author:
            return _join(by, merge, idea, at)
        announce(MergeAsked(by=by.pk, merge=merge.pk))
    return merge


def agree_to_merge(*, by: Person, merge: Merge, words: str = "", at: datetime | None = None) -> Merge:
    """Agree for the authors, of whom one is enough: the idea is joined. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        idea, into = _both(merge.idea, merge.into)
        merge = _locked(merge)
        refuse_if(rules.why_not_agree(merge, by))
        refuse_if(rules.why_not_join(idea, into))
        _answer(by, merge, words, is_needed=False)
        return _join(by, merge, idea, at or now())


def refuse_merge(*, by: Person, merge: Merge, words: str, at: datetime | None = None) -> Merge:
    """Say for the authors that the idea stays by itself, and why. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        merge = _locked(merge)
        refuse_if(rules.why_not_agree(merge, by))
        _answer(by, merge, words, is_needed=True)
        merge.refused_at = merge.undone_at = at or now()
        merge.save(update_fields=["refused_at", "undone_at"])
        announce(MergeRefused(by=by.pk, merge=merge.pk))
    return merge


def withdraw_merge(*, by: Person, merge: Merge, at: datetime | None = None) -> Merge:
    """Ask no more whether an idea may be joined to another. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        merge = _locked(merge)
        refuse_if(rules.why_not_withdraw_merge(merge, by))
        merge.undone_at = at or now()
        merge.save(update_fields=["undone_at"])
        announce(MergeWithdrawn(by=by.pk, merge=merge.pk))
    return merge


def undo_merge(*, by: Person, merge: Merge, words: str = "", at: datetime | None = None) -> Merge:
    """Let an idea stand by itself again, with its own authors and supporters. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        idea, _into = _both(merge.idea, merge.into)
        merge = _locked(merge)
        refuse_if(rules.why_not_undo_merge(merge, by))
        merge.undone_at = at
        merge.save(update_fields=["undone_at"])
        for link in Link.objects.filter(
            source=idea.node, target=merge.into.node, kind=LinkKind.MERGED, undone_at=None
        ):
            trail.undo_link(by=by, link=link, at=at)
        again = working_day_after(today(at=at), idea.campaign.promise_days)
        step(by=by, idea=idea, wish=StepWish(state=IdeaState.OPEN, reason=words, due_on=again), at=at)
    return merge


def _answer(by: Person, merge: Merge, words: str, *, is_needed: bool) -> None:
    """Keep what the authors said. Raises Invalid."""
    sentence = rules.why_not_words(words, is_needed=is_needed)
    if sentence:
        raise Invalid(sentence, "words")
    merge.answered_by, merge.words = by, " ".join(words.split())
    merge.save(update_fields=["answered_by", "words"])


def _join(by: Person, merge: Merge, idea: Idea, at: datetime) -> Merge:
    merge.agreed_at = at
    merge.save(update_fields=["agreed_at"])
    trail.link(by=by, source=idea.node, target=merge.into.node, kind=LinkKind.MERGED, at=at)
    step(by=by, idea=idea, wish=StepWish(state=IdeaState.MERGED, reason=merge.reason), at=at)
    return merge


def _both(idea: Idea, into: Idea) -> tuple[Idea, Idea]:
    """Take both rows in one order, so that two who join crosswise wait for each other."""
    rows = {row.pk: locked(row) for row in sorted((idea, into), key=lambda one: one.pk)}
    return rows[idea.pk], rows[into.pk]


def _locked(merge: Merge) -> Merge:
    rows = Merge.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "idea__node", "into__node"
    )
    return rows.get(pk=merge.pk)
