"""What letters about events and invitations have told."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.events.models import Event, Invitation, Message, Outcome, Registration, Takeaway, Target
from fiksummin.notifications.things import always_at, found_in, told_by_letter
from fiksummin.people.models import Person
from fiksummin.trail.things import Face


def _messages(reader: Person) -> object:
    seen = Event.objects.visible_to(reader).values("pk")
    return Message.objects.filter(event__in=seen).select_related("event")


def _outcomes(reader: Person) -> object:
    seen = Event.objects.visible_to(reader).values("pk")
    return Outcome.objects.filter(event__in=seen).select_related("event")


def _takeaways(reader: Person) -> object:
    return Takeaway.objects.visible_to(reader).select_related("event")


def _page(event: Event) -> Face:
    return Face(event.heading, reverse("events:event", args=[event.pk]))


def _of_event(row: Message | Outcome | Takeaway) -> Face:
    return _page(row.event)


found_in("event", Event.objects.visible_to, _page)
found_in("event_message", _messages, _of_event)
found_in("outcome", _outcomes, _of_event)
found_in("takeaway", _takeaways, _of_event)
found_in(
    "registration",
    lambda reader: Registration.objects.visible_to(reader).select_related("event"),
    lambda row: Face(row.event.heading, reverse("events:registration", args=[row.pk])),
)
found_in(
    "invitation",
    Invitation.objects.visible_to,
    lambda row: Face(row.topic, reverse("events:invitation", args=[row.pk])),
)
found_in(
    "target", lambda _reader: Target.objects.all(), lambda row: Face(row.name, reverse("events:target_list"))
)
always_at("events", lambda: reverse("events:event_list"))

told_by_letter(r"registration-(\d+)-confirmed-", _("You have a place"), "registration")
told_by_letter(r"registration-(\d+)-queued-", _("You are in the queue"), "registration")
told_by_letter(r"registration-(\d+)-offered-", _("A place is held for you"), "registration")
told_by_letter(r"registration-(\d+)-changed-", _("Your registration was changed"), "registration")
told_by_letter(r"registration-(\d+)-ended-", _("Your registration has ended"), "registration")
told_by_letter(r"registration-\d+-handed-", _("Your colleague took over your place"), "events")
told_by_letter(r"registration-(\d+)-", _("There is news of your registration"), "registration")
told_by_letter(r"event-(\d+)-asked-", _("You were asked what you took away"), "event")
told_by_letter(r"event-(\d+)-digest-", _("The takeaways are out"), "event")
told_by_letter(r"event-(\d+)-missing-", _("The takeaways are not out yet"), "event")
told_by_letter(r"event-(\d+)-changed-", _("The event was changed"), "event")
told_by_letter(r"event-(\d+)-cancelled-", _("The event is cancelled"), "event")
told_by_letter(r"event-(\d+)-lost-", _("The place of the event is announced later"), "event")
told_by_letter(r"event-(\d+)-needs-space-", _("Your event needs another space"), "event")
told_by_letter(r"event-(\d+)-place-back-", _("Your event has its place again"), "event")
told_by_letter(r"event-(\d+)-lots-", _("The lots were drawn"), "event")
told_by_letter(r"event-(\d+)-near-", _("You were reminded of the event"), "event")
told_by_letter(r"event-(\d+)-yours-", _("You hold an event now"), "event")
told_by_letter(r"event-(\d+)-part-", _("You were named for an event"), "event")
told_by_letter(r"event-message-(\d+)-", _("The organisers wrote to those who take part"), "event_message")
told_by_letter(r"takeaway-(\d+)-removed-", _("Your takeaway was taken from the page"), "takeaway")
told_by_letter(r"outcome-(\d+)-", _("A next step is yours"), "outcome")
told_by_letter(r"link-", _("You got a link to an event"), "events")
told_by_letter(r"invitation-(\d+)-sent", _("Your invitation to the lab came"), "invitation")
told_by_letter(r"invitation-(\d+)-withdrawn-", _("An invitation to the lab was taken back"), "invitation")
told_by_letter(r"invitation-(\d+)-late-", _("An invitation to the lab is late"), "invitation")
told_by_letter(r"invitation-(\d+)-", _("Your invitation to the lab was answered"), "invitation")
told_by_letter(r"target-(\d+)-removed-", _("A visit that you proposed was taken off"), "target")
told_by_letter(r"target-(\d+)-chosen-", _("A visit that you wanted was chosen"), "target")
