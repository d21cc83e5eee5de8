"""The order of rivals: whoever writes about an event holds its row until the end of the transaction.

A site comes before an event: who needs both takes the site's order first
(``spaces.actions.claims.choose_in_order``), so that no two wait for each other.
"""

from fiksummin.events.models import Event, Registration


def locked(event: Event) -> Event:
    """Read an event anew with its places, and keep others from it until the end of the transaction."""
    rows = Event.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "kind", "site", "booking"
    )
    return rows.prefetch_related("pools", "quotas", "questions", "people").get(pk=event.pk)


def locked_registration(registration: Registration) -> Registration:
    """Read a registration anew, its event held."""
    event = locked(registration.event)
    fresh = Registration.objects.select_related("pool", "quota", "person", "organisation").get(
        pk=registration.pk
    )
    fresh.event = event
    return fresh
