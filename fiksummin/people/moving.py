"""Changing one's own e-mail address: the new one is proven by a code, the old one is told."""

from secrets import token_hex

from allauth.account import app_settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid
from fiksummin.core.time import today
from fiksummin.people import actions, letters, queries, rules
from fiksummin.people.models import Person
from fiksummin.people.typed_codes import TypedCode

ASKED = TypedCode("address")


def ask(request: HttpRequest, person: Person, email: str) -> None:
    """Send a code to a new address; one that has an account is told so by letter, and nobody else learns it.

    Raises Invalid for an address that cannot be hers, NotAllowed after too many tries.
    """
    email = email.strip().lower()
    if refusal := rules.why_not_address(person, email, queries.organisation_of(email), today()):
        raise Invalid(refusal, "email")
    code, key = ASKED.made(request, email), f"address-{token_hex(12)}"
    if queries.person_by_email(email):
        reason = _("This address has an account already. Sign in with it.")
        letters.post_no_account(email=email, reason=reason, language=person.language, key=key)
        return
    letters.post_code(
        email=email, code=code, minutes=app_settings.LOGIN_BY_CODE_TIMEOUT // 60, language=person.language,
        key=key, person=None,
    )  # fmt: skip


def new_address(request: HttpRequest) -> str:
    """Give the address that waits for its code; "" when none does."""
    return str(ASKED.about(request).get("email", ""))


def confirm(request: HttpRequest, person: Person, typed: str) -> Person:
    """Take the code, and change the address. Raises Invalid for a wrong one, Conflict when another has it by now."""
    return actions.change_address(by=person, email=ASKED.take(request, typed)["email"])
