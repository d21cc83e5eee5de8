"""Stored files go with what they belonged to."""

from functools import partial

from django.db import transaction
from django.db.models.fields.files import FieldFile


def drop_file(file: FieldFile) -> None:
    """Delete a stored file, if there is one, once it is sure that it goes.

    A file left over, as when the process dies in between, harms nobody; one gone too early does.
    """
    if file:
        transaction.on_commit(partial(file.storage.delete, str(file.name)))
