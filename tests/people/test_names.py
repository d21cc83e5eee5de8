"""Names are seen by others: one line, at least one letter, nothing that steers the text around them."""

import pytest

from fiksummin.core.errors import Invalid
from fiksummin.people import actions
from fiksummin.people.models import Invitation, Person
from fiksummin.people.names import plain
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of

UNSEEN = ["\u200b", "\u3164", "\u202e\u202c", "\u2060 \ufeff", "...", "\U0001f600", "\u115f\u1160"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Alba \r\n Kaisla ", "Alba Kaisla"),
        ("Alba\u2028Bcc: all", "Alba Bcc: all"),
        ("\u202eAlba\u202c Kaisla\u200b", "Alba Kaisla"),
        ("نور الهدى", "نور الهدى"),
        ("Åsa \U0001f600", "Åsa \U0001f600"),
        ("O'Brien-Šmíd Jr. 3", "O'Brien-Šmíd Jr. 3"),
        *((name, "") for name in UNSEEN),
    ],
)
def test_a_name_is_kept_as_it_is_seen(given: str, kept: str) -> None:
    assert plain(given) == kept


@pytest.mark.parametrize("name", UNSEEN)
def test_a_name_that_nobody_sees_is_refused_at_its_field(cast: Cast, name: str) -> None:
    answer = browser_of(cast.member).post("/fi/me/", {"name": name, "language": "fi"})
    assert answer.status_code == 422
    assert "name" in answer.context["form"].errors
    assert cast.member.name == "Alba Kaisla"


def test_who_joins_without_a_name_to_be_seen_has_that_of_her_address(cast: Cast) -> None:
    people.organisation("vm")
    assert actions.join(email="nimeton.ihminen@vm.example", name="\u200b").name == "Nimeton Ihminen"
    assert actions.join(email="toinen@vm.example", name="Kaksi\nriviä").name == "Kaksi riviä"


def test_a_guest_is_invited_and_comes_by_a_name_to_be_seen(cast: Cast) -> None:
    browser = browser_of(cast.member)
    given = {"email": "v@vieras.example", "language": "fi", "guest_until": "2999-01-01"}
    answer = browser.post("/fi/invitations/", given | {"name": "\u3164"})
    assert answer.status_code == 422
    assert Invitation.objects.count() == 0
    with pytest.raises(Invalid):
        people.guest(name="\u200b")
    guest = people.guest(name="Viivi\nVieras")
    assert Person.objects.get_queryset().get(pk=guest.pk).name == "Viivi Vieras"
