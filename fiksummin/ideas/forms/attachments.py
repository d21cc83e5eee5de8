"""Something attached to an idea."""

from django import forms

from fiksummin.ui.attachments import AttachmentField, words_field
from fiksummin.ui.forms import KeyField


class AttachmentForm(forms.Form):
    """A file, and its words."""

    file = AttachmentField()
    words = words_field(required=True)
    key = KeyField()
