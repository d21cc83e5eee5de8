"""One's own registrations: what one has, change, switch, hand on, answer an offer, give up."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, calendar, queries, rules
from fiksummin.events.choices import RegistrationState
from fiksummin.events.forms.registering import FIRST, HandoverForm, OfferForm, RegistrationForm
from fiksummin.events.views.holders import Holder, of_holder
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, sent

LATELY = 20
"""How many registrations behind are shown."""
asked_and_done = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def registration_list(request: HttpRequest) -> HttpResponse:
    """Show what a person has registered for: coming, waiting, behind."""
    person, at = person_of(request), now()
    ahead = queries.ahead_of(person, at)
    places = queries.positions(ahead)
    context = {
        "coming": [row for row in ahead if row.state == RegistrationState.CONFIRMED],
        "waiting": [
            (row, places.get(row.pk, 0)) for row in ahead if row.state != RegistrationState.CONFIRMED
        ],
        "over": queries.behind(person, at)[:LATELY],
    }
    return render(request, "events/registration_list.html", context)


@require_safe
@of_holder
def registration(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Show a registration to whoever has it, and what she may do."""
    return render(request, "events/registration.html", whole(holder))


@asked_and_done
@of_holder
def registration_change(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Change how many come, who, and the answers."""
    row = holder.registration
    refuse_if(rules.why_not_cancel_place(row, holder.by, now(), holder.secret))
    form = RegistrationForm(sent(request), event=row.event, held=row)

    def act() -> int:
        return actions.change_registration(wish=form.wish_of(None), **_who(holder)).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.done:
        say_done(request, _("The registration is changed."))
        return holder.see_other()
    return render(
        request, "events/registration_change.html", {**about(holder), "form": form}, status=tried.status
    )


@require_POST
@of_holder
def registration_mode(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Take part in the other way; pressing it again changes nothing."""
    mode = request.POST.get("mode", "")
    if holder.registration.mode != mode:
        row = actions.switch_mode(mode=mode, **_who(holder))
        if row.holds == mode:
            messages.success(request, _("The change is made. A new confirmation is on its way to your mail."))
        elif row.state == RegistrationState.OFFERED:
            messages.success(
                request,
                _("You are in the queue, and stay there whatever you answer to the place held for you."),
            )
        else:
            messages.success(
                request, _("You are in the queue. What you have is kept until the other place is there.")
            )
    return holder.see_other()


@require_POST
@of_holder
def registration_offer(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Be asked before a place is hers, or have it at once; saying it again changes nothing."""
    form = OfferForm(request.POST, registration=holder.registration)
    if not form.is_valid():
        raise Invalid(str(form.errors["offer"][0]), "offer")
    actions.choose_offer(asks_first=form.cleaned_data["offer"] == FIRST, **_who(holder))
    messages.success(request, _("Your wish is written down."))
    return holder.see_other()


@require_POST
@of_holder
def registration_showing(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Let the others who have a place see her name, or no more; pressing it again changes nothing."""
    if request.POST.get("shown") not in {"yes", "no"}:
        raise Invalid(_("Answer yes or no."), "shown")
    is_shown = request.POST["shown"] == "yes"
    actions.show_name(is_shown=is_shown, **_who(holder))
    said = (
        _("The others who have a place see your name.")
        if is_shown
        else _("The others who have a place do not see your name any more.")
    )
    messages.success(request, said)
    return holder.see_other()


@require_POST
@of_holder
def registration_acceptance(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Take an offered place; taking it again changes nothing."""
    if holder.registration.state != RegistrationState.CONFIRMED:
        actions.accept_place(**_who(holder))
        messages.success(request, _("The place is yours. A confirmation is on its way to your mail."))
    return holder.see_other()


@asked_and_done
@of_holder
def registration_refusal(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Ask, and let an offered place go to the next; doing it again, or while none is offered, changes nothing."""
    row = holder.registration
    if row.end == "declined" or row.state == RegistrationState.QUEUED:
        return holder.see_other()
    refuse_if(rules.why_not_answer(row, holder.by, now(), holder.secret))
    if request.method == "POST":
        actions.decline_place(**_who(holder))
        messages.success(
            request,
            _("The place goes to the next in line. You stay in the other queue.")
            if row.wants_to_switch
            else _("The place goes to the next in line."),
        )
        return holder.see_other()
    return render(request, "events/registration_refusal.html", about(holder))


@asked_and_done
@of_holder
def registration_cancellation(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Ask, and give a place or a turn up; doing it again changes nothing."""
    row = holder.registration
    if row.ended_at:
        return holder.see_other()
    refuse_if(rules.why_not_cancel_place(row, holder.by, now(), holder.secret))
    if request.method == "POST":
        actions.cancel_registration(**_who(holder))
        messages.success(request, _("The registration is cancelled."))
        return holder.see_other()
    return render(request, "events/registration_cancellation.html", about(holder))


@asked_and_done
@of_holder
def registration_handover(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Offer the place to a colleague by mail."""
    row, person = holder.registration, person_of(request)
    refuse_if(rules.why_not_own(row, person) or rules.why_not_standing(row, now()))
    form = HandoverForm(sent(request))

    def act() -> int:
        return actions.hand_over(by=person, registration=row, email=form.cleaned_data["email"]).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.done:
        say_done(request, _("A link is on its way to your colleague. The place is yours until she takes it."))
        return holder.see_other()
    context = {**about(holder), "form": form}
    return render(request, "events/registration_handover.html", context, status=tried.status)


@require_safe
@of_holder
def registration_calendar(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Give what one has registered for as a calendar file."""
    row = holder.registration
    entry = calendar.registration_entry(row, get_language() or "fi", gone=bool(row.ended_at))
    return HttpResponse(
        calendar.file_with(entry),
        content_type=f"text/calendar; charset=utf-8; method={entry.method}",
        headers={"Content-Disposition": f'attachment; filename="event-{row.event_id}.ics"'},
    )


def about(holder: Holder) -> dict[str, Any]:
    """Give what every page of a registration says."""
    row, at = holder.registration, now()
    event = row.event
    return {
        "registration": row,
        "event": event,
        "holder": holder,
        "at": at,
        "state": row.state,
        "position": queries.position(row) if row.state == "queued" or row.wants_to_switch else 0,
        "fixed": rules.why_not_standing(row, at),
        "link": "" if rules.why_not_see_link(event, None, row) else event.online_link,
        "others": [mode for mode in event.modes if mode != row.mode],
    }


def whole(holder: Holder) -> dict[str, Any]:
    """Give what the page of a registration itself says beside: its lot, her wishes, who else is coming."""
    row, at = holder.registration, now()
    unasked = rules.why_not_choose_offer(row, holder.by, at, holder.secret)
    return {
        **about(holder),
        "drawn": queries.drawn(row),
        "offer_form": None if unasked else OfferForm(registration=row),
        "company": queries.who_comes(row, at),
    }


def _who(holder: Holder) -> dict[str, Any]:
    return dict(holder.who)
