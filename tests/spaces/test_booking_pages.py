"""Booking on a page: spaces, layout, time, what for; once, and never half."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from icalendar import Calendar

from fiksummin.core.models import Entry
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Claim, Layout, Site, Space
from fiksummin.spaces.queries import Answer, BookingWish, Place
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.personas import other_host
from tests.spaces.pages import MORNING, errors_of, forms_of, main_of, queries_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]

NEW = "/fi/sites/helsinki/bookings/new/"
SECRET = "Kanarian salainen otsikko"
WORD = "Kanarian salainen sana"
PATHS = ["", "change/", "cancellation/", "members/", "booking.ics"]


@pytest.fixture
def room(lab: Site) -> Space:
    """A room for eight."""
    return spaces.space(lab, name="Huone Kaiku")


@pytest.fixture
def hall(lab: Site) -> dict[str, Space]:
    return spaces.hall(lab)


@pytest.fixture
def mine(cast: Cast, room: Space) -> Booking:
    """The member's booking tomorrow from nine to twelve, with private words."""
    return booking(cast.member, room, people=2, title=SECRET, note=WORD)


def wish(*wanted: Space, layout: Layout | None = None, **given: object) -> dict[str, object]:
    places = {"space": [str(space.pk) for space in wanted], "layout": [str(layout.pk)] if layout else []}
    moments = {"day": "2026-11-25", "start": "09:00", "end": "11:00", "people": "3", "key": "k1"}
    return {**places, **moments, **given}


def path(made: Booking, rest: str = "") -> str:
    return f"/fi/bookings/{made.pk}/{rest}"


def nothing_is_written() -> bool:
    left = (
        Booking.objects.count(),
        Claim.objects.count(),
        Entry.objects.filter(fact="spaces.BookingMade").count(),
    )
    return left == (0, 0, 0)


# --- Making -----------------------------------------------------------------------------------------


def test_a_hall_with_its_layout_in_one_act(cast: Cast, hall: dict[str, Space]) -> None:
    theatre = hall["ABC"].layouts.get(kind="theatre")
    given = wish(hall["ABC"], layout=theatre, title="Avajaiset", note="Kaksi mikkiä", people="100")
    member = signed_in(cast.member)
    answer = member.post(NEW, given)
    made = Booking.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, path(made))
    assert (made.person, made.title, made.people, made.is_public) == (cast.member, "Avajaiset", 100, False)
    assert made.places.get().layout == theatre
    said = main_of(member.get(path(made)))
    for words in (
        "Varauksesi on tehty",
        "Sali",
        "tuolirivit",
        "30 minuuttia",
        "Avajaiset",
        "Kaksi mikkiä",
        "Alba Kaisla",
    ):
        assert words in said


def test_two_spaces_seats_a_group_and_an_introduction(cast: Cast, hall: dict[str, Space]) -> None:
    colleague, outsider = cast.colleague, cast.outsider
    given = wish(
        hall["A"], hall["C"], extra_seats="2", wants_introduction="on", is_public="on",
        members=f"{str(colleague.email).upper()}, {outsider.email}",
    )  # fmt: skip
    signed_in(cast.member).post(NEW, given)
    made = Booking.objects.get()
    assert set(made.places.values_list("space", flat=True)) == {hall["A"].pk, hall["C"].pk}
    assert (made.extra_seats, made.wants_introduction, made.is_public) == (2, True, True)
    assert {member.person for member in made.members.all()} == {colleague, outsider}
    assert Claim.objects.filter(hold=made.hold).count() == 4


def test_in_the_name_of_a_colleague(cast: Cast, room: Space) -> None:
    colleague = signed_in(cast.colleague)
    member = str(cast.member.email)
    page = colleague.post(NEW, wish(room, for_email=str(cast.outsider.email)))
    assert (page.status_code, page.context["form"]["for_email"].value()) == (403, cast.outsider.email)
    colleague.post(NEW, wish(room, for_email=member))
    made = Booking.objects.get()
    assert (made.person, made.made_by) == (cast.member, cast.colleague)


def test_the_same_form_sent_twice_is_one_booking(cast: Cast, room: Space) -> None:
    member = signed_in(cast.member)
    first, second = member.post(NEW, wish(room)), member.post(NEW, wish(room))
    assert first["Location"] == second["Location"] == path(Booking.objects.get())
    other = member.post(NEW, wish(room, start="13:00", end="14:00"))
    assert (other.status_code, Booking.objects.count()) == (303, 2)


