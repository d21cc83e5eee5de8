"""What a policy allows, in sentences: the same numbers by which its refusals are made."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.spaces.choices import Approval
from fiksummin.spaces.models import Policy
from fiksummin.ui import when


def policy_said(policy: Policy) -> list[str]:
    """Give what a policy allows and wants, one sentence each."""
    said = [_who(policy)]
    said.append(
        _("It can be booked %(days)d days ahead, for %(least)s to %(most)s at a time.")
        % {
            "days": policy.days_ahead,
            "least": when.length(policy.shortest_minutes),
            "most": when.length(policy.longest_minutes),
        }
    )
    if policy.notice_minutes:
        said.append(
            _("It must be booked at least %(time)s before.") % {"time": when.length(policy.notice_minutes)}
        )
    if policy.approval != Approval.NONE:
        said.append(_approval(policy))
    if policy.grace_minutes:
        said.append(
            ngettext(
                "Check in when you come: %(minutes)d minute after the beginning the rest is given to others.",
                "Check in when you come: %(minutes)d minutes after the beginning the rest is given to others.",
                policy.grace_minutes,
            )
            % {"minutes": policy.grace_minutes}
        )
    return said


def _who(policy: Policy) -> str:
    who = [
        words
        for allowed, words in (
            (policy.for_state, _("state employees")),
            (policy.for_partners, _("partners by agreement")),
            (policy.for_guests, _("guests")),
        )
        if allowed
    ]
    return _("For %(who)s.") % {"who": ", ".join(who) or _("nobody")}


def _approval(policy: Policy) -> str:
    held = policy.approval == Approval.HOLDS
    hours = {"hours": policy.answer_hours}
    if held:
        return _("A host approves within %(hours)d hours; the space is held meanwhile.") % hours
    return _("A host approves within %(hours)d hours; others may book meanwhile.") % hours
