"""Joining and leaving a community, and what those who keep it do about its members."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fiksummin.circles import actions, queries
from fiksummin.circles.forms import InvitationForm
from fiksummin.circles.models import Membership
from fiksummin.circles.rules.circles import why_not_keep
from fiksummin.circles.views.page import circle_page, seen_circle
from fiksummin.core.errors import refuse_if
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent


@require_POST
@login_required
def joining(request: HttpRequest, pk: int) -> HttpResponse:
    """Become a member."""
    actions.join_circle(by=person_of(request), circle=seen_circle(request, pk))
    say_done(request, _("You are a member."))
    return see_other("circles:circle", pk)


@require_POST
@login_required
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """Be a member no longer, or take back what one asked."""
    actions.leave_circle(by=person_of(request), circle=seen_circle(request, pk))
    say_done(request, _("You are not a member, and nothing waits for an answer."))
    return see_other("circles:circle", pk)


@require_POST
@login_required
def invitations(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite somebody."""
    person, found = person_of(request), seen_circle(request, pk)
    refuse_if(why_not_keep(found, person))
    form = InvitationForm(sent(request))
    tried = attempt(
        form,
        lambda: actions.invite_member(by=person, circle=found, newcomer=form.cleaned_data["person"]),
    )
    if tried.done:
        say_done(request, _("She is invited. She joins when she likes."))
        return see_other("circles:circle", pk)
    return circle_page(request, found, refused=form, status=tried.status)


@require_POST
@login_required
def keeping(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Let a member keep the community, too."""
    actions.make_keeper(by=person_of(request), membership=_seen(request, pk, member))
    return see_other("circles:circle", pk, fragment="members")


@require_POST
@login_required
def removal(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Take a member off."""
    actions.remove_member(by=person_of(request), membership=_seen(request, pk, member))
    say_done(request, _("She is a member no longer."))
    return see_other("circles:circle", pk, fragment="members")


def _seen(request: HttpRequest, pk: int, member: int) -> Membership:
    rows = queries.members_for(seen_circle(request, pk), person_of(request))
    return get_object_or_404(rows.select_related("circle"), pk=member)
