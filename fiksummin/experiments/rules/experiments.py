"""Why an experiment cannot be started, written about or ended."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.time import today
from fiksummin.core.wording import bare, says_little, why_no_reason, why_not_text, why_too_long
from fiksummin.experiments.choices import GivenTo, Repeats, Works
from fiksummin.experiments.models import Experiment, Reception
from fiksummin.experiments.models.experiment import LONGEST_TITLE, LONGEST_WORDS, MOST_EUROS, SHORTEST_LESSON
from fiksummin.experiments.queries.experiments import reworded
from fiksummin.experiments.queries.team import in_team
from fiksummin.experiments.queries.wishes import EndingWish, ExperimentWish, Receiver, words_of
from fiksummin.ideas.choices import Perspective
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation, Person
from fiksummin.people.rules import why_no_address, why_not_enter

LONGEST_DAYS = 730
LONGEST_REASON = 500
"""Characters of why an experiment gets another last day."""
ASKED = ("title", "why", "expectation", "place", "measure")


def why_not_start(person: Person) -> str:
    """Say why somebody cannot start an experiment: guests take part in those of others."""
    return _("Members start experiments; as a guest you can take part in them.") if person.is_guest else ""


def why_not_wish(wish: ExperimentWish, today: date) -> tuple[str, str]:
    """Give the sentence about what is wrong with an experiment, and its field; ("", "") when nothing is."""
    refusal = why_not_words(words_of(wish))
    return refusal if refusal[0] else _why_not_bounds(wish, today)


def why_not_words(words: Mapping[str, Any]) -> tuple[str, str]:
    """Give the sentence about what is wrong with the words of an experiment, and its field; ("", "") when nothing is."""
    for name in ASKED:
        if not words[name]:
            return _("Write something here: a few words are enough."), name
        if refusal := why_too_long(
            words[name], LONGEST_TITLE if name in {"title", "place"} else LONGEST_WORDS
        ):
            return refusal, name
    if not words["perspectives"] or not set(words["perspectives"]) <= set(Perspective.values):
        return _("Choose a perspective."), "perspectives"
    return "", ""


def _why_not_bounds(wish: ExperimentWish, today: date) -> tuple[str, str]:
    starts_on = wish.starts_on or today
    if starts_on > today + timedelta(days=LONGEST_DAYS):
        return _("Choose a first day within two years."), "starts_on"
    if wish.ends_on < max(starts_on, today):
        return _("The last day must be today or later, and not before the first."), "ends_on"
    if (wish.ends_on - starts_on).days > LONGEST_DAYS:
        return _("An experiment lasts two years at most: give it a day on which it ends."), "ends_on"
    if not 0 <= wish.euros <= MOST_EUROS:
        return _("Give a number from 0 to %(most)d.") % {"most": MOST_EUROS}, "euros"
    if wish.repeats is not None and wish.repeats_how not in Repeats.values:
        return _("Say whether it is done in the same way or adapted."), "repeats_how"
    return "", ""


def why_not_prolong(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot give an experiment another last day: its team does, until it has ended."""
    if not _carries_out(experiment, person):
        return _("The last day is set by the team of the experiment.")
    return AsItStands(_("The experiment has ended already.")) if experiment.ended_at else ""


