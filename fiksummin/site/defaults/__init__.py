"""The texts of a fresh installation, in three languages: read once, then they belong to the editors."""

import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def text(name: str) -> dict[str, Any]:
    """Read ``name.toml``."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
