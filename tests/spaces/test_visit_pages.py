"""A visit's own pages: the visitor's, her host's, and nobody else's."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from fiksummin.core.models import Entry
from fiksummin.spaces import actions
from fiksummin.spaces.models import Claim, Site, Visit
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import other_host
from tests.spaces.pages import MORNING, errors_of, forms_of, main_of, queries_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]

SECRET = "Kanarialinnun sana"
PATHS = ["", "change/", "cancellation/", "visit.ics"]
BAD_IDS = ["0", "999999", "9" * 30]


@pytest.fixture
def visit(cast: Cast, lab: Site) -> Visit:
    """The member's visit tomorrow from nine to three, for two."""
    return spaces.visit(cast.member, lab, people=2, note=SECRET)


def path(visit: Visit, rest: str = "") -> str:
    return f"/fi/visits/{visit.pk}/{rest}"


@pytest.mark.parametrize("rest", PATHS)
def test_the_visitor_sees_her_visit(cast: Cast, visit: Visit, rest: str) -> None:
    assert signed_in(cast.member).get(path(visit, rest)).status_code == 200


@pytest.mark.parametrize("rest", PATHS)
@pytest.mark.parametrize("key", ["colleague", "outsider", "partner", "guest", "facilitator", "editor"])
def test_nobody_else_does(cast: Cast, visit: Visit, key: str, rest: str) -> None:
    stranger = signed_in(cast[key])
    for answer in (stranger.get(path(visit, rest)), stranger.post(path(visit, rest))):
        assert answer.status_code in {404, 405}
        assert SECRET not in text_of(answer)
        assert "Alba" not in text_of(answer)
    assert stranger.get(path(visit, rest)).status_code == 404


@pytest.mark.parametrize("key", ["host", "manager", "owner"])
def test_those_who_receive_her_see_it_and_cannot_change_it(cast: Cast, visit: Visit, key: str) -> None:
    host = signed_in(cast[key])
    page = host.get(path(visit))
    assert page.status_code == 200
    assert "Alba Kaisla, Valtiovarainministeriö" in main_of(page)
    assert SECRET in main_of(page)
    assert "Muuta käyntiä" not in main_of(page)
    answer = host.post(path(visit, "change/"))
    assert answer.status_code == 403
    assert "Vain käynnistä ilmoittanut voi muuttaa sitä." in text_of(answer)


@pytest.mark.parametrize("key", ["host", "manager", "owner"])
def test_those_who_receive_her_can_cancel_it(cast: Cast, visit: Visit, key: str) -> None:
    host = signed_in(cast[key])
    assert f'href="{path(visit, "cancellation/")}"' in host.get(path(visit)).content.decode()
    asked = main_of(host.get(path(visit, "cancellation/")))
    assert "Alba Kaisla" in asked
    assert "Kävijä saa kirjeen." in asked
    answers = [host.post(path(visit, "cancellation/")) for _twice in range(2)]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(303, path(visit))] * 2
    visit.refresh_from_db()
    assert (visit.cancelled_by, visit.sequence) == (cast[key], 1)
    assert not Claim.objects.exists()
    assert path(visit, "cancellation/") not in host.get(path(visit)).content.decode()


def test_the_host_of_another_site_is_a_stranger(cast: Cast, visit: Visit) -> None:
    assert signed_in(other_host()).get(path(visit)).status_code == 404


@pytest.mark.parametrize("rest", PATHS)
def test_who_is_not_signed_in_is_asked_to(visit: Visit, client: Client, rest: str) -> None:
    answer = client.get(path(visit, rest))
    assert answer["Location"] == f"/fi/accounts/login/?next={path(visit, rest)}"


@pytest.mark.parametrize("pk", BAD_IDS)
@pytest.mark.parametrize("rest", PATHS)
def test_a_number_that_is_no_visit_does_not_exist(cast: Cast, pk: str, rest: str) -> None:
    assert signed_in(cast.member).get(f"/fi/visits/{pk}/{rest}").status_code == 404