def why_not_reword(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot correct the words of an experiment: its team does, until it has ended."""
    if not _carries_out(experiment, person):
        return _("The words are corrected by the team of the experiment.")
    return AsItStands(_("The experiment has ended: what it said stays.")) if experiment.ended_at else ""


def why_not_upon(experiment: Experiment, upon: int | None) -> str:
    """Say why words cannot be changed that somebody read a while ago: a colleague changed them meanwhile."""
    if upon is None or upon == reworded(experiment):
        return ""
    return AsItStands(
        _("Somebody changed the words meanwhile. Look at them as they are now, and then change them.")
    )


def _carries_out(experiment: Experiment, person: Person) -> bool:
    return in_team(experiment, person) or experiment.node.owner_id == person.pk


def why_not_last_day(experiment: Experiment, ends_on: date, reason: str, today: date) -> tuple[str, str]:
    """Give the sentence about what is wrong with another last day, and its field; ("", "") when nothing is."""
    if ends_on < max(experiment.starts_on, today):
        return _("The last day must be today or later, and not before the first."), "ends_on"
    if (ends_on - experiment.starts_on).days > LONGEST_DAYS:
        return _("An experiment lasts two years at most: give it a day on which it ends."), "ends_on"
    if ends_on == experiment.ends_on:
        return _("This is its last day already. Choose another."), "ends_on"
    return why_no_reason(reason, LONGEST_REASON)


def why_not_note(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot write into the log: the team does, until the end."""
    if not in_team(experiment, person):
        return _("The log is written by the team of the experiment.")
    if experiment.ended_at:
        return AsItStands(_("The experiment has ended, and its log is complete."))
    return ""


def why_not_said(text: str) -> str:
    """Say why a line of the log, a question or an answer says nothing, or too much."""
    return why_not_text(text, LONGEST_WORDS)


def why_not_end(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot end an experiment: its team does, or a host when nobody has."""
    if not _carries_out(experiment, person) and not person.may_somewhere(RoleKind.HOST):
        return _("The experiment is ended by its team.")
    if experiment.ended_at:
        return AsItStands(_("The experiment has ended already."))
    return ""


def why_not_ending(wish: EndingWish, by: Person) -> tuple[str, str]:
    """Give the sentence about what is missing from an ending, and its field; ("", "") when nothing is."""
    if wish.works not in Works.values:
        return _("Say whether it works."), "works"
    if says_little(wish.lesson, SHORTEST_LESSON):
        sentence = _(
            "Say what was learnt, in %(least)d characters at least. What did not work is a lesson, too."
        )
        return sentence % {"least": SHORTEST_LESSON}, "lesson"
    for name in ("lesson", "result", "decision"):
        if refusal := why_too_long(getattr(wish, name), LONGEST_WORDS):
            return refusal, name
    return why_not_receiver(wish.receiver, by) if wish.receiver is not None else "", "receiver"


def why_not_receiver(receiver: Receiver, by: Person) -> str:
    """Say why a lesson cannot be left so. Whether anybody here has an address is never told."""
    if isinstance(receiver, Person) and not is_member_now(receiver):
        return _("Name a member who can answer what becomes of the lesson.")
    if by.email and receiver in {by, by.email}:
        return _("Leave the lesson to somebody else: you have it already.")
    if isinstance(receiver, Organisation):
        own = _("Leave the lesson to another organisation, or to a colleague by her address.")
        return why_not_unit(receiver, by, own)
    return why_no_address(receiver) if isinstance(receiver, str) else ""


def why_not_unit(unit: Organisation, by: Person, own: str) -> str:
    """Say why nothing can be given to an organisation: it is no more, or it is her own (``own`` says it)."""
    if not unit.stands_on(today()):
        return _("This organisation is no more. Choose another.")
    return own if unit.pk == by.organisation_id else ""


def is_member_now(person: Person) -> bool:
    """Say whether somebody is no guest, and her account opens the door today: not erased, and no agreement that has ended."""
    day = today()
    standing = Person.objects.standing(person.pk, day)
    return standing is not None and not standing.is_guest and not why_not_enter(standing, day)


def why_not_take_lesson(reception: Reception, person: Person, *, is_asked: bool) -> str:
    """Say why somebody cannot be the one who answers: a letter asked her, or her organisation was asked."""
    if person.is_guest:
        return _("A member tells what becomes of the lesson.")
    of_hers = reception.given_to == GivenTo.UNIT and reception.organisation_id == person.organisation_id
    asked_by_letter = reception.given_to == GivenTo.LETTER and is_asked
    if not (of_hers or asked_by_letter):
        return _("Whoever was to receive the lesson tells what became of it.")
    return "" if reception.is_open else AsItStands(_("Somebody else tells what becomes of the lesson."))


def why_not_leave_anew(reception: Reception, person: Person, day: date) -> str:
    """Say why a lesson cannot be left to somebody else: whoever answers for it can until it is answered, and a host past its day."""
    is_hers = reception.node.owner_id == person.pk
    if not is_hers and not person.may_somewhere(RoleKind.HOST):
        return _("Whoever answers for the lesson, or a host, leaves it to somebody else.")
    if reception.answered_at:
        return AsItStands(_("This has been answered already."))
    if not is_hers and reception.node.due_on is not None and reception.node.due_on >= day:
        return AsItStands(_("Whoever is to answer still has time."))
    return ""


def why_not_receiver_anew(reception: Reception, receiver: Receiver, by: Person) -> str:
    """Say why a lesson cannot be left so again: as the first time, and not to whom it was left already."""
    is_same = (
        receiver == reception.organisation and reception.given_to == GivenTo.UNIT and reception.is_open
        if isinstance(receiver, Organisation)
        else receiver == reception.person
    )
    return (
        _("It was left there already. Choose somebody else.") if is_same else why_not_receiver(receiver, by)
    )


def why_not_answer_lesson(reception: Reception, person: Person) -> str:
    """Say why somebody cannot say what became of a lesson: whoever was to receive it does, once."""
    if reception.person_id != person.pk and (why := why_not_take_lesson(reception, person, is_asked=False)):
        return why
    if reception.answered_at:
        return AsItStands(_("This has been answered already."))
    return ""


def why_not_outcome(lesson: str, answer: str) -> str:
    """Say why an answer to a lesson says nothing, too much, or the lesson itself."""
    if says_little(answer, SHORTEST_LESSON):
        return _("Say what you did with the lesson, in %(least)d characters at least.") % {
            "least": SHORTEST_LESSON
        }
    if bare(answer) == bare(lesson):
        return _("This repeats the lesson. Say what you did with it.")
    return why_too_long(answer, LONGEST_WORDS)
