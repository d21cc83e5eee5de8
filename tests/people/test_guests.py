"""Guests: invited by a sponsor, in by a link that a scanner cannot use up, out on their last day."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from fiksummin.core import worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now, today
from fiksummin.people import actions
from fiksummin.people.models import Invitation, Person
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of, letters, reader_of
from tests.postbox import Postbox

PAGE = "/en/invitations/"
LAST = str(today() + timedelta(days=20))
WISH = {"email": "Vieras@Yritys.example", "name": "Vilja Vieras", "language": "sv", "guest_until": LAST}


def test_a_guest_comes_in_by_the_link_in_her_letter(cast: Cast, postbox: Postbox) -> None:
    lab, member = cast.helsinki, cast.member
    answer = browser_of(member).post(PAGE, WISH | {"place": lab.slug, "purpose": "Työpaja"})
    assert (answer.status_code, answer.url) == (303, PAGE)
    (letter,) = letters(postbox)
    assert letter["To"] == "vieras@yritys.example"
    text = letter.get_content()
    assert "Alba Kaisla" in text
    link = next(word for word in text.split() if "/sv/invitations/" in word).removeprefix(
        "http://localhost:8000"
    )
    scanner = Client()
    for _n in range(3):
        assert scanner.get(link).status_code == 200
        assert scanner.head(link).status_code == 200
    assert Invitation.objects.get().accepted_at is None
    guest_browser = Client()
    answer = guest_browser.post(link, {"name": "Vilja Vieras", "language": "sv"})
    assert answer.status_code == 303
    guest = Person.objects.get_queryset().get(email="vieras@yritys.example")
    assert reader_of(guest_browser) == guest.pk
    assert (guest.sponsor, guest.guest_place, guest.language) == (member, lab.slug, "sv")
    assert guest.guest_until == today() + timedelta(days=20)
    assert Client().get(link).status_code == 410
    assert Client().post(link, {"name": "Muu", "language": "fi"}).status_code == 410
    assert [entry.fact for entry in Entry.objects.filter(fact__startswith="people.").order_by("pk")][-3:] == [
        "people.GuestInvited",
        "people.PersonJoined",
        "people.InvitationAccepted",
    ]


def test_the_secret_is_kept_nowhere_after_the_letter_went(cast: Cast, postbox: Postbox) -> None:
    _invitation, secret = actions.invite_guest(
        by=cast.member, email="x@y.example", guest_until=today() + timedelta(days=5)
    )
    worker.drain()
    assert secret not in str(list(Invitation.objects.values()))
    assert secret.encode() not in b"".join(bytes(letter.content) for letter in Letter.objects.all())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"guest_until": str(today() - timedelta(days=1))}, "passed"),
        ({"guest_until": str(today() + timedelta(days=91))}, "90 days at most"),
        ({"guest_until": "huomenna"}, "date"),
        ({"email": "ei osoite"}, "email"),
        ({"email": ""}, "required"),
        ({"place": "kuu"}, "choice"),
        ({"purpose": "x" * 301}, "300"),
        ({"language": "xx"}, "choice"),
    ],
)
def test_a_wrong_wish_invites_nobody_and_is_kept(cast: Cast, words: dict[str, str], said: str) -> None:
    answer = browser_of(cast.member).post(PAGE, WISH | words)
    assert answer.status_code in {403, 422}
    page = answer.content.decode()
    assert said in page
    assert "Vilja Vieras" in page
    assert not Invitation.objects.exists()
    assert not Letter.objects.exists()


def test_the_limit_of_open_invitations_holds_and_says_what_to_do(cast: Cast) -> None:
    browser = browser_of(cast.member)
    for number in range(20):
        assert browser.post(PAGE, WISH | {"email": f"v{number}@y.example"}).status_code == 303
    answer = browser.post(PAGE, WISH | {"email": "v20@y.example"})
    assert answer.status_code == 403
    assert "Withdraw one first" in answer.content.decode()
    first = Invitation.objects.order_by("pk")[0]
    browser.post(f"{PAGE}{first.pk}/withdrawal/")
    assert browser.post(PAGE, WISH | {"email": "v20@y.example"}).status_code == 303


def test_a_withdrawn_or_expired_link_says_why(cast: Cast, client: Client) -> None:
    _withdrawn, first = actions.invite_guest(
        by=cast.member, email="a@y.example", guest_until=today() + timedelta(days=40)
    )
    _expired, second = actions.invite_guest(
        by=cast.member, email="b@y.example", guest_until=today() + timedelta(days=40)
    )
    browser_of(cast.member).post(f"{PAGE}{_withdrawn.pk}/withdrawal/")
    answer = client.get(f"{PAGE}{first}/")
    assert answer.status_code == 410
    assert "was withdrawn" in answer.content.decode()
    with time_machine.travel(now() + timedelta(days=15)):
        assert "has expired" in client.get(f"{PAGE}{second}/").content.decode()
    assert client.get(f"{PAGE}x{second}/").status_code == 404


def test_only_the_sponsor_sees_and_withdraws(cast: Cast) -> None:
    invitation, _secret = actions.invite_guest(
        by=cast.member, email="salainen@y.example", guest_until=today() + timedelta(days=5)
    )
    for key in ("colleague", "owner", "outsider"):
        browser = browser_of(cast[key])
        assert "salainen" not in browser.get(PAGE).content.decode()
        assert browser.post(f"{PAGE}{invitation.pk}/withdrawal/").status_code == 404
    assert browser_of(cast.member).get(f"{PAGE}{invitation.pk}/withdrawal/").status_code == 405


def test_a_guest_cannot_invite(cast: Cast) -> None:
    browser = browser_of(cast.guest)
    assert "A guest cannot invite others" in browser.get(PAGE).content.decode()
    assert browser.post(PAGE, WISH).status_code == 403


def test_a_partner_invites_within_the_agreement(cast: Cast) -> None:
    partner, soon = cast.partner, today() + timedelta(days=20)
    (agreement,) = partner.organisation.agreements.all()  # type: ignore[union-attr]  # it is there in this test
    actions.change_agreement(
        by=None, agreement=agreement, starts_on=agreement.starts_on, ends_on=soon, places=["helsinki"]
    )
    for place, last in (("porvoo", soon), ("", soon), ("helsinki", soon + timedelta(days=1))):
        with pytest.raises(NotAllowed):
            actions.invite_guest(by=partner, email="g@y.example", guest_until=last, place=place)
    actions.invite_guest(by=partner, email="g@y.example", guest_until=soon, place="helsinki")


def test_a_guests_time_goes_on_by_a_new_invitation_and_never_shrinks(cast: Cast) -> None:
    guest = people.guest(cast.member, days=30, email="g@y.example")
    _one, secret = actions.invite_guest(
        by=cast.colleague, email="g@y.example", guest_until=today() + timedelta(days=10)
    )
    actions.accept_invitation(secret=secret)
    guest.refresh_from_db()
    assert guest.guest_until == today() + timedelta(days=30)
    _two, secret = actions.invite_guest(
        by=cast.colleague, email="g@y.example", guest_until=today() + timedelta(days=60)
    )
    actions.accept_invitation(secret=secret)
    guest.refresh_from_db()
    assert (guest.guest_until, guest.sponsor) == (today() + timedelta(days=60), cast.colleague)


def test_an_invitation_makes_no_guest_of_an_employee(cast: Cast) -> None:
    _one, secret = actions.invite_guest(
        by=cast.member, email=cast.outsider.email or "", guest_until=today() + timedelta(days=5)
    )
    assert actions.accept_invitation(secret=secret) == cast.outsider
    assert cast.outsider.guest_until is None


def test_a_link_does_not_sign_in_who_has_an_account(cast: Cast, client: Client) -> None:
    """Her account may have a second factor; the link is for making accounts."""
    guest = people.guest(cast.member, email="g@y.example")
    Person.objects.get_queryset().filter(pk=guest.pk).update(last_login=now())
    _one, secret = actions.invite_guest(
        by=cast.member, email="g@y.example", guest_until=today() + timedelta(days=50)
    )
    client.post(f"/en/invitations/{secret}/", {"name": "G", "language": "fi"})
    assert reader_of(client) is None
    guest.refresh_from_db()
    assert guest.guest_until == today() + timedelta(days=50)


def test_a_guest_whose_time_is_over_is_signed_out_with_the_reason(cast: Cast) -> None:
    browser = browser_of(people.guest(cast.member, days=3))
    assert browser.get("/en/me/").status_code == 200
    with time_machine.travel(now() + timedelta(days=4)):
        # Her session would be over by then; the door asks in any case.
        fresh = browser_of(Person.objects.get_queryset().get(guest_until__isnull=False))
        answer = fresh.get("/en/me/")
        assert answer.status_code == 403
        assert "Your time as a guest has ended" in answer.content.decode()
        assert reader_of(fresh) is None
