"""Who hears of experiments, lessons and batons."""

from fiksummin.core.facts import later
from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.facts import (
    BatonFreed,
    BatonHanded,
    BatonTaken,
    ExperimentEnded,
    ExperimentNoted,
    ExperimentProlonged,
    ExperimentReworded,
    ExperimentStarted,
    LessonAnswered,
    LessonLeftAnew,
    LessonTaken,
    QuestionAnswered,
    QuestionAsked,
    TeamDeclined,
    TeamJoined,
    TeamLeft,
)
from fiksummin.experiments.models import Experiment, Hold, Note, Question, Reception, TeamInvitation
from fiksummin.experiments.queries import turns_of_family
from fiksummin.notifications import queries
from fiksummin.notifications.actions import tell
from fiksummin.trail.choices import Part
from fiksummin.trail.models import Overdue


def _team(experiment: Experiment) -> set[int]:
    return set(experiment.team.exclude(person=None).values_list("person", flat=True))


@later(ExperimentStarted)
def tell_team(fact: ExperimentStarted) -> None:
    """Who was named to the team hears of it."""
    experiment = Experiment.objects.filter(pk=fact.experiment).first()
    if experiment:
        team = _team(experiment)
        key = f"node-{experiment.node_id}"
        tell(key=key, what="experiment.named", thing=experiment.pk, about=team, but=fact.by)


@later(TeamJoined)
def tell_joined(fact: TeamJoined) -> None:
    """The team hears who takes part now."""
    row = TeamInvitation.objects.select_related("experiment").filter(pk=fact.invitation).first()
    if row:
        team = _team(row.experiment)
        key = f"team-invitation-{row.pk}-answered"
        tell(key=key, what="team.joined", thing=row.pk, about=team, but=fact.by)


@later(TeamDeclined)
def tell_declined(fact: TeamDeclined) -> None:
    """Whoever invited hears that somebody does not take part."""
    row = TeamInvitation.objects.filter(pk=fact.invitation).first()
    if row and row.invited_by_id:
        key = f"team-invitation-{row.pk}-answered"
        tell(key=key, what="team.declined", thing=row.pk, about=[row.invited_by_id], but=fact.by)


@later(TeamLeft)
def tell_left(fact: TeamLeft) -> None:
    """The team finds on the page that somebody left."""
    experiment = Experiment.objects.filter(pk=fact.experiment).first()
    if experiment:
        team = _team(experiment)
        key = f"experiment-{experiment.pk}-left-by-{fact.by}"
        tell(key=key, what="team.left", thing=experiment.pk, follow=team, but=fact.by)


@later(ExperimentNoted)
def tell_note(fact: ExperimentNoted) -> None:
    """The team and those who follow find it on the page."""
    _tell_line(fact.note, "experiment.noted", but=fact.by)


@later(ExperimentReworded)
def tell_words(fact: ExperimentReworded) -> None:
    """The team and those who follow find on the page that the words are others."""
    _tell_line(fact.note, "experiment.reworded", but=fact.by)


def _tell_line(number: int, what: str, *, but: int | None) -> None:
    """Tell the team of an experiment and who follows it of a line of its log."""
    note = Note.objects.select_related("experiment").filter(pk=number).first()
    if note:
        follow = _team(note.experiment) | queries.followers([note.experiment.node_id])
        tell(key=f"experiment-note-{note.pk}", what=what, thing=note.pk, follow=follow, but=but)


@later(ExperimentProlonged)
def tell_last_day(fact: ExperimentProlonged) -> None:
    """Those who were told that it was past its last day hear of the new one; the team and who follows find it on the page.

    So does whoever answers for its idea, unless what is promised of the idea moved to the new day, which is told by itself.
    """
    note = Note.objects.select_related("experiment__idea__node").filter(pk=fact.note).first()
    if note is None:
        return
    tell(
        key=f"experiment-note-{note.pk}", what="experiment.prolonged", thing=note.pk,
        about=_heard_late(fact.overdue) | _answering_otherwise(note.experiment),
        follow=_team(note.experiment) | queries.followers([note.experiment.node_id]), but=fact.by,
    )  # fmt: skip


def _heard_late(overdue: int | None) -> set[int]:
    return queries.who_heard(Overdue.objects.filter(pk=overdue or 0).first())


def _answering_otherwise(experiment: Experiment) -> set[int]:
    """Give who answers for the idea of an experiment by another day than its last."""
    idea = experiment.idea
    if idea is None or not idea.is_open or idea.node.due_on == experiment.ends_on or not idea.node.owner_id:
        return set()
    return {idea.node.owner_id}


@later(QuestionAsked)
def tell_question(fact: QuestionAsked) -> None:
    """The team hears that somebody asks it."""
    question = Question.objects.select_related("experiment").filter(pk=fact.question).first()
    if question:
        team = _team(question.experiment)
        key = f"experiment-question-{question.pk}"
        tell(key=key, what="question.asked", thing=question.pk, about=team, but=fact.by)


@later(QuestionAnswered)
def tell_reply(fact: QuestionAnswered) -> None:
    """Whoever asked hears the answer."""
    question = Question.objects.filter(pk=fact.question).first()
    if question and question.person_id:
        key = f"experiment-question-{question.pk}-answered"
        tell(key=key, what="question.answered", thing=question.pk, about=[question.person_id], but=fact.by)


