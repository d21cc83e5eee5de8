"""The screens of a site: taken into use, named, given a new address, taken out of use."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries
from fiksummin.spaces.forms.displays import DisplayForm, NewDisplayForm
from fiksummin.spaces.models import Display
from fiksummin.spaces.views.access import managed_site
from fiksummin.ui import qr
from fiksummin.ui.attempts import attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@login_required
def displays(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the screens of a site and take one into use; its address is shown on this answer only."""
    person, site = person_of(request), managed_site(request, slug)
    form = NewDisplayForm(sent(request), site=site)
    tried = attempt(form, lambda: actions.make_display(by=person, site=site, **form.cleaned_data))
    if tried.result:
        return _made(request, *tried.result)
    context = {"site": site, "form": form, "displays": queries.displays_of(site)}
    return render(request, "spaces/displays.html", context, status=tried.status)


@shown_and_sent
@login_required
def display(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a screen and change its name or language."""
    found = _managed(request, slug, pk)
    form = DisplayForm(sent(request), initial={"name": found.name, "language": found.language})
    tried = attempt(
        form, lambda: actions.change_display(by=person_of(request), display=found, **form.cleaned_data)
    )
    if tried.done:
        messages.success(request, _("Saved. The screen shows it within a minute."))
        return see_other("spaces:displays", slug)
    context = {"site": found.site, "display": found, "form": form, "mark": queries.mark_of(found)}
    return render(request, "spaces/display.html", context, status=tried.status)


@require_POST
@login_required
def display_renewal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give a screen a new address; it is shown on this answer only."""
    found, was = _managed(request, slug, pk), request.POST.get("was", "")
    return _made(request, *actions.renew_display(by=person_of(request), display=found, was=was))


@require_POST
@login_required
def display_revocation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a screen out of use."""
    actions.revoke_display(by=person_of(request), display=_managed(request, slug, pk))
    messages.success(request, _("The screen is out of use. Its address opens nothing any more."))
    return see_other("spaces:displays", slug)


def _managed(request: HttpRequest, slug: str, pk: int) -> Display:
    rows = Display.objects.filter(site=managed_site(request, slug), revoked_at=None)
    return get_object_or_404(rows.select_related("site", "space"), pk=pk)


def _made(request: HttpRequest, display: Display, secret: str) -> HttpResponse:
    address = f"{settings.BASE_URL}{reverse('display', args=[secret])}"
    context = {
        "display": display,
        "site": display.site,
        "address": address,
        "code": SafeString(qr.svg(address)),
    }
    return render(request, "spaces/display_made.html", context, status=201)
