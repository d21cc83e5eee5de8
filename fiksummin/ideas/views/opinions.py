"""One's own comment: other words, or taken back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.errors import refuse_if
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.forms import CommentWordsForm
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def comment_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Say one's comment in other words, or see why not any more and take it back."""
    person = person_of(request)
    comment = get_object_or_404(queries.comments_for(person), pk=pk)
    refuse_if(rules.why_not_take_comment_back(comment, person))
    form = CommentWordsForm(sent(request), initial={"text": comment.text})
    tried = attempt(
        form, lambda: actions.reword_comment(by=person, comment=comment, text=form.cleaned_data["text"])
    )
    if tried.done:
        say_done(request, _("The comment was changed."))
        return see_other("ideas:idea", comment.idea_id, fragment=f"comment-{comment.pk}")
    why_not = "" if form.is_bound else rules.why_not_reword_comment(comment, person)
    context = {"comment": comment, "idea": comment.idea, "form": form, "why_not": why_not}
    return render(request, "ideas/comment_change.html", context, status=tried.status)


@require_POST
@login_required
def comment_taking_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's comment back."""
    person = person_of(request)
    comment = get_object_or_404(queries.comments_for(person), pk=pk)
    actions.take_comment_back(by=person, comment=comment)
    say_done(request, _("The comment was taken back."))
    return see_other("ideas:idea", comment.idea_id, fragment=f"comment-{comment.pk}")
