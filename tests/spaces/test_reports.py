"""Help asked for and faults told by anybody at the place; seen, answered, closed; then only a count remains."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from fiksummin.core import tasks, worker
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.models import Entry, Letter
from fiksummin.people import actions as people_actions
from fiksummin.spaces import actions
from fiksummin.spaces.models import Report, Site
from tests import races
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.personas import other_host, other_site
from tests.postbox import Postbox
from tests.spaces.pages import MORNING, errors_of, forms_of, main_of, queries_of, text_of
from tests.spaces.test_races import GUARD, site

pytestmark = [pytest.mark.usefixtures("tuesday", "lab_is_there")]
__all__ = ["site"]

NEW = "/fi/sites/helsinki/reports/new/"
LIST = "/fi/sites/helsinki/desk/reports/"
CANARY = "Kanarialinnun vika"


@pytest.fixture
def lab_is_there(db: None) -> Site:
    """The lab in Helsinki."""
    return Cast().helsinki


def told(client: Client, path: str = NEW, **fields: str) -> Any:
    """Send the form as a browser does, with these words in it."""
    return client.post(path, forms_of(client.get(path))[0] | {"space": "", "kind": "fault"} | fields)


def letters_about(report: Report) -> list[str]:
    worker.drain()
    return list(Letter.objects.filter(key__startswith=f"report-{report.pk}-").values_list("key", flat=True))


# --- Whoever is at the place ---------------------------------------------------------------------------


def test_anybody_asks_for_help_in_one_choice_and_follows_it(client: Client, cast: Cast, lab: Site) -> None:
    answer = told(client, kind="help", text="")
    report = Report.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/fi/reports/{report.token}/")
    assert (report.person, report.kind, report.text, len(report.token)) == (None, "help", "", 43)
    path = answer["Location"]
    assert "Lähetetty, ei vielä nähty" in main_of(client.get(path))
    actions.note_seen(by=cast.host, report=report)
    assert "Host on nähnyt tämän" in main_of(client.get(path))
    actions.answer_report(by=cast.host, report=report, answer="Tulen heti.")
    assert "Vastattu" in main_of(client.get(path))
    assert "Tulen heti." in main_of(client.get(path))
    actions.close_report(by=cast.host, report=report)
    page = client.get(path)
    assert "Asia on hoidettu" in main_of(page)
    assert '<meta name="referrer" content="no-referrer">' in page.content.decode()
    assert str(cast.host) not in text_of(page)
    facts = Entry.objects.filter(fact__startswith="spaces.Report").order_by("id").values_list("fact", "by")
    host = cast.host.pk
    assert list(facts) == [
        ("spaces.ReportSent", None),
        ("spaces.ReportSeen", host),
        ("spaces.ReportAnswered", host),
        ("spaces.ReportClosed", host),
    ]


def test_the_code_on_the_door_fills_in_the_space(client: Client, lab: Site) -> None:
    room = spaces.space(lab, name="Puro")
    page = client.get(f"{NEW}?space={room.pk}&kind=help")
    assert re.search(rf'<option value="{room.pk}" selected>Puro', page.content.decode())
    assert re.search(r'value="help"[^>]* checked', page.content.decode())
    told(client, kind="fault", space=str(room.pk), text="Näyttö ei aukea")
    assert Report.objects.get().space == room


@pytest.mark.parametrize("space", ["x", "0", "999999", "-1", "1.5", "9" * 40, "<script>"])
def test_a_space_that_is_none_is_no_trouble_to_look_at_and_none_to_report(
    client: Client, lab: Site, space: str
) -> None:
    assert client.get(NEW, {"space": space, "kind": space}).status_code == 200
    page = told(client, space=space, text="Rikki")
    assert (page.status_code, list(errors_of(page))) == (422, ["space"])


def test_the_space_of_another_site_is_not_of_this_one(client: Client, lab: Site) -> None:
    away = spaces.space(other_site())
    page = told(client, space=str(away.pk), text="Rikki")
    assert (page.status_code, list(errors_of(page))) == (422, ["space"])
    with pytest.raises(Invalid, match="Valitse tämän toimipisteen tila"):
        actions.send_report(by=None, site=lab, kind="help", space=away)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "praise", "text": "Kiva"}, "kind"),
        ({"kind": "", "text": "Kiva"}, "kind"),
        ({"kind": "fault", "text": "  "}, "text"),
        ({"kind": "safety", "text": ""}, "text"),
        ({"kind": "help", "text": "x" * 1001}, "text"),
    ],
)
def test_what_cannot_be_sent_is_told_at_its_field(client: Client, wrong: dict[str, str], field: str) -> None:
    page = told(client, **wrong)
    assert (page.status_code, list(errors_of(page))) == (422, [field])
    assert page.context["form"]["text"].value() == wrong["text"]
    assert not Report.objects.exists()


@pytest.mark.parametrize("key", ["", "member"])
def test_a_form_sent_twice_is_one_report(cast: Cast, key: str) -> None:
    client = signed_in(cast[key]) if key else Client()
    form = forms_of(client.get(NEW))[0] | {"kind": "fault", "space": "", "text": "Rikki"}
    answers = [client.post(NEW, form)["Location"] for _press in range(2)]
    assert answers[0] == answers[1]
    assert Report.objects.count() == 1
    other = client.post(NEW, form | {"text": "Toinenkin on rikki"})["Location"]
    assert (other == answers[0], Report.objects.count()) == (False, 2)


def test_words_are_shown_as_words(client: Client, cast: Cast) -> None:
    told(client, text="<script>alert(1)</script>")
    for page in (client.get(f"/fi/reports/{Report.objects.get().token}/"), signed_in(cast.host).get(LIST)):
        assert "<script>alert" not in page.content.decode()
        assert "<script>alert(1)</script>" in main_of(page)


def test_a_flood_from_one_address_ends_with_a_sentence(client: Client, cast: Cast, lab: Site) -> None:
    for number in range(30):
        assert told(client, text=f"Rikki {number}").status_code == 303
    page = told(client, text="Vielä yksi")
    assert (page.status_code, Report.objects.count()) == (429, 30)
    assert "Verkostasi on tullut tunnin aikana paljon ilmoituksia." in main_of(page)
    assert page.context["form"]["text"].value() == "Vielä yksi"
    assert told(signed_in(cast.member), text="Minäkin").status_code == 303
    with time_machine.travel(MORNING + timedelta(hours=1, minutes=1), tick=False):
        assert told(client, text="Tunnin päästä").status_code == 303


@pytest.mark.parametrize("token", ["x", "x" * 43, "0", "%00", "x" * 3000, "..%2f", "ÄÄ"])
def test_a_guessed_address_leads_nowhere(client: Client, lab: Site, token: str) -> None:
    spaces.report(lab, text=CANARY)
    page = client.get(f"/fi/reports/{token}/")
    assert (page.status_code, CANARY in text_of(page)) == (404, False)


def test_my_reports_are_mine(cast: Cast, lab: Site) -> None:
    spaces.report(lab, cast.member, text="Näyttö ei aukea")
    spaces.report(lab, cast.colleague, text=CANARY)
    spaces.report(lab, text=CANARY)
    said = main_of(signed_in(cast.member).get("/fi/reports/"))
    assert ("Näyttö ei aukea" in said, CANARY in said) == (True, False)
    assert "Et ole lähettänyt mitään" in main_of(signed_in(cast.outsider).get("/fi/reports/"))


@pytest.mark.parametrize("key", ["member", "partner", "guest", "facilitator", "editor"])
def test_a_stranger_never_sees_what_others_wrote(cast: Cast, lab: Site, key: str) -> None:
    report = spaces.report(lab, cast.colleague, text=CANARY)
    actions.answer_report(by=cast.host, report=report, answer=f"{CANARY} on korjattu")
    stranger = signed_in(cast[key])
    pages = [
        LIST,
        "/fi/reports/",
        "/fi/sites/helsinki/",
        NEW,
        "/fi/today/",
        f"/fi/reports/{report.pk}/answer/",
    ]
    assert [path for path in pages if CANARY in text_of(stranger.get(path))] == []
    for act in ("sight", "answer", "closing"):
        answer = stranger.post(f"/fi/reports/{report.pk}/{act}/", {"answer": "Ei"})
        assert (answer.status_code, CANARY in text_of(answer)) == (404, False)


def test_the_host_of_another_site_and_the_sender_do_not_answer(cast: Cast, lab: Site) -> None:
    other_site()
    report = spaces.report(lab, cast.member, text=CANARY)
    vera, sender = signed_in(other_host()), signed_in(cast.member)
    for act in ("sight", "answer", "closing"):
        path = f"/fi/reports/{report.pk}/{act}/"
        assert (vera.post(path).status_code, sender.post(path).status_code) == (404, 403)
    for by in (other_host(), cast.member):
        with pytest.raises(NotAllowed):
            actions.answer_report(by=by, report=report, answer="Selvä")
    report.refresh_from_db()
    assert (report.seen_at, report.answered_at, report.closed_at) == (None, None, None)


# --- The hosts -----------------------------------------------------------------------------------------


def test_the_host_opens_answers_and_closes(cast: Cast, lab: Site) -> None:
    report = spaces.report(lab, cast.member, text="Näyttö ei aukea")
    host = signed_in(cast.host)
    assert report.seen_at is None
    opened = [host.post(f"/fi/reports/{report.pk}/sight/") for _press in range(2)]
    path = f"/fi/reports/{report.pk}/answer/"
    assert [(answer.status_code, answer["Location"]) for answer in opened] == [(303, path)] * 2
    report.refresh_from_db()
    assert report.seen_by == cast.host
    assert Entry.objects.filter(fact="spaces.ReportSeen").count() == 1
    assert "Alba Kaisla, Valtiovarainministeriö" in main_of(host.get(path))
    empty = host.post(path, {"answer": " "})
    assert (empty.status_code, list(errors_of(empty))) == (422, ["answer"])
    assert host.post(path, {"answer": "Korjattu.", "close": "on"})["Location"] == f"{LIST}#report-{report.pk}"
    report.refresh_from_db()
    assert (report.answer, report.closed_by) == ("Korjattu.", cast.host)
    late = host.post(path, {"answer": "Vielä sana"})
    assert (late.status_code, "on jo päätetty" in main_of(late)) == (403, True)
    assert host.post(f"/fi/reports/{report.pk}/closing/").status_code == 303
    assert Entry.objects.filter(fact="spaces.ReportClosed").count() == 1


def test_the_list_has_dangers_first_then_help_then_faults_at_a_fixed_cost(cast: Cast, lab: Site) -> None:
    spaces.report(lab, text="Vika vanhin")
    spaces.report(lab, kind="help", text="Apua toinen")
    host = signed_in(cast.host)
    before = queries_of(host, LIST)
    spaces.report(lab, kind="safety", text="Vaara kolmas")
    spaces.report(lab, cast.member, text="Vika neljäs")
    actions.close_report(by=cast.host, report=spaces.report(lab, kind="safety", text="Hoidettu vaara"))
    spaces.report(other_site(), text=CANARY)
    said = main_of(host.get(LIST))
    order = [
        said.index(words)
        for words in ("Vaara kolmas", "Apua toinen", "Vika vanhin", "Vika neljäs", "Hoidettu")
    ]
    assert (order, CANARY in said) == (sorted(order), False)
    assert queries_of(host, LIST) == before


def test_help_shows_at_once_on_the_desk_that_renews_itself(cast: Cast, lab: Site, client: Client) -> None:
    host = signed_in(cast.host)
    part = "/fi/sites/helsinki/desk/?part=rows"
    assert "avunpyyntö on auki" not in host.get(part).content.decode()
    told(client, kind="help", text="")
    told(client, kind="fault", text="Rikki")
    body = host.get(part).content.decode()
    assert f'<a href="{LIST}">1 avunpyyntö on auki</a>, ensimmäinen lähetetty' in body
    assert 'data-summary="1 avunpyyntö on auki. ' in body
    assert "Avunpyynnöt ja ilmoitukset (1)" in body


# --- Letters ----------------------------------------------------------------------------------------------


def test_faults_and_dangers_reach_those_who_mend_without_the_senders_name(
    cast: Cast, lab: Site, postbox: Postbox
) -> None:
    Site.objects.update(fault_email="huolto@talo.example", safety_email="turva@talo.example")
    lab.refresh_from_db()
    for kind in ("fault", "safety", "help"):
        spaces.report(lab, cast.member, kind=kind, text=f"Sanat: {kind}")
    worker.drain()
    sent = {str(letter["To"]): letter for letter in postbox.got}
    assert set(sent) == {"huolto@talo.example", "turva@talo.example"}
    words = sent["turva@talo.example"].get_content()
    assert str(sent["turva@talo.example"]["Subject"]) == "Ilmoitus vaarasta: Toimipiste helsinki"
    assert ("Sanat: safety" in words, LIST in words, str(cast.member) in words) == (True, True, False)


def test_without_an_address_the_hosts_get_the_letter(cast: Cast, lab: Site) -> None:
    host = cast.host
    report = spaces.report(lab, kind="safety", text="Lattia on liukas")
    assert letters_about(report) == [f"report-{report.pk}-sent-{host.pk}"]


def test_the_sender_reads_the_answer_by_mail_in_her_language(cast: Cast, lab: Site, postbox: Postbox) -> None:
    swedish = people.person(language="sv")
    report = spaces.report(lab, swedish, kind="help", text="Hjälp")
    actions.answer_report(by=cast.host, report=report, answer="Tulen heti.")
    by_nobody = spaces.report(lab, text="Rikki")
    actions.answer_report(by=cast.host, report=by_nobody, answer="Korjattu.")
    assert [key for key in letters_about(by_nobody) if "answered" in key] == []
    (letter,) = [letter for letter in postbox.got if "Svar på din anmälan" in str(letter["Subject"])]
    assert str(letter["To"]) == swedish.email
    assert f"/sv/reports/{report.token}/" in letter.get_content()


def test_hosts_on_shift_are_called_after_five_minutes_once(cast: Cast, lab: Site) -> None:
    host = cast.host
    people.person(roles=[("host", "helsinki")])
    spaces.shift(host, lab, start="9:00", end="15:00")
    asked = spaces.report(lab, kind="help", text="")
    seen = spaces.report(lab, kind="help", text="")
    actions.note_seen(by=host, report=seen)
    for minutes, count in ((4, 0), (5, 1), (6, 1), (30, 1)):
        tasks.tick(MORNING + timedelta(minutes=minutes))
        assert Letter.objects.filter(key__contains="-unseen-").count() == count
    assert letters_about(asked) == [f"report-{asked.pk}-unseen-{host.pk}"]
    assert letters_about(seen) == []


def test_when_nobody_is_on_shift_all_hosts_are_called(cast: Cast, lab: Site) -> None:
    hosts = {cast.host.pk, people.person(roles=[("host", "helsinki")]).pk}
    spaces.report(lab, kind="help", text="")
    tasks.tick(MORNING + timedelta(minutes=6))
    assert set(Letter.objects.filter(key__contains="-unseen-").values_list("person", flat=True)) == hosts


# --- Forgetting ----------------------------------------------------------------------------------------------


def test_ninety_days_after_closing_only_a_count_remains(cast: Cast, lab: Site, client: Client) -> None:
    report = spaces.report(lab, cast.member, text=CANARY)
    anonymous = spaces.report(lab, kind="help", text="")
    still_open = spaces.report(lab, cast.member, text="Auki")
    actions.answer_report(by=cast.host, report=report, answer=CANARY, close=True)
    actions.close_report(by=cast.host, report=anonymous)
    tasks.tick(MORNING + timedelta(days=89))
    report.refresh_from_db()
    assert (report.text, report.person) == (CANARY, cast.member)
    for _again in range(2):
        tasks.tick(MORNING + timedelta(days=90, minutes=1))
    old = report.token
    report.refresh_from_db()
    assert (report.text, report.answer, report.person, report.answered_by) == ("", "", None, None)
    assert (report.kind, report.site, report.closed_at) == ("fault", lab, MORNING)
    anonymous.refresh_from_db()
    assert (anonymous.closed_by, anonymous.seen_by) == (None, None)
    assert client.get(f"/fi/reports/{old}/").status_code == 404
    told_by = Entry.objects.filter(fact__startswith="spaces.Report").exclude(by=None)
    assert [entry.data["report"] for entry in told_by] == [still_open.pk]
    still_open.refresh_from_db()
    assert (still_open.text, still_open.person) == ("Auki", cast.member)


def test_who_is_erased_takes_her_reports_along(cast: Cast, lab: Site) -> None:
    spaces.report(lab, cast.member, text=CANARY)
    handled = spaces.report(lab, text="Rikki")
    second = people.person(roles=[("host", "helsinki")])
    actions.note_seen(by=second, report=handled)
    for person in (cast.member, second):
        people_actions.erase(by=person, person=person)
    (left,) = Report.objects.all()
    assert (left.text, left.seen_by) == ("Rikki", None)


# --- Rivals ---------------------------------------------------------------------------------------------------


@GUARD
def test_two_hosts_close_one_report_at_once(
    transactional_db: None, site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    hosts = [people.person(roles=[("host", site.slug)]) for _rival in range(2)]
    report = spaces.report(site, text="Rikki")
    races.meet_after(monkeypatch, "fiksummin.spaces.rules.why_not_handle")
    if not guard:
        races.without_order(monkeypatch)
    acts = [lambda by=by: actions.close_report(by=by, report=report).pk for by in hosts]
    outcomes = races.race(*acts)
    once = Entry.objects.filter(fact="spaces.ReportClosed").count() == 1
    assert (races.one_wins(outcomes) and once) is guard, outcomes
