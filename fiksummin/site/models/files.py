"""What a file field holds."""

from django.core.files import File


def is_new(file: File[bytes]) -> bool:
    """Say whether a file was just brought and is not in the store yet (Django marks it so)."""
    return not getattr(file, "_committed", True)
