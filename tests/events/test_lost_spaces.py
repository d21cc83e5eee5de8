"""An event whose space is taken from it: nobody is sent there, and its organisers read what is free instead."""

from email import message_from_bytes, policy

from fiksummin.core import worker
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.spaces.actions import cancel_booking, close_place
from fiksummin.spaces.queries import Closing
from tests.cast import Cast
from tests.factories import events, people, spaces


def letter(key: str, person: int) -> str:
    """Give the text of the one letter of a kind to somebody."""
    found = Letter.objects.get(key__startswith="event-", key__contains=key, person=person)
    message = message_from_bytes(bytes(found.content), policy=policy.default)
    body = message.get_body(("plain",))  # type: ignore[attr-defined]  # of the new policy
    return str(body.get_content())


def test_the_organisers_read_what_is_free_instead(cast: Cast) -> None:
    site = spaces.site()
    room, other = (spaces.space(site, name=name, seats=8) for name in ("Sali", "Verstas"))
    event = events.event(cast.member, space=room, places=6)
    guest = events.registration(people.person(), event)
    assert event.booking is not None
    cancel_booking(by=cast.member, booking=event.booking)
    worker.run_errands(now())
    text = letter("needs-space", cast.member.pk)
    assert "Vapaana sen sijaan:" in text
    assert f"– {other.name_fi}, {site.name_fi}" in text
    assert guest.person is not None
    told = letter("-lost-", guest.person.pk)
    assert "paikka ilmoitetaan myöhemmin" in told
    assert "Sali" not in told
    written = Letter.objects.count()
    worker.run_errands(now())
    assert Letter.objects.count() == written


def test_a_shut_site_takes_the_place_from_an_event_without_a_booking(cast: Cast) -> None:
    site = spaces.site()
    event = events.event(cast.member, site=site, place="Aula")
    online = events.event(cast.member, site=site, places=0, virtual_places=3)
    elsewhere = events.event(cast.member)
    later = events.event(cast.member, site=site, place="Aula", after=20)
    closing = Closing(start=event.starts_at, end=event.ends_at, space=None, reason={"fi": "Vesivahinko"})
    close_place(by=people.person(roles=[("owner", "")]), site=site, closing=closing)
    lost = [
        row for row in (event, online, elsewhere, later) if type(row).objects.get(pk=row.pk).lost_space_at
    ]
    assert lost == [event]
    worker.run_errands(now())
    assert "Toimipiste on silloin suljettu" in letter("needs-space", cast.member.pk)