def test_the_address_chooses_before_the_reader_does(cast: Cast, hall: dict[str, Space]) -> None:
    lounge = hall["ABC"].layouts.get(kind="lounge")
    asked = f"{NEW}?space={hall['ABC'].pk}&layout={lounge.pk}&day=2026-11-26&start=10:00&end=11:30&people=12"
    page = signed_in(cast.member).get(asked)
    assert f'value="{hall["ABC"].pk}" checked' in page.content.decode()
    assert f'value="{lounge.pk}" selected' in page.content.decode()
    form = forms_of(page)[-1]
    assert (form["day"], form["start"], form["end"], form["people"]) == ("2026-11-26", "10:00", "11:30", "12")
    said = main_of(page)
    assert "30 minuuttia" in said
    assert "Sali A, Sali B, Sali C, Sali AB, Sali BC" in said


def test_what_it_takes_is_shown_without_booking(cast: Cast, lab: Site) -> None:
    asked = spaces.space(lab, name="Studio", approval="holds", answer_hours=48)
    page = signed_in(cast.member).post(NEW, wish(asked, look="1", title=SECRET))
    assert (page.status_code, nothing_is_written()) == (200, True)
    said = main_of(page)
    assert "Host hyväksyy varauksen 48 tunnin kuluessa. Tila pidetään sinulle siihen asti." in said
    assert forms_of(page)[-1]["title"] == SECRET


def test_a_booking_that_waits_says_so(cast: Cast, lab: Site) -> None:
    asked = spaces.space(lab, name="Studio", approval="waits")
    page = signed_in(cast.member).post(NEW, wish(asked), follow=True)
    said = main_of(page)
    assert "Odottaa vastausta" in said
    assert "Muut voivat varata tilat siihen asti." in said


def test_what_was_typed_waits_for_the_one_who_must_sign_in(
    cast: Cast, client: Client, hall: dict[str, Space]
) -> None:
    theatre = hall["ABC"].layouts.get(kind="theatre")
    given = wish(hall["ABC"], layout=theatre, title="Avajaiset")
    answer = client.post(NEW, given)
    assert (answer.status_code, answer["Location"]) == (303, f"/fi/accounts/login/?next={NEW}")
    client.force_login(cast.member, backend=settings.AUTHENTICATION_BACKENDS[0])
    page = client.get(NEW)
    assert forms_of(page)[-1]["title"] == "Avajaiset"
    assert f'value="{hall["ABC"].pk}" checked' in page.content.decode()
    assert f'value="{theatre.pk}" selected' in page.content.decode()
    assert forms_of(client.get(NEW))[-1]["title"] == ""
    assert nothing_is_written()


def test_taken_offers_others_that_one_press_books(
    cast: Cast, lab: Site, room: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, day = spaces.space(lab, name="Huone Aalto"), open_day(lab)
    answers = [Answer((Place(other),), at(lab, day, "9:00"), at(lab, day, "11:00"), ("sama aika",))]
    monkeypatch.setattr(queries, "other_answers", lambda *_args: answers)
    booking(cast.colleague, room)
    member = signed_in(cast.member)
    page = member.post(NEW, wish(room, title=SECRET, members=str(cast.outsider.email)))
    assert (page.status_code, list(errors_of(page))) == (409, [""])
    assert "Huone Aalto" in main_of(page)
    assert Booking.objects.count() == 1
    answer = member.post(NEW, forms_of(page)[0])
    made = Booking.objects.get(person=cast.member)
    assert (answer["Location"], made.title, made.places.get().space) == (path(made), SECRET, other)
    assert made.members.get().person == cast.outsider


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"space": []}, "space"),
        ({"space": ["0"]}, "space"),
        ({"space": ["seinä"]}, "space"),
        ({"space": ["9" * 40]}, "space"),
        ({"space": [str(n) for n in range(1, 30)]}, "space"),
        ({"day": ""}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "2026-12-06"}, "day"),
        ({"day": "2026-11-23"}, "day"),
        ({"day": "2028-11-23"}, "day"),
        ({"start": "11:00", "end": "09:00"}, "end"),
        ({"start": "05:00"}, "start"),
        ({"start": "25:00"}, "start"),
        ({"end": ""}, "end"),
        ({"people": "0"}, "people"),
        ({"people": "9"}, "people"),
        ({"people": "9" * 5000}, "people"),
        ({"extra_seats": "-1"}, "extra_seats"),
        ({"extra_seats": "monta"}, "extra_seats"),
        ({"title": "x" * 121}, "title"),
        ({"note": "ä" * 1001}, "note"),
        ({"members": "kuka@ei.example"}, "members"),
        ({"members": "ei osoite"}, "members"),
        ({"members": " ".join(f"a{n}@vm.example" for n in range(31))}, "members"),
        ({"for_email": "kuka@ei.example"}, "for_email"),
        ({"for_email": "@"}, "for_email"),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(
    cast: Cast, room: Space, given: dict[str, object], field: str
) -> None:
    page = signed_in(cast.member).post(NEW, wish(room, note="Sana") | given)
    assert (page.status_code, list(errors_of(page))) == (422, [field])
    assert "None" not in errors_of(page)[field]
    if field != "note":
        assert forms_of(page)[-1]["note"] == "Sana"
    assert nothing_is_written()


