"""The server before Django: bodies, headers, streams and files over real sockets."""

import hashlib
import json
import os
import socket
import threading
import time
from pathlib import Path

import pytest

from tests.core.tiny_client import MIB, Tiny


def test_whole_answer_has_its_length_and_keeps_the_connection(shared: Tiny) -> None:
    connection = shared.connect()
    for _ in range(3):
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert answer.headers["content-length"] == str(len(answer.read()))
    answers = shared.raw(
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    )
    assert answers.count(b"HTTP/1.1 200 OK") == 2


def test_head_has_no_body(shared: Tiny) -> None:
    answer = shared.raw(b"HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize("size", [0, 10, MIB + 7, 4 * MIB])
def test_body_arrives_whole(shared: Tiny, size: int) -> None:
    body = os.urandom(size)
    _, text = shared.get("/digest", method="POST", body=body)
    assert text.decode().split() == [
        str(size),
        hashlib.sha256(body).hexdigest(),
        *([str(size)] if size else []),
    ]


def test_chunked_body_arrives_with_its_length(shared: Tiny) -> None:
    body = os.urandom(2 * MIB)
    connection = shared.connect()
    pieces = (body[at : at + 60_000] for at in range(0, len(body), 60_000))
    connection.request(
        "POST", "/digest", body=pieces, encode_chunked=True, headers={"Transfer-Encoding": "chunked"}
    )
    assert connection.getresponse().read().decode().split() == [
        str(len(body)),
        hashlib.sha256(body).hexdigest(),
        str(len(body)),
    ]


def test_expect_continue_is_answered(shared: Tiny) -> None:
    with socket.create_connection(("127.0.0.1", shared.port), timeout=5) as sock:
        sock.sendall(b"POST /digest HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
        assert sock.recv(100).startswith(b"HTTP/1.1 100")
        sock.sendall(b"abc")
        assert b"200 OK" in sock.recv(1000)


def test_body_over_the_limit_is_refused_in_three_languages(shared: Tiny) -> None:
    answer, text = shared.get("/digest", method="POST", body=bytes(4 * MIB + 1))
    assert answer.status == 413
    assert all(word in text.decode() for word in ("liian suuri", "för stort", "too large", "4 M"))


def test_chunked_body_over_the_limit_is_refused(shared: Tiny) -> None:
    connection = shared.connect()
    pieces = (bytes(100_000) for _ in range(60))
    connection.request(
        "POST",
        "/digest",
        body=pieces,
        encode_chunked=True,
        headers={"Transfer-Encoding": "chunked", "Accept": "application/json"},
    )
    answer = connection.getresponse()
    assert (answer.status, answer.headers["content-type"]) == (413, "application/problem+json")
    assert json.loads(answer.read())["status"] == 413


def test_body_announced_over_the_limit_is_not_even_asked_for(shared: Tiny) -> None:
    answer = shared.raw(
        b"POST /digest HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 999999999999\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 413")


def test_slow_bodies_hold_no_thread(shared: Tiny) -> None:
    uploads = [socket.create_connection(("127.0.0.1", shared.port)) for _ in range(12)]
    for upload in uploads:
        upload.sendall(b"POST /digest HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
    assert shared.get("/")[0].status == 200
    for upload in uploads:
        upload.close()


def test_header_names_with_underscores_do_not_pass_for_others(shared: Tiny) -> None:
    environ = shared.environ(
        b"GET /environ HTTP/1.1\r\nHost: a\r\nX_Test: forged\r\nX-Other: 1\r\nX-Other: 2\r\n"
        b"Cookie: a=1\r\nCookie: b=2\r\nProxy: evil\r\nConnection: close\r\n\r\n"
    )
    assert environ["HTTP_X_OTHER"] == "1,2"
    assert environ["HTTP_COOKIE"] == "a=1;b=2"
    assert not {"HTTP_X_TEST", "HTTP_PROXY", "HTTP_CONNECTION"} & set(environ)


def test_forwarded_headers_are_not_believed(shared: Tiny) -> None:
    environ = shared.environ(
        b"GET /environ HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\n"
        b"X-Forwarded-Host: evil.example\r\nX-Real-IP: 6.6.6.6\r\nForwarded: for=6.6.6.6\r\nConnection: close\r\n\r\n"
    )
    assert (environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]) == ("127.0.0.1", "http")
    assert not [value for value in environ.values() if "6.6.6.6" in value or "evil" in value]


def test_a_trusted_proxy_is_believed(tmp_path: Path) -> None:
    server = Tiny(tmp_path / "journal", "--trust", "127.0.0.0/8")
    environ = server.environ(
        b"GET /environ HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n"
        b"Connection: close\r\n\r\n"
    )
    server.stop()
    assert (environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]) == ("192.0.2.7", "https")


def test_the_path_keeps_its_bytes(shared: Tiny) -> None:
    environ = shared.environ(b"GET /environ?a=%C3%A4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    assert environ["QUERY_STRING"] == "a=%C3%A4"


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
    ],
    ids=["no host", "two hosts", "no http", "two lengths", "length and chunks", "bad name"],
)
def test_what_is_not_http_is_answered_400(shared: Tiny, request_bytes: bytes) -> None:
    assert shared.raw(request_bytes).startswith(b"HTTP/1.1 400")


