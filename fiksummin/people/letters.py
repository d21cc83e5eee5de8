"""Letters of this room: plain text, in the reader's language, one matter each."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.core.models import Letter
from fiksummin.core.time import today
from fiksummin.people.choices import RoleKind, places
from fiksummin.people.models import Invitation, Person, Role


def post_invitation(invitation: Invitation, secret: str) -> Letter:
    """Ask a guest in; the link works once and until a day."""
    with translation.override(invitation.language):
        text = _paragraphs(
            _("%(sponsor)s (%(organisation)s) invites you as a guest to Fiksummin.")
            % {"sponsor": invitation.sponsor, "organisation": invitation.sponsor.organisation},
            _what_for(invitation),
            _("You can come until %(day)s.") % {"day": _day(invitation.guest_until)},
            _("Accept the invitation here, by %(day)s:") % {"day": _day(today(at=invitation.expires_at))}
            + f"\n{address('people:invitation', secret)}",
            _("If you do not know what this is about, you need not do anything."),
        )
        subject = _("%(sponsor)s invites you") % {"sponsor": invitation.sponsor}
        return post(to=invitation.email, key=f"invitation-{invitation.pk}", subject=subject, text=text)


def post_role(role: Role) -> Letter | None:
    """Tell a person what she does for the lab from now on; None when she wants no letters, or has no address."""
    person = role.person
    if not person.email or not person.mail_about_me:
        return None
    with translation.override(person.language):
        what = str(RoleKind(role.kind).label)
        text = _paragraphs(
            _("You have a role in Fiksummin: %(role)s.") % {"role": _at(what, role.place)},
            _("It is in force until %(day)s.") % {"day": _day(role.ends_on)} if role.ends_on else "",
            _("Events for leaders are open to you, and places that are kept for them.")
            if role.kind == RoleKind.LEADER
            else _(
                "When you sign in with a code, you are asked to set up a passkey or an authenticator app first."
            )
            + f"\n{address('people:me')}",
        )
        subject = _("Your role: %(role)s") % {"role": what}
        return post(to=person.email, key=f"role-{role.pk}", subject=subject, text=text, person=person.pk)


def post_code(
    *, email: str, code: str, minutes: int, language: str, key: str, person: Person | None
) -> Letter:
    """Send a code that proves an address."""
    with translation.override(language):
        text = _paragraphs(
            _("Your code is:") + f"\n{code}",
            _("Type it on the page where you asked for it. It is good for %(minutes)d minutes.")
            % {"minutes": minutes},
            _("If you did not ask for a code, you need not do anything. Never give the code to anybody."),
        )
        subject = _("Your code: %(code)s") % {"code": code}
        return post(to=email, key=key, subject=subject, text=text, person=person.pk if person else None)


def post_no_account(*, email: str, reason: str, language: str, key: str) -> Letter:
    """Tell why an address cannot be signed in with."""
    with translation.override(language):
        text = _paragraphs(
            _("Somebody, perhaps you, asked for a sign-in code with this address."),
            reason,
            _("If it was not you, you need not do anything."),
        )
        return post(to=email, key=key, subject=_("No sign-in with this address"), text=text)


def post_security_notice(person: Person, sentence: str | Promise, key: str) -> Letter | None:
    """Tell a person that something about her sign-in changed; None when she has no address."""
    if not person.email:
        return None
    with translation.override(person.language):
        text = _paragraphs(
            str(sentence),
            _("If it was not you, end your other sessions at once, and tell the hosts of the lab:")
            + f"\n{address('people:me')}",
        )
        subject = _("Your sign-in was changed")
        return post(to=person.email, key=key, subject=subject, text=text, person=person.pk)


def post_new_address(person: Person, before: str, key: str) -> Letter:
    """Tell the old address that another one is used from now on, so that a thief is noticed."""
    with translation.override(person.language):
        text = _paragraphs(
            _("The e-mail address of your account was changed. Letters go to the new one from now on."),
            _("If it was not you, tell the hosts of the lab at once:") + f"\n{settings.BASE_URL}",
        )
        subject = _("Your e-mail address was changed")
        return post(to=before, key=key, subject=subject, text=text, person=person.pk)


def address(name: str, *args: object) -> str:
    """Give the whole address of a page in the active language."""
    return f"{settings.BASE_URL}{reverse(name, args=args)}"


def _what_for(invitation: Invitation) -> str:
    place = places().get(invitation.place, "")
    lines = [
        _("Place: %(place)s") % {"place": place} if place else "",
        _("What for: %(purpose)s") % {"purpose": invitation.purpose} if invitation.purpose else "",
    ]
    return "\n".join(line for line in lines if line)


def _at(role: str, place: str) -> str:
    return f"{role}, {places().get(place, place)}" if place else role


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def _paragraphs(*parts: str) -> str:
    signed = (*(part for part in parts if part), f"Fiksummin\n{settings.BASE_URL}")
    return "\n\n".join(signed) + "\n"