def test_a_space_of_another_site_and_a_retired_one_do_not_exist(cast: Cast, lab: Site, room: Space) -> None:
    elsewhere = spaces.space(spaces.site(), name="Muualla")
    Space.objects.filter(pk=room.pk).update(retired_at=MORNING)
    for wanted in (elsewhere, room):
        page = signed_in(cast.member).post(NEW, wish(wanted))
        assert (page.status_code, list(errors_of(page))) == (422, ["space"])
    assert nothing_is_written()


def test_a_layout_of_a_space_not_chosen_does_not_count(
    cast: Cast, room: Space, hall: dict[str, Space]
) -> None:
    usual = hall["ABC"].layouts.get(is_usual=True)
    assert signed_in(cast.member).post(NEW, wish(room, layout=usual)).status_code == 303
    assert Booking.objects.get().places.get().layout is None


def test_a_quota_and_a_policy_say_why(cast: Cast, lab: Site) -> None:
    one = spaces.space(lab, ahead_per_person=1)
    member = signed_in(cast.member)
    member.post(NEW, wish(one))
    page = member.post(NEW, wish(one, start="13:00", end="14:00", key="k2"))
    assert page.status_code == 403
    assert "Sinulla voi olla" in errors_of(page)[""]
    for_state = spaces.space(lab, for_partners=False)
    assert signed_in(cast.partner).post(NEW, wish(for_state)).status_code == 403
    assert Booking.objects.count() == 1


def test_a_site_without_spaces_says_so(cast: Cast) -> None:
    assert "ei ole varattavia tiloja" in main_of(signed_in(cast.member).get(NEW))


# --- Seeing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rest", PATHS)
def test_those_who_hold_it_see_it(cast: Cast, room: Space, rest: str) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    for person in (cast.member, cast.outsider):
        assert signed_in(person).get(path(made, rest)).status_code == 200


@pytest.mark.parametrize("rest", [*PATHS, "again/", "approval/", "refusal/"])
@pytest.mark.parametrize("key", ["colleague", "outsider", "partner", "guest", "facilitator", "editor"])
def test_nobody_else_does(cast: Cast, mine: Booking, key: str, rest: str) -> None:
    stranger = signed_in(cast[key])
    for answer in (stranger.get(path(mine, rest)), stranger.post(path(mine, rest))):
        assert answer.status_code in {404, 405}
        assert not any(words in answer.content.decode() for words in (SECRET, WORD, "Alba"))


@pytest.mark.parametrize(
    "where",
    [
        "/fi/today/", "/fi/sites/", "/fi/sites/helsinki/", "/fi/bookings/", "/fi/bookings/new/", NEW, NEW + "?day=2026-11-25",
        "/fi/sites/helsinki/visits/new/?day=2026-11-25",
    ],
)  # fmt: skip
def test_private_words_show_nowhere_to_others(cast: Cast, mine: Booking, room: Space, where: str) -> None:
    for person in (cast.colleague, cast.outsider, cast.partner):
        said = signed_in(person).get(f"{where}{'&' if '?' in where else '?'}space={room.pk}").content.decode()
        assert not any(words in said for words in (SECRET, WORD))
    taken = signed_in(cast.colleague).post(NEW, wish(room))
    assert taken.status_code == 409
    assert not any(words in taken.content.decode() for words in (SECRET, WORD, "Alba"))


