"""What tests need beside Python packages: a browser, gettext, xmlsec1, and on the server that checks Node.

As root on Debian they are installed; otherwise a sentence says what to
install. ``--check`` only looks. Chromium may also be Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pages.browser import PLACES


@dataclass(frozen=True)
class Need:
    """A program, what it is for, and the Debian packages that bring it."""

    program: str
    purpose: str
    packages: tuple[str, ...]

    def is_met(self) -> bool:
        """Say whether the program is there."""
        return bool(shutil.which(self.program))


class Chromium(Need):
    """The browser: the system's, one named by FIKSUMMIN_CHROMIUM, or Playwright's own."""

    def is_met(self) -> bool:
        """Say whether any of the three is there."""
        named = os.environ.get("FIKSUMMIN_CHROMIUM")
        if named:
            return Path(named).exists()
        return any(Path(place).exists() for place in PLACES) or _playwrights_own().exists()


NEEDS = [
    Chromium("chromium", "pages are tested in a real browser", ("chromium", "fonts-liberation")),
    Need("xgettext", "translations are taken from the code", ("gettext",)),
    Need("xmlsec1", "sign-in by SAML is tested against a real identity provider", ("xmlsec1",)),
]
if os.environ.get("CI"):
    NEEDS.append(
        Need("npm", "the front end is built again and compared with what is committed", ("nodejs", "npm"))
    )


def main() -> int:
    """Install what is missing, or say what to install."""
    missing = [need for need in NEEDS if not need.is_met()]
    if missing and "--check" not in sys.argv:
        _install(missing)
        missing = [need for need in NEEDS if not need.is_met()]
    for need in missing:
        packages = " ".join(need.packages)
        print(f"{need.program} is missing ({need.purpose}). Install it: sudo apt-get install {packages}")
    return 1 if missing else 0


def _install(missing: list[Need]) -> None:
    packages = [package for need in missing for package in need.packages]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(packages)} …", flush=True)
        command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
        if not _quietly(command):
            _quietly(["apt-get", "update"])
            _quietly(command)
    if any(isinstance(need, Chromium) and not need.is_met() for need in missing):
        print("Installing Playwright's own Chromium …", flush=True)
        _quietly([str(Path(sys.executable).with_name("playwright")), "install", "chromium"])


def _quietly(command: list[str]) -> bool:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        print("\n".join((done.stdout + done.stderr).strip().splitlines()[-3:]), file=sys.stderr)
    return done.returncode == 0


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


if __name__ == "__main__":
    sys.exit(main())
