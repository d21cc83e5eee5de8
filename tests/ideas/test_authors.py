"""An idea that several write: invited by addresses that are never looked up, written along or not, and left."""

import re
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import AuthorInvitation, Campaign, Idea
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail.choices import Part
from fiksummin.trail.models import Contribution
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import ideas as make
from tests.factories import people
from tests.postbox import Postbox

pytestmark = pytest.mark.django_db
UNKNOWN = "kanaria@muu.example"


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return make.campaign(cast.facilitator)


@pytest.fixture
def idea(cast: Cast, asked: Campaign) -> Idea:
    return make.idea(cast.member, asked)


def invited(idea: Idea, by: Person, *persons: Person) -> list[AuthorInvitation]:
    return actions.invite_authors(by=by, idea=idea, addresses=[str(person.email) for person in persons])


def together(idea: Idea, by: Person, other: Person) -> AuthorInvitation:
    [invitation] = invited(idea, by, other)
    return actions.join_authors(by=other, invitation=invitation)


def link(postbox: Postbox, to: str) -> str:
    worker.drain()
    letters: list[Any] = [one for one in postbox.got if one["To"] == to]
    texts = [letter.get_body(("plain",)).get_content() for letter in letters]
    found = re.search(r"http://[^/]+/\w+(/ideas/invitations/\S+)", "\n".join(texts))
    assert found
    return f"/en{found[1]}"


def authors(idea: Idea) -> list[Person | None]:
    return [author.person for author in queries.authors_of(idea)]


def test_whoever_signs_in_with_the_address_writes_along(cast: Cast, idea: Idea, postbox: Postbox) -> None:
    page, reader = f"/en/ideas/{idea.pk}/", signed_in(cast.outsider)
    sent = {"addresses": f"{str(cast.outsider.email).upper()}, {UNKNOWN}\n{cast.outsider.email}"}
    assert signed_in(cast.member).post(f"{page}authors/", sent).status_code == 303
    assert AuthorInvitation.objects.waiting().count() == 2
    path = link(postbox, str(cast.outsider.email))
    assert link(postbox, UNKNOWN) != path
    assert signed_in(cast.colleague).get(path).status_code == 404
    assert idea.title in reader.get(path).text
    assert reader.get(f"{page}change/").status_code == 403
    assert reader.post(path, {"wanted": "1"}).status_code == 303
    assert authors(idea) == [cast.member, cast.outsider]
    assert Contribution.objects.filter(node=idea.node, person=cast.outsider, part=Part.WROTE).count() == 1
    words = {"title": "Yhdessä", "text": "Kirjoitettu", "perspective": "leadership", "language": "fi"}
    assert reader.post(f"{page}change/", words).status_code == 303
    both = f"{cast.member} ({cast.member.organisation}), {cast.outsider} ({cast.outsider.organisation})"
    shown = re.sub(r"</?bdi>", "", signed_in(cast.colleague).get(page).text)
    assert both in " ".join(shown.split())
    table = signed_in(cast.facilitator).get(f"/en/campaigns/{idea.campaign.slug}/ideas.csv")
    assert f"{cast.member}, {cast.outsider}" in b"".join(table).decode()


def test_every_author_does_what_the_first_may(cast: Cast, asked: Campaign, idea: Idea) -> None:
    together(idea, cast.member, cast.outsider)
    into = make.idea(cast.colleague, asked)
    merge = actions.ask_to_merge(by=cast.facilitator, idea=idea, into=into, reason=make.reason())
    assert list(queries.asked_of(cast.outsider)) == [merge]
    actions.agree_to_merge(by=cast.outsider, merge=merge)  # one of them is enough
    worker.drain()
    for person in (cast.member, cast.outsider):
        assert Notice.objects.filter(person=person, what="idea.merge_asked").count() == 1
    assert Notice.objects.filter(person=cast.member, what="idea.moved.merged").count() == 1
    actions.undo_merge(by=cast.member, merge=merge)  # and any of them undoes it
    make.move(cast.facilitator, idea, "considered")
    actions.withdraw_idea(by=cast.outsider, idea=idea, reason=make.reason())
    worker.drain()
    assert Notice.objects.filter(person=cast.outsider, what="idea.moved.considered").count() == 1


def test_joining_twice_is_once_and_is_told_once(cast: Cast, idea: Idea) -> None:
    [invitation] = invited(idea, cast.member, cast.outsider)
    for _twice in range(2):
        actions.join_authors(by=cast.outsider, invitation=invitation)
    worker.drain()
    assert Entry.objects.filter(fact="ideas.AuthorJoined").count() == 1
    assert Notice.objects.filter(person=cast.member, what="author.joined").count() == 1
    with pytest.raises(NotNow):
        actions.decline_authors(by=cast.outsider, invitation=invitation)


def test_declining_is_without_shame_and_whoever_invited_hears(
    cast: Cast, idea: Idea, postbox: Postbox
) -> None:
    [invitation] = invited(idea, cast.member, cast.guest)
    path, reader = link(postbox, str(cast.guest.email)), signed_in(cast.guest)
    assert "Guests read ideas" in reader.get(path).text
    assert reader.post(path, {"wanted": "1"}).status_code == 403
    assert reader.post(path, {"wanted": "0"}).status_code == 303
    assert "answered already" in reader.get(path).text
    worker.drain()
    assert authors(idea) == [cast.member]
    assert Notice.objects.filter(person=cast.member, what="author.declined").count() == 1
    with pytest.raises(NotNow):
        actions.join_authors(by=cast.guest, invitation=invitation)


