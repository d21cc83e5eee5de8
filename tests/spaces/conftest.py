"""A fixed morning for those who ask for it, and a space that is invited by mail."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from fiksummin.spaces.models import Site, Space
from tests.cast import Cast
from tests.factories import spaces
from tests.spaces.inviting import ADDRESS, Organiser
from tests.spaces.pages import MORNING


@pytest.fixture
def tuesday() -> Iterator[None]:
    """It is Tuesday 24 November 2026, five past nine in Helsinki."""
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def lab(cast: Cast) -> Site:
    """The lab in Helsinki: ten seats, open on weekdays from seven to eight in the evening."""
    return cast.helsinki


@pytest.fixture
def peili(lab: Site, settings: Any) -> Space:
    """A space with a mailbox, in a house whose own mail server is believed."""
    settings.MAIL_AUTHSERV_ID = "mx.lab.example"
    made = spaces.space(lab, name="Peili")
    Space.objects.filter(pk=made.pk).update(mailbox=ADDRESS)
    made.refresh_from_db()
    return made


@pytest.fixture
def organiser(cast: Cast) -> Organiser:
    """The calendar program of a member."""
    return Organiser(str(cast.member.email))
