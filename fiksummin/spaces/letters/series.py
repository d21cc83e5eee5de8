"""What those who hold a series get by mail: one letter for all its dates, with one calendar file."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.people.models import Person
from fiksummin.spaces import calendar
from fiksummin.spaces.letters.bookings import holders
from fiksummin.spaces.models import Booking, Series
from fiksummin.ui import when


@dataclass(frozen=True)
class _News:
    series: Series
    event: str
    mark: int
    stays: list[Booking]
    gone: list[Booking]


def tell_series(series: Series, event: str, mark: int, at: datetime) -> None:
    """Write that a series was ``booked``, ``changed`` or that dates of it were ``cancelled``.

    ``mark`` tells one change of the series from another; what lies behind is left out.
    """
    rows = series.bookings.filter(ends_at__gt=at).select_related("site", "person").order_by("starts_at")
    every = list(rows.prefetch_related("places__space", "places__layout", "members__person"))
    if not every:
        return
    gone = [row for row in every if row.cancelled_at or row.declined_at]
    news = _News(series, event, mark, [row for row in every if row not in gone], gone)
    for reader in holders(every[0]):
        with translation.override(reader.language):
            _tell(news, reader)


def _tell(news: _News, reader: Person) -> None:
    post(
        to=reader.email or "",
        person=reader.pk,
        key=f"series-{news.series.pk}-{news.event}-{news.mark}-{reader.pk}",
        subject=_subject(news.event) % {"site": news.series.site.name},
        text=render_to_string("spaces/mail/series.txt", _context(news, reader.language)).strip(),
        attachments=[_calendar(news, reader)],
    )


def _context(news: _News, language: str) -> dict[str, object]:
    zone, first = news.series.site.zone, (news.stays or news.gone)[0]
    return {
        "event": news.event,
        "lines": [
            when.capital(when.spell(row.starts_at, row.ends_at, zone=zone, language=language))
            for row in news.stays
        ],
        "booking": first,
        "site": news.series.site,
        "waits": any(row.is_waiting for row in news.stays),
        "spaces": calendar.names_of(first),
        "address": settings.BASE_URL + reverse("spaces:series", args=[news.series.pk]),
    }


def _subject(event: str) -> str:
    return {
        "booked": _("Your series of bookings: %(site)s"),
        "changed": _("Your series of bookings was changed: %(site)s"),
        "cancelled": _("Dates of your series were cancelled: %(site)s"),
    }[event]


def _calendar(news: _News, reader: Person) -> tuple[str, bytes, str, dict[str, str]]:
    invitation = news.series.imported_as.filter(person=reader).select_related("space", "person").first()
    if invitation and news.event == "booked":
        waits = any(row.is_waiting for row in news.stays)
        return calendar.reply_attachment(invitation, "TENTATIVE" if waits else "ACCEPTED")
    rows = news.gone if news.event == "cancelled" else news.stays
    file = calendar.file_of_many([calendar.booking_entry(row, reader) for row in rows])
    return f"series-{news.series.pk}.ics", file, "text/calendar", {"method": "PUBLISH", "charset": "utf-8"}
