"""Communities, by their name and purpose."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.circles import facts
from fiksummin.circles.models import Circle
from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.things import Hit, Piece, Shelf, offer
from fiksummin.ui.addresses import address


def _hit(row: Circle, _reader: Person | None) -> Hit:
    return Hit(
        title=row.name, url=address("circles:circle", row.pk), language=row.language, text=row.purpose,
        text_language=row.language, state=_("Ended") if row.ended_at else "", tone="off", at=row.founded_at,
    )  # fmt: skip


def _the_circle(fact: facts.CircleFounded) -> int:
    return fact.circle


offer(
    Shelf(
        kind="circle", name=gettext_lazy("Communities"), rows=Circle.objects.visible_to, hit=_hit,
        pieces=lambda row: [Piece(row.name, row.language, 3), Piece(row.purpose, row.language)],
        whole=Circle.objects.all, at=lambda row: row.founded_at, audience=lambda _row: Audience.MEMBERS,
        heard=dict.fromkeys((facts.CircleFounded, facts.CircleChanged, facts.CircleEnded), _the_circle),
    )
)  # fmt: skip
