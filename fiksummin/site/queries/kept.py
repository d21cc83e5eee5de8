"""What the service keeps about people, for the privacy notice: read from what the rooms declare."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.personal import REGISTRY
from fiksummin.site.models.feedback import KEEP_ADDRESS_DAYS
from fiksummin.spaces.models import Site


def purposes() -> list[str]:
    """Give why data are kept, each reason once, in the reader's language."""
    return sorted({str(item.purpose) for item in REGISTRY.values() if item.export})


def lengths() -> list[tuple[str, str]]:
    """Give what is kept only for a time, and for how long, from the numbers that the service goes by."""
    rows = [
        (
            _("Visits to %(site)s, before only a count of them remains") % {"site": site.name},
            site.keep_visits_days,
        )
        for site in Site.objects.all()
    ]
    rows.append((_("The address you gave with accessibility feedback, after the answer"), KEEP_ADDRESS_DAYS))
    found = [
        (what, ngettext("%(count)d day", "%(count)d days", days) % {"count": days}) for what, days in rows
    ]
    hours = settings.SESSION_COOKIE_AGE // 3600
    found.append(
        (_("Being signed in"), ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    )
    found.append((_("What a mail to you says"), _("until it is sent")))
    return found
