"""Pages of coming in: signing in, second steps, invitations."""

from .page import Page
from .states import sends, then

LOG_IN = sends(login="alba.kaisla@vm.example")

PAGES = [
    Page("sign in", "/accounts/login/", queries=1),
    Page("sign in", "/accounts/login/", "", "refused", sends(login="nobody"), 422),
    Page("sign-in code", "/accounts/login/", "", "asked", LOG_IN),
    Page(
        "sign-in code",
        "/accounts/login/",
        "",
        "wrong",
        then(sends(login="cilla.norrgard@migri.example"), sends(code="WRONG")),
        422,
    ),
    Page("sign out", "/accounts/logout/", "member", queries=3),
    Page("no account", "/accounts/inactive/", queries=0),
    Page("sign-in cancelled", "/accounts/login/cancelled/", queries=0),
    Page("sign-in failed", "/accounts/login/error/", "", "", None, 401),
    Page("connections", "/accounts/connections/", "member", queries=6),
    Page("second steps", "/accounts/2fa/", "member", queries=5),
    Page("second steps", "/accounts/2fa/", "facilitator", "all set up", queries=5),
    Page("authenticator app", "/accounts/2fa/totp/activate/", "member", queries=12),
    Page("authenticator app", "/accounts/2fa/totp/activate/", "member", "refused", sends(code="1"), 422),
    Page("no app any more", "/accounts/2fa/totp/deactivate/", "facilitator", queries=8),
    Page("spare codes", "/accounts/2fa/recovery-codes/", "facilitator", queries=7),
    Page("new spare codes", "/accounts/2fa/recovery-codes/generate/", "facilitator", queries=7),
    Page("passkeys", "/accounts/2fa/webauthn/", "facilitator", queries=4),
    Page("passkeys", "/accounts/2fa/webauthn/", "member", "none", queries=4),
    Page("new passkey", "/accounts/2fa/webauthn/add/", "member", queries=13),
    Page("name of a passkey", "/accounts/2fa/webauthn/keys/{key}/edit/", "facilitator", queries=7),
    Page("no passkey any more", "/accounts/2fa/webauthn/keys/{key}/remove/", "facilitator", queries=7),
    Page("once more", "/accounts/2fa/reauthenticate/", "facilitator", "by the app", queries=9),
    Page("once more", "/accounts/reauthenticate/", "member", queries=4),
    Page("invitation", "/invitations/{secret}/", queries=1),
    Page("invitation", "/invitations/{secret}/", "", "refused", sends(name=""), 422),
    Page("invitation withdrawn", "/invitations/{withdrawn}/", "", "", None, 410),
    Page("erased", "/erased/", queries=0),
]
