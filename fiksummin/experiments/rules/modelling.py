"""Why an experiment cannot become a model."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.experiments.models import Experiment, TeamMember
from fiksummin.experiments.queries.models import model_of
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person


def why_not_model(experiment: Experiment, person: Person) -> str:
    """Say why somebody cannot make a model of an experiment: its team does once it has ended, or an editor."""
    if person.is_guest:
        return _("Members add to the library; as a guest you read it.")
    in_team = TeamMember.objects.filter(experiment=experiment, person=person).exists()
    if not in_team and not person.may_somewhere(RoleKind.EDITOR):
        return _("The team of the experiment makes a model of it.")
    if experiment.ended_at is None:
        return AsItStands(_("Tell first whether the experiment works."))
    if model_of(experiment) is not None:
        return AsItStands(_("A model of it is being written, or is in the library already."))
    return ""
