"""Who hears of communities: those who keep one, those who ask to join, and those who are invited."""

from fiksummin.circles.facts import (
    CircleEnded,
    JoiningAnswered,
    JoiningAsked,
    KeeperMade,
    MemberInvited,
    MemberLeft,
)
from fiksummin.circles.models import Asking, Circle, Membership
from fiksummin.core.facts import later
from fiksummin.core.time import today
from fiksummin.notifications.actions import tell


@later(JoiningAsked)
def ask_keepers(fact: JoiningAsked) -> None:
    """Those who keep the community hear that somebody asks to join."""
    asking = Asking.objects.waiting().filter(pk=fact.asking).first()
    if asking:
        kept = Membership.objects.filter(circle=asking.circle_id, keeper_at__isnull=False)
        about = kept.values_list("person", flat=True)
        tell(key=f"asking-{asking.pk}", what="circle.asked", thing=asking.pk, about=about, but=fact.by)


@later(JoiningAnswered)
def tell_answer(fact: JoiningAnswered) -> None:
    """Whoever asked hears the answer."""
    asking = Asking.objects.filter(pk=fact.asking).first()
    if asking:
        key, what = f"asking-{asking.pk}-answered", f"circle.{asking.state}"
        tell(key=key, what=what, thing=asking.pk, about=[asking.person_id], but=fact.by)


@later(MemberInvited)
def tell_invited(fact: MemberInvited) -> None:
    """Whoever is invited hears of it."""
    asking = Asking.objects.waiting().filter(pk=fact.asking).first()
    if asking:
        key = f"asking-{asking.pk}"
        tell(key=key, what="circle.invited", thing=asking.pk, about=[asking.person_id], but=fact.by)


@later(KeeperMade)
def tell_keeper(fact: KeeperMade) -> None:
    """Whoever keeps a community from now on hears of it."""
    membership = Membership.objects.filter(circle=fact.circle, person=fact.person).first()
    if membership:
        key = f"membership-{membership.pk}-keeper"
        tell(key=key, what="circle.keeper", thing=fact.circle, about=[fact.person], but=fact.by)


@later(MemberLeft)
def tell_removed(fact: MemberLeft) -> None:
    """Whoever was taken off hears of it; who left herself knows."""
    key = f"circle-{fact.circle}-removed-{today():%Y%m%d}"
    tell(key=key, what="circle.removed", thing=fact.circle, about=[fact.person], but=fact.by)


@later(CircleEnded)
def tell_ended(fact: CircleEnded) -> None:
    """Its members hear that the community has ended, and why."""
    circle = Circle.objects.filter(pk=fact.circle).first()
    if circle:
        about = circle.members.values_list("person", flat=True)
        tell(key=f"circle-{circle.pk}-ended", what="circle.ended", thing=circle.pk, about=about, but=fact.by)
