"""Comments: write, remove, report, look after."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fiksummin.core.errors import NotAllowed
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site import actions
from fiksummin.site.forms import CommentForm, RemovalForm, ReportForm
from fiksummin.site.models import BlogPost, Comment
from fiksummin.site.queries import talk


@require_POST
@login_required
def comments(request: HttpRequest, post: int) -> HttpResponse:
    """Write a comment; what was typed is kept when it cannot be taken."""
    # allow(through-the-person): a published post is for everybody
    page = get_object_or_404(BlogPost.objects.live(), pk=post)
    form = CommentForm(request.POST)
    if form.is_valid():
        try:
            said = actions.comment(
                by=_me(request), post=page, text=form.cleaned_data["text"], language=get_language() or "fi"
            )
        except NotAllowed as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, _("Your comment is published."))
            return redirect(f"{page.get_url()}#comment-{said.pk}", status=303)
    return render(request, page.template, {**page.get_context(request), "form": form}, status=422)


@login_required
def removal(request: HttpRequest, comment: int) -> HttpResponse:
    """Remove one's own comment at once, another's with a reason."""
    found = _seen(request, comment)
    mine = found.person_id == request.user.pk
    if not mine and not _me(request).may(RoleKind.EDITOR):
        raise Http404
    form = RemovalForm(request.POST or None)
    form.fields["reason"].required = not mine
    if request.method == "POST" and form.is_valid():
        actions.remove_comment(by=_me(request), comment=found, reason=form.cleaned_data["reason"])
        messages.success(request, _("The comment is removed."))
        return redirect(_back_to(found), status=303)
    return _page(request, "site/comment_removal.html", found, form)


@require_POST
@login_required
def put_back(request: HttpRequest, comment: int) -> HttpResponse:
    """Make a removed comment visible again."""
    found = _seen(request, comment)
    actions.put_comment_back(by=_me(request), comment=found)
    messages.success(request, _("The comment is visible again."))
    return redirect(_back_to(found), status=303)


@login_required
def report(request: HttpRequest, comment: int) -> HttpResponse:
    """Ask the editors to look at a comment."""
    found = _seen(request, comment)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.report_comment(by=_me(request), comment=found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Thank you. The editors will look at the comment."))
        return redirect(_back_to(found), status=303)
    return _page(request, "site/comment_report.html", found, form)


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
    return redirect("site:reports", status=303)


def _me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def _seen(request: HttpRequest, comment: int) -> Comment:
    rows = Comment.objects.visible_to(_me(request)).filter(post__live=True).select_related("post", "person")
    return get_object_or_404(rows, pk=comment)


def _back_to(comment: Comment) -> str:
    return f"{comment.post.get_url()}#talk"


def _page(
    request: HttpRequest, template: str, comment: Comment, form: RemovalForm | ReportForm
) -> HttpResponse:
    return render(request, template, {"comment": comment, "form": form}, status=422 if form.errors else 200)
