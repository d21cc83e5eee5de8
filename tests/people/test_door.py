"""The door of every page: one question for each request, and no cost for those who are not signed in."""

from datetime import timedelta

import requests
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now
from fiksummin.people.models import Limit, Person, Session
from fiksummin.people.tasks import forget_sessions
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of, reader_of
from tests.serving import Server


def test_a_request_reads_the_session_and_the_person_once_each(cast: Cast) -> None:
    browser = browser_of(cast.partner)
    browser.get("/en/erased/")
    with CaptureQueriesContext(connection) as captured:
        assert browser.get("/en/me/erasure/").status_code == 200
    about = [
        one["sql"] for one in captured if "people_person" in one["sql"] or "people_session" in one["sql"]
    ]
    assert len(about) == 2


def test_nobody_signed_in_is_nobody_asked_about(db: None, client: Client) -> None:
    client.get("/en/erased/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/en/erased/")
    assert [one["sql"] for one in captured if "people_" in one["sql"]] == []


def test_an_erased_person_is_out_at_once(cast: Cast) -> None:
    member = cast.member
    browser = browser_of(member)
    Person.objects.get_queryset().filter(pk=member.pk).update(
        is_active=False, erased_at=now(), email=None, name=""
    )
    assert browser.get("/en/me/").status_code == 302


def test_a_session_lasts_twelve_hours_and_is_forgotten(cast: Cast) -> None:
    browser = browser_of(cast.member)
    with time_machine.travel(now() + timedelta(hours=11, minutes=59)):
        assert browser.get("/en/me/").status_code == 200
    with time_machine.travel(now() + timedelta(hours=12, minutes=1)):
        assert browser.get("/en/me/").status_code == 302
        assert Session.objects.exists()
        forget_sessions(now())
        assert not Session.objects.exists()


def test_a_forged_session_opens_nothing(cast: Cast, client: Client) -> None:
    for value in ("x", "", "a" * 32, "' OR 1=1 --", "\x00"):
        client.cookies["session"] = value
        assert client.get("/en/me/").status_code in {302, 400}
        assert reader_of(client) is None


def test_a_lapsed_person_still_reads_what_is_public(cast: Cast) -> None:
    guest = people.guest(cast.member, days=1)
    browser = browser_of(guest)
    with time_machine.travel(now() + timedelta(days=2)):
        fresh = browser_of(guest)
        assert fresh.get("/en/sites/").status_code == 403, "the reason is said once"
        assert fresh.get("/en/sites/").status_code == 200
    assert browser


def test_only_counts_of_tries_are_shared(db: None) -> None:
    cache.set("allauth:rl:x", [1.0], 60)
    cache.set("something", 1, 60)
    assert cache.get("allauth:rl:x") == [1.0]
    assert cache.add("allauth:rl:x", [2.0], 60) is False
    assert cache.add("allauth:rl:x:lock", True, 60) is True
    cache.delete("allauth:rl:x:lock")
    assert [row.cache_key for row in Limit.objects.all()] == [":1:allauth:rl:x"]
    forget_sessions(now() + timedelta(minutes=2))
    assert cache.get("allauth:rl:x") is None


def test_all_processes_count_tries_together(cast: Cast, real_server: Server) -> None:
    """Five codes for an address, whichever of the processes is asked."""
    email, url = cast.member.email, f"{real_server.url}/en/accounts/login/"
    answers = []
    for _try in range(9):
        with requests.Session() as browser:
            page = browser.get(url, timeout=20)
            token = page.text.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
            words = {"login": email, "csrfmiddlewaretoken": token}
            answers.append(browser.post(url, words, allow_redirects=False, timeout=20).status_code)
    assert answers == [302] * 5 + [422] * 4
