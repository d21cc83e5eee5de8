"""Demo mode lets anyone sign in as anyone of the cast: it must never meet real people."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

#: RFC 2606 keeps this domain free of real people; every address of the stories ends in it.
DOMAIN = ".example"


def why_not() -> str:
    """The sentence that keeps demo mode from running here; "" when it may, or when it is off."""
    if not settings.DEMO:
        return ""
    if settings.HTTPS:
        return "Demo mode is on and FIKSUMMIN_BASE_URL begins with https: unset FIKSUMMIN_DEMO in production."
    if settings.SMTP.hostname:
        return "Demo mode is on and FIKSUMMIN_SMTP_URL would send real mail: unset one of the two."
    people = get_user_model()._default_manager.exclude(email=None)  # the erased have none
    if people.exclude(email="").exclude(email__endswith=DOMAIN).exists():
        return (
            f"Demo mode is on and the database in {settings.DATA} holds people who are no examples. Begin anew "
            "with `make fresh-demo`, name another folder with FIKSUMMIN_DATA, or unset FIKSUMMIN_DEMO."
        )
    return ""


def why_not_address(address: str) -> str:
    """Say why an e-mail address, or a mail domain, must not enter a demonstration; "" outside of one."""
    if not settings.DEMO or address.endswith(DOMAIN):
        return ""
    return _("This is a demonstration: only addresses that end in %(domain)s can be used here.") % {
        "domain": DOMAIN
    }
