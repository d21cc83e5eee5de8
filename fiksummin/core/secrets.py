"""What the environment says, read strictly."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe


def env_bool(name: str) -> bool:
    """Read ``1`` or ``0`` (absent is 0); anything else is an error, not a guess."""
    value = os.environ.get(name, "0")
    if value not in {"0", "1", ""}:
        raise ValueError(f"{name} must be 0 or 1, not {value!r}")
    return value == "1"


def env_list(name: str) -> list[str]:
    """Read a list separated by commas."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def make_folder(data: Path) -> None:
    """Make the data folder if there is none: other users of the machine cannot look into it."""
    data.mkdir(mode=0o750, parents=True, exist_ok=True)


def secret_key(data: Path) -> str:
    """Give the key from the environment, or one made once and kept in the data folder."""
    given = os.environ.get("FIKSUMMIN_SECRET_KEY", "")
    if given:
        return given
    path = data / "secret.key"
    if not path.exists():
        make_folder(data)
        made = data / f".secret.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(token_urlsafe(50))
        with suppress(FileExistsError):
            os.link(made, path)
        made.unlink()
    return path.read_text().strip()
