"""The room of notices."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """One ledger: each fact reaches each person once, on the page or by mail."""

    name = "fiksummin.notifications"
    verbose_name = "Notices"

    def ready(self) -> None:
        """Learn how each fact is said, listen, and offer to follow what stands on the trail."""
        from fiksummin.core import mail  # noqa: PLC0415 -- models stand only now
        from fiksummin.notifications import reactions, sentences, tasks  # noqa: F401, PLC0415 -- as above
        from fiksummin.notifications.actions import note_letter  # noqa: PLC0415 -- as above
        from fiksummin.notifications.following import follow_button, word_button  # noqa: PLC0415 -- as above
        from fiksummin.ui import slots  # noqa: PLC0415 -- as above

        mail.written(note_letter)
        slots.fill("trail", follow_button)
        slots.fill("campaign", word_button)
