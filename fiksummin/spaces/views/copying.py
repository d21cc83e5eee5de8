"""The form by which a site is copied as the start of a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, rules
from fiksummin.spaces.forms.copying import CopySiteForm, towns
from fiksummin.spaces.views.access import managed_site
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def site_copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a site that begins as this one is."""
    person, site = person_of(request), managed_site(request, slug)
    if rules.why_not_manage(person):
        raise Http404
    form = CopySiteForm(sent(request), initial=towns(site))
    tried = attempt(form, lambda: actions.copy_site(by=person, source=site, **form.cleaned_data).slug)
    if tried.done:
        messages.success(request, _("The site is entered. Go through its spaces, instructions and contacts."))
        return see_other("spaces:site", tried.result)
    return render(request, "spaces/site_copy.html", {"site": site, "form": form}, status=tried.status)