@later(ExperimentEnded)
def tell_end(fact: ExperimentEnded) -> None:
    """All who had a part in it, or in what led to it, hear the answer; who only held its baton finds it on the page."""
    experiment = Experiment.objects.filter(pk=fact.experiment).first()
    if experiment is None:
        return
    key = f"experiment-{experiment.pk}-ended"
    _tell_parts(key, "experiment.ended", experiment.pk, experiment.node_id, but=fact.by)
    reception = Reception.objects.filter(experiment=experiment).first()
    if reception:
        _tell_unit(reception, f"lesson-{reception.pk}-offered", but=fact.by)


@later(LessonLeftAnew)
def tell_left_anew(fact: LessonLeftAnew) -> None:
    """Whoever answered for a lesson until then hears that another does, and so do those who were told that it was past its day.

    The people of an organisation to which it is left find it on the page.
    """
    reception = Reception.objects.select_related("node").filter(pk=fact.reception).first()
    if reception is None:
        return
    key = f"lesson-{reception.pk}-left-{reception.left_anew}"
    if fact.former:
        tell(key=key, what="lesson.left_anew", thing=reception.pk, about=[fact.former], but=fact.by)
    late = _heard_late(fact.overdue) - {reception.person_id}
    tell(key=key, what="lesson.left_late", thing=reception.pk, about=late, but=fact.by)
    _tell_unit(reception, key, but=fact.by)


def _tell_unit(reception: Reception, key: str, *, but: int | None) -> None:
    if reception.given_to == GivenTo.UNIT and reception.organisation_id and reception.is_open:
        follow = queries.members_of(reception.organisation_id)
        tell(key=key, what="lesson.offered_unit", thing=reception.pk, follow=follow, but=but)


@later(LessonAnswered)
def tell_lesson(fact: LessonAnswered) -> None:
    """All who had a part in what taught it hear what became of a lesson, and whoever answered for it while nobody had taken it up."""
    reception = Reception.objects.select_related("node").filter(pk=fact.reception).first()
    if reception:
        key, what, owner = f"lesson-{reception.pk}-answered", "lesson.answered", reception.node.owner_id
        tell(key=key, what=what, thing=reception.pk, about=[owner] if owner else (), but=fact.by)
        _tell_parts(key, what, reception.pk, reception.node_id, but=fact.by)


@later(BatonHanded)
def tell_baton(fact: BatonHanded) -> None:
    """Whoever is offered the baton hears of it, an organisation's people on the page; those who held it before, and who follow it, see where it goes."""
    hold = Hold.objects.select_related("baton").filter(pk=fact.hold).first()
    if hold is None:
        return
    key = f"baton-hold-{hold.pk}"
    if hold.person_id:
        tell(key=key, what="baton.offered", thing=hold.pk, about=[hold.person_id], but=fact.by)
    elif hold.given_to == GivenTo.UNIT and hold.organisation_id:
        had = turns_of_family(hold.baton).exclude(person=None).values_list("person", flat=True)
        follow = queries.members_of(hold.organisation_id) - set(had)
        tell(key=key, what="baton.offered_unit", thing=hold.pk, follow=follow, but=fact.by)
    follow = set(queries.parts_in([hold.baton.node_id])) | queries.followers([hold.baton.node_id])
    tell(key=key, what="baton.went_on", thing=hold.pk, follow=follow, but=fact.by)


@later(BatonTaken)
def tell_taken(fact: BatonTaken) -> None:
    """Whoever gave the baton hears that it was taken."""
    hold = Hold.objects.filter(pk=fact.hold).first()
    if hold and hold.given_by_id:
        key = f"baton-hold-{hold.pk}-taken"
        tell(key=key, what="baton.taken", thing=hold.pk, about=[hold.given_by_id], but=fact.by)


@later(LessonTaken)
def tell_taken_up(fact: LessonTaken) -> None:
    """Whoever answered for a lesson until then, as a rule who left it, hears that somebody took it up."""
    reception = Reception.objects.filter(pk=fact.reception).first()
    if reception and fact.former:
        key = f"lesson-{reception.pk}-taken-by-{fact.by}"
        tell(key=key, what="lesson.taken", thing=reception.pk, about=[fact.former], but=fact.by)


@later(BatonFreed)
def tell_freed(fact: BatonFreed) -> None:
    """Whoever held a baton that stood still hears that it was taken on."""
    hold = Hold.objects.filter(pk=fact.hold).first()
    if hold and hold.person_id:
        key = f"baton-hold-{hold.pk}-freed"
        tell(key=key, what="baton.freed", thing=hold.pk, about=[hold.person_id], but=fact.by)


def _tell_parts(key: str, what: str, thing: int, node: int, *, but: int | None) -> None:
    """Tell all who had a part in a node; who only held a baton on the way finds it on the page, as who follows it does."""
    parts = queries.parts_in([node])
    about = {person for person, said in parts.items() if said != {Part.HELD}}
    tell(key=key, what=what, thing=thing, about=about, follow=set(parts) | queries.followers([node]), but=but)
