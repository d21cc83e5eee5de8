"""Addresses of signing in: only those the service uses, under the names that the machinery knows."""

from allauth.account.views import account_inactive, logout
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount.views import connections, login_cancelled, login_error
from django.urls import include, path

from fiksummin.people.views import sign_in

urlpatterns = [
    path("login/", sign_in.sign_in, name="account_login"),
    path("login/code/", sign_in.elsewhere, name="account_request_login_code"),
    path("login/code/confirm/", sign_in.code, name="account_confirm_login_code"),
    path("signup/", sign_in.elsewhere, name="account_signup"),
    path("logout/", logout, name="account_logout"),
    path("inactive/", account_inactive, name="account_inactive"),
    path("reauthenticate/", sign_in.once_more, name="account_reauthenticate"),
    path("2fa/totp/activate/", sign_in.fresh(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/webauthn/add/", sign_in.fresh(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/", include("allauth.mfa.urls")),
    path("connections/", sign_in.fresh(connections), name="socialaccount_connections"),
    path("login/cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
    path("login/error/", login_error, name="socialaccount_login_error"),
]
