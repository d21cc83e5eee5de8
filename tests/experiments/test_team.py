"""A team of several organisations: invited by addresses that are never looked up, joined or not without shame, and left."""

import re
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import today
from fiksummin.experiments import actions, queries
from fiksummin.experiments.models import Experiment, TeamInvitation
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail.choices import Part
from fiksummin.trail.models import Contribution
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import people
from tests.postbox import Postbox

pytestmark = pytest.mark.django_db
UNKNOWN = "kanaria@muu.example"


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def invited(experiment: Experiment, *persons: Person) -> list[TeamInvitation]:
    by = experiment.team.order_by("pk")[0].person
    assert by is not None
    return actions.invite_to_team(
        by=by, experiment=experiment, addresses=[str(person.email) for person in persons]
    )


def link(postbox: Postbox, to: str) -> str:
    worker.drain()
    letters: list[Any] = [one for one in postbox.got if one["To"] == to]
    texts = [letter.get_body(("plain",)).get_content() for letter in letters]
    found = re.search(r"http://[^/]+/\w+(/experiments/invitations/\S+)", "\n".join(texts))
    assert found
    return f"/en{found[1]}"


def team(experiment: Experiment) -> list[Person | None]:
    return [member.person for member in queries.team_of(experiment)]


def test_whoever_signs_in_with_the_address_takes_part_a_guest_too(cast: Cast, postbox: Postbox) -> None:
    experiment, guest = make.experiment(cast.member), cast.guest
    page = f"/en/experiments/{experiment.pk}/"
    reader = signed_in(guest)
    assert reader.get(page).status_code == 404
    sent = {"team": f"{str(guest.email).upper()}, {UNKNOWN}\n{guest.email}"}
    assert signed_in(cast.member).post(f"{page}team/", sent).status_code == 303
    assert TeamInvitation.objects.waiting().count() == 2
    path = link(postbox, str(guest.email))
    assert link(postbox, UNKNOWN) != path
    assert signed_in(cast.colleague).get(path).status_code == 404
    assert experiment.title in reader.get(path).text
    assert reader.get(page).status_code == 404  # an invitation alone shows nothing but itself
    assert reader.post(path, {"wanted": "1"}).status_code == 303
    assert str(guest) in reader.get(page).text
    assert team(experiment) == [cast.member, guest]
    assert Contribution.objects.filter(node=experiment.node, person=guest, part=Part.RAN).count() == 1
    assert reader.post(f"{page}notes/", {"text": "Mukana ollaan"}).status_code == 303


