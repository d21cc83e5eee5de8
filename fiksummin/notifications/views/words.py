"""Writing to those who took part in a campaign: how many it reaches stands above the words."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.time import now
from fiksummin.ideas.models import Campaign
from fiksummin.notifications import actions, queries, rules
from fiksummin.notifications.forms import WordForm
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_safe
@login_required
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a word to whoever was told it, or runs the campaign."""
    found = get_object_or_404(queries.words_for(person_of(request)), pk=pk)
    return render(request, "notifications/word.html", {"word": found})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def word_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write to those who took part; whom it reaches is shown before it is sent."""
    person, at = person_of(request), now()
    campaign = get_object_or_404(queries.campaigns_to_write_of(person), slug=slug)
    form = WordForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _send(request, campaign, form)))
    if tried.result:
        say_done(request, _("The word is on its way."))
        return see_other("notifications:word", tried.result)
    parts = queries.took_part(campaign, person)
    context = {
        "form": form, "campaign": campaign, "parts": parts, "reach": sum(map(len, parts.values())),
        "barred": rules.why_not_write(campaign, person, queries.words_lately(campaign, at - rules.WORDS_WITHIN)),
    }  # fmt: skip
    return render(request, "notifications/word_new.html", context, status=tried.status)


def _send(request: HttpRequest, campaign: Campaign, form: WordForm) -> int:
    given = form.cleaned_data
    person, reach = person_of(request), given.get("reach") or 0
    return actions.send_word(by=person, campaign=campaign, text=given["text"], reach=reach).pk
