"""What becomes of somebody's notices, and of what she follows."""

from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.notifications.models import Follow, Notice, Word


def _notices(person: int) -> Rows:
    rows = Notice.objects.filter(person=person)
    return [dict(row) for row in rows.values("what", "thing", "kind", "created_at", "state", "settled_at")]


def _forget_notices(person: int) -> None:
    Notice.objects.filter(person=person).delete()


def _follows(person: int) -> Rows:
    return [dict(row) for row in Follow.objects.filter(person=person).values("node__kind", "made_at")]


def _forget_follows(person: int) -> None:
    Follow.objects.filter(person=person).delete()


declare(
    "notifications.Notice",
    purpose=_("What you were told, and whether on the page or by mail (a year)"),
    export=_notices,
    erase=_forget_notices,
)
declare("notifications.Follow", purpose=_("What you follow"), export=_follows, erase=_forget_follows)


def _words(person: int) -> Rows:
    return [dict(row) for row in Word.objects.filter(made_by=person).values("text", "made_at", "reach")]


def _forget_words(person: int) -> None:
    Word.objects.filter(made_by=person).update(made_by=None)


declare(
    "notifications.Word",
    purpose=_("What you wrote to those who took part in a campaign"),
    export=_words,
    erase=_forget_words,
)
