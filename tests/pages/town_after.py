"""Events that are over in the town, with what came of them."""

from datetime import timedelta
from io import BytesIO

from PIL import Image

from fiksummin.core.pictures import accepted
from fiksummin.core.time import now, today
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.wishes import InvitationWish, PlaceWish, TakeawayWish
from fiksummin.people.models import Person
from tests.factories import events as make
from tests.factories import people as someone


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    owner, member, outsider = people["owner"], people["member"], people["outsider"]
    event = over(owner, "Yritysvierailu tehtaalle")
    place(member, event)
    place(outsider, event)
    quiet = over(owner, "Teemalounas")
    new = place(member, quiet)
    visit = PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="fi"
    )
    at = event.opens_at + timedelta(hours=1)
    actions.ask_as_guest(event=event, wish=visit, at=at)
    link = event.links.get()
    actions.confirm_guest(link=link, at=at)
    _tell(event, member, outsider)
    answers = (
        (5, True),
        (5, True),
        (5, False),
        (4, True),
        (5, True),
        (5, True),
        (5, True),
        (4, True),
        (2, False),
        (5, True),
    )
    for useful, met in answers:
        row = place(someone.person(), event)
        actions.give_feedback(
            by=row.person, registration=row, was_useful=useful, met_somebody_new=met, comes_again=True
        )
    return _inviting(people) | {
        "over_event": str(event.pk),
        "quiet_event": str(quiet.pk),
        "over_place": str(Registration.objects.get(event=event, person=member).pk),
        "other_place": str(Registration.objects.get(event=event, person=outsider).pk),
        "quiet_place": str(new.pk),
        "over_guest": queries.secret_from(link.nonce),
        "told": str(event.takeaways.get(person=member).pk),
    }


def _inviting(people: dict[str, Person]) -> dict[str, str]:
    """Invitations in their states, three targets: one chosen, one voted for."""
    owner, member, outsider = people["owner"], people["member"], people["outsider"]
    wish = InvitationWish(
        "Monitila sujuvaksi", "tammikuun toinen viikko tai maaliskuu", audience="koko virasto", people=30,
        text="Muutamme keväällä.",
    )  # fmt: skip
    waiting, declined, day, accepted = (actions.invite_lab(by=outsider, wish=wish) for _each in range(4))
    actions.accept_invitation(by=owner, invitation=accepted)
    actions.decline_invitation(by=owner, invitation=declined, reason="Emme ehdi: päivä on varattu.")
    stop = make.wish(kind="tour-stop", audience=make.PUBLIC, title="Kiertue virastossa", after=15)
    actions.schedule_invitation(by=owner, invitation=day, wish=stop, publish=True)
    late = actions.invite_lab(by=outsider, wish=wish, at=now() - timedelta(days=40))
    wanted = actions.propose_target(by=member, name="Esimerkkitehdas", why="Sama murros kuin meillä")
    actions.vote_for_target(by=member, target=wanted)
    chosen = actions.propose_target(by=member, name="Mallikirjasto")
    actions.choose_target(by=owner, target=chosen, reason="Moni haluaa oppia sieltä.")
    own = actions.propose_target(by=outsider, name="Kolmas talo")
    return {
        "waiting_invitation": str(waiting.pk),
        "declined_invitation": str(declined.pk),
        "accepted_invitation": str(accepted.pk),
        "scheduled_invitation": str(day.pk),
        "late_invitation": str(late.pk),
        "wanted": str(wanted.pk),
        "own_target": str(own.pk),
    }


def more_invitations(people: dict[str, Person]) -> None:
    """Two invitations more of the same agency."""
    for _number in range(2):
        actions.invite_lab(by=people["outsider"], wish=InvitationWish("Aihe", "keväällä"))


def more_targets(people: dict[str, Person]) -> None:
    """Two targets more, one of them voted for."""
    for number in range(2):
        target = actions.propose_target(by=people["member"], name=f"Talo {number}", why="Siksi")
    actions.vote_for_target(by=people["member"], target=target)


def more_stops(people: dict[str, Person]) -> None:
    """Two stops more that are over."""
    for _number in range(2):
        person = someone.person(organisation=someone.organisation())
        row = actions.invite_lab(by=person, wish=InvitationWish("Aihe", "keväällä"))
        before = now() - timedelta(days=9)
        wish = make.wish(kind="tour-stop", audience=make.PUBLIC, after=-2)
        actions.schedule_invitation(by=people["owner"], invitation=row, wish=wish, publish=True, at=before)


def over(by: Person, title: str) -> Event:
    """Hold an event for everybody yesterday."""
    return make.event(
        by, after=-1, moment=now() - timedelta(days=5), places=60, title=title, audience=make.PUBLIC
    )


def place(person: Person, event: Event) -> Registration:
    """Register somebody before the event."""
    wish = PlaceWish(mode="on_site", person=person)
    return actions.register(by=person, event=event, wish=wish, at=event.opens_at + timedelta(hours=1))


def more(owner: Person, event: int) -> None:
    """Two more takeaways and two more next steps, let out."""
    held = Event.objects.get(pk=event)
    for number in range(2):
        person = someone.person(organisation=someone.organisation())
        place(person, held)
        wish = TakeawayWish(text=f"Oppi {number}", is_named=True)
        actions.tell_takeaway(by=person, event=held, wish=wish)
        _step(owner, held, person)
    actions.publish_digest(by=owner, event=held, summary="Kiitos kaikille.")


def _tell(event: Event, member: Person, outsider: Person) -> None:
    raw = BytesIO()
    Image.new("RGB", (320, 200), "#35a").save(raw, "PNG")
    picture = accepted(BytesIO(raw.getvalue()), "kuva.png", len(raw.getvalue()), longest_side=1600)
    owner = event.people.get().person
    wish = TakeawayWish(
        text="Kysy ensin, päätä sitten.\n\nKokeilemme samaa ensi viikolla.", is_named=True,
        link="https://esimerkki.example/tehdas", picture=picture, picture_words="Sininen seinä, jolla on aikataulu",
        recording=BytesIO(b"OggS" + b"\0" * 40), recording_words="Tehtaanjohtaja kertoo aamupalaverista.",
    )  # fmt: skip
    actions.tell_takeaway(by=member, event=event, wish=wish)
    told = actions.tell_takeaway(by=outsider, event=event, wish=TakeawayWish(text="Toisen sanat."))
    actions.remove_takeaway(by=owner, takeaway=told, reason="Toistaa jonkun toisen sanat.")
    _step(owner, event, outsider)
    for kind, words in (("decision", "Vierailuja jatketaan keväällä."), ("question", "Kuka kokoaa opit?")):
        actions.add_outcome(by=owner, event=event, kind=kind, text=words)
    actions.publish_digest(by=owner, event=event, summary="Kiitos kaikille.")


def _step(owner: Person, event: Event, person: Person) -> None:
    actions.add_outcome(
        by=owner, event=event, kind="next_step", text="Kokeillaan aamupalaveria", owner=person,
        due_on=today() + timedelta(days=30),
    )  # fmt: skip
