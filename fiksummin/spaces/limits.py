"""How much may be sent from one network address without signing in, counted across all processes."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

REPORTS = {"report": "30/h/ip", "report_of_person": "30/h/user"}
"""A whole house may stand behind one address: wide enough for its people, too narrow for a flood."""


def may_report(request: HttpRequest) -> bool:
    """Take one try to report; False when those of this hour are used up."""
    action = "report_of_person" if request.user.is_authenticated else "report"
    return ratelimit.consume(request, app="fiksummin.spaces", action=action, config=REPORTS) is not None
