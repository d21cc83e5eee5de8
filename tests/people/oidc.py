"""A real OpenID Connect provider on this machine, which insists on PKCE."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

import requests
from oidc_provider_mock import User, run_server_in_thread


class Provider:
    """What a test can ask of the provider."""

    def __init__(self, url: str) -> None:
        """Know its address."""
        self.url = url
        self.challenges: list[str] = []
        self.proven = 0

    def consent(self, url: str, subject: str) -> str:
        """Let the person of a subject agree; give the address to which she is sent back."""
        answer = requests.post(url, data={"sub": subject}, allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]

    def watch(self, app: Callable[..., Any]) -> Callable[..., Any]:
        """Refuse a code whose verifier does not match the challenge it was asked with (RFC 7636)."""

        def watched(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
            query = parse_qs(environ["QUERY_STRING"])
            if environ["PATH_INFO"].endswith("/authorize") and query.get("code_challenge_method") == ["S256"]:
                self.challenges += query["code_challenge"]
            if environ["PATH_INFO"].endswith("/token"):
                body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
                environ["wsgi.input"] = BytesIO(body)
                verifier = parse_qs(body.decode()).get("code_verifier", [""])[0]
                made = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
                if made.decode() not in self.challenges:
                    start("400 Bad Request", [("Content-Type", "application/json")])
                    return [b'{"error": "invalid_grant"}']
                self.proven += 1
            return app(environ, start)

        return watched


@contextmanager
def provider(*users: User) -> Iterator[Provider]:
    """Run a provider that knows some people."""
    with run_server_in_thread(user_claims=users) as server:
        running = Provider(f"http://localhost:{server.server_port}")
        server.app = running.watch(server.app)
        yield running
