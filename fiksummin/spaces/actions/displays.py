"""Screens on doors and in lobbies: taken into use, renewed, taken out of use."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fiksummin.core import shown_once
from fiksummin.core.errors import Invalid, NotAllowed, NotNow, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import rules
from fiksummin.spaces.facts import DisplayChanged, DisplayMade, DisplayRenewed, DisplayRevoked
from fiksummin.spaces.models import Display, Site, Space

MOST_DISPLAYS = 100
"""Of one site, in use."""
SEEN_EVERY = timedelta(minutes=1)
"""How often it is noted that a screen was there."""


def make_display(
    *,
    by: Person,
    site: Site,
    name: str,
    space: Space | None = None,
    language: str = "",
    at: datetime | None = None,
) -> tuple[Display, str]:
    """Take a screen into use: a sign on the door of a space in use, or the lobby's without one.

    ``language`` is a code, or "" for the languages of the site in turn. Answers the screen and its
    secret of 256 bits, which is shown once and kept only as a hash. Raises NotAllowed, Invalid.
    """
    if space is not None and (space.site_id != site.pk or space.retired_at):
        raise Invalid(_("There is no such space at this site."), "space")
    words = _words(name, language)
    secret, digest = shown_once.make()
    with transaction.atomic():
        refuse_if(rules.why_not_manage(by, site))
        Site.objects.select_for_update(no_key=True).get(pk=site.pk)
        if Display.objects.filter(site=site, revoked_at=None).count() >= MOST_DISPLAYS:
            raise NotAllowed(
                _("The site has %(count)d screens. Take one out of use first.") % {"count": MOST_DISPLAYS}
            )
        display = Display.objects.create(site=site, space=space, digest=digest, made_at=at or now(), **words)
        announce(DisplayMade(by=by.pk, display=display.pk))
    return display, secret


def change_display(*, by: Person, display: Display, name: str, language: str = "") -> Display:
    """Give a screen another name or language; its address stays. Raises NotAllowed, Invalid."""
    words = _words(name, language)
    with transaction.atomic():
        display = _locked(by, display)
        for field, value in words.items():
            setattr(display, field, value)
        display.save(update_fields=list(words))
        announce(DisplayChanged(by=by.pk, display=display.pk))
    return display


def renew_display(
    *, by: Person, display: Display, was: str, at: datetime | None = None
) -> tuple[Display, str]:
    """Give a screen a new address; the old one opens nothing at once. Raises NotAllowed.

    ``was`` is the mark (``queries.mark_of``) of the address that is to go. When somebody renewed it
    meanwhile, the address that she was shown stays, and NotNow is raised.
    """
    secret, digest = shown_once.make()
    with transaction.atomic():
        display = _locked(by, display)
        if display.digest[: len(was)] != was or not was:
            raise NotNow(_("The address of the screen has been renewed meanwhile."))
        display.digest, display.made_at, display.seen_at = digest, at or now(), None
        display.save(update_fields=["digest", "made_at", "seen_at"])
        announce(DisplayRenewed(by=by.pk, display=display.pk))
    return display, secret


def revoke_display(*, by: Person, display: Display, at: datetime | None = None) -> None:
    """Take a screen out of use: its address opens nothing. Raises NotAllowed, NotNow when it is already."""
    with transaction.atomic():
        display = _locked(by, display)
        display.revoked_at = at or now()
        display.save(update_fields=["revoked_at"])
        announce(DisplayRevoked(by=by.pk, display=display.pk))


def note_display_seen(*, display: Display, at: datetime) -> None:
    """Note that a screen was there; once a minute is written, and nothing more is kept."""
    if display.seen_at is None or at - display.seen_at >= SEEN_EVERY:
        old = Q(seen_at=None) | Q(seen_at__lte=at - SEEN_EVERY)
        Display.objects.filter(old, pk=display.pk).update(seen_at=at)


def _locked(by: Person, display: Display) -> Display:
    found = (
        Display.objects.select_for_update(no_key=True, of=("self",))
        .select_related("site", "space")
        .get(pk=display.pk)
    )
    refuse_if(rules.why_not_manage(by, found.site))
    if found.revoked_at:
        raise NotNow(_("The screen has been taken out of use already."))
    return found


def _words(name: str, language: str) -> dict[str, str]:
    name = " ".join(name.split())
    if not name or len(name) > 80:
        raise Invalid(_("Give the screen a name of at most 80 characters."), "name")
    if language and language not in LANGUAGES:
        raise Invalid(_("Choose a language."), "language")
    return {"name": name, "language": language}
