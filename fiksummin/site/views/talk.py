"""Comments: write, remove, report, look after."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site import actions
from fiksummin.site.forms import CommentForm, RemovalForm, ReportForm
from fiksummin.site.models import BlogPost, Comment
from fiksummin.site.queries import talk
from fiksummin.ui.attempts import attempt, see_other, sent

either = require_http_methods(["GET", "HEAD", "POST"])


@require_POST
def comments(request: HttpRequest, post: int) -> HttpResponse:
    """Write a comment; what was typed is kept when it cannot be taken."""
    # allow(through-the-person): a published post is for everybody
    page = get_object_or_404(BlogPost.objects.live(), pk=post)
    if not request.user.is_authenticated:
        return redirect_to_login(f"{page.get_url()}#talk")
    form, by, language = CommentForm(request.POST), _me(request), get_language() or "fi"
    tried = attempt(
        form, lambda: actions.comment(by=by, post=page, text=form.cleaned_data["text"], language=language)
    )
    if tried.result:
        messages.success(request, _("Your comment is published."))
        return _back_to(tried.result, f"comment-{tried.result.pk}")
    return render(request, page.template, {**page.get_context(request), "form": form}, status=tried.status)


@either
@login_required
def removal(request: HttpRequest, comment: int) -> HttpResponse:
    """Remove one's own comment at once, another's with a reason."""
    found, by = _seen(request, comment), _me(request)
    mine = found.person_id == by.pk
    if not mine and not by.may(RoleKind.EDITOR):
        raise Http404
    form = RemovalForm(sent(request))
    form.fields["reason"].required = not mine
    tried = attempt(
        form, lambda: actions.remove_comment(by=by, comment=found, reason=form.cleaned_data["reason"])
    )
    if tried.done:
        messages.success(request, _("The comment is removed."))
        return _back_to(found)
    return render(request, "site/comment_removal.html", {"comment": found, "form": form}, status=tried.status)


@require_POST
@login_required
def put_back(request: HttpRequest, comment: int) -> HttpResponse:
    """Make a removed comment visible again."""
    found = _seen(request, comment)
    actions.put_comment_back(by=_me(request), comment=found)
    messages.success(request, _("The comment is visible again."))
    return _back_to(found)


@either
@login_required
def report(request: HttpRequest, comment: int) -> HttpResponse:
    """Ask the editors to look at a comment."""
    found, by, form = _seen(request, comment), _me(request), ReportForm(sent(request))
    tried = attempt(
        form, lambda: actions.report_comment(by=by, comment=found, reason=form.cleaned_data["reason"])
    )
    if tried.done:
        messages.success(request, _("Thank you. The editors will look at the comment."))
        return _back_to(found)
    return render(request, "site/comment_report.html", {"comment": found, "form": form}, status=tried.status)


@require_safe
@login_required
def reports(request: HttpRequest) -> HttpResponse:
    """List the comments that somebody asked the editors to look at."""
    if not _me(request).may(RoleKind.EDITOR):
        raise Http404
    return render(request, "site/reports.html", {"reports": talk.waiting()})


@require_POST
@login_required
def acceptance(request: HttpRequest, comment: int) -> HttpResponse:
    """Leave a reported comment as it is."""
    if not _me(request).may(RoleKind.EDITOR):
        raise Http404
    actions.accept_comment(by=_me(request), comment=_seen(request, comment))
    messages.success(request, _("The comment stays."))
    return see_other("site:reports")


def _me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def _seen(request: HttpRequest, comment: int) -> Comment:
    rows = Comment.objects.visible_to(_me(request)).filter(post__live=True)
    return get_object_or_404(rows.select_related("post", "person"), pk=comment)


def _back_to(comment: Comment, fragment: str = "talk") -> HttpResponse:
    return HttpResponseRedirect(f"{comment.post.get_url()}#{fragment}", status=HTTPStatus.SEE_OTHER)
