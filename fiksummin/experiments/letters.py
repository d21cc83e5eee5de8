"""Letters that offer a baton, a lesson or a place in a team to an address, whether or not anybody here has it."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core import addressed
from fiksummin.core.errors import NotAllowed
from fiksummin.core.mail import post
from fiksummin.experiments import queries
from fiksummin.experiments.models import Baton, Hold, Reception, TeamInvitation
from fiksummin.people.models import Person
from fiksummin.people.queries import person_by_email

MARKS = ("baton-", "lesson-", "team-")
MOST_THROWN = 500
"""Letters in a day of somebody who throws the batons of a campaign."""


@dataclass(frozen=True, kw_only=True)
class _Offer:
    """What is offered, where it is taken, and how many such letters one sends in a day."""

    mark: str
    key: str
    title: str
    path: str
    words: dict[str, object]
    most: int = addressed.MOST_LETTERS


def offer_baton(*, by: Person, baton: Baton, hold: Hold, address: str, at: datetime) -> None:
    """Offer a turn to an address. Raises NotAllowed after very many in a day."""
    path = reverse("experiments:baton_offer", args=[queries.hold_token(hold, address)])
    most = MOST_THROWN if baton.campaign_id else addressed.MOST_LETTERS
    offer = _Offer(
        mark="baton",
        key=f"baton-{by.pk}-{hold.pk}",
        title=baton.title,
        path=path,
        words={"baton": baton},
        most=most,
    )
    _post(by, address, offer, at)


def leave_lesson(*, by: Person, reception: Reception, address: str, at: datetime) -> None:
    """Ask whoever has an address to tell what becomes of a lesson. Raises NotAllowed after very many in a day."""
    experiment = reception.experiment
    path = reverse("experiments:lesson_offer", args=[queries.lesson_token(reception, address)])
    offer = _Offer(
        mark="lesson",
        key=f"lesson-{by.pk}-{reception.pk}",
        title=experiment.title,
        path=path,
        words={"experiment": experiment},
    )
    _post(by, address, offer, at)


def invite_to_team(*, by: Person, invitation: TeamInvitation, address: str, at: datetime) -> None:
    """Invite whoever has an address to the team of an experiment. Raises NotAllowed after very many in a day."""
    experiment = invitation.experiment
    path = reverse("experiments:team_offer", args=[queries.team_token(invitation, address)])
    offer = _Offer(
        mark="team",
        key=f"team-{by.pk}-{invitation.pk}",
        title=experiment.title,
        path=path,
        words={"experiment": experiment},
    )
    _post(by, address, offer, at)


def forget(at: datetime) -> None:
    """Forget who wrote to whom. Called by the clock."""
    addressed.forget(MARKS, at)


def _post(by: Person, address: str, offer: _Offer, at: datetime) -> None:
    if addressed.letters_today(f"{offer.mark}-{by.pk}-", at) >= offer.most:
        raise NotAllowed(_("You have written to very many people today. Write to the others tomorrow."))
    reader = person_by_email(address)
    with translation.override(reader.language if reader else by.language):
        subjects = {
            "baton": _("The experiment baton: %(title)s"),
            "lesson": _("A lesson for you: %(title)s"),
            "team": _("Try it out together: %(title)s"),
        }
        context = {"by": by, "to": address, "address": settings.BASE_URL + offer.path, **offer.words}
        post(
            to=address, person=reader.pk if reader else None, key=offer.key,
            subject=subjects[offer.mark] % {"title": offer.title},
            text=render_to_string(f"experiments/mail/{offer.mark}.txt", context).strip(),
        )  # fmt: skip
