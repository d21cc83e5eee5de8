"""Who is believed to have sent an invitation, and what letters that are not what they seem come to."""

import random
from datetime import timedelta
from typing import Any

import pytest

from fiksummin.spaces.mailbox import Outcome
from fiksummin.spaces.models import Booking, ImportedEvent, Space
from tests.cast import Cast
from tests.factories import people
from tests.postbox import Postbox
from tests.spaces.feeds_elsewhere import ics
from tests.spaces.inviting import Organiser, answers, hour, standing, take

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "results",
    [
        "",
        "mx.lab.example; dmarc=fail header.from={domain}",
        "mx.muu.example; dmarc=pass header.from={domain}",
        "mx.lab.example; dmarc=pass header.from=muu.example",
        "mx.lab.example; spf=pass smtp.mailfrom=x@muu.example; dkim=pass header.d=muu.example",
        "mx.lab.example; none (dmarc=pass header.from={domain})",
        "mx.lab.example.evil; dmarc=pass header.from={domain}",
        'mx.lab.example; spf=pass smtp.mailfrom="; dmarc=pass header.from={domain} "@evil.example',
        'mx.lab.example; spf=pass (sent by "x); dmarc=pass header.from={domain} (y"@evil.example) smtp.helo=x',
        "mx.lab.example; spf=pass (sent by x); dmarc=pass header.from={domain} (y) smtp.helo=x); dkim=none",
        'mx.lab.example; dkim=fail reason="\\"; dmarc=pass header.from={domain} "',
        "mx.lab.example; dmarc=fail header.from={domain}; dkim=pass header.d={domain}",
        "mx.lab.example; dmarc=fail header.from={domain}; dmarc=pass header.from={domain}",
        "mx.lab.example; dmarc=pass header.from=evil.example header.from={domain}",
        "mx.lab.example; dkim=pass header.d=evil.example header.i=@{domain}",
        "mx.lab.example; spf=pass smtp.mailfrom=evil.example smtp.helo={domain}",
        "mx.lab.example; spf=pass smtp.mailfrom=x@{domain}.evil.example",
    ],
)
def test_who_is_not_proven_gets_nothing_not_even_an_answer(
    peili: Space, organiser: Organiser, postbox: Postbox, results: str
) -> None:
    raw = organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00"), results=results)
    assert take(raw) == Outcome.NOT_PROVEN
    assert (standing(), answers(postbox)) == ([], [])


@pytest.mark.parametrize(
    "results",
    [
        "mx.lab.example 1; dkim=pass header.d={domain}",
        "mx.lab.example; dkim=fail header.d=x; spf=pass smtp.mailfrom=aino@{domain}",
        'MX.lab.example; dmarc=none header.from={domain}; dkim=pass header.d={domain} header.b="aB/c"',
        'mx.lab.example; spf=fail (domain of x (at y)) smtp.mailfrom="a b"@x; dmarc=pass (p=none) header.from={domain}',
    ],
)
def test_a_signature_or_an_envelope_of_the_domain_itself_is_proof(
    peili: Space, organiser: Organiser, results: str
) -> None:
    take(organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00"), results=results))
    assert len(standing()) == 1


def test_without_a_trusted_server_nobody_is_proven(peili: Space, organiser: Organiser, settings: Any) -> None:
    settings.MAIL_AUTHSERV_ID = ""
    raw = organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00"))
    assert take(raw) == Outcome.NOT_PROVEN
    assert take(
        b"Authentication-Results: ; dmarc=pass header.from=a.example\r\nFrom: x@a.example\r\n" + raw
    ) == (Outcome.NOT_PROVEN)


def test_a_stranger_and_who_sends_anothers_event_are_declined(
    peili: Space, organiser: Organiser, cast: Cast, postbox: Postbox
) -> None:
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    take(Organiser("outo@muu.example").asks(nine, ten))
    assert [row[:2] for row in answers(postbox)] == [("outo@muu.example", "DECLINED")]
    take(organiser.asks(nine, ten, organizer=str(cast.owner.email)))
    assert [row[:2] for row in answers(postbox)] == [(organiser.address, "DECLINED")]
    assert standing() == []


def test_nobody_touches_anothers_booking_by_its_uid(peili: Space, organiser: Organiser, cast: Cast) -> None:
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    take(organiser.asks(nine, ten))
    thief = Organiser(str(cast.colleague.email))
    take(thief.asks(nine, ten, "SEQUENCE:9", method="CANCEL"))
    take(thief.asks(ten, ten + timedelta(hours=1), "SEQUENCE:10"))
    assert standing() == [(nine, ten), (ten, ten + timedelta(hours=1))]


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [
        (b"", Outcome.NO_SUCH_MAILBOX),
        (b"To: muu@lab.example\r\n\r\n", Outcome.NO_SUCH_MAILBOX),
        (b"\xff\xfe\x00" * 1_000, Outcome.NO_SUCH_MAILBOX),
        (b"x" * (4 * 1024 * 1024 + 1), Outcome.NOT_PROVEN),
        (
            b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3_000)),
            Outcome.NOT_PROVEN,
        ),
        (b"From: a@b.example, c@d.example\r\nDelivered-To: peili@lab.example\r\n\r\n", Outcome.NOT_PROVEN),
        (b"From: a@b.example\r\nFrom: a@b.example\r\nTo: peili@lab.example\r\n\r\n", Outcome.NOT_PROVEN),
    ],
)  # fmt: skip
def test_whatever_comes_ends_in_an_outcome(peili: Space, raw: bytes, outcome: Outcome) -> None:
    assert take(raw) == outcome


