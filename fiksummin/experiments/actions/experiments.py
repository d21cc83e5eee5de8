"""Starting an experiment, writing its log, ending it with its lesson, and what became of that."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.attachments import Kept, refuse_words
from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.experiments import letters, rules
from fiksummin.experiments.actions.invitations import write_invitations
from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.facts import (
    ExperimentEnded,
    ExperimentNoted,
    ExperimentProlonged,
    ExperimentStarted,
    LessonAnswered,
    LessonLeftAnew,
    LessonTaken,
)
from fiksummin.experiments.models import Attachment, Experiment, Note, Reception, TeamMember
from fiksummin.experiments.queries.wishes import EndingWish, ExperimentWish, Receiver, words_of
from fiksummin.ideas import actions as ideas
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import organisation_of
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.models import Node, Overdue

ANSWER_WORKING_DAYS = 15
"""How soon whoever receives a lesson says what became of it."""


def start_experiment(*, by: Person, wish: ExperimentWish, at: datetime | None = None) -> Experiment:
    """Start an experiment, from an idea or not, new or as a repetition of another. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    day = today(at=at)
    with transaction.atomic():
        refuse_if(rules.why_not_start(by))
        refuse_field(rules.why_not_wish(wish, day))
        node = trail.enter(kind=NodeKind.EXPERIMENT, by=by, owner=by, due_on=wish.ends_on, at=at)
        first = (wish.repeats.first or wish.repeats) if wish.repeats else None
        experiment = Experiment.objects.create(
            node=node, **words_of(wish), organisation=by.organisation, euros=wish.euros, idea=wish.idea,
            repeats=wish.repeats, repeats_how=wish.repeats_how if wish.repeats else "", first=first,
            starts_on=wish.starts_on or day, ends_on=wish.ends_on, made_at=at,
        )  # fmt: skip
        for person in dict.fromkeys((by, *wish.team)):
            TeamMember.objects.create(experiment=experiment, person=person)
            trail.contribute(node=node, person=person, part=Part.RAN, at=at)
        write_invitations(by=by, experiment=experiment, addresses=wish.invited, at=at)
        if wish.idea is not None:
            source = ideas.try_idea(by=by, idea=wish.idea, title=experiment.title, until=wish.ends_on, at=at)
            trail.link(by=by, source=source, target=node, kind=LinkKind.TRIED, at=at)
        if wish.repeats is not None:
            trail.link(by=by, source=wish.repeats.node, target=node, kind=LinkKind.REPEATED, at=at)
        announce(ExperimentStarted(by=by.pk, experiment=experiment.pk))
    return experiment


def note_experiment(
    *, by: Person, experiment: Experiment, text: str, kept: Kept | None = None, words: str = "",
    at: datetime | None = None,
) -> Note:  # fmt: skip
    """Write a line into the log, speak it, or show it: what is attached has its words, which are enough of a line.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    with transaction.atomic():
        experiment = locked(experiment)
        words = refuse_words(words) if kept else ""
        text = text.strip() or words
        refuse_if(rules.why_not_note(experiment, by))
        refuse_field((rules.why_not_said(text), "text"))
        note = Note.objects.create(experiment=experiment, person=by, text=text, at=at)
        if kept:
            Attachment.objects.create(note=note, kind=kept.kind, file=kept.file, words=words, at=at)
        announce(ExperimentNoted(by=by.pk, note=note.pk))
    return note


def prolong_experiment(
    *, by: Person, experiment: Experiment, ends_on: date, reason: str, at: datetime | None = None
) -> Experiment:
    """Give an experiment another last day, and say why in its log; the promise of its end is made anew.

    What is promised of its idea by the same day moves with it where ``by`` may answer the idea.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_if(rules.why_not_prolong(experiment, by))
        refuse_field(rules.why_not_last_day(experiment, ends_on, reason, today(at=at)))
        before = experiment.ends_on
        days = {"before": f"{before:%-d.%-m.%Y}", "day": f"{ends_on:%-d.%-m.%Y}"}
        words = _("The last day is %(day)s, and no longer %(before)s: %(reason)s") % {
            **days, "reason": " ".join(reason.split())
        }  # fmt: skip
        overdue = _told_overdue(experiment.node, before)
        experiment.ends_on = ends_on
        experiment.save(update_fields=["ends_on"])
        note = Note.objects.create(experiment=experiment, person=by, text=words, at=at)
        owner = experiment.node.owner or by
        trail.promise(by=by, node=experiment.node, owner=owner, due_on=ends_on, at=at)
        if experiment.idea is not None:
            ideas.prolong_trial(
                by=by, idea=experiment.idea, before=before, until=ends_on, reason=reason, at=at
            )
        announce(ExperimentProlonged(by=by.pk, note=note.pk, overdue=overdue))
    return experiment


