"""A fixed morning for those who ask for it."""

from collections.abc import Iterator

import pytest
import time_machine

from fiksummin.spaces.models import Site
from tests.cast import Cast
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
