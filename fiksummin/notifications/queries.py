"""Reads of the ledger: whose letter is due, who is to hear of a step, what somebody follows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db.models import Count, Max, Q

from fiksummin.core.db.questions import Question
from fiksummin.core.time import HELSINKI, moment, today
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign
from fiksummin.ideas.models.campaign import CampaignQuerySet
from fiksummin.notifications.choices import FOLLOWED, Kind, State
from fiksummin.notifications.models import (
    Follow,
    FollowQuerySet,
    Notice,
    NoticeQuerySet,
    Word,
    WordQuerySet,
)
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles
from fiksummin.trail.choices import Part
from fiksummin.trail.models import Contribution, Node, Overdue
from fiksummin.trail.queries import ancestors
from fiksummin.trail.things import faces

_FOLLOWED = Question(lambda node, person: Follow.objects.filter(node=node, person=person).values_list("pk"))
PAUSE = timedelta(hours=1)
"""So long after a letter about herself the next one waits, and takes along what has come meanwhile."""
MORNING = time(7)
"""When what somebody follows is mailed, at most once a day, by the clock on the wall."""


def notices_of(person: Person) -> NoticeQuerySet:
    """Give somebody's own notices, the newest first; those let go are not among them."""
    return Notice.objects.visible_to(person).exclude(state=State.DROPPED)


def count_unread(person: Person) -> int:
    """Count what is new to somebody; one query."""
    return Notice.objects.visible_to(person).unread().count()


def unread_until(person: Person) -> tuple[int, int]:
    """Say how many notices somebody has not seen, and the number of the newest of them; one query."""
    found = Notice.objects.visible_to(person).unread().aggregate(count=Count("pk"), newest=Max("pk"))
    return found["count"], found["newest"] or 0


def readers_due(kind: str, at: datetime) -> list[int]:
    """Give the numbers of those to whom a letter of a kind is due, who has waited longest first; one query.

    About herself: at once, unless the last such letter is less than an hour old. What she follows: what came
    before seven o'clock today, unless a letter has gone since. Each only by her choice.
    """
    fresh = Notice.objects.filter(kind=kind, bundle__isnull=False, settled_at__gt=_last_before(kind, at))
    waiting = Notice.objects.unread().filter(kind=kind, created_at__lte=_came_before(kind, at))
    wish = Q(person__mail_about_me=True) if kind == Kind.ABOUT else Q(person__mail_follow=True)
    waiting = waiting.filter(wish, person__is_active=True, person__email__isnull=False)
    rows = waiting.exclude(person__in=fresh.values("person")).order_by("created_at", "pk")
    return list(dict.fromkeys(rows.values_list("person", flat=True)))


def is_due(person: int, kind: str, at: datetime) -> bool:
    """Say whether a letter of a kind is due to somebody; asked again while nobody else can write her one."""
    own = Notice.objects.filter(person=person, kind=kind)
    if own.filter(bundle__isnull=False, settled_at__gt=_last_before(kind, at)).exists():
        return False
    return own.unread().filter(created_at__lte=_came_before(kind, at)).exists()


def due_notices(person: int, kind: str, at: datetime) -> NoticeQuerySet:
    """Give what a letter of a kind takes along, the oldest first."""
    rows = Notice.objects.unread().filter(person=person, kind=kind, created_at__lte=at)
    return rows.order_by("created_at", "pk")


def _last_before(kind: str, at: datetime) -> datetime:
    """Give the moment after which a letter keeps the next one waiting."""
    return at - PAUSE if kind == Kind.ABOUT else morning(at) - timedelta(microseconds=1)


def _came_before(kind: str, at: datetime) -> datetime:
    return at if kind == Kind.ABOUT else morning(at)


def morning(at: datetime) -> datetime:
    """Give the last seven o'clock by the clock on the wall, in UTC."""
    day = today(at=at)
    begins = moment(day, MORNING, HELSINKI)
    return begins if begins <= at else moment(day - timedelta(days=1), MORNING, HELSINKI)


def parts_in(nodes: Iterable[int]) -> dict[int, set[str]]:
    """Give who had which parts in some things or in anything before them; two queries."""
    numbers = set(nodes)
    rows = Contribution.objects.filter(node__in=numbers | ancestors(numbers), person__is_active=True)
    found: dict[int, set[str]] = defaultdict(set)
    for person, part in rows.values_list("person", "part"):
        found[person].add(part)
    return found