def test_the_host_sees_it_and_may_change_it_the_host_of_another_site_not(cast: Cast, mine: Booking) -> None:
    host = signed_in(cast.host)
    said = main_of(host.get(path(mine)))
    assert SECRET in said
    assert WORD in said
    assert "Alba Kaisla" in said
    assert host.get(path(mine, "change/")).status_code == 200
    assert host.post(path(mine, "again/")).status_code == 403
    assert signed_in(other_host()).get(path(mine)).status_code == 404


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_a_number_that_is_no_booking_does_not_exist(cast: Cast, pk: str) -> None:
    for rest in PATHS:
        assert signed_in(cast.member).get(f"/fi/bookings/{pk}/{rest}").status_code == 404


@pytest.mark.parametrize("rest", PATHS)
def test_who_is_not_signed_in_is_asked_to(mine: Booking, client: Client, rest: str) -> None:
    assert client.get(path(mine, rest))["Location"] == f"/fi/accounts/login/?next={path(mine, rest)}"


def test_my_bookings_are_mine_the_next_one_first(cast: Cast, room: Space) -> None:
    later = booking(cast.outsider, room, after=3, members=[cast.member])
    booking(cast.member, room, title="Ensin")
    gone = booking(cast.member, room, start="13:00", end="14:00", title="Peruttu kokous")
    booking(cast.colleague, room, start="15:00", end="16:00", title=SECRET)
    actions.cancel_booking(by=cast.member, booking=gone)
    said = main_of(signed_in(cast.member).get("/fi/bookings/"))
    assert said.startswith(
        "Omat varaukset Tulevat Huomenna klo 9–12 Ensin Huone Kaiku, Toimipiste helsinki Varattu"
    )
    assert said.index("Ensin") < said.index("Perjantaina") < said.index("Peruttu kokous")
    assert SECRET not in said
    assert later.person == cast.outsider


def test_an_empty_list_invites(cast: Cast) -> None:
    page = signed_in(cast.member).get("/fi/bookings/")
    assert 'href="/fi/bookings/new/"' in page.content.decode()


def test_my_bookings_ask_the_same_for_one_and_for_three(cast: Cast, room: Space) -> None:
    booking(cast.member, room, after=1)
    member = signed_in(cast.member)
    one = queries_of(member, "/fi/bookings/")
    for days in (2, 3):
        booking(cast.member, room, after=days)
    assert queries_of(member, "/fi/bookings/") == one


