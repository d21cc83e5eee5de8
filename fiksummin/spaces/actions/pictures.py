"""Pictures of a space: drawn by us, and never without words for those who do not see them."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.files import drop_file
from fiksummin.core.pictures import Drawn
from fiksummin.people.models import Person
from fiksummin.spaces import rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.facts import SpaceChanged
from fiksummin.spaces.models import Space, SpacePicture

MOST_PICTURES = 12


def set_pictures(
    *, by: Person, space: Space, pictures: Sequence[Mapping[str, Any]], removed: Collection[int] = ()
) -> None:
    """Add pictures to a space, change the words of others (by ``pk``), remove some (by id) with their files.

    Each maps alt_fi, alt_sv and alt_en; a new one also ``file``, drawn by ``core.pictures`` (no
    other is taken). What somebody else added meanwhile stays. Raises NotAllowed, Invalid.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, space.site))
        claims.choose_in_order(space.site)
        known = {row.pk: row for row in space.pictures.all()}
        _refuse(pictures, known.keys() - set(removed))
        for gone in (row for pk, row in known.items() if pk in removed):
            drop_file(gone.file)
            gone.delete()
        for row in pictures:
            words = {name: row.get(name, "").strip() for name in ("alt_fi", "alt_sv", "alt_en")}
            if row.get("pk"):
                SpacePicture.objects.filter(pk=row["pk"]).update(**words)
            else:
                last = max((picture.position for picture in known.values()), default=0)
                SpacePicture.objects.create(space=space, file=_file(row["file"]), position=last + 1, **words)
        announce(SpaceChanged(by=by.pk, space=space.pk))


def _refuse(pictures: Sequence[Mapping[str, Any]], known: Collection[int]) -> None:
    if len(known) + sum(not row.get("pk") for row in pictures) > MOST_PICTURES:
        raise Invalid(_("A space has at most %(most)d pictures.") % {"most": MOST_PICTURES}, "file")
    for row in pictures:
        if not (row.get("alt_fi", "").strip() and row.get("alt_sv", "").strip()):
            raise Invalid(_("Say in Finnish and in Swedish what the picture shows."), "alt_fi")
        if row.get("pk") and row["pk"] not in known:
            raise Invalid(_("There is no such picture of this space any more."), "pk")
        if not row.get("pk") and not isinstance(row.get("file"), Drawn):
            raise Invalid(_("Choose a picture."), "file")


def _file(picture: Drawn) -> ContentFile[bytes]:
    """Store it under a name that tells nothing: the one it was brought with may name somebody."""
    return ContentFile(picture.content, name=f"{secrets.token_hex(12)}{PurePath(picture.name).suffix}")
