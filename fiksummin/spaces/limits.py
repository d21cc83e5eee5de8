"""How much may be sent from one network address without signing in, counted across all processes."""

from allauth.core.internal import ratelimit
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

WRONG_SECRETS = {"secret": "60/h/ip"}
REPORTS = {"report": "30/h/ip", "report_of_person": "30/h/user"}
"""A whole house may stand behind one address: wide enough for its people, too narrow for a flood."""


def may_report(request: HttpRequest) -> bool:
    """Take one try to report; False when those of this hour are used up."""
    action = "report_of_person" if request.user.is_authenticated else "report"
    return ratelimit.consume(request, app="fiksummin.spaces", action=action, config=REPORTS) is not None


def count_wrong_secret(request: HttpRequest) -> None:
    """Count a calendar's wrong secret; refuse those who guess.

    A secret has 256 bits: the limit spares the service, not the secret.
    """
    if not ratelimit.consume(request, app="fiksummin.spaces", action="secret", config=WRONG_SECRETS):
        raise PermissionDenied
