"""The page of an organisation tells what its people tried, shared, use and arranged, as far as the reader sees it."""

import pytest
from django.utils import translation

from fiksummin.experiments.choices import Works
from fiksummin.library.choices import Kind
from fiksummin.people.models import Organisation, Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events, experiments, library

pytestmark = pytest.mark.django_db


def work_of(body: Organisation | None, reader: Person) -> str:
    assert body is not None
    answer = signed_in(reader).get(f"/en/organisations/{body.pk}/work/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_room_tells_what_it_knows(cast: Cast) -> None:
    translation.activate("en")
    experiments.ended(cast.member, Works.NO, title="Kävelykokous")
    model = library.item(cast.member, title="Lyhyt kokous")
    library.adoption(cast.outsider, model)
    events.event(cast.member, title="Työpaja kaikille")
    events.event(cast.member, title="Kanarialuonnos", publish=False)
    ours, theirs = (
        work_of(cast.member.organisation, cast.colleague),
        work_of(cast.outsider.organisation, cast.colleague),
    )
    for words in ("Kävelykokous", "Lyhyempi kokous riittää", "Lyhyt kokous", "Työpaja kaikille"):
        assert words in ours
    assert "In use there" not in ours
    assert "Kanarialuonnos" not in ours
    assert "In use there" in theirs
    assert "Tietopalvelut" in theirs
    assert "Kävelykokous" not in theirs


def test_what_is_used_no_longer_is_not_told_as_in_use(cast: Cast) -> None:
    translation.activate("en")
    model = library.item(cast.member, title="Lyhyt kokous")
    library.adoption(cast.outsider, model)
    library.adoption(cast.outsider, model, ended=True)
    page = work_of(cast.outsider.organisation, cast.member)
    assert "Lyhyt kokous" not in page
    assert "Nothing to tell yet" in page


def test_what_only_others_see_is_told_to_nobody_else(cast: Cast) -> None:
    translation.activate("en")
    events.event(cast.outsider, title="Kanaria", audience="invited")
    library.draft(cast.outsider, title="Kanarialuonnos")
    assert "Kanaria" not in work_of(cast.outsider.organisation, cast.member)
    assert "Kanaria" in work_of(cast.outsider.organisation, cast.outsider)


def test_an_organisation_that_ended_leads_to_its_heir(cast: Cast) -> None:
    translation.activate("en")
    body, heir = cast.member.organisation, cast.outsider.organisation
    assert body is not None
    Organisation.objects.filter(pk=body.pk).update(successor=heir)
    assert f'/en/organisations/{heir.pk}/work/"' in work_of(body, cast.colleague)  # type: ignore[union-attr]  # she has one


def test_names_of_organisations_lead_members_there_and_nobody_else(cast: Cast) -> None:
    translation.activate("en")
    model = library.item(cast.member, audience="public")
    address = f'/en/organisations/{cast.member.organisation_id}/work/"'
    page = f"/en/library/{model.pk}/"
    assert address in signed_in(cast.outsider).get(page).content.decode()
    assert address not in signed_in(cast.guest).get(page).content.decode()


def test_the_library_is_narrowed_to_an_organisation(cast: Cast) -> None:
    translation.activate("en")
    library.item(cast.member, Kind.TIP, title="Meidän vinkki")
    library.item(cast.outsider, Kind.TIP, title="Heidän vinkki")
    page = (
        signed_in(cast.member)
        .get("/en/library/", {"organisation": str(cast.outsider.organisation_id)})
        .content.decode()
    )
    assert "Heidän vinkki" in page
    assert "Meidän vinkki" not in page
    assert signed_in(cast.member).get("/en/library/?organisation=x").status_code == 422
    items = (
        program_of(cast.member).get(f"library?organisation={cast.outsider.organisation_id}").json()["items"]
    )
    assert [row["title"] for row in items] == ["Heidän vinkki"]
