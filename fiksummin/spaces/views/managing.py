"""Forms by which a site is opened and kept up to date."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from fiksummin.core.time import now
from fiksummin.core.time import today as today_in
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.forms.guidance import (
    ContactForm,
    ContactRows,
    InstructionForm,
    InstructionRows,
    row_of,
    rows,
)
from fiksummin.spaces.forms.sites import (
    HoursForm,
    NewSiteForm,
    SeatsForm,
    SiteForm,
    SpecialDayForm,
    particulars,
)
from fiksummin.spaces.models import Site
from fiksummin.spaces.views.access import managed_site
from fiksummin.ui.attempts import attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@login_required
def site_new(request: HttpRequest) -> HttpResponse:
    """Enter a site; its hours come next."""
    person = person_of(request)
    if rules.why_not_manage(person):
        raise Http404
    form = NewSiteForm(sent(request))
    tried = attempt(form, lambda: actions.open_site(by=person, **form.cleaned_data).slug)
    if tried.done:
        messages.success(request, _("The site is entered. Give its opening hours next."))
        return see_other("spaces:site_hours", tried.result)
    return render(request, "spaces/site_new.html", {"form": form}, status=tried.status)


@shown_and_sent
@login_required
def site_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a site's particulars."""
    person, site = person_of(request), managed_site(request, slug)
    form = SiteForm(sent(request), initial=particulars(site))
    tried = attempt(form, lambda: actions.change_site(by=person, site=site, **form.cleaned_data))
    if tried.done:
        return _saved(request, site)
    return render(request, "spaces/site_change.html", {"site": site, "form": form}, status=tried.status)


@shown_and_sent
@login_required
def site_hours(request: HttpRequest, slug: str) -> HttpResponse:
    """Set the weekly opening hours."""
    person, site = person_of(request), managed_site(request, slug)
    form = HoursForm(sent(request), site=site)
    tried = attempt(
        form, lambda: actions.set_hours(by=person, site=site, week=form.week, staffed=form.staffed)
    )
    if tried.done:
        _tell_of_outsiders(request, site)
        return _saved(request, site)
    return render(request, "spaces/site_hours.html", {"site": site, "form": form}, status=tried.status)


@shown_and_sent
@login_required
def site_special_days(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a dated exception, or take one back (by the button ``unset`` with its day)."""
    person, site = person_of(request), managed_site(request, slug)
    if request.method == "POST" and "unset" in request.POST:
        actions.unset_special_day(by=person, site=site, day=_day(request.POST["unset"]))
        messages.success(request, _("The exception is taken back. The weekly hours hold again."))
        return see_other("spaces:site_special_days", slug)
    form = SpecialDayForm(sent(request))
    tried = attempt(form, lambda: actions.set_special_day(by=person, site=site, **form.exception))
    if tried.result:
        _tell_of_visits(request, site, tried.result.date)
        return see_other("spaces:site_special_days", slug)
    coming = site.special_days.filter(date__gte=today_in(site.zone), closure=None)
    context = {"site": site, "form": form, "coming": coming}
    return render(request, "spaces/site_special_days.html", context, status=tried.status)


@shown_and_sent
@login_required
def site_seats(request: HttpRequest, slug: str) -> HttpResponse:
    """Set how many seats there are."""
    person, site = person_of(request), managed_site(request, slug)
    form = SeatsForm(sent(request), initial={"seats": queries.seat_total(site)})
    tried = attempt(form, lambda: actions.set_seats(by=person, site=site, **form.cleaned_data))
    if tried.done:
        return _saved(request, site)
    return render(request, "spaces/site_seats.html", {"site": site, "form": form}, status=tried.status)


@shown_and_sent
@login_required
def site_contacts(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the list of those whom one may ask."""
    person, site = person_of(request), managed_site(request, slug)
    formset = ContactRows(
        sent(request), initial=[row_of(contact, ContactForm) for contact in site.contacts.all()]
    )
    form = Form(sent(request))
    tried = attempt(
        form,
        lambda: actions.set_contacts(by=person, site=site, contacts=rows(formset)),
        valid=formset.is_valid(),
    )
    if tried.done:
        return _saved(request, site)
    context = {"site": site, "form": form, "formset": formset}
    return render(request, "spaces/site_contacts.html", context, status=tried.status)


@shown_and_sent
@login_required
def site_instructions(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the instructions of a site."""
    person, site = person_of(request), managed_site(request, slug)
    day = today_in(site.zone)
    formset = InstructionRows(
        sent(request),
        initial=[row_of(instruction, InstructionForm) for instruction in site.instructions.all()],
        form_kwargs={"owners": queries.keepers(site, day)},
    )
    form = Form(sent(request))
    tried = attempt(
        form,
        lambda: actions.set_instructions(by=person, site=site, instructions=rows(formset)),
        valid=formset.is_valid(),
    )
    if tried.done:
        return _saved(request, site)
    context = {"site": site, "form": form, "formset": formset}
    return render(request, "spaces/site_instructions.html", context, status=tried.status)


def _saved(request: HttpRequest, site: Site) -> HttpResponse:
    messages.success(request, _("Saved. The site’s page shows it at once."))
    return see_other("spaces:site", site.slug)


def _day(text: str) -> date:
    """Read the day of an exception; what is no day is no exception."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def _tell_of_visits(request: HttpRequest, site: Site, day: date) -> None:
    """Say that the exception stands, and how many visits of that day it may concern."""
    visits = queries.expected(site, day).count()
    messages.success(request, _("The exception is entered."))
    if visits:
        messages.warning(
            request,
            ngettext(
                "%(count)d visit is announced for that day. Send the visitor a word from the desk.",
                "%(count)d visits are announced for that day. Send the visitors a word from the desk.",
                visits,
            )
            % {"count": visits},
        )


def _tell_of_outsiders(request: HttpRequest, site: Site) -> None:
    """Say how many visits and bookings are outside the hours, now that these have changed."""
    count = queries.outside_hours(site, now())
    if count:
        messages.warning(
            request,
            ngettext(
                "%(count)d coming visit or booking is outside the opening hours. It stands, and its page says so.",
                "%(count)d coming visits and bookings are outside the opening hours."
                " They stand, and their pages say so.",
                count,
            )
            % {"count": count},
        )
