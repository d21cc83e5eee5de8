"""What an agency that invites the lab gets by mail, and those who run the lab when it is late; who voted hears the choice."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.events.choices import InvitationState
from fiksummin.events.letters.writing import about, day_words, file_of, reader, send
from fiksummin.events.models import Event, Invitation, Registration, Target
from fiksummin.people.models import Person


def tell_invited(invitation: Invitation) -> None:
    """Confirm to whoever sent it that the invitation came, and by when it is answered."""
    to = reader(invitation.made_by) if invitation.made_by else None
    if to is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"invitation-{invitation.pk}-sent",
            subject=_("Your invitation to the lab: %(topic)s") % {"topic": invitation.topic},
            parts=[
                _("Thank you. The lab has your invitation."),
                _("You get an answer by this day: %(day)s")
                % {"day": day_words(invitation.answer_due_on, to.language)},
                _page(invitation),
            ],
        )


def tell_answered(invitation: Invitation, state: str) -> None:
    """Tell whoever sent it that the lab comes, on which day, or why it does not; what is no longer so is not told."""
    to = reader(invitation.made_by) if invitation.made_by else None
    if to is None or invitation.state != state:
        return
    with translation.override(to.language):
        subject, parts = _answer(invitation, to.language)
        send(
            to,
            key=f"invitation-{invitation.pk}-{state}-{invitation.event_id or 0}",
            subject=subject % {"topic": invitation.topic},
            parts=[*parts, _page(invitation)],
        )


def tell_new_day(invitation: Invitation, event: Event, place: Registration | None) -> None:
    """Tell whoever sent it that the visit is called off and another day is sought; what is no longer so is not told.

    Her ``place``, if she had one, is taken out of her calendar: it is all that she hears of it.
    """
    to = reader(invitation.made_by) if invitation.made_by else None
    if to is None or invitation.state != InvitationState.ACCEPTED:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"invitation-{invitation.pk}-new-day-{event.pk}",
            subject=_("Another day is sought for the visit: %(topic)s") % {"topic": invitation.topic},
            parts=[
                _("The lab does not come on the day that was set. Your invitation stays accepted, and another day is agreed with you."),
                _day_by(invitation, to.language),
                _("Reason: %(reason)s") % {"reason": event.reason} if event.reason else "",
                about(event, to.language),
                _page(invitation),
                _("The attached file takes the event out of your calendar.") if place else "",
            ],
            attachments=[file_of(place, to.language, gone=True)] if place else [],
        )  # fmt: skip


def tell_late(invitation: Invitation, person: Person) -> None:
    """Tell somebody who runs the lab that the answer to an agency, or the day of the visit, is late."""
    to = reader(person)
    if to is None:
        return
    with translation.override(to.language):
        if invitation.state == InvitationState.ACCEPTED:
            subject = _("The day of a visit is not set in time: %(topic)s")
            said = _("The day of a visit was to be set by %(day)s, and none is set.")
        else:
            subject = _("The answer to an invitation is late: %(topic)s")
            said = _("An agency was promised an answer by %(day)s, and nobody has answered.")
        send(
            to,
            key=f"invitation-{invitation.pk}-late-{invitation.answer_due_on:%Y%m%d}-{to.person}",
            subject=subject % {"topic": invitation.topic},
            parts=[
                said % {"day": day_words(invitation.answer_due_on, to.language)},
                f"{invitation.organisation.name}: {invitation.topic}",
                _page(invitation),
            ],
        )


def tell_withdrawn(invitation: Invitation, person: Person) -> None:
    """Tell somebody who runs the lab that an agency took its invitation back."""
    to = reader(person)
    if to is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"invitation-{invitation.pk}-withdrawn-{to.person}",
            subject=_("An invitation to the lab was taken back: %(topic)s") % {"topic": invitation.topic},
            parts=[
                _("The agency has taken its invitation back. Nobody has to answer it or to look for a day."),
                f"{invitation.organisation.name}: {invitation.topic}",
                _page(invitation),
            ],
        )


def tell_target_removed(target: Target) -> None:
    """Tell whoever proposed a visit that it was taken off, and why."""
    to = reader(target.proposed_by) if target.proposed_by else None
    if to is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"target-{target.pk}-removed-{to.person}",
            subject=_("A visit that you proposed was taken off: %(target)s") % {"target": target.name},
            parts=[
                _("Those who run the lab took your proposal off the list: %(target)s")
                % {"target": target.name},
                _("Reason: %(reason)s") % {"reason": target.reason},
                _("See all that was proposed and chosen:")
                + f"\n{settings.BASE_URL}{reverse('events:target_list')}",
            ],
        )


def tell_chosen(target: Target, person: Person) -> None:
    """Tell somebody who proposed a visit or voted for it that it was chosen, and why."""
    to = reader(person)
    if to is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"target-{target.pk}-chosen-{to.person}",
            subject=_("A visit was chosen: %(target)s") % {"target": target.name},
            parts=[
                _("The visit that you wanted was chosen: %(target)s") % {"target": target.name},
                _("Reason: %(reason)s") % {"reason": target.reason},
                _("See all that was proposed and chosen:")
                + f"\n{settings.BASE_URL}{reverse('events:target_list')}",
            ],
        )


def _answer(invitation: Invitation, language: str) -> tuple[str, list[str]]:
    if invitation.state == InvitationState.DECLINED:
        return _("The lab cannot come: %(topic)s"), [
            _("Thank you for the invitation. The lab cannot come."),
            _("Reason: %(reason)s") % {"reason": invitation.reason},
        ]
    if invitation.state == InvitationState.SCHEDULED and invitation.event:
        address = settings.BASE_URL + reverse("events:event", args=[invitation.event_id])
        return _("The day is set: %(topic)s"), [
            _("The lab comes, and the day is set. You hold the event together with the lab."),
            about(invitation.event, language),
            _("The page of the event:") + f"\n{address}",
        ]
    return _("The lab comes: %(topic)s"), [
        _("The lab comes. The day is agreed with you."),
        _day_by(invitation, language),
    ]


def _day_by(invitation: Invitation, language: str) -> str:
    return _("The day is set by this date: %(day)s") % {"day": day_words(invitation.answer_due_on, language)}


def _page(invitation: Invitation) -> str:
    address = settings.BASE_URL + reverse("events:invitation", args=[invitation.pk])
    return _("See the invitation:") + f"\n{address}"
