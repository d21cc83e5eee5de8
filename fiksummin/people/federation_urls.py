"""Addresses that other services know: the same in every language, and never changed."""

from functools import wraps
from typing import Any

from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.socialaccount.providers.saml import views as saml
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from fiksummin.people.views.federation import from_our_own_page


def _with_host(view: Any) -> Any:
    """The machinery reads the host from its header; a request without one gets the server's own name."""

    @wraps(view)
    def inner(request: HttpRequest, **words: Any) -> HttpResponse:
        request.META["HTTP_HOST"] = request.get_host()
        answer: HttpResponse = view(request, **words)
        return answer

    return inner


def _no_single_sign_out(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """An unsigned message from elsewhere must not end a session: the reader signs out herself."""
    return redirect("account_logout")


urlpatterns = [
    path("oidc/<slug:provider_id>/login/", from_our_own_page(oidc.login), name="openid_connect_login"),
    path(
        "oidc/<slug:provider_id>/login/callback/", require_safe(oidc.callback), name="openid_connect_callback"
    ),
    path(
        "saml/<slug:organization_slug>/login/", from_our_own_page(_with_host(saml.login)), name="saml_login"
    ),
    path("saml/<slug:organization_slug>/acs/", require_POST(_with_host(saml.acs)), name="saml_acs"),
    path(
        "saml/<slug:organization_slug>/acs/finish/",
        require_safe(_with_host(saml.finish_acs)),
        name="saml_finish_acs",
    ),
    path("saml/<slug:organization_slug>/sls/", require_safe(_no_single_sign_out), name="saml_sls"),
    path(
        "saml/<slug:organization_slug>/metadata/",
        require_safe(_with_host(saml.metadata)),
        name="saml_metadata",
    ),
]
