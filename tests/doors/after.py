"""An event of the member's that is over: the colleague and a guest told something, one takeaway is out, one is not."""

from datetime import datetime, timedelta
from typing import Any

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Invitation, Registration
from fiksummin.events.queries.wishes import InvitationWish, PlaceWish, TakeawayWish
from fiksummin.people.models import Person
from fiksummin.spaces.models import Site
from tests.factories import events as make

TOLD, REMOVED = "kanaria-tuliainen", "kanaria-poistettu"
ORGANISERS = ("member", "manager", "owner")
READERS = ("colleague", *ORGANISERS)
"""Who wrote it and who gathers: nobody else reads what is not let out."""


INVITATION, REASON = "kanaria-kiertuetoive", "kanaria-perustelu kutsuun"
INVITERS = ("outsider", "host", "other_host", "manager", "owner")
"""People of the agency that invites, and those who run the lab."""


def _invitation(by: Person, topic: str) -> Invitation:
    return actions.invite_lab(by=by, wish=InvitationWish(topic, "tammikuussa"))


def over(by: Person, **words: Any) -> tuple[Event, datetime]:
    """Hold an event yesterday; give it and a moment before it, at which one could register."""
    before = now() - timedelta(days=5)
    event = make.event(by, after=-1, moment=before, **words)
    return event, event.opens_at + timedelta(hours=1)


def place(person: Person, event: Event, at: datetime) -> Registration:
    """Register somebody before the event."""
    return actions.register(by=person, event=event, wish=PlaceWish(mode="on_site", person=person), at=at)


def things(people: dict[str, Person], site: Site) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member, colleague, outsider = people["member"], people["colleague"], people["outsider"]
    event, at = over(member, places=3, title="Mennyt työpaja", site=site, audience=make.PUBLIC)
    own, other = place(colleague, event, at), place(outsider, event, at)
    guest = PlaceWish(
        mode="on_site", guest_name="Vilma", guest_email="vilma@vieras.example", guest_language="fi"
    )
    actions.ask_as_guest(event=event, wish=guest, at=at)
    link = event.links.get()
    actions.confirm_guest(link=link, at=at)
    removed = actions.tell_takeaway(by=outsider, event=event, wish=TakeawayWish(text=REMOVED))
    actions.remove_takeaway(by=member, takeaway=removed, reason="Toistaa jonkun toisen sanat.")
    out = actions.publish_digest(by=member, event=event)
    later = out.gathered_at + timedelta(seconds=1)
    told = actions.tell_takeaway(by=colleague, event=event, wish=TakeawayWish(text=TOLD), at=later)
    step = actions.add_outcome(
        by=member, event=event, kind="next_step", text="Kokeillaan", owner=outsider,
        due_on=(now() + timedelta(days=9)).date(),
    )  # fmt: skip
    waiting = _invitation(outsider, INVITATION)
    answered = _invitation(outsider, "Toinen aihe")
    actions.decline_invitation(by=people["host"], invitation=answered, reason=REASON)
    target = actions.propose_target(by=member, name="Esimerkkitehdas")
    return {
        "invitation": waiting.pk,
        "answered": answered.pk,
        "target": target.pk,
        "over_event": event.pk,
        "over_place": own.pk,
        "other_place": other.pk,
        "over_secret": queries.secret_from(link.nonce),
        "told": told.pk,
        "step": step.pk,
        "result_kind": "result",
    }
