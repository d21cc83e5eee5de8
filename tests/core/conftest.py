"""Running servers of the tiny application; commands that leave the environment as it was."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from tests.core.tiny_client import Tiny


@pytest.fixture(autouse=True)
def _same_environment() -> Iterator[None]:
    """Take back what a command set for the process it believes to have for itself."""
    with mock.patch.dict(os.environ):
        yield


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Tiny]:
    server = Tiny(tmp_path / "journal")
    yield server
    if server.process.poll() is None:
        server.stop()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiny]:
    server = Tiny(tmp_path_factory.mktemp("tiny") / "journal")
    yield server
    server.stop()