def test_joining_twice_is_once_and_is_told_once(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    [invitation] = invited(experiment, cast.outsider)
    for _twice in range(2):
        actions.join_team(by=cast.outsider, invitation=invitation)
    worker.drain()
    assert Entry.objects.filter(fact="experiments.TeamJoined").count() == 1
    assert Notice.objects.filter(person=cast.member, what="team.joined").count() == 1
    with pytest.raises(NotNow):
        actions.decline_team(by=cast.outsider, invitation=invitation)


def test_all_of_the_team_hear_once_what_came_of_it(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    for invitation, person in zip(
        invited(experiment, cast.outsider, cast.colleague), (cast.outsider, cast.colleague), strict=True
    ):
        actions.join_team(by=person, invitation=invitation)
    actions.leave_team(by=cast.colleague, experiment=experiment)
    actions.end_experiment(by=cast.member, experiment=experiment, wish=make.ending())
    worker.drain()
    for person in (cast.outsider, cast.colleague):
        assert Notice.objects.filter(person=person, what="experiment.ended").count() == 1


def test_declining_is_without_shame_and_whoever_invited_hears(cast: Cast, postbox: Postbox) -> None:
    experiment = make.experiment(cast.member, invited=(str(cast.outsider.email),))
    path = link(postbox, str(cast.outsider.email))
    reader = signed_in(cast.outsider)
    assert reader.post(path, {"wanted": "0"}).status_code == 303
    assert "answered already" in reader.get(path).text
    worker.drain()
    assert team(experiment) == [cast.member]
    assert Notice.objects.filter(person=cast.member, what="team.declined").count() == 1
    with pytest.raises(NotNow):
        actions.join_team(by=cast.outsider, invitation=experiment.invitations.get())


def test_an_experiment_is_never_left_without_anybody_who_answers_for_it(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    [invitation, other] = invited(experiment, cast.guest, cast.outsider)
    actions.join_team(by=cast.guest, invitation=invitation)
    with pytest.raises(NotNow, match="nobody else of the team can"):
        actions.leave_team(by=cast.member, experiment=experiment)
    actions.join_team(by=cast.outsider, invitation=other)
    actions.leave_team(by=cast.member, experiment=experiment)
    experiment.node.refresh_from_db()
    assert (team(experiment), experiment.node.owner) == ([cast.guest, cast.outsider], cast.outsider)
    with pytest.raises(NotAllowed):
        actions.leave_team(by=cast.member, experiment=experiment)


def test_what_is_refused(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    [invitation] = invited(experiment, cast.outsider)
    for by, addresses, wrong in (
        (cast.colleague, [UNKNOWN], NotAllowed),
        (cast.member, ["ei osoite"], Invalid),
        (cast.member, [], Invalid),
        (cast.member, [str(cast.member.email)], Invalid),
        (cast.member, [f"a{number}@muu.example" for number in range(21)], Invalid),
    ):
        with pytest.raises(wrong):
            actions.invite_to_team(by=by, experiment=experiment, addresses=addresses)
    actions.end_experiment(by=cast.member, experiment=experiment, wish=make.ending())
    with pytest.raises(NotNow):
        actions.join_team(by=cast.outsider, invitation=invitation)
    with pytest.raises(NotNow):
        actions.invite_to_team(by=cast.member, experiment=experiment, addresses=[UNKNOWN])
    with pytest.raises(NotNow):
        actions.leave_team(by=cast.member, experiment=experiment)


def test_the_form_of_a_new_experiment_takes_its_team_and_its_first_day(cast: Cast) -> None:
    sent = {
        "title": "Yhteinen aamu", "why": "Emme tunne", "expectation": "Tunnemme", "measure": "Kysymme",
        "place": "Aula", "ends_on": "31.12.2099", "perspectives": "leadership", "team": UNKNOWN,
    }  # fmt: skip
    browser = signed_in(cast.member)
    assert browser.post("/en/experiments/new/", sent).status_code == 422  # too long
    day = today()
    sent |= {"starts_on": str(day), "ends_on": str(day)}
    assert browser.post("/en/experiments/new/", sent).status_code == 303
    made = Experiment.objects.get()
    assert (made.starts_on, made.invitations.count(), team(made)) == (day, 1, [cast.member])


def test_the_shell_of_the_database_answers_no_invitation_twice(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    [invitation] = invited(experiment, person := people.person())
    actions.decline_team(by=person, invitation=invitation)
    for statement in (
        "UPDATE experiments_teaminvitation SET accepted_at = invited_at, declined_at = NULL",
        "UPDATE experiments_teaminvitation SET accepted_at = invited_at",
        "UPDATE experiments_teaminvitation SET declined_at = NULL",
        (
            "INSERT INTO experiments_teammember (experiment_id, person_id)"
            " SELECT experiment_id, person_id FROM experiments_teammember"
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_an_invitation_is_withdrawn_by_who_sent_it(cast: Cast, postbox: Postbox) -> None:
    experiment = make.experiment(cast.member)
    first, other = invited(experiment, cast.outsider, cast.colleague)
    actions.join_team(by=cast.outsider, invitation=first)
    path = link(postbox, str(cast.colleague.email))
    assert experiment.why in signed_in(cast.colleague).get(path).text
    address = f"/en/experiments/{experiment.pk}/team/invitations/{other.pk}/withdrawal/"
    assert address in signed_in(cast.member).get(f"/en/experiments/{experiment.pk}/").text
    assert address not in signed_in(cast.outsider).get(f"/en/experiments/{experiment.pk}/").text
    assert signed_in(cast.outsider).post(address).status_code == 404
    for _twice in range(2):
        assert signed_in(cast.member).post(address).status_code == 303
    assert Entry.objects.filter(fact="experiments.TeamUninvited").count() == 1
    withdrawn = signed_in(cast.colleague).get(path).text
    assert ("has withdrawn it" in withdrawn, experiment.why in withdrawn) == (True, False)
    for wanted in ("1", "0"):
        assert signed_in(cast.colleague).post(path, {"wanted": wanted}).status_code == 409
    with pytest.raises(NotNow, match="answered already"):
        actions.uninvite_from_team(by=cast.member, invitation=first)
