"""A program invites to write an idea along, answers an invitation, withdraws one, and is an author no more."""

import pytest

from fiksummin.ideas import queries
from fiksummin.ideas.models import AuthorInvitation, Idea
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import ideas as make

pytestmark = pytest.mark.django_db
UNKNOWN = "joku@muu.example"


@pytest.fixture
def idea(cast: Cast) -> Idea:
    return make.idea(cast.member, make.campaign(cast.facilitator))


def test_two_write_an_idea_and_one_leaves(cast: Cast, idea: Idea) -> None:
    first, other = program_of(cast.member), program_of(cast.outsider)
    path, address = f"ideas/{idea.pk}/authors", str(cast.outsider.email)
    assert other.post(path, {"addresses": [UNKNOWN]}).status_code == 403
    assert first.post(path, {"addresses": ["ei osoite"]}).status_code == 422
    made, again = (first.post(path, {"addresses": [address.upper()]}, key="k") for _n in range(2))
    assert (made.status_code, again["Idempotent-Replay"]) == (201, "true")
    token = queries.author_token(AuthorInvitation.objects.get(), address)
    offer = f"ideas/invitations/{token}"
    assert program_of(cast.colleague).post(offer, {"accepts": True}).status_code == 404
    assert first.post(f"{path}/leaving").status_code == 409
    for _twice in range(2):
        told = other.post(offer, {"accepts": True}).json()
        assert told == {"id": idea.pk, "title": idea.title, "state": "accepted"}
    assert other.post(offer, {"accepts": False}).status_code == 409
    both = [
        {"person": str(person), "organisation": getattr(person.organisation, "name", None)}
        for person in (cast.member, cast.outsider)
    ]
    assert first.get(path).json() == {"idea": idea.pk, "authors": both, "waiting": []}
    assert first.get(f"ideas/{idea.pk}").json()["authors"] == [str(cast.member), str(cast.outsider)]
    assert first.post(f"{path}/leaving").json() == {"idea": idea.pk, "authors": both[1:], "waiting": None}


def test_an_invitation_is_withdrawn_by_who_sent_it(cast: Cast, idea: Idea) -> None:
    path = f"ideas/{idea.pk}/authors"
    [one] = program_of(cast.member).post(path, {"addresses": [UNKNOWN]}).json()["waiting"]
    assert (one["mine"], one["organisation"]) == (True, None)
    assert program_of(cast.colleague).get(path).json()["waiting"] is None
    withdrawal = f"{path}/invitations/{one['id']}/withdrawal"
    assert program_of(cast.colleague).post(withdrawal).status_code == 404
    for _twice in range(2):
        assert program_of(cast.member).post(withdrawal).json()["state"] == "withdrawn"
    assert program_of(cast.member).get(path).json()["waiting"] == []
