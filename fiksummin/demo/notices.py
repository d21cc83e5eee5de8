"""A chapter about notices: the crowd has read theirs, the cast has letters and something new, and the member follows a few things."""

from fiksummin.demo.teller import Teller
from fiksummin.experiments.models import Baton
from fiksummin.ideas.models import Campaign
from fiksummin.notifications import actions
from fiksummin.notifications.choices import State
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person

STILL_NEW = 4
"""So many of the newest stay new to each of the cast."""


def read(teller: Teller) -> None:
    """Tell it."""
    cast = list(teller.parts.values())
    others = Notice.objects.unread().exclude(person__in=cast)
    others.update(state=State.SHOWN, settled_at=teller.at)
    for person in cast:
        _see_all_but_the_newest(person, teller)
    member = teller.parts["member"]
    for thing in (*Campaign.objects.order_by("pk")[:1], *Baton.objects.order_by("pk")[:1]):
        actions.follow(by=member, node=thing.node, at=teller.at)
    teller.say(f"Notices: {Notice.objects.filter(letter=None).count()}")


def _see_all_but_the_newest(person: Person, teller: Teller) -> None:
    unread = list(Notice.objects.visible_to(person).unread().values_list("pk", flat=True))
    actions.show(by=person, notices=unread[STILL_NEW:], at=teller.at)