@pytest.mark.parametrize(("rest", "allowed"), [("", "GET, HEAD"), ("visit.ics", "GET, HEAD")])
def test_what_is_only_looked_at_takes_no_form(cast: Cast, visit: Visit, rest: str, allowed: str) -> None:
    answer = signed_in(cast.member).post(path(visit, rest))
    assert (answer.status_code, answer["Allow"]) == (405, allowed)


def test_a_change_begins_from_what_was_wished_and_moves_the_visit(cast: Cast, visit: Visit) -> None:
    member = signed_in(cast.member)
    form = forms_of(member.get(path(visit, "change/")))[0]
    assert {
        "day": "2026-11-25",
        "start": "09:00",
        "end": "15:00",
        "people": "2",
        "note": SECRET,
    }.items() <= form.items()
    answer = member.post(path(visit, "change/"), form | {"day": "2026-11-27", "people": "5"})
    again = member.post(path(visit, "change/"), form | {"day": "2026-11-27", "people": "5"})
    assert [(a.status_code, a["Location"]) for a in (answer, again)] == [(303, path(visit))] * 2
    visit.refresh_from_db()
    assert (visit.people, visit.sequence) == (5, 1)
    assert visit.starts_at == spaces.at(visit.site, datetime(2026, 11, 27).date(), "9:00")  # noqa: DTZ001 -- a day
    assert Claim.objects.count() == 5
    assert "Käyntisi on muutettu." in main_of(member.get(path(visit)))


def test_a_change_that_does_not_fit_leaves_the_visit_as_it_was(cast: Cast, lab: Site, visit: Visit) -> None:
    spaces.visit(people.person(), lab, people=8)
    member = signed_in(cast.member)
    form = forms_of(member.get(path(visit, "change/")))[0]
    page = member.post(path(visit, "change/"), form | {"people": "3"})
    assert (page.status_code, errors_of(page)) == (409, {"": "Koko ajaksi vapaana on vain 2 paikkaa."})
    assert "Vaihda tähän" in main_of(page)
    visit.refresh_from_db()
    assert (visit.people, visit.sequence) == (2, 0)
    answer = member.post(path(visit, "change/"), forms_of(page)[0])
    visit.refresh_from_db()
    assert (answer.status_code, visit.people, visit.sequence) == (303, 3, 1)


@pytest.mark.parametrize(
    "given", [{"day": "2026-11-01"}, {"people": "0"}, {"start": "16:00"}, {"note": "x" * 1001}]
)
def test_a_change_that_cannot_be_is_told_at_its_field(
    cast: Cast, visit: Visit, given: dict[str, str]
) -> None:
    member = signed_in(cast.member)
    page = member.post(path(visit, "change/"), forms_of(member.get(path(visit, "change/")))[0] | given)
    assert page.status_code == 422
    assert len(errors_of(page)) == 1
    assert given.items() <= forms_of(page)[-1].items()
    assert Visit.objects.get().sequence == 0


