"""Pages for what went wrong: their words, their status, and that nothing can break them."""

from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.template.exceptions import TemplateDoesNotExist
from django.test import Client, RequestFactory
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.ui import errors

STATUSES = [400, 403, 404, 405, 409, 413, 429]


@pytest.fixture
def request_(rf: RequestFactory, settings: Settings) -> HttpRequest:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "OPTIONS": {"context_processors": []}}]
    return rf.get("/fi/x/")


def answer(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    return errors.Sentences(lambda _: HttpResponse()).process_exception(request, exception)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_each_page_has_a_heading_a_way_on_and_its_status(
    request_: HttpRequest, status: int, language: str
) -> None:
    with override(language):
        response = errors.page(request_, status)
    html = response.content.decode()
    assert response.status_code == status
    assert html.count("<h1>") == 1
    assert f'<html lang="{language}">' in html
    assert f'<a class="button" href="/{language}/">' in html


def test_a_refusal_says_the_sentence_of_its_rule(request_: HttpRequest) -> None:
    response = answer(request_, NotAllowed("Vain hostit näkevät <listan>."))
    assert response is not None
    assert response.status_code == 403
    assert "Vain hostit näkevät &lt;listan&gt;." in response.content.decode()


def test_somebody_was_faster_and_this_is_what_is_left(request_: HttpRequest) -> None:
    response = answer(request_, Conflict("Viimeinen paikka meni juuri.", ["keskiviikkona 25.11. klo 9–15"]))
    assert response is not None
    html = response.content.decode()
    assert response.status_code == 409
    assert "Viimeinen paikka meni juuri." in html
    assert "<li>keskiviikkona 25.11. klo 9–15</li>" in html


def test_what_cannot_be_right_is_a_bad_request(request_: HttpRequest) -> None:
    response = answer(request_, Invalid("Päivää ei ole olemassa.", "day"))
    assert response is not None
    assert response.status_code == 400


def test_other_errors_are_left_to_django(request_: HttpRequest) -> None:
    assert answer(request_, ValueError("x")) is None


def test_an_empty_405_gets_words_and_keeps_what_is_allowed(request_: HttpRequest) -> None:
    response = errors.Sentences(lambda _: HttpResponseNotAllowed(["POST"]))(request_)
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "Osoite ei toimi tällä tavalla" in response.content.decode()


def test_a_405_with_words_of_its_own_keeps_them(request_: HttpRequest) -> None:
    response = errors.Sentences(lambda _: JsonResponse({"detail": "no"}, status=405))(request_)
    assert response.content == b'{"detail": "no"}'


def test_too_large_a_request_is_413(request_: HttpRequest) -> None:
    assert errors.bad_request(request_, RequestDataTooBig()).status_code == 413
    assert errors.bad_request(request_, ValueError()).status_code == 400


def test_the_page_for_our_own_faults_asks_no_database(
    request_: HttpRequest, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    response = errors.server_error(request_)
    html = response.content.decode()
    assert response.status_code == 500
    assert "Palvelussamme tapahtui virhe" in html
    assert "<nav" not in html


@pytest.mark.parametrize(
    ("exception", "status", "heading"),
    [(DisallowedHost(), 400, "Pyyntöä ei voitu lukea"), (RequestDataTooBig(), 413, "Liikaa kerralla")],
)
def test_a_request_that_cannot_be_read_asks_neither_who_is_there_nor_the_database(
    rf: RequestFactory,
    exception: Exception,
    status: int,
    heading: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    request = rf.get("/fi/x/")
    assert not hasattr(request, "user")
    response = errors.bad_request(request, exception)
    html = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in html
    assert "<nav" not in html


def test_when_even_the_page_breaks_there_are_three_sentences(request_: HttpRequest) -> None:
    with patch("django.template.loader.get_template", side_effect=TemplateDoesNotExist("500.html")):
        response = errors.server_error(request_)
    assert response.status_code == 500
    assert "Palvelussa on häiriö" in response.content.decode()


@pytest.mark.django_db
def test_a_form_from_elsewhere_is_refused_without_technical_words(settings: Settings) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/fi/accounts/login/", {"login": "x@vm.example"})
    html = response.content.decode()
    assert response.status_code == 403
    assert "Sivu oli ehtinyt vanhentua" in html
    assert "CSRF" not in html


@pytest.mark.django_db
def test_an_address_that_does_not_exist(client: Client) -> None:
    response = client.get("/sv/no-such-place/")
    assert response.status_code == 404
    assert "Sidan hittades inte" in response.content.decode()


def test_the_check_of_forms_is_on(settings: Settings) -> None:
    name = f"{CsrfViewMiddleware.__module__}.{CsrfViewMiddleware.__qualname__}"
    known: list[Any] = settings.MIDDLEWARE
    assert name in known
    assert "fiksummin.ui.errors.Sentences" in known
