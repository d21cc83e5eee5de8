"""The team of an experiment: inviting to it, taking part, leaving it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.experiments import actions, queries, rules
from fiksummin.experiments.forms import TeamForm
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.views.experiments import page, seen_experiment
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_POST
@login_required
def experiment_team(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite to the team by addresses."""
    person, found = person_of(request), seen_experiment(request, pk)
    form = TeamForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _invite(form, person, found)))
    if tried.result:
        say_done(request, _("The letters are on their way. Whoever takes part stands in the team then."))
        return see_other("experiments:experiment", found.pk, fragment="team")
    return page(request, found, team=form, status=tried.status)


@require_POST
@login_required
def team_leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the team."""
    person, found = person_of(request), seen_experiment(request, pk)
    actions.leave_team(by=person, experiment=found)
    say_done(request, _("You have left the team. You hear what comes of the experiment all the same."))
    if person.is_guest:
        return see_other("experiments:experiment_list")
    return see_other("experiments:experiment", found.pk, fragment="team")


@require_POST
@login_required
def team_uninviting(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """Withdraw an invitation that one sent."""
    person, found = person_of(request), seen_experiment(request, pk)
    row = get_object_or_404(queries.sent_by(found, person), pk=invitation)
    actions.uninvite_from_team(by=person, invitation=row)
    say_done(request, _("The invitation was withdrawn. Its link opens nothing more."))
    return see_other("experiments:experiment", found.pk, fragment="team")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def team_offer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the person to whose address it was sent, and nobody else, the experiment; she takes part, or does not."""
    person = person_of(request)
    invitation = queries.invitation_by(token, person)
    if invitation is None:
        raise Http404
    if request.method == "POST" and request.POST.get("wanted") == "0":
        actions.decline_team(by=person, invitation=invitation)
        say_done(request, _("Thank you for telling. The team knows."))
        return see_other("experiments:team_offer", token)
    if request.method == "POST":
        actions.join_team(by=person, invitation=invitation)
        say_done(request, _("You are in the team. Write into the log as you go."))
        return see_other("experiments:experiment", invitation.experiment_id, fragment="team")
    barred = rules.why_not_join(invitation, person)
    context = {
        "invitation": invitation,
        "experiment": invitation.experiment,
        "token": token,
        "barred": barred,
    }
    return render(request, "experiments/team_offer.html", context)


def _invite(form: TeamForm, person: Person, experiment: Experiment) -> int:
    return len(actions.invite_to_team(by=person, experiment=experiment, addresses=form.cleaned_data["team"]))
