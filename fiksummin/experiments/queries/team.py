"""Who carries an experiment out, who is invited, and who could answer for it."""

from django.db.models import QuerySet

from fiksummin.experiments.models import Experiment, TeamInvitation, TeamMember
from fiksummin.people.models import Person


def team_of(experiment: Experiment) -> QuerySet[TeamMember]:
    """Give who carries an experiment out, with their organisations, whoever began it first."""
    return experiment.team.select_related("person__organisation").order_by("pk")


def invitations_to(experiment: Experiment) -> QuerySet[TeamInvitation]:
    """Give the invitations to a team that nobody has answered, with whose the domain of the address is."""
    return TeamInvitation.objects.waiting().filter(experiment=experiment).select_related("organisation")


def sent_by(experiment: Experiment, person: Person) -> QuerySet[TeamInvitation]:
    """Give the invitations to a team that somebody sent, answered or not."""
    return TeamInvitation.objects.filter(experiment=experiment, invited_by=person)


def in_team(experiment: Experiment, person: Person) -> bool:
    """Say whether somebody carries an experiment out."""
    return TeamMember.objects.filter(experiment=experiment, person=person).exists()
