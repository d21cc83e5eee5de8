"""What is attached to an idea: brought, given again, taken off."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.ideas import actions, rules
from fiksummin.ideas.forms import AttachmentForm
from fiksummin.ideas.models import Idea
from fiksummin.ideas.views.ideas import seen_idea
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attachments import give
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent
from fiksummin.ui.strangers import leads_in


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_attachments(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach something to one's idea."""
    person, idea = person_of(request), seen_idea(request, pk)
    refuse_if(rules.why_not_attach(idea, person))
    form = AttachmentForm(sent(request), request.FILES or None)
    tried = attempt(form, lambda: once(request, form, lambda: _attach(form, person, idea)))
    if tried.done:
        say_done(request, _("It is attached."))
        return see_other("ideas:idea", idea.pk, fragment="attachments")
    return render(request, "ideas/idea_attachments.html", {"idea": idea, "form": form}, status=tried.status)


@require_safe
@leads_in
def attachment_file(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Give what is attached to those who see the idea."""
    row = get_object_or_404(seen_idea(request, pk).attachments, pk=attachment)
    return give(request, row)  # type: ignore[return-value]  # a stream is an answer, too


@require_POST
@login_required
def attachment_removal(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Take off what is attached."""
    person, idea = person_of(request), seen_idea(request, pk)
    row = get_object_or_404(idea.attachments, pk=attachment)
    actions.detach_from_idea(by=person, attachment=row)
    say_done(request, _("It is taken off."))
    return see_other("ideas:idea", idea.pk)


def _attach(form: AttachmentForm, person: Person, idea: Idea) -> int:
    given = form.cleaned_data
    return actions.attach_to_idea(by=person, idea=idea, kept=given["file"], words=given["words"]).pk
