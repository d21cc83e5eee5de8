"""Communities in a list, one of them, founding, changing and ending it."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.circles import actions, queries, rules
from fiksummin.circles.forms import CircleForm, EndingForm, FindingForm, words_of
from fiksummin.circles.views.page import circle_page, seen_circle
from fiksummin.core.errors import refuse_if
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent

ON_A_PAGE = 30


@require_safe
@login_required
def circle_list(request: HttpRequest) -> HttpResponse:
    """Show the communities: one's own first, then all that have the words of the address; ended ones by themselves."""
    person, form, ended = person_of(request), FindingForm(request.GET), "ended" in request.GET
    words = form.cleaned_data["q"] if form.is_valid() else ""
    own = [] if words or ended else list(queries.own_circles(person))
    rows = queries.find(person, words, ended=ended).exclude(pk__in=[row.pk for row in own])
    context = {
        "form": form, "words": words, "ended": ended, "own": own, "founds": not rules.why_not_found(person),
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
    }  # fmt: skip
    return render(request, "circles/circle_list.html", context, status=422 if form.errors else 200)


@require_safe
@login_required
def circle(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a community."""
    return circle_page(request, seen_circle(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def circle_new(request: HttpRequest) -> HttpResponse:
    """Found a community."""
    person = person_of(request)
    refuse_if(rules.why_not_found(person))
    form = CircleForm(sent(request))
    tried = attempt(
        form, lambda: once(request, form, lambda: actions.found_circle(by=person, wish=form.wish()).pk)
    )
    if tried.result:
        say_done(
            request, _("The community is there, and you keep it. Invite others, or plan its first meeting.")
        )
        return see_other("circles:circle", tried.result)
    return render(request, "circles/circle_new.html", {"form": form}, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def circle_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a community says of itself, or how one joins it."""
    person, found = person_of(request), seen_circle(request, pk)
    refuse_if(rules.why_not_change(found, person))
    form = CircleForm(sent(request), initial=words_of(found))
    tried = attempt(form, lambda: actions.change_circle(by=person, circle=found, wish=form.wish()))
    if tried.done:
        say_done(request, _("The community is changed."))
        return see_other("circles:circle", pk)
    context = {"form": form, "circle": found}
    return render(request, "circles/circle_change.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def circle_ending(request: HttpRequest, pk: int) -> HttpResponse:
    """End a community."""
    person, found = person_of(request), seen_circle(request, pk)
    refuse_if(rules.why_not_end(found, person))
    form = EndingForm(sent(request))
    tried = attempt(
        form, lambda: actions.end_circle(by=person, circle=found, reason=form.cleaned_data["reason"])
    )
    if tried.done:
        say_done(request, _("The community has ended. Its page stays."))
        return see_other("circles:circle", pk)
    context = {"form": form, "circle": found}
    return render(request, "circles/circle_ending.html", context, status=tried.status)
