"""Pictures in their sizes, pictures of spaces, videos and captions; nothing else under /media/."""

import mimetypes
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from fiksummin.ui.files import answer_with

SHOWN: Final = {
    "images": {".jpg", ".jpeg", ".png", ".webp"},
    "campaigns": {".jpg", ".png", ".webp"},
    "spaces": {".jpg", ".png", ".webp"},
    "videos": {".mp4", ".webm", ".vtt"},
}
"""Folders that are shown, and the kinds of file in each; originals and documents have no address here."""


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponse | StreamingHttpResponse:
    """Give a file, or the part of it that a video player asks for."""
    path = _found(name)
    kind = "text/vtt" if path.suffix == ".vtt" else mimetypes.guess_type(path.name)[0]
    return answer_with(request, path, kind or "application/octet-stream", cache="public, max-age=86400")


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
