"""Members come and go, and no community is left without somebody who keeps it."""

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.circles import queries, rules
from fiksummin.circles.actions.circles import close, locked
from fiksummin.circles.choices import AskingState
from fiksummin.circles.facts import KeeperMade, MemberJoined, MemberLeft
from fiksummin.circles.models import Asking, Circle, Membership
from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people.models import Person


def join_circle(*, by: Person, circle: Circle, at: datetime | None = None) -> Membership:
    """Become a member at once, of an open community or by an invitation. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        circle = locked(circle)
        refuse_if(rules.why_not_join(circle, by))
        Asking.objects.waiting().filter(circle=circle, person=by).update(
            state=AskingState.ACCEPTED, answered_at=at, answered_by=by
        )
        return let_in(circle=circle, person=by, by=by, at=at)


def leave_circle(*, by: Person, circle: Circle, at: datetime | None = None) -> None:
    """Be a member no longer; who has only asked, or is invited, says that she does not come. Raises NotNow."""
    with transaction.atomic():
        circle = locked(circle)
        if Asking.objects.waiting().filter(circle=circle, person=by).delete()[0]:
            return
        refuse_if(rules.why_not_leave(circle, by))
        Membership.objects.filter(circle=circle, person=by).delete()
        announce(MemberLeft(by=by.pk, circle=circle.pk, person=by.pk))


def remove_member(*, by: Person, membership: Membership, at: datetime | None = None) -> None:
    """Take a member off. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        membership = _locked_member(membership)
        refuse_if(rules.why_not_remove(membership, by))
        membership.delete()
        announce(MemberLeft(by=by.pk, circle=membership.circle_id, person=membership.person_id))


def make_keeper(*, by: Person, membership: Membership, at: datetime | None = None) -> Membership:
    """Let a member keep the community, too. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        membership = _locked_member(membership)
        refuse_if(rules.why_not_make_keeper(membership, by))
        return _keep(membership, by, at or now())


def find_keepers(*, at: datetime) -> int:
    """Hand on the communities of which nobody who keeps them may come in any more; answer how many. Called by the clock."""
    return sum(_hand_on(circle, at) for circle in queries.without_keepers(today(at=at)))


def forget_member(*, person: int, at: datetime) -> None:
    """Take somebody (by id) who is erased out of all communities; where she was the last to keep one, it is handed on."""
    with transaction.atomic():
        rows = Membership.objects.filter(person=person).select_related("circle").order_by("circle")
        for row in rows:
            circle = locked(row.circle)
            others = circle.members.filter(keeper_at__isnull=False).exclude(person=person)
            if row.keeper_at and circle.ended_at is None and not others.exists() and not _hand_on(circle, at):
                with translation.override(circle.language):
                    close(circle=circle, by=None, reason=_("Nobody was left in the community."), at=at)
            row.delete()
        Asking.objects.filter(person=person).delete()
        Asking.objects.filter(invited_by=person).update(invited_by=None)
        Asking.objects.filter(answered_by=person).update(answered_by=None)


def let_in(*, circle: Circle, person: Person, by: Person, at: datetime) -> Membership:
    """Write down a member of a community whose row is taken."""
    membership = Membership.objects.create(circle=circle, person=person, joined_at=at)
    announce(MemberJoined(by=by.pk, circle=circle.pk, person=person.pk))
    return membership


def _hand_on(circle: Circle, at: datetime) -> int:
    """Make the longest-standing member who may come in a keeper; 0 when there is nobody."""
    with transaction.atomic():
        circle = locked(circle)
        heir = queries.successor(circle, today(at=at))
        if heir is None:
            return 0
        _keep(circle.members.get(person=heir), None, at)
    return 1


def _keep(membership: Membership, by: Person | None, at: datetime) -> Membership:
    membership.keeper_at = at
    membership.save(update_fields=["keeper_at"])
    announce(KeeperMade(by=by.pk if by else None, circle=membership.circle_id, person=membership.person_id))
    return membership


def _locked_member(membership: Membership) -> Membership:
    circle = locked(membership.circle)
    found = Membership.objects.select_for_update(no_key=True, of=("self",)).select_related("circle", "person")
    return found.get(pk=membership.pk, circle=circle)
