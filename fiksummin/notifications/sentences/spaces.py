"""What letters about visits, bookings, queues, shifts and reports have told."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.notifications.things import always_at, found_in, told_by_letter
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Message, Offer, Report, Visit, Waiting
from fiksummin.trail.things import Face


def _visits(reader: Person) -> object:
    return Visit.objects.visible_to(reader).select_related("site")


def _messages(reader: Person) -> object:
    seen = Visit.objects.visible_to(reader).values("pk")
    return Message.objects.filter(visit__in=seen).select_related("visit__site")


found_in("visit", _visits, lambda row: Face(row.site.name, reverse("spaces:visit", args=[row.pk])))
found_in(
    "visit_message",
    _messages,
    lambda row: Face(row.visit.site.name, reverse("spaces:visit", args=[row.visit_id])),
)
found_in(
    "booking",
    lambda reader: Booking.objects.visible_to(reader).select_related("site"),
    lambda row: Face(row.site.name, reverse("spaces:booking", args=[row.pk])),
)
found_in(
    "waiting",
    lambda reader: Waiting.objects.visible_to(reader).select_related("site"),
    lambda row: Face(row.site.name, reverse("spaces:waiting", args=[row.pk])),
)
found_in(
    "offer",
    lambda reader: Offer.objects.visible_to(reader).select_related("waiting__site"),
    lambda row: Face(row.waiting.site.name, reverse("spaces:offer", args=[row.pk])),
)
found_in(
    "report",
    lambda reader: Report.objects.visible_to(reader).select_related("site"),
    lambda row: Face(row.site.name, reverse("spaces:report", args=[row.token])),
)
always_at("bookings", lambda: reverse("spaces:booking_list"))
always_at("desk", lambda: reverse("spaces:desk"))

told_by_letter(r"visit-(\d+)-announced-", _("Your visit was announced"), "visit")
told_by_letter(r"visit-(\d+)-changed-", _("Your visit was changed"), "visit")
told_by_letter(r"visit-(\d+)-cancelled-", _("Your visit was cancelled"), "visit")
told_by_letter(r"visit-(\d+)-", _("There is news of your visit"), "visit")
told_by_letter(r"message-(\d+)", _("The host wrote to you about your visit"), "visit_message")
told_by_letter(r"booking-(\d+)-overdue-", _("A booking waits for an answer"), "booking")
told_by_letter(r"booking-(\d+)-waits-", _("A booking waits for your answer"), "booking")
told_by_letter(r"booking-(\d+)-released-", _("Nobody came to your booking"), "booking")
told_by_letter(r"booking-(\d+)-made-", _("A space is booked"), "booking")
told_by_letter(r"booking-(\d+)-changed-", _("A booking was changed"), "booking")
told_by_letter(r"booking-(\d+)-cancelled-", _("A booking was cancelled"), "booking")
told_by_letter(r"booking-(\d+)-approved-", _("Your booking was approved"), "booking")
told_by_letter(r"booking-(\d+)-declined-", _("Your booking was not approved"), "booking")
told_by_letter(r"booking-(\d+)-", _("There is news of a booking"), "booking")
told_by_letter(r"series-\d+-waits-", _("A booking waits for your answer"), "desk")
told_by_letter(r"series-", _("There is news of a recurring booking"), "bookings")
told_by_letter(r"share-", _("Somebody asked you to hold a booking together"), "bookings")
told_by_letter(r"invitation-declined-", _("A space that you invited by mail could not be booked"), "bookings")
told_by_letter(r"waiting-(\d+)-passed", _("No place was free in the time that you waited for"), "waiting")
told_by_letter(r"waiting-(\d+)-retired", _("The space for which you waited is out of use"), "waiting")
told_by_letter(r"offer-(\d+)-made", _("A place is held for you"), "offer")
told_by_letter(r"offer-(\d+)-", _("The place that was held for you is gone"), "offer")
told_by_letter(r"shift-", _("Your shifts on the roster were changed"), "desk")
told_by_letter(r"report-(\d+)-answered-", _("Your report was answered"), "report")
told_by_letter(r"report-(\d+)-", _("A report waits for an answer"), "report")
told_by_letter(r"busy-feed-", _("A calendar elsewhere does not answer"), "desk")
