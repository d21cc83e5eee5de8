"""The editors' side: who comes in, what its pages may do, how a text is read before it is published."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Workflow

from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.people import actions as people
from fiksummin.site.models import BlogIndexPage, BlogPost, HomePage
from fiksummin.site.tasks import follow_roles
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people as make
from tests.site import makers

pytestmark = pytest.mark.django_db
STRICT = "script-src 'self'; style-src 'self'"


@pytest.mark.parametrize(
    "key", ["member", "colleague", "outsider", "partner", "guest", "host", "facilitator", "manager"]
)
@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/api/main/pages/"])
def test_for_others_it_is_not_there(cast: Cast, key: str, address: str) -> None:
    assert signed_in(cast[key]).get(address).status_code == 404


def test_strangers_sign_in_on_our_own_page(client: Client) -> None:
    for address in ("/admin/", "/admin/login/", "/admin/password_reset/", "/admin/pages/1/"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"][:19]) == (302, "/fi/accounts/login/")


@pytest.mark.parametrize("key", ["editor", "owner"])
def test_editors_and_owners_come_in(cast: Cast, key: str) -> None:
    browser = signed_in(cast[key])
    home = HomePage.objects.get(locale__language_code="fi")
    for address in (
        "/admin/",
        f"/admin/pages/{home.pk}/",
        f"/admin/pages/{home.pk}/edit/",
        "/admin/images/",
        "/admin/documents/",
        "/admin/snippets/site/term/",
        "/admin/snippets/site/servicebreak/add/",
        "/admin/snippets/site/video/add/",
        "/admin/reports/untranslated/",
        "/admin/reports/site-history/",
    ):
        assert browser.get(address).status_code == 200, address


@pytest.mark.parametrize("demo", [True, False])
def test_a_demonstration_says_so_on_the_editors_pages_too(cast: Cast, settings: Any, demo: bool) -> None:
    settings.DEMO = demo
    home = HomePage.objects.get(locale__language_code="fi")
    addresses = ["/admin/", "/admin/images/", f"/admin/pages/{home.pk}/edit/", "/admin/snippets/site/term/"]
    for address in addresses:
        html = signed_in(cast.editor).get(address).content.decode()
        assert ("henkilöt, virastot ja käynnit ovat esimerkkejä" in html) is demo, address
        assert html.count('<main class="content-wrapper') == 1


@pytest.mark.parametrize("key", ["editor", "owner"])
@pytest.mark.parametrize(
    "address",
    [
        "login/",
        "password_reset/",
        "users/",
        "users/add/",
        "groups/",
        "groups/new/",
        "sites/",
        "api-tokens/",
        "failwhale/",
    ],
)
def test_what_the_service_has_elsewhere_is_shut(cast: Cast, key: str, address: str) -> None:
    assert signed_in(cast[key]).get(f"/admin/{address}").status_code == 404


def test_account_and_signing_out_are_the_services_own(cast: Cast) -> None:
    browser = signed_in(cast.editor)
    assert browser.get("/admin/account/").headers["Location"].endswith("/me/")
    assert browser.post("/admin/logout/").status_code == 303
    assert browser.get("/admin/").status_code == 302


def test_wagtails_own_interface_for_programs_is_not_there(client: Client, cast: Cast) -> None:
    for address in ("/api/v2/pages/", "/api/v3/pages/", "/admin/api-tokens/"):
        assert signed_in(cast.owner).get(address).status_code == 404


def test_the_policy_is_strict_but_under_the_editors_door(client: Client, cast: Cast) -> None:
    makers.post()
    for address in (
        "/fi/",
        "/sv/blog/",
        "/fi/blog/kokeilu-onnistui/",
        "/fi/accessibility-feedback/new/",
        "/fi/nowhere/",
    ):
        policy = client.get(address).headers["Content-Security-Policy"]
        assert STRICT in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
    answer = signed_in(cast.editor).get("/admin/")
    assert "script-src 'self' 'unsafe-inline'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "unsafe" not in signed_in(cast.editor).get("/fi/").headers["Content-Security-Policy"]
    assert STRICT in signed_in(cast.member).get("/admin/").headers["Content-Security-Policy"]


def test_the_door_follows_the_roles(cast: Cast) -> None:
    person = make.person()
    assert signed_in(person).get("/admin/").status_code == 404
    role = people.grant_role(by=None, person=person, kind="editor")
    assert person.groups.count() == 1
    assert signed_in(cast.owner.__class__.objects.get(pk=person.pk)).get("/admin/").status_code == 200
    people.end_role(by=None, role=role)
    assert person.groups.count() == 0
    assert signed_in(cast.owner.__class__.objects.get(pk=person.pk)).get("/admin/").status_code == 404


def test_a_role_that_begins_by_its_date_opens_the_door(cast: Cast) -> None:
    person = make.person()
    make.role(person, "editor", "", starts_on=today() + timedelta(days=1))
    assert person.groups.count() == 0
    person.roles.update(starts_on=today())
    follow_roles(now())
    assert person.groups.count() == 1


def form_of(browser: Client, address: str) -> dict[str, Any]:
    """Give what a browser would send back of an edit form, untouched."""
    form = browser.get(address).context["form"]
    data: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        data[bound.html_name] = value if isinstance(value, str) else ""
    for formset in form.formsets.values():
        for field in formset.management_form:
            data[field.html_name] = field.value()
    return data


def draft(browser: Client, cast: Cast, **words: Any) -> Page:
    """Have an editor begin a post in the editor's own form."""
    index = BlogIndexPage.objects.get(locale__language_code="fi")
    address = f"/admin/pages/add/site/blogpost/{index.pk}/"
    data = form_of(browser, address) | {
        "title": "Luonnos",
        "slug": "luonnos",
        "date": today().isoformat(),
        "comments": "members",
        "topics": "#Työ2.0",
        "authors-TOTAL_FORMS": "1",
        "authors-0-person": cast.member.email,
        "authors-0-name": "",
        "authors-0-ORDER": "1",
        "body-count": "1",
        "body-0-type": "heading",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-value": "Otsikko",
        **words,
    }
    answer = browser.post(address, data)
    assert answer.status_code == 302, answer.context["form"].errors if answer.context else answer
    return BlogPost.objects.get(slug="luonnos", locale__language_code="fi")


