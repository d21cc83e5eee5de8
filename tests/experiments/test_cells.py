"""What is tried where: organisations by perspectives, and an empty cell begins an experiment."""

import re

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


def test_ones_own_first_then_the_branch_then_all_others(cast: Cast) -> None:
    own, branch, trying, idle = (
        one.organisation for one in (cast.member, cast.outsider, cast.facilitator, cast.partner)
    )
    assert own is not None
    assert branch is not None
    Organisation.objects.update(branch="")
    Organisation.objects.filter(pk__in=[own.pk, branch.pk]).update(branch="VM")
    make.experiment(cast.member)
    make.experiment(cast.member)
    make.experiment(cast.facilitator)
    rows = queries.cells(cast.member, today())
    assert [row.organisation for row in rows][:3] == [own, branch, trying]
    assert idle in [row.organisation for row in rows], "also who tries nothing yet"
    assert dict(rows[0].counts) == {each: 2 * (each == Perspective.WAYS) for each in Perspective}
    assert [row.is_own for row in rows] == [True] + [False] * (len(rows) - 1)


def test_an_empty_cell_begins_where_it_counts_and_throws_a_baton_to_others(cast: Cast) -> None:
    translation.activate("en")
    own, other = cast.member.organisation, cast.outsider.organisation
    assert own is not None
    assert other is not None
    client = signed_in(cast.member)
    page = client.get("/en/experiments/cells/").text
    link = f"/en/experiments/new/?organisation={own.pk}&amp;perspective=leadership"
    assert link in page
    assert f"/en/experiments/new/?organisation={other.pk}" not in page, "it would count in one's own"
    form = client.get(link.replace("&amp;", "&")).context["form"]
    assert (form["place"].value(), form["perspectives"].value()) == (str(own.name), ["leadership"])
    baton = f"/en/batons/new/?organisation={other.pk}"
    assert page.count(f'href="{baton}"') == 1, "one for all its empty cells"
    assert f'<option value="{other.pk}" selected>' in client.get(baton).text
    for odd in ("organisation=x", "organisation=999999", "perspective=<script>"):
        assert client.get(f"/en/experiments/new/?{odd}").status_code == 200
        assert client.get(f"/en/batons/new/?{odd}").status_code == 200


def test_one_link_for_each_organisation_with_a_gap_says_which(cast: Cast) -> None:
    translation.activate("en")
    for other in (cast.facilitator, cast.partner):
        assert other.organisation is not None
    make.experiment(cast.outsider, perspectives=tuple(Perspective))
    page = signed_in(cast.member).get("/en/experiments/cells/")
    others = [row.organisation for row in page.context["rows"] if not row.is_own]
    named = re.findall(r'hidden-visually">: ([^<,]+)</span>', page.text)
    assert named == [str(body.name) for body in others if body != cast.outsider.organisation]
    assert len(set(named)) == len(named) > 1


def test_who_may_not_throw_a_baton_is_not_led_there(cast: Cast) -> None:
    translation.activate("en")
    assert cast.outsider.organisation is not None
    for page in ("/en/experiments/cells/", "/en/batons/"):
        assert "/batons/new/" in signed_in(cast.member).get(page).text
        assert "/batons/new/" not in signed_in(cast.guest).get(page).text
    assert signed_in(cast.guest).get("/en/batons/new/").status_code == 403
