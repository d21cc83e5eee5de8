"""Asking to join a closed community, and the answers."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.circles import actions, queries, rules
from fiksummin.circles.forms import AnswerForm, AskingForm
from fiksummin.circles.models import Circle
from fiksummin.circles.views.page import ON_A_PAGE, circle_page, seen_circle
from fiksummin.core.errors import refuse_if
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_safe
@login_required
def request_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who asks to join, and who is invited, to those who keep the community."""
    person, found = person_of(request), seen_circle(request, pk)
    refuse_if(rules.why_not_change(found, person))
    rows = queries.askings_for(found, person)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "circles/request_list.html", {"circle": found, "page": page})


@require_POST
@login_required
def request_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to join."""
    person, found = person_of(request), seen_circle(request, pk)
    refuse_if(rules.why_not_ask(found, person))
    form = AskingForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _ask(form, person, found)))
    if tried.done:
        say_done(request, _("Those who keep the community hear of it. You hear their answer."))
        return see_other("circles:circle", pk)
    return circle_page(request, found, refused=form, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def answer(request: HttpRequest, pk: int, asking: int) -> HttpResponse:
    """Let somebody in, or say why not."""
    person, found = person_of(request), seen_circle(request, pk)
    refuse_if(rules.why_not_change(found, person))
    row = get_object_or_404(queries.askings_for(found, person).requests(), pk=asking)
    form = AnswerForm(sent(request))
    tried = attempt(form, lambda: actions.answer_asking(by=person, asking=row, **form.cleaned_data))
    if tried.done:
        say_done(request, _("She hears your answer."))
        return see_other("circles:request_list", pk)
    context = {"form": form, "circle": found, "asking": row}
    return render(request, "circles/request.html", context, status=tried.status)


def _ask(form: AskingForm, person: Person, circle: Circle) -> int:
    return actions.ask_to_join(by=person, circle=circle, words=form.cleaned_data["words"]).pk
