"""What becomes of what somebody leaves with experiments and batons."""

from django.utils.translation import gettext_lazy as _

from fiksummin.core.attachments import forget
from fiksummin.core.personal import Rows, declare
from fiksummin.experiments.models import (
    Attachment,
    Baton,
    Experiment,
    Hold,
    Note,
    Question,
    Reception,
    TeamInvitation,
    TeamMember,
)


def _experiments(person: int) -> Rows:
    rows = TeamMember.objects.filter(person=person)
    return [dict(row) for row in rows.values("experiment__title", "experiment__works", "experiment__lesson")]


def _forget_team(person: int) -> None:
    TeamMember.objects.filter(person=person).update(person=None)


def _notes(person: int) -> Rows:
    return [dict(row) for row in Note.objects.filter(person=person).values("experiment__title", "text", "at")]


def _forget_notes(person: int) -> None:
    forget(Attachment.objects.filter(note__person=person))
    Note.objects.filter(person=person).update(person=None)


def _questions(person: int) -> Rows:
    rows = Question.objects.filter(person=person) | Question.objects.filter(answered_by=person)
    return [dict(row) for row in rows.values("experiment__title", "text", "at", "answer", "answered_at")]


def _forget_questions(person: int) -> None:
    Question.objects.filter(person=person).update(person=None)
    Question.objects.filter(answered_by=person).update(answered_by=None)


def _receptions(person: int) -> Rows:
    return [
        dict(row) for row in Reception.objects.filter(person=person).values("experiment__title", "answer")
    ]


def _forget_receptions(person: int) -> None:
    Reception.objects.filter(person=person).update(person=None)


def _holds(person: int) -> Rows:
    return [
        dict(row)
        for row in Hold.objects.filter(person=person).values("baton__title", "given_at", "handed_at")
    ]


def _forget_holds(person: int) -> None:
    Hold.objects.filter(person=person).update(person=None)
    Hold.objects.filter(given_by=person).update(given_by=None)


def _forget_endings(person: int) -> None:
    Experiment.objects.filter(ended_by=person).update(ended_by=None)


def _forget_throws(person: int) -> None:
    Baton.objects.filter(launched_by=person).update(launched_by=None)


def _invitations(person: int) -> Rows:
    rows = TeamInvitation.objects.filter(person=person)
    return [dict(row) for row in rows.values("experiment__title", "invited_at", "accepted_at", "declined_at")]


def _forget_invitations(person: int) -> None:
    TeamInvitation.objects.filter(person=person).update(person=None)
    TeamInvitation.objects.filter(invited_by=person).update(invited_by=None)


declare(
    "experiments.TeamInvitation", purpose=_("Invitations to the team of an experiment, and your answers to them"),
    export=_invitations, erase=_forget_invitations,
)  # fmt: skip
declare(
    "experiments.TeamMember", purpose=_("Who carried out an experiment; without your name when you leave"),
    export=_experiments, erase=_forget_team,
)  # fmt: skip
declare(
    "experiments.Note", purpose=_("The log of an experiment; without your name when you leave"),
    export=_notes, erase=_forget_notes,
)  # fmt: skip
declare(
    "experiments.Question", purpose=_("What you asked and answered about an experiment; without your name when you leave"),
    export=_questions, erase=_forget_questions,
)  # fmt: skip
declare(
    "experiments.Reception", purpose=_("Who receives the lesson of an experiment"),
    export=_receptions, erase=_forget_receptions,
)  # fmt: skip
declare(
    "experiments.Hold", purpose=_("In whose hands the experiment baton has been, and who gave it there"),
    export=_holds, erase=_forget_holds,
)  # fmt: skip
declare("experiments.Experiment", purpose=_("Who ended an experiment"), export=None, erase=_forget_endings)
declare("experiments.Baton", purpose=_("Who threw an experiment baton"), export=None, erase=_forget_throws)
