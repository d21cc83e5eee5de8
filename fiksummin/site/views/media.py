"""Pictures in their sizes, pictures of spaces, videos and captions; nothing else under /media/."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

SHOWN: Final = {
    "images": {".jpg", ".jpeg", ".png", ".webp"},
    "spaces": {".jpg", ".png", ".webp"},
    "videos": {".mp4", ".webm", ".vtt"},
}
"""Folders that are shown, and the kinds of file in each; originals and documents have no address here."""
CHUNK = 64 * 1024
RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponse | StreamingHttpResponse:
    """Give a file, or the part of it that a video player asks for."""
    path = _found(name)
    kind = "text/vtt" if path.suffix == ".vtt" else mimetypes.guess_type(path.name)[0]
    size = path.stat().st_size
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    response = _part(path, size, asked) if asked else FileResponse(path.open("rb"))
    response["Content-Type"] = kind or "application/octet-stream"
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "public, max-age=86400"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _found(name: str) -> Path:
    if "\0" in name:
        raise Http404
    root = Path(settings.MEDIA_ROOT).resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root) or not path.is_file():
        raise Http404
    folder = path.relative_to(root).parts[0]
    if path.suffix.lower() not in SHOWN.get(folder, ()):
        raise Http404
    return path


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
