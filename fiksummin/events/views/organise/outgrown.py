"""Which groups wait for more places than an event has, told to whoever has just changed it."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fiksummin.events import queries
from fiksummin.events.models import Event


def say_outgrown(request: HttpRequest, event: Event) -> None:
    """Name those who wait in vain as the event is by now."""
    rows = queries.too_large(queries.read_anew(event)).select_related("person")
    if names := ", ".join(row.who for row in rows):
        said = _("These wait with more people than there are places for, and have been told so: %(names)s.")
        messages.warning(request, said % {"names": names})
