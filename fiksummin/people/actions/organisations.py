"""Organisations are entered, renamed, end and merge; they own mail domains."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fiksummin.core import examples
from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people import queries, rules
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.facts import OrganisationChanged, OrganisationFounded
from fiksummin.people.models import EmailDomain, Organisation, Person
from fiksummin.people.models.organisation import LONGEST_CHAIN


class OrganisationWords(TypedDict, total=False):
    """What can be said of an organisation; what is not named stays as it is."""

    name_fi: str
    name_sv: str
    name_en: str
    abbreviation: str
    kind: str
    branch: str
    virtu_id: str
    starts_on: date
    ends_on: date | None
    successor: Organisation | None


def found_organisation(
    *, by: Person | None, at: datetime | None = None, **words: Unpack[OrganisationWords]
) -> Organisation:
    """Enter an organisation; it exists from today unless ``starts_on`` says otherwise.

    Raises NotAllowed, and Invalid for a missing name, unknown kind, wrong days or a taken home organisation.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_run(by))
        words.setdefault("starts_on", today(at=at or now()))
        words.setdefault("kind", OrganisationKind.STATE)
        organisation = _kept(Organisation(), words)
        announce(OrganisationFounded(by=by.pk if by else None, organisation=organisation.pk))
    return organisation


def change_organisation(
    *,
    by: Person | None,
    organisation: Organisation,
    at: datetime | None = None,
    **words: Unpack[OrganisationWords],
) -> Organisation:
    """Change what is said of an organisation; with ``ends_on`` and ``successor`` it ends and has an heir.

    Raises NotAllowed, and Invalid as ``found_organisation`` does, or when the heirs would go in a circle.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_run(by))
        organisation = Organisation.objects.select_for_update(no_key=True, of=("self",)).get(
            pk=organisation.pk
        )
        organisation = _kept(organisation, words)
        announce(OrganisationChanged(by=by.pk if by else None, organisation=organisation.pk))
    return organisation


def add_domain(
    *,
    by: Person | None,
    organisation: Organisation,
    domain: str,
    subdomains: bool = False,
    at: datetime | None = None,
) -> EmailDomain:
    """Note that an organisation owns a mail domain, and with ``subdomains`` all below it too.

    Raises NotAllowed, and Invalid for what is no domain, is owned already, or is real in a demonstration.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_run(by))
        plain = queries.ascii_domain(domain.strip().removeprefix("@").removeprefix("*."))
        if not plain:
            raise Invalid(_("“%(domain)s” is not a mail domain.") % {"domain": domain}, "domain")
        if why := examples.why_not_address(plain):
            raise Invalid(why, "domain")
        try:
            with transaction.atomic():
                row = EmailDomain.objects.create(
                    organisation=organisation, domain=plain, subdomains=subdomains
                )
        except IntegrityError as taken:
            raise Invalid(
                _("The domain %(domain)s is owned already.") % {"domain": plain}, "domain"
            ) from taken
        announce(OrganisationChanged(by=by.pk if by else None, organisation=organisation.pk))
    return row


def remove_domain(*, by: Person | None, domain: EmailDomain, at: datetime | None = None) -> None:
    """Note that an organisation no longer owns a domain; its people stay. Raises NotAllowed."""
    with transaction.atomic():
        refuse_if(rules.why_not_run(by))
        domain.delete()
        announce(OrganisationChanged(by=by.pk if by else None, organisation=domain.organisation_id))


def _kept(organisation: Organisation, words: OrganisationWords) -> Organisation:
    for name, value in words.items():
        setattr(organisation, name, value.strip() if isinstance(value, str) else value)
    organisation.virtu_id = organisation.virtu_id.lower()
    _refuse_nonsense(organisation)
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as taken:
        raise Invalid(_("Another organisation has this home organisation."), "virtu_id") from taken
    return organisation


def _refuse_nonsense(organisation: Organisation) -> None:
    if not organisation.name_fi:
        raise Invalid(_("The organisation needs a name in Finnish."), "name_fi")
    if organisation.kind not in OrganisationKind.values:
        raise Invalid(_("Choose the kind of the organisation."), "kind")
    if organisation.ends_on and organisation.ends_on < organisation.starts_on:
        raise Invalid(_("The last day is before the first."), "ends_on")
    if organisation.successor and not organisation.ends_on:
        raise Invalid(_("An organisation with a successor needs a last day."), "ends_on")
    _refuse_circle(organisation)


def _refuse_circle(organisation: Organisation) -> None:
    heir, steps = organisation.successor_id, 0
    while heir is not None:
        steps += 1
        if heir == organisation.pk or steps > LONGEST_CHAIN:
            raise Invalid(_("The successors would go in a circle."), "successor")
        heir = Organisation.objects.values_list("successor", flat=True).get(pk=heir)
