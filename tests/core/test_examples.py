"""Demo mode keeps away from real addresses, real mail and real people."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from fiksummin import cli
from fiksummin.core import examples
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import today
from fiksummin.people import actions
from fiksummin.people.models import Invitation
from tests.factories import people
from tests.people.signing import browser_of


@pytest.fixture
def demo(settings: Any, db: None) -> Any:
    settings.DEMO = True
    settings.HTTPS = False
    settings.SMTP = urlsplit("")
    return settings


def test_examples_may_be_shown(demo: Any) -> None:
    people.person("member")
    assert examples.why_not() == ""


def test_a_public_address_is_refused(demo: Any) -> None:
    demo.HTTPS = True
    assert "begins with https" in examples.why_not()


def test_real_mail_is_refused(demo: Any) -> None:
    demo.SMTP = urlsplit("smtp://mail.example.fi")
    assert "would send real mail" in examples.why_not()


@pytest.mark.parametrize("address", ["aino@vm.fi", "aino@vm.example.fi", "aino@example"])
def test_real_people_are_refused(demo: Any, address: str) -> None:
    person = people.person("member")
    type(person).objects.get_queryset().filter(pk=person.pk).update(email=address)
    assert "people who are no examples" in examples.why_not()
    assert "`make fresh-demo`" in examples.why_not()
    assert "FIKSUMMIN_DATA" in examples.why_not()
    demo.DEMO = False
    assert examples.why_not() == ""


def test_who_erased_herself_is_no_real_person(demo: Any) -> None:
    person = people.person("member")
    actions.erase(by=person, person=person)
    assert examples.why_not() == ""


REAL = ["aino@vm.fi", "aino@vm.example.fi"]


@pytest.mark.parametrize("address", REAL)
def test_nobody_real_is_invited_to_a_demonstration(demo: Any, address: str) -> None:
    wish = {"email": address, "language": "fi", "guest_until": today() + timedelta(days=9)}
    answer = browser_of(people.person("member")).post("/fi/invitations/", wish)
    assert answer.status_code == 422
    assert "vain osoitteita, joiden lopussa on .example" in answer.content.decode()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("address", REAL)
def test_nobody_real_joins_a_demonstration(demo: Any, address: str) -> None:
    """Whatever opened the door: a domain or an invitation from before, or a federated sign-in."""
    body, domain = people.organisation("vm"), address.partition("@")[2]
    demo.DEMO = False
    actions.add_domain(by=None, organisation=body, domain=domain)
    actions.invite_guest(by=people.person("member"), email=address, guest_until=today() + timedelta(days=9))
    demo.DEMO = True
    for words in ({}, {"organisation": body}, {"invitation": Invitation.objects.get()}):
        with pytest.raises(NotAllowed, match=r"\.example"):
            actions.join(email=address, **words)
    assert examples.why_not() == ""
    demo.DEMO = False
    actions.join(email=address)
    assert examples.why_not() == ""


def test_no_real_domain_is_entered_in_a_demonstration(demo: Any) -> None:
    with pytest.raises(Invalid, match=r"\.example"):
        actions.add_domain(by=None, organisation=people.organisation("vm"), domain="vm.fi")
    actions.add_domain(by=None, organisation=people.organisation("vm"), domain="toinen.example")


def test_a_story_is_told_to_an_empty_database_only(demo: Any, capsys: pytest.CaptureFixture[str]) -> None:
    people.person("member")
    assert cli.main(["story", "first_week"]) == 1
    assert "already has people" in capsys.readouterr().err


def test_an_unknown_story_is_a_sentence(demo: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["story", "war_and_peace"]) == 1
    assert (
        capsys.readouterr().err
        == "There is no story 'war_and_peace'. There are: empty, first_week, full_swing.\n"
    )


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["worker"], ["cast"], ["story", "empty"]])
def test_no_command_shows_examples_beside_real_people(
    demo: Any, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    person = people.person("member")
    type(person).objects.get_queryset().filter(pk=person.pk).update(email="aino@vm.fi")
    assert cli.main(command) == 1
    assert "no examples" in capsys.readouterr().err


def test_a_worker_alone_does_not_run_examples_with_the_settings_of_production(
    demo: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    demo.HTTPS = True
    assert cli.main(["worker"]) == 1
    assert "unset FIKSUMMIN_DEMO in production" in capsys.readouterr().err
