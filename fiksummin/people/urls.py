"""Addresses of this room."""

from django.urls import path

from fiksummin.people.views import guests, me, moving, organisations, roles, work

app_name = "people"
urlpatterns = [
    path("me/", me.me, name="me"),
    path("me/data/", me.my_data, name="my_data"),
    path("me/data.json", me.my_data_json, name="my_data_json"),
    path("me/address/", moving.my_address, name="my_address"),
    path("me/address/code/", moving.my_address_code, name="my_address_code"),
    path("me/erasure/", me.my_erasure, name="my_erasure"),
    path("erased/", me.erased, name="erased"),
    path("me/sessions/", me.my_sessions, name="my_sessions"),
    path("me/tokens/", me.my_tokens, name="my_tokens"),
    path("me/tokens/<int:token>/revocation/", me.token_revocation, name="token_revocation"),
    path("me/second-step/", me.second_step, name="second_step"),
    path("invitations/", guests.invitations, name="invitations"),
    path(
        "invitations/<int:invitation>/withdrawal/",
        guests.invitation_withdrawal,
        name="invitation_withdrawal",
    ),
    path("invitations/<str:secret>/", guests.invitation, name="invitation"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<int:organisation>/", organisations.organisation, name="organisation"),
    path("organisations/<int:organisation>/work/", work.organisation_work, name="organisation_work"),
    path("organisations/<int:organisation>/domains/", organisations.domains, name="domains"),
    path("organisations/<int:organisation>/agreements/", organisations.agreements, name="agreements"),
    path("domains/<int:domain>/removal/", organisations.domain_removal, name="domain_removal"),
    path("agreements/<int:agreement>/", organisations.agreement, name="agreement"),
    path("roles/", roles.roles, name="roles"),
    path("roles/<int:role>/end/", roles.role_end, name="role_end"),
]
