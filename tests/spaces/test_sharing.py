"""Holding a booking together: asked by letter, held when accepted; nobody finds out who has an account."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core import worker
from fiksummin.core.addressed import MOST_LETTERS
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Site
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.postbox import Postbox
from tests.spaces.pages import errors_of

pytestmark = pytest.mark.django_db
UNKNOWN = "kanaria@muu.example"


@pytest.fixture
def made(cast: Cast, lab: Site) -> Booking:
    return spaces.booking(cast.member, spaces.space(lab, name="Peili"))


def address_in(letter: Any) -> str:
    found = re.search(r"http://[^/]+(/\S+/bookings/together/\S+)", letter.get_body(("plain",)).get_content())
    assert found
    return found[1]


def asked(postbox: Postbox, to: str) -> str:
    """Give the address in the letter that asks somebody."""
    worker.drain()
    return next(address_in(one) for one in postbox.got if one["To"] == to)


def test_who_is_asked_holds_it_when_she_accepts(made: Booking, cast: Cast, postbox: Postbox) -> None:
    member, outsider = signed_in(cast.member), signed_in(cast.outsider)
    path = f"/fi/bookings/{made.pk}/members/"
    assert member.post(path, {"members": str(cast.outsider.email).upper()}).status_code == 303
    assert not made.members.exists()
    link = asked(postbox, str(cast.outsider.email))
    assert signed_in(cast.colleague).get(link).status_code == 404
    assert outsider.get(f"/fi/bookings/{made.pk}/").status_code == 404
    assert "Peili" in outsider.get(link).text
    for _twice in range(2):
        assert outsider.post(link)["Location"].endswith(f"/bookings/{made.pk}/")
    assert [row.person for row in made.members.all()] == [cast.outsider]
    assert outsider.get(f"/fi/bookings/{made.pk}/").status_code == 200
    assert str(cast.outsider) in member.get(path).text


def test_an_old_letter_does_not_bring_back_who_was_taken_off(
    made: Booking, cast: Cast, postbox: Postbox
) -> None:
    actions.ask_to_share(by=cast.member, booking=made, addresses=[str(cast.outsider.email)])
    link = asked(postbox, str(cast.outsider.email))
    outsider = signed_in(cast.outsider)
    outsider.post(link)
    signed_in(cast.member).post(f"/fi/bookings/{made.pk}/members/", {"members": ""})
    assert not made.members.exists()
    assert outsider.post(link).status_code in {403, 409}
    assert not made.members.exists()
    actions.cancel_booking(by=cast.member, booking=made)
    assert outsider.post(link).status_code in {403, 409}


def shown(client: Any, path: str, address: str) -> tuple[int, str, int]:
    """Status, page and number of queries after asking an address; what tells one visit from another taken out."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(path, {"members": address})
    page = client.get(path).text
    plain = re.sub(r'(name="(?:csrfmiddlewaretoken|key)" value|nonce)="[^"]*"', r"\1", page).replace(
        address, "@"
    )
    return answer.status_code, plain, len(queries)


def test_nobody_finds_out_who_uses_the_service(made: Booking, cast: Cast) -> None:
    """A canary with an account, one that may not come in any more, and one that nobody has: all the same."""
    known, gone = people.person(), people.guest(days=1)
    Person.objects.filter(pk=gone.pk).update(guest_until=today() - timedelta(days=9))
    member, path = signed_in(cast.member), f"/fi/bookings/{made.pk}/members/"
    shown(member, path, "ensin@muu.example")  # what is remembered after the first time is the same for all
    found = {shown(member, path, str(address)) for address in (known.email, gone.email, UNKNOWN)}
    assert len(found) == 1
    assert (
        Letter.objects.filter(key__startswith="share-", to__in=[known.email, gone.email, UNKNOWN]).count()
        == 3
    )


def test_a_new_booking_asks_known_and_unknown_alike(lab: Site, cast: Cast) -> None:
    room, known = spaces.space(lab, name="Peili"), people.person()
    client, path = signed_in(cast.member), f"/fi/sites/{lab.slug}/bookings/new/"
    pages = []
    for number, address in enumerate((known.email, UNKNOWN)):
        day = spaces.open_day(lab, 3 + 7 * number)
        given = {"day": f"{day}", "start": "09:00", "end": "10:00", "people": "1", "space": [str(room.pk)], "members": str(address)}  # fmt: skip
        answer = client.post(path, given)
        pages.append((answer.status_code, [errors_of(answer) if answer.status_code != 303 else {}]))
    assert pages == [(303, [{}])] * 2
    assert not any(row.members.exists() for row in Booking.objects.all())
    assert Letter.objects.filter(to__in=[known.email, UNKNOWN]).count() == 2


def test_in_whose_name_tells_strangers_and_nobody_apart_from_colleagues_only(lab: Site, cast: Cast) -> None:
    room = spaces.space(lab, name="Peili")
    client, path, day = signed_in(cast.member), f"/fi/sites/{lab.slug}/bookings/new/", spaces.open_day(lab)
    said = []
    for address in (str(cast.outsider.email), UNKNOWN):
        given = {"day": f"{day}", "start": "09:00", "end": "10:00", "people": "1", "space": [str(room.pk)], "for_email": address}  # fmt: skip
        answer = client.post(path, given)
        said.append((answer.status_code, errors_of(answer)["for_email"].replace(address, "@")))
    assert said[0] == said[1]


def test_a_series_is_held_whole(lab: Site, cast: Cast, postbox: Postbox) -> None:
    made = spaces.series(cast.member, spaces.space(lab, name="Toisto"), count=3)
    first = made.bookings.earliest("starts_at")
    actions.ask_to_share(by=cast.member, booking=first, addresses=[str(cast.outsider.email)], whole=True)
    link = asked(postbox, str(cast.outsider.email))
    postbox.got.clear()
    signed_in(cast.outsider).post(link)
    assert [row.members.count() for row in made.bookings.all()] == [1, 1, 1]
    worker.drain()
    assert sum(one["To"] == cast.outsider.email for one in postbox.got) == 1, "one letter for all dates"


def test_letters_to_others_have_an_end(made: Booking, cast: Cast, lab: Site) -> None:
    many = [f"{number}@muu.example" for number in range(MOST_LETTERS + 1)]
    with pytest.raises(Invalid):
        actions.ask_to_share(by=cast.member, booking=made, addresses=many)
    for begin in range(0, MOST_LETTERS, 10):
        actions.ask_to_share(by=cast.member, booking=made, addresses=many[begin : begin + 10])
    with pytest.raises(NotAllowed):
        actions.ask_to_share(by=cast.member, booking=made, addresses=many[-1:])
    assert Letter.objects.filter(to__endswith="@muu.example").count() == MOST_LETTERS
    with pytest.raises(NotAllowed):
        actions.ask_to_share(by=cast.outsider, booking=made, addresses=[UNKNOWN])
    Letter.objects.filter(key__startswith="share-").update(sent_at=now())
    actions.forget_asking(at=now() + timedelta(days=8))
    assert not Letter.objects.filter(key__startswith="share-").exists()


@pytest.mark.parametrize("token", ["", "1.0.1.x", "1.0", "a.b.c.d", "....", "1.0.1." + "x" * 500])
def test_a_forged_address_opens_nothing(made: Booking, cast: Cast, token: str) -> None:
    assert signed_in(cast.member).get(f"/fi/bookings/together/{token}/").status_code == 404
