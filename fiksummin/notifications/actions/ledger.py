"""Writing a fact down for those who are to hear it, and noting that they saw it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.notifications.choices import Kind, State
from fiksummin.notifications.models import Notice
from fiksummin.notifications.things import read_key
from fiksummin.people import actions as people
from fiksummin.people.models import Person

LET_GO_AFTER = timedelta(days=90)
"""How long something stays new that nobody reads."""
KEPT = timedelta(days=365)


def tell(
    *, key: str, what: str, thing: int, about: Iterable[int] = (), follow: Iterable[int] = (),
    but: int | None = None, at: datetime | None = None,
) -> int:  # fmt: skip
    """Write a fact down for people, by their numbers; whoever has it already keeps it as it is. Answers how many were named.

    Who is in both hears it as being about herself; ``but`` is whoever did it, and knows.
    """
    mine, theirs = set(about) - {but}, set(follow) - set(about) - {but}
    kinds = [(Kind.ABOUT, person) for person in sorted(mine)]
    kinds += [(Kind.FOLLOW, person) for person in sorted(theirs)]
    at = at or now()
    rows = [
        Notice(person_id=person, key=key, what=what, thing=thing, kind=kind, created_at=at)
        for kind, person in kinds
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def note_letter(letter: Letter) -> None:
    """Write down what a letter of its own has told, in the transaction that wrote the letter.

    A bundle stands in the ledger already, and a code to sign in with is no news.
    """
    known = read_key(letter.key)
    if known is None or letter.person is None:
        return
    if Person.objects.get_queryset().filter(pk=letter.person, is_active=True).exists():
        what, thing = known
        row = Notice(
            person_id=letter.person, key=letter.key, what=what, thing=thing, created_at=letter.written_at,
            state=State.MAILED, settled_at=letter.written_at, letter=letter,
        )  # fmt: skip
        Notice.objects.bulk_create([row], ignore_conflicts=True)


def show(*, by: Person, notices: Iterable[int], at: datetime | None = None) -> int:
    """Note that somebody saw notices of hers on the page; what was sent or let go stays so. Answers how many were new."""
    with transaction.atomic():
        own = Notice.objects.visible_to(by).unread().filter(pk__in=list(notices))
        return own.update(state=State.SHOWN, settled_at=at or now())


def show_all(*, by: Person, until: int, at: datetime | None = None) -> int:
    """Note that somebody has seen all that she was told up to a notice, by its number; what came since stays new.

    Answers how many were new.
    """
    with transaction.atomic():
        own = Notice.objects.visible_to(by).unread().filter(pk__lte=until)
        return own.update(state=State.SHOWN, settled_at=at or now())


def stop_letters(*, by: Person, kind: str) -> None:
    """Send somebody no more letters of a kind; on the page all of it stands still."""
    if kind == Kind.ABOUT:
        people.change_profile(by=by, mail_about_me=False)
    else:
        people.change_profile(by=by, mail_follow=False)


def forget_old(*, at: datetime) -> None:
    """Let go what nobody has read in ninety days, and forget what is a year old."""
    with transaction.atomic():
        old = Notice.objects.unread().filter(created_at__lt=at - LET_GO_AFTER)
        old.update(state=State.DROPPED, settled_at=at)
        Notice.objects.filter(created_at__lt=at - KEPT).delete()
