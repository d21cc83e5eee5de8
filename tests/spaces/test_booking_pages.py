"""Booking on a page: spaces, layout, time, what for; once, and never half."""

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.core.models import Entry, Letter
from fiksummin.spaces import queries
from fiksummin.spaces.models import Booking, Claim, Site, Space
from fiksummin.spaces.queries import Answer, Place
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.spaces.booking_pages import NEW, SECRET, path, wish
from tests.spaces.pages import MORNING, errors_of, forms_of, main_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]


@pytest.fixture
def room(lab: Site) -> Space:
    """A room for eight."""
    return spaces.space(lab, name="Huone Kaiku")


@pytest.fixture
def hall(lab: Site) -> dict[str, Space]:
    return spaces.hall(lab)


def nothing_is_written() -> bool:
    left = (
        Booking.objects.count(),
        Claim.objects.count(),
        Entry.objects.filter(fact="spaces.BookingMade").count(),
    )
    return left == (0, 0, 0)


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
    assert not made.members.exists(), "they hold it when they accept"
    asked = Letter.objects.filter(key__startswith="share-").values_list("to", flat=True)
    assert set(asked) == {colleague.email, outsider.email}
    assert Claim.objects.filter(hold=made.hold).count() == 4


def test_in_the_name_of_a_colleague(cast: Cast, room: Space) -> None:
    colleague = signed_in(cast.colleague)
    member = str(cast.member.email)
    page = colleague.post(NEW, wish(room, for_email=str(cast.outsider.email)))
    assert (page.status_code, page.context["form"]["for_email"].value()) == (422, cast.outsider.email)
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
    assert Letter.objects.get(key__startswith="share-").to == cast.outsider.email


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
        ({"members": f"{'a' * 60}@{'.'.join(['b' * 60] * 4)}.example"}, "members"),
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


def test_another_answer_at_another_site_is_booked_there(
    cast: Cast, lab: Site, room: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = spaces.site("porvoo", seats=2, timezone="Europe/Stockholm")
    other, day = spaces.space(there, name="Poiju"), open_day(there)
    answers = [Answer((Place(other),), at(there, day, "9:00"), at(there, day, "11:00"))]
    monkeypatch.setattr(queries, "other_answers", lambda *_args: answers)
    booking(cast.colleague, room)
    member = signed_in(cast.member)
    page = member.post(NEW, wish(room))
    assert "Poiju, Toimipiste porvoo" in main_of(page)
    assert 'action="/fi/sites/porvoo/bookings/new/"' in page.content.decode()
    member.post("/fi/sites/porvoo/bookings/new/", forms_of(page)[0])
    made = Booking.objects.get(person=cast.member)
    assert (made.site, made.starts_at) == (there, at(there, day, "9:00"))