def end_experiment(
    *, by: Person, experiment: Experiment, wish: EndingWish, at: datetime | None = None
) -> Experiment:
    """Say whether it works and what was learnt; whoever is to receive the lesson answers for what becomes of it.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_if(rules.why_not_end(experiment, by))
        refuse_field(rules.why_not_ending(wish, by))
        refuse_field((rules.why_copied(experiment, wish.lesson), "lesson"))
        words = {
            "ended_at": at, "ended_by": by, "works": wish.works, "lesson": " ".join(wish.lesson.split()),
            "result": wish.result.strip(), "decision": wish.decision.strip(),
        }  # fmt: skip
        for name, value in words.items():
            setattr(experiment, name, value)
        experiment.save(update_fields=list(words))
        trail.close(node=experiment.node, at=at)
        if wish.receiver is not None:
            _leave_lesson(by, experiment, wish.receiver, at)
        announce(ExperimentEnded(by=by.pk, experiment=experiment.pk))
    return experiment


def take_lesson(
    *, by: Person, reception: Reception, is_asked: bool = False, at: datetime | None = None
) -> Reception:
    """Be the one who tells what becomes of a lesson; again, it changes nothing. ``is_asked``: by a letter to her address.

    Raises NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        reception = _locked_reception(reception)
        if reception.person_id == by.pk:
            return reception
        refuse_if(rules.why_not_take_lesson(reception, by, is_asked=is_asked))
        former = reception.node.owner_id
        _taken(reception, by, at)
        if reception.node.due_on is not None:
            due_on = max(reception.node.due_on, today(at=at))
            trail.promise(by=by, node=reception.node, owner=by, due_on=due_on, at=at)
        announce(LessonTaken(by=by.pk, reception=reception.pk, former=former))
    return reception


def answer_lesson(*, by: Person, reception: Reception, answer: str, at: datetime | None = None) -> Reception:
    """Say what became of a lesson that one, or one's organisation, was to receive. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        reception = _locked_reception(reception)
        refuse_if(rules.why_not_answer_lesson(reception, by))
        refuse_field((rules.why_not_outcome(reception.experiment.lesson, answer), "answer"))
        _taken(reception, by, at)
        reception.answer, reception.answered_at = answer.strip(), at
        reception.save(update_fields=["answer", "answered_at"])
        trail.close(node=reception.node, at=at)
        trail.contribute(node=reception.node, person=by, part=Part.DECIDED, at=at)
        announce(LessonAnswered(by=by.pk, reception=reception.pk))
    return reception


def leave_lesson_anew(
    *, by: Person, reception: Reception, receiver: Receiver, at: datetime | None = None
) -> Reception:
    """Leave a lesson that nobody has answered to somebody else, by a new day. Raises NotAllowed, NotNow, Invalid (with its field).

    The link of an earlier letter about it opens nothing any more.
    """
    at = at or now()
    with transaction.atomic():
        reception = _locked_reception(reception)
        refuse_if(rules.why_not_leave_anew(reception, by, today(at=at)))
        refuse_field((rules.why_not_receiver_anew(reception, receiver, by), "receiver"))
        former, overdue = reception.node.owner_id, _told_overdue(reception.node, reception.node.due_on)
        reception.person, reception.organisation, reception.given_to = parts_of(receiver)
        reception.taken_at, reception.left_anew = None, reception.left_anew + 1
        reception.save(update_fields=["person", "organisation", "given_to", "taken_at", "left_anew"])
        due_on = working_day_after(today(at=at), ANSWER_WORKING_DAYS)
        trail.promise(by=by, node=reception.node, owner=reception.person or by, due_on=due_on, at=at)
        if isinstance(receiver, str):
            letters.leave_lesson(by=by, reception=reception, address=receiver, at=at)
        announce(LessonLeftAnew(by=by.pk, reception=reception.pk, former=former, overdue=overdue))
    return reception


def _told_overdue(node: Node, due_on: date | None) -> int | None:
    """Give what told last that something was past a day, if anything did."""
    late = Overdue.objects.filter(node=node, due_on=due_on) if due_on else Overdue.objects.none()
    return late.order_by("-at", "-pk").values_list("pk", flat=True).first()


def _locked_reception(reception: Reception) -> Reception:
    rows = Reception.objects.select_for_update(no_key=True, of=("self",)).select_related("node", "experiment")
    return rows.get(pk=reception.pk)


def locked(experiment: Experiment) -> Experiment:
    """Take an experiment's row first: everybody who writes about it does."""
    rows = Experiment.objects.select_for_update(no_key=True, of=("self",)).select_related("node")
    return rows.get(pk=experiment.pk)


def _leave_lesson(by: Person, experiment: Experiment, receiver: Receiver, at: datetime) -> None:
    """Leave a lesson to somebody, an organisation or an address; until one of them takes it up, who ended answers for it."""
    due_on = working_day_after(today(at=at), ANSWER_WORKING_DAYS)
    person, organisation, kind = parts_of(receiver)
    node = trail.enter(kind=NodeKind.OUTCOME, by=by, owner=person or by, due_on=due_on, at=at)
    reception = Reception.objects.create(
        experiment=experiment, node=node, person=person, organisation=organisation, given_to=kind
    )
    if isinstance(receiver, str):
        letters.leave_lesson(by=by, reception=reception, address=receiver, at=at)
    trail.link(by=by, source=experiment.node, target=node, kind=LinkKind.LED, at=at)


def parts_of(receiver: Receiver) -> tuple[Person | None, Organisation | None, GivenTo]:
    """Give who is named, of which organisation, and how; of an address no more is known than whose its domain is."""
    if isinstance(receiver, Person):
        return receiver, receiver.organisation, GivenTo.PERSON
    if isinstance(receiver, Organisation):
        return None, receiver, GivenTo.UNIT
    return None, organisation_of(receiver), GivenTo.LETTER


def _taken(reception: Reception, by: Person, at: datetime) -> None:
    """Note that it is she who answers what becomes of a lesson."""
    if reception.person_id is None:
        reception.person, reception.organisation, reception.taken_at = by, by.organisation, at
        reception.save(update_fields=["person", "organisation", "taken_at"])
