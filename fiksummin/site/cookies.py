"""The cookies of the service, read from the settings in force."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Cookie:
    """A cookie: its name, what for, how long it stays, and when it is set."""

    name: str
    purpose: str
    stays: str
    set_when: str


def in_use() -> list[Cookie]:
    """List the cookies that the service may set, all of them its own and all needed for what the reader does."""
    return list(_cookies())


def _cookies() -> Iterator[Cookie]:
    yield Cookie(
        settings.SESSION_COOKIE_NAME,
        _("Keeps you signed in, and shows you the outcome of what you did."),
        _("until you close the browser")
        if settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
        else _lasting(settings.SESSION_COOKIE_AGE),
        _("when you sign in or begin to"),
    )
    if not settings.CSRF_USE_SESSIONS:
        yield Cookie(
            settings.CSRF_COOKIE_NAME,
            _("Makes sure that a form was sent from this service and not by another site in your name."),
            _lasting(settings.CSRF_COOKIE_AGE),
            _("when you open a page with a form"),
        )
    if "fallback" in settings.MESSAGE_STORAGE or "cookie" in settings.MESSAGE_STORAGE:
        yield Cookie(
            "messages",
            _("Carries a message such as “Your visit is announced” to the next page."),
            _("until the message is shown"),
            _("when there is a message for you"),
        )
    yield Cookie(
        "board-…",
        _("Keeps which ideas are on your screen while you weigh those of a campaign; the service does not."),
        _lasting(None),
        _("when you weigh ideas"),
    )


def _lasting(seconds: int | None) -> str:
    if seconds is None:
        return _("until you close the browser")
    hours = max(1, round(seconds / 3600))
    if hours < 48:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    days = round(hours / 24)
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