def test_the_calendar_file_keeps_its_name_and_counts_its_changes(cast: Cast, mine: Booking) -> None:
    member = signed_in(cast.member)
    answer = member.get(path(mine, "booking.ics"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    first = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    actions.cancel_booking(by=cast.member, booking=mine)
    calendar = Calendar.from_ical(member.get(path(mine, "booking.ics")).content)
    second = calendar.walk("VEVENT")[0]
    assert first["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert (first["UID"], first["SEQUENCE"], second["SEQUENCE"]) == (second["UID"], 0, 1)
    assert (calendar["METHOD"], second["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (str(first["SUMMARY"]), str(first["ATTENDEE"])) == (SECRET, f"MAILTO:{cast.member.email}")
    as_host = Calendar.from_ical(signed_in(cast.host).get(path(mine, "booking.ics")).content)
    assert "ATTENDEE" not in as_host.walk("VEVENT")[0]


# --- Changing -------------------------------------------------------------------------------------------


def test_a_change_begins_from_what_is_and_moves_the_booking(cast: Cast, mine: Booking, lab: Site) -> None:
    other = spaces.space(lab, name="Huone Aalto")
    member = signed_in(cast.member)
    form = forms_of(member.get(path(mine, "change/")))[-1]
    assert {
        "day": "2026-11-25",
        "start": "09:00",
        "end": "12:00",
        "people": "2",
        "title": SECRET,
    }.items() <= form.items()
    given = {**form, "space": str(other.pk), "end": "13:00", "note": "Uusi sana"}
    answers = [member.post(path(mine, "change/"), given) for _press in range(2)]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(303, path(mine))] * 2
    mine.refresh_from_db()
    assert (mine.sequence, mine.note, mine.places.get().space) == (1, "Uusi sana", other)
    assert mine.ends_at == at(lab, open_day(lab), "13:00")


def test_a_change_that_does_not_fit_leaves_it_as_it_was(
    cast: Cast, mine: Booking, room: Space, lab: Site
) -> None:
    booking(cast.colleague, room, start="12:00", end="13:00")
    page = signed_in(cast.member).post(path(mine, "change/"), wish(room, end="12:30", note="Kesken"))
    assert (page.status_code, forms_of(page)[-1]["note"]) == (409, "Kesken")
    mine.refresh_from_db()
    assert (mine.sequence, mine.ends_at) == (0, at(lab, open_day(lab), "12:00"))


def test_only_words_are_changed_without_moving(cast: Cast, room: Space, mine: Booking) -> None:
    before = list(Claim.objects.values_list("cell", "starts_at", "ends_at"))
    Space.objects.filter(pk=room.pk).update(retired_at=MORNING)
    member = signed_in(cast.member)
    answer = member.post(path(mine, "change/"), wish(room, end="12:00", people="2", title="Toinen"))
    mine.refresh_from_db()
    assert (answer.status_code, mine.title) == (303, "Toinen")
    assert list(Claim.objects.values_list("cell", "starts_at", "ends_at")) == before


def test_cancelling_asks_keeps_the_reason_and_is_done_once(cast: Cast, mine: Booking) -> None:
    member = signed_in(cast.member)
    assert "Perutaanko varaus?" in main_of(member.get(path(mine, "cancellation/")))
    page = member.post(path(mine, "cancellation/"), {"reason": "x" * 1001})
    assert (page.status_code, list(errors_of(page))) == (422, ["reason"])
    for _press in range(2):
        answer = member.post(path(mine, "cancellation/"), {"reason": "Kokous siirtyi"})
        assert (answer.status_code, answer["Location"]) == (303, path(mine))
    mine.refresh_from_db()
    assert (mine.cancelled_by, mine.reason, mine.sequence, Claim.objects.count()) == (
        cast.member,
        "Kokous siirtyi",
        1,
        0,
    )
    assert Entry.objects.filter(fact="spaces.BookingCancelled").count() == 1
    assert "Kokous siirtyi" in main_of(member.get(path(mine)))
    for rest in ("change/", "members/"):
        assert member.get(path(mine, rest)).status_code == 403


def test_what_is_over_stays_as_it_is(cast: Cast, mine: Booking) -> None:
    with time_machine.travel(mine.ends_at + timedelta(minutes=1), tick=False):
        member = signed_in(cast.member)
        for rest in ("change/", "cancellation/", "members/"):
            for answer in (member.get(path(mine, rest)), member.post(path(mine, rest))):
                assert (answer.status_code, "Varaus on päättynyt." in text_of(answer)) == (403, True)
        assert member.get(path(mine)).status_code == 200


def test_sharing_adds_and_removes(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    member = signed_in(cast.member)
    assert str(cast.outsider.email) not in member.get(path(made, "members/")).content.decode()
    given = {"stays": [str(cast.outsider.pk)], "members": str(cast.colleague.email), "key": "m1"}
    assert member.post(path(made, "members/"), given)["Location"] == path(made)
    assert holders(made) == {cast.outsider, cast.colleague}
    answer = signed_in(cast.outsider).post(
        "/sv" + path(made, "members/")[3:], {"stays": [str(cast.colleague.pk)]}
    )
    assert answer["Location"] == "/sv/bookings/"
    assert holders(made) == {cast.colleague}
    page = member.post(path(made, "members/"), {"members": "kuka@ei.example", "stays": []})
    assert (page.status_code, list(errors_of(page)), holders(made)) == (422, ["members"], {cast.colleague})


def holders(made: Booking) -> set[Person]:
    return {member.person for member in made.members.select_related("person")}


def test_a_stranger_is_not_added_by_a_number(cast: Cast, mine: Booking) -> None:
    signed_in(cast.member).post(path(mine, "members/"), {"stays": [str(cast.colleague.pk)]})
    assert holders(mine) == set()


# --- Again ----------------------------------------------------------------------------------------------


def test_the_same_a_week_later_in_one_press(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, people=2, title="Viikkopalaveri", members=[cast.outsider])
    member = signed_in(cast.member)
    press = next(form for form in forms_of(member.get(path(made))) if "key" in form)
    answers = [member.post(path(made, "again/"), press) for _press in range(2)]
    again = Booking.objects.exclude(pk=made.pk).get()
    assert [answer["Location"] for answer in answers] == [path(again)] * 2
    assert again.starts_at - made.starts_at == timedelta(days=7)
    assert (again.title, again.people, holders(again)) == ("Viikkopalaveri", 2, {cast.outsider})


def test_a_member_books_it_again_in_her_own_name(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    signed_in(cast.outsider).post(path(made, "again/"))
    again = Booking.objects.exclude(pk=made.pk).get()
    assert (again.person, holders(again)) == (cast.outsider, {cast.member})


def test_what_is_long_over_comes_again_in_the_week_to_come(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    with time_machine.travel(MORNING + timedelta(days=25), tick=False):
        signed_in(cast.member).post(path(made, "again/"))
        again = Booking.objects.exclude(pk=made.pk).get()
        assert again.starts_at - made.starts_at == timedelta(days=28)


def test_again_where_it_is_taken_offers_the_form(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, title=SECRET, members=[cast.outsider])
    booking(cast.colleague, room, after=8)
    member = signed_in(cast.member)
    page = member.post(path(made, "again/"), {"key": "a1"})
    form = forms_of(page)[-1]
    assert (page.status_code, form["title"], form["day"]) == (409, SECRET, "2026-12-02")
    assert str(cast.outsider.email) not in page.content.decode()
    given = {**form, "space": str(room.pk), "start": "14:00", "end": "15:00"}
    answer = member.post(NEW, given)
    again = Booking.objects.exclude(pk=made.pk).get(person=cast.member)
    assert (answer["Location"], holders(again)) == (path(again), {cast.outsider})


def test_companions_of_somebody_elses_booking_are_not_taken_along(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    signed_in(cast.colleague).post(NEW, wish(room, start="14:00", end="15:00", like=str(made.pk)))
    assert holders(Booking.objects.get(person=cast.colleague)) == set()


# --- The host's day ------------------------------------------------------------------------------------------


def test_the_desk_shows_the_bookings_and_what_is_to_be_set_up(
    cast: Cast, lab: Site, hall: dict[str, Space]
) -> None:
    theatre = hall["ABC"].layouts.get(kind="theatre")
    Layout.objects.filter(pk=theatre.pk).update(furniture_fi="120 tuolia riveissä")
    day = open_day(lab)
    asked = BookingWish(
        (Place(hall["ABC"], theatre),), at(lab, day, "11:00"), at(lab, day, "13:00"), 90, "Avajaiset",
        wants_introduction=True,
    )  # fmt: skip
    made = actions.book(by=cast.member, site=lab, wish=asked)
    host, desk = signed_in(cast.host), f"/fi/sites/helsinki/desk/{day}/"
    said = main_of(host.get(desk))
    for words in (
        "klo 11–13",
        "Sali",
        "Avajaiset",
        "Alba Kaisla",
        "90 henkilöä",
        "120 tuolia riveissä",
        "klo 11",
    ):
        assert words in said
    place = made.places.get()
    for _press in range(2):
        answer = host.post(f"/fi/places/{place.pk}/changeover/")
        assert answer["Location"] == f"{desk}#booking-{made.pk}"
    place.refresh_from_db()
    assert (place.changed_over_by, place.changed_over_at) == (cast.host, MORNING)
    assert signed_in(cast.member).post(f"/fi/places/{place.pk}/changeover/").status_code == 403
    assert signed_in(cast.colleague).post(f"/fi/places/{place.pk}/changeover/").status_code == 404


def test_the_desk_asks_the_same_for_one_booking_and_for_three(cast: Cast, room: Space) -> None:
    booking(cast.member, room)
    host, day = signed_in(cast.host), open_day(room.site)
    one = queries_of(host, f"/fi/sites/helsinki/desk/{day}/")
    booking(cast.colleague, room, start="13:00", end="14:00")
    booking(cast.outsider, room, start="15:00", end="16:00")
    assert queries_of(host, f"/fi/sites/helsinki/desk/{day}/") == one
