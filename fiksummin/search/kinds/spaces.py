"""Sites and their spaces."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy, override

from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.things import AGELESS, Hit, Piece, Shelf, offer, spoken_pieces
from fiksummin.spaces import facts
from fiksummin.spaces.models import Site, Space
from fiksummin.ui.addresses import address


def _site_hit(row: Site, reader: Person | None) -> Hit:
    return Hit(
        title=row.name,
        url=address("spaces:site", row.slug),
        text=row.lead or row.address,
        state=row.town,
    )


offer(
    Shelf(
        kind="site", name=gettext_lazy("Sites"), rows=Site.objects.visible_to, hit=_site_hit,
        pieces=lambda row: [
            *spoken_pieces(row, "name", 3), *spoken_pieces(row, "town", 2), *spoken_pieces(row, "lead"),
            Piece(row.street, "", 1.5),
        ],
        whole=Site.objects.all,
        at=lambda _row: AGELESS,
        audience=lambda _row: Audience.PUBLIC,
        heard={facts.SiteOpened: lambda fact: fact.site, facts.SiteChanged: lambda fact: fact.site},
    )
)  # fmt: skip


def _spaces(reader: Person | None) -> QuerySet[Space]:
    return Space.objects.visible_to(reader).select_related("site")


def _space_pieces(row: Space) -> list[Piece]:
    kinds = []
    for language in ("fi", "sv", "en"):
        with override(language):
            kinds.append(Piece(str(row.get_kind_display()), language, 1.5))
    return [*spoken_pieces(row, "name", 3), *spoken_pieces(row, "description"), *kinds]


def _space_hit(row: Space, reader: Person | None) -> Hit:
    return Hit(
        title=row.name, url=address("spaces:space", row.pk), state=str(row.get_kind_display()),
        text=row.description or row.site.name,
    )  # fmt: skip


offer(
    Shelf(
        kind="space", name=gettext_lazy("Spaces"), rows=_spaces, hit=_space_hit, pieces=_space_pieces,
        whole=lambda: Space.objects.filter(retired_at=None),
        at=lambda _row: AGELESS,
        audience=lambda _row: Audience.PUBLIC,
        heard=dict.fromkeys(
            (facts.SpaceAdded, facts.SpaceChanged, facts.SpaceRetired), lambda fact: int(fact.space)
        ),
    )
)  # fmt: skip
