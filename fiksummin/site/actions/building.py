"""The pages of a fresh installation are made, in three languages."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from fiksummin.core.errors import refuse_if
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.site import defaults, rules
from fiksummin.site.bodies import blocks_of
from fiksummin.site.models import (
    AccessibilityStatementPage,
    BlogIndexPage,
    ContactsPage,
    CookiePage,
    GlossaryPage,
    HomePage,
    InstructionsPage,
    PrivacyNoticePage,
    PublicPage,
    Term,
)

STANDING: dict[str, type[PublicPage]] = {
    "blog": BlogIndexPage,
    "instructions": InstructionsPage,
    "contacts": ContactsPage,
    "accessibility": AccessibilityStatementPage,
    "privacy": PrivacyNoticePage,
    "cookies": CookiePage,
    "glossary": GlossaryPage,
}
"""Kinds of standing page by their address, which is the same in every language."""
SUPERVISOR_ADDRESS = "https://www.saavutettavuusvaatimukset.fi/"


def build_site(*, by: Person | None = None) -> HomePage:
    """Make the standing pages and the first words where there are none; what is there stays as it is.

    ``by`` is None when the installation does it. Raises NotAllowed for a person who may not publish.
    Gives the Finnish start page.
    """
    with transaction.atomic():
        if by is not None:
            refuse_if(rules.why_not_publish(by))
        homes = _homes(by)
        for name, kind in STANDING.items():
            _in_every_language(kind, name, homes, by)
        _words()
    return homes["fi"]


def publish(*, page: PublicPage, parent: Page, by: Person | None) -> None:
    """Put a page below another, with the first entry of its history, and publish it."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
    page.refresh_from_db()


def _homes(by: Person | None) -> dict[str, HomePage]:
    found = {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}
    if found:
        _serve(found["fi"])
        return found
    root, texts = Page.get_first_root_node(), defaults.text("home")
    made: dict[str, HomePage] = {}
    for code in LANGUAGES:
        page = HomePage(
            **_home(texts[code]), slug=f"home-{code}", locale=Locale.objects.get(language_code=code)
        )
        if made:
            page.translation_key = made["fi"].translation_key
        root.refresh_from_db()
        publish(page=page, parent=root, by=by)
        made[code] = page
    _serve(made["fi"])
    return made


def _serve(home: HomePage) -> None:
    """Have one site, at the address that the service is known by; take Wagtail's own first page away."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    at = {"hostname": address.hostname, "port": port, "site_name": settings.WAGTAIL_SITE_NAME}
    Site.objects.exclude(root_page=home).delete()
    Site.objects.update_or_create(root_page=home, defaults={**at, "is_default_site": True})
    for welcome in Page.objects.filter(depth=2).not_type(HomePage):
        welcome.delete()


def _in_every_language(
    kind: type[PublicPage], name: str, homes: Mapping[str, HomePage], by: Person | None
) -> None:
    if kind.objects.exists():
        return
    texts, key = defaults.text(name), None
    for code, home in homes.items():
        page = kind(**_fields(kind, texts[code]), slug=name, locale=home.locale)
        page.translation_key = key or page.translation_key
        key = page.translation_key
        home.refresh_from_db()
        publish(page=page, parent=home, by=by)


def _home(words: dict[str, Any]) -> dict[str, Any]:
    steps = [{"type": "step", "value": step} for step in words["steps"]]
    return {**words, "steps": steps}


def _fields(kind: type[PublicPage], words: dict[str, Any]) -> dict[str, Any]:
    fields = dict(words)
    if "body" in fields:
        fields["body"] = blocks_of(fields["body"])
    if kind is AccessibilityStatementPage:
        fields |= {"drawn_up_on": today(), "supervisor_address": SUPERVISOR_ADDRESS}
    if kind is PrivacyNoticePage:
        fields["updated_on"] = today()
    return fields


def _words() -> None:
    if Term.objects.exists():
        return
    terms = []
    for entry in defaults.text("terms")["term"]:
        term = Term(anchor=entry["anchor"], linked=entry.get("linked", True))
        for code in LANGUAGES:
            word, meaning, forms = entry[code]
            setattr(term, f"word_{code}", word)
            setattr(term, f"meaning_{code}", meaning)
            setattr(term, f"forms_{code}", forms)
        terms.append(term)
    for term in terms:
        term.save()
