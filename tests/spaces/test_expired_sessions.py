"""A session ends while somebody writes: she signs in again, and what she wrote stands in the form."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from fiksummin.people.accounts import STRONG
from fiksummin.people.models import Organisation
from fiksummin.spaces.models import Contact, Message, Site, SpecialDay, Visit
from fiksummin.ui.drafts import LONGEST
from tests.cast import Cast
from tests.factories import spaces
from tests.spaces.pages import MORNING, forms_of, main_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
WORD = "Kirjoitin tätä kauan"
FORMSET = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}
FORMS = {
    "change of a visit": ("member", "/fi/visits/{visit}/change/", "note", {"day": "2026-11-25"}),
    "word to a visitor": ("host", "/fi/visits/{visit}/messages/", "text", {}),
    "special day": ("manager", "/fi/sites/helsinki/special-days/", "reason_fi", {"day": "2026-12-01"}),
    "contacts": ("manager", "/fi/sites/helsinki/contacts/", "form-0-topic_fi", FORMSET),
    "invitation": ("member", "/fi/invitations/", "purpose", {"email": "vieras@vieras.example"}),
    "organisation": ("owner", "/fi/organisations/", "name_fi", {}),
}
WRITTEN = (Contact, Message, SpecialDay)
type Filled = tuple[str, str, str, dict[str, str]]


def sign_in(client: Client, person: Any) -> None:
    """Sign in within the session that there is."""
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    session[STRONG] = True
    session.save()


@pytest.fixture(params=FORMS, ids=str)
def filled(request: pytest.FixtureRequest, cast: Cast) -> Filled:
    """Somebody's form: who, where, the field of the word, and what else."""
    visit = spaces.visit(cast.member, cast.helsinki)
    key, path, field, more = FORMS[request.param]
    return key, path.format(visit=visit.pk), field, more


def test_what_was_written_is_there_again_and_nothing_is_done(
    cast: Cast, client: Client, filled: Filled
) -> None:
    key, path, field, more = filled
    answer = client.post(path, more | {field: WORD})
    assert (answer.status_code, answer["Location"]) == (302, f"/fi/accounts/login/?next={path}")
    sign_in(client, cast[key])
    page = client.get(path)
    assert page.status_code == 200
    assert WORD in [form.get(field) for form in forms_of(page)]
    assert not any(model.objects.exists() for model in WRITTEN)
    assert not Organisation.objects.filter(name_fi=WORD).exists()
    assert Visit.objects.get().sequence == 0
    assert WORD not in text_of(client.get(path)), "once"


def test_sent_again_it_is_done(cast: Cast, client: Client) -> None:
    visit = spaces.visit(cast.member, cast.helsinki)
    path = f"/fi/visits/{visit.pk}/change/"
    client.post(path, {"day": "2026-11-26", "start": "10:00", "end": "12:00", "people": "2", "note": WORD})
    sign_in(client, cast.member)
    [form] = [form for form in forms_of(client.get(path)) if "note" in form]
    assert client.post(path, form).status_code == 303
    visit.refresh_from_db()
    assert (visit.note, visit.people, visit.sequence) == (WORD, 2, 1)


@pytest.mark.parametrize(
    ("path", "begins"),
    [("/fi/sites/helsinki/visits/new/", True), ("/fi/sites/helsinki/special-days/", False)],
)
def test_what_is_too_long_is_cut_and_said_to_be(
    cast: Cast, lab: Site, client: Client, path: str, begins: bool
) -> None:
    field = "note" if begins else "reason_fi"
    for length, cut in ((20_000, False), (LONGEST + 5, True)):
        client.post(path, {field: "ä" * length})
        sign_in(client, cast.manager)
        page = client.get(path)
        [form] = [form for form in forms_of(page) if field in form]
        assert len(form[field]) == min(length, LONGEST)
        assert ("Tarkista, mihin se päättyy." in text_of(page)) is cut
        client.logout()


@pytest.mark.usefixtures("lab")
def test_an_hour_later_it_is_forgotten(cast: Cast, client: Client) -> None:
    path = "/fi/sites/helsinki/special-days/"
    client.post(path, {"reason_fi": WORD})
    with time_machine.travel(MORNING + timedelta(minutes=61), tick=False):
        sign_in(client, cast.manager)
        assert WORD not in text_of(client.get(path))


def test_secrets_and_the_forms_of_the_machinery_are_not_kept(client: Client) -> None:
    client.post("/fi/invitations/", {"csrfmiddlewaretoken": "x", "password": "y", "purpose": WORD})
    assert client.session["draft"]["typed"] == {"purpose": [WORD]}
    client.session.flush()
    assert client.post("/fi/accounts/2fa/totp/activate/", {"code": "123456"}).status_code == 302
    assert "draft" not in client.session


@pytest.mark.usefixtures("lab")
def test_another_page_does_not_show_it(cast: Cast, client: Client) -> None:
    client.post("/fi/sites/helsinki/special-days/", {"reason_fi": WORD})
    sign_in(client, cast.manager)
    assert WORD not in main_of(client.get("/fi/sites/helsinki/hours/"))
