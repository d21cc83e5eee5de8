"""What is refused stands at its field, in the forms of invitations and roles."""

from datetime import timedelta

import pytest

from fiksummin.core.time import today
from fiksummin.people.models import Agreement, Invitation, Role
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of

DAY = timedelta(days=1)
GUEST = {"email": "v@vieras.example", "language": "fi"}


@pytest.mark.parametrize("days", [-1, 91, 9000])
def test_a_last_day_that_cannot_be(cast: Cast, days: int) -> None:
    until = f"{today() + days * DAY}"
    answer = browser_of(cast.member).post("/fi/invitations/", GUEST | {"guest_until": until})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["guest_until"])
    assert Invitation.objects.count() == 0


def test_a_partners_guest_stays_within_the_agreement(cast: Cast) -> None:
    assert cast.helsinki
    partner = cast.partner
    Agreement.objects.filter(organisation=partner.organisation).update(
        ends_on=today() + 9 * DAY, places=["oulu"]
    )
    browser, soon = browser_of(partner), f"{today() + 5 * DAY}"
    late = browser.post("/fi/invitations/", GUEST | {"guest_until": f"{today() + 20 * DAY}"})
    assert (late.status_code, list(late.context["form"].errors)) == (422, ["guest_until"])
    elsewhere = browser.post("/fi/invitations/", GUEST | {"guest_until": soon, "place": "helsinki"})
    assert (elsewhere.status_code, list(elsewhere.context["form"].errors)) == (422, ["place"])


def test_a_role_for_somebody_who_can_have_none(cast: Cast) -> None:
    assert cast.helsinki
    guest = people.guest()
    given = {"email": guest.email, "kind": "host", "place": "helsinki", "starts_on": f"{today()}"}
    answer = browser_of(cast.owner).post("/fi/roles/", given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["email"])
    assert not Role.objects.filter(person=guest).exists()
