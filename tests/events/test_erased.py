"""Who leaves the service is gone from events, her copy holds what was kept of her, and no event is left without a holder."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from fiksummin.core import worker
from fiksummin.core.models import Letter
from fiksummin.core.personal import export_all
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.choices import LinkKind
from fiksummin.events.models import Event, EventPerson, Follow, Invitee, Link, Registration, Speaker, Takeaway
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.actions import erase
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import events, people, spaces

pytestmark = pytest.mark.django_db
WHY = "pitää avauspuheenvuoron"


def linked(event: Event, cast: Cast) -> None:
    """Three letters with a link go to the colleague, one to somebody else."""
    email = str(cast.colleague.email)
    actions.invite_guest(by=cast.member, event=event, email=email, name=str(cast.colleague))
    wish = PlaceWish(mode="on_site", guest_name="Kanerva", guest_email=email, guest_language="fi")
    actions.ask_as_guest(event=event, wish=wish)
    row = events.registration(cast.member, event)
    actions.hand_over(by=cast.member, registration=row, email=email)
    actions.invite_guest(by=cast.member, event=event, email="viivi@vieras.example", name="Viivi")


def test_links_to_her_address_are_in_her_copy_and_go_with_her(cast: Cast) -> None:
    event = events.event(cast.member, places=5, audience="public")
    linked(event, cast)
    rows = export_all(cast.colleague.pk)["events.Link"]["rows"]
    assert {row["kind"] for row in rows} == set(LinkKind.values)
    sent = export_all(cast.member.pk)["events.Link"]["rows"]
    assert len(sent) == 3
    assert "@" not in str(sent), "the addresses of others are not hers to take along"
    erase(by=cast.colleague, person=cast.colleague)
    assert list(Link.objects.values_list("email", flat=True)) == ["viivi@vieras.example"]
    assert Registration.objects.standing().get().person == cast.member, "the place stays with whoever had it"


def test_what_she_did_as_a_guest_before_goes_too(cast: Cast) -> None:
    event = events.event(cast.member, places=1, audience="public")
    email = str(cast.colleague.email)
    wish = PlaceWish(mode="on_site", guest_name="Kanerva", guest_email=email, guest_language="fi")
    row = actions.register(by=None, event=event, wish=wish)
    waits = events.registration(cast.outsider, event)
    assert [one["event"] for one in export_all(cast.colleague.pk)["events.Registration"]["rows"]] == [
        event.title
    ]
    erase(by=cast.colleague, person=cast.colleague)
    row.refresh_from_db()
    waits.refresh_from_db()
    assert (row.guest_name, row.guest_email, row.secret, row.end) == ("", "", "", "cancelled")
    assert waits.state == "confirmed"


def test_why_she_was_put_first_is_in_her_copy(cast: Cast) -> None:
    event = events.event(cast.owner, places=1)
    events.registration(cast.member, event)
    row = events.registration(cast.colleague, event)
    actions.give_priority(by=cast.owner, registration=row, reason=WHY)
    copy = export_all(cast.colleague.pk)
    [told], [line] = copy["events.Registration"]["rows"], copy["events.AuditLine"]["rows"]
    assert (told["has_priority"], told["priority_reason"], told["rank"]) == (True, WHY, None)
    assert (told["queued_at"], line["registration"], line["reason"]) == (row.queued_at, row.pk, WHY)
    assert str(cast.owner) not in str(line), "who did it is no part of her copy"
    assert export_all(cast.member.pk)["events.AuditLine"]["rows"] == []


def holders(event: Event) -> list[Person]:
    rows = EventPerson.objects.filter(event=event, part="organiser").select_related("person")
    return [row.person for row in rows]


def yours() -> list[tuple[int | None, str]]:
    worker.run_errands(now())
    return list(Letter.objects.filter(key__contains="-yours-").values_list("person", "key"))


def test_an_event_whose_only_organiser_leaves_is_held_by_an_owner_who_is_told(cast: Cast) -> None:
    leaves, owner = people.person(), cast.owner
    event = events.event(leaves, virtual_places=2, places=0, place="")
    events.registration(cast.member, event, mode="virtual")
    shared = events.event(leaves, organisers=(cast.member,))
    over = events.event(leaves)
    Event.objects.filter(pk=over.pk).update(
        starts_at=now() - timedelta(days=2), ends_at=now() - timedelta(days=1), opens_at=now() - timedelta(days=9),
        closes_at=now() - timedelta(days=2),
    )  # fmt: skip
    erase(by=leaves, person=leaves)
    assert (holders(event), holders(shared), holders(over)) == ([owner], [cast.member], [])
    assert yours() == [(owner.pk, f"event-{event.pk}-yours-{owner.pk}")]


def test_who_manages_the_site_comes_before_an_owner_and_the_lost_space_is_told(cast: Cast) -> None:
    leaves, manager = people.person(), cast.manager
    assert cast.owner
    event = events.event(leaves, space=spaces.space(cast.helsinki, seats=30))
    assert event.booking is not None
    erase(by=leaves, person=leaves)
    event.refresh_from_db()
    assert (holders(event), event.booking, bool(event.lost_space_at)) == ([manager], None, True)
    assert [person for person, _key in yours()] == [manager.pk]
    assert Letter.objects.filter(key__startswith=f"event-{event.pk}-needs-space-", person=manager.pk).exists()


def test_an_owner_who_leaves_hands_on_to_another(cast: Cast) -> None:
    event = events.event(cast.owner)
    other = people.person(roles=[("owner", "")])
    erase(by=cast.owner, person=cast.owner)
    assert holders(event) == [other]


def spoken(event: Event, *, words: str, is_named: bool, person: Person | None) -> Takeaway:
    return Takeaway.objects.create(
        event=event, person=person, text=words, is_named=is_named, recording_words="Puhetta",
        recording=ContentFile(b"OggS", name="aani.ogg"),
    )  # fmt: skip


def test_a_voice_without_a_name_followers_invited_and_silent_speakers_go_in_time(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    event = events.event(cast.member, audience="invited")
    named = spoken(event, words="Nimellä", is_named=True, person=cast.colleague)
    unnamed = spoken(event, words="Nimettä", is_named=False, person=cast.member)
    voice = spoken(event, words="", is_named=False, person=cast.outsider)
    guest = spoken(event, words="Vieras", is_named=True, person=None)
    actions.follow_event(by=cast.member, event=event)
    Invitee.objects.create(event=event, person=cast.colleague)
    for name, consents in (("Suostuva", True), ("Hiljainen", False)):
        Speaker.objects.create(event=event, name=name, consents=consents)
    files = [str(row.recording.name) for row in (named, unnamed, voice, guest)]
    actions.forget_participants(at=event.ends_at + timedelta(days=89))
    assert (Follow.objects.count(), Invitee.objects.count(), Speaker.objects.count()) == (1, 1, 2)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture that is called
        actions.forget_participants(at=event.ends_at + timedelta(days=91))
    actions.forget_participants(at=event.ends_at + timedelta(days=92))
    assert (Follow.objects.count(), Invitee.objects.count()) == (0, 0)
    assert [row.name for row in Speaker.objects.all()] == ["Suostuva"]
    told = {
        row.text: (row.person_id, bool(row.recording), row.recording_words) for row in Takeaway.objects.all()
    }
    assert told == {
        "Nimellä": (cast.colleague.pk, True, "Puhetta"), "Nimettä": (None, False, ""), "Vieras": (None, False, ""),
    }  # fmt: skip
    assert [default_storage.exists(name) for name in files] == [True, False, False, False]
