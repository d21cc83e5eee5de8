"""Demo mode lets anyone sign in as anyone of the cast: it must never meet real people."""

from django.conf import settings
from django.contrib.auth import get_user_model

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
    people = get_user_model()._default_manager
    if people.exclude(email="").exclude(email__endswith=DOMAIN).exists():
        return "Demo mode is on and the database holds people who are no examples: unset FIKSUMMIN_DEMO."
    return ""
