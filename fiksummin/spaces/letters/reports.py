"""Letters about requests for help and reports: to those who mend, to hosts, to whoever sent them."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.people.queries import receivers
from fiksummin.spaces.choices import ReportKind
from fiksummin.spaces.letters.bookings import keepers
from fiksummin.spaces.models import Report
from fiksummin.spaces.queries.reports import on_shift
from fiksummin.ui import when


def pass_report_on(report: Report) -> None:
    """Send a fault or a danger to the site's address for it; without one to those who receive people there.

    A request for help needs no letter: it stands on the hosts' desk at once. Nothing is said of who sent it.
    """
    addresses = {ReportKind.FAULT: report.site.fault_email, ReportKind.SAFETY: report.site.safety_email}
    if report.kind not in addresses:
        return
    address = addresses[ReportKind(report.kind)]
    if address:
        _write(report, "sent", to=address, language=settings.LANGUAGE_CODE)
        return
    for host in _receivers(report, report.made_at):
        _write(report, "sent", to=host.email or "", language=host.language, person=host)


def call_host(report: Report, at: datetime) -> None:
    """Write to those on shift at a moment (to all who receive people, if none is) that somebody waits for help."""
    for host in on_shift(report.site, at) or _receivers(report, at):
        _write(report, "unseen", to=host.email or "", language=host.language, person=host)


def tell_overdue_report(report: Report) -> None:
    """Write to those who look after the site that nobody has answered in time; nothing of who sent it."""
    for keeper in keepers(report.site):
        _write(report, "overdue", to=keeper.email or "", language=keeper.language, person=keeper)


def tell_of_answer(report: Report) -> None:
    """Tell the sender what the host answered; who sent it without signing in reads it at her secret address."""
    person = report.person
    if person is None or not person.email or report.answered_at is None:
        return
    with translation.override(person.language):
        post(
            to=person.email,
            person=person.pk,
            key=f"report-{report.pk}-answered-{report.answered_at:%Y%m%d%H%M%S%f}",
            subject=_("An answer to your report: %(site)s") % {"site": report.site.name},
            text=_text("report_answered", report, reverse("spaces:report", args=[report.token])),
        )


def _write(report: Report, event: str, *, to: str, language: str, person: Person | None = None) -> None:
    if not to:
        return
    with translation.override(language):
        subjects = {
            "sent": f"{when.capital(ReportKind(report.kind).noun)}: {report.site.name}",
            "unseen": _("Somebody waits for help: %(site)s") % {"site": report.site.name},
            "overdue": _("Nobody has answered in time: %(site)s") % {"site": report.site.name},
        }
        post(
            to=to,
            person=person.pk if person else None,
            key=f"report-{report.pk}-{event}-{person.pk if person else 0}",
            subject=subjects[event],
            text=_text("report", report, reverse("spaces:report_list", args=[report.site.slug])),
        )


def _text(template: str, report: Report, path: str) -> str:
    language = translation.get_language() or "fi"
    sent = when.spell(report.made_at, zone=report.site.zone, language=language)
    noun = when.capital(ReportKind(report.kind).noun)
    words = {
        "report": report,
        "late": report.is_late,
        "noun": noun,
        "sent": sent,
        "address": f"{settings.BASE_URL}{path}",
    }
    return render_to_string(f"spaces/mail/{template}.txt", words).strip()


def _receivers(report: Report, at: datetime) -> list[Person]:
    place = report.site.slug
    return receivers([place], today(report.site.zone, at))[place]
