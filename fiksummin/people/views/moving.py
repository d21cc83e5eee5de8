"""Pages on which somebody changes her own e-mail address."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.people import moving
from fiksummin.people.forms.me import AddressForm
from fiksummin.people.forms.sign_in import AgainForm
from fiksummin.people.views.reader import reader
from fiksummin.people.views.sign_in import proven
from fiksummin.ui.attempts import attempt, see_other, sent

either = require_http_methods(["GET", "HEAD", "POST"])


@either
@proven
def my_address(request: HttpRequest) -> HttpResponse:
    """Ask for the new address, and send a code to it."""
    person, form = reader(request), AddressForm(sent(request))
    tried = attempt(form, lambda: moving.ask(request, person, form.cleaned_data["email"]))
    if tried.done:
        return see_other("people:my_address_code")
    return render(request, "people/my_address.html", {"form": form, "person": person}, status=tried.status)


@either
@proven
def my_address_code(request: HttpRequest) -> HttpResponse:
    """Take the code from the letter; without one that waits begin anew."""
    email, form = moving.new_address(request), AgainForm(sent(request))
    if not email:
        return see_other("people:my_address")
    tried = attempt(form, lambda: moving.confirm(request, reader(request), form.cleaned_data["code"]))
    if tried.done:
        messages.success(request, _("Your e-mail address was changed."))
        return see_other("people:me")
    return render(request, "people/my_address_code.html", {"form": form, "email": email}, status=tried.status)
