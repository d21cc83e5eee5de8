"""A calendar of another service, served on this machine, and the words in which its events are written."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


def event(uid: str, start: datetime, end: datetime, *more: str) -> list[str]:
    """Lines of an event."""
    times = [f"DTSTART:{start.astimezone(UTC):%Y%m%dT%H%M%SZ}", f"DTEND:{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T080000Z", *times, *more, "END:VEVENT"]


def ics(*events: list[str], method: str = "") -> bytes:
    """A calendar file."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muu//FI", *([f"METHOD:{method}"] if method else [])]
    return "\r\n".join([*head, *(line for lines in events for line in lines), "END:VCALENDAR", ""]).encode()


class Elsewhere:
    """A web server with one calendar: what it says, and how often it was asked for all of it."""

    def __init__(self) -> None:
        """Begin with an empty calendar."""
        self.body, self.status, self.version = ics(), 200, 1
        self.asked, self.given = 0, 0
        self.origin = ""

    @property
    def address(self) -> str:
        """The address of the calendar."""
        return f"{self.origin}/sali.ics"

    def says(self, *events: list[str]) -> None:
        """Say something else from now on."""
        self.body, self.version = ics(*events), self.version + 1


@contextmanager
def elsewhere(settings: Any) -> Iterator[Elsewhere]:
    """Serve a calendar, and let the service read it."""
    calendar = Elsewhere()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calendar.asked += 1
            mark = f'"{calendar.version}"'
            known = self.headers.get("If-None-Match") == mark
            status = 304 if known and calendar.status == 200 else calendar.status
            body = b"" if status == 304 else calendar.body
            calendar.given += status == 200
            self.send_response(status)
            self.send_header("ETag", mark)
            self.send_header("Content-Type", "text/calendar")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    calendar.origin = f"http://127.0.0.1:{server.server_address[1]}"
    settings.FETCH_ORIGINS = [calendar.origin]
    try:
        yield calendar
    finally:
        server.shutdown()
        server.server_close()
