"""Every door tried by every person: the machinery behind the table in ``tests/permissions.py``."""
