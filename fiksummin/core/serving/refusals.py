"""What the server itself answers before the application is asked, in the reader's three languages.

The application is not reached here, so neither its templates nor its language choice are at hand: a plain
text says the same thing in Finnish, Swedish and English, and a program that asks for JSON gets problem+json.
"""

import json
from dataclasses import dataclass
from http import HTTPStatus

type Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Refusal:
    """An answer without the application: its status and one sentence in each language."""

    status: HTTPStatus
    fi: str
    sv: str
    en: str
    retry_after: int = 0

    def message(self, accept: str = "") -> tuple[int, Headers, bytes]:
        """Status, headers and body; the connection is closed, for its rest may be unread."""
        if "json" in accept:
            kind = b"application/problem+json"
            problem = {"type": "about:blank", "title": self.status.phrase, "status": self.status.value}
            body = json.dumps({**problem, "detail": self.en}).encode()
        else:
            kind = b"text/plain; charset=utf-8"
            body = f"{self.fi}\n\n{self.sv}\n\n{self.en}\n".encode()
        headers = [
            (b"content-type", kind),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ]
        if self.retry_after:
            headers.append((b"retry-after", str(self.retry_after).encode()))
        return self.status.value, headers, body


def too_large(limit: int) -> Refusal:
    """``limit`` in bytes."""
    most = f"{limit / 1024 / 1024:.3g}"
    return Refusal(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        fi=f"Lähetys on liian suuri: enintään {most} Mt kerralla. Mitään ei tallennettu.",
        sv=f"Det som skickades är för stort: högst {most} MB åt gången. Ingenting sparades.",
        en=f"What was sent is too large: at most {most} MB at a time. Nothing was saved.",
    )


def bad_request(reason: str) -> Refusal:
    """``reason`` is technical: only a broken or hostile program ever reads it."""
    return Refusal(
        HTTPStatus.BAD_REQUEST,
        fi="Pyyntöä ei voitu lukea. Mitään ei tallennettu.",
        sv="Begäran kunde inte läsas. Ingenting sparades.",
        en=f"The request could not be read: {reason} Nothing was saved.",
    )


BUSY = Refusal(
    HTTPStatus.SERVICE_UNAVAILABLE,
    fi="Palvelussa on juuri nyt ruuhkaa. Mitään ei tallennettu. Yritä hetken kuluttua uudelleen.",
    sv="Tjänsten är just nu överbelastad. Ingenting sparades. Försök på nytt om en stund.",
    en="The service is very busy right now. Nothing was saved. Please try again in a moment.",
    retry_after=2,
)

FAILED = Refusal(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    fi="Palvelussa tapahtui virhe. Se on kirjattu lokiin.",
    sv="Ett fel inträffade i tjänsten. Felet har antecknats i loggen.",
    en="Something went wrong in the service. It has been written to the log.",
)