def test_an_editor_writes_and_another_publishes(cast: Cast) -> None:
    writer, reader = signed_in(cast.editor), signed_in(make_editor())
    post = draft(writer, cast, **{"action-submit": "1"})
    assert not post.live
    assert [tag.name for tag in post.topics.all()] in ([], ["Työ2.0"])
    state = post.current_workflow_state
    assert state
    assert state.requested_by == cast.editor
    task = state.current_task_state
    address = f"/admin/pages/workflow/action/{post.pk}/approve/{task.pk}/"
    writer.post(address)
    post.refresh_from_db()
    assert not post.live, "nobody approves her own text"
    reader.post(address)
    post.refresh_from_db()
    assert post.live
    assert post.author_names == ["Alba Kaisla"]
    assert [tag.name for tag in post.topics.all()] == ["Työ2.0"]
    keys = list(Letter.objects.values_list("key", flat=True))
    assert any(key.startswith("review-") for key in keys)


def make_editor() -> Any:
    """Give a second editor, read afresh."""
    person = make.person()
    make.role(person, "editor", "")
    return person.__class__.objects.get(pk=person.pk)


def test_an_editor_cannot_publish_directly(cast: Cast) -> None:
    browser = signed_in(cast.editor)
    post = draft(browser, cast, **{"action-publish": "1"})
    assert not post.live


def test_a_new_page_stands_in_every_language(cast: Cast) -> None:
    post = draft(signed_in(cast.owner), cast, **{"action-publish": "1"})
    assert post.live
    assert Page.objects.filter(translation_key=post.translation_key, live=True).count() == 3


def test_an_unknown_author_is_refused(cast: Cast) -> None:
    browser = signed_in(cast.owner)
    index = BlogIndexPage.objects.get(locale__language_code="fi")
    address = f"/admin/pages/add/site/blogpost/{index.pk}/"
    answer = browser.get(address)
    assert cast.member.email not in answer.content.decode(), "nobody's address is offered"
    with pytest.raises(AssertionError):
        draft(browser, cast, **{"authors-0-person": "ei.ole@vm.example", "action-publish": "1"})


def test_every_page_has_the_review() -> None:
    assert [flow.name for flow in Workflow.objects.all()] == ["Second reader"]
    for page in Page.objects.filter(depth__gt=1):
        assert page.get_workflow().name == "Second reader"


def test_pages_are_served_to_be_read_only(client: Client) -> None:
    assert client.post("/fi/").status_code == 405
    assert client.put("/fi/blog/").status_code == 405