def test_an_invitation_is_withdrawn_by_who_sent_it(cast: Cast, idea: Idea, postbox: Postbox) -> None:
    together(idea, cast.member, cast.outsider)
    [invitation] = invited(idea, cast.member, cast.colleague)
    path = link(postbox, str(cast.colleague.email))
    assert idea.text in signed_in(cast.colleague).get(path).text
    address = f"/en/ideas/{idea.pk}/authors/invitations/{invitation.pk}/withdrawal/"
    assert address in signed_in(cast.member).get(f"/en/ideas/{idea.pk}/").text
    assert address not in signed_in(cast.outsider).get(f"/en/ideas/{idea.pk}/").text
    assert signed_in(cast.outsider).post(address).status_code == 404
    for _twice in range(2):
        assert signed_in(cast.member).post(address).status_code == 303
    assert Entry.objects.filter(fact="ideas.AuthorUninvited").count() == 1
    withdrawn = signed_in(cast.colleague).get(path).text
    assert ("has withdrawn it" in withdrawn, idea.text in withdrawn) == (True, False)
    for wanted in ("1", "0"):
        assert signed_in(cast.colleague).post(path, {"wanted": wanted}).status_code == 409
    assert not AuthorInvitation.objects.waiting().exists()
    with pytest.raises(NotAllowed, match="Whoever sent"):
        actions.uninvite_author(by=cast.outsider, invitation=invitation)


def test_an_idea_is_never_left_without_anybody_who_wrote_it(cast: Cast, idea: Idea) -> None:
    with pytest.raises(NotNow, match="only author"):
        actions.leave_authors(by=cast.member, idea=idea)
    together(idea, cast.member, cast.outsider)
    page = f"/en/ideas/{idea.pk}/authors/leaving/"
    assert signed_in(cast.member).post(page).status_code == 303
    assert authors(idea) == [cast.outsider]
    assert signed_in(cast.outsider).post(page).status_code == 409
    assert signed_in(cast.member).post(page).status_code == 403
    make.move(cast.facilitator, idea, "declined")
    worker.drain()
    assert Notice.objects.filter(person=cast.member, what="idea.moved.declined").count() == 1
    assert Notice.objects.filter(person=cast.outsider, what="author.left").count() == 1


def test_those_who_are_forgotten_leave_the_others(cast: Cast, idea: Idea) -> None:
    from fiksummin.ideas import personal  # noqa: PLC0415 -- what erasure calls

    together(idea, cast.member, cast.outsider)
    personal._forget_authors(cast.member.pk)
    personal._forget_invitations(cast.member.pk)
    assert authors(idea) == [None, cast.outsider]
    with pytest.raises(NotNow, match="only author"):
        actions.leave_authors(by=cast.outsider, idea=idea)
    personal._forget_authors(cast.outsider.pk)
    assert authors(idea) == [None, None]


def test_what_is_refused(cast: Cast, idea: Idea) -> None:
    [invitation] = invited(idea, cast.member, cast.outsider)
    for by, addresses, wrong in (
        (cast.colleague, [UNKNOWN], NotAllowed),
        (cast.member, ["ei osoite"], Invalid),
        (cast.member, [], Invalid),
        (cast.member, [str(cast.member.email)], Invalid),
        (cast.member, [f"a{number}@muu.example" for number in range(21)], Invalid),
    ):
        with pytest.raises(wrong):
            actions.invite_authors(by=by, idea=idea, addresses=addresses)
    page = signed_in(cast.member).post(f"/en/ideas/{idea.pk}/authors/", {"addresses": "ei osoite"})
    assert (page.status_code, "ei osoite" in page.text) == (422, True)
    make.move(cast.facilitator, idea, "declined")
    for answer in (actions.join_authors, actions.decline_authors):
        with pytest.raises(NotNow, match="closed"):
            answer(by=cast.outsider, invitation=invitation)
    with pytest.raises(NotNow, match="closed"):
        actions.invite_authors(by=cast.member, idea=idea, addresses=[UNKNOWN])


def test_only_those_whom_the_campaign_asks_write_its_ideas(cast: Cast) -> None:
    asked = make.campaign(cast.facilitator, audience=Audience.ORGANISATION)
    idea = make.idea(cast.facilitator, asked)
    [invitation] = invited(idea, cast.facilitator, cast.outsider)
    with pytest.raises(NotAllowed, match="asks others"):
        actions.join_authors(by=cast.outsider, invitation=invitation)
    actions.decline_authors(by=cast.outsider, invitation=invitation)


def test_the_shell_of_the_database_answers_no_invitation_twice_and_leaves_an_author(
    cast: Cast, idea: Idea
) -> None:
    [invitation] = invited(idea, cast.member, person := people.person())
    actions.decline_authors(by=person, invitation=invitation)
    for statement in (
        "UPDATE ideas_authorinvitation SET accepted_at = invited_at, declined_at = NULL",
        "UPDATE ideas_authorinvitation SET accepted_at = invited_at",
        "UPDATE ideas_authorinvitation SET withdrawn_at = invited_at",
        "UPDATE ideas_authorinvitation SET declined_at = NULL",
        "INSERT INTO ideas_author (idea_id, person_id) SELECT idea_id, person_id FROM ideas_author",
        "DELETE FROM ideas_author",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    other = make.idea(cast.member, idea.campaign)
    with pytest.raises(IntegrityError), transaction.atomic():
        idea.authors.update(idea=other)
