"""The authors of an idea: inviting others to write along, becoming an author, ceasing to be one."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.forms import AuthorsForm
from fiksummin.ideas.models import Idea
from fiksummin.ideas.views.ideas import page, seen_idea
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_POST
@login_required
def idea_authors(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite to write an idea along, by addresses."""
    person, found = person_of(request), seen_idea(request, pk)
    form = AuthorsForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _invite(form, person, found)))
    if tried.result:
        say_done(request, _("The letters are on their way. Whoever writes along is named as an author then."))
        return see_other("ideas:idea", found.pk, fragment="authors")
    return page(request, found, authors=form, status=tried.status)


@require_POST
@login_required
def authors_leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """Cease to be an author."""
    person, found = person_of(request), seen_idea(request, pk)
    actions.leave_authors(by=person, idea=found)
    say_done(
        request, _("You are not an author of the idea any more. You hear what comes of it all the same.")
    )
    return see_other("ideas:idea", found.pk)


@require_POST
@login_required
def author_uninviting(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """Withdraw an invitation that one sent."""
    person, found = person_of(request), seen_idea(request, pk)
    row = get_object_or_404(queries.sent_by(found, person), pk=invitation)
    actions.uninvite_author(by=person, invitation=row)
    say_done(request, _("The invitation was withdrawn. Its link opens nothing more."))
    return see_other("ideas:idea", found.pk, fragment="authors")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def author_offer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the person to whose address it was sent, and nobody else, the idea; she writes along, or does not."""
    person = person_of(request)
    invitation = queries.author_invitation_by(token, person)
    if invitation is None:
        raise Http404
    if request.method == "POST" and request.POST.get("wanted") == "0":
        actions.decline_authors(by=person, invitation=invitation)
        say_done(request, _("Thank you for telling. Whoever invited you knows."))
        return see_other("ideas:author_offer", token)
    if request.method == "POST":
        actions.join_authors(by=person, invitation=invitation)
        say_done(request, _("You are an author of the idea. You are told of each of its steps."))
        return see_other("ideas:idea", invitation.idea_id)
    context = {
        "invitation": invitation,
        "idea": invitation.idea,
        "token": token,
        "barred": rules.why_not_write_along(invitation, person),
        "waits": not rules.why_not_respond(invitation),
    }
    return render(request, "ideas/author_offer.html", context)


def _invite(form: AuthorsForm, person: Person, idea: Idea) -> int:
    addresses = form.cleaned_data["addresses"]
    return len(actions.invite_authors(by=person, idea=idea, addresses=addresses))
