"""How events, takeaways, outcomes and themes of seasons are shown on the trail."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from fiksummin.events.models import (
    Event,
    EventOnTrail,
    Outcome,
    OutcomeOnTrail,
    PlannedOnTrail,
    Takeaway,
    TakeawayOnTrail,
)
from fiksummin.events.queries.themes import planned_for
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, Naming, shown


def _events(reader: Person | None) -> QuerySet[EventOnTrail]:
    seen = Event.objects.visible_to(reader).values("pk")
    return EventOnTrail.objects.filter(event__in=seen).select_related("event")


def _event(row: EventOnTrail) -> Face:
    return Face(row.event.heading, reverse("events:event", args=[row.pk]), row.event.said_title.language)


def _takeaways(reader: Person | None) -> QuerySet[TakeawayOnTrail]:
    seen = Takeaway.objects.visible_to(reader).values("pk")
    return TakeawayOnTrail.objects.filter(takeaway__in=seen).select_related("takeaway__event")


def _takeaway(row: TakeawayOnTrail) -> Face:
    event = row.takeaway.event
    title = " ".join(row.takeaway.text.split())[:80] or _("A takeaway: %(event)s") % {"event": event.heading}
    url = reverse("events:takeaways", args=[event.pk])
    return Face(title, url, is_named=row.takeaway.is_named)


def _outcomes(reader: Person | None) -> QuerySet[OutcomeOnTrail]:
    seen = Outcome.objects.visible_to(reader).values("pk")
    return OutcomeOnTrail.objects.filter(outcome__in=seen).select_related("outcome")


def _outcome(row: OutcomeOnTrail) -> Face:
    url = reverse("events:takeaways", args=[row.outcome.event_id])
    return Face(row.outcome.text, f"{url}#outcomes", state=row.outcome.get_kind_display())


def _planned(reader: Person | None) -> QuerySet[PlannedOnTrail]:
    seen = planned_for(reader).values("pk")
    return PlannedOnTrail.objects.filter(planned__in=seen).select_related("planned__theme", "planned__season")


def _planned_theme(row: PlannedOnTrail) -> Face:
    theme, season = row.planned.theme, row.planned.season
    url = f"{reverse('events:season', args=[season.slug])}#theme-{theme.slug}"
    return Face(theme.name, url, getattr(theme.name, "language", ""), season.name)


shown(NodeKind.EVENT, _events, _event)
shown(NodeKind.TAKEAWAY, _takeaways, _takeaway)
shown(NodeKind.RESULT, _outcomes, _outcome, Naming(to_public="organisation"))
shown(NodeKind.THEME, _planned, _planned_theme)
