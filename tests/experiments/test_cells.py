"""What is tried where: organisations by perspectives, and an empty cell begins an experiment."""

import pytest
from django.utils import translation

from fiksummin.core.time import today
from fiksummin.experiments import queries
from fiksummin.ideas.choices import Perspective
from fiksummin.people.models import Organisation
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db


def test_own_branch_and_all_who_take_part(cast: Cast) -> None:
    translation.activate("en")
    own, other = cast.member.organisation, cast.outsider.organisation
    assert own is not None
    assert other is not None
    Organisation.objects.update(branch="")
    make.experiment(cast.member)
    make.experiment(cast.member)
    rows = queries.cells(cast.member, today())
    assert [row.organisation for row in rows] == [own]
    assert dict(rows[0].counts) == {each: 2 * (each == Perspective.WAYS) for each in Perspective}
    Organisation.objects.filter(pk__in=[own.pk, other.pk]).update(branch="VM")
    cast.member.refresh_from_db()
    assert {row.organisation for row in queries.cells(cast.member, today())} == {own, other}
    client = signed_in(cast.member)
    link = f"/en/experiments/new/?organisation={other.pk}&amp;perspective=leadership"
    assert link in client.get("/en/experiments/cells/").text
    form = client.get(link.replace("&amp;", "&")).context["form"]
    assert (form["place"].value(), form["perspectives"].value()) == (str(other.name), ["leadership"])
    for odd in ("organisation=x", "organisation=999999", "perspective=<script>"):
        assert client.get(f"/en/experiments/new/?{odd}").status_code == 200
