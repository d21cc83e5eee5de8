"""Somebody asks to join a closed community, is answered, or is invited."""

from datetime import datetime

from django.db import transaction

from fiksummin.circles import rules
from fiksummin.circles.actions.circles import locked
from fiksummin.circles.actions.members import let_in
from fiksummin.circles.choices import AskingState
from fiksummin.circles.facts import JoiningAnswered, JoiningAsked, MemberInvited
from fiksummin.circles.models import Asking, Circle
from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person


def ask_to_join(*, by: Person, circle: Circle, words: str = "", at: datetime | None = None) -> Asking:
    """Ask those who keep a closed community. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        circle = locked(circle)
        refuse_if(rules.why_not_ask(circle, by))
        refuse_field(rules.why_not_say(words))
        asking = Asking.objects.create(circle=circle, person=by, at=at, words=words.strip())
        announce(JoiningAsked(by=by.pk, asking=asking.pk))
    return asking


def answer_asking(
    *, by: Person, asking: Asking, accepts: bool, words: str = "", at: datetime | None = None
) -> Asking:
    """Let somebody in who asked to join, or say why not. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        circle = locked(asking.circle)
        rows = Asking.objects.select_for_update(no_key=True, of=("self",)).select_related("circle", "person")
        asking = rows.get(pk=asking.pk)
        refuse_field(rules.why_not_answer(asking, by, accepts=accepts, words=words))
        asking.state = AskingState.ACCEPTED if accepts else AskingState.DECLINED
        asking.answered_at, asking.answered_by, asking.answer = at, by, words.strip()
        asking.save(update_fields=["state", "answered_at", "answered_by", "answer"])
        if accepts:
            let_in(circle=circle, person=asking.person, by=by, at=at)
        announce(JoiningAnswered(by=by.pk, asking=asking.pk))
    return asking


def invite_member(*, by: Person, circle: Circle, newcomer: Person, at: datetime | None = None) -> Asking:
    """Invite somebody, who then joins at once if she likes; who has asked is let in. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        circle = locked(circle)
        refuse_if(rules.why_not_invite(circle, by, newcomer))
        asked = Asking.objects.waiting().filter(circle=circle, person=newcomer).first()
        if asked:
            return answer_asking(by=by, asking=asked, accepts=True, at=at)
        asking = Asking.objects.create(circle=circle, person=newcomer, at=at, invited_at=at, invited_by=by)
        announce(MemberInvited(by=by.pk, asking=asking.pk))
    return asking
