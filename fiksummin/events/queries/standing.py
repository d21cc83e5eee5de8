"""Who has a place, who waits and at which place in line."""

from fiksummin.events.models import Event, Pool, Quota, Registration
from fiksummin.people.models import Organisation, Person


def position(registration: Registration) -> int:
    """Give somebody's place in line, 1 for the first; 0 when she does not wait. One query."""
    line = list(
        Registration.objects.filter(event=registration.event_id)
        .queued(registration.mode)
        .values_list("pk", flat=True)
    )
    return line.index(registration.pk) + 1 if registration.pk in line else 0


def queue_length(event: Event, mode: str) -> int:
    """Tell how many registrations stand in line for a mode."""
    return Registration.objects.filter(event=event).queued(mode).count()


def standing_of(event: Event, person: Person) -> Registration | None:
    """Give a person's own registration to an event, if she has one."""
    return (
        Registration.objects.standing()
        .filter(event=event, person=person)
        .select_related("event", "pool")
        .first()
    )


def standing_guest(event: Event, email: str) -> Registration | None:
    """Give the registration of a guest by her address in small letters, if she has one."""
    return Registration.objects.standing().filter(event=event, guest_email=email).first()


def quota_for(event: Event, person: Person | None, organisation: Organisation | None) -> Quota | None:
    """Give the quota that counts somebody: her role's, else her organisation's (prefetched ``quotas`` are used)."""
    roles = {kind for kind, _place in person.held_roles} if person else set()
    quotas = list(event.quotas.all())
    by_role = (quota for quota in quotas if quota.role and quota.role in roles)
    whose = organisation.pk if organisation else None
    by_body = (quota for quota in quotas if whose is not None and quota.organisation_id == whose)
    return next(by_role, None) or next(by_body, None)


def pools_of(event: Event) -> dict[str, Pool]:
    """Give the places of an event by mode, read anew."""
    return {pool.mode: pool for pool in Pool.objects.filter(event=event)}
