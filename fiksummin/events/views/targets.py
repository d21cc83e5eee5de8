"""Whom to visit next: propose, vote, and see what was chosen and why."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.errors import refuse_if
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.after import ReasonForm
from fiksummin.events.forms.inviting import TargetForm
from fiksummin.events.models import Target
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def target_list(request: HttpRequest) -> HttpResponse:
    """Show whom people want to visit, and propose somebody."""
    person, form = person_of(request), TargetForm(sent(request))

    def act() -> int:
        return actions.propose_target(by=person, **form.words()).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.done:
        say_done(request, _("It is proposed. Vote for it, too, if you want to go there."))
        return see_other("events:target_list", fragment=f"target-{tried.result}")
    return render(request, "events/target_list.html", _page(person, form), status=tried.status)


@require_POST
@login_required
def target_vote(request: HttpRequest, pk: int) -> HttpResponse:
    """Want a target to be visited; wanting it twice counts once."""
    actions.vote_for_target(by=person_of(request), target=_known(pk))
    messages.success(request, _("Your vote is counted. You see now how many others want it."))
    return see_other("events:target_list", fragment=f"target-{pk}")


@require_POST
@login_required
def target_vote_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Want it no more; doing it again changes nothing."""
    actions.withdraw_vote(by=person_of(request), target=_known(pk))
    messages.success(request, _("Your vote is taken back."))
    return see_other("events:target_list", fragment=f"target-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def target_choice(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, and choose whom to visit next."""
    hint = _("At least ten characters: everybody reads it.")
    said = _("It is chosen, and the reason stands beside it.")
    return _settle(request, pk, actions.choose_target, hint=hint, said=said)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def target_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, and take a proposal off the list."""
    hint = _("At least ten characters: whoever proposed it reads it.")
    return _settle(request, pk, actions.remove_target, hint=hint, said=_("The proposal is off the list."))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def target_rewording(request: HttpRequest, pk: int) -> HttpResponse:
    """Say one's own proposal in other words; sent again it changes nothing."""
    person, row = person_of(request), _known(pk)
    refuse_if(rules.why_not_reword_target(row, person, is_voted=queries.others_want(row, person)))
    words = {"name": row.name, "why": row.why, "season": row.season}
    form = TargetForm(sent(request), initial=words)
    tried = attempt(form, lambda: actions.reword_target(by=person, target=row, **form.words()))
    if tried.done:
        messages.success(request, _("The proposal is reworded."))
        return see_other("events:target_list", fragment=f"target-{pk}")
    return render(request, "events/target_rewording.html", {"row": row, "form": form}, status=tried.status)


def _settle(
    request: HttpRequest, pk: int, act: Callable[..., Target], *, hint: str, said: str
) -> HttpResponse:
    person, row = person_of(request), _known(pk)
    refuse_if(rules.why_not_settle_target(row, person))
    form = ReasonForm(sent(request), hint=hint)
    tried = attempt(form, lambda: act(by=person, target=row, reason=form.cleaned_data["reason"]))
    if tried.done:
        messages.success(request, said)
        return see_other("events:target_list", fragment=f"target-{pk}")
    context = {"row": row, "form": form, "removes": act == actions.remove_target}
    return render(request, "events/target_settling.html", context, status=tried.status)


def _page(person: Person, form: TargetForm) -> dict[str, Any]:
    open_ones, chosen = queries.targets_for(person)
    return {
        "open": open_ones,
        "rewords": {
            row.target.pk
            for row in open_ones
            if not rules.why_not_reword_target(row.target, person, is_voted=row.is_voted)
        },
        "chosen": chosen,
        "form": form,
        "chooses": person.may_somewhere(RoleKind.HOST),
        "barred": rules.why_not_propose(person),
    }


def _known(pk: int) -> Target:
    return get_object_or_404(queries.all_targets(), pk=pk)