def test_cancelling_asks_and_is_done_once(cast: Cast, visit: Visit) -> None:
    member = signed_in(cast.member)
    assert "Perutaanko käynti?" in main_of(member.get(path(visit, "cancellation/")))
    answers = [member.post(path(visit, "cancellation/")) for _press in range(2)]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(303, path(visit))] * 2
    visit.refresh_from_db()
    assert (visit.cancelled_by, visit.sequence) == (cast.member, 1)
    assert Claim.objects.count() == 0
    assert Entry.objects.filter(fact="spaces.VisitCancelled").count() == 1
    page = member.get(path(visit))
    assert "Peruttu" in main_of(page)
    assert "Muuta käyntiä" not in main_of(page)
    assert member.get(path(visit, "change/")).status_code == 409


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("arrived", "Käynti on alkanut. Kerro hostille, jos jokin muuttuu."), ("over", "Käynti on päättynyt.")],
)
def test_a_visit_that_has_begun_or_is_over_stays_as_it_is(
    cast: Cast, lab: Site, state: str, sentence: str
) -> None:
    visit = spaces.visit(cast.member, lab, day=MORNING.date(), start="9:00", end="12:00")
    if state == "arrived":
        actions.check_in(by=cast.host, visit=visit)
    with time_machine.travel(MORNING + timedelta(hours=5 if state == "over" else 0), tick=False):
        member = signed_in(cast.member)
        for rest in ("change/", "cancellation/"):
            for answer in (member.get(path(visit, rest)), member.post(path(visit, rest))):
                assert (answer.status_code, sentence in text_of(answer)) == (409, True)
                assert "hosteilta" not in text_of(answer)
        assert member.get(path(visit)).status_code == 200
    assert Visit.objects.get().cancelled_at is None


def test_the_calendar_file_keeps_its_name_and_counts_its_changes(cast: Cast, visit: Visit) -> None:
    member = signed_in(cast.member)
    answer = member.get(path(visit, "visit.ics"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    assert answer["Content-Disposition"] == f'attachment; filename="visit-{visit.pk}.ics"'
    first = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    member.post(path(visit, "cancellation/"))
    calendar = Calendar.from_ical(member.get(path(visit, "visit.ics")).content)
    second = calendar.walk("VEVENT")[0]
    assert first["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert (first["UID"], first["SEQUENCE"], second["SEQUENCE"]) == (second["UID"], 0, 1)
    assert (calendar["METHOD"], second["STATUS"]) == ("CANCEL", "CANCELLED")


def test_my_visits_are_mine_alone_the_next_one_first(cast: Cast, lab: Site) -> None:
    later = spaces.visit(cast.member, lab, day=spaces.open_day(lab, 3))
    spaces.visit(cast.member, lab)
    spaces.visit(cast.colleague, lab, note=SECRET)
    actions.cancel_visit(by=cast.member, visit=later)
    said = main_of(signed_in(cast.member).get("/fi/visits/"))
    assert said.startswith("Omat käynnit Tulevat Huomenna klo 9–15 Toimipiste helsinki Odotetaan")
    assert "Menneet ja perutut Perjantaina 27.11. klo 9–15 Toimipiste helsinki Peruttu" in said
    assert said.count("Toimipiste helsinki") == 2


def test_an_empty_list_invites(cast: Cast) -> None:
    page = signed_in(cast.member).get("/fi/visits/")
    assert "Ei tulevia käyntejä" in main_of(page)
    assert 'href="/fi/visits/new/"' in page.content.decode()


def test_my_visits_ask_the_same_for_one_and_for_three(cast: Cast, lab: Site) -> None:
    spaces.visit(cast.member, lab, day=spaces.open_day(lab, 1))
    member = signed_in(cast.member)
    one = queries_of(member, "/fi/visits/")
    for days in (2, 3):
        spaces.visit(cast.member, lab, day=spaces.open_day(lab, days))
    assert queries_of(member, "/fi/visits/") == one == (2, 5)


def test_the_file_of_a_changed_visit_is_stamped_with_its_change(cast: Cast, visit: Visit) -> None:
    def stamp() -> datetime:
        file = signed_in(cast.member).get(path(visit, "visit.ics")).content
        stamped: datetime = Calendar.from_ical(file).walk("VEVENT")[0].decoded("dtstamp")
        return stamped

    assert stamp() == MORNING
    later = [MORNING + timedelta(hours=hours) for hours in (1, 2)]
    actions.change_visit(
        by=cast.member, visit=visit, start=visit.starts_at, end=visit.ends_at, people=1, at=later[0]
    )
    assert stamp() == later[0]
    actions.cancel_visit(by=cast.member, visit=visit, at=later[1])
    assert stamp() == later[1]