def test_http_1_0_without_host_is_served(shared: Tiny) -> None:
    assert shared.environ(b"GET /environ HTTP/1.0\r\n\r\n")["HTTP_HOST"] == f"127.0.0.1:{shared.port}"


def test_a_stream_arrives_piece_by_piece(shared: Tiny) -> None:
    connection = shared.connect()
    connection.request("GET", "/pieces?4,10,0.3")
    began = time.monotonic()
    answer = connection.getresponse()
    first = answer.read1()
    waited = time.monotonic() - began
    rest = answer.read()
    assert (len(first), len(rest)) == (10, 30)
    assert waited < 0.3


def test_a_stream_is_closed_when_its_reader_leaves(tiny: Tiny) -> None:
    connection = tiny.connect()
    connection.request("GET", "/pieces?600,10,0.05")
    connection.getresponse().read1()
    connection.close()
    assert tiny.noted("closed after")
    given = int(tiny.journal.read_text().split()[2])
    assert given < 40


def test_a_stream_waits_for_its_reader(tiny: Tiny) -> None:
    connection = tiny.connect()
    connection.request("GET", "/pieces?3000,65536,0")
    answer = connection.getresponse()
    answer.read(65536)
    time.sleep(1)
    connection.close()
    assert tiny.noted("closed after")
    assert int(tiny.journal.read_text().split()[2]) < 500


def test_a_file_arrives_whole_and_holds_no_thread(shared: Tiny, tmp_path: Path) -> None:
    content = os.urandom(20 * MIB)
    (tmp_path / "file").write_bytes(content)
    readers = [shared.connect() for _ in range(8)]
    for reader in readers:
        reader.request("GET", f"/file?{tmp_path}/file")
    time.sleep(0.3)
    assert shared.get("/")[0].status == 200
    assert hashlib.sha256(readers[0].getresponse().read()).digest() == hashlib.sha256(content).digest()
    for reader in readers:
        reader.close()
    head, _ = shared.get(f"/file?{tmp_path}/file", method="HEAD")
    assert head.headers["content-length"] == str(len(content))


def test_an_application_that_fails_is_answered_500_and_the_thread_lives(tiny: Tiny) -> None:
    for _ in range(10):
        answer, text = tiny.get("/break")
        assert answer.status == 500
    assert "virhe" in text.decode()
    assert tiny.get("/")[0].status == 200
    assert "on purpose" in tiny.stop()[1]


def test_a_stream_that_breaks_is_cut_and_not_ended(shared: Tiny) -> None:
    answer = shared.raw(b"GET /break-stream HTTP/1.1\r\nHost: a\r\n\r\n")
    assert b"first" in answer
    assert not answer.endswith(b"0\r\n\r\n")


def test_more_requests_than_the_queue_holds_are_told_to_come_again(tmp_path: Path) -> None:
    server = Tiny(tmp_path / "journal", "--queue", "6")
    answers: list[int] = []
    waiting: list[str] = []

    def ask() -> None:
        answer, _ = server.get("/sleep?0.5")
        answers.append(answer.status)
        waiting.append(answer.headers.get("retry-after", ""))

    asking = [threading.Thread(target=ask) for _ in range(12)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert server.get("/")[0].status == 200
    server.stop()
    assert set(answers) == {200, 503}
    assert answers.count(200) >= 6
    assert set(waiting) == {"", "2"}


def test_a_reader_who_takes_nothing_is_let_go_and_the_thread_is_free(tmp_path: Path) -> None:
    server = Tiny(tmp_path / "journal", "--patience", "0.5")
    with socket.create_connection(("127.0.0.1", server.port)) as reader:
        reader.sendall(b"GET /pieces?3000,65536,0 HTTP/1.1\r\nHost: a\r\n\r\n")
        assert server.noted("closed after")
    server.stop()


def test_a_body_that_stops_coming_is_let_go(tmp_path: Path) -> None:
    server = Tiny(tmp_path / "journal", "--patience", "0.5")
    assert server.raw(b"POST /digest HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc") == b""
    assert server.get("/")[0].status == 200
    server.stop()
