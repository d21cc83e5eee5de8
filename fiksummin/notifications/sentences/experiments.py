"""What is said of experiments, lessons and batons."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.models import Experiment, Hold, Note, Question, Reception, TeamInvitation
from fiksummin.experiments.queries import hold_token, lesson_mark, lesson_token, team_token
from fiksummin.notifications.models import Notice
from fiksummin.notifications.sentences.trail import of_nodes
from fiksummin.notifications.things import kept_on, offered_on, said, told_by_letter
from fiksummin.people.models import Person
from fiksummin.trail.things import Face


def _experiments(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Experiment.objects.filter(pk__in=numbers).values_list("pk", "node"), reader)


def _notes(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Note.objects.filter(pk__in=numbers).values_list("pk", "experiment__node"), reader)


def _questions(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Question.objects.filter(pk__in=numbers).values_list("pk", "experiment__node"), reader)


def _receptions(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Reception.objects.filter(pk__in=numbers).values_list("pk", "node"), reader)


def _holds(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Hold.objects.filter(pk__in=numbers).values_list("pk", "baton__node"), reader)


def _invitations(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(
        TeamInvitation.objects.filter(pk__in=numbers).values_list("pk", "experiment__node"), reader
    )


def _still_held(numbers: set[int]) -> set[int]:
    """Tell which turns are not over: a baton that has gone on waits for nobody."""
    return set(Hold.objects.standing().filter(pk__in=numbers).values_list("pk", flat=True))


def _still_offered(numbers: set[int], reader: int) -> set[int]:
    """Tell which turns somebody's organisation is offered, and nobody has taken."""
    rows = Hold.objects.standing().filter(pk__in=numbers, person=None, organisation__in=_body(reader))
    return set(rows.values_list("pk", flat=True))


def _still_left(numbers: set[int], reader: int) -> set[int]:
    """Tell which lessons are left to somebody's organisation, and nobody has taken up."""
    rows = Reception.objects.filter(pk__in=numbers, given_to=GivenTo.UNIT, organisation__in=_body(reader))
    return set(rows.filter(taken_at=None, answered_at=None, person=None).values_list("pk", flat=True))


def _body(reader: int) -> QuerySet[Person, Any]:
    return Person.objects.get_queryset().filter(pk=reader).values("organisation")


def _baton_offer(row: Hold, address: str) -> Face:
    return Face(row.baton.title, reverse("experiments:baton_offer", args=[hold_token(row, address)]))


def _lesson_offers(numbers: set[int], reader: Person) -> dict[int, Face]:
    """Lead to what the newest letter about a lesson offers, if that went to the reader; else to the lesson, as she may see it."""
    keys = Notice.objects.filter(person=reader, thing__in=numbers, key__startswith="lesson-")
    marks = {key.split("-", 2)[2] for key in keys.values_list("key", flat=True)}
    rows = Reception.objects.filter(pk__in=numbers, given_to=GivenTo.LETTER).select_related("experiment")
    hers = {
        row.pk: _lesson_offer(row, reader.email) for row in rows if reader.email and lesson_mark(row) in marks
    }
    return _receptions(numbers - set(hers), reader) | hers


def _lesson_offer(row: Reception, address: str) -> Face:
    return Face(row.experiment.title, reverse("experiments:lesson_offer", args=[lesson_token(row, address)]))


def _team_offer(row: TeamInvitation, address: str) -> Face:
    return Face(row.experiment.title, reverse("experiments:team_offer", args=[team_token(row, address)]))


kept_on("experiment", _experiments)
kept_on("experiment_note", _notes)
kept_on("question", _questions)
kept_on("lesson", _receptions)
kept_on("hold", _holds)
kept_on("team_invitation", _invitations)
offered_on(
    "baton_offer", lambda numbers: Hold.objects.filter(pk__in=numbers).select_related("baton"), _baton_offer
)
kept_on("lesson_offer", _lesson_offers)
offered_on(
    "team_offer",
    lambda numbers: TeamInvitation.objects.filter(pk__in=numbers).select_related("experiment"),
    _team_offer,
)

said("experiment.named", _("You were named to the team of an experiment"), "experiment")
said("team.joined", _("Somebody joined the team of an experiment of yours"), "team_invitation")
said(
    "team.declined", _("Whom you invited to the team of an experiment does not take part"), "team_invitation"
)
said("team.left", _("Somebody left the team of an experiment of yours"), "experiment")
said("experiment.ended", _("An experiment has its answer and its lesson"), "experiment")
said("experiment.noted", _("The log of an experiment has a new line"), "experiment_note")
said("experiment.prolonged", _("An experiment has another last day"), "experiment_note")
said("experiment.reworded", _("The words of an experiment were changed"), "experiment_note")
said("question.asked", _("Somebody asks the team of an experiment that you carried out"), "question")
said("question.answered", _("Your question about an experiment was answered"), "question")
said("lesson.answered", _("It was told what became of a lesson"), "lesson")
said("baton.offered", _("The experiment baton is offered to you"), "hold", stands=_still_held)
said(
    "baton.offered_unit",
    _("The experiment baton is offered to your organisation: anybody there may take it"),
    "hold",
    stands_for=_still_offered,
)
said("baton.went_on", _("The experiment baton went on"), "hold")
said("baton.taken", _("The experiment baton that you gave was taken"), "hold")
said("lesson.taken", _("Somebody took up a lesson for which you answered"), "lesson")
said(
    "lesson.offered_unit",
    _("A lesson is left to your organisation: anybody there may tell what becomes of it"),
    "lesson",
    stands_for=_still_left,
)
said("lesson.left_anew", _("A lesson for which you answered was left to somebody else"), "lesson")
said("lesson.left_late", _("A lesson that was past its day was left to somebody else"), "lesson")
said("baton.freed", _("The experiment baton was taken from you, because it stood still"), "hold")
told_by_letter(r"baton-\d+-(\d+)", _("The experiment baton is offered to you"), "baton_offer")
told_by_letter(r"lesson-\d+-(\d+)", _("You were asked what you do with a lesson"), "lesson_offer")
told_by_letter(r"team-\d+-(\d+)", _("You are invited to the team of an experiment"), "team_offer")
