"""Addresses of this room: nouns, the same in every language. Each part of the room has a block of its own."""

from django.urls import path

from fiksummin.events.door_urls import urlpatterns as at_the_door
from fiksummin.events.finding_urls import urlpatterns as finding
from fiksummin.events.organising_urls import urlpatterns as organising
from fiksummin.events.views import (
    digests,
    events,
    gathering,
    guests,
    inviting,
    lots,
    registering,
    registrations,
    takeaways,
    targets,
    training,
)

app_name = "events"
urlpatterns = [
    # Holding events.
    *organising,
    # What is on, and one event.
    *finding,
    path("events/<int:pk>/", events.event, name="event"),
    # Registering, and one's own registrations; guests have the same pages by their link.
    path("events/<int:pk>/registration/", registering.registration_new, name="registration_new"),
    path("events/<int:pk>/registration/sent/", registering.guest_asked, name="guest_asked"),
    path("events/<int:pk>/lots.json", lots.lots, name="lots"),
    path("guests/<str:secret>/lots.json", lots.guest_lots, name="guest_lots"),
    path("registrations/", registrations.registration_list, name="registration_list"),
    path("registrations/<int:pk>/", registrations.registration, name="registration"),
    path(
        "registrations/<int:pk>/handover/", registrations.registration_handover, name="registration_handover"
    ),
    path("guests/<str:secret>/", guests.guest, name="guest"),
    path("handovers/<str:secret>/", guests.handover, name="handover"),
    *(
        path(f"{beginning}/{address}", view, name=f"{whose}_{name}")
        for beginning, whose in (("registrations/<int:pk>", "registration"), ("guests/<str:secret>", "guest"))
        for name, address, view in (
            ("change", "change/", registrations.registration_change),
            ("mode", "mode/", registrations.registration_mode),
            ("offer", "offer/", registrations.registration_offer),
            ("showing", "showing/", registrations.registration_showing),
            ("acceptance", "acceptance/", registrations.registration_acceptance),
            ("refusal", "refusal/", registrations.registration_refusal),
            ("cancellation", "cancellation/", registrations.registration_cancellation),
            ("calendar", "registration.ics", registrations.registration_calendar),
            ("takeaway", "takeaway/", takeaways.takeaway),
            ("takeaway_withdrawal", "takeaway/withdrawal/", takeaways.takeaway_withdrawal),
            ("feedback", "feedback/", takeaways.feedback),
        )
    ),
    # After an event: the page of its takeaways, where its organisers gather it, how it was.
    path("events/<int:pk>/takeaways/", digests.takeaways, name="takeaways"),
    path("events/<int:pk>/takeaways/gathering/", gathering.takeaway_gathering, name="takeaway_gathering"),
    path(
        "events/<int:pk>/takeaways/<int:takeaway>/removal/",
        gathering.takeaway_removal,
        name="takeaway_removal",
    ),
    path("events/<int:pk>/outcomes/", gathering.outcome_new, name="outcome_new"),
    path("events/<int:pk>/feedback/", gathering.feedback, name="feedback"),
    path("outcomes/<int:pk>/settling/", gathering.outcome_settling, name="outcome_settling"),
    path("outcomes/<int:pk>/removal/", gathering.outcome_removal, name="outcome_removal"),
    path("guests/<str:secret>/takeaways/", digests.guest_takeaways, name="guest_takeaways"),
    *(
        path(f"{beginning}/takeaways/<int:takeaway>/{what}/", view, {"what": what}, name=f"{name}_{what}")
        for what in ("picture", "recording")
        for beginning, view, name in (
            ("events/<int:pk>", digests.takeaway_file, "takeaway"),
            ("guests/<str:secret>", digests.guest_takeaway_file, "guest_takeaway"),
        )
    ),
    # Agencies invite the lab; where it has been; whom to visit next.
    path("tour/", inviting.tour, name="tour"),
    path("tour/invitations/", inviting.invitation_list, name="invitation_list"),
    path("tour/invitations/new/", inviting.invitation_new, name="invitation_new"),
    path("tour/invitations/<int:pk>/", inviting.invitation, name="invitation"),
    path(
        "tour/invitations/<int:pk>/acceptance/", inviting.invitation_acceptance, name="invitation_acceptance"
    ),
    path("tour/invitations/<int:pk>/refusal/", inviting.invitation_refusal, name="invitation_refusal"),
    path("tour/invitations/<int:pk>/stop/", inviting.invitation_stop, name="invitation_stop"),
    path(
        "tour/invitations/<int:pk>/withdrawal/", inviting.invitation_withdrawal, name="invitation_withdrawal"
    ),
    path("targets/", targets.target_list, name="target_list"),
    path("targets/<int:pk>/vote/", targets.target_vote, name="target_vote"),
    path("targets/<int:pk>/vote/withdrawal/", targets.target_vote_withdrawal, name="target_vote_withdrawal"),
    path("targets/<int:pk>/rewording/", targets.target_rewording, name="target_rewording"),
    path("targets/<int:pk>/choice/", targets.target_choice, name="target_choice"),
    path("targets/<int:pk>/removal/", targets.target_removal, name="target_removal"),
    # Trainings: whom they reached, and one's own note.
    path("training/", training.training, name="training"),
    path("events/<int:pk>/training/", training.training_note, name="training_note"),
    path(
        "events/<int:pk>/training/withdrawal/",
        training.training_note_withdrawal,
        name="training_note_withdrawal",
    ),
    *at_the_door,
]
