"""The only writers of the ledger."""

from fiksummin.notifications.actions.following import follow, unfollow
from fiksummin.notifications.actions.ledger import forget_old, note_letter, show, show_all, stop_letters, tell
from fiksummin.notifications.actions.mailing import mail_due, mail_to
from fiksummin.notifications.actions.words import send_word

__all__ = [
    "follow",
    "forget_old",
    "mail_due",
    "mail_to",
    "note_letter",
    "send_word",
    "show",
    "show_all",
    "stop_letters",
    "tell",
    "unfollow",
]
