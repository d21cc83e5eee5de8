"""Other installations than the one under test: what is saved in one is restored in another."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import override_settings

from tests import engines


class Places:
    """Other installations than this one: each with a database, empty at first, and a data folder."""

    def __init__(self, folder: Path, blocker: Any) -> None:
        self.folder = folder
        self.blocker = blocker
        self.own = connection.settings_dict["NAME"]
        self.made: set[str] = set()

    @contextmanager
    def __call__(self, name: str) -> Iterator[Path]:
        """Stand in the one called ``name``."""
        data = self.folder / name
        data.mkdir(exist_ok=True)
        connection.close()
        if engines.ENGINE == "postgres":
            database = f"{self.own}-{self.folder.name}-{name}"[-63:]
            if database not in self.made:
                engines._copy_postgres("template0", database)
                self.made.add(database)
        else:
            database = str(data / "fiksummin.sqlite3")
        connection.settings_dict["NAME"] = database
        try:
            with self.blocker.unblock(), override_settings(DATA=data, MEDIA_ROOT=data / "media"):
                yield data
        finally:
            connection.close()
            connection.settings_dict["NAME"] = self.own

    def clear(self) -> None:
        if engines.ENGINE == "postgres":
            for name in self.made:
                with engines._admin() as admin:
                    admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def postgres_programs() -> Path:
    """The folder of the programs that belong to the server under test: its major version must match."""
    with engines._admin() as admin:
        server = str(admin.info.server_version // 10000)
    brought = Path(engines.wheel().__file__).parent / "pginstall" / "bin"
    for folder in (brought, *map(Path, os.environ["PATH"].split(":"))):
        if (folder / "pg_dump").exists():
            said = subprocess.run(
                [folder / "pg_dump", "--version"], capture_output=True, text=True, check=False
            )
            if said.stdout.split()[2:3] and said.stdout.split()[2].split(".")[0] == server:
                return folder
    raise RuntimeError(f"No pg_dump of version {server} was found: install postgresql-client-{server}.")
