"""What events are arranged by: kinds, themes, seasons and their plan; kept by those who run the lab."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.events import actions, rules
from fiksummin.events.forms.details import remains
from fiksummin.events.forms.keeping import (
    KindForm,
    KindQuestionRow,
    KindQuestionRows,
    SeasonForm,
    SeasonRows,
    ThemeForm,
)
from fiksummin.events.models import EventKind, Season, Theme
from fiksummin.events.queries.keeping import ThemePlan
from fiksummin.events.queries.themes import asked_by
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Kept:
    """One of the lists: its rows, its form, the words of its pages, and what is done."""

    rows: Any
    form: type[Form]
    new: Promise
    change: Promise
    act: Callable[[Person, Any, Any], Any]


LISTS = {
    "kinds": Kept(
        EventKind.objects, KindForm, gettext_lazy("A new kind of event"), gettext_lazy("Change the kind of event"),
        lambda by, wish, row: actions.save_kind(by=by, wish=wish, kind=row),
    ),
    "themes": Kept(
        Theme.objects, ThemeForm, gettext_lazy("A new theme"), gettext_lazy("Change the theme"),
        lambda by, wish, row: actions.save_theme(by=by, wish=wish, theme=row),
    ),
    "seasons": Kept(
        Season.objects, SeasonForm, gettext_lazy("A new season"), gettext_lazy("Change the season"),
        lambda by, wish, row: actions.save_season(by=by, wish=wish, season=row),
    ),
}  # fmt: skip


@require_safe
@login_required
def lists(request: HttpRequest) -> HttpResponse:
    """Show kinds, themes and seasons to those who keep them."""
    _keeper(request)
    context = {
        "kinds": EventKind.objects.all(),
        "themes": Theme.objects.all(),
        "seasons": Season.objects.prefetch_related("plan"),
    }
    return render(request, "events/organise/lists.html", context)


@shown_and_sent
@login_required
def keep(request: HttpRequest, what: str, slug: str = "") -> HttpResponse:
    """Add a kind, a theme or a season, or change one."""
    person, kept = _keeper(request), LISTS[what]
    row = get_object_or_404(kept.rows.all(), slug=slug) if slug else None
    form = kept.form(sent(request), initial=_begins(kept.form, row) if row else None)
    tried = attempt(form, lambda: kept.act(person, form.wish, row).pk)  # type: ignore[attr-defined]  # each of the forms has it
    if tried.done:
        messages.success(request, _("Saved."))
        return see_other("events:lists", fragment=what)
    context = {"form": form, "row": row, "heading": kept.change if row else kept.new}
    return render(request, "events/organise/keep.html", context, status=tried.status)


@shown_and_sent
@login_required
def kind_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what events of a kind ask of those who register."""
    person = _keeper(request)
    kind = get_object_or_404(EventKind, slug=slug)  # allow(through-the-person): its keepers see each kind
    begins = list(kind.questions.values(*KindQuestionRow.base_fields))
    formset, form = KindQuestionRows(sent(request), initial=begins), Form(sent(request))
    tried = attempt(
        form,
        lambda: actions.set_kind_questions(by=person, kind=kind, rows=remains(formset)).pk,
        valid=formset.is_valid(),
    )
    if tried.done:
        messages.success(request, _("Saved."))
        return see_other("events:lists", fragment="kinds")
    context = {"kind": kind, "form": form, "formset": formset}
    return render(request, "events/organise/kind_questions.html", context, status=tried.status)


@shown_and_sent
@login_required
def season_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a season: its themes, who looks after each, and what asked for it."""
    person = _keeper(request)
    season = get_object_or_404(Season, slug=slug)  # allow(through-the-person): its keepers see each season
    begins, reader = _plan_begins(season, person), {"reader": person}
    formset, form = SeasonRows(sent(request), initial=begins, form_kwargs=reader), Form(sent(request))
    tried = attempt(
        form,
        lambda: actions.plan_season(by=person, season=season, plan=_planned(formset, season)).pk,
        valid=formset.is_valid(),
    )
    if tried.done:
        messages.success(request, _("Saved."))
        return see_other("events:lists", fragment="seasons")
    context = {"season": season, "form": form, "formset": formset}
    return render(request, "events/organise/season_plan.html", context, status=tried.status)


def _keeper(request: HttpRequest) -> Person:
    person = person_of(request)
    if rules.why_not_keep_lists(person):
        raise Http404
    return person


def _begins(form: type[Form], row: Any) -> dict[str, Any]:
    given = {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}
    return {**given, "is_retired": bool(getattr(row, "retired_at", None))}


def _plan_begins(season: Season, person: Person) -> list[dict[str, Any]]:
    rows = list(season.plan.select_related("owner"))
    asked = asked_by([row.pk for row in rows], person)
    return [
        {
            "theme": row.theme_id, "wish": row.wish, "held_by": str(row.owner or ""),
            "asked": asked.get(row.pk, []),
            "ideas": "\n".join(f"{settings.BASE_URL}{face.url}" for face in asked.get(row.pk, ())),
        }
        for row in rows
    ]  # fmt: skip


def _planned(formset: Any, season: Season) -> list[ThemePlan]:
    """Give the plan as it is wanted; who looked after a theme goes on unless another is named."""
    owners = {row.theme_id: row.owner for row in season.plan.select_related("owner")}
    rows = [row.row for row in formset if row.cleaned_data and not row.cleaned_data.get("DELETE")]
    return [row if row.owner else replace(row, owner=owners.get(row.theme.pk)) for row in rows]
