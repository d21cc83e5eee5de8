"""The page of one community."""

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from fiksummin.circles import queries, rules
from fiksummin.circles.forms import AskingForm, InvitationForm
from fiksummin.circles.models import Circle
from fiksummin.people.queries import person_of

ON_A_PAGE = 50


def seen_circle(request: HttpRequest, pk: int) -> Circle:
    """Give a community that the reader may see."""
    return get_object_or_404(queries.circles_for(person_of(request)), pk=pk)


def circle_page(
    request: HttpRequest, circle: Circle, *, refused: Form | None = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a community; ``refused`` is a form of it that was sent and could not be taken."""
    person = person_of(request)
    own = queries.standing_of(circle, person)
    keeps = own is not None and own.keeper_at is not None and circle.ended_at is None
    context = {
        "circle": circle,
        "own": own,
        "keeps": keeps,
        "asking": None if own else queries.asking_of(circle, person),
        "declined": None if own else queries.declined_of(circle, person),
        "joins": own is None and not rules.why_not_join(circle, person),
        "asks": _form(AskingForm, refused) if own is None and not rules.why_not_ask(circle, person) else None,
        "invites": _form(InvitationForm, refused) if keeps else None,
        "waiting": queries.askings_for(circle, person).requests().count() if keeps else 0,
        "why_not_leave": rules.why_not_leave(circle, person) if own else "",
        "ends": keeps or not rules.why_not_end(circle, person),
        "page": Paginator(queries.members_for(circle, person), ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "circles/circle.html", context, status=status)


def _form(kind: type[Form], refused: Form | None) -> Form:
    return refused if isinstance(refused, kind) else kind()
