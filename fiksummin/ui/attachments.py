"""Attaching a file on a form, and giving it again."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext_lazy

from fiksummin.core.attachments import LONGEST_WORDS, Attached, Kept, Kind, accepted, kind_of, path_of
from fiksummin.core.errors import Invalid
from fiksummin.ui.files import answer_with

FOR_A_WHILE = "private, max-age=600"


class AttachmentField(forms.FileField):
    """A picture, a recording, a film or a document; gives it as it is kept."""

    def __init__(self, **kwargs: Any) -> None:
        """Say what may be brought; what is in it is looked at, not its name."""
        kwargs.setdefault("label", gettext_lazy("Picture, recording, film or document"))
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "A JPEG, PNG, WebP, MP3, M4A, Ogg, WAV, MP4 or WebM of 10 MB at most; a PDF, plain text or an office document without macros of 20 MB at most. A picture is drawn anew: where and when it was taken is left out."
            ),
        )
        super().__init__(max_length=255, allow_empty_file=True, widget=forms.FileInput(), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Kept | None:
        """Look into it; refuse what a browser would run."""
        brought: UploadedFile[bytes] | None = super().clean(data, initial)
        if not brought:
            return None
        try:
            return accepted(brought, brought.name or "", brought.size or 0)
        except Invalid as refusal:
            raise forms.ValidationError(refusal.reason) from refusal


def words_field(*, required: bool) -> forms.CharField:
    """Give the field for the words of what is attached."""
    return forms.CharField(
        label=gettext_lazy("The same in words"),
        help_text=gettext_lazy("What it shows, what is said in it, or what it is about: for those who do not see or hear it."),
        required=required,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )  # fmt: skip


def give(request: HttpRequest, row: Attached) -> HttpResponse | StreamingHttpResponse:
    """Answer with what is attached: a document to be kept, all else to be shown; nothing to be run. Raises Http404."""
    path, kind = path_of(row), kind_of(row)
    if path is None or not kind:
        raise Http404
    answer = answer_with(request, path, kind, cache=FOR_A_WHILE)
    if row.kind == Kind.DOCUMENT:
        answer["Content-Disposition"] = f'attachment; filename="{row.pk}{path.suffix}"'
    return answer
