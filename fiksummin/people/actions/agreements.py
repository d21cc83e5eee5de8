"""Agreements with partners: from when until when, and where to."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.people import rules
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.facts import AgreementChanged, AgreementMade
from fiksummin.people.models import Agreement, Organisation, Person


def make_agreement(
    *,
    by: Person | None,
    organisation: Organisation,
    starts_on: date,
    ends_on: date,
    places: Sequence[str] = (),
    purpose: str = "",
    at: datetime | None = None,
) -> Agreement:
    """Agree with a partner on days (both included) and places (slugs; none means every place).

    Raises NotAllowed, and Invalid for days the wrong way round or one that is no partner.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_run(by))
        if organisation.kind != OrganisationKind.PARTNER:
            raise Invalid(_("Agreements are made with partners only."))
        agreement = Agreement(organisation=organisation)
        _keep(agreement, starts_on, ends_on, places, purpose)
        announce(AgreementMade(by=by.pk if by else None, agreement=agreement.pk))
    return agreement


def change_agreement(
    *,
    by: Person | None,
    agreement: Agreement,
    starts_on: date,
    ends_on: date,
    places: Sequence[str] = (),
    purpose: str = "",
    at: datetime | None = None,
) -> Agreement:
    """Change the days, the places or the purpose. An end in the past closes the door at once.

    Raises NotAllowed and Invalid as ``make_agreement`` does.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_run(by))
        agreement = Agreement.objects.select_for_update(no_key=True).get(pk=agreement.pk)
        _keep(agreement, starts_on, ends_on, places, purpose)
        announce(AgreementChanged(by=by.pk if by else None, agreement=agreement.pk))
    return agreement


def _keep(agreement: Agreement, starts_on: date, ends_on: date, places: Sequence[str], purpose: str) -> None:
    if ends_on < starts_on:
        raise Invalid(_("The last day is before the first."), "ends_on")
    agreement.starts_on, agreement.ends_on = starts_on, ends_on
    agreement.places, agreement.purpose = sorted(set(places)), purpose.strip()
    agreement.save()
