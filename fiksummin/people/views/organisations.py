"""Organisations, their domains and agreements: for the owners of the lab."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.time import today
from fiksummin.people import actions, rules
from fiksummin.people.forms.organisations import AgreementForm, DomainForm, OrganisationForm
from fiksummin.people.models import Agreement, EmailDomain, Organisation
from fiksummin.people.views.reader import reader
from fiksummin.ui.attempts import attempt, see_other, sent

either = require_http_methods(["GET", "HEAD", "POST"])
A_PAGE = 50


@either
@login_required
def organisations(request: HttpRequest) -> HttpResponse:
    """List the organisations, and enter a new one."""
    _owners_only(request)
    form = OrganisationForm(sent(request))
    tried = attempt(form, lambda: actions.found_organisation(by=reader(request), **form.cleaned_data))
    if tried.result:
        messages.success(request, _("The organisation was entered. Add its mail domains next."))
        return see_other("people:organisation", tried.result.pk)
    every = Organisation.objects.prefetch_related("domains").select_related("successor")
    rows = Paginator(every, A_PAGE).get_page(request.GET.get("page"))
    words = {"form": form, "organisations": rows, "today": today()}
    return render(request, "people/organisations.html", words, status=tried.status)


@either
@login_required
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """Show and change an organisation; its domains and agreements beside it."""
    _owners_only(request)
    row = _seen(request, organisation)
    form = OrganisationForm(sent(request), organisation=row)
    tried = attempt(
        form, lambda: actions.change_organisation(by=reader(request), organisation=row, **form.cleaned_data)
    )
    if tried.done:
        messages.success(request, _("The organisation was changed."))
        return see_other("people:organisation", row.pk)
    words = {
        "form": form,
        "organisation": _seen(request, organisation),
        "domains": row.domains.all(),
        "agreements": row.agreements.all(),
    }
    return render(request, "people/organisation.html", words, status=tried.status)


@either
@login_required
def domains(request: HttpRequest, organisation: int) -> HttpResponse:
    """Add a mail domain to an organisation."""
    _owners_only(request)
    row = _seen(request, organisation)
    form = DomainForm(sent(request))
    tried = attempt(
        form, lambda: actions.add_domain(by=reader(request), organisation=row, **form.cleaned_data)
    )
    if tried.done:
        messages.success(request, _("The domain was added."))
        return see_other("people:organisation", row.pk)
    words = {"form": form, "organisation": row}
    return render(request, "people/domain.html", words, status=tried.status)


@require_POST
@login_required
def domain_removal(request: HttpRequest, domain: int) -> HttpResponse:
    """Take a mail domain from its organisation."""
    _owners_only(request)
    row = get_object_or_404(
        EmailDomain.objects.filter(organisation__in=Organisation.objects.visible_to(reader(request))),
        pk=domain,
    )
    actions.remove_domain(by=reader(request), domain=row)
    messages.success(request, _("The domain was removed. People who have joined stay."))
    return see_other("people:organisation", row.organisation_id)


@either
@login_required
def agreements(request: HttpRequest, organisation: int) -> HttpResponse:
    """Make an agreement with a partner."""
    _owners_only(request)
    row = _seen(request, organisation)
    form = AgreementForm(sent(request))
    tried = attempt(
        form, lambda: actions.make_agreement(by=reader(request), organisation=row, **form.cleaned_data)
    )
    if tried.done:
        messages.success(request, _("The agreement was made."))
        return see_other("people:organisation", row.pk)
    words = {"form": form, "organisation": row}
    return render(request, "people/agreement.html", words, status=tried.status)


@either
@login_required
def agreement(request: HttpRequest, agreement: int) -> HttpResponse:
    """Change the days, sites or purpose of an agreement."""
    _owners_only(request)
    seen = Organisation.objects.visible_to(reader(request))
    rows = Agreement.objects.filter(organisation__in=seen).select_related("organisation")
    row = get_object_or_404(rows, pk=agreement)
    known = {name: getattr(row, name) for name in AgreementForm.base_fields}
    form = AgreementForm(sent(request), initial=known)
    tried = attempt(
        form, lambda: actions.change_agreement(by=reader(request), agreement=row, **form.cleaned_data)
    )
    if tried.done:
        messages.success(request, _("The agreement was changed."))
        return see_other("people:organisation", row.organisation_id)
    words = {"form": form, "organisation": row.organisation, "agreement": row}
    return render(request, "people/agreement.html", words, status=tried.status)


def _owners_only(request: HttpRequest) -> None:
    if rules.why_not_run(reader(request)):
        raise Http404


def _seen(request: HttpRequest, pk: int) -> Organisation:
    return get_object_or_404(Organisation.objects.visible_to(reader(request)), pk=pk)
