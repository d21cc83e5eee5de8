"""What a campaign looks like: its colour, and a picture that is drawn by us and never without words."""

import secrets
from collections.abc import Mapping
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.files import drop_file
from fiksummin.core.pictures import Drawn
from fiksummin.ideas import rules
from fiksummin.ideas.choices import Accent
from fiksummin.ideas.facts import CampaignLookChanged
from fiksummin.ideas.models import Campaign, CampaignPicture
from fiksummin.people.models import Person

ALTS = ("alt_fi", "alt_sv", "alt_en")


def set_look(
    *, by: Person, campaign: Campaign, accent: str, words: Mapping[str, str], picture: Drawn | None = None,
    removed: bool = False,
) -> None:  # fmt: skip
    """Choose the colour of a campaign, and its picture: a new one, other words for the one there is, or none any more.

    ``words`` maps alt_fi, alt_sv and alt_en; a picture has the first two. Raises NotAllowed, Invalid.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(no_key=True, of=("self",)).get(pk=campaign.pk)
        refuse_if(rules.why_not_run(campaign, by))
        if accent not in Accent.values:
            raise Invalid(_("Choose a colour."), "accent")
        if picture and removed:
            raise Invalid(_("Bring a new picture, or take the one there is away: not both."), "removed")
        campaign.accent = accent
        campaign.save(update_fields=["accent"])
        standing = CampaignPicture.objects.filter(campaign=campaign).first()
        said = {name: words.get(name, "").strip() for name in ALTS}
        if not removed and (picture or standing) and not (said["alt_fi"] and said["alt_sv"]):
            raise Invalid(_("Say in Finnish and in Swedish what the picture shows."), "alt_fi")
        if standing and (removed or picture):
            drop_file(standing.file)
            standing.delete()
        if picture:
            name = f"{secrets.token_hex(12)}{PurePath(picture.name).suffix}"
            CampaignPicture.objects.create(
                campaign=campaign, file=ContentFile(picture.content, name=name), **said
            )
        elif standing and not removed:
            CampaignPicture.objects.filter(pk=standing.pk).update(**said)
        announce(CampaignLookChanged(by=by.pk, campaign=campaign.pk))
