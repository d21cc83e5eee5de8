"""Answering with a stored file, whole or the part that a player asks for."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse

CHUNK = 64 * 1024
RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def answer_with(
    request: HttpRequest, path: Path, kind: str, *, cache: str
) -> HttpResponse | StreamingHttpResponse:
    """Give a file as a type, so that no browser takes it for another or runs what is in it. Raises FileNotFoundError."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    response = _part(path, path.stat().st_size, asked) if asked else FileResponse(path.open("rb"))
    response["Content-Type"] = kind
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = cache
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _part(path: Path, size: int, asked: re.Match[str]) -> HttpResponse | StreamingHttpResponse:
    """Answer one range, as RFC 9110 section 14 asks; 416 when it lies outside the file."""
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last) if last else size - 1, size - 1)
    else:
        start, end = max(0, size - int(last or 0)), size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_bytes(path, start, end - start + 1), status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response


def _bytes(path: Path, start: int, count: int) -> Iterator[bytes]:
    with path.open("rb") as source:
        source.seek(start)
        while count > 0 and (piece := source.read(min(CHUNK, count))):
            count -= len(piece)
            yield piece
