"""A letter that comes in: who sent it, whether that is proven, to whom, and the calendar in it.

Nothing in it is believed but what the receiving server wrote on top: its own
Authentication-Results (RFC 8601), by the name that settings give it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses

from django.conf import settings
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid

MOST_BYTES = 4 * 1024 * 1024
MOST_PARTS = 200
MOST_OF_HEADER = 20_000
_ADDRESS = r"[^\s@<>(),;:\"\\\[\]]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,10}"
_FROM = re.compile(rf'\s*(?:(?:"[^"<>]*"|[^"<>@,;]*)\s*<({_ADDRESS})>|({_ADDRESS}))\s*')
_TOKEN = re.compile(r'"[^"\\]*"|[()]|[^"()\\]+')


@dataclass(frozen=True)
class Incoming:
    """What is read of a letter. ``sender`` is "" when it does not say plainly who sent it."""

    sender: str
    proven: bool
    recipients: tuple[str, ...]
    calendar: bytes | None
    automatic: bool


def read_letter(raw: bytes) -> Incoming:
    """Read a letter. Raises Invalid for one that is too large or cannot be taken apart."""
    if len(raw) > MOST_BYTES:
        raise Invalid(_("The letter is too large."))
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        calendar = _calendar(message)
    except (RecursionError, ValueError, LookupError, AssertionError) as problem:
        raise Invalid(_("The letter cannot be read.")) from problem
    sender = _sender(message)
    return Incoming(
        sender=sender,
        proven=bool(sender) and _proven(message, sender.rpartition("@")[2]),
        recipients=_recipients(message),
        calendar=calendar,
        automatic=_automatic(message),
    )


def _automatic(message: Message) -> bool:
    """Say whether it answers another by itself. Calendars mark what people send as auto-generated: that is taken."""
    return any("auto-replied" in str(row).lower() for row in message.get_all("Auto-Submitted", []))


def _sender(message: Message) -> str:
    rows = message.get_all("From", [])
    found = _FROM.fullmatch(_unfolded(rows[0])) if len(rows) == 1 and len(str(rows[0])) < 1_000 else None
    return (found[1] or found[2]).lower() if found else ""


def _recipients(message: Message) -> tuple[str, ...]:
    """Give whom it is for: as the server noted on the way, else as it says itself."""
    for names in (("Delivered-To", "X-Original-To"), ("To", "Cc")):
        texts = [_unfolded(row)[:20_000] for name in names for row in message.get_all(name, [])[:20]]
        found = [address.lower() for _name, address in getaddresses(texts) if "@" in address]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _proven(message: Message, domain: str) -> bool:
    """Say whether the topmost word of the trusted server proves the sender's domain."""
    if not settings.MAIL_AUTHSERV_ID:
        return False
    for row in message.get_all("Authentication-Results", []):
        text = _unfolded(row)
        if text.partition(";")[0].lower().split()[:1] != [settings.MAIL_AUTHSERV_ID]:
            continue
        return _proves(_bare(text) if len(text) < MOST_OF_HEADER else "", domain)
    return False


def _proves(text: str, domain: str) -> bool:
    """Read the results: where the server judged by DMARC, that alone counts, else a signature or the envelope."""
    results = [part.lower().split() for part in text.split(";")[1:] if part.strip()]
    judged = [words for words in results if words[0].startswith("dmarc=") and words[0] != "dmarc=none"]
    if judged:
        return len(judged) == 1 and _passes(judged[0], domain)
    return any(_passes(words, domain) for words in results)


def _passes(words: Sequence[str], domain: str) -> bool:
    """Say whether one result speaks for a domain: DMARC, or a signature or an envelope of that very domain."""
    said = [part.partition("=") for part in words[1:]]

    def value(name: str) -> str:
        found = [text for key, _equals, text in said if key == name]
        return found[0] if len(found) == 1 else ""

    match words[0]:
        case "dmarc=pass":
            return value("header.from") == domain
        case "dkim=pass":
            return value("header.d") == domain
        case "spf=pass":
            return value("smtp.mailfrom").rpartition("@")[2] == domain
        case _:
            return False


def _bare(text: str) -> str:
    """Leave out comments and what stands in quotes, where a sender's own words may be; "" for what is not plain."""
    depth, kept, end = 0, [], 0
    for token in _TOKEN.finditer(text):
        if token.start() != end or (depth and token[0].startswith('"')):
            return ""
        end = token.end()
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth < 0:
            return ""
        if not depth:
            kept.append({")": " ", '"': '""'}.get(token[0][0], token[0]))
    return "" if depth or end != len(text) else "".join(kept)


def _calendar(message: Message) -> bytes | None:
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise Invalid(_("The letter cannot be read."))
        if part.get_content_type() == "text/calendar":
            payload = part.get_payload(decode=True)
            charset = part.get_content_charset("utf-8")
            if isinstance(payload, bytes):
                return payload if charset in {"utf-8", "us-ascii"} else payload.decode(charset).encode()
    return None


def _unfolded(row: object) -> str:
    return " ".join(str(row).split())
