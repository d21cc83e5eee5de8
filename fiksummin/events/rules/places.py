"""Why somebody cannot have a place at an event, give it up, switch, or answer an offer."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import AnswerKind, EventState, Mode
from fiksummin.events.models import Event, Pool, Question, Quota, Registration
from fiksummin.events.models.answers import LONGEST_ANSWER
from fiksummin.events.models.event import surely_for
from fiksummin.events.models.places import MOST_PEOPLE
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.events.rules.events import why_not_run
from fiksummin.events.rules.refusals import Refusal, say_moment
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

LONGEST_NAME = 150
LONGEST_EMAIL = 254
LONGEST_REASON = 300


def why_not_open(event: Event, at: datetime) -> str:
    """Say why nobody can register for an event now."""
    refusal = _why_not_held(event, at)
    if refusal:
        return refusal
    if at < event.opens_at:
        return AsItStands(_("Registration opens %(moment)s.") % {"moment": say_moment(event.opens_at, event)})
    if at >= event.closes_at:
        return AsItStands(
            _("Registration closed %(moment)s.") % {"moment": say_moment(event.closes_at, event)}
        )
    return "" if event.pools.all() else AsItStands(_("One registers for this event with its own organiser."))


def why_not_place(event: Event, wish: PlaceWish) -> Refusal | None:
    """Say what is wrong with a wish for a place, whoever asks (prefetched ``pools`` are used)."""
    pool = event.pool(wish.mode)
    if pool is None:
        return Refusal(_("One cannot take part in this event like that."), "mode")
    if not 1 <= wish.people <= MOST_PEOPLE:
        return Refusal(_("One registration is for 1 to %(most)d people.") % {"most": MOST_PEOPLE}, "people")
    if wish.people > pool.capacity:
        return Refusal(_capacity_words(pool), "people")
    if wish.companions and len(wish.companions) >= wish.people:
        return Refusal(_("You named more people than you register."), "companions")
    return _why_not_names(wish)


def _why_not_names(wish: PlaceWish) -> Refusal | None:
    longest = max(wish.companions, key=len, default="")
    for field, text, most in (
        ("companions", longest, LONGEST_NAME),
        ("guest_name", wish.guest_name, LONGEST_NAME),
        ("guest_email", wish.guest_email, LONGEST_EMAIL),
    ):
        if refusal := why_too_long(text, most):
            return Refusal(refusal, field)
    return None


def why_not_meant(event: Event, person: Person) -> str:
    """Say why somebody who may see an event may not take part: it is for others. At most one query."""
    if surely_for(event, person) or Event.objects.meant_for(person).filter(pk=event.pk).exists():
        return ""
    return say_unmeant()


def say_unmeant() -> str:
    """Say that an event is for others."""
    return AsItStands(_("This event is not for those who come as you do."))


def why_not_answers(questions: Iterable[Question], answers: Mapping[int, str]) -> Refusal | None:
    """Say what is wrong with the answers to the questions of an event."""
    for question in questions:
        answer, field = answers.get(question.pk, "").strip(), f"question-{question.pk}"
        if question.is_required and not answer:
            return Refusal(_("Answer the question: %(question)s") % {"question": question.text}, field)
        if refusal := why_too_long(answer, LONGEST_ANSWER):
            return Refusal(refusal, field)
        if answer and question.kind == AnswerKind.CHOICE and answer not in question.options:
            return Refusal(_("Choose one of the answers given."), field)
        if answer and question.kind == AnswerKind.YES_NO and answer not in {"yes", "no"}:
            return Refusal(_("Answer yes or no."), field)
    return None


def why_not_twice(standing: Registration | None) -> str:
    """Say that somebody has registered already."""
    return AsItStands(_("You have registered already.")) if standing else ""


def why_not_within(quotas: Iterable[Quota], people: int) -> str:
    """Say why an organisation or a role gets no more places; those who ask wait in the queue meanwhile."""
    full = next((quota for quota in quotas if not quota.has_room(people)), None)
    return _share_words(full) if full else ""


def why_never_within(quotas: Iterable[Quota], people: int) -> tuple[str, str]:
    """Give the sentence about why so many never get places together, and its field: a share of theirs is smaller."""
    small = next((quota for quota in quotas if people > quota.most), None)
    if small is None:
        return "", ""
    said = _share_words(small)
    return (f"{said} " + _("Register fewer people.") if small.most else said), "people"


def why_never_served(registration: Registration, quotas: Iterable[Quota]) -> str:
    """Say why a group that waits is never served as its event is now: it is larger than all places, or than a quota of its."""
    pool = registration.event.pool(registration.mode)
    if pool is not None and registration.people > pool.capacity:
        return _capacity_words(pool)
    return "" if registration.holds else why_never_within(quotas, registration.people)[0]


def why_not_own(registration: Registration, person: Person | None, secret: str = "") -> str:
    """Say why a registration is not a person's, nor of whoever has its secret link (a hash)."""
    if person is not None and registration.is_of(person):
        return ""
    if secret and registration.secret and secret == registration.secret:
        return ""
    return _("Only whoever registered can do this.")


def why_not_cancel_place(
    registration: Registration, person: Person | None, at: datetime, secret: str = ""
) -> str:
    """Say why a registration cannot be given up: by whoever made it, or by the organisers."""
    event = registration.event
    if why_not_own(registration, person, secret) and (person is None or why_not_run(event, person)):
        return _("Only whoever registered, and the organisers, can cancel this.")
    return why_not_standing(registration, at)


