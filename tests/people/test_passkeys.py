"""A passkey in a real browser: made, used, and enough for those who run the lab."""

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from fiksummin.people.models import Person
from tests.cast import Cast
from tests.pages.browser import Aside
from tests.people.signing import browser_of
from tests.serving import Server

pytestmark = pytest.mark.browser
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def cookie_of(person: Person, url: str) -> dict[str, str]:
    value = browser_of(person).cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}


def with_authenticator(browser: Browser) -> Page:
    """Open a page in a browser whose device can make passkeys, and asks nothing."""
    page = browser.new_context(locale="en").new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def test_a_passkey_signs_in_and_opens_the_desk(cast: Cast, real_server: Server, aside: Aside) -> None:
    url = f"http://localhost:{real_server.port}"
    cookie = cookie_of(cast.owner, url)

    def walk() -> None:
        page = with_authenticator(aside.browser)
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict is one
        page.goto(f"{url}/en/accounts/2fa/webauthn/add/")
        expect(page.get_by_label("Sign in with this alone")).to_be_checked()
        page.get_by_label("Name of the passkey").fill("Läppäri")
        page.get_by_role("button", name="Make the passkey").click()
        page.wait_for_url("**/2fa/**codes/**")
        page.goto(f"{url}/en/accounts/2fa/webauthn/")
        expect(page.get_by_text("Läppäri", exact=True)).to_be_visible()
        page.context.clear_cookies()
        page.goto(f"{url}/en/roles/")
        page.get_by_role("button", name="Sign in with a passkey").click()
        page.wait_for_url(f"{url}/en/roles/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Roles")
        assert troubles == []
        page.context.close()

    aside.run(walk)
