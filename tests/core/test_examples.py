"""Demo mode keeps away from real addresses, real mail and real people."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from fiksummin import cli
from fiksummin.core import examples
from tests.factories import people


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
    demo.DEMO = False
    assert examples.why_not() == ""


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


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["cast"], ["story", "empty"]])
def test_no_command_shows_examples_beside_real_people(
    demo: Any, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    person = people.person("member")
    type(person).objects.get_queryset().filter(pk=person.pk).update(email="aino@vm.fi")
    assert cli.main(command) == 1
    assert "no examples" in capsys.readouterr().err