def why_not_answer(registration: Registration, person: Person | None, at: datetime, secret: str = "") -> str:
    """Say why an offered place cannot be accepted or declined now."""
    refusal = why_not_own(registration, person, secret)
    if refusal:
        return refusal
    if registration.confirmed_at and not registration.ended_at:
        return AsItStands(_("You have the place already."))
    due = registration.offer_due_at
    if due and (registration.end == "lapsed" or at >= due):
        return AsItStands(
            _("The time to answer ended %(moment)s, and the place goes to the next in line.")
            % {"moment": say_moment(due, registration.event)}
        )
    if registration.pool_id is None and not registration.ended_at:
        return AsItStands(_("No place is offered to you now."))
    return why_not_standing(registration, at)


def why_not_switch(
    registration: Registration, mode: str, person: Person | None, at: datetime, secret: str = ""
) -> str:
    """Say why somebody cannot take part in another way than she registered for."""
    refusal = why_not_own(registration, person, secret) or why_not_standing(registration, at)
    if refusal:
        return refusal
    pool = registration.event.pool(mode)
    if pool is None or registration.people > pool.capacity:
        return _("One cannot take part in this event like that.")
    return AsItStands(_("You have registered like that already.")) if registration.mode == mode else ""


def why_not_transfer(registration: Registration, to: Person, by: Person, at: datetime) -> str:
    """Say why a place cannot be handed to a colleague: it stays with people of one organisation."""
    refusal = why_not_own(registration, by) and why_not_run(registration.event, by)
    refusal = refusal or why_not_standing(registration, at)
    if refusal:
        return refusal
    if registration.organisation_id is None or to.organisation_id != registration.organisation_id:
        return _("You can only hand your place to somebody of your own organisation.")
    return AsItStands(_("You chose yourself.")) if to.pk == registration.person_id else ""


def why_not_prioritise(registration: Registration, person: Person, at: datetime) -> str:
    """Say why somebody cannot be put at the head of the queue."""
    refusal = why_not_run(registration.event, person) or why_not_standing(registration, at)
    if refusal or registration.pool_id is None:
        return refusal
    return AsItStands(_("This registration has a place already."))


def why_not_draw(event: Event, at: datetime) -> str:
    """Say why the lots cannot be drawn now."""
    if not event.awaits_lots():
        return AsItStands(_("The places of this event do not wait for a lottery."))
    if event.cancelled_at:
        return AsItStands(_("The event has been cancelled."))
    return "" if at >= event.closes_at else AsItStands(_("The lots are drawn when registration has closed."))


def why_not_at_door(event: Event, person: Person) -> str:
    """Say why somebody does not receive people at an event (prefetched ``people`` are used)."""
    at_site = event.site is not None and person.may(RoleKind.HOST, event.site.slug)
    if at_site or any(row.person_id == person.pk for row in event.people.all()):
        return ""
    return why_not_run(event, person) and _("Only its organisers and hosts receive people at the event.")


def why_not_walk_in(event: Event, person: Person) -> str:
    """Say why nobody can be written down at the door; lists kept without a connection may come in after the end."""
    refusal = why_not_at_door(event, person)
    if not refusal and event.awaits_lots():
        refusal = AsItStands(_("Its places are given by lot, and the lots are not drawn yet."))
    if refusal or event.state(event.starts_at) == EventState.ON:
        return refusal
    return _why_not_held(event, event.starts_at)


def why_not_came(registration: Registration, people: int) -> Refusal | None:
    """Say why a registration cannot be for fewer people than have come already."""
    if people >= registration.arrived:
        return None
    sentence = ngettext(
        "%(arrived)d person has come already.", "%(arrived)d people have come already.", registration.arrived
    )
    return Refusal(sentence % {"arrived": registration.arrived}, "people")


def why_not_receive(registration: Registration, person: Person) -> str:
    """Say why somebody cannot be checked in."""
    event = registration.event
    refusal = why_not_at_door(event, person)
    if refusal:
        return refusal
    if registration.ended_at or registration.holds != Mode.ON_SITE or not registration.confirmed_at:
        return AsItStands(_("This registration has no place on site."))
    return AsItStands(_("The event has been cancelled.")) if event.cancelled_at else ""


def why_not_standing(registration: Registration, at: datetime) -> str:
    """Say why nothing can be done about a registration now: it has ended, or its event is over."""
    if registration.ended_at:
        return AsItStands(_("The registration has ended already."))
    return _why_not_held(registration.event, at)


def _capacity_words(pool: Pool) -> str:
    return ngettext(
        "The event has %(places)d place. Register fewer people.",
        "The event has %(places)d places. Register fewer people.",
        pool.capacity,
    ) % {"places": pool.capacity}


def _share_words(quota: Quota) -> str:
    return ngettext(
        "At most %(most)d place is for people of your organisation or role.",
        "At most %(most)d places are for people of your organisation or role.",
        quota.most,
    ) % {"most": quota.most}


def _why_not_held(event: Event, at: datetime) -> str:
    match event.state(at):
        case EventState.DRAFT:
            return AsItStands(_("The event is not published yet."))
        case EventState.CANCELLED:
            return AsItStands(_("The event has been cancelled."))
        case EventState.OVER:
            return AsItStands(_("The event is over."))
        case _other:
            return ""
