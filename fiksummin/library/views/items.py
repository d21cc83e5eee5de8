"""The library, one thing of it, writing and changing it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import today
from fiksummin.library import actions, queries, rules
from fiksummin.library.choices import Kind
from fiksummin.library.forms import ChangeForm, FindingForm, ItemForm, KeeperForm, words_of
from fiksummin.library.models import Item
from fiksummin.library.models.item import ItemQuerySet
from fiksummin.library.views.page import item_page
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent
from fiksummin.ui.strangers import leads_in

ON_A_PAGE = 30


@require_safe
def item_list(request: HttpRequest) -> HttpResponse:
    """Show the library, narrowed by the query of the address; what nobody checked in time comes last."""
    reader, day = reader_of(request), today()
    form = FindingForm(request.GET, reader=reader, sharing=queries.sharing(reader))
    form.is_valid()
    context = {"form": form, "day": day, **_rows(request, queries.find(reader, form.finding(), day))}
    context["writes"] = reader is not None and not rules.why_not_write(reader)
    context["drafts"] = list(queries.drafts_of(reader)[:ON_A_PAGE]) if reader else []
    context["reviews"] = list(queries.reviews_of(reader, day)[:ON_A_PAGE]) if reader else []
    return render(request, "library/item_list.html", context, status=422 if form.errors else 200)


@require_safe
def retired_list(request: HttpRequest) -> HttpResponse:
    """Show what is out of use, why, and what replaces it."""
    shown = _rows(request, queries.retired_for(reader_of(request)))
    rows = [(row, used, queries.standing_retirement(row)) for row, used in shown["rows"]]
    context = {"day": today(), **shown, "rows": rows}
    return render(request, "library/retired_list.html", context)


@require_safe
@leads_in
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a model, tool, tip or method, and how it goes where it is used."""
    return item_page(request, seen_item(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item_new(request: HttpRequest) -> HttpResponse:
    """Write something down: ``?kind=`` says what; without it one chooses."""
    person, kind = person_of(request), request.GET.get("kind", "")
    refuse_if(rules.why_not_write(person))
    if kind not in Kind.values:
        return render(request, "library/kinds.html")
    form = ItemForm(sent(request), kind=kind)
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.draft_item(by=person, kind=kind, wish=form.wish()).pk),
    )
    if tried.result:
        say_done(request, _("It is kept as a draft. Look at it once more, and publish it."))
        return see_other("library:item", tried.result)
    context = {"form": form, "kind": Kind(kind)}
    return render(request, "library/item_new.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a new version, and say what changed and because of what."""
    person, found = person_of(request), seen_item(request, pk)
    refuse_if(rules.why_not_change(found, person))
    form = ChangeForm(sent(request), item=found, reader=person, initial=words_of(found))
    tried = attempt(
        form,
        lambda: actions.change_item(by=person, item=found, wish=form.wish(), change=form.change()),
    )
    if tried.done:
        say_done(request, _("The new version stands; the one before can still be read."))
        return see_other("library:item", found.pk)
    return render(request, "library/item_change.html", {"form": form, "item": found}, status=tried.status)


@require_POST
@login_required
def item_publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Let others have it."""
    found = seen_item(request, pk)
    actions.publish_item(by=person_of(request), item=found)
    say_done(request, _("It is in the library now."))
    return see_other("library:item", found.pk)


@require_POST
@login_required
def item_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Copy it to one's own use."""
    copy = actions.copy_item(by=person_of(request), item=seen_item(request, pk))
    say_done(request, _("This copy is yours: only you see it until you publish it."))
    return see_other("library:item", copy.pk)


@require_POST
@login_required
def item_keeper(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody keep it up, too."""
    person, found = person_of(request), seen_item(request, pk)
    refuse_if(rules.why_not_change(found, person))
    form = KeeperForm(sent(request), item=found, reader=person)
    tried = attempt(
        form, lambda: actions.add_keeper(by=person, item=found, newcomer=form.cleaned_data["person"])
    )
    if tried.done:
        return see_other("library:item", found.pk, fragment="keepers")
    return item_page(request, found, keeper=form, status=tried.status)


def seen_item(request: HttpRequest, pk: int) -> Item:
    """Give a thing that the reader may see, with all that its page says."""
    return get_object_or_404(queries.whole_item(reader_of(request)), pk=pk)


def _rows(request: HttpRequest, found: ItemQuerySet) -> dict[str, Any]:
    """Give a page of things, each with how often it is used."""
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    counts = queries.used(row.pk for row in page)
    return {"page": page, "rows": [(row, counts[row.pk]) for row in page]}