@pytest.mark.parametrize(
    "calendar",
    [b"", b"BEGIN:VCALENDAR", ics(method="REQUEST"), b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX:\xff\r\n"],
)
def test_a_calendar_that_cannot_be_read_is_not_understood(
    peili: Space, organiser: Organiser, calendar: bytes
) -> None:
    assert take(organiser.letter(calendar)) == Outcome.NOT_UNDERSTOOD


def test_who_is_known_here_is_not_found_out_by_inviting(
    peili: Space, organiser: Organiser, postbox: Postbox
) -> None:
    other = people.person()
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    said = []
    for address in (str(other.email), "outo@muu.example"):
        raw = organiser.asks(nine, ten, organizer=address).replace(
            f"ORGANIZER:mailto:{address}".encode(),
            f'ORGANIZER;SENT-BY="mailto:{organiser.address}":mailto:{address}'.encode(),
        )
        take(raw)
        said.append(answers(postbox))
    assert said[0] == said[1] != []


def test_whatever_a_calendar_says_ends_in_an_outcome(peili: Space, organiser: Organiser) -> None:
    """A few hundred letters, each with one line spoilt; none is an error of ours, and nothing is booked twice."""
    chance = random.Random(8)  # noqa: S311 -- chance, not secrets
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    rubbish = ["", "\x00", "-1", "9" * 40, "ä" * 300, "TZID=Mars/Olympus", "20260230T000000", "FREQ=WEEKLY;COUNT=0",
               "FREQ=WEEKLY;INTERVAL=0;COUNT=3", "BEGIN:VEVENT", "mailto:", "mailto:" + "a" * 400 + "@b.example", "\ud800"]  # fmt: skip
    for _number in range(100):
        calendar = organiser.asks(
            nine, ten, "RRULE:FREQ=WEEKLY;COUNT=2", "SEQUENCE:1", method=chance.choice(["REQUEST", "CANCEL"])
        )
        head, _mark, tail = calendar.partition(b"BEGIN:VCALENDAR")
        lines = tail.split(b"\n")
        spoilt = chance.randrange(len(lines))
        name = lines[spoilt].partition(b":")[0]
        lines[spoilt] = (
            name + chance.choice([b":", b";", b""]) + chance.choice(rubbish).encode("utf-8", "surrogatepass")
        )
        assert take(head + b"BEGIN:VCALENDAR" + b"\n".join(lines)) in set(Outcome)
    assert len(standing()) == len(set(standing()))


def test_somebody_who_sends_for_another_of_her_house_books_in_that_name(
    peili: Space, cast: Cast, organiser: Organiser
) -> None:
    friend = people.person(organisation=cast.member.organisation)
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    raw = organiser.asks(nine, ten, organizer=str(friend.email)).replace(
        f"ORGANIZER:mailto:{friend.email}".encode(),
        f'ORGANIZER;SENT-BY="mailto:{organiser.address}":mailto:{friend.email}'.encode(),
    )
    take(raw)
    assert [row.person for row in Booking.objects.all()] in ([friend], [])
    assert ImportedEvent.objects.filter(person=friend).count() == Booking.objects.count()
