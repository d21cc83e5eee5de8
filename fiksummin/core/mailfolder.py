"""A mailer that puts each letter into a folder, for demos and trials.

One file a letter, named by its Message-ID: the same letter sent again is the
same file.
"""

from collections.abc import Sequence
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """Writes ``<folder>/<message id>.eml``."""

    def __init__(self, *, folder: str, **options: Any) -> None:
        """Make the folder if need be."""
        super().__init__(**options)
        self.folder = Path(folder)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write every message; a half-written file never shows."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            mime = message.message()
            name = str(mime["Message-ID"]).strip("<>").replace("/", "_")
            draft = self.folder / f".{name}.part"
            draft.write_bytes(mime.as_bytes())
            draft.rename(self.folder / f"{name}.eml")
        return len(email_messages)


def forget(folder: Path, *words: str) -> int:
    """Remove every letter to an address, or that speaks of it or of a name; answer how many there were."""
    gone = 0
    for path in folder.glob("*.eml"):
        if speaks_of(path.read_bytes(), words):
            path.unlink()
            gone += 1
    return gone


def speaks_of(letter: bytes, words: Sequence[str]) -> bool:
    """Say whether an address or a name stands in a letter: in its headers, its text or what is attached."""
    message = message_from_bytes(letter, policy=policy.default)
    parts = [str(value) for value in message.values()]
    parts += [str(part.get_content()) for part in message.walk() if part.get_content_maintype() == "text"]
    text = "\n".join(parts).casefold()
    return any(word.casefold() in text for word in words if word)
