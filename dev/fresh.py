"""Take every step in a folder of its own, and keep what came of it for empty databases: ``python -m dev.fresh``.

Run it when steps were added or changed; until then a new database takes longer to make, and is the same.
"""

import os
import sys
import tempfile


def main() -> int:
    """Write ``fiksummin/core/db/fresh.sql``."""
    with tempfile.TemporaryDirectory(prefix="fiksummin-fresh-") as folder:
        os.environ |= {"FIKSUMMIN_DATA": folder, "FIKSUMMIN_DEMO": "", "FIKSUMMIN_DATABASE_URL": ""}
        os.environ["DJANGO_SETTINGS_MODULE"] = "fiksummin.settings"
        import django  # noqa: PLC0415 -- the folder is chosen first

        django.setup()
        from django.core.management.commands import migrate  # noqa: PLC0415 -- as above

        from fiksummin.core.db import fresh, migrating  # noqa: PLC0415 -- as above

        # What rooms lay after the last step is laid anew for each database.
        setattr(migrate, "emit_post_migrate_signal", lambda *_args, **_words: None)  # noqa: B010 -- a name that the stubs leave out
        migrating.take_steps(lambda _done, _of: None)
        fresh.write(fresh.PATH, sorted(migrating.taken()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