def who_heard_it_is_late(node: int, at: datetime) -> set[int]:
    """Give who was told that a thing was past the day that was promised of it until a moment; two queries."""
    return who_heard(Overdue.objects.filter(node=node, at__lte=at).order_by("at", "pk").last())


def who_heard(late: Overdue | None) -> set[int]:
    """Give who was told that something is past its day, by any that told it; one query, none for None."""
    rows = Overdue.objects.filter(node=late.node_id, due_on=late.due_on) if late else Overdue.objects.none()
    heard = Notice.objects.filter(key__in=[f"overdue-{row.pk}" for row in rows])
    return set(heard.values_list("person", flat=True))


def hands_in(nodes: Iterable[int]) -> set[int]:
    """Give who had any part in some things themselves; one query."""
    rows = Contribution.objects.filter(node__in=list(nodes), person__is_active=True)
    return set(rows.values_list("person", flat=True))


def members_of(organisation: int) -> set[int]:
    """Give who works in an organisation, guests not; one query."""
    rows = Person.objects.get_queryset().filter(organisation=organisation, is_active=True, guest_until=None)
    return set(rows.values_list("pk", flat=True))


def followers(nodes: Iterable[int]) -> set[int]:
    """Give who follows some things or anything before them; two queries."""
    numbers = set(nodes)
    rows = Follow.objects.filter(node__in=numbers | ancestors(numbers), person__is_active=True)
    return set(rows.values_list("person", flat=True))


def follows_of(person: Person) -> FollowQuerySet:
    """Give what somebody follows, with the things."""
    return Follow.objects.visible_to(person).select_related("node")


def thing_to_follow(person: Person, number: int) -> tuple[Node, str] | None:
    """Find a thing that somebody may follow, and its page; None when it is not hers to see."""
    node = Node.objects.filter(kind__in=FOLLOWED, pk=number).first()
    face = faces([node], person).get(number) if node else None
    return (node, face.url) if node and face else None


def is_followed(node: int, person: Person) -> bool:
    """Say whether somebody follows a thing; one query."""
    return bool(_FOLLOWED(node=node, person=person.pk))


def who_see(node: Node, people: Iterable[int]) -> set[int]:
    """Give those of some people, by their numbers, who may see a thing; asked of each of them."""
    found = Person.objects.get_queryset().filter(pk__in=list(people), is_active=True)
    return {person.pk for person in found.select_related("organisation") if node.pk in faces([node], person)}


def hosts_who_see(node: Node, at: datetime) -> list[Person]:
    """Give to whom an overdue promise climbs at last: the hosts of the whole lab, else those of its sites, else its owners.

    Only who may see the thing is told of it.
    """
    day = today(at=at)
    roles = list(standing_roles(day).filter(starts_on__lte=day).order_by("pk"))
    lines = (
        [role.person for role in roles if role.kind == RoleKind.HOST and not role.place],
        [role.person for role in roles if role.kind == RoleKind.HOST],
        [role.person for role in roles if role.kind == RoleKind.OWNER and not role.place],
    )
    for line in lines:
        seeing = [person for person in dict.fromkeys(line) if node.pk in faces([node], person)]
        if seeing:
            return seeing
    return []


def took_part(campaign: Campaign, but: Person) -> dict[str, set[int]]:
    """Give who had a part in the ideas of a campaign that are not withdrawn, once each: by her first part; whoever asks is left out.

    ``wrote``, ``supported`` and ``commented`` hold the numbers of people.
    """
    ideas = campaign.ideas.exclude(state=IdeaState.WITHDRAWN).values("node")
    rows = Contribution.objects.filter(node__in=ideas, person__is_active=True).exclude(person=but)
    had: dict[str, set[int]] = defaultdict(set)
    for person, part in rows.values_list("person", "part"):
        had[part].add(person)
    wrote = had[Part.WROTE]
    supported = had[Part.SUPPORTED] - wrote
    return {"wrote": wrote, "supported": supported, "commented": had[Part.COMMENTED] - wrote - supported}


def words_lately(campaign: Campaign, since: datetime) -> int:
    """Count what was written to those who took part since a moment."""
    return Word.objects.filter(campaign=campaign, made_at__gt=since).count()


def campaigns_to_write_of(person: Person) -> CampaignQuerySet:
    """Give the campaigns that somebody runs."""
    return Campaign.objects.run_by(person)


def words_for(person: Person) -> WordQuerySet:
    """Give the words that somebody may read."""
    return Word.objects.visible_to(person).select_related("campaign", "made_by")
