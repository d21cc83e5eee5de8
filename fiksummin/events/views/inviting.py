"""Agencies invite the lab; those who run it answer; all see where it has been and where never."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now, today
from fiksummin.events import actions, queries, rules
from fiksummin.events.choices import InvitationState
from fiksummin.events.forms.after import ReasonForm
from fiksummin.events.forms.inviting import InvitationForm, StopForm
from fiksummin.events.models import Invitation
from fiksummin.people.choices import RoleKind
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent

asked_and_done = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def tour(request: HttpRequest) -> HttpResponse:
    """Show the agencies that were visited, and those that never were; everybody reads where the lab comes."""
    reader = reader_of(request)
    visited = queries.tour(now(), reader, public=reader is None)
    context = {
        "visited": [row for row in visited if row.stops],
        "never": [row for row in visited if not row.stops and (reader or row.coming)],
        "barred": rules.why_not_invite_lab(reader) if reader else "",
    }
    return render(request, "events/tour.html", context)


@require_safe
@login_required
def invitation_list(request: HttpRequest) -> HttpResponse:
    """Show the invitations of one's agency, and all to those who run the lab."""
    person = person_of(request)
    rows = list(queries.invitations_for(person))
    context = {
        "today": today(),
        "open": [row for row in rows if row.is_open],
        "answered": [row for row in rows if not row.is_open][::-1],
        "runs": person.may_somewhere(RoleKind.HOST),
        "barred": rules.why_not_invite_lab(person),
    }
    return render(request, "events/invitation_list.html", context)


@asked_and_done
@login_required
def invitation_new(request: HttpRequest) -> HttpResponse:
    """Ask the lab to come."""
    person = person_of(request)
    refuse_if(rules.why_not_invite_lab(person))
    form = InvitationForm(sent(request))
    tried = attempt(
        form, lambda: once(request, form, lambda: actions.invite_lab(by=person, wish=form.wish()).pk)
    )
    if tried.done:
        say_done(request, _("The invitation is sent. You see here when it is answered, and get a letter."))
        return see_other("events:invitation", tried.result)
    context = {"form": form, "organisation": person.organisation, "days": actions.ANSWER_WORKING_DAYS}
    return render(request, "events/invitation_new.html", context, status=tried.status)


@require_safe
@login_required
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an invitation, and what the reader may do with it."""
    person, row = person_of(request), _seen(request, pk)
    context = {
        "row": row,
        "state": row.state,
        "late": row.is_open and row.answer_due_on < today(),
        "answers": not rules.why_not_answer_invitation(row, person),
        "withdraws": not rules.why_not_withdraw_invitation(row, person),
    }
    return render(request, "events/invitation.html", context)


@require_POST
@login_required
def invitation_acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the lab comes; saying it again changes nothing."""
    actions.accept_invitation(by=person_of(request), invitation=_seen(request, pk))
    messages.success(request, _("Accepted. The agency is told; set the day when it is agreed."))
    return see_other("events:invitation", pk)


@asked_and_done
@login_required
def invitation_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, and say that the lab does not come."""
    person, row = person_of(request), _seen(request, pk)
    refuse_if(rules.why_not_answer_invitation(row, person))
    form = ReasonForm(sent(request), hint=_("At least ten characters: the agency reads it."))
    tried = attempt(
        form,
        lambda: actions.decline_invitation(by=person, invitation=row, reason=form.cleaned_data["reason"]),
    )
    if tried.done:
        messages.success(request, _("Declined. The agency is told why."))
        return see_other("events:invitation", pk)
    return render(request, "events/invitation_refusal.html", {"row": row, "form": form}, status=tried.status)


@asked_and_done
@login_required
def invitation_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the day: the stop of the tour becomes an event in one act."""
    person, row = person_of(request), _seen(request, pk)
    refuse_if(rules.why_not_answer_invitation(row, person))
    form = StopForm(sent(request), invitation=row)

    def act() -> int:
        publish = form.cleaned_data["publish"]
        return actions.schedule_invitation(by=person, invitation=row, wish=form.wish(), publish=publish).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.done:
        say_done(request, _("The day is set. Whoever invited is told, and holds the event with you."))
        return see_other("events:event", tried.result)
    return render(request, "events/invitation_stop.html", {"row": row, "form": form}, status=tried.status)


@asked_and_done
@login_required
def invitation_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and take an invitation back; doing it again changes nothing."""
    person, row = person_of(request), _seen(request, pk)
    if row.state == InvitationState.WITHDRAWN:
        return see_other("events:invitation", pk)
    refuse_if(rules.why_not_withdraw_invitation(row, person))
    if request.method == "POST":
        actions.withdraw_invitation(by=person, invitation=row)
        messages.success(request, _("The invitation is taken back."))
        return see_other("events:invitation", pk)
    return render(request, "events/invitation_withdrawal.html", {"row": row})


def _seen(request: HttpRequest, pk: int) -> Invitation:
    return get_object_or_404(queries.invitations_for(person_of(request)), pk=pk)
