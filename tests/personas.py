"""People beside the cast whom the permission tests need: those who nearly may, and those who no longer may."""

from datetime import timedelta

from fiksummin.core.time import today
from fiksummin.people import actions
from fiksummin.people.models import Person
from fiksummin.spaces.models import Site
from tests.factories import people, spaces

OTHER_SITE = "vaasa"


def other_site() -> Site:
    """The site where the cast's host and manager have nothing to say; four seats."""
    return Site.objects.filter(slug=OTHER_SITE).first() or spaces.site(
        OTHER_SITE, seats=4, name_fi="Vaasan yhteistoimisto", name_sv="Vasa samkontor"
    )


def other_host() -> Person:
    """Receives people at the other site only."""
    return _afresh(people.person(name="Vera Vaasalainen", roles=[("host", OTHER_SITE)]))


def lapsed_partner() -> Person:
    """Of a partner whose agreement ended yesterday."""
    body = people.organisation(name_fi="Entinen Kumppani Oy", kind="partner")
    gone = people.person(name="Lassi Lomanen", organisation=body)
    body.agreements.update(ends_on=today() - timedelta(days=1))
    return _afresh(gone)


def guest_of(place: str, sponsor: Person | None = None) -> Person:
    """A guest who was invited to one site."""
    return _afresh(people.guest(sponsor, name="Viivi Vierailija", place=place))


def expired_guest() -> Person:
    """A guest whose time ended yesterday."""
    gone = people.guest(name="Eino Entinen")
    Person.objects.filter(pk=gone.pk).update(guest_until=today() - timedelta(days=1))
    return _afresh(gone)


def erased() -> Person:
    """Was here once; only the number remains."""
    gone = people.person(name="Poistunut Henkilö")
    actions.erase(by=gone, person=gone)
    return _afresh(gone)


def _afresh(person: Person) -> Person:
    """Read again, so that nothing is remembered of how she was made."""
    return Person.objects.get_queryset().get(pk=person.pk)
