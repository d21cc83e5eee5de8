"""What every test stands on: an engine, a database of its own, no address outside, nothing left over."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import TransactionTestCase
from django.utils import translation

from fiksummin.search.vocabulary import VOCABULARY
from fiksummin.search.words.concepts import GLOSSARY
from fiksummin.spaces.queries.availability import MEMORY
from tests import engines
from tests.cast import Cast

pytest_plugins = ["tests.pages.fixtures", "tests.postbox", "tests.serving"]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Give this worker a database copied from the migrated template."""
    with django_db_blocker.unblock():
        engines.make()
    # A test that really commits gets the template back; emptying 150 tables would take longer
    # and lose the rows that migrations made (languages, the root page).
    TransactionTestCase._fixture_teardown = lambda _: engines.restore()
    yield
    with django_db_blocker.unblock():
        engines.drop()


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """Forget what a test left in this process: the language it spoke, the limits it used up, what was free."""
    yield
    translation.deactivate()
    MEMORY.forget()
    VOCABULARY.forget()
    GLOSSARY.forget()
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    """The people everyone knows."""
    return Cast()


def pytest_report_header() -> str:
    """Say which engine this run is about."""
    return f"engine: {engines.ENGINE}"
