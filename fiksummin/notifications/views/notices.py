"""What one was told, what one follows, and the way out of letters."""

from http import HTTPStatus
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.time import now, today
from fiksummin.notifications import actions, letters, queries, things
from fiksummin.notifications.choices import Kind
from fiksummin.people import actions as people
from fiksummin.people.queries import person_of
from fiksummin.trail.things import faces
from fiksummin.ui.attempts import say_done, see_other

ON_A_PAGE = 30
MOST_DIGITS = 18


@require_safe
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    """Show somebody what she was told, day by day; what stands on the page is seen from now on, and not mailed."""
    person, at = person_of(request), now()
    page = Paginator(queries.notices_of(person), ON_A_PAGE).get_page(request.GET.get("page"))
    told = things.lines(page, person)
    if request.method == "GET":
        actions.show(by=person, notices=[line.notice.pk for line in told], at=at)
    more, newest = queries.unread_until(person)
    days = [(day, list(lines)) for day, lines in groupby(told, lambda line: today(at=line.notice.created_at))]
    return render(
        request, "notifications/notices.html", {"page": page, "days": days, "more": more, "newest": newest}
    )


@require_POST
@login_required
def seen(request: HttpRequest) -> HttpResponse:
    """Mark all as seen that was there when the page was shown: ``until`` is the number of the newest."""
    until = request.POST.get("until", "")
    if not until.isdecimal() or len(until) > MOST_DIGITS:
        raise Http404
    actions.show_all(by=person_of(request), until=int(until))
    say_done(request, _("All is marked as seen. Nothing of it is mailed to you."))
    return see_other("notifications:notices")


@require_safe
@login_required
def following(request: HttpRequest) -> HttpResponse:
    """Show somebody what she follows, and whether she gets it by mail, too."""
    person = person_of(request)
    page = Paginator(queries.follows_of(person), ON_A_PAGE).get_page(request.GET.get("page"))
    seen = faces([row.node for row in page], person)
    rows = [(row, seen.get(row.node_id)) for row in page]
    return render(request, "notifications/following.html", {"page": page, "rows": rows, "person": person})


@require_POST
@login_required
def following_letters(request: HttpRequest) -> HttpResponse:
    """Have what one follows by mail, too, or on the page alone."""
    wanted = request.POST.get("wanted") == "1"
    people.change_profile(by=person_of(request), mail_follow=wanted)
    say_done(request, _("You get it by mail, too.") if wanted else _("You find it on the page alone."))
    return see_other("notifications:following")


@require_POST
@login_required
def follow(request: HttpRequest, node: int) -> HttpResponse:
    """Follow a thing that one may see, or follow it no more."""
    person = person_of(request)
    if request.POST.get("wanted") == "0":
        actions.unfollow(by=person, node=node)
        say_done(request, _("You do not follow it any more."))
        return see_other("notifications:following")
    found = queries.thing_to_follow(person, node)
    if found is None:
        raise Http404
    actions.follow(by=person, node=found[0])
    say_done(request, _("You follow it. What happens to it stands among your notices."))
    return HttpResponseRedirect(found[1], status=HTTPStatus.SEE_OTHER)


@csrf_exempt  # a mail program sends this without a page before it; the secret in the address is what it has
@require_http_methods(["GET", "HEAD", "POST"])
def letters_end(request: HttpRequest, token: str) -> HttpResponse:
    """Stop letters of a kind, signed in or not: at once when a mail program asks (RFC 8058), else by a button."""
    known = letters.read_token(token)
    if known is None:
        raise Http404
    reader, kind = known
    if request.method == "POST":
        actions.stop_letters(by=reader, kind=kind)
    context = {"about_me": kind == Kind.ABOUT, "done": request.method == "POST"}
    return render(request, "notifications/letters_end.html", context)
